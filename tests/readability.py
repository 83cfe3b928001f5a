"""How hard words are to read: Flesch-Kincaid grade, and the longest sentence. Syllables come from pyphen's hyphenation patterns.

Source of the formula: Kincaid et al. 1975 (0.39 words a sentence + 11.8 syllables a word - 15.59). Pyphen misses some syllables
of short words, so a count by vowel groups is taken where it is higher.
"""

import re
from functools import cache

import pyphen

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.:%]*")
END = re.compile(r"(?<=[.!?:…])[\"”’)]*\s+|\n+")
VOWELS = re.compile(r"[aeiouy]+")
DICTIONARY = pyphen.Pyphen(lang="en_GB")


def sentences(text: str) -> list[str]:
    """Pieces that hold at least one word."""
    return [part for part in END.split(text) if WORD.search(part)]


def words(text: str) -> list[str]:
    return WORD.findall(text)


@cache
def syllables(word: str) -> int:
    """At least one; a silent e at the end is not counted."""
    small = word.lower().strip("'’-")
    if not small or small[0].isdigit():
        return 1
    groups = len(VOWELS.findall(small))
    if small.endswith("e") and not small.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    if small.endswith("ed") and not small.endswith(("ted", "ded")) and groups > 1:
        groups -= 1
    return max(1, len(DICTIONARY.positions(small)) + 1, groups)


def grade(text: str) -> float:
    """US school grade; 0 for a text without words."""
    found = words(text)
    if not found:
        return 0.0
    return 0.39 * len(found) / max(1, len(sentences(text))) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


def longest_sentence(text: str) -> int:
    """Words in the longest sentence."""
    return max((len(words(sentence)) for sentence in sentences(text)), default=0)
