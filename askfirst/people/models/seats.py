"""Who holds which post and seat, who is away, and who acts meanwhile."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from askfirst.people.models.dated import ENDS_LATER, Dated, two_people
from askfirst.people.models.person import Person
from askfirst.people.models.trust import School

__all__ = ["Absence", "Delegation", "Holding", "Post"]

MATTERS = [("headteacher", "headteacher"), ("line-manager", "line-manager")]


class Post(Dated):
    """A job at one school, or (no school) in the central team, and who manages it. The main post decides who is asked first."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    line_manager = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="reports")
    fte = models.DecimalField(max_digits=3, decimal_places=2, default=1)
    main = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ENDS_LATER,
            models.CheckConstraint(
                condition=Q(line_manager__isnull=True) | ~Q(line_manager=F("person")), name="post_is_not_managed_by_its_holder"
            ),
            models.CheckConstraint(condition=Q(main=True) | Q(school__isnull=False), name="second_post_is_at_a_school"),
            models.UniqueConstraint(fields=["person"], condition=Q(main=True, ends__isnull=True), name="one_main_post_without_an_end"),
        ]


class Holding(Dated):
    """Who holds a seat. `order` says who is asked first where several do. Line managers follow from posts and have no row here."""

    seat = models.CharField(max_length=100)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holdings")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["seat"], name="holding_by_seat")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ENDS_LATER,
            models.CheckConstraint(condition=~Q(seat__startswith="line-manager-of:"), name="holding_is_no_line_manager"),
            models.UniqueConstraint(fields=["seat", "person", "starts"], name="holding_once"),
        ]


class Absence(Dated):
    """Away from work. The class of reason is optional and never shown to colleagues."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="absences")
    reason_class = models.CharField(max_length=40, blank=True)

    class Meta(Dated.Meta):
        pass


class Delegation(Dated):
    """While it runs, `to` acts for `person` in these matters, and every action says so. It always has a last day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations_given")
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations_held")
    matters = models.CharField(max_length=20, choices=MATTERS)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ENDS_LATER,
            two_people("person", "to"),
            models.CheckConstraint(condition=Q(ends__isnull=False), name="delegation_has_a_last_day"),
            models.CheckConstraint(condition=Q(matters__in=[matter for matter, _ in MATTERS]), name="delegation_is_of_known_matters"),
        ]
