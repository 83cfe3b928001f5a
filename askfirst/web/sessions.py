"""My sign-ins: since when, when last used, which one is this; end one, or all."""

from typing import cast

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.people import accounts_sessions
from askfirst.people.accounts_sessions import OwnSession, own_sessions
from askfirst.web.bodies import read_form
from askfirst.web.in_words import moment_in_words
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in, still_lets_in
from askfirst.web.step_up import step_up
from askfirst.words import Sentence

__all__ = ["end_all_sessions", "sessions"]


@signed_in
def sessions(request: HttpRequest) -> HttpResponse:
    """GET: the list. POST: one of them is ended."""
    here = cast(SignedIn, request)
    if request.method == "POST":
        accounts_sessions.end(here.standing.person, read_form(request).one("session"))
        return HttpResponseRedirect("/me/sessions/")  # where it was ended already, that is what was wanted
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD, POST")
    found = own_sessions(here.standing.person, key=here.session.session_key, live=lambda held: still_lets_in(held, now=here.now))
    return render(request, "web/sign-in/sessions.html", {"sessions": [_shown(one, here) for one in found], "several": len(found) > 1})


def _shown(one: OwnSession, here: SignedIn) -> dict[str, Sentence | str | bool]:
    return {
        "name": one.name,
        "since": moment_in_words(one.since, now=here.now),
        "seen": moment_in_words(here.now if one.this else one.seen, now=here.now),
        "this": one.this,
    }


@step_up
def end_all_sessions(request: HttpRequest) -> HttpResponse:
    """POST: every one of them ends, this one too."""
    if request.method != "POST":
        return not_this_way(request, allow="POST")
    accounts_sessions.end_all(cast(SignedIn, request).standing.person)
    logout(request)
    return HttpResponseRedirect("/sign-in/?ended=1")
