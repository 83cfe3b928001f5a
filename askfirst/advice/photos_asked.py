"""What somebody asks of a photo: who they are, what they can read in it, what to cover or cut. Pure; every face comes through here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from askfirst.advice.asked import AUDIENCES, AUTHORS, HALF, BadDraft, choice, photo_day
from askfirst.checks.draft import Audience, Author
from askfirst.guard.pictures import Area, Areas
from askfirst.words import say

__all__ = ["FIELDS", "LONGEST_TYPED", "PhotoAsked", "photo_from"]

FIELDS = ("author", "audience", "words", "people", "photo_taken", "blur", "crop")
LONGEST_TYPED = 5_000  # code points of what is typed about one photo
MOST_AREAS = 20
NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,4})?", re.ASCII)
NO_AREAS = Areas()
AREA = say("Write an area as four numbers from 0 to 100: left, top, width, height.")


@dataclass(frozen=True, slots=True, repr=False)
class PhotoAsked:
    """`words` are what can be read in the picture, `people` who is in it, as they typed it; `day` where they know it."""

    author: Author
    audience: Audience
    words: str = ""
    people: str = ""
    day: date | None = None
    areas: Areas = NO_AREAS

    def __repr__(self) -> str:
        return "<PhotoAsked>"


def photo_from(fields: Mapping[str, object]) -> PhotoAsked:
    """`fields` as in the API: author, audience, words, people, photo_taken, blur and crop (areas as text). Raises BadDraft."""
    crop = _areas(fields, "crop")
    if len(crop) > 1:
        raise BadDraft("crop", say("Choose one part to keep."))
    return PhotoAsked(
        author=Author(choice(fields, "author", AUTHORS, None)),
        audience=Audience(choice(fields, "audience", AUDIENCES, Audience.PUBLIC)),
        words=_typed(fields, "words"),
        people=_typed(fields, "people"),
        day=photo_day(fields),
        areas=Areas(_areas(fields, "blur"), crop[0] if crop else None),
    )


def _typed(fields: Mapping[str, object], field: str) -> str:
    text = fields.get(field) or ""
    if not isinstance(text, str) or "\0" in text or HALF.search(text):
        raise BadDraft(field, say("This holds something that is not text. Type the words again."))
    if len(text) > LONGEST_TYPED:
        raise BadDraft(field, say("This is too long: we look at {limit} characters.", limit=format(LONGEST_TYPED, ",")))
    return text


def _areas(fields: Mapping[str, object], field: str) -> tuple[Area, ...]:
    """Each area as four numbers; areas are parted by lines or semicolons."""
    text = fields.get(field) or ""
    if not isinstance(text, str) or len(text) > LONGEST_TYPED:
        raise BadDraft(field, AREA)
    found = []
    for part in re.split(r"[;\n\r]+", text):
        numbers = part.replace(",", " ").replace("%", " ").split()
        if not numbers:
            continue
        if len(numbers) != 4 or not all(NUMBER.fullmatch(one) and float(one) <= 100 for one in numbers):
            raise BadDraft(field, AREA)
        left, top, width, height = (float(one) for one in numbers)
        if not width or not height:
            raise BadDraft(field, say("An area needs a width and a height above 0."))
        found.append((left, top, width, height))
    if len(found) > MOST_AREAS:
        raise BadDraft(field, say("That is too many areas: we cover {most} at most.", most=MOST_AREAS))
    return tuple(found)
