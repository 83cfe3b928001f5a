"""Whether a list of cases stays quick as cases grow: a page and the exact count at n and at 10 n cases of other people, as a ratio.

Usage: python bench/lists.py [CASES]. Teacher, line manager and Head of Year see as many cases before as after, so 1.0 means that other
people's cases cost nothing; wanted is 2.0 at the 95th percentile of list and count together. A Headteacher's own grow with the school:
there the same list and count are asked for in the obvious way too (every case for which a row exists), wanted is a tenth of that time.
The database is a file in a folder that is removed again, with the settings a server has.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from database import MONDAY, database, ref
from django.db.models import Exists, OuterRef

from askfirst.casework import access
from askfirst.casework.models import Case, CaseAccess
from askfirst.people.hats import Standing
from askfirst.people.standing import standing

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
MINE = 40  # cases of the teacher's own, whatever the others have
YEAR = 300  # and of the year group
TIMES = 60
WORST, TENTH = 2.0, 0.1
EQUAL = ("harrow", "pascoe", "qureshi")  # who see as many at both sizes


def fill(cases: int, *, start: int) -> None:
    """Cases of others: each with its asker, a line manager, a Headteacher of one of a hundred schools, and communications."""
    asker, teacher = ref("tolland"), ref("harrow")
    for begin in range(start, cases, 5000):
        many = range(begin, min(begin + 5000, cases))
        made = Case.objects.bulk_create(
            Case(
                kind="press",
                state="pending",
                asker_id=asker,
                capacity="staff",
                edition="2018-11",
                opened_at=NOW + timedelta(seconds=number),
            )
            for number in many
        )
        rows = []
        for number, case in zip(many, made, strict=True):
            school = "northgate" if number % 100 == 0 else "school-%d" % (number % 100)
            owner = teacher if number < MINE else "other-%d" % (number % 15_000)
            year = "northgate:8" if number < YEAR else "other-%d" % (number % 700)
            for scope in ("person:" + owner, "line-manager-of:" + owner, "year-lead:" + year, "head:" + school, "comms"):
                rows.append(CaseAccess(scope=scope, case=case, part=3, kind="press", state="pending", open=True))
        CaseAccess.objects.bulk_create(rows)


def p95(act: Callable[[], object]) -> float:
    """Milliseconds, the 95th percentile."""
    act()
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        act()
        took.append(time.perf_counter() - begun)
    return statistics.quantiles(took, n=20)[-1] * 1000


def ours(by: Standing) -> int:
    """A page of the list, and the exact count."""
    access.page(by)
    return access.count(by)


def obvious(by: Standing) -> int:
    """The same, by asking of every case whether there is a row."""
    rows = CaseAccess.objects.filter(case=OuterRef("pk"), scope__in=list(by.seats))
    cases = Case.objects.filter(Exists(rows))
    list(cases.order_by("-id")[:25])
    return cases.count()


def measured() -> dict[str, tuple[float, int]]:
    found = {}
    for name in (*EQUAL, "devlin"):
        by = standing(ref(name), on=MONDAY)
        found[name] = (p95(partial(ours, by)), ours(by))
    return found


def main() -> int:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with database():
        fill(cases, start=0)
        few = measured()
        fill(cases * 10, start=cases)
        many = measured()
        head = standing(ref("devlin"), on=MONDAY)
        if obvious(head) != ours(head):
            print("the two ways do not see the same cases")
            return 1
        naive = p95(partial(obvious, head))
    worst = 0.0
    for name in EQUAL:
        ratio = many[name][0] / few[name][0]
        worst = max(worst, ratio)
        print("%-8s sees %4d of %d, then %4d of %d: p95 %.2f ms, then %.2f ms, x %.2f (wanted %.1f)" % (
            name, few[name][1], cases, many[name][1], cases * 10, few[name][0], many[name][0], ratio, WORST,
        ))  # fmt: skip
    tenth = many["devlin"][0] / naive
    print("%-8s sees %4d: p95 %.2f ms against %.2f ms the obvious way, x %.3f (wanted %.1f)" % (
        "devlin", many["devlin"][1], many["devlin"][0], naive, tenth, TENTH,
    ))  # fmt: skip
    return int(worst > WORST or tenth > TENTH)


if __name__ == "__main__":
    sys.exit(main())
