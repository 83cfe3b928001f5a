"""Licences of everything installed, looked at by pip-licenses: what we may use, and three that were read and judged."""

import json
import re
import subprocess
import sys
from pathlib import Path

from gates.gate import Gate

__all__ = ["LICENCES", "allowed"]

ALLOWED = re.compile(
    r"MIT(?: License)?|MIT-0|MIT-CMU|(?:\d-Clause )?BSD(?:[ -]\d-Clause)?(?: License)?|0BSD|ISC(?: License \(ISCL\))?|Zlib|Unlicense|HPND"
    r"|CC0-1\.0|Public[- ]Domain"
    r"|Apache(?: Software)?(?:[ -]License)?(?:[ -]2\.0)?|PSF-2\.0|Python(?: Software Foundation License|-2\.0)|CNRI-Python"
    r"|MPL-2\.0|Mozilla Public License 2\.0 \(MPL 2\.0\)?",
    re.IGNORECASE,
)
# Read by a person; each with its reason. A library used as it is, through its interface, may be under the LGPL.
JUDGED = {
    "axe-playwright-python": "MIT by its LICENSE file; its metadata names none",
    "pi_heif": "LGPL-3.0: a library, used unchanged; chosen over pillow-heif, whose encoder is under the GPL",
    "psycopg": "LGPL-3.0: a library, used unchanged",
    "psycopg-binary": "LGPL-3.0: a library, used unchanged",
    "pyphen": "offered under GPL, LGPL or MPL-1.1, as one chooses; for gates only, never shipped",
    "pypdfium2": "BSD-3-Clause or Apache-2.0; its metadata adds the licences of pdfium's own parts, which lie beside it",
    "python-stdnum": "LGPL-2.1: a library, used unchanged",
}


def allowed(licence: str) -> bool:
    """Whether a licence expression is on the list: any side of an OR will do, every side of an AND must."""
    choices = re.split(r"\s+OR\s+", licence.strip().strip("()"))
    return any(all(ALLOWED.fullmatch(part.strip(" ()")) for part in re.split(r"\s+(?:AND|and)\s+|;\s*", choice)) for choice in choices)


def licences(root: Path) -> list[str]:
    """`root` plays no part: what is looked at is what this interpreter can import."""
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json", "--with-system"]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if said.returncode != 0:
        return ["pip-licenses could not run: %s" % said.stderr.strip()[-200:]]
    rows = json.loads(said.stdout)
    return sorted(
        {
            "%s %s is under %s" % (row["Name"], row["Version"], row["License"])
            for row in rows
            if row["Name"] not in JUDGED and not allowed(row["License"])
        }
    )


LICENCES = Gate(
    "licences",
    "Everything installed may be used beside Apache-2.0.",
    licences,
    "choose another part, or read its licence and add it to JUDGED with the reason",
)
