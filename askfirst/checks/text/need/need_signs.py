"""Signs in what a case tells that somebody may be hurt, may hurt themselves, or may hurt others: whoever wrote it, and of whomever.

`help_signs` reads what somebody says of themselves in a draft. A concern tells of others, in the words of staff, students and parents: "she
cuts herself", "I will stab him". Read over the words of a sentence with disguises undone, one space between two; every gap is bounded, and
no more than a stretch of words is read at once, so the search is linear. Source: workflows.md 3.0 (safeguarding flag).
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from askfirst.checks import lists
from askfirst.checks.draft import Author, Draft
from askfirst.checks.text.patterns.clued import Clued, Family, Searched
from askfirst.checks.text.words.tokens import Tokens

__all__ = ["STRETCH", "Sort", "has_a_sign", "needs", "read_for_signs", "sorts"]

SENTENCES = Family(whole=True)
TABLE = Path(lists.__file__).with_name("need.toml")
PART = re.compile(r"<([A-Z_]+)>")
STRETCH, OVERLAP = 60, 20  # words


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of sign: its patterns, and what in the same words makes them a manner of speaking or another matter."""

    name: str
    but: re.Pattern[str]
    signs: tuple[Clued, ...]


@cache
def sorts() -> tuple[Sort, ...]:
    """The table, read once."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    return tuple(_sort(one, table["part"]) for one in table["sort"])


def _sort(one: Mapping[str, Any], parts: Mapping[str, str]) -> Sort:
    written = [*one["signs"], *(_near(**pair) for pair in one["near"])]
    return Sort(one["name"], re.compile(_filled(one["but"], parts)), tuple(Clued(_filled(sign, parts), SENTENCES) for sign in written))


def _near(*, one: str, other: str, words: int, unless: str = "") -> str:
    """The one and the other, whichever comes first, with at most so many words between them."""
    gap = r"(?: \S+){0,%d}? " % words
    both = (r"\b(?:%s)%s(?:%s)\b" % (first, gap, last) for first, last in ((one, other), (other, one)))
    return "(?:%s)%s" % ("|".join(both), unless)


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """With each <PART> in its place, and the parts of a part. Raises KeyError for one that is not in the table."""
    while PART.search(pattern):
        pattern = PART.sub(lambda found: parts[found[1]], pattern)
    return pattern


def needs(text: str) -> bool:
    """Whether a sentence of this text has such a sign. Linear in it: a sentence without an end is read in stretches that overlap."""
    tokens = Tokens(Draft(text=text, author=Author.STAFF))
    for first, last in tokens.sentences.values():
        for start in range(first, max(first + 1, last - OVERLAP + 2), STRETCH - OVERLAP):
            words = read_for_signs([token.word for token in tokens.all[start : min(start + STRETCH, last + 1)]])
            if any(has_a_sign(sort, words) for sort in sorts()):
                return True
    return False


def read_for_signs(words: Iterable[str]) -> Searched:
    """Words of a sentence as `has_a_sign` looks through them: one space between two."""
    sorts()  # their signs are what is looked for
    return Searched(" ".join(words), SENTENCES)


def has_a_sign(sort: Sort, read: Searched) -> bool:
    """Whether the words have a sign of this sort and nothing that makes them another matter."""
    return read.worth(*sort.signs) and any(read.search(sign) for sign in sort.signs) and not sort.but.search(read.text)
