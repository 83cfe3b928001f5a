"""Away, and back: read from a form, written with people, and whoever then acts hears at once what is waiting.

From the next morning on `deadlines` tells whoever sits where somebody else sat the day before; here it is the same day.
Source: workflows.md 3.0 (delegations are dated; actions show for whom), 3.19, ruling 9.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction

from askfirst.casework.deadlines import look_again
from askfirst.casework.fields import BadField, Day, Field, read
from askfirst.casework.models import CaseCall
from askfirst.people import away
from askfirst.people.hats import Standing
from askfirst.people.would_handle import employed_still, who_is_called
from askfirst.words import say

__all__ = ["FIRST_DAY", "LAST_DAY", "STAND_IN", "be_back", "go_away"]

LONGEST = timedelta(days=366)
FIRST_DAY = Field(
    "starts", say("First day away"), say("Give the first day you are away."), hint=say("Such as 25/11/2026"), day=Day.COMING, lines=1
)
LAST_DAY = Field(
    "ends", say("Last day away"), say("Give the last day you are away."), hint=say("You can come back sooner."), day=Day.COMING, lines=1
)
STAND_IN = Field(
    "to",
    say("Who acts for you?"),
    say("Name who acts for you."),
    hint=say("A name or a username. Leave it empty, and the next person up is asked."),
    needed=False,
    lines=1,
)


def go_away(by: Standing, given: Mapping[str, object], *, at: datetime) -> None:
    """The days and, where there is something to act in, who stands in. Raises BadField; then nothing has changed."""
    matters = away.matters_of(by)
    words = read((FIRST_DAY, LAST_DAY, *((STAND_IN,) if matters else ())), given, on=by.on)
    starts, ends = date.fromisoformat(str(words["starts"])), date.fromisoformat(str(words["ends"]))
    if ends < starts:
        raise BadField("ends", say("The last day is before the first. Look at both days again."))
    if ends - starts > LONGEST:
        raise BadField("ends", say("That is longer than a year. Give a last day within a year; you can tell us again then."))
    to = _stand_in(str(words["to"]), by, starts) if "to" in words else ""
    with transaction.atomic():
        try:
            away.tell(by, starts=starts, ends=ends, to=to, at=at)
        except away.Overlaps as problem:
            raise BadField(
                "starts",
                say(
                    "You told us of days away from {day} before. Say you are back from those first.", day=problem.before.starts.isoformat()
                ),
            ) from None
        if starts == by.on:
            seats = [seat for seat in by.seats if not by.acting_for(seat)]
            look_again(CaseCall.objects.filter(seat__in=seats), at, sat=by.person)


def be_back(by: Standing, *, id: int, at: datetime) -> bool:
    """Ends a period of their own; False where it is not theirs, or over."""
    with transaction.atomic():
        return away.end(by, id=id, at=at)


def _stand_in(name: str, by: Standing, on: date) -> str:
    """The reference of whoever was named. Raises BadField for nobody, several, oneself, and who is not employed here (ruling 6)."""
    people = who_is_called(name)
    if [one.ref for one in people] == [by.person]:
        raise BadField("to", say("You cannot act for yourself. Name somebody else, or leave it empty."))
    employees = [one.ref for one in people if one.ref != by.person and employed_still(one.ref, on=on)]
    if len(employees) > 1:
        raise BadField("to", say("Several people here have that in their name. Write the whole name, or their username."))
    if not employees:
        raise BadField("to", say("Nobody else who is employed here is called so. Check the name, or leave it empty."))
    return employees[0]
