"""The tables of what help is met by, read once: families of words, signs put together of them, and the needs that signs make up.

help_words.toml holds the families, help_composed.toml and help_frames.toml the signs and needs. They read aloud.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from askfirst.checks.lists import listed, sections
from askfirst.checks.text.words.heard import forms

__all__ = ["END", "TABLES", "Need", "Part", "Sign", "families", "needs", "signs"]

TABLES = ("help_frames", "help_composed")
GAPS = {"-": 1, ".": 2, ",": 3, "*": 5, "**": 9}  # how many words may stand between; over a comma nobody else comes in
END = frozenset({"$"})  # nothing stands after it in its sentence
NEAR = 16  # words within which a need's signs stand, unless its line says otherwise
FAMILIES = ("people", "acts", "selves", "about", "not")


class Part(NamedTuple):
    """One place of a sign: its words, how many may stand before it, whether it may be missing, and what it must not be.

    `own`: none of the words before it may be somebody else.
    """

    words: frozenset[str]
    gap: int
    optional: bool
    never: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Sign:
    name: str
    parts: tuple[Part, ...]
    begins: frozenset[str]  # words that it may begin with
    needs: tuple[frozenset[str], ...]  # what a sentence must hold for it, the rarest first


@dataclass(frozen=True, slots=True)
class Need:
    line: int  # its place in the table
    section: str
    items: tuple[tuple[frozenset[str], frozenset[str]], ...]  # each: names of signs, and words
    unless: frozenset[str]
    never: frozenset[str]  # signs that make it another matter
    near: int


@cache
def families() -> Mapping[str, frozenset[str]]:
    """Every family of words by its name, in all their forms."""
    found: dict[str, frozenset[str]] = {}
    for section in FAMILIES:
        for name, words in sections("help_words", section).items():
            forms_of = (
                forms(word[:-1]) if word.endswith("+") else found[word[1:]] if word.startswith("#") else (word,) for word in words.split()
            )
            found[name] = frozenset(chain.from_iterable(forms_of))
    return found


def _words(written: str) -> frozenset[str]:
    """The words of one item: each as it stands, or a whole family."""
    words: set[str] = set()
    for one in written.split("|"):
        words |= families()[one[1:]] if one.startswith("#") else {one}
    return frozenset(words - {""})


def _sign(name: str, line: str) -> Sign:
    parts: list[Part] = []
    gap, own = 0, False
    for written in line.split():
        if written in GAPS:
            gap, own = gap + GAPS[written], own or written == ","
            continue
        optional = written.endswith("?")
        parts.append(Part(_words(written.strip("!?")), gap, optional, written.startswith("!"), own))
        gap, own = 0, own and optional  # what may be left out lets nobody in
    firm = [number for number, part in enumerate(parts) if not (part.optional or part.never or part.words >= END)]
    begins = frozenset[str]().union(*(part.words for part in parts[: firm[0] + 1]))
    needs = sorted((parts[number].words for number in firm), key=_often)
    return Sign(name, tuple(parts), begins, tuple(needs))


def _often(words: frozenset[str]) -> tuple[int, int]:
    """How often texts hold one of these words, roughly: many words of every day, many words."""
    return len(words & listed("people", "stop")), len(words)


def _need(number: int, section: str, line: str, names: frozenset[str]) -> Need:
    items, unless, never, near = [], frozenset[str](), frozenset[str](), NEAR
    for written in line.split():
        if written.startswith("~"):
            near = int(written[1:])
        elif written.startswith("!"):
            never |= frozenset(written[1:].split("|")) & names
            unless |= _words("|".join(one for one in written[1:].split("|") if one not in names))
        else:
            signs = frozenset(written.split("|")) & names
            items.append((signs, _words("|".join(one for one in written.split("|") if one not in signs))))
    return Need(number, section, tuple(items), unless, never, near)


def _tables(group: str) -> Mapping[str, str]:
    """The lines of both tables, those of one name together."""
    found: dict[str, str] = {}
    for name in TABLES:
        for section, lines in sections(name, group).items():
            found[section] = found.get(section, "") + lines
    return found


@cache
def signs() -> tuple[Sign, ...]:
    table = _tables("signs")
    return tuple(_sign(name, line) for name, lines in table.items() for line in lines.splitlines() if line.strip())


@cache
def needs() -> tuple[Need, ...]:
    names = frozenset(_tables("signs"))
    lines = [(section, line) for section, lines in _tables("needs").items() for line in lines.splitlines() if line.strip()]
    return tuple(_need(number, section, line, names) for number, (section, line) in enumerate(lines))
