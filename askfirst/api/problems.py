"""Errors as RFC 9457 problem details: one clear sentence in `detail`, never a traceback, never the person's words."""

from typing import Any

from rest_framework import exceptions
from rest_framework.response import Response

from askfirst.words import Sentence, say

__all__ = ["BadField", "problem", "problem_response"]

SAYS = {
    404: say("There is nothing here. Check the address."),
    405: say("This address does not take that method. See /api/v1/docs."),
    415: say("Send the body as JSON, with the header Content-Type: application/json."),
    429: say("That was a lot at once. Wait a minute and try again."),
}
TITLES = {
    400: "Bad request",
    403: "Not found",
    404: "Not found",
    405: "Method not allowed",
    413: "Too large",
    415: "Unsupported media type",
    429: "Too many requests",
}


class BadField(exceptions.APIException):
    """One field of the body cannot be used: 400, with its name."""

    status_code = 400

    def __init__(self, field: str, sentence: Sentence, *, status: int = 400) -> None:
        super().__init__(str(sentence))
        self.field = field
        self.status_code = status


def problem_response(status: int, detail: str, *, field: str | None = None) -> Response:
    """`application/problem+json` with type, title, status, detail and, where one is to blame, field."""
    body: dict[str, Any] = {"type": "about:blank", "title": TITLES.get(status, "Error"), "status": status, "detail": detail}
    if field is not None:
        body["field"] = field
    response = Response(body, status=status, content_type="application/problem+json")
    response["Cache-Control"] = "no-store"
    return response


def problem(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. None lets an unforeseen error reach handler500, which shows a code and nothing else."""
    if isinstance(error, BadField):
        return problem_response(error.status_code, str(error.detail), field=error.field)
    if isinstance(error, exceptions.ParseError):
        status = 413 if error.get_codes() == "too-large" else 400
        return problem_response(status, str(error.detail))
    if isinstance(error, exceptions.APIException):
        status = error.status_code
        return problem_response(status, str(SAYS.get(status, error.detail)))
    return None
