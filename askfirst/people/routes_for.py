"""Whom somebody may ask about a doubt, by name, as the tables stand today: for showing a choice. Routing itself is `resolve`'s."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from askfirst.people import hats
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Seat
from askfirst.people.models import Post, running
from askfirst.people.resolve import Matter, route
from askfirst.people.who import names

__all__ = ["Door", "doors"]


@dataclass(frozen=True, slots=True)
class Door:
    """One way to ask. `person` would answer today ("" where nobody may), acting for `acting_for`; `holder` has the duty by record."""

    to: str
    post: str  # the school of a second post, "" for the main one
    person: str
    acting_for: str
    holder: str


def doors(ref: str, *, student: bool, on: date) -> tuple[Door, ...]:
    """A student: tutor, Head of Year, safeguarding lead. Others: the line manager of each of their posts, the main one first."""
    directory = TheDirectory()
    return tuple(_door(ref, way, directory, on) for way in (_pastoral(ref) if student else _line(ref, on)))


def _door(ref: str, way: tuple[str, str, Seat], directory: TheDirectory, on: date) -> Door:
    to, post, seat = way
    held = directory.holders(seat, on)
    found = route(seat, matter=Matter(asker=ref), directory=directory, on=on)
    person, acting_for = (found.person, found.acting_for) if found else ("", "")
    return Door(to, post, person, acting_for, held[0] if held else "")


def _pastoral(ref: str) -> Iterator[tuple[str, str, Seat]]:
    who = names([ref])[ref]
    yield "tutor", "", hats.tutor(who.school, who.class_name)
    yield "head-of-year", "", hats.year_lead(who.school, who.year if who.year is not None else "")
    yield "safeguarding-lead", "", hats.dsl(who.school)


def _line(ref: str, on: date) -> Iterator[tuple[str, str, Seat]]:
    yield "line-manager", "", hats.line_manager_of(ref)
    second = Post.objects.filter(running(on), person_id=ref, main=False, line_manager__isnull=False).order_by("school_id")
    for school in second.values_list("school_id", flat=True).distinct():
        if school:
            yield "line-manager", school, hats.line_manager_of(ref, school)
