"""The student route begins where a concern was sent that way: nobody opens one by hand."""

from datetime import date

from askfirst.casework.kinds.student_route_home import ADULT, CARED, NOBODY
from askfirst.casework.kinds.student_route_steps import PASTORAL
from askfirst.casework.workflow import Move
from askfirst.people.hats import HR, Seat, alternate_pastoral, year_lead
from askfirst.people.told import looked_after, may_be_told
from askfirst.people.who import is_adult, names

__all__ = ["pastoral_of", "student_route_moves"]


def pastoral_of(about: str) -> Seat:
    """Who talks to this student first: their Head of Year; without a year, the alternate pastoral lead (A45)."""
    whose = names([about]).get(about)
    if whose is None or not whose.school:
        return HR
    return year_lead(whose.school, whose.year) if whose.year is not None else alternate_pastoral(whose.school)


def student_route_moves(about: str, on: date) -> tuple[Move, ...]:
    """Who talks to them; that they are 18 or over, or looked after, or have nobody we may tell, on that day (A47)."""
    found = [Move(PASTORAL, seat=pastoral_of(about))]
    if is_adult(about, on=on):
        found.append(Move(ADULT))
    elif looked_after(about):
        found.append(Move(CARED))
    elif not may_be_told(about, on=on):
        found.append(Move(NOBODY))
    return tuple(found)
