"""The tables' answers to what the rules of routing ask."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.db.models import Q

from askfirst.people import hats
from askfirst.people.hats import Capacity, Seat
from askfirst.people.models import Absence, Delegation, Holding, Person, Post, running
from askfirst.people.resolve import covers
from askfirst.people.who import relatives_and_conflicts

__all__ = ["TheDirectory", "at_hand", "gone"]


def gone(is_active: bool, left_on: date | None, on: date) -> bool:
    """Whether somebody may do nothing here any more on that day; the last day itself still counts."""
    return not is_active or (left_on is not None and left_on < on)


class TheDirectory:
    """Answers `resolve.Directory` from the tables. What was asked once is remembered, so use a new one for each act."""

    def __init__(self) -> None:
        self._holders: dict[tuple[Seat, date], tuple[str, ...]] = {}
        self._life: dict[str, tuple[bool, date | None, str]] = {}
        self._away: dict[date, frozenset[str]] = {}
        self._given: dict[date, tuple[tuple[str, str, str], ...]] = {}
        self._heads: dict[date, frozenset[str]] = {}
        self._close: dict[tuple[frozenset[str], date], Mapping[str, str]] = {}

    def holders(self, seat: Seat, on: date) -> Sequence[str]:
        key = (seat, on)
        if key not in self._holders:
            self._holders[key] = self._look_up(seat, on)
        return self._holders[key]

    def _look_up(self, seat: Seat, on: date) -> tuple[str, ...]:
        kind, about = hats.role(seat), hats.subjects(seat)
        if kind in hats.BY_NAME:
            return about[:1]
        if kind == "line-manager-of":
            which = Q(main=False, school_id=about[1]) if len(about) > 1 else Q(main=True)
            posts = Post.objects.filter(running(on), which, person_id=about[0], line_manager__isnull=False).order_by("-starts")
            return tuple(str(ref) for ref in posts.values_list("line_manager_id", flat=True)[:1])
        held = Holding.objects.filter(running(on), seat=seat).order_by("order", "starts", "pk")
        return tuple(held.values_list("person_id", flat=True))

    def delegates(self, person: str, seat: Seat, on: date) -> Sequence[str]:
        if on not in self._given:
            rows = Delegation.objects.filter(running(on)).order_by("starts", "pk").values_list("person_id", "to_id", "matters")
            self._given[on] = tuple(rows)
        return tuple(
            to
            for giver, to, matters in self._given[on]
            if giver == person and covers(matters, seat, to=to, giver_is_head=self._is_head(giver, on))
        )

    def _is_head(self, person: str, on: date) -> bool:
        if on not in self._heads:
            heads = Holding.objects.filter(running(on), seat__startswith="head:").values_list("person_id", flat=True)
            self._heads[on] = frozenset(heads)
        return person in self._heads[on]

    def _known(self, person: str) -> tuple[bool, date | None, str]:
        """Active, left on, school; somebody we do not know is not active."""
        if person not in self._life:
            row = Person.objects.filter(pk=person).values_list("is_active", "left_on", "school_id").first()
            self._life[person] = (row[0], row[1], row[2] or "") if row else (False, None, "")
        return self._life[person]

    def has_left(self, person: str, on: date) -> bool:
        is_active, left_on, _ = self._known(person)
        return gone(is_active, left_on, on)

    def is_away(self, person: str, on: date) -> bool:
        if on not in self._away:
            self._away[on] = frozenset(Absence.objects.filter(running(on)).values_list("person_id", flat=True))
        return person in self._away[on]

    def too_close(self, to: Collection[str], on: date) -> Mapping[str, str]:
        key = (frozenset(to), on)
        if key not in self._close:
            self._close[key] = relatives_and_conflicts(key[0], on=on)
        return self._close[key]

    def school_of(self, person: str) -> str:
        return self._known(person)[2]

    def year_of(self, school: str, class_name: str) -> int | None:
        pupils = Person.objects.filter(
            kind=Capacity.STUDENT, is_active=True, left_on__isnull=True, school_id=school, class_name=class_name, year__isnull=False
        )
        return pupils.order_by("-year").values_list("year", flat=True).first()


def at_hand(seat: Seat, *, on: date) -> tuple[str, ...]:
    """Who sits there and is not away on that day."""
    directory = TheDirectory()
    return tuple(one for one in directory.holders(seat, on) if not directory.has_left(one, on) and not directory.is_away(one, on))
