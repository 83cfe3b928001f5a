"""What a file would do, as lists a person can read and as rows to write; pure."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from askfirst.people.hats import Seat
from askfirst.people.roster import ops as writing
from askfirst.people.roster.columns import opens_cases
from askfirst.people.roster.ops import Op
from askfirst.people.roster.read import Place
from askfirst.people.roster.who_is_who import Pair
from askfirst.words import Sentence

__all__ = ["LARGE", "Change", "Plan"]

LARGE = 0.05


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody in one of the plan's lists: their key, their name, what becomes of them, and the line (0 for none)."""

    key: str
    name: str
    says: Sentence
    line: int = 0
    seat: Seat = ""


@dataclass
class Plan:
    """What a file would do. With problems, nothing may be done."""

    on: date
    ops: tuple[Op, ...] = ()
    joiners: list[Change] = field(default_factory=list)
    leavers: list[Change] = field(default_factory=list)
    moves: list[Change] = field(default_factory=list)
    details: list[Change] = field(default_factory=list)
    gains: list[Change] = field(default_factory=list)
    losses: list[Change] = field(default_factory=list)
    held: list[Change] = field(default_factory=list)
    contacts_differ: int = 0
    pairs: tuple[Pair, ...] = ()
    notes: tuple[Place, ...] = ()
    problems: tuple[Place, ...] = ()
    touched: int = 0
    of: int = 0  # people on the roll before
    moved: frozenset[Seat] = frozenset()  # seats whose open work changes hands

    @cached_property
    def digest(self) -> str:
        """Of what would be written; worked out once, when nothing is added any more."""
        return writing.digest(self.ops)

    @property
    def large(self) -> bool:
        """More than 5% of the roll."""
        return self.touched > self.of * LARGE

    @property
    def opens_cases(self) -> list[Change]:
        """Gains by which somebody may read what others asked."""
        return [gain for gain in self.gains if opens_cases(gain.seat)]

    @property
    def needs_second(self) -> bool:
        return bool(self.ops) and (self.large or bool(self.opens_cases))

    @property
    def undecided(self) -> list[Pair]:
        return [pair for pair in self.pairs if not pair.decided]

    @property
    def to_look_at(self) -> bool:
        return bool(self.ops or self.undecided or self.notes or self.problems or self.contacts_differ)

    def counts(self) -> dict[str, int]:
        """Numbers alone, for the trail and for lists."""
        lists = ("joiners", "leavers", "moves", "details", "gains", "losses", "held")
        return {**{name: len(getattr(self, name)) for name in lists}, "possibly-one": len(self.undecided)}
