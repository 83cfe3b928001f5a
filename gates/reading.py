"""Texts a person of eleven can read: short sentences, plain words."""

import re
from functools import cache
from pathlib import Path

import pyphen

from gates.gate import Gate, python_files, where
from gates.sentences import said
from gates.shown import Shown, pack_words

__all__ = ["READABLE", "grade", "hard_to_read", "sentences"]

LIMITS = {"student": (15, 6.0), "staff": (20, 8.0)}  # words in a sentence, Flesch-Kincaid grade of the text
FEWEST = 10  # under ten words the grade says more about the length than about the words
ENDS = re.compile(r"(?<=[.!?:;])[\"'”’)]*\s+|\n+")
WORD = re.compile(r"[^\W_]+(?:['’.@/-][^\W_]+)*")
GAP = re.compile(r"\{\w*\}")


@cache
def _dictionary() -> pyphen.Pyphen:
    """The American dictionary: it splits where one says it (pri-vate, ev-ery), the British one where one writes it."""
    return pyphen.Pyphen(lang="en_US")


@cache
def _syllables(word: str) -> int:
    return len(_dictionary().positions(word.lower())) + 1


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence; a gap counts as one word."""
    split = [WORD.findall(GAP.sub("it", part)) for part in ENDS.split(text)]
    return [words for words in split if words]


def grade(text: str) -> float:
    """Flesch-Kincaid: the school year an American text is meant for. 0 where there is no word."""
    parts = sentences(text)
    words = [word for part in parts for word in part]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(parts) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def hard_to_read(one: Shown) -> list[str]:
    """What makes a text hard for those it is for."""
    longest, most = LIMITS[one.to]
    wrong = [
        "%s: a sentence of %d words (%s: at most %d): %s ..." % (one.at, len(words), one.to, longest, " ".join(words[:6]))
        for words in sentences(one.words)
        if len(words) > longest
    ]
    if sum(map(len, sentences(one.words))) >= FEWEST and round(grade(one.words), 1) > most:
        wrong.append("%s: grade %.1f (%s: at most %.0f): %s" % (one.at, grade(one.words), one.to, most, one.words[:60]))
    return wrong


def readable(root: Path) -> list[str]:
    checks = [
        Shown(where(root, one.path, one.line), one.words, "student") for path in python_files(root, "askfirst/checks") for one in said(path)
    ]
    return [line for one in [*checks, *pack_words(root)] for line in hard_to_read(one)]


READABLE = Gate(
    "readable", "Check words and student words suit an eleven-year-old.", readable, "shorter sentences, shorter words; then read it aloud"
)
