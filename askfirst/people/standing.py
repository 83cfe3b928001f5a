"""Which seats a person holds today, and for whom they act. Worked out at each request, so that a role lost is lost at the next one.

Every page asks this first, so it is one query, written out as the tables stand: the mapper took longer to put its own together, at each
request, than the database to answer all of them.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from askfirst.people import hats
from askfirst.people.hats import Capacity, Seat, Standing
from askfirst.people.resolve import covers

__all__ = ["capacities", "capacities_and_standing", "standing"]

# What the tables say of one person on one day, a fact in a row: (fact, whose, what, where). A seat, a post and a delegation run from their
# first to their last day (`running`); whoever has left, or may not come in, has no row "is here" and stands in for nobody (`gone`).
FACTS = """SELECT 'acts for' AS fact, given.person_id AS whose, given.matters AS what, '' AS place, given.starts, given.id
FROM people_delegation given JOIN people_person giver ON giver.ref = given.person_id
WHERE given.to_id = %(ref)s AND given.starts <= %(on)s AND (given.ends IS NULL OR given.ends >= %(on)s)
  AND giver.is_active AND (giver.left_on IS NULL OR giver.left_on >= %(on)s)
UNION ALL
SELECT 'is here', ref, kind, '', NULL, NULL FROM people_person
WHERE ref = %(ref)s AND is_active AND (left_on IS NULL OR left_on >= %(on)s)
UNION ALL
SELECT 'works', person_id, '', '', NULL, NULL FROM people_post
WHERE person_id = %(ref)s AND starts <= %(on)s AND (ends IS NULL OR ends >= %(on)s)
UNION ALL
SELECT 'works', person_id, '', '', NULL, NULL FROM people_agency
WHERE person_id = %(ref)s AND starts <= %(on)s AND (ends IS NULL OR ends >= %(on)s)
UNION ALL
SELECT 'has a child', adult_id, '', '', NULL, NULL FROM people_guardian WHERE adult_id = %(ref)s
UNION ALL
SELECT 'holds', person_id, seat, '', NULL, NULL FROM people_holding
WHERE (person_id = %(ref)s OR person_id IN (SELECT person_id FROM people_delegation WHERE to_id = %(ref)s))
  AND starts <= %(on)s AND (ends IS NULL OR ends >= %(on)s)
UNION ALL
SELECT 'manages', line_manager_id, person_id, CASE WHEN main THEN '' ELSE school_id END, NULL, NULL FROM people_post
WHERE (line_manager_id = %(ref)s OR line_manager_id IN (SELECT person_id FROM people_delegation WHERE to_id = %(ref)s))
  AND starts <= %(on)s AND (ends IS NULL OR ends >= %(on)s)
ORDER BY starts, id
"""


@dataclass
class _Facts:
    """What the tables say of somebody on a day. `held`: the seats of each by record, of those they act for too."""

    kinds: list[Capacity] = field(default_factory=list)  # one, or none: they are not here
    works: bool = False
    parents: bool = False
    given: list[tuple[str, str]] = field(default_factory=list)  # (by whom, matters), the earliest first
    held: dict[str, list[Seat]] = field(default_factory=lambda: defaultdict(list))


def _facts(ref: str, on: date) -> _Facts:
    """One query, however many seats, posts and delegations."""
    with connection.cursor() as cursor:
        cursor.execute(FACTS, {"ref": ref, "on": on.isoformat()})
        rows = cursor.fetchall()
    found = _Facts()
    for fact, whose, what, place, _, _ in rows:
        match fact:
            case "is here":
                found.kinds.append(Capacity(what))
            case "works":
                found.works = True
            case "has a child":
                found.parents = True
            case "acts for":
                found.given.append((whose, what))
            case "holds":
                found.held[whose].append(what)
            case "manages":
                found.held[whose].append(hats.line_manager_of(what, place))
    return found


def _worn(ref: str, found: _Facts) -> tuple[Capacity, ...]:
    """By the record; then as staff, as a trustee and as a parent, where a tie says so."""
    if not found.kinds:
        return ()
    own = {seat for seat in found.held[ref] if hats.role(seat) != "line-manager-of"}
    ties = {
        Capacity.STAFF: found.works or bool(own - hats.TRUSTEE_SEATS),
        Capacity.TRUSTEE: bool(own & hats.TRUSTEE_SEATS),
        Capacity.PARENT: found.parents,
    }
    first = found.kinds[0]
    return (first, *(capacity for capacity, tied in ties.items() if tied and capacity is not first))


def capacities(ref: str, *, on: date) -> tuple[Capacity, ...]:
    """In what capacities somebody is here on that day, the first first; none for somebody who has left or is not known."""
    return _worn(ref, _facts(ref, on))


def standing(ref: str, *, on: date, capacity: Capacity | None = None) -> Standing:
    """The seats held on that day in one capacity (the first where none is named). No seat at all for somebody who has left, is not known,
    or is not here in that capacity. As a parent one holds "parent:REF", from outside "outside:REF", and nothing that belongs to work.
    """
    found = _facts(ref, on)
    return _wearing(ref, found, _worn(ref, found), capacity, on)


def capacities_and_standing(ref: str, *, on: date, wished: str = "") -> tuple[tuple[Capacity, ...], Standing]:
    """`capacities`, and `standing` in the capacity wished for; in the first where that one has ended. One query."""
    found = _facts(ref, on)
    worn = _worn(ref, found)
    return worn, _wearing(ref, found, worn, Capacity(wished) if wished in worn else None, on)


def _wearing(ref: str, found: _Facts, worn: tuple[Capacity, ...], capacity: Capacity | None, on: date) -> Standing:
    chosen = capacity or (worn[0] if worn else Capacity.OUTSIDE)
    if chosen not in worn:
        return Standing(ref, chosen, {}, on)
    seats = {hats.own(ref, chosen): ""}
    if chosen in {Capacity.STAFF, Capacity.TRUSTEE}:
        seats |= _at_work(ref, found, chosen)
    return Standing(ref, chosen, seats, on)


def _at_work(ref: str, found: _Facts, capacity: Capacity) -> dict[Seat, str]:
    """Own seats, and those of people I act for; what is mine stays mine."""
    seats: dict[Seat, str] = {}
    for giver, matters in found.given:
        giver_is_head = any(hats.role(seat) == "head" for seat in found.held[giver])
        for seat in found.held[giver]:
            if covers(matters, seat, to=ref, giver_is_head=giver_is_head):
                seats.setdefault(seat, giver)
    return seats | {seat: "" for seat in found.held[ref] if _fits(seat, capacity)}


def _fits(seat: Seat, capacity: Capacity) -> bool:
    """A trustee's seat is held as a trustee and a seat at work as staff; a line manager may be either."""
    return hats.role(seat) == "line-manager-of" or (seat in hats.TRUSTEE_SEATS) == (capacity is Capacity.TRUSTEE)
