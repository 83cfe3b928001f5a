"""Sealed words as rows: boxes and wrapped keys, never anything in the clear, and no foreign keys: destroying a case is a function."""

from django.db import models

__all__ = ["CaseKey", "Sealed"]


class CaseKey(models.Model):
    """The key of one case, wrapped by the Trust's key of that id. Without this row what the case sealed cannot be opened again."""

    case = models.CharField(max_length=20, primary_key=True)
    wrapped = models.BinaryField()
    wrapped_by = models.CharField(max_length=8, db_index=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.case


class Sealed(models.Model):
    """One paper of a case in its box; the box opens only under this case and this name."""

    case = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    box = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case", "name"), name="one_box_a_name"),)

    def __str__(self) -> str:
        return self.name
