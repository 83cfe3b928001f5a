"""An instruction about somebody's own blog: drafted by whoever manages them today, never about oneself and never up the line."""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework.fields import BadField, read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.instruction import INSTRUCTION, clear
from askfirst.casework.kinds.instruction_words import checked, grounds_against
from askfirst.casework.openings.opened import Opened
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Capacity, Seat, Standing
from askfirst.people.resolve import Matter, route
from askfirst.people.who import Named, names
from askfirst.people.would_handle import employed_still, who_is_called
from askfirst.words import say

__all__ = ["managed_by", "may_instruct", "open_instruction"]

AT_WORK = frozenset({Capacity.STAFF, Capacity.TRUSTEE})
NOT_YOURS = say("You manage nobody of that name today. Check the name, or ask whoever manages them.")


def may_instruct(by: Standing) -> bool:
    """Whether they are here as somebody who may manage others."""
    return by.capacity in AT_WORK and bool(by.seats)


def managed_by(by: Standing) -> list[Named]:
    """Whom they manage today, for themselves or for somebody away, by name."""
    found = {hats.subjects(seat)[0] for seat in by.seats if hats.role(seat) == "line-manager-of"} - {by.person}
    return sorted((one for one in names(found).values() if employed_still(one.ref, on=by.on)), key=lambda one: one.name)


def _seat(ref: str, by: Standing) -> Seat:
    """The seat in which they manage this person today: their own, an absent manager's, or as the next up; "" for none."""
    held = sorted(seat for seat in by.seats if hats.role(seat) == "line-manager-of" and hats.subjects(seat)[0] == ref)
    if held:
        return held[0]
    first = hats.line_manager_of(ref)
    asked = route(first, matter=Matter("", parties=frozenset({ref})), directory=TheDirectory(), on=by.on)
    return first if asked is not None and asked.person == by.person else ""


def _whom(text: str, by: Standing) -> tuple[str, Seat]:
    """Who was named, and in which seat they are managed. Raises BadField, alike for a name of nobody and of somebody others manage."""
    found = [
        (one.ref, seat)
        for one in who_is_called(text)
        if one.ref != by.person and employed_still(one.ref, on=by.on) and (seat := _seat(one.ref, by))
    ]
    if len(found) > 1:
        raise BadField("whom", say("You manage several people with that in their name. Write the whole name, or their username."))
    if not found:
        raise BadField("whom", NOT_YOURS)
    return found[0]


def open_instruction(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused with every ground on which it can be no instruction."""
    if not may_instruct(by):
        raise Refused((Refusal(say("This is for whoever manages staff. Nothing is asked of you here."), "MAN-2"),))
    on = london_day(at)
    words = read(INSTRUCTION.opening, given)
    if against := grounds_against(words, on=on):
        raise Refused(against)
    words = read(INSTRUCTION.opening, given, on=on)
    checked(words, on=on)
    about, seat = _whom(str(words.pop("whom")), by)
    return Opened(
        asker=by.person,
        school=_school(about, seat),
        details=words,
        clauses=("MAN-1", "MAN-2", "MAN-3", *(("MAN-4",) if words["ground"] == "MAN-4" else ())),
        moves=clear(words, about=about, manages=seat, drafter=by.person),
        parties=frozenset({about}),
    )


def _school(about: str, seat: Seat) -> str:
    """The school of the post it concerns; their own where it is about the main post."""
    second = hats.subjects(seat)[1:]
    return second[0] if second else names([about])[about].school
