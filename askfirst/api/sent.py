"""What was sent: one JSON object of known fields, and the key that makes sending it twice the same as once."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

from django.core.exceptions import RequestDataTooBig
from rest_framework.request import Request

from askfirst.api.problems import BadField
from askfirst.casework.steps import Once
from askfirst.words import say

__all__ = ["KEY", "Sent", "fields_of", "key_of", "only", "sent", "text_of", "version_of"]

KEY = "Idempotency-Key"
A_KEY = re.compile(r"[!-~]{1,200}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Sent:
    fields: Mapping[str, object]
    once: Once | None


def sent(request: Request) -> Sent:
    """A key belongs to its address: elsewhere the same key and body are another thing. Raises BadField, ParseError and the like."""
    try:
        raw: bytes = request._request.body
    except RequestDataTooBig:
        raise _too_large("body") from None
    fields = fields_of(request, whole="body")
    key = key_of(request)
    return Sent(fields, Once(key, b" ".join((str(request.method).encode(), request.path.encode(), raw))) if key else None)


def key_of(request: Request) -> str:
    """The key it was sent with, or "". Raises BadField."""
    key = request.headers.get(KEY)
    if key is not None and not A_KEY.fullmatch(key):
        raise BadField(KEY, say("This key must be 1 to 200 letters, digits or signs, with no space. Send another."))
    return key or ""


def fields_of(request: Request, *, whole: str) -> Mapping[str, object]:
    """The one JSON object that was sent. Raises BadField, which names `whole`, for too large a body, and ParseError and the like."""
    try:
        return cast("Mapping[str, object]", request.data)  # LimitedJSON takes nothing but one object
    except RequestDataTooBig:
        raise _too_large(whole) from None


def _too_large(field: str) -> BadField:
    return BadField(field, say("The body is too large: we take 5,000,000 bytes at most. Send less."), status=413)


def only(fields: Mapping[str, object], known: Collection[str]) -> None:
    """Raises BadField for a field that is not one of these."""
    for other in sorted(set(fields) - set(known)):
        raise BadField(other, say("There is a field we do not take. Use only: {known}.", known=", ".join(sorted(known))))


def text_of(fields: Mapping[str, object], field: str) -> str:
    """The text of a field, or "". Raises BadField."""
    held = fields.get(field)
    if held is None:
        return ""
    if not isinstance(held, str):
        raise BadField(field, say("This must be text. Send it as text."))
    return held


def version_of(fields: Mapping[str, object]) -> int | None:
    """The version of the case that the sender had read. Raises BadField."""
    held = fields.get("version")
    if held is not None and (isinstance(held, bool) or not isinstance(held, int) or held < 0):
        raise BadField("version", say("A version is a whole number. Send the one that the case gave you."))
    return held
