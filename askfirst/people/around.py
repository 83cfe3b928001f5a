"""Who is around at a school: its students, those who were, and those who work there; as little of each as a friend-list check needs."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from askfirst.people.directory import gone
from askfirst.people.hats import Capacity
from askfirst.people.models import Person, Post, running

__all__ = ["Around", "around"]

ADULT = 18
LATELY = 12  # months since a student left (A26), where the Trust says nothing else
FIELDS = ("ref", "name", "short", "kind", "is_active", "left_on", "born")


@dataclass(frozen=True, slots=True, repr=False)
class Around:
    """Somebody at the school. For a student who has left, whether they are known to be under 18; within how many months, else 0."""

    ref: str
    name: str
    short: str
    student: bool
    left: bool
    under_18: bool
    lately: int


def _months(since: date, on: date) -> int:
    """Whole months between two days."""
    return (on.year - since.year) * 12 + on.month - since.month - (on.day < since.day)


def around(schools: Collection[str], *, on: date, months: int = LATELY) -> Iterator[Around]:
    """Everybody of these schools on that day; a colleague who has left is nobody here any more. One query.

    `months`: what counts as lately.
    """
    work = Post.objects.filter(running(on), school__in=schools).values("person_id")
    at = Q(school__in=schools, kind__in=(Capacity.STUDENT, Capacity.STAFF)) | Q(pk__in=work)
    for ref, name, short, kind, is_active, left_on, born in Person.objects.filter(at, merged_into=None).values_list(*FIELDS):
        student, left = kind == Capacity.STUDENT, gone(is_active, left_on, on)
        if left and not student:
            continue
        young = left and born is not None and _months(born, on) < ADULT * 12
        lately = left and left_on is not None and _months(left_on, on) < months
        yield Around(ref, name, short, student, left, young, months if lately else 0)
