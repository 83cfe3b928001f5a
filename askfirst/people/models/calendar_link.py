"""A private link to somebody's own dates as a calendar. The link itself is never here, only its digest."""

from django.db import models

from askfirst.people.models.person import Person

__all__ = ["CalendarLink"]


class CalendarLink(models.Model):
    """One a person; a new one takes the place of the old. Whoever reads the table gets nowhere with it."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, primary_key=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
