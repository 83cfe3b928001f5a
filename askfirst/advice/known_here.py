"""What a check may be told for whoever is signed in (ruling 10): staff of a school are told of those there who asked not to be in posts.

Everybody else, and every token, gets what a visitor gets. Only reads; nobody is told that somebody checked.
"""

from dataclasses import replace

from askfirst.advice.told import told
from askfirst.casework.live import asked_not_to
from askfirst.checks.draft import AskedNotTo, Told
from askfirst.people.hats import COMMS, Capacity, Standing
from askfirst.people.who import names, works_at

__all__ = ["told_to"]


def told_to(by: Standing | None) -> Told:
    """Communications know the names, at every school; other staff know that there is somebody, at their own schools alone."""
    if by is None or by.capacity is not Capacity.STAFF or not by.seats:
        return told()
    shown = by.holds(COMMS)
    schools = None if shown else works_at(by.person, on=by.on)
    people = names(asked_not_to(schools=schools, on=by.on))
    entries = {AskedNotTo(one.name, shown) for one in people.values() if one.ref != by.person}
    return replace(told(), asked_not_to=tuple(sorted(entries))) if entries else told()
