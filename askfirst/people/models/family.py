"""Whom somebody marked as family in the friend-list check: sealed, and under keyed digests alone, so that no row says whose it is."""

from django.db import models

__all__ = ["FamilyTie"]


class FamilyTie(models.Model):
    """`owner` and `mark` are digests under a key outside the database: of the person, and of the person with the name. The box holds the
    name and the day. No foreign key and no number: a row says neither who nor how many, nor in which order.
    """

    mark = models.CharField(max_length=64, primary_key=True)
    owner = models.CharField(max_length=64, db_index=True)
    box = models.BinaryField()

    def __str__(self) -> str:
        return self.mark
