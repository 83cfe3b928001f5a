"""Once a term: "I checked my settings". The day and nothing else; and how far the worker has come with reminders."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from askfirst.people.models.person import Person

__all__ = ["SettingsCheck", "SettingsRound"]


class SettingsCheck(models.Model):
    """The latest day on which somebody pressed "I checked". No account, service or setting: there is no room for one here."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, primary_key=True, related_name="+")
    on = models.DateField()


class SettingsRound(models.Model):
    """One row: the last day on which reminders were looked at. It names nobody."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    on = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [models.CheckConstraint(condition=Q(id=1), name="settings_round_is_one")]
