"""Whether a list of cases stays quick as cases grow: a page and the exact count at n and at 10 n cases of other people, as a ratio.

Usage: python bench/lists.py [CASES]. 1.0 means that other people's cases cost nothing; the counts of a Headteacher grow with the school's
own cases, and that line says so. The database is a file in a folder that is removed again, with the settings a server has.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ["ASKFIRST_DATA"] = tempfile.mkdtemp(prefix="askfirst-bench-")
os.environ["DJANGO_SETTINGS_MODULE"] = "askfirst.config.settings"

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- the models need the settings first

from askfirst.casework import access  # noqa: E402
from askfirst.casework.models import Case, CaseAccess  # noqa: E402
from askfirst.people.demo import load_people  # noqa: E402
from askfirst.people.hats import Standing  # noqa: E402
from askfirst.people.standing import standing  # noqa: E402
from askfirst.people.who import by_username  # noqa: E402
from askfirst.trail.keyfile import make_missing  # noqa: E402

FOLDER = Path(os.environ["ASKFIRST_DATA"])
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
MINE = 40  # cases of the teacher's own, whatever the others have
WORST = 3.0


def ref(name: str) -> str:
    found = by_username(name)
    assert found is not None
    return found.ref


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
            for scope in ("person:" + owner, "line-manager-of:" + owner, "head:" + school, "comms"):
                rows.append(CaseAccess(scope=scope, case=case, part=3, kind="press", state="pending", open=True))
        CaseAccess.objects.bulk_create(rows)


def milliseconds(act: Callable[[], object], times: int = 31) -> float:
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        took.append(time.perf_counter() - begun)
    return statistics.median(took) * 1000


def measured() -> dict[str, tuple[float, float, int]]:
    """For each person: a page, a count, and how many they see."""
    found = {}
    for name in ("harrow", "pascoe", "devlin"):
        by: Standing = standing(ref(name), on=MONDAY)
        found[name] = (milliseconds(lambda by=by: access.page(by)), milliseconds(lambda by=by: access.count(by)), access.count(by))  # type: ignore[misc]
    return found


def main() -> int:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    try:
        (FOLDER / "db").mkdir()
        make_missing(FOLDER / "keys")
        call_command("migrate", interactive=False, verbosity=0)
        load_people(monday=MONDAY)
        fill(cases, start=0)
        few = measured()
        fill(cases * 10, start=cases)
        many = measured()
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    worst = 0.0
    for name, (page, count, seen) in many.items():
        before = few[name]
        print("%-8s page %6.2f ms (x %.2f)   count %6.2f ms (x %.2f)   sees %d, then %d" % (
            name, page, page / before[0], count, count / before[1], before[2], seen,
        ))  # fmt: skip
        worst = max(worst, page / before[0])
    print("%d cases, then %d: the worst page took %.2f times as long" % (cases, cases * 10, worst))
    return int(worst > WORST)


if __name__ == "__main__":
    sys.exit(main())
