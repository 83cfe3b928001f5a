"""With whom the list of whoever is signed in may be compared (ruling 10): for staff, the roll of the schools they work at, and no other.

Everybody else, and every token, gets no table. Whoever they marked as family is left out (A24). Only reads; nobody is told that somebody
checked.
"""

from askfirst.advice.friends import Link, Listed, Table, table_of
from askfirst.people.around import Around, around
from askfirst.people.family import family_of
from askfirst.people.hats import Capacity, Standing
from askfirst.people.who import works_at

__all__ = ["table_for"]


def table_for(by: Standing | None) -> Table | None:
    """None for whoever works at no school. Linear in the people of their schools; four queries."""
    if by is None or by.capacity is not Capacity.STAFF or not by.seats:
        return None
    schools = works_at(by.person, on=by.on)
    if not schools:
        return None
    people = (_listed(one) for one in around(schools, on=by.on) if one.ref != by.person)
    return table_of(people, family=[tie.name for tie in family_of(by.person)])


def _listed(one: Around) -> Listed:
    link = Link.COLLEAGUE if not one.student else Link.LEFT if one.left else Link.STUDENT
    return Listed(one.name, link, one.short, one.under_18, one.lately)
