"""Once a term, "Have a look at your settings": who is still to be reminded, and the day somebody said that they looked.

Only the latest day is kept, and it goes when the person leaves (ruling 8). What they looked at, and where, is never asked. Whoever does
nothing is reminded again next term; there is no list of them, and no question here that could make one. Source: SNS-8, A25, workflows 3.19.
"""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from askfirst.people.calendar import at_eight, london_day
from askfirst.people.hats import Capacity
from askfirst.people.holding import what_holds
from askfirst.people.models import Absence, Person, Post, SettingsCheck, SettingsRound, running
from askfirst.trail import outbox

__all__ = ["checked", "checked_on", "is_due", "remind_due"]

REMINDER = "reminder"
AT_ONCE = 100


def checked(ref: str, *, on: date) -> None:
    """This person says that they looked on that day. A day before it is forgotten."""
    SettingsCheck.objects.update_or_create(person_id=ref, defaults={"on": on})


def checked_on(ref: str) -> date | None:
    """The day this person last said so; None where they never did. One query."""
    return SettingsCheck.objects.filter(person_id=ref).values_list("on", flat=True).first()


def is_due(ref: str, *, on: date) -> bool:
    """Whether a term is running in which this person has not said so yet. Four queries."""
    term = _term(on)
    return term is not None and not SettingsCheck.objects.filter(person_id=ref, on__gte=term).exists()


def _term(on: date) -> date | None:
    """The first day of the term that runs on that day."""
    return next((term.starts for term in what_holds(on).terms if term.starts <= on <= term.ends), None)


def remind_due(*, at: datetime) -> int:
    """Once a London day, from eight: days of those who left are forgotten; in a term's first round its reminders are written. How many.

    After a stop the term that runs now is caught up, once each; a term that went by is not. A server in its first round reminds nobody by
    mail, so that nobody's first letter from it is this one. Between rounds it costs one query.
    """
    day = london_day(at)
    last = SettingsRound.objects.values_list("on", flat=True).first()
    if last == day or at < at_eight(day):
        return 0
    forgotten = SettingsCheck.objects.filter(Q(person__is_active=False) | Q(person__left_on__lt=day))
    forgotten.delete()
    term, told = _term(day), 0
    if last is not None and term is not None and not term <= last <= day:
        told = sum(_tell(batch, term, at) for batch in _batches(_to_remind(term, day)))
    SettingsRound.objects.update_or_create(id=1, defaults={"on": day})
    return told


def _to_remind(term: date, day: date) -> QuerySet[Person, str]:
    """Whoever works here, is not away, and has not said so this term. Students see it in the app alone."""
    works = Q(kind=Capacity.STAFF) | Q(pk__in=Post.objects.filter(running(day)).values("person"))
    here = Person.objects.filter(works, Q(left_on__isnull=True) | Q(left_on__gte=day), is_active=True)
    away = Absence.objects.filter(running(day)).values("person")
    said = SettingsCheck.objects.filter(on__gte=term).values("person")
    return here.exclude(pk__in=away).exclude(pk__in=said).order_by("pk").values_list("pk", flat=True)


def _batches(people: QuerySet[Person, str]) -> Iterator[list[str]]:
    found = list(people)
    yield from (found[start : start + AT_ONCE] for start in range(0, len(found), AT_ONCE))


def _tell(people: list[str], term: date, at: datetime) -> int:
    """One notice a person and term, however often this is begun again."""
    with transaction.atomic():
        return sum(outbox.queue(key="settings:%s:%s" % (term.isoformat(), ref), to=ref, kind=REMINDER, at=at) for ref in people)
