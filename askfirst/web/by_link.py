"""The doors without an account: give an address, get a link there if we know it, and come in by it. No page says whether we do."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.people.accounts_throttle import TryLater
from askfirst.people.links import BadAddress, ask_link, use_link
from askfirst.web.bodies import read_form
from askfirst.web.plain import not_this_way
from askfirst.web.questions import kept_nowhere
from askfirst.web.session import BY_LINK, PROVED, Visit
from askfirst.web.sign_in_half import let_in
from askfirst.web.step_forms import mended
from askfirst.words import Sentence, say

__all__ = ["ask_by_link", "come_by_link", "no_account"]

PLACES = {"do-not-post": "/do-not-post/", "remove": "/remove/ask/", "my-data": "/my-data/", "not-ours": "/not-ours/"}
SPENT = say("This link does not work any more. A link works once, for one hour. Ask for another.")


def ask_by_link(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: the same answer for every address, with the form below it to put a mistake right."""
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    if request.method != "POST":
        return _form(request)
    email = read_form(request).one("email")
    try:
        ask_link(email, address=request.META.get("REMOTE_ADDR", ""), at=cast(Visit, request).now)
    except BadAddress as bad:
        return _form(request, bad.sentence, email=email, status=400)
    except TryLater as wait:
        problem = say("Too many links were asked for. Wait {seconds} seconds, then try again.", seconds=wait.seconds)
        return _form(request, problem, email=email, status=429)
    return _form(request, email=email, sent=True)


def no_account(request: HttpRequest) -> HttpResponse:
    """The form, on the page of a door that others come through by signing in."""
    return _form(request)


def come_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """GET: one press more, so that no mail program uses the link up. POST: in, or the form again."""
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    if request.method != "POST":
        return kept_nowhere(render(request, "web/by-link/come.html", {}))
    visit = cast(Visit, request)
    ref = use_link(token, at=visit.now)
    if ref is None:
        return _form(request, SPENT, status=410)
    let_in(visit, ref, second=False, at=visit.now)
    visit.session[BY_LINK], visit.session[PROVED] = True, 0
    response = HttpResponseRedirect(PLACES.get(read_form(request).one("to"), "/cases/"))
    response.status_code = 303
    return kept_nowhere(response)


def _form(request: HttpRequest, problem: Sentence | None = None, *, email: str = "", status: int = 200, sent: bool = False) -> HttpResponse:
    door = request.path if request.path in PLACES.values() else ""
    context = {"problems": [(problem, "", "email")] if problem else [], "email": mended(email), "door": door, "sent": sent}
    return kept_nowhere(render(request, "web/by-link/ask.html", context, status=status))
