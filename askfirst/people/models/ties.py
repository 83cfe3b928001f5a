"""What ties people to each other and to what lies outside the Trust."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from askfirst.people.models.dated import ENDS_LATER, Dated, two_people
from askfirst.people.models.person import Person

__all__ = ["Agency", "Care", "Conflict", "Guardian", "Interest", "MayNotContact", "Relative"]


class Relative(models.Model):
    """Two people close enough that neither handles the other's matter. One row is read both ways."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=100)
    starts = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            two_people("person", "other"),
            models.UniqueConstraint(fields=["person", "other"], name="relative_once"),
        ]


class Conflict(models.Model):
    """`person` has said that they should not handle what concerns `about`."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="conflicts")
    about = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    ended = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            two_people("person", "about"),
            models.CheckConstraint(condition=Q(ended__isnull=True) | Q(ended__gte=F("since")), name="conflict_ends_after_it_starts"),
        ]


class Guardian(models.Model):
    """An adult of a student's. Parental responsibility and whether we may contact are two questions."""

    adult = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="children")
    student = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guardians")
    has_pr = models.BooleanField()
    may_contact = models.BooleanField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            two_people("adult", "student"),
            models.UniqueConstraint(fields=["adult", "student"], name="guardian_once"),
        ]


class MayNotContact(Dated):
    """For this student's matters, `who` is never contacted. Set by a safeguarding lead; the reason is not here."""

    student = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    who = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [ENDS_LATER, two_people("student", "who")]


class Care(models.Model):
    """Who cares for a looked-after student: a person, or an office known by its mail alone."""

    student = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    who = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    email = models.EmailField(blank=True)
    how = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(who__isnull=False, email="") | (Q(who__isnull=True) & ~Q(email="")), name="care_is_a_person_or_an_office"
            ),
        ]


class Agency(Dated):
    """Works here through an agency: staff in what they see and do, no employee of the Trust."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="agencies")
    agency = models.CharField(max_length=200)
    email = models.EmailField(blank=True)

    class Meta(Dated.Meta):
        pass


class Interest(Dated):
    """A declared interest; the statutory register of interests is elsewhere."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="interests")
    detail = models.CharField(max_length=300)

    class Meta(Dated.Meta):
        pass
