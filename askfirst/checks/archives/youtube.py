"""What Google gives of YouTube: comments, live chats (said in public) and the words of one's own films, which say who can see them.

The words of a comment are JSON in a cell, in two forms; before that they stood in a web page. Source: exports.md 1.9.
"""

import json
import re
from collections.abc import Iterator

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Kind, Post, SeenBy
from askfirst.checks.archives.service import Files, Service, text_of
from askfirst.checks.archives.words_of import without_marks
from askfirst.guard.archives.json_items import seen
from askfirst.guard.archives.member import Broken
from askfirst.guard.limits import MILLION

__all__ = ["YOUTUBE"]

INSIDE = r"(?:Takeout/)?YouTube(?: and YouTube Music)?/"
COMMENTS = r"(?:comments/)?comments(?:\(\d+\))?\.csv"
CHATS = r"live chats/live chats(?:\(\d+\))?\.csv"
PAGE = r"my-comments/my-comments\.html"
FILMS = r"video metadata/videos(?:\(\d+\))?\.csv"
ABOVE = re.compile(r"(?:You|Sent at).{0,500}? (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC)\.?(.*)")
LARGEST = 20 * MILLION
SEEN_BY = {"public": SeenBy.PUBLIC, "unlisted": SeenBy.FRIENDS, "private": SeenBy.ME}


def _read(files: Files) -> Iterator[Post]:
    for name in files.like(COMMENTS):
        for row in files.rows(name, "Comment Text"):
            yield Post(_words(row.get("comment text", "")), moment_of(row.get("comment create timestamp")), kind=Kind.COMMENT)
    for name in files.like(PAGE):
        yield from files.whole(name, _page(files, name))
    for name in files.like(CHATS):
        for row in files.rows(name, "Live Chat Text"):
            yield Post(_words(row.get("live chat text", "")), moment_of(row.get("live chat create timestamp")), kind=Kind.COMMENT)
    for name in files.like(FILMS):
        for row in files.rows(name, "Privacy"):
            words = "\n".join(value for key, value in row.items() if key.startswith(("video title", "video description")) and value)
            seen_by = SEEN_BY.get(row.get("privacy", "").strip().lower(), SeenBy.UNSAID)
            yield Post(words, moment_of(row.get("video create timestamp")), seen_by, pictures=1)


def _page(files: Files, name: str) -> Iterator[Post]:
    """The older form: a line that says when and under what, and below it the words."""
    held = bytearray()
    for piece in files.pack.read(name):
        held += piece
        if len(held) > LARGEST:
            raise Broken
    words: list[str] = []
    when = ""
    for line in without_marks(seen(held.decode("utf-8", "replace"))).split("\n"):
        above = ABOVE.fullmatch(line)
        if above is None:
            words.append(line)
            continue
        if when:
            yield Post("\n".join(words), moment_of(when), kind=Kind.COMMENT)
        when, words = above[1], [above[2].strip()] if above[2].strip() else []
    if when:
        yield Post("\n".join(words), moment_of(when), kind=Kind.COMMENT)


def _words(cell: str) -> str:
    """Pieces of text in JSON, with or without a list around them; plain words where it is none."""
    try:
        held = json.loads("[" + cell + "]")
    except (ValueError, RecursionError):
        return cell
    pieces = []
    for one in held:
        parts = one.get("takeoutSegments", [one]) if isinstance(one, dict) else []
        pieces += [text_of(part.get("text")) for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    return "".join(pieces).strip() or ("" if held else cell)


YOUTUBE = Service(
    id="youtube",
    name="YouTube",
    form="YouTube (Google Takeout)",
    marks=INSIDE + r"(?:" + COMMENTS + "|" + PAGE + "|" + CHATS + "|" + FILMS + ")",
    wants=INSIDE + r"(?:" + COMMENTS + "|" + PAGE + "|" + CHATS + "|" + FILMS + ")",
    read=_read,
)
