"""The archive of Mastodon: each post says to whom it went, and a boost is somebody else's. Posts to single people are passed over.

Source: exports.md 1.7.
"""

from collections.abc import Iterator
from typing import Any

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Kind, Post, SeenBy
from askfirst.checks.archives.service import Files, Service, text_of
from askfirst.checks.archives.words_of import without_marks

__all__ = ["MASTODON"]

PUBLIC = ("#Public", "as:Public")


def _read(files: Files) -> Iterator[Post]:
    for name in files.like(r"actor\.json"):
        for path, value in files.items(name):
            if path == ("summary",):
                yield Post(without_marks(text_of(value)), kind=Kind.PROFILE)
            elif path == ("attachment",) and isinstance(value, dict):
                words = ": ".join(without_marks(text_of(value.get(key))) for key in ("name", "value"))
                yield Post(words, kind=Kind.PROFILE)
    for name in files.like(r"outbox\.json"):
        for path, item in files.items(name):
            if path == ("orderedItems",) and isinstance(item, dict):
                post = _post(files, item)
                if post is not None:
                    yield post


def _post(files: Files, item: dict[str, Any]) -> Post | None:
    note = item.get("object")
    if item.get("type") != "Create" or not isinstance(note, dict):
        files.others += item.get("type") == "Announce"
        return None
    to, copies = _list(note.get("to")), _list(note.get("cc"))
    if any(one.endswith(PUBLIC) or one == "Public" for one in (*to, *copies)):
        seen_by = SeenBy.PUBLIC
    elif any(one.endswith("/followers") for one in to):
        seen_by = SeenBy.FRIENDS
    else:
        files.passed += 1
        return None
    words = "\n".join(one for one in (text_of(note.get("summary")), without_marks(text_of(note.get("content")))) if one)
    pictures = len(_list(note.get("attachment"), dict))
    kind = Kind.COMMENT if note.get("inReplyTo") else Kind.POST
    return Post(words, moment_of(note.get("published")), seen_by, kind, pictures=pictures)


def _list(held: object, kind: type = str) -> list[Any]:
    found = held if isinstance(held, list) else [held]
    return [one for one in found if isinstance(one, kind)]


MASTODON = Service(
    id="mastodon",
    name="Mastodon",
    form="Mastodon (zip or tar.gz)",
    marks=r"(?:actor|outbox)\.json",
    wants=r"(?:actor|outbox)\.json",
    read=_read,
    alone=lambda start: start.startswith("{") and '"OrderedCollection"' in start,
)
