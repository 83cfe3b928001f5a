"""Students' names taken out of words that leave AskFirst: "Student A" stands for the same student throughout. Pure.

Whole words only, the longest name first. A first name or a surname alone counts too: it is that student's whose whole name stands somewhere
in the same words, or who alone on the roll is called so; else it is "a student". Names of staff stay as they are. A first name that is an
ordinary word too is left, where nobody's whole name says whose it is. Source: S59, CON-12, PRI-4.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from askfirst.words import say

__all__ = ["WithoutNames"]

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
BETWEEN = re.compile(r"[\s.'\u2019]{1,3}")
ORDINARY = frozenset(
    "amber april art august autumn bill chase christian dawn daisy drew faith frank grace grant heather holly hope iris ivy jade joy june "
    "lily mark may max miles page pat pearl ray river robin rose ruby sky summer victor will wren".split()
)
ANY = "*"
"""Stands for a student whom the words do not tell from another."""


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(word.group().casefold() for word in WORD.finditer(name))


@dataclass(slots=True)
class WithoutNames:
    """`students`: whole name by reference. `kept`: names of others. `hidden`: further names, each with the word that stands for it."""

    students: Mapping[str, str]
    kept: Iterable[str] = ()
    hidden: Mapping[str, str] = field(default_factory=dict)
    _names: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=lambda: defaultdict(list))
    _parts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _letters: dict[str, str] = field(default_factory=dict)
    _met: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        known = [(name, "") for name in self.kept] + [(name, ref) for ref, name in self.students.items()] + list(self.hidden.items())
        for name, of in known:
            if tokens := _tokens(name):
                self._names[tokens[0]].append((tokens, of))
        for held in self._names.values():
            held.sort(key=lambda pair: (-len(pair[0]), pair[1] not in self.hidden.values()))
        for ref, name in self.students.items():
            for part in _tokens(name):
                self._parts[part].add(ref)

    def read(self, texts: Iterable[str]) -> None:
        """Look for whole names in all the words first, so that a first name alone later is known for whose it is."""
        for text in texts:
            self._met |= {of for _, _, of in self._hits(text) if of in self.students}

    def swap(self, text: str) -> str:
        """The same words with no student's name in them. Linear in their length."""
        parts, end = [], 0
        for start, stop, of in self._hits(text):
            if of:
                parts += [text[end:start], self._said(of)]
                end = stop
        return "".join([*parts, text[end:]])

    def found(self, text: str) -> Iterator[str]:
        """Each name in the words that would be swapped, as it stands there."""
        return (text[start:stop] for start, stop, of in self._hits(text) if of)

    def _said(self, of: str) -> str:
        if of == ANY:
            return str(say("a student"))
        if of not in self.students:
            return of
        number = len(self._letters)
        letter = chr(ord("A") + number % 26) + ("" if number < 26 else str(number // 26))
        return str(say("Student {letter}", letter=self._letters.setdefault(of, letter)))

    def _hits(self, text: str) -> Iterator[tuple[int, int, str]]:
        words = list(WORD.finditer(text))
        at = 0
        while at < len(words):
            length, of = self._longest(text, words, at)
            if length:
                yield words[at].start(), words[at + length - 1].end(), of
            at += length or 1

    def _longest(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, str]:
        """How many words from here are a name, and what stands for it; "" for a name that stays."""
        folded = words[at].group().casefold()
        for tokens, of in self._names.get(folded, ()):
            there = words[at : at + len(tokens)]
            if tuple(word.group().casefold() for word in there) == tokens and all(
                BETWEEN.fullmatch(text[one.end() : other.start()]) for one, other in pairwise(there)
            ):
                return len(tokens), of
        return (1, whose) if (whose := self._part(words[at].group())) else (0, "")

    def _part(self, word: str) -> str:
        """Whose name a single word is a part of."""
        called = self._parts.get(word.casefold(), set())
        met = called & self._met
        if len(met) == 1:
            return next(iter(met))
        if not called or not word[:1].isupper() or (word.casefold() in ORDINARY and not met):
            return ""
        return next(iter(called)) if len(called) == 1 and not met else ANY
