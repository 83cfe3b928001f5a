"""Whole lines about people by their sort: "... give me the creeps", "why do we let ... live here", "the only good ... is a dead ...".

The lines are data that can be read aloud (lists/group_lines.toml). Each is tried only where its rarest word stands near the group, in short
windows, so the whole is linear. What is told of, or turned by a "not" before it, is nothing.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from askfirst.checks.lists import entries, listed
from askfirst.checks.text.groups.around import RIGHT, Hurt, part_of
from askfirst.checks.text.groups.owed_to import Owed

__all__ = ["Lined", "line_words"]

FILE = "group_lines"
SECTIONS = ("felt", "what_they_are", "worse_than", "should", "asked", "at_a_trade", "at_one")
SORTS = {"G": frozenset({"many", "one"}), "T": frozenset({"many", "one", "trade"}), "Y": frozenset({"person"}), "S": frozenset({"self"})}
GAP = 4
SUFFERED = frozenset(
    "treated called seen labelled considered viewed portrayed described told accused stereotyped assumed said says made forced blamed if when because not"
    " never no dont cant isnt arent than".split()
)


class Part(NamedTuple):
    """One word of a line: any of `words`, or a gap ("*" any, "~" little words, "$" the end)."""

    sort: str
    words: frozenset[str]
    optional: bool


class Line(NamedTuple):
    before: tuple[Part, ...]
    sorts: frozenset[str]
    after: tuple[Part, ...]


def _part(written: str) -> Part:
    optional = written.endswith("?")
    written = written.rstrip("?")
    if written in ("*", "~", "$", "^"):
        return Part(written, frozenset(), optional=True)
    words: set[str] = set()
    for one in written.split("|"):
        words |= part_of(one[1:]) if one.startswith("#") else {one}
    return Part("", frozenset(words), optional)


@cache
def _lines() -> tuple[Line, ...]:
    found = []
    for section in SECTIONS:
        for line in entries(FILE, section):
            parts = line.split()
            at = next(number for number, part in enumerate(parts) if part in SORTS)
            before, after = tuple(map(_part, parts[:at])), tuple(map(_part, parts[at + 1 :]))
            found.append(Line(before, SORTS[parts[at]], after))
    return tuple(found)


def _rarest(line: Line) -> frozenset[str]:
    """The words of the part that fewest texts hold."""
    asked = [part.words for part in (*line.before, *line.after) if part.words and not part.optional and "$" not in part.words]
    return min(asked, key=lambda words: (len(words & listed("people", "stop")), len(words)))


@cache
def _by_word() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, line in enumerate(_lines()):
        for word in _rarest(line):
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


@cache
def line_words(sort: str) -> frozenset[str]:
    """Without one of these, no line about a group of this sort ("many", "trade", "person") stands."""
    return frozenset(word for word, numbers in _by_word().items() if any(sort in _lines()[number].sorts for number in numbers))


class Lined(Owed):
    """One group, and the lines that may stand round it."""

    def lined(self) -> Hurt | None:
        """The first line that stands round this group."""
        if self.group.sort == "they":
            return None
        by_word, tried = _by_word(), set()
        for word in self.words[self.start : self.end]:
            for number in by_word.get(word, ()):
                if number not in tried:
                    tried.add(number)
                    found = self._stands(_lines()[number])
                    if found is not None:
                        return found
        return None

    def _stands(self, line: Line) -> Hurt | None:
        if self.group.sort not in line.sorts:
            return None
        firsts = (self._back(line.before, end) for end in self._ends()) if line.before else iter([self.group.first])
        first = next((one for one in firsts if one is not None), None)
        if first is None:
            return None
        last = self._on(line.after, 0, self.group.last + 1)
        if last is None or self._turned(first, line):
            return None
        return (first, last - 1) if last - 1 > first else None

    def _ends(self) -> Sequence[int]:
        """Where what comes before the group may end: at its name, or before what belongs to it ("all", "those")."""
        return range(self.group.first - 1, max(self.start, self.left) - 1, -1)

    def _turned(self, first: int, line: Line) -> bool:
        """Whether a "not" or somebody else stands before what is said."""
        return self.negated(first) or bool(line.before and self.by_others(first)) or (self.none and not line.before)

    def _back(self, parts: tuple[Part, ...], at: int) -> int | None:
        """Where the words before the group begin, read from word `at` backwards."""
        if not parts:
            return at + 1
        part, rest = parts[-1], parts[:-1]
        if part.sort == "^":
            return at + 1 if at < self.start else None
        if part.sort:
            for skip in range(GAP + 1):
                if skip and (at - skip + 1 < self.start or not self._may_pass(part, self.words[at - skip + 1])):
                    return None
                found = self._back(rest, at - skip)
                if found is not None:
                    return found
            return None
        if at >= self.start and self.words[at] in part.words:
            found = self._back(rest, at - 1)
            if found is not None:
                return found
        return self._back(rest, at) if part.optional else None

    def _on(self, parts: tuple[Part, ...], number: int, at: int) -> int | None:
        """The word after the last that belongs to it, read from word `at` on."""
        if number == len(parts):
            return at
        part = parts[number]
        if part.sort == "$" or "$" in part.words:
            if at >= self.end or self._pauses(at):
                return at
            if part.sort == "$":
                return None
        if part.sort:
            return self._over(parts, number, at)
        if at < self.end and self.words[at] in part.words and at - self.group.last < RIGHT and not self._a_joke(at):
            found = self._on(parts, number + 1, at + 1)
            if found is not None:
                return found
        return self._on(parts, number + 1, at) if part.optional else None

    def _over(self, parts: tuple[Part, ...], number: int, at: int) -> int | None:
        """The same, over a gap of up to four words."""
        for skip in range(GAP + 1):
            if skip and (at + skip > self.end or not self._may_pass(parts[number], self.words[at + skip - 1])):
                return None
            found = self._on(parts, number + 1, at + skip)
            if found is not None:
                return found
        return None

    def _a_joke(self, at: int) -> bool:
        """A rude sign beside a trade."""
        return at in self.signs and self.group.sort == "trade"

    def _pauses(self, at: int) -> bool:
        """Whether a comma or the like stands before this word."""
        return any(mark in self.all_words.gap(at) for mark in ",;:()\u2026")

    @staticmethod
    def _may_pass(part: Part, word: str) -> bool:
        """Whether a gap may reach over this word."""
        if word in part_of("nots"):
            return False
        if part.sort == "~":
            return word in part_of("between") or word in part_of("naming") or word.endswith("ly") or word in ("do", "does")
        return word not in SUFFERED and word.isalpha()
