"""Numbers about cases, with small numbers kept back so that nobody can be picked out: how many, by kind, state and school.

Who may count what follows workflows.md 3.21: the governance professional where its column says "count"; the Data Protection Officer, who
audits every kind; a Headteacher, at their own school, what its column does not keep from them; the union representative there reads the
same small-number report as the governance professional (ruling 18). A list somebody keeps for themselves is in no number, nor is a check:
those are not counted anywhere. A case from which somebody is barred is not in their numbers (S56). Instructions about a blog are counted in
instruction_counts.py alone, and concerns in concern_counts.py, by school and never by stage: both together would give a small number back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from askfirst.casework.access import Missing
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.models import Case, CaseBar
from askfirst.casework.refused import is_officer
from askfirst.people import hats
from askfirst.people.hats import DEPUTY_DPO, DPO, GOVERNANCE, Seat, Standing
from askfirst.people.who import schools
from askfirst.words import Sentence, say

__all__ = [
    "LEAST", "NOWHERE", "Counted", "Place", "Report", "counted", "counts", "counts_json", "is_finished", "kept_from", "may_count",
    "number_words",
    "places_of", "stage_words",
]  # fmt: skip

LEAST = 5
FINISHED = say("finished")
NOWHERE = ""  # of no school: the central team’s, or about the whole Trust

TOLD = frozenset({"declaration", "plan", "interest", "offer", "page"})
WITH_PRESS = TOLD | {"press"}
GOVERNED = WITH_PRESS | {"removal"}
AUDITED = GOVERNED | {"question", "do-not-post"}
OWN_SCHOOL = {"head": WITH_PRESS, "union": GOVERNED}


@dataclass(frozen=True, slots=True)
class Place:
    """A school, or NOWHERE, and the kinds that may be counted there."""

    id: str
    name: Sentence
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many cases of a kind stand at a state in a place; None for fewer than LEAST, none at all among them."""

    kind: str
    state: str
    place: Place
    number: int | None


@dataclass(frozen=True, slots=True)
class Report:
    """Every number there is for somebody, in the order of kinds, states and places. No sums: a sum would give a small number back."""

    places: tuple[Place, ...]
    rows: tuple[Counted, ...]


def _seats(by: Standing) -> Iterator[tuple[Seat, str | None, frozenset[str]]]:
    """By which seats somebody counts: the seat, at which school (None: at all), and which kinds."""
    if by.holds(GOVERNANCE):
        yield GOVERNANCE, None, GOVERNED
    if is_officer(by):
        yield DPO if by.holds(DPO) else DEPUTY_DPO, None, AUDITED
    for seat in sorted(by.seats):
        if hats.role(seat) in OWN_SCHOOL:
            yield seat, hats.subjects(seat)[0], OWN_SCHOOL[hats.role(seat)]


def may_count(by: Standing) -> bool:
    """Whether there is such a report for this person today."""
    return any(_seats(by))


def counts(by: Standing) -> Report:
    """The numbers of today. Raises Missing for whoever may count nothing.

    One grouped query over the cases that may be counted, linear in them, and one for the names of schools. It reads columns that stand in
    the clear, so that it works without a key; small groups never leave the database. A journalist’s question counts once, at the first
    school named.
    """
    places = places_of(by)
    groups = counted(by).order_by().values_list("kind", "state", "school_id").annotate(number=Count("id")).filter(number__gte=LEAST)
    found = {(kind, state, school or NOWHERE): number for kind, state, school, number in groups}
    return Report(places, tuple(_rows(places, found)))


def counted(by: Standing) -> QuerySet[Case]:
    """Every case that somebody counts by its stage, at the schools that are theirs."""
    own = Q(kind__in=_everywhere(by))
    for _, school, kinds in _seats(by):
        own |= Q(kind__in=kinds, school=school) if school else Q()
    return Case.objects.filter(own).exclude(id__in=kept_from(by))


def _everywhere(by: Standing) -> frozenset[str]:
    """The kinds that somebody counts at every school."""
    return frozenset[str]().union(*(kinds for _, school, kinds in _seats(by) if school is None))


def places_of(by: Standing) -> tuple[Place, ...]:
    """Where somebody counts, in the order of schools. Raises Missing for whoever may count nothing."""
    seats = list(_seats(by))
    if not seats:
        raise Missing
    return tuple(_places(seats, _everywhere(by)))


def kept_from(by: Standing) -> QuerySet[CaseBar, int]:
    """The cases that are in none of somebody's numbers: they, or whoever they count for, are barred from them (S56)."""
    people = {by.person, *(by.acting_for(seat) for seat, _, _ in _seats(by))} - {""}
    return CaseBar.objects.filter(person__in=people).values_list("case_id", flat=True)


def _places(seats: list[tuple[Seat, str | None, frozenset[str]]], everywhere: frozenset[str]) -> Iterator[Place]:
    for school in schools():
        kinds = everywhere.union(*(kinds for _, at, kinds in seats if at == school.id))
        if kinds:
            yield Place(school.id, say("{school}", school=school.name), kinds)
    if everywhere:
        yield Place(NOWHERE, say("No one school"), everywhere)


def _rows(places: tuple[Place, ...], found: dict[tuple[str, str, str], int]) -> Iterator[Counted]:
    for kind, workflow in WORKFLOWS.items():
        for state in workflow.states:
            yield from (Counted(kind, state, place, found.get((kind, state, place.id))) for place in places if kind in place.kinds)


def is_finished(kind: str, state: str) -> bool:
    """Whether nothing more comes of a case at this stage by itself, nor is it only being filled in or lives on."""
    workflow = WORKFLOWS[kind]
    return state in workflow.over - set(workflow.closes) - workflow.lives_on - {workflow.first}


def stage_words(kind: str, state: str) -> Sentence:
    """A stage in words, and whether a case that stands there is finished. No sum of the finished: it would give a small number back."""
    says = WORKFLOWS[kind].states[state]
    return say("{state} (finished)", state=says) if is_finished(kind, state) and str(says) != str(FINISHED) else says


def number_words(number: int | None) -> Sentence:
    """A number, or that it is a small one."""
    return say("fewer than {least}", least=LEAST) if number is None else say("{number}", number=number)


def counts_json(report: Report) -> dict[str, Any]:
    """The same as plain values; `number` is null where there are fewer than `fewer_than`, and `school` where it is of no one school."""
    return {
        "fewer_than": LEAST,
        "schools": [{"id": place.id, "name": str(place.name)} for place in report.places if place.id],
        "counts": [
            {
                "kind": row.kind,
                "state": row.state,
                "finished": is_finished(row.kind, row.state),
                "school": row.place.id or None,
                "number": row.number,
            }
            for row in report.rows
        ],
    }
