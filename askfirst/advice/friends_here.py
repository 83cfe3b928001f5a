"""With whom the list of whoever is signed in may be compared (ruling 10): for staff, the roll of the schools they work at, and no other.

Everybody else, and every token, gets no table. Whoever they marked as family is left out (A24). Only reads; nobody is told that somebody
checked.
"""

from askfirst.adoption.readings import lately_months
from askfirst.advice.asked import BadDraft
from askfirst.advice.friends import Link, Listed, Table, table_of
from askfirst.casework.exemption import Running, active_for
from askfirst.people.around import Around, around
from askfirst.people.family import family_of
from askfirst.people.hats import Capacity, Standing
from askfirst.people.who import works_at
from askfirst.words import say

__all__ = ["groups_of", "table_for"]


def groups_of(by: Standing | None) -> tuple[Running, ...]:
    """Their own groups only for learning that are active today (SNS-6, A23); nobody else has any."""
    if by is None or by.capacity is not Capacity.STAFF or not by.seats:
        return ()
    return active_for(by.person, on=by.on)


def table_for(by: Standing | None, *, group: object = None) -> Table | None:
    """None for whoever works at no school. Linear in the people of their schools; five queries.

    `group`: the reference of the active group whose members the list holds: students are meant to be in it, and are left out. Raises
    BadDraft, in the same words for a group of somebody else, one that is not active, and none.
    """
    if group not in (None, "") and group not in {one.ref for one in groups_of(by)}:
        raise BadDraft("group", say("This is no group of yours that is active. Choose your own friends, then look again."))
    if by is None or by.capacity is not Capacity.STAFF or not by.seats:
        return None
    schools = works_at(by.person, on=by.on)
    if not schools:
        return None
    people = (_listed(one) for one in around(schools, on=by.on, months=lately_months(on=by.on)) if one.ref != by.person)
    listed = (one for one in people if not (group and one.link is Link.STUDENT))
    return table_of(listed, family=[tie.name for tie in family_of(by.person)])


def _listed(one: Around) -> Listed:
    link = Link.COLLEAGUE if not one.student else Link.LEFT if one.left else Link.STUDENT
    return Listed(one.name, link, one.short, one.under_18, one.lately)
