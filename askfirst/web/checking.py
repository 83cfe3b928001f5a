"""What the pages of every check do alike: no browser keeps them, who is likely asking is chosen, and nobody asks too often."""

from collections.abc import Callable, Container

from django.http import HttpRequest, HttpResponse

from askfirst.advice.asked import BadDraft
from askfirst.advice.throttle import CHECKS
from askfirst.web.bodies import Form
from askfirst.web.house import here_in, student_reads
from askfirst.web.uploads import Sent
from askfirst.words import say

__all__ = ["SLOW_DOWN", "Again", "answered", "likely_author", "private", "too_often"]

Again = Callable[[Form, BadDraft, int], HttpResponse]
"""The form again: what was typed, what is wrong, and the status that says so."""
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


def answered(request: HttpRequest, sent: Sent, *, looks: Callable[[Sent], HttpResponse], again: Again) -> HttpResponse:
    """What `looks` finds in a file that was sent (it raises BadDraft), or the form again."""
    if sent.form.problem is not None:
        return again(sent.form, BadDraft("file", sent.form.problem), 400)
    if too_often(request):
        return again(sent.form, BadDraft("file", SLOW_DOWN), 429)
    try:
        return looks(sent)
    except BadDraft as problem:
        return again(sent.form, problem, 400)
