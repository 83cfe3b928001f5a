"""What a form sent, byte for byte. Django's own reading would turn broken bytes into question marks without a word; this one says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest

from askfirst.words import Sentence, say

__all__ = ["FORM", "Form", "read_form"]

FORM = "application/x-www-form-urlencoded"
BROKEN = say("Some of the text did not arrive as letters. We show those places as “\ufffd”: put them right, then check again.")
WRONG_KIND = say("The form was sent in a way we do not read. Paste your words here and press Check.")


@dataclass(frozen=True, slots=True)
class Form:
    """Fields by name, each with its values in order; and what is wrong with the bytes, if anything."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problem: Sentence | None = None

    def one(self, name: str) -> str:
        """The last value of a field, or nothing."""
        values = self.fields.get(name)
        return values[-1] if values else ""

    def many(self, name: str) -> tuple[str, ...]:
        return self.fields.get(name, ())


def _decoded(raw: bytes) -> tuple[str, bool]:
    """The text, and whether it is whole. Half a character (a lone surrogate) is let through: the check itself names it."""
    sent = unquote_to_bytes(raw.replace(b"+", b" "))
    try:
        return sent.decode("utf-8"), True
    except UnicodeDecodeError:
        pass
    try:
        return sent.decode("utf-8", "surrogatepass"), True
    except UnicodeDecodeError:
        return sent.decode("utf-8", "replace"), False


def read_form(request: HttpRequest) -> Form:
    """The form a page of ours sent. Never raises for its content; RequestDataTooBig and UnreadablePostError as Django does."""
    if request.content_type != FORM:
        return Form(problem=WRONG_KIND)
    fields: dict[str, tuple[str, ...]] = {}
    problem = None
    for pair in request.body.split(b"&"):
        if not pair:
            continue
        name, _, value = pair.partition(b"=")
        text, whole = _decoded(value)
        key, whole_key = _decoded(name)
        fields[key] = (*fields.get(key, ()), text)
        if not (whole and whole_key):
            problem = BROKEN
    return Form(fields, problem)
