"""JSON bodies with limits: 5 MB, depth 64, valid UTF-8, one object. Everything else is refused with one sentence."""

import json
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

from askfirst.words import say

__all__ = ["LimitedJSON"]

LARGEST = 5_000_000  # bytes
DEEPEST = 64


def _too_deep(raw: bytes) -> bool:
    """Brackets outside strings, counted before anything is built. Linear."""
    depth = 0
    inside = escaped = False
    for byte in raw:
        if inside:
            if escaped:
                escaped = False
            elif byte == 0x5C:
                escaped = True
            elif byte == 0x22:
                inside = False
        elif byte == 0x22:
            inside = True
        elif byte in b"[{":
            depth += 1
            if depth > DEEPEST:
                return True
        elif byte in b"]}":
            depth -= 1
    return False


def _no_constant(name: str) -> object:
    raise ValueError(name)


class LimitedJSON(BaseParser):
    """The only parser: `application/json`."""

    media_type = "application/json"

    def parse(self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        raw = stream.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise ParseError(
                str(say("The body is too large: we take {limit} bytes at most. Send less.", limit=format(LARGEST, ","))), code="too-large"
            )
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as problem:
            raise ParseError(str(say("The body is not UTF-8 text (byte {at}). Send it as UTF-8.", at=problem.start + 1))) from None
        if _too_deep(raw):
            raise ParseError(str(say("The body is nested more than {limit} deep. Send one flat object.", limit=DEEPEST)))
        try:
            body = json.loads(text, parse_constant=_no_constant)
        except json.JSONDecodeError as problem:
            raise ParseError(
                str(
                    say(
                        "The body is not whole JSON (line {line}, column {column}). Check it and send it again.",
                        line=problem.lineno,
                        column=problem.colno,
                    )
                )
            ) from None
        except ValueError:
            raise ParseError(str(say("The body holds a number JSON does not allow. Mend it and send it again."))) from None
        if not isinstance(body, dict):
            raise ParseError(str(say("The body must be one JSON object. Put the fields between curly brackets.")))
        return body
