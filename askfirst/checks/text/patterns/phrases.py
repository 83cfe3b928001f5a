"""Patterns of words written as lines of a list: read once, tried where their first word stands.

words; a|b either; a? may be missing; * up to five words; P a person or a pronoun; N somebody named; G a group; #x a word of section x, #f.x of another file's;
[ and ] hold what is marked (else everything); >> marks on to the end of the sentence.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from askfirst.checks.draft import Draft
from askfirst.checks.lists import entries, listed
from askfirst.checks.text.patterns.needed import Needed
from askfirst.checks.text.words.token import Token
from askfirst.checks.text.words.tokens import Tokens

__all__ = ["Found", "Phrases", "Sections", "Who", "may_stand", "phrases"]

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


def _often(words: frozenset[str]) -> tuple[int, int]:
    """How often texts hold one of these words, roughly: many words of every day, many words."""
    return len(words & listed("people", "stop")), len(words)


def _in_order(needs: Sequence[frozenset[str]], words: Sequence[str]) -> bool:
    """Whether something for every need stands in these words, one after the other."""
    ahead = iter(words)
    for need in needs:
        for word in ahead:
            if word in need:
                break
        else:
            return False
    return True


class Phrases:
    """The patterns of one section, indexed by the words they may begin with."""

    def __init__(self, file: str, section: str) -> None:
        self.patterns = [tuple(_part(one, file) for one in line.split() if one != "<") for line in entries(file, section)]
        self._firsts = [_firsts(parts) for parts in self.patterns]
        # What the text must hold somewhere for the pattern to stand at all: most are ruled out by one missing word.
        self.needs = [tuple(part.words for part in parts if not part.sort and not part.optional) for parts in self.patterns]

    def find(self, tokens: Tokens, who: Who | None, numbers: Collection[int]) -> Iterator[Found]:
        """Each place where one of these patterns stands (see `may_stand`), at most one for each first token and pattern.

        They are tried only where the text's index of words has their first.
        """
        begins = sorted({(at, number) for number in numbers for at in self._begins(number, tokens, who)})
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
        tried = Try(self.patterns[number], tokens, who, at)
        if not tried.goes_on(0, at):
            return None
        first, last = tried.marks.get("[", at), tried.marks.get("]", tried.marks["end"]) - 1
        return Found(first, last, at, ">>" in tried.marks, number) if last >= first else None


class Try:
    """One pattern, tried from one token on; `marks` are the tokens where its signs and its end stand."""

    def __init__(self, parts: Sequence[Part], tokens: Sequence[Token], who: Who | None, at: int) -> None:
        self.parts = parts
        self.tokens = tokens
        self.who = who
        self.sentence = tokens[at].sentence
        self.marks: dict[str, int] = {}

    def goes_on(self, part: int, here: int) -> bool:
        """Whether this part and all after it stand from token `here` on."""
        if part == len(self.parts):
            self.marks["end"] = here
            return True
        one = self.parts[part]
        if one.sort in ("[", "]", ">>"):
            self.marks[one.sort] = here
            return self.goes_on(part + 1, here)
        if one.sort == "*":
            return any(self._inside_to(here + skip) and self.goes_on(part + 1, here + skip) for skip in range(GAP + 1))
        inside = here < len(self.tokens) and self.tokens[here].sentence == self.sentence
        if inside and self.tokens[here].word in one.words and self.goes_on(part + 1, here + 1):
            return True
        if inside and self.who is not None:
            for sort in one.sort:
                after = self.who.ends(sort, here)
                if after is not None and self.goes_on(part + 1, after):
                    return True
        return one.optional and self.goes_on(part + 1, here)

    def _inside_to(self, at: int) -> bool:
        """Whether all up to (not with) this token is of the sentence."""
        return at <= len(self.tokens) and (at == 0 or self.tokens[at - 1].sentence == self.sentence)


@cache
def phrases(file: str, section: str) -> Phrases:
    return Phrases(file, section)


ASKED: list["Sections"] = []


class Sections:
    """Sections of one list, looked for in every text together with those of all other lists."""

    def __init__(self, file: str, *names: str) -> None:
        self.file = file
        self.names = names
        ASKED.append(self)


Rule = tuple[Sections, str, int, tuple[frozenset[str], ...]]  # whose, section, number, and the needs in their order


@cache
def _needed(asked: int) -> Needed[Rule]:
    """The patterns of all that is asked for, so many, by what they need."""
    return Needed(
        ((sections, section, number, needs), sorted(needs, key=_often))
        for sections in ASKED[:asked]
        for section in sections.names
        for number, needs in enumerate(phrases(sections.file, section).needs)
    )


def _standing(draft: Draft) -> dict[Sections, dict[str, set[int]]]:
    """What could stand in a draft, of whichever list: its words are gone through once."""
    tokens = draft.once(Tokens)
    found: dict[Sections, dict[str, set[int]]] = {}
    for words, here in zip(tokens.stretches, tokens.bags, strict=True):
        for sections, section, number, needs in _needed(len(ASKED)).stand(here):
            if _in_order(needs, words):
                found.setdefault(sections, {}).setdefault(section, set()).add(number)
    return found


def may_stand(sections: Sections, draft: Draft) -> dict[str, set[int]]:
    """The patterns of each section that could stand in a text: most texts have none, and are done."""
    return draft.once(_standing).get(sections, {})
