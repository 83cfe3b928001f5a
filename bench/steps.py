"""Whether a step stays quick as cases grow: the median time of a step at n and at 10 n cases of other people, as a ratio; wanted is 1.5.

Usage: python bench/steps.py [CASES]. A step is what a person does: found, refused or written, sealed, routed, told of and put into the
trail, in one transaction. The same round of openings and steps of three kinds is taken at both sizes. The other cases are real ones of
every kind with all their rows, copied in the database. It is a file in a folder that is removed again, with the settings a server has.
"""

import statistics
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial

from database import MONDAY, database
from django.db import connection, models, transaction

from askfirst.casework import steps
from askfirst.casework.models import Case, CaseAccess, CaseBar, CaseCall, CaseStep
from askfirst.people.hats import Standing
from askfirst.people.standing import standing
from askfirst.people.who import by_username
from askfirst.trail.models import Event, Head, Notice
from askfirst.vault.models import CaseKey, Sealed

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
ROUNDS, BLOCKS, WANTED = 8, 5, 1.5  # the lowest median of several blocks: what else the machine does meanwhile is not ours
GAP = 1000  # between the numbers of one copy and the next
FACTORS = {"impartiality": True, "confidentiality": True, "conflict": True, "commercial": True}
SETTLED = {"outcome": "no-conflict", "note": "All is well.", **FACTORS}
QUESTION = {"text": "May I write about the trench letters?", "to": "line-manager"}
OPENINGS: Mapping[str, Mapping[str, object]] = {
    "question": QUESTION,
    "press": {"schools": ["brannocks"], "asked": "My post about the fair."},
    "declaration": {"what": "blog", "topic": "Trenches", "says": "no"},
    "plan": {"topic": "A podcast", "says": "yes"},
    "interest": {"text": "My blog praises a club I work with."},
    "offer": {"payer": "A firm", "text": "A column", "band": "gift", "already": "no", "supplier": "no"},
}
# What is copied along with a case: by its number, and by its reference in this column.
BY_ID: tuple[type[models.Model], ...] = (CaseStep, CaseCall, CaseAccess, CaseBar)
BY_REF: Mapping[type[models.Model], str] = {Event: "chain", Head: "chain", Notice: "case", CaseKey: "case", Sealed: "case"}


def somebody(name: str) -> Standing:
    found = by_username(name)
    assert found is not None
    return standing(found.ref, on=MONDAY)


def others() -> list[str]:
    """A few cases of every kind, of people who take no part in the round."""
    asker, manager = somebody("tolland"), somebody("finnis")
    refs = []
    for kind, details in OPENINGS.items():
        refs.append(steps.open_case(kind=kind, by=asker, details=details, at=NOW))
        if kind == "question":
            given = {"text": "Yes.", "strength": "You may", "outside": True}
            steps.take(ref=refs[-1], step="answer", by=manager, given=given, at=NOW)
        elif kind != "press":
            steps.take(ref=refs[-1], step="talk", by=manager, given={"how": "by-message"}, at=NOW)
    return refs


def copies(first: int, last: int, *, each: int) -> None:
    """The first cases, `each` of them, once more for every number, with all their rows."""
    number = "numbers.n * %d + " % GAP
    ref = "(SELECT printf('C%07d', NUMBER one.id) FROM casework_case AS one WHERE one.ref = old.\"COLUMN\")".replace("NUMBER", number)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE numbers AS WITH RECURSIVE some(n) AS (SELECT %d UNION ALL SELECT n + 1 FROM some WHERE n < %d)"
                       " SELECT n FROM some" % (first, last - 1))  # fmt: skip
        changed = {"id": number + "old.id", "ref": "printf('C%07d', NUMBER old.id)".replace("NUMBER", number)}
        cursor.execute(_copy(Case, changed, "old.id <= %d" % each))
        for table in BY_ID:
            cursor.execute(_copy(table, {"case_id": number + "old.case_id"}, "old.case_id <= %d" % each))
        for table, column in BY_REF.items():
            changed = {column: ref.replace("COLUMN", column)} | ({"key": "old.key || ':' || numbers.n"} if table is Notice else {})
            known = 'old."%s" IN (SELECT ref FROM casework_case WHERE id <= %d)' % (column, each)
            cursor.execute(_copy(table, changed, known))
        cursor.execute("DROP TABLE numbers")
        cursor.execute("ANALYZE")


def _copy(table: type[models.Model], changed: Mapping[str, str], which: str) -> str:
    """The statement that copies these rows of a table, with what differs."""
    columns = [str(one.column) for one in table._meta.concrete_fields if one.column in changed or not one.primary_key]
    into = ", ".join('"%s"' % name for name in columns)
    values = ", ".join(changed.get(name, 'old."%s"' % name) for name in columns)
    name = table._meta.db_table
    return "INSERT INTO %s (%s) SELECT %s FROM %s AS old, numbers WHERE %s" % (name, into, values, name, which)


def rounds(number: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each opening and of each step, over many rounds."""
    teacher, manager, head = somebody("harrow"), somebody("pascoe"), somebody("devlin")
    opened: list[float] = []
    taken: list[float] = []

    def timed(act: Callable[[], str], into: list[float]) -> str:
        begun = time.perf_counter()
        ref = act()
        into.append((time.perf_counter() - begun) * 1000)
        return ref

    for turn in range(ROUNDS):
        at = NOW + timedelta(minutes=number * ROUNDS + turn)
        begin = partial(steps.open_case, by=teacher, at=at)
        asked = timed(partial(begin, kind="question", details=QUESTION), opened)
        press = timed(partial(begin, kind="press", details={"schools": ["northgate"], "asked": "My post."}), opened)
        told = timed(partial(begin, kind="declaration", details=OPENINGS["declaration"]), opened)
        for ref, by, step, given in (
            (asked, manager, "answer", {"text": "Yes.", "strength": "You may", "outside": True}),
            (asked, teacher, "that-helps", {}),
            (press, head, "consult", {"advice": "Take your time."}),
            (press, teacher, "respond", {"note": "Done."}),
            (told, manager, "talk", {"how": "by-message"}),
            (told, manager, "settle", SETTLED),
            (told, teacher, "reply", {"text": "Thank you."}),
        ):
            timed(partial(steps.take, ref=ref, step=step, by=by, given=given, at=at), taken)
    return opened, taken


def main() -> int:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    found = []
    with database():
        each = len(others())
        rounds(0)  # whatever is made ready once is made ready
        begun = 1
        for number, many in enumerate((cases, cases * 10), start=1):
            until = (many - Case.objects.count()) // each + begun
            copies(begun, until, each=each)
            begun = until
            blocks = [[statistics.median(times) for times in rounds(number * BLOCKS + block)] for block in range(BLOCKS)]
            found.append((Case.objects.count(), [min(times) for times in zip(*blocks, strict=True)]))
    worst = 0.0
    for which, name in enumerate(("opening", "step")):
        few, lots = (size[1][which] for size in found)
        worst = max(worst, lots / few)
        print("%-8s median %.2f ms at %d cases, %.2f ms at %d, x %.2f (wanted %.1f)" % (
            name, few, found[0][0], lots, found[1][0], lots / few, WANTED,
        ))  # fmt: skip
    return int(worst > WANTED)


if __name__ == "__main__":
    sys.exit(main())
