"""Words out of what services wrap them in: letters that were written twice over, and marks of web pages. Pure; linear."""

import html
import re
from collections.abc import Iterator

__all__ = ["mended", "without_marks"]

NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9]{0,20}")
BLOCKS = frozenset("p div h1 h2 h3 h4 h5 h6 li ul ol blockquote tr table figure section br".split())
DROPPED = frozenset(("script", "style"))


def mended(text: str) -> str:
    """Facebook and Instagram write each byte of UTF-8 as a letter of its own. Put right only where that is what it is."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def without_marks(page: str) -> str:
    """The words of a piece of a web page, a block a line."""
    if "<" not in page and "&" not in page:
        return page
    lines = html.unescape("".join(_pieces(page))).split("\n")
    return "\n".join(one for one in (" ".join(line.split()) for line in lines) if one)


def _pieces(page: str) -> Iterator[str]:
    """What stands between marks. Each search either goes past what it found or is the last one."""
    low, at = page.lower(), 0
    while (start := page.find("<", at)) >= 0:
        yield page[at:start]
        at = start + 1
        if page.startswith("!--", at):
            end = page.find("-->", at)
            if end < 0:
                return
            at = end + 3
            continue
        name = NAME.match(low, at + page.startswith("/", at))
        if name is None and not page.startswith("!", at):
            yield "<"
            continue
        end = page.find(">", at)
        if end < 0:
            return
        word = name[0] if name else ""
        if word in BLOCKS:
            yield "\n"
        if word in DROPPED and not page.startswith("/", at):
            end = low.find("</" + word, end)
            if end < 0:
                return
            at = end
            continue
        at = end + 1
    yield page[at:]
