"""An event is registered with its photo rule: by any member of staff, at a school they work at."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from askfirst.adoption.rulings import ruling_of
from askfirst.casework.fields import BadField, read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.event import DAY, EVENT, RULE, clear
from askfirst.casework.openings.opened import Opened
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.who import names, works_at
from askfirst.words import say

__all__ = ["may_register", "open_event"]

STAFF_ALONE = say("Staff of a school register its events. Ask somebody who works there.")
YEAR = timedelta(days=365)


def may_register(by: Standing) -> bool:
    """Whether this person is here as staff of a school today."""
    return by.capacity is Capacity.STAFF and bool(by.seats) and bool(works_at(by.person, on=by.on))


def open_event(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused for whoever is not here as staff of a school."""
    if not may_register(by):
        raise Refused((Refusal(STAFF_ALONE, "CON-3"),))
    on = london_day(at)
    words = read(EVENT.opening, given, on=on)
    school = _school(str(words.pop("school", "")), by)
    day = date.fromisoformat(str(words[DAY]))
    if day < on - YEAR:
        raise BadField(DAY, say("This day is more than a year ago. A photo rule is not kept so long."))
    until = day + timedelta(days=int(ruling_of("photos", on=on)["days"]))
    return Opened(
        asker=by.person,
        school=school,
        details=words,
        clauses=("CON-3",),
        moves=clear(day=day.isoformat(), until=until.isoformat(), rule=str(words[RULE])),
    )


def _school(said: str, by: Standing) -> str:
    """Where it is: their own school, unless they say the other of two. Raises BadField."""
    here = works_at(by.person, on=by.on)
    if said and said not in here:
        raise BadField("school", say("You do not work at that school. Choose one where you do."))
    own = names([by.person])[by.person].school
    return said or (own if own in here else min(here))
