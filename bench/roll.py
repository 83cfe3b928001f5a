"""Whether the same file of people again costs little: 20,000 people first, unchanged again, and with one in a hundred moved, as ratios.

Usage: python bench/roll.py [PEOPLE]. The first line reads, compares and writes; the second must write no row and take at most a third of
that. The file is read alone too, for it is the part that both share. The database is a file in a folder that is removed again.
"""

import io
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime

from database import database
from django.db import connection

from askfirst.people import roll
from askfirst.people.models import School
from askfirst.people.roster.read import read

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
SCHOOLS = 20
STAFF_IN = 8  # one in eight is staff
MOST = 1 / 3
HEAD = "id,name,kind,school,job title,email,born,year,class,tutor of,line manager id,seats,starts,ends,share\r\n"


def line(number: int, *, moved: bool) -> str:
    """One person; every eighth is staff, with a manager near them, and every fortieth a tutor."""
    school = "school-%d" % (number // STAFF_IN % SCHOOLS)
    if number % STAFF_IN:
        year = 7 + (number + moved) % 5
        return "S%d,Ada Number%d,student,%s,,,2012-03-%02d,%d,%dA,,,,,," % (number, number, school, 1 + number % 28, year, year)
    manager = "" if number < STAFF_IN * SCHOOLS * 2 else "S%d" % (number % (STAFF_IN * SCHOOLS))
    tutor = "T%d" % number if number % 40 == 0 else ""
    job = "Teacher of maths" if moved else "Teacher"
    mail = "s%d@%s.example" % (number, school)
    return "S%d,Ms Bea Number%d,staff,%s,%s,%s,,,,%s,%s,,2024-09-01,,1" % (number, number, school, job, mail, tutor, manager)


def made(people: int, *, moved: bool = False) -> bytes:
    rows = [line(number, moved=moved and number % 100 == 1) for number in range(people)]
    return (HEAD + "\r\n".join(rows) + "\r\n").encode()


def timed(act: Callable[[], int]) -> tuple[float, int]:
    begun = time.perf_counter()
    rows = act()
    return time.perf_counter() - begun, rows


def bring_in(raw: bytes) -> int:
    """As the nightly command does it; the rows of the plan."""
    looked = roll.look(io.BytesIO(raw), full=True, on=TODAY)
    if looked.plan.problems:
        raise ValueError(str(looked.plan.problems[0].whole))
    if looked.plan.ops:
        ref = roll.keep(raw, looked=looked, full=True, by="", at=NOW)
        if roll.apply(ref, by=None, digest=looked.plan.digest, at=NOW, looked=looked) != roll.APPLIED:
            raise ValueError("a second person is wanted: the benchmark moves too many people")
    return len(looked.plan.ops)


def written() -> int:
    """How many rows this connection ever changed."""
    with connection.cursor() as cursor:
        return int(cursor.execute("SELECT total_changes()").fetchone()[0])


def main() -> int:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with database(cast=False):
        School.objects.bulk_create(School(id="school-%d" % one, name="School %d" % one) for one in range(SCHOOLS))
        raw = made(people)
        alone, _ = timed(lambda: len(read(io.BytesIO(raw)).rows))
        first, rows = timed(lambda: bring_in(raw))
        before = written()
        again, none = min((timed(lambda: bring_in(raw)) for _ in range(3)), key=lambda one: one[0])
        zero = written() - before
        moved, some = timed(lambda: bring_in(made(people, moved=True)))
    print("%d people first: %5.2f s, %d rows written (reading the file alone: %.2f s)" % (people, first, rows, alone))
    print("the same again:     %5.2f s (x %.2f of the first), %d rows in the plan, %d rows written" % (again, again / first, none, zero))
    print("1 in 100 changed:   %5.2f s (x %.2f of the first), %d rows written" % (moved, moved / first, some))
    print("the same file again took %.2f of the first time (at most %.2f) and wrote %d rows (at most 0)" % (again / first, MOST, zero))
    return int(again > first * MOST or zero > 0 or none > 0)


if __name__ == "__main__":
    sys.exit(main())
