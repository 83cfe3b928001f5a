"""What a check says: where, which clause, why, what to write instead, and when it may be wrong.

A check is a value; its name, kind and clause are added when it runs, so it cannot mis-cite itself.
All its words are written for an eleven-year-old (grade 6, 15 words a sentence), so everybody can read them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from askfirst.checks.draft import Draft
from askfirst.words import Sentence

__all__ = ["KINDS", "Check", "Hit", "Level", "NotChecked", "Says", "Seen", "Span", "always", "filled"]

KINDS = frozenset(
    "contact identifier roster-name abuse derogatory confidential works-here disclaimer tone private-life asked-not-to event"
    " reputation claim help press photo page name friends collation".split()
)


class Level(StrEnum):
    """How much it matters here; the clause's own strength is another thing."""

    IMPORTANT = "Important"
    WORTH = "Worth changing"
    TIP = "Tip"

    @property
    def rank(self) -> int:
        return (Level.IMPORTANT, Level.WORTH, Level.TIP).index(self)


@dataclass(frozen=True, slots=True)
class Span:
    """Code points of the text as received, end left out."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing a check saw. What is left None comes from the check."""

    start: int
    end: int
    level: Level | None = None
    clause: str | None = None
    also: tuple[str, ...] | None = None
    target: Span | None = None
    title: Sentence | None = None
    why: Sentence | None = None
    fix: Sentence | None = None
    doubt: Sentence | None = None
    kind: str | None = None
    noticed: bool | None = None
    about: str = ""  # a machine word for rules that look at findings together: "student", "colleague", "results", …


def always(draft: Draft) -> bool:
    """No glance: look every time."""
    return True


@dataclass(frozen=True, slots=True)
class Check:
    """One check, one file, one citation, its own examples: they feed the tests, the help page and "why was this flagged?".

    `look` yields hits with offsets into `draft.text`; it must be linear in the text's length.
    """

    name: str
    kind: str
    clause: str
    level: Level
    title: Sentence  # what the card is headed with: "A phone number"
    why: Sentence
    fix: Sentence | None
    doubt: Sentence
    look: Callable[[Draft], Iterator[Hit]]
    flags: tuple[str | Draft, ...]  # examples it must mark; a plain string stands for a staff member's public web page
    passes: tuple[str | Draft, ...]  # examples it must leave alone
    also: tuple[str, ...] = ()
    noticed: bool = False  # True: what it sees is no problem
    when: Callable[[Draft], bool] = always  # a glance that spares `look`: it may say yes for nothing, and never no where something is


class Says(Protocol):
    """What every check says of itself, of words or of a photo."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def clause(self) -> str: ...
    @property
    def level(self) -> Level: ...
    @property
    def title(self) -> Sentence: ...
    @property
    def why(self) -> Sentence: ...
    @property
    def fix(self) -> Sentence | None: ...
    @property
    def doubt(self) -> Sentence: ...
    @property
    def also(self) -> tuple[str, ...]: ...
    @property
    def noticed(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """A hit with everything filled in by its check."""

    check: str
    kind: str
    clause: str
    also: tuple[str, ...]
    level: Level
    start: int
    end: int
    target: Span | None
    title: Sentence
    why: Sentence
    fix: Sentence | None
    doubt: Sentence
    noticed: bool
    about: str = ""


def filled(check: Says, hit: Hit) -> Seen:
    """A hit with the check's own name, clause and words where it has none of its own."""
    return Seen(
        check=check.name,
        kind=hit.kind or check.kind,
        clause=hit.clause or check.clause,
        also=check.also if hit.also is None else hit.also,
        level=hit.level or check.level,
        start=hit.start,
        end=hit.end,
        target=hit.target,
        title=hit.title or check.title,
        why=hit.why or check.why,
        fix=hit.fix or check.fix,
        doubt=hit.doubt or check.doubt,
        noticed=check.noticed if hit.noticed is None else hit.noticed,
        about=hit.about,
    )


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Something that could not be looked at, and why: never shown as clean."""

    check: str
    reason: Sentence
