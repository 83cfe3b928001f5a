"""A department's page: anybody on the staff may begin one; it is theirs to fill in until they send it.

Communications, who keep the register, may begin one for whoever keeps it, with its list filled in. It is that person's to look over and
to send: nothing is talked about, agreed to or made official by it (HYB-1, HYB-4).
"""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework.fields import read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.page import PAGE
from askfirst.casework.kinds.page_words import (
    COMMENTS,
    KEEPS,
    LOGIN,
    PHOTOS,
    RECOVERY,
    SECOND,
    STUDENTS,
    SUCCESSOR,
    own_addresses,
)
from askfirst.casework.known import employee
from askfirst.casework.openings.opened import Opened
from askfirst.people.calendar import london_day
from askfirst.people.hats import COMMS, Capacity, Standing
from askfirst.people.holding import trust_on
from askfirst.people.who import names
from askfirst.words import say

__all__ = ["FILLED", "open_page"]

CLAUSES = ("HYB-4", "HYB-1", "HYB-2")
FILLED = {"people": (SECOND, SUCCESSOR), "account": (LOGIN, RECOVERY), "rules": (PHOTOS, COMMENTS, STUDENTS)}
"""The list of a page, filled in where it is begun for somebody."""
FOR_ANOTHER = (*PAGE.opening, KEEPS, *(field for fields in FILLED.values() for field in fields))


def open_page(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused for whoever is not here as staff; with an `owner`, for whoever does not keep the register."""
    if by.capacity is not Capacity.STAFF or not by.seats:
        raise Refused((Refusal(say("This is for staff. Ask a teacher to begin the page with you."), "HYB-4"),))
    if KEEPS.id in given:
        return _for_another(given, by=by, at=at)
    words = read(PAGE.opening, given, on=london_day(at))
    return Opened(asker=by.person, school=names([by.person])[by.person].school, details=words, clauses=CLAUSES)


def _for_another(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    if COMMS not in by.seats:
        raise Refused((Refusal(say("Communications begin a page for somebody else. Leave out who keeps it, and it is yours."), "HYB-4"),))
    on = london_day(at)
    words = read(FOR_ANOTHER, given, on=on)
    owner = employee("owner", str(words["owner"]), but=(), on=on)
    for field in ("second", "successor"):
        employee(field, str(words[field]), but={owner}, on=on)
    own_addresses(words, trust_on(on).domains, "login", "recovery")
    details = {field.id: words[field.id] for field in PAGE.opening if field.id in words}
    filled = {step: {field.id: words[field.id] for field in fields} for step, fields in FILLED.items()}
    return Opened(asker=owner, school=names([owner])[owner].school, details=details, clauses=CLAUSES, filled=filled)
