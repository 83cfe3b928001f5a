"""Which seats a person holds today, and for whom they act. Worked out at each request, so that a role lost is lost at the next one."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q

from askfirst.people import hats
from askfirst.people.directory import gone
from askfirst.people.hats import Capacity, Seat, Standing
from askfirst.people.models import Agency, Delegation, Guardian, Holding, Person, Post, running
from askfirst.people.resolve import covers

__all__ = ["capacities", "capacities_and_standing", "standing"]


def _facts(ref: str, on: date) -> Person | None:
    """The person with what their ties say; None where nobody of that reference may do anything on that day. One query."""
    work = Post.objects.filter(running(on), person=OuterRef("pk"))
    agency = Agency.objects.filter(running(on), person=OuterRef("pk"))
    seats = Holding.objects.filter(running(on), person=OuterRef("pk"))
    found = Person.objects.annotate(
        works=Exists(work) | Exists(agency) | Exists(seats.exclude(seat__in=hats.TRUSTEE_SEATS)),
        governs=Exists(seats.filter(seat__in=hats.TRUSTEE_SEATS)),
        parents=Exists(Guardian.objects.filter(adult=OuterRef("pk"))),
    )
    person = found.filter(pk=ref).first()
    return None if person is None or gone(person.is_active, person.left_on, on) else person


def _worn(person: Person) -> tuple[Capacity, ...]:
    first = Capacity(person.kind)
    ties = ((Capacity.STAFF, "works"), (Capacity.TRUSTEE, "governs"), (Capacity.PARENT, "parents"))
    return (first, *(capacity for capacity, fact in ties if capacity is not first and getattr(person, fact)))


def capacities(ref: str, *, on: date) -> tuple[Capacity, ...]:
    """In what capacities somebody is here on that day, the first first; none for somebody who has left or is not known."""
    person = _facts(ref, on)
    return _worn(person) if person else ()


def standing(ref: str, *, on: date, capacity: Capacity | None = None) -> Standing:
    """The seats held on that day in one capacity (the first where none is named). No seat at all for somebody who has left, is not known,
    or is not here in that capacity. As a parent one holds "parent:REF", from outside "outside:REF", and nothing that belongs to work.
    """
    return _wearing(ref, capacities(ref, on=on), capacity, on)


def capacities_and_standing(ref: str, *, on: date, wished: str = "") -> tuple[tuple[Capacity, ...], Standing]:
    """`capacities`, and `standing` in the capacity wished for; in the first where that one has ended. At most four queries."""
    worn = capacities(ref, on=on)
    return worn, _wearing(ref, worn, Capacity(wished) if wished in worn else None, on)


def _wearing(ref: str, worn: tuple[Capacity, ...], capacity: Capacity | None, on: date) -> Standing:
    chosen = capacity or (worn[0] if worn else Capacity.OUTSIDE)
    if chosen not in worn:
        return Standing(ref, chosen, {}, on)
    seats = {hats.own(ref, chosen): ""}
    if chosen in {Capacity.STAFF, Capacity.TRUSTEE}:
        seats |= _at_work(ref, chosen, on)
    return Standing(ref, chosen, seats, on)


def _at_work(ref: str, capacity: Capacity, on: date) -> dict[Seat, str]:
    """Own seats, and those of people I act for; what is mine stays mine."""
    given = list(
        Delegation.objects.filter(running(on), to_id=ref, person__is_active=True)
        .filter(Q(person__left_on__isnull=True) | Q(person__left_on__gte=on))
        .order_by("starts", "pk")
        .values_list("person_id", "matters")
    )
    held = _held([ref, *(giver for giver, _ in given)], on)
    seats: dict[Seat, str] = {}
    for giver, matters in given:
        giver_is_head = any(hats.role(seat) == "head" for seat in held[giver])
        for seat in held[giver]:
            if covers(matters, seat, to=ref, giver_is_head=giver_is_head):
                seats.setdefault(seat, giver)
    return seats | {seat: "" for seat in held[ref] if _fits(seat, capacity)}


def _fits(seat: Seat, capacity: Capacity) -> bool:
    """A trustee's seat is held as a trustee and a seat at work as staff; a line manager may be either."""
    return hats.role(seat) == "line-manager-of" or (seat in hats.TRUSTEE_SEATS) == (capacity is Capacity.TRUSTEE)


def _held(refs: Collection[str], on: date) -> dict[str, list[Seat]]:
    """The seats of each of these people by record. Two queries, however many people and seats."""
    held: dict[str, list[Seat]] = defaultdict(list)
    for person, seat in Holding.objects.filter(running(on), person_id__in=refs).values_list("person_id", "seat"):
        held[person].append(seat)
    posts = Post.objects.filter(running(on), line_manager_id__in=refs)
    for manager, person, school, main in posts.values_list("line_manager_id", "person_id", "school_id", "main"):
        held[str(manager)].append(hats.line_manager_of(person, "" if main else str(school)))
    return held
