"""What the pages of every check do alike: no browser keeps them, who is likely asking is chosen, and nobody asks too often."""

from collections.abc import Container

from django.http import HttpRequest, HttpResponse

from askfirst.advice.throttle import CHECKS
from askfirst.web.house import here_in, student_reads
from askfirst.words import say

__all__ = ["SLOW_DOWN", "likely_author", "private", "too_often"]

SLOW_DOWN = say("Many checks came from here in one minute. Wait a minute, then press the button again.")


def private(response: HttpResponse) -> HttpResponse:
    """The response, for no browser or proxy to keep."""
    response["Cache-Control"] = "no-store"
    return response


def too_often(request: HttpRequest) -> bool:
    """Counts one more check from this address; whether that is one too many."""
    return not CHECKS.allows(request.META.get("REMOTE_ADDR", ""))


def likely_author(request: HttpRequest, authors: Container[str]) -> str:
    """Which of `authors` it most likely is, "" where none; anybody may say otherwise."""
    here = here_in(request)
    if here is None:
        return "student" if student_reads(request) else ""
    return here.capacity.value if here.capacity.value in authors else ""
