"""Some acts ask once more who is there, unless that was shown in the last ten minutes: a file of one's record, a sign-in elsewhere ended.

What was being sent is not lost: it travels inside the page that asks, is kept nowhere, and goes on once the proof is right. In the demo a
press stands in for the proof. Source: trust.md.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode

from askfirst.people import accounts, second_step
from askfirst.web.bodies import Form, read_form
from askfirst.web.plain import not_this_way
from askfirst.web.session import PROVED, SignedIn, signed_in
from askfirst.web.sign_in_half import own_page
from askfirst.words import Sentence, say

__all__ = ["MINUTES", "confirm", "lately_proved", "step_up", "step_up_to"]

MINUTES = 10
PROOF = "proof"
NOT_CARRIED = {"csrfmiddlewaretoken", PROOF}
WRONG_CODE = say("That code does not work, or was used before. Wait for the next code, then try again.")
WRONG_PASSWORD = say("That is not your password. Check it, then try again.")
NO_PRESS = say("Nothing was pressed. Press the button to go on.")
View = Callable[..., HttpResponse]


def step_up(view: View) -> View:
    """For signed-in people who showed lately who they are. Others are asked first, and then come back to this address."""
    return step_up_to("")(view)


def step_up_to(lands: str) -> Callable[[View], View]:
    """The same for what is only fetched, like a file: whoever was asked comes back to the page `lands`, where its button is."""

    def around(view: View) -> View:
        @wraps(view)
        def proved(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            here = cast(SignedIn, request)
            if lately_proved(here):
                return view(request, *args, **kwargs)
            if request.method in ("GET", "HEAD"):
                return HttpResponseRedirect("/me/confirm/?{}".format(urlencode({"next": lands or request.get_full_path()})))
            if request.method != "POST":
                return not_this_way(request, allow="GET, HEAD, POST")
            form = read_form(request)
            problem = _prove(here, form.one(PROOF)) if PROOF in form.fields else None
            if lately_proved(here):
                return view(request, *args, **kwargs)
            return _page(here, action=request.get_full_path(), carried=_carried(form), problem=problem)

        return signed_in(proved)

    return around


def lately_proved(here: SignedIn) -> bool:
    """Whether it is under ten minutes since this session showed who is there. A clock that went back asks again."""
    proved = here.session.get(PROVED)
    return isinstance(proved, int) and 0 <= here.now.timestamp() - proved < MINUTES * 60


def _prove(here: SignedIn, given: str) -> Sentence | None:
    """Notes the proof in the session, or says what is wrong with it."""
    problem = _looked_at(here, given)
    if problem is None:
        here.session.cycle_key()
        here.session[PROVED] = int(here.now.timestamp())
    return problem


def _looked_at(here: SignedIn, given: str) -> Sentence | None:
    if settings.ASKFIRST.mode == "demo":
        return None if given else NO_PRESS
    ref = here.standing.person
    try:
        if second_step.has(ref):
            return None if second_step.check(ref, given, at=here.now) else WRONG_CODE
        return None if accounts.is_mine(ref, given, at=here.now) else WRONG_PASSWORD
    except (accounts.TryLater, second_step.Unreadable) as problem:
        return problem.sentence


def _carried(form: Form) -> list[tuple[str, str]]:
    """What was being sent, to be sent again as it was; half characters, which no page can hold, become question marks."""
    return [
        (name, value.encode("utf-8", "replace").decode())
        for name, values in form.fields.items()
        if name not in NOT_CARRIED
        for value in values
    ]


def _page(
    here: SignedIn, *, action: str, carried: list[tuple[str, str]] | None = None, next: str = "", problem: Sentence | None = None
) -> HttpResponse:
    filled = {
        "action": action,
        "carried": carried or [],
        "next": next,
        "problem": problem,
        "by_code": second_step.has(here.standing.person),
        "minutes": MINUTES,
    }
    return render(here, "web/sign-in/confirm.html", filled, status=400 if problem else 200)


@signed_in
def confirm(request: HttpRequest) -> HttpResponse:
    """Where one is asked before a page is opened; then on to that page."""
    here = cast(SignedIn, request)
    if request.method in ("GET", "HEAD"):
        next = own_page(request.GET.get("next", ""))
        return HttpResponseRedirect(next or "/me/") if lately_proved(here) else _page(here, action="/me/confirm/", next=next)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    next, problem = own_page(form.one("next")), _prove(here, form.one(PROOF))
    if problem:
        return _page(here, action="/me/confirm/", next=next, problem=problem)
    return HttpResponseRedirect(next or "/me/")
