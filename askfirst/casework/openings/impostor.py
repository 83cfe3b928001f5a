"""A page that may not be ours is told of: by anybody who is here, or who came by a link. Communications look at it."""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework.fields import read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.impostor import OPENING
from askfirst.casework.openings.opened import Opened
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.people.who import names
from askfirst.words import say

__all__ = ["open_impostor"]


def open_impostor(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, also for what is no address of the web, and Refused for whoever is not here any more."""
    if not by.seats:
        raise Refused((Refusal(say("You are not here any more. Ring the school, and tell them of the page."), "HYB-1"),))
    words = read(OPENING, given, on=london_day(at))
    return Opened(
        asker=by.person,
        school=names([by.person])[by.person].school,
        details=words,
        clauses=("HYB-1",),
    )
