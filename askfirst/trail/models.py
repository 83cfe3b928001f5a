"""What happened, as rows: who, when, which step, references and digests; no words and no foreign keys.

Erasing a person or a case never breaks a line here, for nothing here points at them but a random reference.
"""

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.db.models import Q

from askfirst.words import say

__all__ = ["AppendOnly", "Coded", "Event", "Head", "Lease", "Notice", "Once"]


class AppendOnly(RuntimeError):
    """Something tried to change or remove a record of the trail."""

    def __init__(self) -> None:
        super().__init__(str(say("The trail is only ever added to. Write a new record that puts the old one right.")))


def _refused(*_given: object, **_named: object) -> NoReturn:
    raise AppendOnly


class EventQuery(models.QuerySet["Event"]):
    """Reads and creates. Every way of the ORM to change or remove rows raises AppendOnly."""

    update = _refused
    aupdate = _refused
    delete = _refused
    adelete = _refused
    bulk_update = _refused
    abulk_update = _refused
    update_or_create = _refused
    aupdate_or_create = _refused
    bulk_create = _refused
    abulk_create = _refused


class Event(models.Model):
    """One record of a chain. Written by `chain.append` alone; `mac` binds every other column, `previous` is the mac of the one before."""

    chain = models.CharField(max_length=80)
    sequence = models.PositiveIntegerField()
    at = models.DateTimeField()
    what = models.CharField(max_length=80)
    who = models.CharField(max_length=80, blank=True)  # a reference; empty for the machine
    acting_for = models.CharField(max_length=80, blank=True)
    of = models.CharField(max_length=120, blank=True)
    of_person = models.CharField(max_length=80, blank=True)
    before = models.CharField(max_length=80, blank=True)
    after = models.CharField(max_length=80, blank=True)
    clauses = models.CharField(max_length=200, blank=True)  # ids, by spaces
    edition = models.CharField(max_length=20, blank=True)
    words = models.CharField(max_length=64, blank=True)  # a digest under the case's key: destroying the key empties it
    previous = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    objects = EventQuery.as_manager()

    class Meta:
        base_manager_name = "objects"
        constraints = (models.UniqueConstraint(fields=("chain", "sequence"), name="one_event_a_sequence"),)
        indexes = (
            models.Index(fields=("of_person", "at"), condition=~Q(of_person=""), name="event_of_person"),
            models.Index(fields=("who", "at"), name="event_by_who"),
        )

    def __str__(self) -> str:
        return "{}/{}".format(self.chain, self.sequence)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only a new record is saved. Raises AppendOnly for one that was there."""
        if not self._state.adding or self.pk is not None:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *_args: object, **_kwargs: object) -> NoReturn:
        """Raises AppendOnly, always."""
        raise AppendOnly


class Head(models.Model):
    """Where a chain ends. Its mac is made with the key, so that nobody without it can cut a chain short and move the end."""

    chain = models.CharField(max_length=80, primary_key=True)
    sequence = models.PositiveIntegerField()
    mac = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.chain


class Coded(models.Model):
    """A record in which codes stand for people since its case was erased. `mac` binds what it holds now to the mac it was written with."""

    chain = models.CharField(max_length=80)
    sequence = models.PositiveIntegerField()
    mac = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("chain", "sequence"), name="one_coding_an_event"),)

    def __str__(self) -> str:
        return "{}/{}".format(self.chain, self.sequence)


class Notice(models.Model):
    """Something to tell a person, without content: that there is news, and where in the app it is. One a key, whatever is replayed."""

    key = models.CharField(max_length=200, unique=True)
    to = models.CharField(max_length=8, blank=True)  # a person's reference
    address = models.CharField(max_length=254, blank=True)  # only for the duty contact, who may be nobody AskFirst knows
    kind = models.CharField(max_length=40)
    case = models.CharField(max_length=8, blank=True)
    made_at = models.DateTimeField()
    not_before = models.DateTimeField()  # of the mail; in the app it shows at once
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(to="") | ~Q(address=""), name="notice_goes_to_somebody"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("next_try_at", "id"), condition=Q(sent_at=None), name="notice_due"),
            models.Index(fields=("to", "-id"), condition=Q(seen_at=None), name="notice_unseen"),
            models.Index(fields=("case",), name="notice_of_case"),
        ]

    def __str__(self) -> str:
        return self.kind


class Once(models.Model):
    """A form that was sent: digests of its key and of its body, and what came of it. Kept for a day."""

    digest = models.CharField(max_length=64, primary_key=True)
    body_mac = models.CharField(max_length=64)
    reference = models.CharField(max_length=80)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.reference


class Lease(models.Model):
    """Who does a job that only one may do, until when, and when they last said that they live."""

    name = models.CharField(max_length=80, primary_key=True)
    holder = models.CharField(max_length=80, blank=True)  # empty: free
    until = models.DateTimeField()
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
