"""Ask for a copy of what the Trust holds about you, or say that something went wrong with it: a few questions, or how to ask."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse

from askfirst.casework.fields import Choice, Field
from askfirst.casework.kinds.data_request import DATA_REQUEST
from askfirst.casework.openings.data_request import NOT_FOR_THEM, OWN, young_children
from askfirst.people.hats import Capacity, Standing
from askfirst.web.door import Door, Given, through
from askfirst.web.session import BY_LINK, SignedIn, Visit
from askfirst.words import Sentence, say

__all__ = ["my_data"]

PAGES = (("child", "want"), ("which", "text", "handled"))
SHORT = (("child", "want", "which", "text", "handled"),)
"""The same as one page, for whoever comes by a link."""


def my_data(request: HttpRequest) -> HttpResponse:
    return through(request, DOOR)


def _fields(here: SignedIn, given: Given) -> Sequence[Field]:
    """A parent says whom it is about; everybody else asks for themselves."""
    children = young_children(here.standing)
    who = (Choice(OWN, say("Me")), *(Choice(one.named.username, say("{name}", name=one.named.name)) for one in children))
    asked = []
    for field in DATA_REQUEST.opening:
        if field.id != "child":
            asked.append(field)
        elif children:
            asked.append(replace(field, choices=who))
    return asked


def _together(by: Standing) -> Sequence[Collection[str]]:
    return SHORT if by.capacity in (Capacity.PARENT, Capacity.OUTSIDE) else PAGES


def _adds(request: HttpRequest, given: Given) -> Mapping[str, object]:
    by = cast(Visit, request).standing
    parent = by is not None and by.capacity is Capacity.PARENT
    return {
        "before": "web/my-data/before.html",
        "alone_says": NOT_FOR_THEM if parent else None,
        "by_link": by is not None and bool(request.session.get(BY_LINK)),
        "copy": given.get("want") == "copy",
        "handled": given.get("want") == "wrong" and given.get("handled") == "yes",
    }


def _sends(request: HttpRequest, given: Given) -> Sentence:
    past = given.get("want") == "wrong" and given.get("handled") == "yes"
    return say("Send it past the Data Protection Officer") if past else say("Send to the Data Protection Officer")


DOOR = Door(
    kind=DATA_REQUEST.kind,
    clause="PRI-4",
    folder="web/my-data/",
    says=say("Ask about your data"),
    opening=DATA_REQUEST.opening,
    fields=_fields,
    adds=_adds,
    sends=_sends,
    together=_together,
)
