"""Who would handle something today, as the tables stand: the walk of `resolve` for a matter nobody has opened. Nothing is stored.

Why somebody is skipped is for HR and the Data Protection Officer, and never for the one who is skipped. Source: workflows.md 3.0.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from askfirst.people import hats
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import DEPUTY_DPO, DPO, GOVERNANCE, HR, IT, TRUST_LEAD, Capacity, Seat, Standing
from askfirst.people.holding import todays_trust
from askfirst.people.models import Agency, Holding, Person, Post, running
from askfirst.people.resolve import Matter, Skip, route
from askfirst.people.roster.seat_words import seat_words
from askfirst.people.who import Named, names, schools
from askfirst.words import Sentence, say

__all__ = [
    "KINDS",
    "TRUST",
    "Walk",
    "agency_of",
    "employed",
    "employed_still",
    "may_ask",
    "reads_reasons",
    "seat_said",
    "seats_of",
    "walks",
    "who_is_called",
]

KINDS: dict[str, Sentence] = {
    "question": say("A question of theirs"),
    "press": say("A journalist asked them"),
    "data": say("A request about their data"),
}
TRUST = "trust"
LOOKERS = (HR, DPO, DEPUTY_DPO, GOVERNANCE, IT)
READERS = (HR, DPO, DEPUTY_DPO)
FOUND = 6


@dataclass(frozen=True, slots=True)
class Walk:
    """One way up. `person` would be asked, acting for `acting_for`; "" where nobody may, and the governance professional finds somebody.

    `skipped` is empty for whoever may not read it. `then`: who comes after, if no answer comes.
    """

    says: Sentence
    person: str
    acting_for: str
    seat: Seat
    skipped: tuple[Skip, ...]
    then: str
    whole: bool  # the seat itself may be shown: it tells nothing of a skip that is hidden


def may_ask(by: Standing) -> bool:
    """Whether this page is theirs: HR, data protection, the governance professional, the IT manager; in their own right."""
    return any(by.holds(seat) and not by.acting_for(seat) for seat in LOOKERS)


def reads_reasons(by: Standing) -> bool:
    return any(by.holds(seat) and not by.acting_for(seat) for seat in READERS)


def who_is_called(text: str) -> list[Named]:
    """People here by username, or by name or a part of it; a few at most."""
    text = " ".join(text.split())
    if not text or "\0" in text:
        return []
    exact = Person.objects.filter(is_active=True).filter(Q(username=text) | Q(name__iexact=text) | Q(short__iexact=text))
    found = list(exact[:FOUND]) or list(Person.objects.filter(is_active=True, name__icontains=text).order_by("name")[:FOUND])
    known = names([person.ref for person in found])
    return [known[person.ref] for person in found]


def employed(ref: str, *, on: date) -> bool:
    """Whether somebody has a post of their own here on that day; an agency's people have none."""
    return Post.objects.filter(running(on), person_id=ref).exists()


def employed_still(ref: str, *, on: date) -> bool:
    """Whether somebody has a post of their own here on that day and has not left: whoever may be named to run or take over something."""
    return employed(ref, on=on) and not TheDirectory().has_left(ref, on)


def agency_of(ref: str, *, on: date) -> tuple[str, str] | None:
    """The agency somebody comes through on that day, and its address; None where they come through none."""
    found = Agency.objects.filter(running(on), person_id=ref).order_by("-starts").first()
    return (found.agency, found.email) if found else None


def seats_of(ref: str, *, on: date) -> frozenset[Seat]:
    """The seats somebody holds by record on that day."""
    return frozenset(Holding.objects.filter(running(on), person_id=ref).values_list("seat", flat=True))


def walks(kind: str, *, of: str, school: str, on: date, by: Standing) -> list[Walk]:
    """Each way a matter of this kind would go. `school`: for a journalist's question, a school's id or "trust"."""
    directory, found = TheDirectory(), []
    for says, first, about in _ways(kind, of, school, on):
        matter = Matter(asker=of, parties=frozenset(directory.holders(about, on)) - {of} if about else frozenset())
        asked = route(first, matter=matter, directory=directory, on=on)
        after = route(first, matter=matter, directory=directory, on=on, passed=[asked.seat]) if asked else None
        passed = asked.skipped if asked else ()
        skipped = tuple(skip for skip in passed if reads_reasons(by) and skip.person != by.person)
        found.append(
            Walk(
                says,
                asked.person if asked else "",
                asked.acting_for if asked else "",
                asked.seat if asked else first,
                skipped,
                after.person if after else "",
                len(skipped) == len(passed),
            )
        )
    return found


def _ways(kind: str, of: str, school: str, on: date) -> Iterator[tuple[Sentence, Seat, Seat]]:
    """What each way is called, the seat it begins at, and the seat it is about, "" for none."""
    who = names([of])[of]
    if kind == "press":
        own = Holding.objects.filter(running(on), person_id=of, seat=TRUST_LEAD).exists()  # ruling 5
        yield say("Consulted before any response"), TRUST_LEAD if own or school == TRUST else hats.head(school), ""
        yield say("Told of it"), hats.COMMS, ""
    elif kind == "data":
        yield say("A copy, or something went wrong"), DPO, ""
        yield say("If it is about what the Data Protection Officer did"), DPO, DPO  # ruling 4
    elif who.kind == Capacity.STUDENT:
        yield say("If they choose their tutor"), hats.tutor(who.school, who.class_name), ""
        yield say("If they choose their Head of Year"), hats.year_lead(who.school, who.year if who.year is not None else ""), ""
        yield say("If they choose the safeguarding lead"), hats.dsl(who.school), ""
    else:
        yield say("Asked first"), hats.line_manager_of(of), ""
        at = {one.id: one.name for one in schools()}
        second = Post.objects.filter(running(on), person_id=of, main=False, line_manager__isnull=False).order_by("school_id")
        for place in second.values_list("school_id", flat=True).distinct():
            yield say("Asked first, for the post at {school}", school=at.get(str(place), "")), hats.line_manager_of(of, str(place)), ""


def seat_said(seat: Seat, known: dict[str, Named], at: dict[str, str]) -> Sentence:
    """A seat as people call it; a line manager with whose they are."""
    if hats.role(seat) == "line-manager-of":
        ref = hats.subjects(seat)[0]
        return say("Line manager of {name}", name=known[ref].short if ref in known else "–")
    return seat_words(seat, at, lead=todays_trust().lead_title)
