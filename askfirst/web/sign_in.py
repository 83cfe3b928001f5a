"""Signing in and out, and changing hats. In the demo one presses a name; in production a password is needed, and of whoever
may open another person's case a second step.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework import access
from askfirst.people import accounts, second_step
from askfirst.people.accounts_devices import DAYS, remembered
from askfirst.people.calendar import london_day
from askfirst.people.demo import personas
from askfirst.people.hats import Capacity
from askfirst.people.standing import capacities, standing
from askfirst.people.who import by_username, schools
from askfirst.web.bodies import read_form
from askfirst.web.plain import not_this_way, plain_page
from askfirst.web.session import CAPACITY, SignedIn, Visit, signed_in
from askfirst.web.sign_in_half import let_half_in, let_in, own_page
from askfirst.words import Sentence, say

__all__ = ["hat", "sign_in", "sign_out"]

LONGEST_NAME = 254
CASES, MOVED = "/cases/", "/me/?hat=new"
OF_A_HAT = (CASES, "/people/", "/reports/", "/me/away/")
WRONG_HAT = say("You are not here in that capacity today. Nothing was changed.")
WRONG = say("Username and password do not go together. Check both, then try again.")
NOBODY = say("Nobody in the cast has that username, or they have left. Check the spelling.")


def sign_in(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: signed in and sent on, or the form again with one sentence."""
    if request.method in ("GET", "HEAD"):
        return _form(request, next=request.GET.get("next", ""), away="away" in request.GET)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    visit, who, next = cast(Visit, request), form.one("person").strip(), form.one("next")
    if settings.ASKFIRST.mode == "demo":
        ref, problem = _pressed(visit, who)
    else:
        ref, problem = _by_password(visit, who, form.one("password"))
    if problem is not None:
        return _form(request, next=next, username=who, problem=problem)
    return _onward(visit, ref, username=who, next=own_page(next))


def _pressed(visit: Visit, username: str) -> tuple[str, Sentence | None]:
    """Whoever of the cast was chosen; the press stands in for a password and a second step, in the demo alone."""
    found = by_username(username[:LONGEST_NAME])
    if found is None or not capacities(found.ref, on=london_day(visit.now)):
        return "", NOBODY
    return found.ref, None


def _by_password(visit: Visit, username: str, password: str) -> tuple[str, Sentence | None]:
    """One sentence for a wrong name, a wrong password and a person who left: nobody learns here who is known."""
    kept = visit.COOKIES.get(settings.KNOWN_COOKIE_NAME, "")
    try:
        ref = accounts.sign_in(username, password, address=visit.META.get("REMOTE_ADDR", ""), at=visit.now, browser=kept)
    except accounts.TryLater as wait:
        return "", wait.sentence
    return (ref, None) if ref is not None else ("", WRONG)


def _onward(visit: Visit, ref: str, *, username: str, next: str) -> HttpResponse:
    """In; or half in, and on to the second step where there is one or has to be."""
    if settings.ASKFIRST.mode == "demo":
        let_in(visit, ref, second=True, at=visit.now)
        return HttpResponseRedirect(next or "/")
    there = second_step.has(ref)
    if there or second_step.needs(ref, on=london_day(visit.now)):
        let_half_in(visit, ref)
        asked = "?{}".format(urlencode({"next": next})) if next else ""
        response = HttpResponseRedirect("{}{}".format("/sign-in/code/" if there else "/sign-in/set-up/", asked))
    else:
        let_in(visit, ref, second=False, at=visit.now)
        response = HttpResponseRedirect(next or "/")
    kept = remembered(visit.COOKIES.get(settings.KNOWN_COOKIE_NAME, ""), username, at=visit.now)
    response.set_cookie(
        settings.KNOWN_COOKIE_NAME,
        kept,
        max_age=DAYS * 24 * 60 * 60,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return response


def _form(request: HttpRequest, *, next: str, username: str = "", problem: Sentence | None = None, away: bool = False) -> HttpResponse:
    demo = settings.ASKFIRST.mode == "demo"
    filled: dict[str, object] = {"next": own_page(next), "username": username[:LONGEST_NAME], "problem": problem, "away": away}
    filled["ended"] = request.method == "GET" and "ended" in request.GET
    if demo:
        filled["people"] = _people()
    response = render(request, "web/sign-in/demo.html" if demo else "web/sign-in/password.html", filled, status=400 if problem else 200)
    response["Cache-Control"] = "no-store"
    return response


@dataclass(frozen=True, slots=True)
class Pressable:
    """Somebody of the cast, as the demo's sign-in page shows them."""

    username: str
    name: str
    job: Sentence
    school: Sentence


def _people() -> list[Pressable]:
    named = {school.id: school.name for school in schools()}
    return [
        Pressable(
            one.username,
            one.name,
            say("Student, Year {year}", year=one.year) if one.kind == Capacity.STUDENT else say("{title}", title=one.title),
            say("{school}", school=named[one.school]) if one.school in named else say("All schools"),
        )
        for one in personas()
    ]


def sign_out(request: HttpRequest) -> HttpResponse:
    """POST alone: a link or a picture elsewhere signs nobody out. The browser is told to forget what it holds of us."""
    if request.method != "POST":
        return not_this_way(request, allow="POST")
    logout(request)
    cast(Visit, request).standing = None
    response = HttpResponseRedirect("/")
    response["Clear-Site-Data"] = '"cache", "storage"'  # not "cookies": those of the Trust's other services would go too
    response["Cache-Control"] = "no-store"
    return response


@signed_in
def hat(request: HttpRequest) -> HttpResponse:
    """POST: from now on in another capacity, if one has it."""
    if request.method != "POST":
        return not_this_way(request, allow="POST")
    here = cast(SignedIn, request)
    form = read_form(request)
    chosen = form.one("capacity")
    if chosen not in here.hats:
        return plain_page(
            request, status=400, heading=say("That hat is not yours"), body=WRONG_HAT, next=say("Open the page again and choose from it.")
        )
    here.session[CAPACITY] = Capacity(chosen).value
    return HttpResponseRedirect(_in_the_new_hat(here, Capacity(chosen), own_page(form.one("next"))))


def _in_the_new_hat(here: SignedIn, worn: Capacity, next: str) -> str:
    """Where they were, if it is there in the new hat too; a case that is not, or a page of some duty, leads to their own things instead."""
    path = next.partition("?")[0]
    if not path.startswith(OF_A_HAT):
        return next or "/"
    if path == CASES:
        return CASES
    if path.startswith(CASES):
        ref = path.removeprefix(CASES).partition("/")[0]
        with suppress(access.Missing):
            access.find(ref, standing(here.standing.person, on=here.standing.on, capacity=worn))
            return "{}{}/".format(CASES, ref)
    return MOVED
