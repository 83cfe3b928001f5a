"""A page that may not be ours is told of: by anybody who is here, or who came by a link. Communications look at it."""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework.fields import BadField, read, read_text
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.impostor import OPENING
from askfirst.casework.openings.opened import Opened
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.people.who import names
from askfirst.procedure.links import LONGEST_LINK, BadLink, read_link
from askfirst.words import say

__all__ = ["open_impostor"]

WEB = ("https://", "http://")
WHOLE = say("Copy the whole address again. It starts with https:// or http://.")


def open_impostor(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, also for what is no address of the web, and Refused for whoever is not here any more."""
    if not by.seats:
        raise Refused((Refusal(say("You are not here any more. Ring the school, and tell them of the page."), "HYB-1"),))
    text = read_text(given, "address")
    address = _address(text) if text else ""  # first: whoever pasted what is none hears of that before anything else
    words = read(OPENING, given, on=london_day(at))
    return Opened(
        asker=by.person,
        school=names([by.person])[by.person].school,
        details={**words, "address": address},
        clauses=("HYB-1",),
    )


def _address(given: str) -> str:
    """The address of the web that stands in what was pasted; it is not opened. Raises BadField."""
    try:
        link = read_link(given)
    except BadLink as problem:
        raise BadField("address", problem.sentence if len(given.strip()) > LONGEST_LINK else WHOLE) from None
    if not link.is_web or not link.text.lower().startswith(WEB):
        raise BadField("address", WHOLE)
    return link.text
