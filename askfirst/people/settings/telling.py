"""Who hears that a change waits for a second person, and that it was agreed to: that there is something, never what."""

from collections.abc import Collection
from datetime import date, datetime

from askfirst.people.calendar import london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Seat
from askfirst.people.who import records_of
from askfirst.trail import outbox

__all__ = ["could_agree", "tell_asker", "tell_seconds"]


def could_agree(*, seats: Collection[Seat], by: str, on: date) -> frozenset[str]:
    """Whoever holds one of these seats in their own right, is still here, and did not ask for it. A few queries a seat."""
    directory = TheDirectory()
    holders = {person for seat in seats for person in directory.holders(seat, on)} - records_of(by)
    return frozenset(person for person in holders if not directory.has_left(person, on))


def tell_seconds(ref: str, *, seats: Collection[Seat], by: str, at: datetime) -> int:
    """Whoever holds one of these seats in their own right and did not ask for it: those who are here; all, where nobody is. How many.

    In the transaction of the change. A few queries a seat.
    """
    on, directory = london_day(at), TheDirectory()
    could = could_agree(seats=seats, by=by, on=on)
    here = {person for person in could if not directory.is_away(person, on)}
    return sum(outbox.queue(key="setting:%s:%s" % (ref, to), to=to, kind="to-do", at=at) for to in sorted(here or could))


def tell_asker(ref: str, *, to: str, at: datetime) -> bool:
    """That a second person agreed."""
    return outbox.queue(key="setting:%s:agreed" % ref, to=to, kind="news", at=at)
