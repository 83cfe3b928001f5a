"""Tell us of a page that pretends to be ours: a few questions, or how to tell. Nothing here says what any page is."""

from collections.abc import Collection, Mapping, Sequence

from django.http import HttpRequest, HttpResponse

from askfirst.casework.fields import Field
from askfirst.casework.kinds.impostor import IMPOSTOR
from askfirst.people.hats import Capacity, Standing
from askfirst.web.door import Door, Given, through
from askfirst.web.help import helpers
from askfirst.web.house import student_reads
from askfirst.web.session import SignedIn
from askfirst.words import Sentence, say

__all__ = ["not_ours"]

PAGES = (("address", "what"), ("children", "text"))
SHORT = (("address", "what", "children", "text"),)
"""The same as one page, for whoever comes by a link."""


def not_ours(request: HttpRequest) -> HttpResponse:
    return through(request, DOOR)


def _fields(here: SignedIn, given: Given) -> Sequence[Field]:
    return IMPOSTOR.opening


def _together(by: Standing) -> Sequence[Collection[str]]:
    return SHORT if by.capacity in (Capacity.PARENT, Capacity.OUTSIDE) else PAGES


def _adds(request: HttpRequest, given: Given) -> Mapping[str, object]:
    """Who can help, before anything is asked."""
    asks_children = given.get("children") == "yes"
    return {"before": "web/not-ours/before.html", "asks_children": asks_children, **helpers(student=student_reads(request))}


def _sends(request: HttpRequest, given: Given) -> Sentence:
    return say("Send to the communications officer")


DOOR = Door(
    kind=IMPOSTOR.kind,
    clause="HYB-1",
    folder="web/not-ours/",
    says=say("Tell us of a page that is not ours"),
    opening=IMPOSTOR.opening,
    fields=_fields,
    adds=_adds,
    sends=_sends,
    together=_together,
)
