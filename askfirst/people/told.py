"""Whom a school may tell of a student's matter: parental responsibility, safe contact, and who looks after a looked-after student (A47)."""

from dataclasses import dataclass
from datetime import date

from askfirst.people.models import Care, Guardian, MayNotContact, running
from askfirst.people.who import Named, is_adult, names

__all__ = ["Carer", "care_of", "looked_after", "may_be_told"]


@dataclass(frozen=True, slots=True)
class Carer:
    """Who looks after a student: as what (`how`: social_worker, carer, virtual_school), by name or by an office's address alone."""

    how: str
    name: str
    email: str


def looked_after(ref: str) -> bool:
    """Whether somebody looks after this student in place of a parent. One query."""
    return Care.objects.filter(student=ref).exists()


def care_of(ref: str) -> tuple[Carer, ...]:
    """Who looks after this student, in the order recorded. One query."""
    ties = Care.objects.filter(student=ref).select_related("who").order_by("pk")
    return tuple(Carer(tie.how, tie.who.name if tie.who else "", tie.email) for tie in ties)


def may_be_told(ref: str, *, on: date) -> tuple[Named, ...]:
    """The parents and carers who may be told of this student's matter on that day, by name.

    Nobody of a student of 18 or over, and no other parent of one who is looked after. Who has no parental responsibility, or must not be
    contacted, is not among them. Four queries or five.
    """
    if is_adult(ref, on=on) or looked_after(ref):
        return ()
    barred = MayNotContact.objects.filter(running(on), student=ref).values("who_id")
    ties = Guardian.objects.filter(student=ref, has_pr=True, may_contact=True, adult__is_active=True).exclude(adult_id__in=barred)
    found = names([str(adult) for adult in ties.values_list("adult_id", flat=True)])
    return tuple(sorted(found.values(), key=lambda one: one.name))
