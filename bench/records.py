"""Whether looking what is due to go stays linear: the preview at n and at 10 n cases, as a ratio.

Usage: python bench/records.py [CASES]. Three in ten cases have ended and are due, one in ten is held, the others are kept or open; each has
four steps. 10.0 is linear. The database is a file in a folder that is removed again, with the settings a server has.
"""

import sys
import time
from datetime import UTC, datetime, timedelta

from database import MONDAY, database, ref

from askfirst.casework.models import Case, CaseStep
from askfirst.people.standing import standing
from askfirst.records import retention
from askfirst.records.models import Hold

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LONG_AGO, LATELY = NOW - timedelta(days=500), NOW - timedelta(days=50)
STEPS = 4
TIMES = 3
WORST = 13.0  # of ten times the cases: linear, and a little for tables that no longer fit the cache


def fill(cases: int, *, start: int) -> None:
    asker, owner = ref("harrow"), ref("braithwaite")
    for begin in range(start, cases, 5000):
        numbers = range(begin, min(begin + 5000, cases))
        made = Case.objects.bulk_create(
            Case(
                kind="question",
                state="closed" if number % 10 < 8 else "asked",
                asker_id=asker,
                capacity="staff",
                edition="2018-11",
                opened_at=LONG_AGO,
                ended_at=(LONG_AGO if number % 10 < 4 else LATELY) if number % 10 < 8 else None,
            )
            for number in numbers
        )
        CaseStep.objects.bulk_create(
            CaseStep(case=case, sequence=step, step="open", by_id=asker, at=case.ended_at or LONG_AGO)
            for case in made
            for step in range(1, STEPS + 1)
        )
        Hold.objects.bulk_create(
            Hold(case=case, owner_id=owner, set_by_id=owner, set_at=NOW, review_on=MONDAY)
            for number, case in zip(numbers, made, strict=True)
            if number % 10 == 0
        )


def seconds(cases: int) -> float:
    """Processor seconds for one preview, the quickest of three: a busy machine does not bend the ratio."""
    best, by = float("inf"), standing(ref("sethuraman"), on=MONDAY)
    for _ in range(TIMES):
        begun = time.process_time()
        found = retention.preview(by=by, on=MONDAY)
        best = min(best, time.process_time() - begun)
        if (len(found.due), len(found.held)) != (cases * 3 // 10, cases // 10):
            raise SystemExit("the preview is wrong")
    return best


def main() -> int:
    small = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with database():
        fill(small, start=0)
        one = seconds(small)
        fill(small * 10, start=small)
        ten = seconds(small * 10)
    print("preview %7d cases    %6.2f s" % (small, one))
    print("preview %7d cases    %6.2f s" % (small * 10, ten))
    print("ten times the cases take %.2f times as long, at most %.1f is wanted" % (ten / one, WORST))
    return 0 if ten / one <= WORST else 1


if __name__ == "__main__":
    sys.exit(main())
