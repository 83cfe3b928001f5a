"""Patterns behind clues: every match of such a pattern holds one of its clues, so a text without any need not be searched for it.

One pass over a text finds the clues of all patterns together. They are read out of each pattern, so nobody keeps two lists alike,
and a pattern is compiled where a text first holds one of its clues. A pattern that could match without any is always worth a search.
A pattern of many ways is taken apart: only those ways are tried whose clues stand in the text, each by itself.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import takewhile
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import ahocorasick

from askfirst.checks.draft import Draft
from askfirst.checks.lists import listed
from askfirst.checks.text.patterns.apart import TAKES_NOTHING, apart

__all__ = ["Clued", "Family", "Searched", "compile_all", "read_clues", "searched"]

FAMILIES: list["Family"] = []
SIGNS = frozenset("%£@+/#_()")  # they stand in few texts
ALONE = re.compile(
    r"(?:\\b|\(\?<!\\w\))?\(\?:([a-z][a-z ']*)\)(?:\\b|\(\?!\\w\))?"
)  # a way of plain words: nothing is to be read out of it
REPEATS = frozenset({kind.MAX_REPEAT, kind.MIN_REPEAT, kind.POSSESSIVE_REPEAT})


class Family:
    """Patterns that are looked for in the same texts; `whole` ones are not taken apart."""

    def __init__(self, *, whole: bool = False) -> None:
        self.patterns: list[Clued] = []
        self.whole = whole
        self._made: tuple[int, ahocorasick.Automaton, int] | None = None
        FAMILIES.append(self)

    def automaton(self) -> tuple[ahocorasick.Automaton, int]:
        """Every clue with the bits of the ways that need it, and the bits of those without clues: made when first asked for."""
        if self._made is None or self._made[0] != len(self.patterns):
            bit = 1
            for pattern in self.patterns:
                bit = pattern.take_apart(bit, (pattern.source,) if self.whole else apart(pattern.source))
            self._made = len(self.patterns), *_automaton(way for pattern in self.patterns for way in pattern.ways.values())
        return self._made[1:]


FOLDED = Family()
"""Those of the folded text of a whole draft."""


class Way:
    """One way in which a pattern may stand, and the bit that stands for it among all that it is looked for with."""

    def __init__(self, source: str, bit: int) -> None:
        self.source = source
        self.bit = bit

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.source)


class Clued:
    """A pattern, its ways by their bits, and those bits together."""

    def __init__(self, source: str, family: Family = FOLDED) -> None:
        self.source = source
        self.ways: dict[int, Way] = {}
        self.bits = 0
        family.patterns.append(self)

    def take_apart(self, bit: int, ways: Iterable[str]) -> int:
        """Gives each way its bit, from this one on; the next that is free."""
        self.ways = {}
        for way in ways:
            self.ways[bit] = Way(way, bit)
            bit <<= 1
        self.bits = sum(self.ways)
        return bit

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.source)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As a pattern's own search: for a place that is not worth reading for clues."""
        return self.pattern.search(text, start, len(text) if end is None else end)

    def awake(self, clues: int) -> Iterator[re.Pattern[str]]:
        """Those of its ways that these clues wake, in their order."""
        bits = clues & self.bits
        while bits:
            yield self.ways[bits & -bits].pattern
            bits &= bits - 1

    def first(self, clues: int, text: str) -> re.Match[str] | None:
        """What the pattern would find, by those of its ways that these clues wake: the leftmost, of two at one place the first."""
        found = None
        for pattern in self.awake(clues):
            match = pattern.search(text)
            if match and (found is None or match.start() < found.start()):
                found = match
        return found


Ways = list[tuple[str, re.Pattern[str]]]


class Searched:
    """A text and the clues in it: patterns without a clue here are never tried. Linear to make, whatever the patterns."""

    def __init__(self, text: str, family: Family = FOLDED) -> None:
        self.text = text
        automaton, self.clues = family.automaton()
        self._always = self.clues
        self._met = list(automaton.iter(text))  # where each clue ends, and its bits
        for _, bits in self._met:
            self.clues |= bits

    def part(self, begin: int, end: int) -> "Searched":
        """A part of the text, by the clues that end in it: one that begins before it counts too, which costs a search and changes nothing."""
        part = object.__new__(Searched)
        part.text = self.text[begin:end]
        part.clues = self._always
        part._met = self._met[bisect_left(self._met, (begin,)) : bisect_left(self._met, (end,))]
        for _, bits in part._met:
            part.clues |= bits
        return part

    def worth(self, *patterns: Clued) -> bool:
        """Whether any of these could stand here."""
        for pattern in patterns:  # noqa: SIM110 - asked very often
            if self.clues & pattern.bits:
                return True
        return False

    def awake(self) -> Iterator[int]:
        """The bits of all ways whose clues stand here, in the order of their patterns."""
        bits = self.clues
        while bits:
            yield bits & -bits
            bits &= bits - 1

    def search(self, pattern: Clued) -> re.Match[str] | None:
        return pattern.first(self.clues, self.text) if self.clues & pattern.bits else None

    def inside(self, pattern: Clued, text: str) -> bool:
        """Whether the pattern stands in these words of the text."""
        return pattern.first(self.clues, text) is not None

    def finditer(self, pattern: Clued) -> Iterator[re.Match[str]]:
        if not self.clues & pattern.bits:
            return iter(())
        return pattern.pattern.finditer(self.text) if len(pattern.ways) == 1 else (match for _, match in self.choices({"": pattern}))

    def choices(self, choices: Mapping[str, Clued]) -> Iterator[tuple[str, re.Match[str]]]:
        """What one pattern of all these choices would find, and which it was: the leftmost, of two at one place the first choice."""
        ways = [(name, pattern) for name, choice in choices.items() for pattern in choice.awake(self.clues)]
        ahead = [(match.start(), number, match) for number, (_, way) in enumerate(ways) if (match := way.search(self.text))]
        while ahead:
            _, number, match = min(ahead, key=lambda one: one[:2])
            yield ways[number][0], match
            ahead = list(self._from(match.end() + (match.end() == match.start()), ways, ahead))

    def _from(self, place: int, ways: Ways, ahead: Iterable[tuple[int, int, re.Match[str]]]) -> Iterator[tuple[int, int, re.Match[str]]]:
        """Where each way stands next from this place on; one that stands nowhere more is not looked for again, or the search would not be linear."""
        for start, number, match in ahead:
            found = match if start >= place else ways[number][1].search(self.text, place)
            if found:
                yield found.start(), number, found


def compile_all() -> None:
    """Every pattern now: for a process that looks over many drafts."""
    for family in FAMILIES:
        family.automaton()
        for pattern in family.patterns:
            _ = pattern.pattern
            for way in pattern.ways.values():
                _ = way.pattern


def searched(draft: Draft) -> Searched:
    """A whole draft and its clues; asked for through `draft.once`."""
    return Searched(draft.folded.text)


def _automaton(ways: Iterable[Way]) -> tuple[ahocorasick.Automaton, int]:
    bits: dict[str, int] = {}
    always = 0
    for one in ways:
        clues = read_clues(one.source)
        if clues is None:
            always |= one.bit
        for clue in clues or ():
            bits[clue] = bits.get(clue, 0) | one.bit
    automaton = ahocorasick.Automaton()
    for clue, those in bits.items():
        automaton.add_word(clue, those)
    automaton.make_automaton()
    return automaton, always


# ------------------------------------------------------------ clues out of a pattern


def read_clues(source: str) -> frozenset[str] | None:
    """Strings of which every match of the pattern holds at least one; None where there are none such."""
    alone = ALONE.fullmatch(source)
    return frozenset({alone[1]}) if alone else _needed(parser.parse(source))


def _needed(items: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """The rarest of what the parts of a sequence need."""
    offers: list[frozenset[str]] = []
    run = ""
    for code, what in [*_flat(items), (None, None)]:
        if code is kind.LITERAL:
            run += chr(what)
        elif code not in TAKES_NOTHING:
            heads = frozenset(_head(branch) for branch in what[1]) if code is kind.BRANCH else frozenset({""})
            if run:  # letters before a choice, with the letters that each branch begins with
                offers.append(frozenset(run + head for head in heads))
            inner = _inside(code, what)
            if inner is not None and not (run and inner == heads):  # the same places, and less of each
                offers.append(inner)
            run = ""
    return min(offers, key=_often, default=None)


def _head(items: Iterable[tuple[Any, Any]]) -> str:
    """The letters a sequence begins with."""
    letters = (chr(what) if code is kind.LITERAL else "" for code, what in _flat(items) if code not in TAKES_NOTHING)
    return "".join(takewhile(bool, letters))


def _flat(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """A sequence with the groups in it opened."""
    for code, what in items:
        if code is kind.SUBPATTERN and not what[1]:
            yield from _flat(what[3])
        elif code is kind.ATOMIC_GROUP:
            yield from _flat(what)
        else:
            yield code, what


def _inside(code: Any, what: Any) -> frozenset[str] | None:
    """What a choice or a repeat needs: something for each of its branches."""
    if code is kind.BRANCH:
        branches = [_needed(branch) for branch in what[1]]
        return None if None in branches else frozenset().union(*(branch for branch in branches if branch is not None))
    if code in REPEATS and what[0] > 0:
        return _needed(what[2])
    if code is kind.IN and all(one is kind.LITERAL and not chr(sign).isalnum() for one, sign in what):
        return frozenset(chr(sign) for _, sign in what)  # one of a few signs
    return None


def _often(clues: frozenset[str]) -> float:
    """How often texts hold one of these, roughly: words of every day often, signs seldom, else the longer the rarer."""
    return sum(_stands(clue.strip()) for clue in clues)


def _stands(clue: str) -> float:
    """How often one stands in a text, roughly: a single letter always."""
    if len(clue) == 1:
        return 0.001 if clue in SIGNS or not (clue.isascii() or clue.isalnum()) else 1.0
    return 12.0 ** -min(len(clue), 6) * 20.0 ** _every_day(clue)


def _every_day(clue: str) -> int:
    """How many of its words are words of every day."""
    return sum(word in listed("people", "stop") for word in clue.split())
