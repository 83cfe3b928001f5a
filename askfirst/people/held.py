"""What the tables of people hold about one person, in plain words, for that person alone.

What somebody is by one hat is told in that hat: a parent's page holds nothing of their work, and the other way round. What was set to keep
a child safe (whom we may not contact) is in nobody's copy; the Data Protection Officer is asked for it. Source: issue "My own", trust.md.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from askfirst.people import hats
from askfirst.people.calendar_links import made_on
from askfirst.people.family import family_of
from askfirst.people.hats import Capacity
from askfirst.people.holding import trust_on
from askfirst.people.models import (
    Absence,
    Agency,
    Care,
    Conflict,
    Delegation,
    Guardian,
    Holding,
    Interest,
    Person,
    Post,
    Relative,
    RollId,
    running,
)
from askfirst.people.roster.seat_words import seat_words
from askfirst.people.settings_check import checked_on
from askfirst.people.who import names, schools
from askfirst.words import Sentence, say

__all__ = ["Fact", "Held", "Tie", "held"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the person's own row says."""

    id: str
    says: Sentence
    value: Sentence | date


@dataclass(frozen=True, slots=True)
class Tie:
    """A post, a seat, or a tie to somebody, with the days between which it holds."""

    id: str
    says: Sentence
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    facts: tuple[Fact, ...]
    ties: tuple[Tie, ...]


LABELS = {
    "name": say("Name"),
    "short": say("How pages name you"),
    "username": say("Username"),
    "title": say("Job"),
    "email": say("Email"),
    "phone": say("Phone"),
    "school": say("School"),
    "kind": say("Here as"),
    "born": say("Born"),
    "year": say("Year"),
    "class_name": say("Class"),
    "left_on": say("Leaves, or left, on"),
    "ref": say("Your reference here"),
    "merged_into": say("Older records of you, now part of this one"),
    "password": say("Password"),
}
KINDS = {
    Capacity.STAFF: say("staff"),
    Capacity.STUDENT: say("a student"),
    Capacity.PARENT: say("a parent or carer"),
    Capacity.TRUSTEE: say("a trustee"),
    Capacity.OUTSIDE: say("someone from outside the Trust"),
}
MATTERS = {"headteacher": say("a Headteacher’s matters"), "line-manager": say("a line manager’s matters")}


def held(ref: str, *, capacity: Capacity, on: date) -> Held:
    """Everything of this person's that belongs to one hat; ended ties too, for they are still kept. A fixed number of queries.

    Raises Person.DoesNotExist for nobody.
    """
    person = Person.objects.get(pk=ref)
    ties = [tie for worn, told in TOLD if capacity in worn for tie in told(ref, capacity, on)]
    return Held(tuple(_facts(person)), tuple(ties))


def _facts(person: Person) -> Iterator[Fact]:
    """Only what is filled in."""
    values: dict[str, object] = {
        field: getattr(person, field) for field in LABELS if field not in ("school", "kind", "password", "merged_into")
    }
    values["school"] = _schools().get(person.school_id or "", "")
    values["kind"] = KINDS[Capacity(person.kind)]
    went = Person.objects.filter(merged_into=person).order_by("username").values_list("username", flat=True)
    values["merged_into"] = ", ".join(went)
    scrambled = say("kept scrambled: nobody can read it back")
    values["password"] = scrambled if person.has_usable_password() else say("none is kept")
    for id, label in LABELS.items():
        value = values[id]
        if isinstance(value, Sentence | date):
            yield Fact(id, label, value)
        elif value not in ("", None):
            yield Fact(id, label, say("{value}", value=value))
    looked = checked_on(person.ref)
    if looked is not None:
        yield Fact("settings", say("You checked your settings on"), looked)
    linked = made_on(person.ref)
    if linked is not None:
        yield Fact("calendar", say("You made a calendar link on"), linked)


def _schools() -> dict[str, str]:
    return {school.id: school.name for school in schools()}


def _shorts(*refs: str | None) -> dict[str, str]:
    return {ref: named.short for ref, named in names([ref for ref in refs if ref]).items()}


def _posts(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    rows = list(Post.objects.filter(person_id=ref).order_by("starts", "pk"))
    at, who = _schools(), _shorts(*(row.line_manager_id for row in rows))
    for row in rows:
        which = say("Main post") if row.main else say("Second post")
        where = say("{school}", school=at[row.school_id]) if row.school_id else say("the central team")
        share = say("full time") if row.fte == 1 else say("{fte} of full time", fte=row.fte)
        post = say("{which}: {where}, {share}", which=which, where=where, share=share)
        if row.line_manager_id:
            post = say("{post}. Line manager: {manager}", post=post, manager=who[row.line_manager_id])
        yield Tie("post", post, row.starts, row.ends)


def _manages(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    """By name and without days: those are in the other person's own record."""
    people = names(list(Post.objects.filter(running(on), line_manager_id=ref).values_list("person_id", flat=True)))
    for name in sorted(named.short for named in people.values()):
        yield Tie("manages", say("Line manager of {name}", name=name))


def _seats(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    at, lead = _schools(), trust_on(on).lead_title
    for row in Holding.objects.filter(person_id=ref).order_by("starts", "pk"):
        if (row.seat in hats.TRUSTEE_SEATS) == (capacity is Capacity.TRUSTEE):
            yield Tie("seat", seat_words(row.seat, at, lead=lead), row.starts, row.ends)


def _away(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    for row in Absence.objects.filter(person_id=ref).order_by("starts", "pk"):
        reason = say("Away: {reason}. Colleagues do not see the reason", reason=row.reason_class) if row.reason_class else say("Away")
        yield Tie("away", reason, row.starts, row.ends)


def _acting(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    rows = list(Delegation.objects.filter(Q(person_id=ref) | Q(to_id=ref)).order_by("starts", "pk"))
    who = _shorts(*(row.person_id for row in rows), *(row.to_id for row in rows))
    for row in rows:
        matters = MATTERS[row.matters]
        acts = (
            say("{name} acts for you in {matters}", name=who[row.to_id], matters=matters)
            if row.person_id == ref
            else say("You act for {name} in {matters}", name=who[row.person_id], matters=matters)
        )
        yield Tie("acting", acts, row.starts, row.ends)


def _close(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    """Rows are read both ways and told as they were written: "Dunmore married to Harrow" is true from either side."""
    rows = list(Relative.objects.filter(Q(person_id=ref) | Q(other_id=ref)).order_by("pk"))
    who = _shorts(*(row.person_id for row in rows), *(row.other_id for row in rows))
    for row in rows:
        says = say("Close to you: {one} is {how} {other}", one=who[row.person_id], how=row.how, other=who[row.other_id])
        yield Tie("close", says, row.starts)


def _declared(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    """What this person said themselves; that somebody said it about them is the other's, and not told."""
    rows = list(Conflict.objects.filter(person_id=ref).order_by("since", "pk"))
    who = _shorts(*(row.about_id for row in rows))
    for row in rows:
        yield Tie("conflict", say("You said you should not handle what concerns {name}", name=who[row.about_id]), row.since, row.ended)


def _interests(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    for row in Interest.objects.filter(person_id=ref).order_by("starts", "pk"):
        yield Tie("interest", say("You told us: {detail}", detail=row.detail), row.starts, row.ends)


def _agencies(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    for row in Agency.objects.filter(person_id=ref).order_by("starts", "pk"):
        says = say("Works here through {agency}", agency=row.agency)
        if row.email:
            says = say("Works here through {agency}, {email}", agency=row.agency, email=row.email)
        yield Tie("agency", says, row.starts, row.ends)


def _children(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    """That somebody is not to be contacted is not here: telling it could put a child at risk."""
    rows = list(Guardian.objects.filter(adult_id=ref).order_by("pk"))
    who = _shorts(*(row.student_id for row in rows))
    for row in rows:
        says = say("Parent or carer of {name}", name=who[row.student_id])
        if row.has_pr:
            says = say("Parent or carer of {name}, with parental responsibility", name=who[row.student_id])
        yield Tie("child", says)


def _parents(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    rows = list(Guardian.objects.filter(student_id=ref).order_by("pk"))
    who = _shorts(*(row.adult_id for row in rows))
    for row in rows:
        yield Tie("parent", say("Your parent or carer: {name}", name=who[row.adult_id]))


def _cared_for(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    rows = list(Care.objects.filter(student_id=ref).order_by("pk"))
    who = _shorts(*(row.who_id for row in rows))
    for row in rows:
        yield Tie("care", say("Your {how}: {name}", how=row.how, name=who[row.who_id] if row.who_id else row.email))


def _cares(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    rows = list(Care.objects.filter(who_id=ref).order_by("pk"))
    who = _shorts(*(row.student_id for row in rows))
    for row in rows:
        yield Tie("cares", say("You are the {how} of {name}", how=row.how, name=who[row.student_id]))


def _on_the_roll(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    for id in RollId.objects.filter(person_id=ref).order_by("pk").values_list("pk", flat=True):
        yield Tie("roll", say("Your id in the files of people we are sent: {id}", id=id))


def _family(ref: str, capacity: Capacity, on: date) -> Iterator[Tie]:
    """Opened here for its owner alone, whatever their hat."""
    for tie in family_of(ref):
        says = say("You marked {name} as family in the friend-list check. Only you can read this, and undo it there", name=tie.name)
        yield Tie("family", says, tie.since)


WORK = frozenset({Capacity.STAFF})
GROWN = frozenset({Capacity.STAFF, Capacity.TRUSTEE})
HOME = frozenset({Capacity.PARENT, Capacity.OUTSIDE})
TOLD: tuple[tuple[frozenset[Capacity], Callable[[str, Capacity, date], Iterator[Tie]]], ...] = (
    (WORK, _posts),
    (GROWN, _seats),
    (GROWN, _manages),
    (WORK, _agencies),
    (WORK, _away),
    (GROWN, _acting),
    (frozenset(Capacity), _close),
    (GROWN, _declared),
    (GROWN, _interests),
    (HOME, _children),
    (frozenset({Capacity.STUDENT}), _parents),
    (frozenset({Capacity.STUDENT}), _cared_for),
    (HOME, _cares),
    (frozenset(Capacity), _on_the_roll),
    (frozenset(Capacity), _family),
)
