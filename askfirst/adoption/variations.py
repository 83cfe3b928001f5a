"""What one school adds to a clause: the Trust's text holds everywhere, and beside it stands how it is done there (workflow 3.17)."""

from dataclasses import dataclass
from datetime import date

from askfirst.adoption.editions import in_force
from askfirst.people.holding import values_on
from askfirst.people.settings.known import Setting
from askfirst.people.settings.values import Blank, Kind
from askfirst.procedure.clause import Clause
from askfirst.procedure.trust import School
from askfirst.words import say

__all__ = ["Variation", "named", "variation_setting", "variations_on"]

LONG = 600
HINT = say("It may add to the rule, or say how it is done there. It cannot make the rule weaker.")
STAFF = Blank("plain", say("What holds there besides"), Kind.AREA, HINT, longest=LONG)
STUDENT = Blank(
    "student", say("The same for students"), Kind.AREA, say("Leave it empty if the rule is for staff alone."), needed=False, longest=LONG
)


@dataclass(frozen=True, slots=True)
class Variation:
    """What a school adds to a clause; `student` "" where it has no words for students."""

    school: str
    clause: str
    plain: str
    student: str


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


def variations_on(on: date) -> tuple[Variation, ...]:
    """Every one that holds on that day and whose clause is in force then. Two queries."""
    here = in_force(on=on, readings=False).by_id
    found = []
    for name, value in sorted(values_on(on).items()):
        sort, _, rest = name.partition(".")
        school, _, clause = rest.partition(".")
        if sort == "variation" and clause in here:
            found.append(Variation(school, clause, value["plain"], value["student"]))
    return tuple(found)
