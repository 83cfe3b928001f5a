"""What a photo's file says, as lines of one text: first words, then numbers, so that every finding can point at what it is about.

Like a draft it cannot be printed, logged or pickled. The picture itself is not in it: no check looks at a face.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple, NoReturn

from askfirst.checks.draft import Author, EventHere
from askfirst.checks.finding import Hit, Level
from askfirst.checks.late import late
from askfirst.checks.photos.distance import Near
from askfirst.words import Sentence

__all__ = ["IN_PICTURE", "NAMES", "PLACES", "WORDS", "Line", "Photo", "PhotoCheck", "moment", "photo_of"]

IN_PICTURE = ("seen", "people", "square-code", "bar-code")
"""Facts in words that stand in the picture: "seen" (what can be read in it) is typed or read, codes are read, "people" are typed."""
WORDS = (*IN_PICTURE, "comment", "keyword", "person", "face", "place-name", "artist", "owner", "copyright", "file-name")
"""Facts in words, which the checks of a text read too."""
PLACES = ("place", "aimed-at")
NAMES = ("person", "face")
MOMENT = late(r"(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d):(\d\d))?", re.ASCII)


class Line(NamedTuple):
    """One fact: a fixed word, the group of notes it stood in ("" where somebody typed it), and its place in the text."""

    what: str
    group: str
    start: int
    end: int


@dataclass(frozen=True, repr=False)
class Photo:
    """`near`: the schools and how far the place of the photo is from each, nearest first. `counts`: entries by group."""

    text: str
    lines: tuple[Line, ...]
    words_end: int  # up to here the text is words
    author: Author
    small: bool = False  # a small picture inside shows something else
    near: tuple[Near, ...] = ()
    day: date | None = None
    events: tuple[EventHere, ...] = ()
    today: date | None = None

    def of(self, *what: str) -> Iterator[Line]:
        """The facts of these sorts, in their order."""
        return (line for line in self.lines if line.what in what)

    def says(self, line: Line) -> str:
        return self.text[line.start : line.end]

    def __repr__(self) -> str:
        return "<Photo>"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return "<Photo>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A photo is never stored.")


@dataclass(frozen=True, slots=True)
class PhotoCheck:
    """As `Check`, for what a file says: `flags` and `passes` are photos made of facts."""

    name: str
    clause: str
    level: Level
    title: Sentence
    why: Sentence
    fix: Sentence | None
    doubt: Sentence
    look: Callable[[Photo], Iterator[Hit]]
    flags: tuple[Photo, ...]
    passes: tuple[Photo, ...]
    also: tuple[str, ...] = ()
    noticed: bool = False
    kind: str = "photo"


def photo_of(
    facts: Iterable[tuple[str, str, str]], *, author: Author = Author.STAFF, small: bool = False, near: tuple[Near, ...] = ()
) -> Photo:
    """From facts as (what, group, text): words first, each once, each on a line of its own. Linear in their length."""
    once = list(dict.fromkeys(facts))
    words = [one for one in once if one[0] in WORDS]
    words.sort(key=lambda one: WORDS.index(one[0]))
    rest = [one for one in once if one[0] not in WORDS]
    lines, text, at = [], [], 0
    for what, group, said in (*words, *rest):
        lines.append(Line(what, group, at, at + len(said)))
        text.append(said)
        at += len(said) + 1
    whole = "\n".join(text)
    words_end = lines[len(words) - 1].end if words else 0
    photo = Photo(whole, tuple(lines), words_end, author, small, near)
    taken = next((moment(photo.says(line)) for line in photo.of("taken") if moment(photo.says(line)) is not None), None)
    return replace(photo, day=None if taken is None else taken.date())


def moment(text: str) -> datetime | None:
    """A moment as cameras write it, by the camera's own clock; None for what is none."""
    match = MOMENT.match(text)
    if match is None:
        return None
    try:
        return datetime(int(match[1]), int(match[2]), int(match[3]), int(match[4] or 0), int(match[5] or 0))  # noqa: DTZ001 -- its own clock
    except ValueError:
        return None
