"""Who is here, in which hat, and since when: decided once for each request, and again at the next.

A session holds a reference, a capacity, how the person showed who they are, and four times; no word of anybody's. It ends after 30 minutes
away (10 when the last page was a case's), after 8 hours, with the browser window, and at once when the person has left. A private check
reads it and never touches it.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from typing import Any, cast
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.links import by_link
from askfirst.people.second_step import opens_others
from askfirst.people.standing import capacities_and_standing
from askfirst.web.kept import typed
from askfirst.web.uploads import read_any

__all__ = [
    "BY_LINK",
    "CAPACITY",
    "PROVED",
    "SECOND",
    "SEEN",
    "SINCE",
    "SignedIn",
    "Visit",
    "WhoIsHere",
    "signed_in",
    "still_lets_in",
    "words_back",
]

SINCE, SEEN, ON_CASE, CAPACITY = "since", "seen", "on-case", "capacity"
PROVED, SECOND = "proved", "second"  # when somebody last showed who they are; whether by a second step too
LONGEST = 8 * 60 * 60
AWAY, AWAY_FROM_CASE = 30 * 60, 10 * 60
TOUCH = 60
NEVER_TOUCHED = ("/check/", "/api/v1/checks")  # running.md: a check leaves no trace, in the session table neither
CASES = ("/cases/", "/api/v1/cases")
BY_LINK = "by-link"  # came in by a link: a few pages, and no duty
OPEN_BY_LINK = ("/do-not-post/", "/remove/", "/my-data/", "/not-ours/", "/cases/")


class Visit(HttpRequest):
    """A request as every view meets it: one reading of the clock, and who is here, if anybody is."""

    now: datetime
    standing: Standing | None
    hats: tuple[Capacity, ...]  # every capacity this person has today
    signed_out: bool  # somebody was signed in, and this request ended it


class SignedIn(HttpRequest):
    """A request behind `signed_in`: somebody is here."""

    now: datetime
    standing: Standing
    hats: tuple[Capacity, ...]


class WhoIsHere:
    """Sets `request.now` and `request.standing`, and keeps what a signed-in person sees out of every cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        visit = cast(Visit, request)
        visit.now = settings.CLOCK()
        visit.standing, visit.hats, visit.signed_out = None, (), False
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            _recognise(visit)
        response = self.get_response(request)
        patch_vary_headers(response, ["Cookie"])
        if visit.standing is not None:
            response["Cache-Control"] = "no-store"
        return response


def _recognise(visit: Visit) -> None:
    """Fills in `standing`, or ends the session that no longer holds."""
    if not visit.user.is_authenticated:
        return
    may_write = not visit.path.startswith(NEVER_TOUCHED)
    if not still_lets_in(visit.session, now=visit.now) or not _still_here(visit):
        visit.signed_out = True
        if may_write:
            logout(visit)
    elif may_write:
        _touch(visit)


def still_lets_in(held: Mapping[str, Any] | SessionBase, *, now: datetime) -> bool:
    """Not after eight hours since sign-in, nor after too long away. A clock that went back ends it too: nobody knows how long."""
    moment, since, seen = now.timestamp(), held.get(SINCE), held.get(SEEN)
    if not (isinstance(since, int) and isinstance(seen, int)):
        return False
    away = AWAY_FROM_CASE if held.get(ON_CASE) else AWAY
    return -TOUCH <= moment - since < LONGEST and -TOUCH <= moment - seen < away


def _still_here(visit: Visit) -> bool:
    """Whether the person may still come in today, in the capacity chosen; where that one has ended, in their first."""
    ref, on = str(visit.user.pk), london_day(visit.now)
    if visit.session.get(BY_LINK):
        return _still_by_link(visit, ref)
    visit.hats, found = capacities_and_standing(ref, on=on, wished=visit.session.get(CAPACITY, ""))
    if not visit.hats:
        return False
    if settings.ASKFIRST.mode == "production" and opens_others(found) and not visit.session.get(SECOND):
        return False  # somebody came in by password alone, and has since been given a duty
    visit.standing = found
    return True


def _still_by_link(visit: Visit, ref: str) -> bool:
    """As `_still_here`, for whoever came by a link: on every page but a few they are nobody."""
    found = by_link(ref, at=visit.now)
    if found is not None and visit.path.startswith(OPEN_BY_LINK):
        visit.standing, visit.hats = found, (found.capacity,)
    return found is not None


def _touch(visit: Visit) -> None:
    """At most one write a minute; the first page of a case writes at once, since it makes the time away shorter."""
    on_case = visit.path.startswith(CASES)
    now = int(visit.now.timestamp())
    if now - visit.session[SEEN] >= TOUCH or (on_case and not visit.session.get(ON_CASE)):
        visit.session[SEEN] = now
        visit.session[ON_CASE] = on_case


def signed_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For signed-in people only: others are asked to sign in, and what they were sending is shown back to them, never kept."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        visit = cast(Visit, request)
        if visit.standing is not None:
            return view(request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            asked = {"next": request.get_full_path()} | ({"away": "1"} if visit.signed_out else {})
            return HttpResponseRedirect("/sign-in/?{}".format(urlencode(asked)))
        return words_back(request, stale=False)

    return guarded


def words_back(request: HttpRequest, *, stale: bool) -> HttpResponse:
    """403: nothing was sent on, and here are the words, to copy. `stale` says that the form was too old; otherwise nobody is signed in."""
    words = typed(read_any(request))
    response = render(request, "web/pages/words-back.html", {"words": words, "stale": stale, "again": request.path}, status=403)
    response["Cache-Control"] = "no-store"
    return response
