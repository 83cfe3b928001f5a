"""Markup cut into its parts, linear in its length, which the parser of Python's own is not. Only the child reads by it. Pure.

No rule of grammar is broken so badly that it raises: what is not closed ends where the page ends, as in a browser.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

__all__ = ["Close", "Comment", "Open", "Part", "Words", "parts"]

LONGEST_TAG, LONGEST_VALUE, MOST_ATTRIBUTES = 20_000, 8_000, 200
AT = re.compile(r"<(?:!--|[!?]|/?[a-zA-Z])")
NAME = re.compile(r"[a-zA-Z][^\s/>]{0,60}")
ATTRIBUTE = re.compile(r"""([^\s"'>/=]{1,80})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
QUOTED = re.compile(r"""[>"']""")
RAW = {
    tag: re.compile("</" + tag + r"(?=[\s/>])", re.IGNORECASE)
    for tag in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed")
}
ENDS_COMMENT = re.compile(r"--!?>")


class Open(NamedTuple):
    tag: str
    attributes: dict[str, str]
    closed: bool


class Close(NamedTuple):
    tag: str


class Words(NamedTuple):
    text: str


class Comment(NamedTuple):
    text: str


Part = Open | Close | Words | Comment


def _end_of_tag(text: str, at: int) -> int:
    """Where the ">" of a tag stands that begins at `at`; signs inside quotation marks end nothing. The page's end where there is none."""
    most = min(len(text), at + LONGEST_TAG)
    while found := QUOTED.search(text, at, most):
        if found[0] == ">":
            return found.start()
        close = text.find(found[0], found.end(), most)
        if close < 0:
            break
        at = close + 1
    plain = text.find(">", at)
    return plain if plain >= 0 else len(text)


def _attributes(text: str, start: int, end: int) -> dict[str, str]:
    held: dict[str, str] = {}
    for number, mark in enumerate(ATTRIBUTE.finditer(text, start, end)):
        if number == MOST_ATTRIBUTES:
            break
        value = next((one for one in mark.groups()[1:] if one is not None), "")
        held.setdefault(mark[1].lower(), unescape(value[:LONGEST_VALUE]))
    return held


def parts(text: str) -> Iterator[Part]:
    """Every part in order. What stands in a script, a style sheet or a field comes as it is, as the words of its element."""
    at, length = 0, len(text)
    while at < length:
        found = AT.search(text, at)
        start = found.start() if found else length
        if start > at:
            yield Words(unescape(text[at:start]))
        if not found:
            return
        if found[0] == "<!--":
            close = ENDS_COMMENT.search(text, found.end())
            yield Comment(text[found.end() : close.start() if close else length])
            at = close.end() if close else length
        elif found[0][1] in "!?":
            close_at = text.find(">", found.end())
            at = close_at + 1 if close_at >= 0 else length
        else:
            end = _end_of_tag(text, found.end())
            at = end + 1
            yield from _tag(text, start, end)
            name = NAME.match(text, start + 1)
            raw = RAW.get(name[0].lower()) if name else None
            if raw is not None:
                close = raw.search(text, at)
                stop = close.start() if close else length
                words = text[at:stop]
                yield Words(words if name and name[0].lower() in ("script", "style") else unescape(words))
                at = stop


def _tag(text: str, start: int, end: int) -> Iterator[Part]:
    closing = text.startswith("</", start)
    name = NAME.match(text, start + 1 + closing)
    if name is None:
        return
    tag = name[0].lower()
    if closing:
        yield Close(tag)
    else:
        yield Open(tag, _attributes(text, name.end(), end), closed=text.startswith("/", end - 1))
