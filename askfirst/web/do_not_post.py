"""Ask not to be in posts: for whoever is signed in or came by a link, two or three questions; signed out, what it is and how to ask.

Nothing here says whether a person or an entry exists. Nothing is kept before it is sent.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse

from askfirst.casework.fields import Choice, Field
from askfirst.casework.kinds.do_not_post import DO_NOT_POST
from askfirst.people.hats import Capacity, Standing, role
from askfirst.people.holding import todays_trust
from askfirst.people.who import Child, children_of, names
from askfirst.web.door import Door, Given, through
from askfirst.web.session import SignedIn, Visit
from askfirst.web.step_forms import mended
from askfirst.words import Sentence, say

__all__ = ["do_not_post"]

SEALERS = frozenset({"dsl", "deputy-dsl"})
PAGES = (("whom",), ("child", "scope", "what", "until"), ("sealed", "reason"))


def do_not_post(request: HttpRequest) -> HttpResponse:
    return through(request, DOOR)


def _children(by: Standing) -> tuple[Child, ...]:
    """Those a parent may ask for."""
    if by.capacity is not Capacity.PARENT:
        return ()
    return tuple(one for one in children_of(by.person, on=by.on) if not one.adult and one.may_contact)


def _fields(here: SignedIn, given: Given) -> Sequence[Field]:
    """What is asked of this person: nobody is asked for what is not theirs to say, and a parent with no child here for nothing."""
    by, left_out = here.standing, set()
    children = _children(by)
    if by.capacity is Capacity.PARENT and not children:
        return []
    if by.capacity is not Capacity.STAFF:
        left_out.add("whom")
    if len(children) < 2:
        left_out.add("child")
    if not any(role(seat) in SEALERS for seat in by.seats):
        left_out |= {"sealed", "reason"}
    whose = tuple(Choice(one.named.username, say("{name}", name=one.named.name)) for one in children)
    asked = [field for field in DO_NOT_POST.opening if field.id not in left_out]
    return [replace(field, choices=whose) if field.id == "child" else field for field in asked]


def _together(by: Standing) -> Sequence[Collection[str]]:
    return PAGES


def _adds(request: HttpRequest, given: Given) -> Mapping[str, object]:
    """Signed out, whom to ring; else for whom a parent asks, and who reads it of somebody who belongs to no school."""
    by = cast(Visit, request).standing
    if by is None:
        return {"offices": todays_trust().schools}
    children = _children(by)
    return {
        "before": "web/do-not-post/before.html",
        "check": "web/do-not-post/before.html",
        "child": mended(children[0].named.name) if len(children) == 1 else "",
        "central": by.capacity is Capacity.STAFF and not names([by.person])[by.person].school,
        "sealed": given.get("sealed") == "yes",
    }


def _sends(request: HttpRequest, given: Given) -> Sentence:
    central = bool(_adds(request, given).get("central"))
    return say("Send to the communications officer") if central else say("Send to the school office")


DOOR = Door(
    kind=DO_NOT_POST.kind,
    clause="CON-5",
    folder="web/do-not-post/",
    says=say("Ask not to be in posts"),
    opening=DO_NOT_POST.opening,
    fields=_fields,
    adds=_adds,
    sends=_sends,
    together=_together,
)
