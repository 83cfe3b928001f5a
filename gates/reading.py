"""Texts a person of eleven can read: short sentences, plain words. The measure is the tests' own, so that gate and story agree."""

import re
from pathlib import Path

from gates.gate import Gate, python_files, where
from gates.sentences import said
from gates.shown import Shown, pack_words
from tests.readability import grade, sentences, words

__all__ = ["READABLE", "hard_to_read"]

LIMITS = {"student": (15, 6.0), "staff": (20, 8.0)}  # words in a sentence, Flesch-Kincaid grade of the text
FEWEST = 10  # under ten words the grade says more about the length than about the words
GAP = re.compile(r"\{\w*\}")


def hard_to_read(one: Shown) -> list[str]:
    """What makes a text hard for those it is for. A gap counts as one short word."""
    longest, most = LIMITS[one.to]
    text = GAP.sub("it", one.words)
    wrong = []
    for sentence in sentences(text):
        if len(words(sentence)) > longest:
            wrong.append("%s: a sentence of %d words (%s: at most %d): %.50s" % (one.at, len(words(sentence)), one.to, longest, sentence))
    if len(words(text)) >= FEWEST and round(grade(text), 1) > most:
        wrong.append("%s: grade %.1f (%s: at most %.0f): %.60s" % (one.at, grade(text), one.to, most, text))
    return wrong


def readable(root: Path) -> list[str]:
    checks = [
        Shown(where(root, one.path, one.line), one.words, "student") for path in python_files(root, "askfirst/checks") for one in said(path)
    ]
    return [line for one in [*checks, *pack_words(root)] for line in hard_to_read(one)]


READABLE = Gate(
    "readable", "Check words and student words suit an eleven-year-old.", readable, "shorter sentences, shorter words; then read it aloud"
)
