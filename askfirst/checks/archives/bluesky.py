"""The account of Bluesky as it gives it, one CAR file: all of it is public by how the service works, and what was deleted is not read.

Source: exports.md 1.8.
"""

from collections.abc import Iterator
from typing import Any

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Kind, Post, SeenBy
from askfirst.checks.archives.service import Files, Service, text_of
from askfirst.guard.archives.car import car_records

__all__ = ["BLUESKY"]

POST, PROFILE = "app.bsky.feed.post/", "app.bsky.actor.profile/"
FILE = r"[^/]*\.car"


def _read(files: Files) -> Iterator[Post]:
    for name in files.like(FILE):
        for path, record in files.whole(name, car_records(files.pack.read(name), (POST, PROFILE))):
            if path.startswith(PROFILE):
                yield Post(text_of(record.get("description")), None, SeenBy.PUBLIC, Kind.PROFILE)
            else:
                yield _post(record)


def _post(record: dict[str, Any]) -> Post:
    """With the words under its pictures, which are the person's own too."""
    held = record.get("embed")
    images = held.get("images") if isinstance(held, dict) else None
    pictures = [one for one in images if isinstance(one, dict)] if isinstance(images, list) else []
    words = "\n".join(one for one in (text_of(record.get("text")), *(text_of(one.get("alt")) for one in pictures)) if one)
    kind = Kind.COMMENT if record.get("reply") else Kind.POST
    return Post(words, moment_of(record.get("createdAt")), SeenBy.PUBLIC, kind, pictures=len(pictures))


BLUESKY = Service(
    id="bluesky",
    name="Bluesky",
    form="Bluesky (CAR)",
    marks=FILE,
    wants=FILE,
    read=_read,
    alone=lambda start: "eroots" in start[:40] and "gversion" in start[:200],
)
