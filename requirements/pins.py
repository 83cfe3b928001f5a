"""Compiles requirements/*.txt from *.in with uv, on the index pip is set to on this machine. No host is written down anywhere.

Pins that still hold are kept; `requirements/pins.py --upgrade` takes the newest of each.
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
# best-match: as pip does, all indexes are looked at alike, and the newest release wins wherever it lies.
FLAGS = [
    "--index-strategy=unsafe-best-match",
    "--quiet",
    "--generate-hashes",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--universal",
    "--python-version=3.11",
]


def pip_says(name: str) -> list[str]:
    """What pip would use for an option: its configuration file, or PIP_... in the environment; several are parted by spaces."""
    asked = [sys.executable, "-m", "pip", "config", "list"]
    lines = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = dict(line.split("=", 1) for line in lines if "=" in line)
    for place in (":env:.", "install.", "global."):
        if place + name in rows:
            return shlex.split(rows[place + name].strip("'\""))
    return []


def main() -> None:
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"], check=True)
    environment = os.environ | {"UV_PYTHON": sys.executable}
    for certificate in pip_says("cert"):
        environment["SSL_CERT_FILE"] = certificate
    options = [*FLAGS]
    for name, flag in (("index-url", "--index-url"), ("extra-index-url", "--extra-index-url"), ("find-links", "--find-links")):
        options += [part for one in pip_says(name) for part in (flag, one)]
    for name in ("base", "dev", "bench"):
        command = [sys.executable, "-m", "uv", "pip", "compile", *options, *sys.argv[1:], name + ".in", "--output-file", name + ".txt"]
        subprocess.run(command, cwd=HERE, env=environment, check=True)


if __name__ == "__main__":
    main()
