"""Contacts a file brought, held until the school's safeguarding lead accepts them. Until then no case, page or notice can use them."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.models import Care, Guardian, HeldContact, MayNotContact, Person, RollId, running
from askfirst.people.refs import new_ref
from askfirst.people.roll import NotNow, NotThere
from askfirst.trail import chain
from askfirst.words import say

__all__ = ["Waiting", "accept", "may_decide", "refuse", "waiting"]

CHAIN = "people"
LEADS = ("dsl", "deputy-dsl")
HOW = 40


@dataclass(frozen=True, slots=True)
class Waiting:
    """A contact that waits. `marked`: somebody has set that this student's matters never go to them."""

    id: int
    name: str
    email: str
    title: str
    student: str
    school: str
    held_at: datetime
    marked: bool
    known: bool


def _schools(by: Standing) -> set[str]:
    return {hats.subjects(seat)[0] for seat in by.seats if hats.role(seat) in LEADS}


def may_decide(by: Standing) -> bool:
    """Whether this person is a safeguarding lead of a school, or of the Trust."""
    return bool(_schools(by)) or by.holds(hats.DSL_TRUST)


def _mine(by: Standing) -> Q:
    return Q() if by.holds(hats.DSL_TRUST) else Q(student__school__in=_schools(by))


def waiting(*, by: Standing) -> list[Waiting]:
    """What waits for this safeguarding lead, the oldest first. Raises NotThere for anybody else."""
    if not may_decide(by):
        raise NotThere
    rows = HeldContact.objects.filter(_mine(by), decision="").select_related("student", "person").order_by("held_at", "pk")
    marks = set(MayNotContact.objects.filter(running(by.on)).values_list("student_id", "who_id"))
    return [
        Waiting(
            row.pk, row.name, row.email, row.title, row.student.name, row.student.school_id or "", row.held_at,
            marked=(row.student_id, row.person_id) in marks, known=row.person_id is not None,
        )
        for row in rows
    ]  # fmt: skip


def _held(id: int, by: Standing) -> HeldContact:
    row = HeldContact.objects.select_for_update().filter(_mine(by), pk=id).select_related("student").first() if may_decide(by) else None
    if row is None:
        raise NotThere
    if row.decision:
        raise NotNow(say("This was decided already. Nothing was changed again."))
    return row


def accept(id: int, *, by: Standing, has_pr: bool, at: datetime) -> tuple[str, str]:
    """Makes the contact one; the grown-up's and the student's reference. A mark not to contact somebody stays. Raises NotThere, NotNow."""
    with transaction.atomic():
        row = _held(id, by)
        ref = _person(row)
        RollId.objects.get_or_create(id=row.roll_id, defaults={"person_id": ref})
        if row.kind == Capacity.OUTSIDE:
            Care.objects.get_or_create(student_id=row.student_id, who_id=ref, defaults={"how": row.title[:HOW] or "contact"})
        else:
            marked = MayNotContact.objects.filter(running(london_day(at)), student_id=row.student_id, who_id=ref).exists()
            facts = {"has_pr": has_pr, "may_contact": not marked}
            Guardian.objects.get_or_create(adult_id=ref, student_id=row.student_id, defaults=facts)
        _decided(row, "accepted", by, at)
        return ref, str(row.student_id)


def _person(row: HeldContact) -> str:
    """Whoever they are already: by the file, by its id, or somebody new."""
    known = row.person_id or RollId.objects.filter(pk=row.roll_id).values_list("person_id", flat=True).first()
    if known:
        return str(known)
    ref = new_ref()
    taken = Person.objects.filter(username=row.username).exists()
    person = Person.objects.create_person(
        "%s-%s" % (row.username[:140], ref) if taken else row.username,
        ref=ref, name=row.name, short=row.short, title=row.title, email=row.email, kind=row.kind, school_id=row.student.school_id,
    )  # fmt: skip
    return person.ref


def refuse(id: int, *, by: Standing, at: datetime) -> None:
    """The contact is none; the next file does not ask again. Raises NotThere, NotNow."""
    with transaction.atomic():
        _decided(_held(id, by), "refused", by, at)


def _decided(row: HeldContact, decision: str, by: Standing, at: datetime) -> None:
    """What the file said of them goes; who decided stays."""
    row.decision, row.decided_by, row.decided_at = decision, by.person, at
    row.name = row.short = row.email = row.title = row.username = ""
    row.person = None
    row.save()
    chain.append(chain=CHAIN, what="contact-" + decision, who=by.person, at=at, of_person=str(row.student_id))
