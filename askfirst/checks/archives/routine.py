"""The same place on the same day of the week at about the same hour: a stranger could wait there (SNS-1).

Kept per place under a cap; linear in visits, but for the sort within one place.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Generic, NamedTuple, TypeVar

from askfirst.checks.archives.places import Visit

__all__ = ["Routine", "Routines"]

T = TypeVar("T", bound=Hashable)
WEEKS = 3  # in at least so many of them
WINDOW = 60  # minutes apart, at most
SHARE = 0.5  # of all days at the place
MOST_PLACES, MOST_VISITS = 4_000, 600


class Routine(NamedTuple, Generic[T]):
    """`weeks`: in how many it was. `said`: the hour is in the words of most, else it is when they were posted."""

    key: str
    shown: str
    weekday: int
    minute: int
    weeks: int
    said: bool
    posts: tuple[T, ...]


class Routines(Generic[T]):
    """Takes visits one by one; `T` is whatever names a post."""

    def __init__(self) -> None:
        self._places: dict[str, list[tuple[Visit, T]]] = defaultdict(list)

    def add(self, visit: Visit, post: T) -> None:
        if visit.key not in self._places and len(self._places) >= MOST_PLACES:
            return
        held = self._places[visit.key]
        if len(held) < MOST_VISITS:
            held.append((visit, post))

    def found(self) -> Iterator[Routine[T]]:
        """One routine for a place at most: its strongest day."""
        for key, held in self._places.items():
            days = len({(visit.week, visit.weekday) for visit, _ in held})
            best = max((self._on(key, held, weekday) for weekday in range(7)), key=lambda one: one.weeks)
            if best.weeks >= WEEKS and best.weeks >= SHARE * days:
                yield best

    def _on(self, key: str, held: list[tuple[Visit, T]], weekday: int) -> Routine[T]:
        """The hour within which most weeks fall; an hour that is said counts before one that is only when it was posted."""
        here = sorted((visit.minute, visit.week, number) for number, (visit, _) in enumerate(held) if visit.weekday == weekday)
        best: list[int] = []
        first = 0
        for last in range(len(here)):
            while here[last][0] - here[first][0] > WINDOW:
                first += 1
            if last - first + 1 > len(best):
                best = [number for _, _, number in here[first : last + 1]]
        if not best:
            return Routine(key, "", weekday, 0, 0, False, ())
        visits = [held[number] for number in best]
        said = [visit for visit, _ in visits if visit.said]
        minutes = sorted(visit.minute for visit in said) or sorted(visit.minute for visit, _ in visits)
        weeks = len({visit.week for visit, _ in visits})
        posts = tuple(post for _, post in visits)
        return Routine(key, visits[0][0].shown, weekday, minutes[len(minutes) // 2], weeks, bool(said), posts)
