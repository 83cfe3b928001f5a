"""Where the forms of archives are known from, as a document: `python -m gates.archives` prints it for the tree it is run in."""

import sys

from askfirst.checks.archives.known import KNOWN
from askfirst.checks.archives.services import SERVICES

__all__ = ["document"]

TEXT = """# Archives that can be read

Written by `make docs` from `askfirst/checks/archives/known.py`. No archive of a real person was read: what is known comes from public
readers, notes and made-up samples. A reader marked "doubts" says in its answer that it may have missed posts.

| service | form | known from | last looked | not seen anywhere | doubts |
|---|---|---|---|---|---|
%s
"""


def document() -> str:
    """The whole text."""
    doubts = {one.name: one.guessed for one in SERVICES}
    rows = (
        "| %s | %s | %s | %s | %s | %s |"
        % (one.service, one.form, one.source, one.on.isoformat(), one.not_seen or "–", "yes" if doubts[one.service] else "")
        for one in KNOWN
    )
    return TEXT % "\n".join(rows)


if __name__ == "__main__":
    sys.stdout.buffer.write(document().encode())
