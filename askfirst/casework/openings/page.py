"""A department's page: anybody on the staff may begin one; it is theirs to fill in until they send it."""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework.fields import read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.page import PAGE
from askfirst.casework.openings.opened import Opened
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.who import names
from askfirst.words import say

__all__ = ["open_page"]


def open_page(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused for whoever is not here as staff."""
    if by.capacity is not Capacity.STAFF or not by.seats:
        raise Refused((Refusal(say("This is for staff. Ask a teacher to begin the page with you."), "HYB-4"),))
    words = read(PAGE.opening, given, on=london_day(at))
    return Opened(asker=by.person, school=names([by.person])[by.person].school, details=words, clauses=("HYB-4", "HYB-1", "HYB-2"))
