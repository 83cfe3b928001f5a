"""What Google gives of Maps: reviews of places, which anyone can read, in an older and a newer form. Saved places are not opened.

Source: exports.md 1.9; the forms are those of public readers of the file.
"""

from collections.abc import Iterator
from typing import Any

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Post, SeenBy
from askfirst.checks.archives.service import Files, Service, text_of

__all__ = ["GOOGLE_MAPS"]

FILE = r"(?:Takeout/)?Maps(?: \(your places\))?/Reviews\.json"
WORDS = ("review_text_published", "review_text", "review comment")
WHEN = ("date", "published")
NAMED = ("name", "business name")


def _read(files: Files) -> Iterator[Post]:
    for name in files.like(FILE):
        for path, item in files.items(name):
            if path[-1:] == ("features",) and isinstance(item, dict):
                yield _review(item)


def _low(held: object) -> dict[str, Any]:
    return {str(key).lower(): value for key, value in held.items()} if isinstance(held, dict) else {}


def _first(held: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := text_of(held.get(name)))), "")


def _review(item: dict[str, Any]) -> Post:
    """The place is where they say they were; its address is nobody's home."""
    told = _low(item.get("properties"))
    where = _low(told.get("location"))
    return Post(_first(told, WORDS), moment_of(_first(told, WHEN)), SeenBy.PUBLIC, place=_first(where, NAMED), at=_at(item, where))


def _at(item: dict[str, Any], where: dict[str, Any]) -> tuple[float, float] | None:
    """Longitude comes first in the one form; the other names both."""
    shape, named = _low(item.get("geometry")).get("coordinates"), _low(where.get("geo coordinates"))
    pair = (named.get("latitude"), named.get("longitude")) if named else (None, None)
    if isinstance(shape, list) and len(shape) == 2 and not named:
        pair = (shape[1], shape[0])
    try:
        north, east = float(str(pair[0])), float(str(pair[1]))
    except ValueError:
        return None
    return (north, east) if abs(north) <= 90 and abs(east) <= 180 and (north or east) else None


GOOGLE_MAPS = Service(
    id="google-maps",
    name="Google Maps",
    form="Google Maps (Google Takeout)",
    marks=FILE,
    wants=FILE,
    read=_read,
    alone=lambda start: "FeatureCollection" in start[:300] and ("five_star_rating" in start or "Star Rating" in start),
)
