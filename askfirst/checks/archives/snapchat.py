"""The archive of Snapchat in its JSON form: almost all of it is for friends, so only what was shown to everyone is opened.

Public are stories handed in for everyone, films on Spotlight and the public page; memories, places and friends are not opened.
Source: exports.md 1.6, and public readers for the stories and the public page; no archive of a person showed them, and the reader says so.
"""

import html
from collections.abc import Iterator
from typing import Any

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Kind, Post, SeenBy
from askfirst.checks.archives.service import Files, Service, text_of

__all__ = ["SNAPCHAT"]

INSIDE = r"(?:json/)?"
STORIES = r"shared_story\.json"
PAGE = r"(?:snap_pro|public_profiles?)\.json"
WORDS = ("title", "caption", "description", "text", "content")
ABOUT = ("profile title", "profile description", "display name", "tagline", "bio", "description")
WHERE = frozenset(("location", "address", "city"))
NOTHING = frozenset(("", "none", "n/a", "image", "video", "photo"))


def _read(files: Files) -> Iterator[Post]:
    for name in files.like(PAGE):
        yield from _page(files, name)
    for name in files.like(STORIES):
        for path, item in files.items(name):
            if not path or not isinstance(item, dict):
                files.unread += 1
                continue
            held = _fields(item)
            words = "\n".join(dict.fromkeys(held[key] for key in WORDS if held.get(key, "").lower() not in NOTHING))
            when = next((value for key, value in held.items() if key.endswith(("date", "created", "timestamp"))), None)
            yield Post(words, moment_of(when), SeenBy.PUBLIC, place=held.get("location", ""), pictures=1)


def _page(files: Files, name: str) -> Iterator[Post]:
    """What stands on the public page, wherever in the file it lies."""
    for path, item in files.items(name):
        held = _fields(item) if isinstance(item, dict) else {path[-1].lower(): html.unescape(text_of(item)).strip()} if path else {}
        words = "\n".join(held[key] for key in ABOUT if held.get(key, "").lower() not in NOTHING)
        place = next((value for key, value in held.items() if key in WHERE and value.lower() not in NOTHING), "")
        if words or place:
            yield Post(words, None, SeenBy.PUBLIC, Kind.PROFILE, place=place)


def _fields(item: dict[str, Any]) -> dict[str, str]:
    """Fields by their name in small letters; words are written with marks of web pages."""
    return {str(key).lower(): html.unescape(text_of(value)).strip() for key, value in item.items()}


SNAPCHAT = Service(
    id="snapchat",
    name="Snapchat",
    form="Snapchat (zip, JSON)",
    marks=INSIDE + r"(?:" + STORIES + "|" + PAGE + r"|memories_history\.json|snap_map_places\.json|bitmoji\.json)",
    wants=INSIDE + r"(?:" + STORIES + "|" + PAGE + ")",
    read=_read,
    guessed=True,
    quiet=True,
)
