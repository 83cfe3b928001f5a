"""Students read with their tutor: a sheet for each group, with the student wording, names and boxes, and nothing else about anybody.

Who ticked or signed stays on the paper; what is kept is that a group's sheet came back, and the digest of its words. A student under 13
is asked for no signature (our default). Source: workflows.md 3.18, S49.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from askfirst.adoption import models
from askfirst.adoption.campaigns import CHAIN, NoCampaign, asking
from askfirst.adoption.editions import named
from askfirst.adoption.understood import Asked, Audience, Member, at_schools, clauses_for, digest_of, signs, wording
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Seat, Standing
from askfirst.people.models import Person
from askfirst.people.who import schools
from askfirst.procedure.clause import Clause, Edition
from askfirst.trail import chain
from askfirst.words import Sentence, say

__all__ = ["Group", "GroupSheet", "Pupil", "came_back", "groups", "groups_at", "may_print", "sheet"]

WHOLE_SCHOOL = frozenset({"head", "deputy-head", "alternate-pastoral"})
BY_YEAR = "year-"


@dataclass(frozen=True, slots=True)
class Group:
    """A tutor group, or, where a year has none, the year. `id` names it within its school."""

    school: str
    id: str
    year: int | None
    says: Sentence
    back_on: date | None = None


@dataclass(frozen=True, slots=True)
class Pupil:
    """A line of the sheet: a name, and whether a signature is asked for."""

    name: str
    signs: bool


@dataclass(frozen=True, slots=True)
class GroupSheet:
    asked: Asked
    group: Group
    school: str  # its name
    edition: Edition
    clauses: tuple[Clause, ...]
    pupils: tuple[Pupil, ...]
    words: str
    digest: str


def _here(school: str, on: date) -> Q:
    return Q(Q(left_on__isnull=True) | Q(left_on__gte=on), kind=Capacity.STUDENT, is_active=True, school_id=school)


def groups_at(school: str, *, on: date) -> tuple[Group, ...]:
    """Every group of a school on that day, by year and name. One query."""
    pairs = Person.objects.filter(_here(school, on)).values_list("year", "class_name").distinct()
    found = {_id(year, name): (year, name) for year, name in pairs}
    order = sorted(found.items(), key=lambda one: (one[1][0] if one[1][0] is not None else -1, one[0]))
    return tuple(Group(school, id, year, _says(year, name)) for id, (year, name) in order)


def _id(year: int | None, name: str) -> str:
    return name or "%s%s" % (BY_YEAR, "" if year is None else year)


def _says(year: int | None, name: str) -> Sentence:
    if name:
        return say("{name}", name=name)
    return say("Year {year}", year=year) if year is not None else say("No group")


def _prints(by: Standing, group: Group) -> bool:
    """Their tutor, the leader of their year, and the heads of their school."""
    seats: set[Seat] = {hats.tutor(group.school, group.id)} | {"%s:%s" % (role, group.school) for role in WHOLE_SCHOOL}
    if group.year is not None:
        seats.add(hats.year_lead(group.school, group.year))
    return bool(seats & by.seats.keys())


def may_print(by: Standing) -> bool:
    """Whether somebody is a tutor, a year leader or a head: of those there may be a group."""
    return any(hats.role(seat) in WHOLE_SCHOOL | {"tutor", "year-lead"} for seat in by.seats)


def groups(by: Standing, *, on: date) -> tuple[tuple[Asked, Group], ...]:
    """The groups whose sheets somebody may print today, each with the campaign that asks it; none where no campaign asks students."""
    return tuple(_groups(by, on)) if may_print(by) else ()


def _groups(by: Standing, on: date) -> Iterator[tuple[Asked, Group]]:
    open_ones = [asked for asked in asking(on=on) if Audience.STUDENT in asked.audience]
    for school in schools():
        asked = next((one for one in open_ones if not one.schools or school.id in one.schools), None)
        if asked is None:
            continue
        rows = models.Sheet.objects.filter(campaign__ref=asked.ref, school=school.id)
        back: dict[str, date] = dict(rows.values_list("group", "on"))
        for one in groups_at(school.id, on=on):
            if _prints(by, one):
                yield asked, Group(one.school, one.id, one.year, one.says, back.get(one.id))


def sheet(by: Standing, *, school: str, group: str, on: date) -> GroupSheet:
    """A group's sheet: the edition in students' words, with what their school adds, and a line for each of them.

    Raises NoCampaign for whoever may not print it.
    """
    found = next(((asked, one) for asked, one in groups(by, on=on) if (one.school, one.id) == (school, group)), None)
    if found is None:
        raise NoCampaign
    asked, one = found
    edition = at_schools(named(name=asked.edition, read_on=on), {school})
    clauses = clauses_for(edition, Member("", student=True, schools=frozenset({school})))
    words = wording(edition, clauses, student=True)
    in_group = Q(class_name=one.id) if not one.id.startswith(BY_YEAR) else Q(class_name="", year=one.year)
    rows = Person.objects.filter(_here(school, on), in_group).order_by("name", "pk").values_list("name", "born")
    return GroupSheet(
        asked=asked,
        group=one,
        school=next(place.name for place in schools() if place.id == school),
        edition=edition,
        clauses=clauses,
        pupils=tuple(Pupil(name, signs(born, on=on)) for name, born in rows),
        words=words,
        digest=digest_of(words),
    )


def came_back(by: Standing, *, school: str, group: str, at: datetime) -> bool:
    """The group's sheet came back: the day and the words are kept, and no name. False where it had. Raises NoCampaign."""
    on = london_day(at)
    found = sheet(by, school=school, group=group, on=on)
    with transaction.atomic():
        words, _ = models.Wording.objects.get_or_create(digest=found.digest, defaults={"text": found.words})
        campaign = models.Campaign.objects.get(ref=found.asked.ref)
        _, made = models.Sheet.objects.get_or_create(
            campaign=campaign, school_id=school, group=group, defaults={"wording": words, "on": on}
        )
        if made:
            seat = hats.tutor(school, group)
            chain.append(
                chain=CHAIN, what="sheet-back", who=by.person, acting_for=by.acting_for(seat), of=found.asked.ref,
                edition=found.asked.edition, words=found.digest, at=at,
            )  # fmt: skip
    return made
