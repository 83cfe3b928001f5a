"""The staff route begins where a concern was sent that way: nobody opens one by hand."""

from collections.abc import Mapping
from datetime import date, datetime

from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.staff_route import EMPLOYED, OF_A_HEAD, OF_THE_LEAD, THROUGH_AGENCY
from askfirst.casework.openings.opened import Opened
from askfirst.casework.workflow import OPEN_TO, Move
from askfirst.people.hats import CHAIR, TRUST_LEAD, Standing, role
from askfirst.people.would_handle import agency_of, employed, seats_of
from askfirst.words import say

__all__ = ["open_staff_route", "staff_route_moves"]


def open_staff_route(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises Refused, always."""
    raise Refused((Refusal(say("Tell us of a concern first. Whoever looks at it sends it this way."), "DIS-1"),))


def staff_route_moves(about: str, on: date) -> tuple[Move, ...]:
    """Whether they are employed here or come through an agency; who reads along above a Headteacher or the Executive Headteacher (A11)."""
    seats = seats_of(about, on=on)
    found = [Move(EMPLOYED)] if employed(about, on=on) else []
    if not found and agency_of(about, on=on):
        found.append(Move(THROUGH_AGENCY))
    if TRUST_LEAD in seats:
        return (*found, Move(OF_THE_LEAD), Move(OPEN_TO, seat=CHAIR))
    if any(role(seat) == "head" for seat in seats):
        return (*found, Move(OF_A_HEAD), Move(OPEN_TO, seat=TRUST_LEAD))
    return tuple(found)
