"""Holds, requests for emergency access, and what was removed when: counts by class, and no row that says which case it was."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from askfirst.people.refs import new_ref

__all__ = ["Emergency", "Hold", "Morning", "Run", "RunLine"]


class Hold(models.Model):
    """A case that must stay for now. Why lies sealed among the papers of the case, under the name of the hold."""

    ref = models.CharField(max_length=8, unique=True, default=new_ref, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    review_on = models.DateField()
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case",), condition=Q(lifted_at=None), name="one_hold_a_case"),
            models.CheckConstraint(
                condition=Q(lifted_by=None, lifted_at=None) | ~Q(lifted_by=None) & ~Q(lifted_at=None), name="lifted_by_someone"
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.ref


class Emergency(models.Model):
    """A request for emergency access. Why lies sealed under the reference of the request; `case` may never have been one of ours."""

    ref = models.CharField(max_length=8, unique=True, default=new_ref, editable=False)
    case = models.CharField(max_length=8)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(by=models.F("second")), name="two_for_an_emergency"),
            models.CheckConstraint(
                condition=Q(agreed=None, answered_at=None) | Q(agreed__isnull=False, answered_at__isnull=False), name="answered_some_time"
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.ref


class Run(models.Model):
    """One disposal run. `officer`: by whoever is the Data Protection Officer, not by a deputy for what that person is too close to."""

    officer = models.BooleanField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)  # none: it was stopped midway, and what it had removed is gone
    left = models.PositiveIntegerField(default=0)  # cases whose trail is not whole: they stay until somebody has looked

    class Meta:
        indexes = (models.Index(fields=("officer", "-began_at"), name="run_newest_first"),)

    def __str__(self) -> str:
        return str(self.pk)


class RunLine(models.Model):
    """How many of one class went in a run: class, count, and by the run the date."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="lines")
    cls = models.CharField(max_length=20)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("run", "cls"), name="one_line_a_class"),)

    def __str__(self) -> str:
        return self.cls


class Morning(models.Model):
    """A day on which what is due was looked for; once a day, however often the worker starts."""

    day = models.DateField(primary_key=True)

    def __str__(self) -> str:
        return self.day.isoformat()
