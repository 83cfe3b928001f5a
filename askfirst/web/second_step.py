"""The second step: its code at sign-in, setting it up with an app, its recovery codes, and changing or taking it away later."""

from datetime import datetime
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.people import accounts_sessions, second_step
from askfirst.people.accounts import TryLater
from askfirst.people.calendar import london_day
from askfirst.web.bodies import read_form
from askfirst.web.plain import not_this_way, plain_page
from askfirst.web.session import SECOND, SignedIn, Visit, signed_in
from askfirst.web.sign_in_half import half_in, let_in, own_page
from askfirst.web.step_up import WRONG_CODE, step_up
from askfirst.words import Sentence, say

__all__ = ["code", "codes", "own_set_up", "own_step", "remove", "set_up"]

FRESH = "new-step"  # a fresh secret, sealed, until its first code comes
ASKS = ("GET", "HEAD", "POST")
FEW = 3  # recovery codes
NOT_YET = say("That code does not fit. Check the app’s clock and that you scanned this code, then try again.")


def code(request: HttpRequest) -> HttpResponse:
    """Half in, with a second step: one code more. A recovery code will do."""
    if request.method not in ASKS:
        return not_this_way(request, allow=", ".join(ASKS))
    visit, ref = cast(Visit, request), half_in(request)
    if not ref or not second_step.has(ref):
        return HttpResponseRedirect("/sign-in/")
    if request.method != "POST":
        return _asked(visit, next=own_page(request.GET.get("next", "")))
    form = read_form(request)
    next = own_page(form.one("next"))
    try:
        by = second_step.check(ref, form.one("code"), at=visit.now)
        few = by is second_step.By.RECOVERY and second_step.left(ref) < FEW
    except (TryLater, second_step.Unreadable) as problem:
        return _asked(visit, next=next, problem=problem.sentence)
    if by is None:
        return _asked(visit, next=next, problem=WRONG_CODE)
    let_in(visit, ref, second=True, at=visit.now)
    return HttpResponseRedirect("/me/second-step/" if few else next or "/")


def _asked(visit: Visit, *, next: str, problem: Sentence | None = None) -> HttpResponse:
    response = render(visit, "web/sign-in/code.html", {"next": next, "problem": problem}, status=400 if problem else 200)
    response["Cache-Control"] = "no-store"
    return response


def set_up(request: HttpRequest) -> HttpResponse:
    """Half in, and a second step is needed for the first time."""
    if request.method not in ASKS:
        return not_this_way(request, allow=", ".join(ASKS))
    visit, ref = cast(Visit, request), half_in(request)
    if not ref or second_step.has(ref):
        return HttpResponseRedirect("/sign-in/")
    next = own_page(read_form(request).one("next") if request.method == "POST" else request.GET.get("next", ""))
    answer, codes = _setting_up(visit, ref, action="/sign-in/set-up/", next=next)
    if codes:
        let_in(visit, ref, second=True, at=visit.now)
        return _codes_once(visit, codes, next=next, others=False)
    return answer


@step_up
def own_set_up(request: HttpRequest) -> HttpResponse:
    """Signed in: a second step for the first time, or another in place of the one before. All other sessions end."""
    if request.method not in ASKS:
        return not_this_way(request, allow=", ".join(ASKS))
    here = cast(SignedIn, request)
    answer, codes = _setting_up(cast(Visit, request), here.standing.person, action="/me/second-step/set-up/", next="/me/second-step/")
    if codes:
        here.session.cycle_key()
        here.session[SECOND] = True
        accounts_sessions.end_all(here.standing.person, but=here.session.session_key)
        return _codes_once(cast(Visit, request), codes, next="/me/second-step/")
    return answer


def _setting_up(visit: Visit, ref: str, *, action: str, next: str) -> tuple[HttpResponse, tuple[str, ...]]:
    """The page with the QR code, or the recovery codes of a second step that is now set up."""
    sealed, problem = visit.session.get(FRESH), None
    if not isinstance(sealed, str):
        sealed = visit.session[FRESH] = second_step.new_secret()
    elif visit.method == "POST":
        codes, problem = _tried(ref, sealed, read_form(visit).one("code"), at=visit.now)
        if codes:
            visit.session.pop(FRESH, None)
            return HttpResponse(), codes
    filled = {
        "it": _shown(visit, ref),
        "action": action,
        "next": next,
        "problem": problem,
        "needed": second_step.needs(ref, on=london_day(visit.now)),
    }
    response = render(visit, "web/sign-in/set-up.html", filled, status=400 if problem else 200)
    response["Cache-Control"] = "no-store"
    return response, ()


def _tried(ref: str, sealed: str, code: str, *, at: datetime) -> tuple[tuple[str, ...], Sentence | None]:
    try:
        codes = second_step.set_up(ref, sealed, code, at=at)
    except second_step.Unreadable:
        codes = ()
    return codes, None if codes else NOT_YET


def _shown(visit: Visit, ref: str) -> second_step.SettingUp:
    """The secret of this session; another where our key changed since."""
    try:
        return second_step.to_show(ref, visit.session[FRESH])
    except second_step.Unreadable:
        visit.session[FRESH] = second_step.new_secret()
        return second_step.to_show(ref, visit.session[FRESH])


def _codes_once(visit: Visit, codes: tuple[str, ...], *, next: str, others: bool = True) -> HttpResponse:
    """The only page that ever shows them. `others`: there may have been some before."""
    response = render(visit, "web/sign-in/codes.html", {"codes": codes, "next": next or "/", "others": others})
    response["Cache-Control"] = "no-store"
    return response


@signed_in
def own_step(request: HttpRequest) -> HttpResponse:
    """Whether I have a second step, how many recovery codes are left, and what I can do."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    ref = here.standing.person
    try:
        left = second_step.left(ref)
    except second_step.Unreadable:
        left = 0
    filled = {"there": second_step.has(ref), "needed": second_step.needs(ref, on=london_day(here.now)), "left": left, "few": left < FEW}
    return render(request, "web/sign-in/second-step.html", filled)


@step_up
def codes(request: HttpRequest) -> HttpResponse:
    """POST: ten other recovery codes, shown once."""
    if request.method != "POST":
        return not_this_way(request, allow="POST")
    made = second_step.new_codes(cast(SignedIn, request).standing.person)
    if not made:
        return HttpResponseRedirect("/me/second-step/")
    return _codes_once(cast(Visit, request), made, next="/me/second-step/")


@step_up
def remove(request: HttpRequest) -> HttpResponse:
    """POST: no second step any more, where none is needed."""
    if request.method != "POST":
        return not_this_way(request, allow="POST")
    here = cast(SignedIn, request)
    if second_step.needs(here.standing.person, on=london_day(here.now)):
        return plain_page(
            request,
            status=409,
            heading=say("You need your second step"),
            body=say("You may open other people’s cases, so it stays on. Nothing was changed."),
            next=say("You can set it up again with another app."),
        )
    second_step.reset(here.standing.person)
    return HttpResponseRedirect("/me/second-step/")
