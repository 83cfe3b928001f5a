"""The register that answers whose a page is: of each page that is official, was, or is not ours, one row; of anything else, nothing.

No address stands here in the clear, only a keyed hash of it, which matches what somebody looks up; of an official page, the name that
everybody reads (docs/decisions/0017). Rows follow their cases, in the same
change; a page of somebody's own never has one. Nothing is kept of a look-up.
"""

from django.conf import settings
from django.db import models

__all__ = ["Listing", "PublicName", "Spelled"]


class Listing(models.Model):
    """What one case says of one page. Written by `register` alone; `case` is its reference."""

    case = models.CharField(max_length=8, unique=True)
    page = models.CharField(max_length=48, db_index=True)  # the keyed hash of its address in one spelling
    answer = models.CharField(max_length=10)
    school = models.ForeignKey("people.School", on_delete=models.PROTECT, related_name="+", null=True)
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)  # shown by their role
    checked_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    name = models.CharField(max_length=200, blank=True)  # of an official page alone

    def __str__(self) -> str:
        return self.case


class PublicName(models.Model):
    """Under which name an official page is shown: given by whoever made it official, for everybody to read. It goes with its case."""

    case = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.case


class Spelled(models.Model):
    """By which table of spellings pages are marked: one row, a digest of that table."""

    table = models.CharField(max_length=16)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.table
