"""Who would act in a seat in one case. A seat by name is its person's own, whatever the case; every other is found on its chain."""

from datetime import date

from askfirst.casework.bars import matter_of
from askfirst.casework.models import Case
from askfirst.people import hats
from askfirst.people.hats import Seat
from askfirst.people.resolve import Directory, Route, Skip, route

__all__ = ["by_name", "passed_over", "sitting"]


def by_name(seat: Seat) -> str:
    """The person a seat names; "" for a seat that somebody holds."""
    return hats.subjects(seat)[0] if hats.role(seat) in hats.BY_NAME else ""


def sitting(case: Case, seat: Seat, *, directory: Directory, on: date) -> Route | None:
    """Who would act there on that day; None where nobody there may. Somebody by name is asked until they leave, away or not."""
    if named := by_name(seat):
        return None if directory.has_left(named, on) and hats.role(seat) != "outside" else Route(seat, named, "", ())
    found = route(seat, matter=matter_of(case), directory=directory, on=on)
    return found if found is not None and found.seat == seat else None


def passed_over(case: Case, first: Seat, *, directory: Directory, on: date) -> tuple[Skip, ...]:
    """Who stands before whoever would be asked that day, from this seat on, and may not act; nobody in an empty seat."""
    asked = route(first, matter=matter_of(case), directory=directory, on=on)
    return tuple(skip for skip in asked.skipped if skip.person) if asked else ()
