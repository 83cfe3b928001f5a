"""Another password of one's own: the one of now, then the new one twice. All other sessions end."""

from typing import cast

from django.contrib.auth import get_user_model, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.people import accounts, accounts_sessions
from askfirst.web.bodies import Form, read_form
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.words import Sentence, say

__all__ = ["password"]

WRONG = say("That is not your current password. Nothing was changed. Check it, then try again.")
NOT_THE_SAME = say("The two new passwords are not the same. Nothing was changed. Type both again.")


@signed_in
def password(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: changed, or the form again with one sentence."""
    here = cast(SignedIn, request)
    if request.method in ("GET", "HEAD"):
        return _form(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    at, problem = _changed(here, read_form(request))
    if problem:
        return _form(here, at=at, problem=problem)
    update_session_auth_hash(request, get_user_model().objects.get(pk=here.standing.person))
    ended = accounts_sessions.end_all(here.standing.person, but=here.session.session_key)
    return render(request, "web/sign-in/password-changed.html", {"ended": ended})


def _changed(here: SignedIn, form: Form) -> tuple[str, Sentence | None]:
    """The field that is wrong, and why; nothing where the password is changed. The one of now is looked at first."""
    ref, new = here.standing.person, form.one("new")
    try:
        if not accounts.is_mine(ref, form.one("current"), at=here.now):
            return "current", WRONG
        if new != form.one("again"):
            return "again", NOT_THE_SAME
        accounts.change_password(ref, new)
    except accounts.TryLater as wait:
        return "current", wait.sentence
    except accounts.BadPassword as bad:
        return "new", bad.sentence
    return "", None


def _form(here: SignedIn, *, at: str = "", problem: Sentence | None = None) -> HttpResponse:
    usable = here.user.is_authenticated and here.user.has_usable_password()
    return render(
        here, "web/sign-in/change-password.html", {"at": at, "problem": problem, "usable": usable}, status=400 if problem else 200
    )
