"""Where somebody that a pattern asks for begins and ends in a text: a person (P, N) or a group (G)."""

from collections.abc import Iterator
from functools import cache

from askfirst.checks.lists import listed
from askfirst.checks.text.unkind.targets import PRONOUNS, Targets

__all__ = ["Meant"]

GROUPING = frozenset({"they", "set", "sets"})  # words that begin a group where more follows


@cache
def _grouping() -> frozenset[str]:
    """Every word at which a group may begin."""
    return listed("people", "groups") | GROUPING


class Meant:
    """Whom the words of one draft can mean."""

    def __init__(self, targets: Targets) -> None:
        self.targets = targets
        self.tokens = targets.all
        self._starts: dict[str, list[int]] = {}

    def starts(self, sort: str) -> list[int]:
        """For patterns: every token at which such a one begins, looked for once."""
        if sort not in self._starts:
            tokens = self.targets.tokens
            if sort == "G":
                places = {*tokens.places_of(_grouping()), *self.targets.pointer_ends}
            else:
                places = {*self.targets.by_first, *(tokens.places_of(PRONOUNS) if sort == "P" else ())}
            self._starts[sort] = sorted(at for at in places if self.ends(sort, at) is not None)
        return self._starts[sort]

    def ends(self, sort: str, at: int) -> int | None:
        """For patterns: the token after the person or group that begins here."""
        if sort == "G":
            return self._group_ends(at)
        person = self.targets.by_first.get(at)
        if person is not None and person.who != "public":
            return person.last + 1
        return at + 1 if sort == "P" and self.tokens[at].word in PRONOUNS else None

    def _group_ends(self, at: int) -> int | None:
        word = self.tokens[at].word
        if word in listed("people", "groups"):
            return at + 1
        if word == "they":
            return at + 1 if any(one < at and self._group_ends(one) for one in self._groups_near(at)) else None
        if at in self.targets.pointer_ends:
            return self.targets.pointer_ends[at] + 1
        if word in ("set", "sets") and at + 1 < len(self.tokens) and self.tokens[at + 1].word.isdigit():
            return at + 2
        return None

    def _groups_near(self, at: int) -> Iterator[int]:
        return (one for one in self.targets.around(at) if self.tokens[one].word != "they")
