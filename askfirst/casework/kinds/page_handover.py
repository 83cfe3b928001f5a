"""Whoever keeps a department's page leaves: their line manager names who takes over, who says yes, in time and on the record. Pure.

A page is official until somebody says otherwise; while its keeper is known to leave it says so, and nobody has to remember.
Source: workflows.md 3.0 (leaver: a successor is required), 3.4 and 3.19, HYB-1. The fortnight is our default.
"""

from datetime import date, timedelta

from askfirst.casework.clocks import Clock, Days, Until
from askfirst.casework.workflow import INFORM, File, Hat, Move, Step, Taken, Want
from askfirst.people.calendar import london_day
from askfirst.people.hats import COMMS, Seat, line_manager_of, person, subjects
from askfirst.words import Sentence, say

__all__ = ["LEAVES", "NEXT", "OWNER", "STAYS", "hand_over", "handed", "keeper", "leaving", "taken_over"]

LEAVES, STAYS = "owner-leaves", "owner-stays"
"""From outside: the last day of whoever keeps it is known, or is not any more."""
NEXT, OWNER = "next-owner", "new-owner"
"""Who was named to take over, and who did."""
A_FORTNIGHT, A_DAY = timedelta(days=14), timedelta(days=1)
SOON = Days(remind=5, due=10, climb=11)


def _alone(id: str, says: Sentence, start: str = "", end: str | None = None) -> Step:
    return Step(id, says, says, frozenset({start} if start else ()), end, frozenset({Hat.ASKFIRST}), "HYB-1", tells=False)


def handed(*, official: str, leaves: str) -> tuple[Step, ...]:
    """What the machine writes of it, and the two steps between official and waiting."""
    return (
        _alone(LEAVES, say("The last day of whoever keeps it is known")),
        _alone(STAYS, say("Whoever keeps it stays after all")),
        _alone(NEXT, say("Asked to take over")),
        _alone(OWNER, say("Keeps the page now")),
        _alone("wait-for-owner", say("It waits for whoever takes over"), official, leaves),
        _alone("owner-there", say("Somebody keeps it again"), leaves, official),
    )


def keeper(file: File) -> Seat:
    """The one who keeps the page, by name: whoever took it over last, else whoever began it."""
    last = file.last(OWNER)
    return last.seat if last else person(file.asker)


def leaving(file: File) -> Taken | None:
    """The mark of the keeper's last day; None where they stay, or somebody has taken over from them."""
    last = file.last(LEAVES, STAYS)
    return last if last is not None and last.step == LEAVES and last.seat == keeper(file) else None


def _in_time(mark: Taken) -> Clock:
    """A fortnight before the last day; the day before it, where that has passed; as soon as anything else, where they have left."""
    last = date.fromisoformat(mark.of) if mark.of else date.min + A_FORTNIGHT
    to_come = (day for day in (last - A_FORTNIGHT, last - A_DAY) if day > london_day(mark.at))
    return next((Until(day, climb=1) for day in to_come), SOON)


def hand_over(file: File) -> tuple[Want, ...]:
    """The line manager's naming, and then the yes of whoever was named. Where they do not answer, their own manager is asked."""
    mark = leaving(file)
    if mark is None:
        return ()
    named, owned = file.last(NEXT, "not-me"), file.last(OWNER)
    if named is not None and named.step == NEXT and (owned is None or named.sequence > owned.sequence):
        return (Want("take-over", of=str(len(file.of(NEXT))), first=named.seat, clock=SOON),)
    manager = line_manager_of(subjects(mark.seat)[0])
    return (Want("name-successor", of=str(len(file.of(LEAVES, "not-me"))), first=manager, clock=_in_time(mark)),)


def taken_over(file: File, taken: Taken, *, official: str, leaves: str) -> tuple[Move, ...]:
    """What the machine writes: the new keeper, who is let in and of whom communications hear; and whether it waits for one."""
    if taken.step == "take-over":
        named = file.of(NEXT)[-1]
        return (Move(OWNER, seat=named.seat), Move(INFORM, of=OWNER, seat=COMMS))
    if file.state == official and leaving(file) is not None:
        return (Move("wait-for-owner"),)
    return (Move("owner-there"),) if file.state == leaves and leaving(file) is None else ()
