"""Tries that found nothing, in a chain of their own: who reads them, and who the Data Protection Officer is today."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from askfirst.casework.access import Missing
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import DEPUTY_DPO, DPO, Standing
from askfirst.people.refs import REF
from askfirst.people.resolve import Matter, route
from askfirst.people.who import today_as
from askfirst.trail import chain

__all__ = ["TRIES", "Try", "is_officer", "own_tries", "tried", "tries"]

TRIES = "tries"
"""The trail's own chain of refused tries."""


@dataclass(frozen=True, slots=True)
class Try:
    """Somebody asked for a case they may not see, or that never was. Nobody can tell from it which of the two."""

    at: datetime
    who: str
    of: str  # the reference they tried; "" for an address that is no reference


def tried(ref: str, *, by: Standing, at: datetime) -> None:
    """A try that found nothing goes into a chain of its own, alike for every reference; the Data Protection Officer reads it."""
    asked = ref.upper()
    with transaction.atomic():
        chain.append(chain=TRIES, what="not-found", who=by.person, of=asked if REF.fullmatch(asked) else "", at=at)


def _tries() -> list[Try]:
    """Under the references people have today; the trail keeps those it was written with."""
    found = [Try(event.at, event.who, event.of) for event in chain.events(TRIES)][::-1]
    kept = today_as({one.who for one in found})
    return [replace(one, who=kept.get(one.who, one.who)) for one in found] if kept else found


def tries(*, by: Standing) -> list[Try]:
    """Every refused try, newest first, for whoever is the Data Protection Officer today. Raises Missing for everybody else."""
    if not is_officer(by):
        raise Missing
    return _tries()


def is_officer(by: Standing) -> bool:
    """Whether this is the Data Protection Officer, or acts for them, or is the deputy on a day on which they are away (ruling 4)."""
    if by.holds(DPO):
        return True
    officer = route(DPO, matter=Matter(""), directory=TheDirectory(), on=by.on) if by.holds(DEPUTY_DPO) else None
    return officer is not None and officer.person == by.person


def own_tries(by: Standing) -> list[Try]:
    """This person's own refused tries, newest first: what is held about them is theirs to see."""
    return [one for one in _tries() if one.who == by.person]
