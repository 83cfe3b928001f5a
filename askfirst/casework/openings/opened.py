"""What every opening of a case has in common: who may, and what a case about to be is made of."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.workflow import Move
from askfirst.people.hats import Capacity, Seat, Standing
from askfirst.words import say

__all__ = ["ASKERS", "Opened", "as_words", "from_a_concern", "may_open"]

ASKERS = frozenset({Capacity.STAFF, Capacity.STUDENT, Capacity.TRUSTEE})


@dataclass(frozen=True, slots=True)
class Opened:
    """A case about to be: sealed details, papers kept apart, and what is in the clear."""

    asker: str
    school: str
    details: Mapping[str, object]
    clauses: tuple[str, ...]
    first: Seat = ""
    moves: tuple[Move, ...] = ()
    unwanted: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()  # whom else it is about
    papers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    deadline: datetime | None = None
    state: str = ""  # where it begins elsewhere than its kind's first state
    filled: Mapping[str, Mapping[str, object]] = field(default_factory=dict)  # words of steps that whoever opens it takes at once, by step


def may_open(by: Standing, clause: str) -> None:
    if by.capacity not in ASKERS or not by.seats:
        says = say("You are here as a parent. This is for staff and students: change your hat first, or ring the school.")
        raise Refused((Refusal(says, clause),))


def _shown(held: object) -> object:
    return held.isoformat() if isinstance(held, datetime) else held


def as_words(details: object) -> dict[str, object]:
    """A dataclass as plain values; a moment in ISO 8601."""
    return {name: _shown(value) for name, value in asdict(details).items()}  # type: ignore[call-overload]


def from_a_concern(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """For a kind that begins where a concern was sent that way, and by nobody's hand. Raises Refused, always."""
    raise Refused((Refusal(say("Tell us of a concern first. Whoever looks at it sends it this way."), "DIS-1"),))
