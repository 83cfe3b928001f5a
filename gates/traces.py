"""Nothing of a machine or of a real person in any kept file: no path, no package host, no number that rings, no real mailbox."""

import re
from pathlib import Path

from gates.gate import Gate, kept_files, where

__all__ = ["TRACES", "traces_in"]

PATHS = re.compile(r"(?<![\w.~*-])/(?:work|root|Users|home/[a-z]\w*)/[\w.-]")
HOSTS = re.compile(r"\b(?:pypi\.org|pythonhosted\.org|registry\.npmjs\.org|npmjs\.com|index-url\s*=?\s*http\S*)", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\w.+/#-])(?:\+44 ?(?:\(0\) ?)?|0)(?:(?:[ ()-]{0,2}\d){9,10}|\d{2,4}\.\d{3}\.\d{3,4})(?![\w-])")
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}\b", re.IGNORECASE)

DRAMA = ("01632960", "07700900")  # kept by Ofcom for stories: they never ring
HELPLINES = {
    "08001111",  # Childline
    "08088005000",  # NSPCC
    "03443814772",  # Professionals Online Safety Helpline
    "08082000247",  # National Domestic Abuse Helpline
    "08000684141",  # Papyrus HOPELINE247
    "08000562561",  # Education Support
    "03031231113",  # Information Commissioner's helpline
    "08000280285",  # NSPCC whistleblowing
}
# Hashes and pins are full of digits; a licence names its authors.
SKIPPED = re.compile(r"^requirements/.*\.txt$|^LICENSE$|(?:^|/)LICEN[CS]E[^/]*$|\.(?:png|jpg|ico|woff2?|sqlite3|gz)$")
OURS = "gates/traces.py"


def digits_of(number: str) -> str:
    return re.sub(r"\D", "", re.sub(r"^(?:\+44|0044)", "0", number.replace("(0)", "")))


def traces_in(text: str) -> list[tuple[int, str]]:
    """Line number and what was found there."""
    found: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        found += [(number, "a path of a machine: %s" % one.group()) for one in PATHS.finditer(line)]
        found += [(number, "a package host: %s" % one.group()) for one in HOSTS.finditer(line)]
        found += [
            (number, "a mailbox outside .example: %s" % one.group())
            for one in MAIL.finditer(line)
            if not one.group().lower().endswith(".example")
        ]
        for one in NUMBER.finditer(line):
            digits = digits_of(one.group())
            if not digits.startswith(DRAMA) and digits not in HELPLINES:
                found.append((number, "a number that may ring: %s" % one.group()))
    return found


def traces(root: Path) -> list[str]:
    wrong = []
    for path in kept_files(root):
        name = where(root, path)
        if name == OURS or SKIPPED.search(name):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        wrong += ["%s:%d has %s" % (name, line, what) for line, what in traces_in(text)]
    return wrong


TRACES = Gate(
    "no-traces",
    "No path of a machine, package host, real number or real mailbox is kept.",
    traces,
    "use 01632 960xxx or 07700 900xxx, and mail at a name ending in .example",
)
