"""What bringing a document costs: read in the child and known again, in seconds, and as a ratio against itself at ten times the size.

Usage: python bench/importing.py [--json] [--document FILE]. FILE defaults to the document in ../shared/procedure; without one, a made-up
document of the same size. Promises: under 1 s, and ten times the words take at most 15 times as long.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from askfirst.procedure.importing.reading import read_in
from askfirst.procedure.load import the_edition

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "procedure"
MADE_UP = "\n\n".join(
    "Part %d\n\nStaff should keep to rule %d of the games book. Pupils must not swap rule %d with visitors, and may ask why." % (n, n, n)
    for n in range(1, 25)
)
ROUNDS, MOST_SECONDS, MOST_RATIO, TIMES = 3, 1.0, 15.0, 10


def seconds(data: bytes) -> float:
    """The quickest of a few, by the clock: the child's time is not this process's."""
    edition = the_edition(readings=False)
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        read_in("document.txt", data, edition)
        best = min(best, time.perf_counter() - begun)
    return best


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", action="store_true")
    options.add_argument("--document", type=Path, default=next(iter(sorted(FOLDER.glob("*.txt"))), None))
    chosen = options.parse_args()
    data = chosen.document.read_bytes() if chosen.document else MADE_UP.encode()
    once, ten = seconds(data), seconds((data + b"\n\n") * TIMES)
    row = {
        "bench": "import of %s" % (chosen.document.name if chosen.document else "a made-up document"),
        "seconds": round(once, 3),
        "ratio": round(ten / once, 1),
        "against": "itself at %d times the size" % TIMES,
        "holds": once < MOST_SECONDS and ten / once < MOST_RATIO,
    }
    print(json.dumps(row) if chosen.json else "%(bench)s: %(seconds).3f s, ratio %(ratio).1f against %(against)s, holds: %(holds)s" % row)
    return 0 if row["holds"] else 1


if __name__ == "__main__":
    sys.exit(main())
