"""How fast the trail is written and verified, and whether verifying stays linear: time for ten times the records, as a ratio.

Usage: python bench/trail.py [RECORDS]. Appends to one chain, each record in a transaction of its own and then a hundred in one, and
verifies n and 10 n records. 10.0 is linear. The database is a file in a folder that is removed again, with the settings a server has.
"""

import sys
import time
from datetime import UTC, datetime

from database import database
from django.db import transaction

from askfirst.trail import chain

MONDAY = datetime(2026, 9, 7, 8, 30, tzinfo=UTC)
WORST = 13.0  # of ten times the records: linear, and a little for a table that no longer fits the cache


def write(name: str, records: int, *, together: int) -> float:
    """Records a second."""
    begun = time.perf_counter()
    for start in range(0, records, together):
        with transaction.atomic():
            for _ in range(min(together, records - start)):
                chain.append(chain=name, what="read", who="HRRW2345", of="person:LNDM2345", at=MONDAY, clauses=("BLG-3",), words="ab" * 32)
    return records / (time.perf_counter() - begun)


def verify(name: str) -> float:
    """Processor seconds for one chain, the quickest of three: a busy machine does not bend the ratio."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        if chain.verify(name):
            raise SystemExit("the chain is broken")
        best = min(best, time.process_time() - begun)
    return best


def main() -> int:
    small = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with database(cast=False):
        print("append, one a transaction    %7.0f records/s" % write("SYNC", min(small, 500), together=1))
        print("append, 100 a transaction    %7.0f records/s (%d records)" % (write("SMALL", small, together=100), small))
        print("append, 100 a transaction    %7.0f records/s (%d records)" % (write("LARGE", small * 10, together=100), small * 10))
        one, ten = verify("SMALL"), verify("LARGE")
    print("verify %7d records        %7.0f records/s" % (small, small / one))
    print("verify %7d records        %7.0f records/s" % (small * 10, small * 10 / ten))
    print("ten times the records take %.2f times as long, at most %.1f is wanted" % (ten / one, WORST))
    return 0 if ten / one <= WORST else 1


if __name__ == "__main__":
    sys.exit(main())
