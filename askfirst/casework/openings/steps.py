"""A list of one's own is saved: for whoever saves it, and a tutor to share it with where there is one."""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework.fields import read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.steps import FIELDS, TUTOR
from askfirst.casework.openings.opened import Opened
from askfirst.casework.workflow import Move
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.who import names
from askfirst.words import say

__all__ = ["open_steps"]


def open_steps(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused for whoever is not here any more."""
    if not by.seats:
        raise Refused((Refusal(say("You are not here any more, so nothing can be saved for you."), "CON-8"),))
    who = names([by.person])[by.person]
    tutor = by.capacity is Capacity.STUDENT and who.school and who.class_name
    return Opened(
        asker=by.person,
        school=who.school,
        details={"saved": True, **read(FIELDS, given, on=london_day(at))},
        clauses=("CON-7", "CON-8", "CON-9"),
        moves=(Move(TUTOR, seat=hats.tutor(who.school, who.class_name)),) if tutor else (),
    )
