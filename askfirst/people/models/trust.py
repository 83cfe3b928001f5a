"""The Trust itself: its schools, its calendar, and what this installation was loaded with."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

__all__ = ["InsetDay", "Installation", "School", "Term"]


class School(models.Model):
    """A school of the Trust. `pastoral_lead_title` is what a Head of Year is called there."""

    id = models.SlugField(primary_key=True, max_length=40)
    name = models.CharField(max_length=200)
    phase = models.CharField(max_length=200)
    student_word = models.CharField(max_length=40)
    pastoral_lead_title = models.CharField(max_length=200)
    phone = models.CharField(max_length=40)
    domain = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.id


class Term(models.Model):
    """A term, both ends included, less its half-term. School days are its weekdays that are no INSET day."""

    name = models.CharField(max_length=60)
    starts = models.DateField(unique=True)
    ends = models.DateField()
    half_term_starts = models.DateField()
    half_term_ends = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(half_term_starts__gte=F("starts"))
                & Q(half_term_ends__gte=F("half_term_starts"))
                & Q(ends__gte=F("half_term_ends")),
                name="term_days_are_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class InsetDay(models.Model):
    """A day for staff alone: no school day."""

    day = models.DateField(unique=True)


class Installation(models.Model):
    """One row: the Trust's name and duty contact, and whether this is the demo. Production refuses a database marked demo.

    `monday` is how many whole weeks the demo's dates were moved.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    demo = models.BooleanField(default=False)
    monday = models.IntegerField(default=0)
    loaded_at = models.DateTimeField()
    trust = models.CharField(max_length=200)
    duty_label = models.CharField(max_length=200, blank=True)
    duty_phone = models.CharField(max_length=40, blank=True)
    duty_email = models.EmailField(blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(id=1), name="installation_is_one"),
        ]
