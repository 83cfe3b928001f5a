"""What comes of files of people: the ids they bring, contacts that wait, plans that wait for a second person, and how to undo one."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from askfirst.people.models.person import Person
from askfirst.people.refs import new_ref

__all__ = ["HeldContact", "Proposal", "RollId", "RollImport"]

STATES = [(name, name) for name in ("looked", "applied", "undone", "dropped")]
DECISIONS = [(name, name) for name in ("", "accepted", "refused")]


class RollId(models.Model):
    """Who is meant by an id of the Trust's own system. Two ids may mean one person, once somebody has said so."""

    id = models.CharField(primary_key=True, max_length=80)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roll_ids")

    def __str__(self) -> str:
        return self.id


class HeldContact(models.Model):
    """A contact a file brought for a student. Nothing reads it but the page of the school's safeguarding lead, until they accept it.

    Once decided, only the student and the id stay, so that the next file does not ask again.
    """

    student = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    roll_id = models.CharField(max_length=80)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")  # where they are known already
    username = models.CharField(max_length=150, blank=True)
    name = models.CharField(max_length=200, blank=True)
    short = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    kind = models.CharField(max_length=10)
    held_at = models.DateTimeField()
    decision = models.CharField(max_length=10, choices=DECISIONS, blank=True)
    decided_by = models.CharField(max_length=8, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["student", "roll_id"], name="held_contact_once"),
            models.CheckConstraint(
                condition=Q(decision="", decided_at=None) | (~Q(decision="") & Q(decided_at__isnull=False)),
                name="held_contact_is_decided_once",
            ),
        ]

    def __str__(self) -> str:
        return self.roll_id


class RollImport(models.Model):
    """One file somebody looked at. The file is here until it is applied or dropped, the way back for seven days after."""

    ref = models.CharField(primary_key=True, max_length=8, default=new_ref, editable=False)
    by = models.CharField(max_length=8, blank=True)  # "" for the nightly command
    made_at = models.DateTimeField()
    on = models.DateField()  # the day the plan is of
    full = models.BooleanField()
    file = models.BinaryField(null=True)  # squeezed
    decided = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)  # of the plan as it was last seen
    state = models.CharField(max_length=10, choices=STATES, default="looked")
    counts = models.JSONField(default=dict)
    ended_at = models.DateTimeField(null=True)  # applied, or dropped
    way_back = models.JSONField(null=True)

    class Meta:
        indexes = (models.Index(fields=("state", "made_at"), name="import_by_state"),)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(state="looked") | Q(file=None), name="import_keeps_no_file_once_over"),
            models.CheckConstraint(condition=Q(state="applied") | Q(way_back=None), name="import_goes_back_once"),
        ]

    def __str__(self) -> str:
        return self.ref


class Proposal(models.Model):
    """Something that takes two people: who asked, for what exactly (a digest), and until when another person may confirm it."""

    kind = models.CharField(max_length=30)
    of = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    by = models.CharField(max_length=8, blank=True)  # "" for a command without a person: whoever presses first is the first of the two
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "of"], name="proposal_once"),
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("made_at")), name="proposal_runs_out_later"),
        ]

    def __str__(self) -> str:
        return self.of
