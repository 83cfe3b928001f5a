"""Cold start of the command line, as a ratio to a bare Python, the two taken in turns. Promise: at most 15 times."""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 15
MOST = 15.0


def seconds(command: list[str], words: bytes) -> float:
    """Wall-clock seconds of one whole process."""
    begun = time.perf_counter()
    subprocess.run(command, input=words, capture_output=True, check=False)
    return time.perf_counter() - begun


def main() -> None:
    """Print one line a command: median of each, and the ratio of medians."""
    askfirst = str(Path(sys.executable).with_name("askfirst"))
    commands = {
        "check post": [askfirst, "check", "post", "--as", "staff"],
        "procedure show CON-12": [askfirst, "procedure", "show", "CON-12"],
        "procedure lint": [askfirst, "procedure", "lint"],
    }
    results = []
    for name, command in commands.items():
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(seconds([sys.executable, "-c", "pass"], b""))
            ours.append(seconds(command, b"Ring me on 07700 900455"))
        ratio = statistics.median(ours) / statistics.median(bare)
        results.append(
            {
                "bench": "cold start: " + name,
                "ms": round(1000 * statistics.median(ours)),
                "ratio": round(ratio, 1),
                "most": MOST,
                "holds": ratio <= MOST,
            }
        )
    for row in results:
        print(
            json.dumps(row)
            if "--json" in sys.argv
            else "{bench:36} {ms:5} ms   {ratio:5} times bare Python (at most {most})   {holds}".format(**row)
        )


if __name__ == "__main__":
    main()
