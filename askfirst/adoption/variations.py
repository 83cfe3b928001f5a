"""What one school adds to a clause: the Trust's text holds everywhere, and beside it stands how it is done there (workflow 3.17)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from askfirst.people.holding import trust_on, values_on, values_on_each
from askfirst.people.settings.known import Setting
from askfirst.people.settings.values import Blank, Kind
from askfirst.procedure.clause import Addition, Clause, Edition
from askfirst.procedure.trust import School
from askfirst.words import say

__all__ = ["additions_on", "fresh_since", "named", "of_its_clauses", "variation_setting"]

LONG = 600
HINT = say("It may add to the rule, or say how it is done there. It cannot make the rule weaker.")
STAFF = Blank("plain", say("What holds there besides"), Kind.AREA, HINT, longest=LONG)
STUDENT = Blank(
    "student", say("The same for students"), Kind.AREA, say("Leave it empty if the rule is for staff alone."), needed=False, longest=LONG
)


def named(school: str, clause: str) -> str:
    """The name of its setting."""
    return "variation.%s.%s" % (school, clause)


def variation_setting(school: School, clause: Clause) -> Setting:
    """It takes two people: it says what somebody must do."""
    says = say("{clause} at {school}", clause=clause.id, school=school.name)
    return Setting(
        named(school.id, clause.id), says, say("It stands beside the rule, for whoever reads it."),
        "/procedure/clauses/%s/" % clause.id, (STAFF, STUDENT), weight=True,
    )  # fmt: skip


def additions_on(on: date) -> tuple[Addition, ...]:
    """Every one that holds on that day, by school. Two queries."""
    called = {one.id: one.name for one in trust_on(on).schools}
    found = []
    for name, value in sorted(values_on(on).items()):
        sort, _, rest = name.partition(".")
        school, _, clause = rest.partition(".")
        if sort == "variation" and school in called:
            found.append(Addition(school, called[school], clause, value["plain"], value["student"]))
    return tuple(found)


def fresh_since(days: Collection[date], *, on: date) -> dict[date, tuple[Addition, ...]]:
    """Of each of these days: what schools add on `on` and did not add then, or in other words. Three queries, or two where none adds."""
    now = additions_on(on)
    before = values_on_each(days) if now else {}
    return {day: tuple(one for one in now if not _as_it_was(one, before[day])) if now else () for day in days}


def _as_it_was(one: Addition, values: Mapping[str, Mapping[str, str]]) -> bool:
    was = values.get(named(one.school, one.clause))
    return was is not None and (was["plain"], was["student"]) == (one.plain, one.student)


def of_its_clauses(edition: Edition, additions: Iterable[Addition]) -> tuple[Addition, ...]:
    """Those to a clause of this edition; in its order."""
    place = {clause.id: at for at, clause in enumerate(edition.clauses)}
    return tuple(sorted((one for one in additions if one.clause in place), key=lambda one: (place[one.clause], one.school)))
