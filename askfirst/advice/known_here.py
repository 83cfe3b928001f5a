"""What a check may be told for whoever is signed in (ruling 10): staff of a school are told of those there who asked not to be in posts.

Staff and students of a school are told of its private events on the days that a draft is about (ruling 7).
Everybody else, and every token, gets what a visitor gets. Only reads; nobody is told that somebody checked.
"""

from dataclasses import replace

from askfirst.advice.told import told
from askfirst.casework.board import events
from askfirst.casework.live import asked_not_to, organises_at
from askfirst.checks.draft import AskedNotTo, Draft, EventHere, Told
from askfirst.checks.text.event import days_of
from askfirst.people.hats import COMMS, Capacity, Standing
from askfirst.people.who import names, works_at

__all__ = ["told_to", "with_events"]

PUBLIC = "public"  # a rule under which there is nothing to say


def told_to(by: Standing | None) -> Told:
    """Communications know the names, at every school, and who organises an event those at its school while it runs (ruling 7, S30).

    Other staff know that there is somebody, at their own schools alone.
    """
    if by is None or by.capacity is not Capacity.STAFF or not by.seats:
        return told()
    if by.holds(COMMS):
        entries = _entries(None, by, shown=True)
    else:
        organises = organises_at(by)
        entries = _entries(organises, by, shown=True) | _entries(works_at(by.person, on=by.on) - organises, by, shown=False)
    return replace(told(), asked_not_to=tuple(sorted(entries))) if entries else told()


def _entries(schools: frozenset[str] | None, by: Standing, *, shown: bool) -> set[AskedNotTo]:
    """Whoever asked, but for the reader themselves; None: at any school."""
    if schools is not None and not schools:
        return set()
    people = names(asked_not_to(schools=schools, on=by.on))
    return {AskedNotTo(one.name, shown) for one in people.values() if one.ref != by.person}


def with_events(draft: Draft, by: Standing | None) -> Draft:
    """The same draft, told of the events of the author's own school that fell on a day it is about. No day, nothing looked up."""
    days = days_of(draft, by.on) if by is not None else frozenset()
    if by is None or not days:
        return draft
    here = tuple(
        EventHere(one.called, one.place, one.day, one.rule, "" if one.organiser == by.person else one.ref, one.until)
        for one in events(by, days=days)
        if one.rule != PUBLIC
    )
    return replace(draft, told=replace(draft.told, events=here, today=by.on)) if here else draft
