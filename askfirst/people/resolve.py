"""Who acts when the first person is absent, has left or is too close to the matter; pure.

`route` walks a chain of seats from the first to the last and stops at the first person who may act. Sources: workflows.md 3.0, rulings 4
and 5, readings A11 and A12. Nobody is ever asked about their own matter, not even through a delegation. Every skip keeps its reason, which
HR and the Data Protection Officer may read and the person skipped may not.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from askfirst.people import hats
from askfirst.people.hats import CHAIR, COMMS, DATA_TRUSTEE, DEPUTY_DPO, DPO, DSL_TRUST, GOVERNANCE, HR, IT, TRUST_LEAD, VICE_CHAIR, Seat

__all__ = ["HEADTEACHER", "LINE_MANAGER", "Directory", "Matter", "Route", "Skip", "UnknownSeat", "chain", "covers", "route"]

HEADTEACHER = "headteacher"
LINE_MANAGER = "line-manager"


class UnknownSeat(ValueError):
    """A seat of no known kind: nobody could ever be asked."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Whose question it is, whom else it concerns, and whom the asker would rather not ask. All are skipped, the last without a reason."""

    asker: str
    parties: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()
    requesters: frozenset[str] = frozenset()  # who asked for the case that this one came from


@dataclass(frozen=True, slots=True)
class Skip:
    """Somebody passed over. `reason`: asker, requester, party, relative, conflict, unwanted, left, absent; or nobody."""

    person: str
    seat: Seat
    reason: str


@dataclass(frozen=True, slots=True)
class Route:
    """Who is asked, in which seat, for whom they act ("" for themselves), and who was passed over on the way."""

    seat: Seat
    person: str
    acting_for: str
    skipped: tuple[Skip, ...]


class Directory(Protocol):
    """What the rules must know about people."""

    def holders(self, seat: Seat, on: date) -> Sequence[str]:
        """Who holds the seat by record, in the order they are asked; a person who has left may still stand there."""

    def delegates(self, person: str, seat: Seat, on: date) -> Sequence[str]:
        """Who acts for this person in this seat under a delegation that runs on the day."""

    def has_left(self, person: str, on: date) -> bool:
        """Whether they had left by that day, or may no longer sign in."""

    def is_away(self, person: str, on: date) -> bool:
        """Whether they are absent on that day."""

    def too_close(self, to: Collection[str], on: date) -> Mapping[str, str]:
        """Everybody too close to one of these, with the reason: "relative" or "conflict"."""

    def school_of(self, person: str) -> str:
        """Their school, "" for central staff, trustees and outside people."""

    def year_of(self, school: str, class_name: str) -> int | None:
        """The year of a class; None where no student is in it."""


def covers(matters: str, seat: Seat, *, to: str, giver_is_head: bool) -> bool:
    """Whether a delegation of these matters lets `to` act in the giver's seat. Nobody becomes their own line manager by it."""
    kind = hats.role(seat)
    if kind == "line-manager-of":
        return to != hats.subjects(seat)[0] and (matters == LINE_MANAGER or (matters == HEADTEACHER and giver_is_head))
    return kind == "head" and matters == HEADTEACHER


TOP = (TRUST_LEAD, CHAIR, VICE_CHAIR)
# What follows each seat of the Trust, and each kind of seat at a school, up to the end.
AFTER_TRUST_SEAT: Mapping[Seat, tuple[Seat, ...]] = {
    TRUST_LEAD: (CHAIR, VICE_CHAIR),
    CHAIR: (VICE_CHAIR,),
    VICE_CHAIR: (),
    DPO: (DEPUTY_DPO, DATA_TRUSTEE, CHAIR, VICE_CHAIR),
    DEPUTY_DPO: (DATA_TRUSTEE, CHAIR, VICE_CHAIR),
    DATA_TRUSTEE: (CHAIR, VICE_CHAIR),
    HR: TOP,
    COMMS: TOP,
    IT: TOP,
    GOVERNANCE: (CHAIR, VICE_CHAIR),
    DSL_TRUST: (),
}


def _to_the_head(school: str) -> tuple[Seat, ...]:
    return (hats.head(school), *TOP) if school else TOP


def _pastoral(school: str) -> tuple[Seat, ...]:
    return (hats.alternate_pastoral(school), hats.deputy_head(school), *_to_the_head(school))


AFTER_SCHOOL_SEAT: Mapping[str, Callable[[str], tuple[Seat, ...]]] = {
    "year-lead": _pastoral,
    "alternate-pastoral": lambda school: (hats.deputy_head(school), *_to_the_head(school)),
    "deputy-head": _to_the_head,
    "head": lambda school: TOP,
    "office": _to_the_head,
    "dsl": lambda school: (hats.deputy_dsl(school), DSL_TRUST),
    "deputy-dsl": lambda school: (DSL_TRUST,),
    "union": lambda school: (),
}


def chain(first: Seat, *, directory: Directory, on: date) -> Iterator[Seat]:
    """Every seat from the first up to the last, each once. Raises UnknownSeat."""
    kind, about = hats.role(first), hats.subjects(first)
    if kind == "line-manager-of":
        yield from _line(first, directory, on)
        return
    yield first
    if first in AFTER_TRUST_SEAT:
        yield from AFTER_TRUST_SEAT[first]
    elif kind in AFTER_SCHOOL_SEAT and about:
        yield from AFTER_SCHOOL_SEAT[kind](about[0])
    elif kind == "tutor" and len(about) == 2:
        year = directory.year_of(about[0], about[1])
        if year is not None:
            yield hats.year_lead(about[0], year)
        yield from _pastoral(about[0])
    elif kind == "person" and about:
        yield from _line(hats.line_manager_of(about[0]), directory, on)
    elif kind not in hats.BY_NAME:
        raise UnknownSeat("no seat is called like this")


def _line(first: Seat, directory: Directory, on: date) -> Iterator[Seat]:
    """The manager, the manager's manager and so on, then the head of the school and the top of the Trust."""
    about, *second = hats.subjects(first)
    met, seat = {about}, first
    while True:
        yield seat
        managers = directory.holders(seat, on)
        if not managers or managers[0] in met:
            break
        met.add(managers[0])
        seat = hats.line_manager_of(managers[0])
    if len(met) == 1:
        yield HR  # nobody manages them: A43
    yield from _to_the_head(second[0] if second else directory.school_of(about))


@dataclass(slots=True)
class _Walk:
    """One walk up a chain: who may not act, who was reached before, who was passed over."""

    matter: Matter
    directory: Directory
    on: date
    close: Mapping[str, str]
    reached: set[str] = field(default_factory=set)
    skipped: list[Skip] = field(default_factory=list)

    def why_not(self, person: str) -> str:
        """The first reason why this person may not act; "" where they may."""
        matter = self.matter
        reasons = (
            ("asker", person == matter.asker),
            ("requester", person in matter.requesters),
            ("party", person in matter.parties),
            (self.close.get(person, ""), person in self.close),
            ("unwanted", person in matter.unwanted),
            ("left", self.directory.has_left(person, self.on)),
            ("absent", self.directory.is_away(person, self.on)),
        )
        return next((reason for reason, holds in reasons if holds), "")

    def try_seat(self, seat: Seat) -> Route | None:
        """The first holder of the seat who may act, or who may act for an absent one."""
        holders = self.directory.holders(seat, self.on)
        if not holders:
            self.skipped.append(Skip("", seat, "nobody"))
        for holder in holders:
            reason = self.why_not(holder)
            if not reason and holder not in self.reached:
                return Route(seat, holder, "", tuple(self.skipped))
            if reason == "absent":
                stands_in = self.try_delegates(holder, seat)
                if stands_in is not None:
                    return stands_in
            if reason:
                self.skipped.append(Skip(holder, seat, reason))
        return None

    def try_delegates(self, holder: str, seat: Seat) -> Route | None:
        for delegate in self.directory.delegates(holder, seat, self.on):
            reason = self.why_not(delegate)
            if reason:
                self.skipped.append(Skip(delegate, seat, reason))
            elif delegate not in self.reached:
                return Route(seat, delegate, holder, tuple(self.skipped))
        return None

    def reach(self, seat: Seat) -> None:
        """Whoever could have acted in a seat that was passed has had their turn."""
        for holder in self.directory.holders(seat, self.on):
            self.reached.add(holder)
            self.reached.update(self.directory.delegates(holder, seat, self.on))


def route(first: Seat, *, matter: Matter, directory: Directory, on: date, passed: Collection[Seat] = ()) -> Route | None:
    """Who is asked: the first on the chain from `first` who may act, leaving out seats in `passed` and whoever sat in them.

    None at the end of the chain: then the governance professional finds somebody, and decides nothing. Raises UnknownSeat.
    """
    close = directory.too_close({matter.asker, *matter.parties, *matter.requesters}, on)
    walk = _Walk(matter, directory, on, close)
    for seat in passed:
        walk.reach(seat)
    for seat in chain(first, directory=directory, on=on):
        found = None if seat in passed else walk.try_seat(seat)
        if found is not None:
            return found
    return None
