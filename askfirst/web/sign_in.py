"""Signing in and out, and changing hats. In the demo one presses a name; in production a password is needed."""

from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.contrib.auth import get_user_model, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from askfirst.people import accounts
from askfirst.people.calendar import london_day
from askfirst.people.demo import personas
from askfirst.people.hats import Capacity
from askfirst.people.standing import capacities
from askfirst.people.who import by_username, schools
from askfirst.web.bodies import read_form
from askfirst.web.plain import not_this_way, plain_page
from askfirst.web.session import CAPACITY, SEEN, SINCE, SignedIn, Visit, signed_in
from askfirst.words import Sentence, say

__all__ = ["hat", "sign_in", "sign_out"]

BACKEND = "django.contrib.auth.backends.ModelBackend"
LONGEST_NAME, LONGEST_NEXT = 254, 500
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
    who, next = form.one("person").strip(), form.one("next")
    if settings.ASKFIRST.mode == "demo":
        ref, problem = _pressed(cast(Visit, request), who)
    else:
        ref, problem = _by_password(cast(Visit, request), who, form.one("password"))
    if problem is not None:
        return _form(request, next=next, username=who, problem=problem)
    _let_in(cast(Visit, request), ref)
    return HttpResponseRedirect(_own(next) or "/")


def _pressed(visit: Visit, username: str) -> tuple[str, Sentence | None]:
    """Whoever of the cast was chosen; the press stands in for a password and a second factor, in the demo alone."""
    found = by_username(username[:LONGEST_NAME])
    if found is None or not capacities(found.ref, on=london_day(visit.now)):
        return "", NOBODY
    return found.ref, None


def _by_password(visit: Visit, username: str, password: str) -> tuple[str, Sentence | None]:
    """One sentence for a wrong name, a wrong password and a person who left: nobody learns here who is known."""
    try:
        ref = accounts.sign_in(username, password, address=visit.META.get("REMOTE_ADDR", ""), at=visit.now)
    except accounts.TryLater as wait:
        return "", wait.sentence
    return (ref, None) if ref is not None else ("", WRONG)


def _let_in(visit: Visit, ref: str) -> None:
    """A new session id, and the two times that end it."""
    logout(visit)  # nothing of who was here before stays
    login(visit, get_user_model().objects.get(pk=ref), backend=BACKEND)
    now = int(visit.now.timestamp())
    visit.session[SINCE] = visit.session[SEEN] = now


def _form(request: HttpRequest, *, next: str, username: str = "", problem: Sentence | None = None, away: bool = False) -> HttpResponse:
    demo = settings.ASKFIRST.mode == "demo"
    filled: dict[str, object] = {"next": _own(next), "username": username[:LONGEST_NAME], "problem": problem, "away": away}
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


def _own(next: str) -> str:
    """The address if it is one of our own pages, else nothing."""
    ours = next.startswith("/") and len(next) <= LONGEST_NEXT and url_has_allowed_host_and_scheme(next, allowed_hosts=None)
    return next if ours else ""


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
    return HttpResponseRedirect(_own(form.one("next")) or "/")
