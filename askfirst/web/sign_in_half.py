"""Between the password and the code: a session that knows whose password was right and lets nobody in."""

from datetime import datetime
from typing import cast

from django.contrib.auth import get_user_model, login, logout
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme

from askfirst.people.calendar import london_day
from askfirst.people.standing import capacities, standing
from askfirst.web.session import PROVED, SECOND, SEEN, SINCE, Visit

__all__ = ["half_in", "let_half_in", "let_in", "own_page"]

BACKEND = "django.contrib.auth.backends.ModelBackend"
HALF, HALF_AT, HALF_BY = "half", "half-at", "half-by"
MINUTES = 15  # long enough to find an app and set it up
LONGEST_NEXT = 500


def let_half_in(visit: Visit, ref: str) -> None:
    """A new session that remembers who came as far as this."""
    logout(visit)  # nothing of who was here before stays
    visit.session[HALF], visit.session[HALF_AT] = ref, int(visit.now.timestamp())
    visit.session[HALF_BY] = get_user_model().objects.get(pk=ref).get_session_auth_hash()


def half_in(request: HttpRequest) -> str:
    """Whose password was right in this session a little while ago, and still is; "" for nobody."""
    visit = cast(Visit, request)
    ref, since = visit.session.get(HALF), visit.session.get(HALF_AT)
    if not isinstance(ref, str) or not isinstance(since, int):
        return ""
    if not 0 <= visit.now.timestamp() - since < MINUTES * 60 or not capacities(ref, on=london_day(visit.now)):
        return ""
    by = get_user_model().objects.get(pk=ref).get_session_auth_hash()  # another since, if the password was changed meanwhile
    return ref if constant_time_compare(by, visit.session.get(HALF_BY, "")) else ""


def let_in(visit: Visit, ref: str, *, second: bool, at: datetime) -> None:
    """A new session id, the two times that end it, and how the person showed who they are."""
    logout(visit)
    login(visit, get_user_model().objects.get(pk=ref), backend=BACKEND)
    now = int(at.timestamp())
    visit.session[SINCE] = visit.session[SEEN] = visit.session[PROVED] = now
    visit.session[SECOND] = second
    visit.hats = capacities(ref, on=london_day(at))  # a page that is shown at once has somebody in its head
    visit.standing = standing(ref, on=london_day(at)) if visit.hats else None


def own_page(next: str) -> str:
    """The address if it is one of our own pages, else nothing."""
    ours = next.startswith("/") and len(next) <= LONGEST_NEXT and url_has_allowed_host_and_scheme(next, allowed_hosts=None)
    return next if ours else ""
