"""Sign-ins that failed, so that guessing gets slower and slower."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

__all__ = ["Failure"]


class Failure(models.Model):
    """How often one account, or one address, failed lately. `name` is an HMAC, so the row tells neither."""

    scope = models.CharField(max_length=10)
    name = models.CharField(max_length=64)
    level = models.FloatField()
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["at"], name="failure_by_age")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["scope", "name"], name="failure_once"),
            models.CheckConstraint(condition=Q(scope__in=["account", "address"]), name="failure_is_of_a_scope"),
        ]
