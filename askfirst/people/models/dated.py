"""What every dated row has in common: a first and a last day, both included."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

__all__ = ["ENDS_LATER", "Dated", "running", "two_people"]

ENDS_LATER = models.CheckConstraint(condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="%(class)s_ends_after_it_starts")


def two_people(one: str, other: str) -> models.CheckConstraint:
    """Nobody is tied to themselves."""
    return models.CheckConstraint(condition=~Q(**{one: F(other)}), name="%(class)s_is_between_two_people")


def running(on: date) -> Q:
    """Rows that hold on this day, first and last day included."""
    return Q(starts__lte=on) & (Q(ends__isnull=True) | Q(ends__gte=on))


class Dated(models.Model):
    """From the first day to the last, both included; no last day means until further notice."""

    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [ENDS_LATER]
