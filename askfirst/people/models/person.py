"""A person. Rank is not need-to-know: no permissions, no groups, no superuser mark, only seats that are dated."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from askfirst.people.hats import Capacity
from askfirst.people.models.trust import School
from askfirst.people.refs import new_ref

__all__ = ["People", "Person"]

KINDS = [(kind.value, kind.value) for kind in Capacity]


class People(BaseUserManager["Person"]):
    """Finds people by username and makes new ones; nobody is made with rank."""

    def create_person(self, username: str, *, password: str | None = None, **fields: Any) -> "Person":
        """A new person; without a password nobody can sign in by one."""
        person = self.model(username=username, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody AskFirst knows. `kind` is the first capacity; further ones follow from ties. When somebody last signed in is not kept."""

    last_login = None  # it watches nobody
    ref = models.CharField(primary_key=True, max_length=8, default=new_ref, editable=False)
    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=200)
    short = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=10, choices=KINDS)
    born = models.DateField(null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    class_name = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    left_on = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # whose record this was

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "short", "kind"]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(username=""), name="person_has_a_username"),
            models.CheckConstraint(condition=Q(kind__in=[kind for kind, _ in KINDS]), name="person_is_of_a_kind"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | (Q(is_active=False) & ~Q(merged_into=F("ref"))), name="merged_person_is_not_here"
            ),
        ]

    def __str__(self) -> str:
        return self.ref
