"""Errors as RFC 9457 problem details: one clear sentence in `detail`, never a traceback, never the person's words."""

from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http.multipartparser import MultiPartParserError
from rest_framework import exceptions
from rest_framework.response import Response

from askfirst.adoption import states
from askfirst.adoption.moves import BadGiven
from askfirst.casework import fields
from askfirst.casework.access import Missing, PassedOn
from askfirst.casework.gates import Refused
from askfirst.trail.once import Reused
from askfirst.words import Sentence, say

__all__ = ["BadField", "NoToken", "problem", "problem_response"]

SAYS = {
    401: say("You are not signed in, or were away too long. Sign in on the pages, then send this again."),
    404: say("There is nothing here. Check the address."),
    405: say("This address does not take that method. See /api/v1/docs."),
    415: say("Send the body as JSON, with the header Content-Type: application/json."),
    429: say("That was a lot at once. Wait a minute and try again."),
}
USED_BEFORE = say("This key was used before with another body, so nothing was changed. Send this with a new key.")
NO_FORM = say("This form could not be read. Send it again, whole.")
TOO_LARGE = say("The words of this form are too long. Send less.")
TITLES = {
    400: "Bad request",
    401: "Not signed in",
    403: "Not taken",
    404: "Not found",
    405: "Method not allowed",
    409: "Not now",
    413: "Too large",
    415: "Unsupported media type",
    422: "Key used before",
    429: "Too many requests",
}


LONGEST_NAME = 60


class BadField(exceptions.APIException):
    """One field of the body cannot be used: 400, with its name."""

    status_code = 400

    def __init__(self, field: str, sentence: Sentence, *, status: int = 400) -> None:
        super().__init__(str(sentence))
        self.field = field
        self.status_code = status


class NoToken(exceptions.APIException):
    """A change sent without the CSRF token of its session: 403."""

    status_code = 403

    def __init__(self) -> None:
        super().__init__(str(say("Nothing was changed: the CSRF token is missing or old. Send the cookie’s value as X-CSRFToken.")))


def _named(field: str) -> str:
    """A field's name as it may be shown back: short, and letters a reply can hold."""
    return field[:LONGEST_NAME] if field.isascii() and field.isprintable() else "?"


def problem_response(status: int, detail: str, *, field: str | None = None, **more: object) -> Response:
    """`application/problem+json` with type, title, status, detail and, where one is to blame, field."""
    body: dict[str, Any] = {"type": "about:blank", "title": TITLES.get(status, "Error"), "status": status, "detail": detail} | more
    if field is not None:
        body["field"] = _named(field)
    response = Response(body, status=status, content_type="application/problem+json")
    response["Cache-Control"] = "no-store"
    return response


def _not_there(error: Missing, *, sends: bool) -> Response:
    """404, the same for missing and forbidden. Whoever had it until it was passed on is told so; what they send now is refused."""
    if not isinstance(error, PassedOn):
        return problem_response(404, str(SAYS[404]))
    why = {"sentence": str(error.sentence), "clause": error.clause}
    return problem_response(409, why["sentence"], refusals=[why]) if sends else problem_response(404, why["sentence"])


def problem(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. None lets an unforeseen error reach handler500, which shows a code and nothing else."""
    if isinstance(error, BadField):
        return problem_response(error.status_code, str(error.detail), field=error.field)
    if isinstance(error, fields.BadField | BadGiven):
        return problem_response(400, str(error.sentence), field=error.field)
    if isinstance(error, Refused | states.Refused):
        detail = " ".join(str(refusal.sentence) for refusal in error.refusals)
        return problem_response(409, detail, refusals=[{"sentence": str(one.sentence), "clause": one.clause} for one in error.refusals])
    if isinstance(error, Reused):
        return problem_response(422, str(USED_BEFORE))
    if isinstance(error, (MultiPartParserError, SuspiciousOperation)):
        large = isinstance(error, RequestDataTooBig)
        return problem_response(413 if large else 400, str(TOO_LARGE if large else NO_FORM), field="body")
    if isinstance(error, Missing):
        return _not_there(error, sends=context["request"].method == "POST")
    if isinstance(error, exceptions.APIException):
        unread = isinstance(error, exceptions.ParseError)
        status = 413 if unread and error.get_codes() == "too-large" else error.status_code
        response = problem_response(status, str(error.detail if unread else SAYS.get(status, error.detail)))
        if header := getattr(error, "auth_header", None):
            response["WWW-Authenticate"] = header
        return response
    return None
