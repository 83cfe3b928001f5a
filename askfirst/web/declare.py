"""Tell us about a blog, a plan, a conflict, an offer, a page or a group: which of them, and a door for each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.advice.names import asks_about
from askfirst.casework.fields import Choice, Field
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.kinds.declaration import PROFILE
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.holding import todays_trust
from askfirst.people.routes_for import doors
from askfirst.people.who import names
from askfirst.web.ask_whom import whom
from askfirst.web.declare_check import KEPT, as_asked, look, takes, wants_a_look
from askfirst.web.door import Door, Given, rule, through
from askfirst.web.own_pages import own_pages
from askfirst.web.plain import not_this_way
from askfirst.web.questions import Questions
from askfirst.web.session import SignedIn, signed_in
from askfirst.words import Sentence, say

__all__ = ["declare", "declare_one"]

OF_STAFF = frozenset({"page", "exemption"})
"""Kinds of case that staff alone begin."""
OWN_BLOG, ANSWERABLE = frozenset({"declaration", "plan"}), "WEB-4"
"""On whose pages stands, for information, what somebody who posts answers for; nowhere else."""
AT_WORK = frozenset({Capacity.STAFF, Capacity.TRUSTEE})
PLACES = {
    "declaration": "blog",
    "plan": "plan",
    "interest": "interest",
    "page": "department",
    "exemption": "group",
    "offer": "offer",
}
BEGINS: Mapping[str, Sentence] = {"page": say("Begin the list of tasks"), "exemption": say("Begin the group")}
HINTS: Mapping[str, Sentence] = {
    "declaration": say("You should talk about it with your line manager."),
    "plan": say("Nobody approves or turns it down."),
    "interest": say("You must talk about it with your line manager."),
    "page": say("A list of tasks. You can stop and come back."),
    "exemption": say("As a part of your department’s page. Read the advice first."),
    "offer": say("Gifts and free things count too."),
}


def _may(here: SignedIn) -> bool:
    return here.standing.capacity in AT_WORK and bool(here.standing.seats)


def _matters(here: SignedIn) -> list[Door]:
    """What this person may tell of: a department's page, and a group that is part of one, are staff's."""
    trustee = here.standing.capacity is Capacity.TRUSTEE
    return [one for one in MATTERS if not (trustee and one.kind in OF_STAFF)]


@signed_in
def declare(request: HttpRequest) -> HttpResponse:
    """What there is to tell of; whoever has nothing to tell learns so here."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    matters = [(PLACES[one.kind], one.says, HINTS[one.kind], one.clause) for one in _matters(here)]
    return render(request, "web/declare/start.html" if _may(here) else "web/declare/not-here.html", {"matters": matters})


@signed_in
def declare_one(request: HttpRequest, slug: str) -> HttpResponse:
    """GET: the first question. POST: the next one, the answers, or the case."""
    here = cast(SignedIn, request)
    if slug not in PLACES.values():
        raise Http404
    matter = next((one for one in _matters(here) if PLACES[one.kind] == slug), None)
    if matter is None or not _may(here):
        if request.method not in ("GET", "HEAD", "POST"):
            return not_this_way(request, allow="GET, HEAD, POST")
        return render(request, "web/declare/not-here.html", {})
    return look(here) if matter.kind == "declaration" and wants_a_look(request) else through(request, matter)


def _fields(kind: str, here: SignedIn, given: Given) -> Sequence[Field]:
    """What is asked, with what this person has to choose from: their posts, where there is more than one; the pages they run."""
    found = []
    for field in WORKFLOWS[kind].opening:
        if field.id == "about_page":
            pages = own_pages(here.standing, at=here.now)
            if not pages:
                return []
            found.append(replace(field, choices=pages))
        elif field.id == "post":
            posts = _posts(here)
            found += [replace(field, choices=posts)] if posts else []
        elif field.id in KEPT:
            found += as_asked(given, today=london_day(here.now)) if field.id == KEPT[0] else []
        elif field.id != "brand" or asks_about(given.get("address", ""), todays_trust()):
            found.append(field)
    return found


def _posts(here: SignedIn) -> tuple[Choice, ...]:
    staff = here.standing.capacity is Capacity.STAFF
    return tuple(Choice(one.value, one.says, one.hint) for one in whom(here.standing, at=here.now).posts) if staff else ()


def _one_a_page(by: Standing) -> Sequence[Collection[str]]:
    return ()


def _adds(kind: str, request: HttpRequest, given: Given) -> Mapping[str, object]:
    here, clause = cast(SignedIn, request), next(one.clause for one in MATTERS if one.kind == kind)
    staff, says = here.standing.capacity is Capacity.STAFF, given.get("says") in ("yes", "unsure")
    central = staff and not names([here.standing.person])[here.standing.person].school
    return {
        "rules": [rule(request, one) for one in (clause, *([ANSWERABLE] if kind in OWN_BLOG else []))],
        "why": say("The procedure covers everybody who works for the Trust, central staff too (INT-1).") if central else None,
        "before": "web/declare/before.html",
        "beside": "web/declare/beside.html",
        "to": _to(here, given),
        "trustee": here.standing.capacity is Capacity.TRUSTEE,
        "disclaimer": todays_trust().disclaimer if says else "",
        "register": todays_trust().register_of_interests,
        "paid_work": todays_trust().secondary_employment,
    }


def _to(here: SignedIn, given: Given) -> Sentence | None:
    """Whoever it would go to today, by name; None where a chain decides."""
    if here.standing.capacity is not Capacity.STAFF or given.get("about"):
        return None
    post = given.get("post", "")
    door = next((one for one in doors(here.standing.person, student=False, on=here.standing.on) if one.post == post), None)
    if door is None or not door.person:
        return None
    known = names([ref for ref in (door.person, door.acting_for) if ref])
    if door.acting_for:
        return say("{name} acting for {other}", name=known[door.person].short, other=known[door.acting_for].short)
    return say("{name}", name=known[door.person].short)


def _sends(kind: str, request: HttpRequest, given: Given) -> Sentence:
    here = cast(SignedIn, request)
    if kind in BEGINS:
        return BEGINS[kind]
    if (to := _to(here, given)) is not None:
        return say("Send to {who}", who=to)
    if here.standing.capacity is Capacity.TRUSTEE:
        return say("Send to the governance professional")
    return say("Send to your line manager")


def _nothing_to_tell(here: SignedIn, asking: Questions) -> HttpResponse | None:
    """A profile needs advice alone (A35)."""
    if asking.given.get("what") != PROFILE:
        return None
    context = {"disclaimer": todays_trust().disclaimer, "page": "what", "carried": asking.carried()}
    return render(here, "web/declare/nothing.html", context)


def _matter(kind: str, clause: str, says: Sentence, **more: Any) -> Door:
    return Door(
        kind=kind,
        clause=clause,
        folder="web/declare/",
        says=says,
        opening=WORKFLOWS[kind].opening,
        fields=partial(_fields, kind),
        adds=partial(_adds, kind),
        sends=partial(_sends, kind),
        together=_one_a_page,
        instead=_nothing_to_tell,
        back="/declare/",
        not_here="no-page.html",
        **more,
    )


MATTERS = (
    _matter("declaration", "BLG-5", say("I have a blog, site or channel that says where I work"), takes=takes, settled=KEPT[1:]),
    _matter("plan", "BLG-6", say("I would like to start one")),
    _matter("interest", "WEB-5", say("Something I post may clash with my work")),
    _matter("page", "HYB-4", say("My department would like a page")),
    _matter("exemption", "SNS-6", say("I would like a group with students, only for learning")),
    _matter("offer", "WEB-6", say("Somebody offers to pay for a post")),
)
