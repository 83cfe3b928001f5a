"""How hard words are to read: the Flesch-Kincaid grade (0.39 words a sentence + 11.8 syllables a word - 15.59). Pure, no dictionary.

Syllables are counted by groups of vowels, which is right within a few in a hundred over a text; a single word may be off by one.
Source: Kincaid et al. 1975.
"""

import re
from functools import lru_cache

__all__ = ["grade", "sentences", "words"]

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.:%]*")
END = re.compile(r"(?<=[.!?:…])[\"”’)]*\s+|\n+")
VOWELS = re.compile(r"[aeiouy]+")


def sentences(text: str) -> list[str]:
    """Pieces that hold at least one word."""
    return [part for part in END.split(text) if WORD.search(part)]


def words(text: str) -> list[str]:
    return WORD.findall(text)


@lru_cache(maxsize=4096)
def _syllables(word: str) -> int:
    """At least one; a silent e at the end is not counted."""
    small = word.casefold().strip("'’-")
    if not small or small[0].isdigit():
        return 1
    groups = len(VOWELS.findall(small))
    silent = small.endswith("e") and not small.endswith(("le", "ee"))
    past = small.endswith("ed") and not small.endswith(("ted", "ded"))
    return max(1, groups - (silent or past))


def grade(text: str) -> float:
    """US school grade; 0 for a text without words."""
    found = words(text)
    if not found:
        return 0.0
    return 0.39 * len(found) / max(1, len(sentences(text))) + 11.8 * sum(map(_syllables, found)) / len(found) - 15.59
