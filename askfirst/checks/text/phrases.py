"""Patterns of words written as lines of a list: read once, tried where their first word stands.

words; a|b either; a? may be missing; * up to five words; P a person or a pronoun; N somebody named; G a group; #x a word of section x, #f.x of another file's;
[ and ] hold what is marked (else everything); >> marks on to the end of the sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from askfirst.checks.lists import entries, listed
from askfirst.checks.text.tokens import Token, Tokens

__all__ = ["Found", "Phrases", "Who", "phrases", "possible"]

GAP = 5  # words that * may stand for


class Who(Protocol):
    """Who can say which tokens mean somebody."""

    def ends(self, sort: str, at: int) -> int | None:
        """The token after the person, name or group ("P", "N", "G") that begins at this token, or None."""

    def starts(self, sort: str) -> Sequence[int]:
        """Every token at which one of this sort begins."""


@dataclass(frozen=True, slots=True)
class Part:
    words: frozenset[str]
    sort: str  # "" words, "*", "P", "N", "G", "[", "]", ">>"
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens first to last to be marked; `begin` is where the whole pattern begins."""

    first: int
    last: int
    begin: int
    to_end: bool
    pattern: int


def _part(written: str, file: str) -> Part:
    if written in ("*", "[", "]", ">>"):
        return Part(frozenset(), written)
    optional = len(written) > 1 and written.endswith("?")
    words: set[str] = set()
    sorts = ""
    for one in written.removesuffix("?").split("|") if optional else written.split("|"):
        if one in ("P", "N", "G"):
            sorts += one
        elif one.startswith("#"):
            other, dot, section = one[1:].partition(".")
            words |= listed(other, section) if dot else listed(file, other)
        else:
            words.add(one.replace("'t", "t"))
    return Part(frozenset(words), sorts, optional)


def _firsts(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts that a pattern may begin with: the first, and the next where that may be missing."""
    real = [part for part in parts if part.sort != "["]
    missing = next((number for number, part in enumerate(real) if not part.optional), len(real))
    return tuple(real[: missing + 1])


def _choosiest(needs: Sequence[frozenset[str]]) -> frozenset[str]:
    """The part that fewest texts hold: few words of every day, then few words."""
    return min(needs, key=lambda words: (len(words & listed("people", "stop")), len(words)))


def _met(needs: Sequence[frozenset[str]], words: frozenset[str]) -> bool:
    """Whether a text of these words has something for every need."""
    for need in needs:  # noqa: SIM110 - asked very often: a loop is twice as quick as all(...)
        if need.isdisjoint(words):
            return False
    return True


class Phrases:
    """The patterns of one section, indexed by the words they may begin with."""

    def __init__(self, file: str, section: str) -> None:
        self.patterns = [tuple(_part(one, file) for one in line.split() if one != "<") for line in entries(file, section)]
        self._firsts = [_firsts(parts) for parts in self.patterns]
        # What the text must hold somewhere for the pattern to stand at all: most are ruled out by one missing word.
        self.needs = [tuple(part.words for part in parts if not part.sort and not part.optional) for parts in self.patterns]
        self._anchors: dict[str, list[int]] = {}
        for number, needs in enumerate(self.needs):
            for word in _choosiest(needs):
                self._anchors.setdefault(word, []).append(number)

    def candidates(self, words: frozenset[str]) -> set[int]:
        """The patterns that could stand in a text of these words."""
        anchored = {number for word in self._anchors.keys() & words for number in self._anchors[word]}
        return {number for number in anchored if _met(self.needs[number], words)}

    def find(self, tokens: Tokens, who: Who | None) -> Iterator[Found]:
        """Each place where a pattern stands, at most one for each first token and pattern.

        Only patterns that could stand are tried, and only where the text's index of words has their first.
        """
        begins = sorted({(at, number) for number in self.candidates(tokens.vocabulary) for at in self._begins(number, tokens, who)})
        for at, number in begins:
            found = self._match(tokens.all, who, number, at)
            if found is not None:
                yield found

    def _begins(self, number: int, tokens: Tokens, who: Who | None) -> Iterator[int]:
        for part in self._firsts[number]:
            for word in part.words & tokens.vocabulary:
                yield from tokens.places[word]
            if who is not None:
                for sort in part.sort:
                    yield from who.starts(sort)

    def _match(self, tokens: Sequence[Token], who: Who | None, number: int, at: int) -> Found | None:
        parts = self.patterns[number]
        sentence = tokens[at].sentence
        marks: dict[str, int] = {}

        def go(part: int, here: int) -> bool:
            if part == len(parts):
                marks["end"] = here
                return True
            one = parts[part]
            if one.sort in ("[", "]", ">>"):
                marks[one.sort] = here
                return go(part + 1, here)
            inside = here < len(tokens) and tokens[here].sentence == sentence
            if one.sort == "*":
                return any(_same(tokens, here + skip, sentence) and go(part + 1, here + skip) for skip in range(GAP + 1))
            if inside and tokens[here].word in one.words and go(part + 1, here + 1):
                return True
            if inside and who is not None:
                for sort in one.sort:
                    after = who.ends(sort, here)
                    if after is not None and go(part + 1, after):
                        return True
            return one.optional and go(part + 1, here)

        if not go(0, at):
            return None
        first, last = marks.get("[", at), marks.get("]", marks["end"]) - 1
        return Found(first, last, at, ">>" in marks, number) if last >= first else None


def _same(tokens: Sequence[Token], at: int, sentence: int) -> bool:
    """Whether all up to (not with) this token is of the sentence."""
    return at <= len(tokens) and (at == 0 or tokens[at - 1].sentence == sentence)


@cache
def phrases(file: str, section: str) -> Phrases:
    return Phrases(file, section)


@cache
def _anchored(file: str, sections: tuple[str, ...]) -> dict[str, list[tuple[str, tuple[frozenset[str], ...]]]]:
    """Of the patterns of all these sections, by the words of their choosiest part: which section, and what else is needed."""
    found: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = {}
    for section in sections:
        for needs in phrases(file, section).needs:
            for word in _choosiest(needs):
                found.setdefault(word, []).append((section, needs))
    return found


def possible(file: str, sections: tuple[str, ...], words: frozenset[str]) -> set[str]:
    """The sections of which some pattern could stand in a text of these words: most texts have none, and are done."""
    anchored = _anchored(file, sections)
    return {section for word in anchored.keys() & words for section, needs in anchored[word] if _met(needs, words)}
