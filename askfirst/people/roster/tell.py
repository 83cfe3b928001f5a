"""What becomes of somebody who was on the roll, in words, in the list where a reader looks for it; pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from askfirst.people.hats import Capacity
from askfirst.people.roster.known import PlainRow
from askfirst.people.roster.plan import Change, Plan
from askfirst.people.roster.read import Row
from askfirst.people.roster.who_is_who import Lines
from askfirst.words import Sentence, say

__all__ = ["day_words", "tell"]

MOVES = frozenset({"school", "year", "class_name"})
SAID_ELSEWHERE = MOVES | {"left_on", "is_active"}
CALLED = {
    "username": say("username"),
    "name": say("name"),
    "short": say("how pages name them"),
    "title": say("job title"),
    "email": say("mail"),
    "kind": say("kind"),
    "born": say("day of birth"),
}


def day_words(day: date) -> str:
    return "%d %s" % (day.day, day.strftime("%B %Y"))


def tell(plan: Plan, lines: Lines, person: PlainRow, changed: Mapping[str, Any], *, schools: Mapping[str, str], comes_back: bool) -> None:
    """Puts what changed about this person into the lists of the plan."""
    row = lines.first

    def put(into: list[Change], says: Sentence) -> None:
        into.append(Change(lines.key, row.name, says, row.line))

    if comes_back:
        put(plan.joiners, say("Comes back"))
    elif "left_on" in changed and changed["left_on"] is None:
        put(plan.details, say("Does not leave on {day} any more", day=day_words(person["left_on"])))
    elif "left_on" in changed:
        put(plan.leavers, say("Would leave. Last day: {day}", day=day_words(changed["left_on"])))
    if MOVES & changed.keys():
        put(plan.moves, _moved(row, schools))
    other = sorted(changed.keys() - SAID_ELSEWHERE)
    if other:
        put(plan.details, say("Changes: {fields}", fields=", ".join(str(CALLED[field]) for field in other)))


def _moved(row: Row, schools: Mapping[str, str]) -> Sentence:
    school = say("{school}", school=schools[row.school]) if row.school else say("the central team")
    if row.kind != Capacity.STUDENT:
        return say("To {school}", school=school)
    year = "–" if row.year is None else row.year
    return say("To {school}, year {year}, class {class_name}", school=school, year=year, class_name=row.class_name or "–")
