"""The staff route begins where a concern was sent that way: nobody opens one by hand."""

from datetime import date

from askfirst.casework.kinds.staff_route import EMPLOYED, OF_A_HEAD, OF_THE_LEAD, THROUGH_AGENCY
from askfirst.casework.workflow import OPEN_TO, Move
from askfirst.people.hats import CHAIR, TRUST_LEAD, role
from askfirst.people.would_handle import agency_of, employed, seats_of

__all__ = ["staff_route_moves"]


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
