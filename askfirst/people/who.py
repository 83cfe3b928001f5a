"""Names, schools and the calendar, for whoever shows or counts with them; and who is too close to whom."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from askfirst.people.asked_once import once
from askfirst.people.calendar import Calendar
from askfirst.people.holding import today, todays_trust, what_holds
from askfirst.people.models import Conflict, Guardian, Person, Post, Relative, School
from askfirst.procedure.trust import School as Facts

__all__ = [
    "Child",
    "DutyContact",
    "Named",
    "SchoolNamed",
    "by_username",
    "children_of",
    "close_either_way",
    "duty_contact",
    "is_adult",
    "last_day",
    "left_days",
    "names",
    "on_the_roll",
    "records_of",
    "relatives_and_conflicts",
    "schools",
    "the_calendar",
    "today_as",
    "works_at",
]

ADULT = 18


@dataclass(frozen=True, slots=True)
class Named:
    """A person as others may see them. `school`, `year` and `class_name` are empty where they have none."""

    ref: str
    name: str
    short: str
    title: str
    school: str
    username: str
    kind: str
    year: int | None = None
    class_name: str = ""


@dataclass(frozen=True, slots=True)
class SchoolNamed:
    """A school as pages name it."""

    id: str
    name: str
    student_word: str
    pastoral_lead_title: str
    phone: str
    domain: str


@dataclass(frozen=True, slots=True)
class Child:
    """A child of somebody's. `adult`: 18 or older; `may_contact`: whether we may contact this parent about them; `responsible`: whether
    this parent has parental responsibility.
    """

    named: Named
    adult: bool
    may_contact: bool
    responsible: bool


@dataclass(frozen=True, slots=True)
class DutyContact:
    """Whom to ring when nobody can be reached in time. They pass word on and decide nothing (A12)."""

    label: str
    phone: str
    email: str


def _named(person: Person) -> Named:
    return Named(
        ref=person.ref,
        name=person.name,
        short=person.short,
        title=person.title,
        school=person.school_id or "",
        username=person.username,
        kind=person.kind,
        year=person.year,
        class_name=person.class_name,
    )


def names(refs: Collection[str]) -> dict[str, Named]:
    """Everybody known among these references, also those who have left: what they did stays readable as theirs. One query.

    A record that was made one with another answers with the one that was kept, under the reference asked for: the trail keeps the old one.
    """
    found = Person.objects.filter(pk__in=set(refs)).select_related("merged_into")
    return {person.ref: _named(person.merged_into or person) for person in found}


def today_as(refs: Collection[str]) -> dict[str, str]:
    """For each of these references whose record was made one with another: the reference that was kept. One query."""
    merged = Person.objects.filter(pk__in=set(refs), merged_into__isnull=False)
    return {ref: str(kept) for ref, kept in merged.values_list("ref", "merged_into_id")}


def left_days(refs: Collection[str]) -> dict[str, date | None]:
    """The last day here of each of these people; None for whoever has not left. One query. Of a merged record, that of the kept one."""
    found = Person.objects.filter(pk__in=set(refs)).select_related("merged_into")
    return {person.ref: (person.merged_into or person).left_on for person in found}


def records_of(ref: str) -> frozenset[str]:
    """Every reference this person has had: their own, and those of records that were made one with it. One query."""
    return frozenset({ref, *Person.objects.filter(merged_into=ref).values_list("ref", flat=True)})


def by_username(username: str) -> Named | None:
    """The person of that username, or None."""
    person = Person.objects.filter(username=username).first()
    return _named(person) if person else None


def is_adult(ref: str, *, on: date) -> bool:
    """Whether somebody is 18 or older on that day; False where no birth is known, so that nobody is taken for grown up by a gap."""
    born = Person.objects.filter(pk=ref).values_list("born", flat=True).first()
    return born is not None and on.year - born.year - ((on.month, on.day) < (born.month, born.day)) >= ADULT


def last_day(ref: str) -> date | None:
    """The last day of somebody who has left or is known to leave; None for whoever stays."""
    return Person.objects.filter(pk=ref).values_list("left_on", flat=True).first()


def children_of(ref: str, *, on: date) -> tuple[Child, ...]:
    """The children of this parent or carer who are here as students on that day, by name."""
    here = Q(student__left_on__isnull=True) | Q(student__left_on__gte=on)
    ties = Guardian.objects.filter(here, adult=ref, student__is_active=True).select_related("student").order_by("student__name")
    return tuple(Child(_named(tie.student), is_adult(tie.student_id, on=on), tie.may_contact, tie.has_pr) for tie in ties)


def works_at(ref: str, *, on: date) -> frozenset[str]:
    """The schools at which this person works on that day: their own, and those of their posts. Two queries."""
    running = Post.objects.filter(Q(ends__isnull=True) | Q(ends__gte=on), person=ref, starts__lte=on, school__isnull=False)
    own = Person.objects.filter(pk=ref, school__isnull=False).values_list("school_id", flat=True)
    return frozenset({*(str(school) for school in own), *(str(school) for school in running.values_list("school_id", flat=True))})


def on_the_roll() -> tuple[Named, ...]:
    """Everybody who has a record here, also those who have left. One query, linear in the roll."""
    return tuple(_named(person) for person in Person.objects.filter(merged_into__isnull=True).order_by("name"))


def the_calendar() -> Calendar:
    """The Trust's calendar, as its settings have it today. Three queries."""
    held = what_holds(today())
    terms = tuple((one.starts, one.ends, one.half_starts, one.half_ends) for one in held.terms)
    return Calendar(terms=terms, inset=held.inset | held.holidays)


def schools() -> tuple[SchoolNamed, ...]:
    """Every school of the Trust that people can be at, by name, as it is called today. Two queries, once a request."""
    return once(("schools",), _schools)


def _schools() -> tuple[SchoolNamed, ...]:
    facts = {one.id: one for one in todays_trust().schools}
    rows = School.objects.values_list("id", "name", "student_word", "pastoral_lead_title", "phone", "domain")
    found = [SchoolNamed(*row) if row[0] not in facts else _as_set(facts[row[0]]) for row in rows]
    return tuple(sorted(found, key=lambda one: one.name))


def _as_set(school: Facts) -> SchoolNamed:
    return SchoolNamed(school.id, school.name, school.student_word, school.pastoral_lead_title, school.phone, school.domain)


def duty_contact() -> DutyContact | None:
    """The Trust's duty contact today, or None where none is set. One query."""
    trust = todays_trust()
    return DutyContact(trust.duty_label, trust.duty_phone, trust.duty_email) if trust.duty_phone else None


def relatives_and_conflicts(refs: Collection[str], *, on: date) -> dict[str, str]:
    """Everybody too close to one of these people on that day, with the reason: "relative" (ties of family, read both ways) or "conflict".

    Three queries, however many people.
    """
    about = set(refs)
    close: dict[str, str] = {}
    declared = Conflict.objects.filter(Q(ended__isnull=True) | Q(ended__gte=on), about_id__in=about, since__lte=on)
    for person in declared.values_list("person_id", flat=True):
        close[person] = "conflict"
    related = Relative.objects.filter(Q(starts__isnull=True) | Q(starts__lte=on))
    pairs = [
        *related.filter(Q(person_id__in=about) | Q(other_id__in=about)).values_list("person_id", "other_id"),
        *Guardian.objects.filter(Q(adult_id__in=about) | Q(student_id__in=about)).values_list("adult_id", "student_id"),
    ]
    for one, other in pairs:
        if one in about:
            close[other] = "relative"
        if other in about:
            close[one] = "relative"
    return close


def close_either_way(ref: str, *, on: date) -> frozenset[str]:
    """Whoever is too close to this person's matters on that day, and those whose matters this person is too close to."""
    declared = Conflict.objects.filter(Q(ended__isnull=True) | Q(ended__gte=on), person_id=ref, since__lte=on)
    return frozenset({*relatives_and_conflicts({ref}, on=on), *declared.values_list("about_id", flat=True)})
