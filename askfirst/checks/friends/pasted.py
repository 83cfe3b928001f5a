"""A list of friends as somebody pasted it, and the names in it, each with its place.

A name a line, or commas between; what a service's page adds ("· 12 mutual friends", "Message") parts from the name, or is met by no roll.
Like a draft, the list cannot be printed, logged or pickled.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple, NoReturn

from askfirst.checks.late import late
from askfirst.checks.text.people.roll import squashed

__all__ = ["LONGEST", "TITLES", "Name", "Pasted", "names_in"]

LONGEST = 300_000  # code points: five thousand friends with what a page adds to each
MOST_WORDS = 8  # of one name; a longer stretch is a sentence
TITLES = frozenset("mr mrs ms miss mx dr prof professor sir lady dame rev revd reverend".split())

LONGEST_NAME = 200  # code points of a stretch that are read: what follows is no name

PARTS = late(r"[^\n\r\t;|·•∙▪]+")
COMMAS = late(r"[^,]+")
BEFORE = late(r"[\s\ufeff\"'“”‘’*>–—-]*(?:\d{1,5}[.)]\s)?[\s\"'“”‘’*>–—-]*")
ADDED = late(  # what a page writes after a name
    r"(?:^|\s)(?:and\s+)?\d[\d,.]*\+?\s+(?:mutual|shared|common|others?|followers?|friends?|connections?)\b.*"
    r"|\s(?:add friend|message|following|follow back|follow|remove|unfriend|view profile)\s*$"
    r"|[(\[].*|\s[–—-]\s.*",
    re.IGNORECASE | re.DOTALL,
)


class Name(NamedTuple):
    """One stretch that may be a name: code points of the list as pasted, end left out, and its words squashed to letters and digits.

    `titled`: a title stood before it.
    """

    start: int
    end: int
    words: tuple[str, ...]
    titled: bool


@dataclass(frozen=True, repr=False)
class Pasted:
    """The list as received, nothing trimmed. It is looked at once and forgotten."""

    text: str

    def __repr__(self) -> str:
        return "<Pasted>"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return "<Pasted>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A list of friends is never stored.")


def _name(text: str, start: int, end: int) -> Name | None:
    """The name in a stretch of a text; None where there is none."""
    before = BEFORE.match(text, start, end)
    start = before.end() if before else start
    piece = text[start : min(end, start + LONGEST_NAME)]
    added = ADDED.search(piece)
    piece = (piece[: added.start()] if added else piece).rstrip()
    words = [word for word in map(squashed, piece.split()) if word]
    titled = len(words) > 1 and words[0] in TITLES
    if titled:
        del words[0]
    if not words or len(words) > MOST_WORDS or not any(c.isalpha() for word in words for c in word):
        return None
    return Name(start, start + len(piece), tuple(words), titled)


def names_in(pasted: Pasted) -> Iterator[tuple[Name, ...]]:
    """Stretch by stretch, the ways to read it: alone, and with what follows its comma ("Reed, Ann" is one name turned round, or two).

    Linear in the length of the list.
    """
    text = pasted.text
    for part in PARTS.finditer(text):
        names = [_name(text, *one.span()) for one in COMMAS.finditer(text, *part.span())]
        for alone, other in zip_longest(names, names[1:]):
            if alone is not None and other is not None:
                yield alone, Name(alone.start, other.end, alone.words + other.words, alone.titled)
            elif alone is not None:
                yield (alone,)
