"""What the Trust has chosen for itself: one change of one setting a row. A row that was agreed to is never written over."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from askfirst.people.refs import new_ref

__all__ = ["SettingChange"]

STATES = [(name, name) for name in ("waits", "agreed", "dropped", "undone")]


class SettingChange(models.Model):
    """One setting as it is to be from a day on: who asked and why, and who agreed where it takes two.

    `value` holds the parts of the setting by their ids, as text; None says that the pack holds again. `undoes` is the change it goes back
    from. A change that was undone before its first day never held.
    """

    ref = models.CharField(primary_key=True, max_length=8, default=new_ref, editable=False)
    name = models.CharField(max_length=80)  # such as trust.name, school.northgate.phone, reading.A26
    value = models.JSONField(null=True)
    starts_on = models.DateField()
    why = models.TextField()
    state = models.CharField(max_length=10, choices=STATES)
    by = models.CharField(max_length=8)
    acting_for = models.CharField(max_length=8, blank=True)
    at = models.DateTimeField()
    agreed_by = models.CharField(max_length=8, blank=True)  # the second person; "" where it took one
    agreed_at = models.DateTimeField(null=True)
    undoes = models.CharField(max_length=8, blank=True)
    ended_at = models.DateTimeField(null=True)  # dropped, or undone before its first day

    class Meta:
        indexes = (models.Index(fields=("state", "starts_on"), name="setting_by_state"),)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(agreed_at=None) | ~Q(state="waits"), name="setting_waits_until_agreed"),
            models.CheckConstraint(condition=Q(state__in=("waits", "dropped")) | Q(agreed_at__isnull=False), name="setting_agreed_when"),
            models.UniqueConstraint(fields=("name",), condition=Q(state="waits"), name="setting_waits_once"),
        ]

    def __str__(self) -> str:
        return self.name
