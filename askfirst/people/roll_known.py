"""The tables of people as the plain rows that a plan is compared with. Nine queries, however many people."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from askfirst.people.holding import trust_on
from askfirst.people.models import Agency, Care, Guardian, HeldContact, Holding, Person, Post, RollId, School, running
from askfirst.people.roster.known import Known

__all__ = ["the_known"]

PERSON = ("username", "name", "short", "title", "email", "school", "kind", "born", "year", "class_name", "is_active", "left_on")
POST = ("id", "person", "school", "line_manager", "fte", "main", "starts", "ends")
HOLDING = ("id", "person", "seat", "order", "starts", "ends")


def the_known(*, on: date) -> Known:
    """Everything about everybody that a file could change, on that day: posts and seats that have ended are not among it."""
    still = Q(ends__isnull=True) | Q(ends__gte=on)
    here, went = Person.objects.filter(merged_into=None), Person.objects.filter(merged_into__isnull=False)
    ties = [
        *Guardian.objects.values_list("adult_id", "student_id"),
        *Care.objects.filter(who__isnull=False).values_list("who_id", "student_id"),
    ]
    return Known(
        on=on,
        people={row[0]: dict(zip(PERSON, row[1:], strict=True)) for row in here.values_list("ref", *PERSON).iterator()},
        posts=_by_person(Post.objects.filter(still).order_by("id").values_list(*POST).iterator(), POST),
        holdings=_by_person(Holding.objects.filter(still).order_by("id").values_list(*HOLDING).iterator(), HOLDING),
        roll=dict(RollId.objects.values_list("id", "person_id")),
        ties=frozenset((str(adult), student) for adult, student in ties),
        held=frozenset(HeldContact.objects.values_list("student_id", "roll_id")),
        through_agency=frozenset(Agency.objects.filter(running(on)).values_list("person_id", flat=True)),
        schools=dict(School.objects.order_by("name").values_list("id", "name")),
        lead=trust_on(on).lead_title,
        merged={username: str(kept) for username, kept in went.values_list("username", "merged_into_id")},
    )


def _by_person(rows: Iterable[tuple[Any, ...]], names: tuple[str, ...]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        fields = dict(zip(names, row, strict=True))
        found[fields["person"]].append(fields)
    return dict(found)
