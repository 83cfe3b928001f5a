"""A long draft on a narrow screen: findings are grouped by what they say, changed clauses by their section; each group folds and counts."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from askfirst.adoption.draft_view import Found, Line

__all__ = ["FEW", "Alike", "Part", "alike", "keys_of", "parts"]

FEW = 10
"""Changed clauses that stand open; more are folded by section."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Findings that say the same of other clauses. `id` is short and stands for all of them in a form."""

    id: str
    found: tuple[Found, ...]

    @property
    def first(self) -> Found:
        return self.found[0]

    @property
    def clauses(self) -> str:
        """Every clause that they are about, once."""
        named = (id for one in self.found for id in (one.finding.clause, *one.finding.also))
        return ", ".join(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class Part:
    """The changed clauses of one section. `open`: they are few, or one of them is what this reader has just sent."""

    heading: str
    lines: tuple[Line, ...]
    open: bool


def alike(found: Iterable[Found]) -> tuple[Alike, ...]:
    """In the order in which each was first found."""
    groups: dict[str, list[Found]] = {}
    for one in found:
        id = hashlib.sha256(one.finding.says.msgid.encode()).hexdigest()[:12]
        groups.setdefault(id, []).append(one)
    return tuple(Alike(id, tuple(several)) for id, several in groups.items())


def keys_of(groups: Iterable[str], found: Iterable[Found]) -> list[str]:
    """The findings that groups stand for; an id that is none stands for nothing."""
    wanted = set(groups)
    return [one.finding.key for group in alike(found) if group.id in wanted for one in group.found]


def parts(lines: Sequence[Line], sections: Sequence[tuple[str, str]], *, sent: str) -> tuple[Part, ...]:
    """`sent`: the clause that came back with something to say about it, or ""."""
    called = dict(sections)
    held: dict[str, list[Line]] = {}
    for line in lines:
        held.setdefault(line.change.id.partition("-")[0], []).append(line)
    few = len(lines) <= FEW
    return tuple(
        Part(called.get(id, id), tuple(several), few or any(line.change.id == sent for line in several)) for id, several in held.items()
    )
