"""A group only for learning: proposed by staff for a page of their own department; the second adult may be named later."""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework import access
from askfirst.casework.access import Found, Missing
from askfirst.casework.fields import BadField, read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.exemption import EXEMPTION, clear
from askfirst.casework.kinds.page import LIVE
from askfirst.casework.kinds.page_words import own_addresses
from askfirst.casework.known import employee
from askfirst.casework.openings.opened import Opened
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.holding import trust_on
from askfirst.people.who import names
from askfirst.procedure.guides import UnknownService, service
from askfirst.words import say

__all__ = ["open_exemption"]

ELSEWHERE = "other"


def open_exemption(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused for whoever is not here as staff."""
    if by.capacity is not Capacity.STAFF or not by.seats:
        raise Refused((Refusal(say("This is for staff. Ask a teacher to begin the group."), "SNS-6"),))
    on = london_day(at)
    words = read(EXEMPTION.opening, given, on=on)
    own_addresses(words, trust_on(on).domains, "login")
    page = _own_page(str(words.pop("about_page")), by).case
    second = employee("second", str(words["second"]), but={by.person}, on=on) if "second" in words else ""
    return Opened(
        asker=by.person,
        school=names([by.person])[by.person].school,
        details=words,
        clauses=("SNS-6", "SNS-7", "HYB-1"),
        moves=clear(words, page=page.ref, official=page.state in LIVE, service=_service(str(words["service"])), second=second),
        parties=frozenset({second} - {""}),
    )


def _own_page(ref: str, by: Standing) -> Found:
    """A department's page that is theirs. Raises BadField, the same for a page of somebody else and for none at all."""
    try:
        found = access.find(ref.strip(), by)
    except Missing:
        found = None
    if found is None or found.case.kind != "page" or found.case.asker_id != by.person:
        raise BadField("about_page", say("This is no page of yours. Choose one of your own department’s pages."))
    return found


def _service(name: str) -> str:
    """Our own id of the app or site; "other" for one we have no guide to."""
    try:
        return service(" ".join(name.split())).id
    except UnknownService:
        return ELSEWHERE
