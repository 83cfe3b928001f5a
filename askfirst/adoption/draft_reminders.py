"""Who hears that a draft waits: whoever agrees to it, again after 5, 10 and 15 school days; and all who work here, for comments.

A notice says that there is something to do or to know, and no word of what. Nobody has to comment, so of that nobody is reminded. Whoever
was away is told when they are back. After 10 school days the owner hears that the draft still waits. Source: workflows.md 3.17, ruling 9.
"""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from askfirst.adoption import models
from askfirst.adoption.approval import approver_seat, authors_of, may_approve
from askfirst.adoption.members import away_on, members
from askfirst.adoption.states import State
from askfirst.adoption.understood import MARKS, working_day
from askfirst.people.calendar import Calendar, at_eight, london_day
from askfirst.people.directory import at_hand
from askfirst.people.hats import GOVERNANCE, Standing
from askfirst.people.who import the_calendar
from askfirst.trail import outbox

__all__ = ["agree_by", "remind_due"]

NEWS, REMINDER = "news", "reminder"
OWNER_TOO = MARKS[1]  # school days after which the owner hears that it still waits
AT_ONCE = 100


def remind_due(*, at: datetime) -> int:
    """Once a London working day, from eight. How many notices were written. Between rounds it costs one query."""
    day = london_day(at)
    waiting = models.Edition.objects.filter(
        Q(told_on=None) | Q(told_on__lt=day), open=True, state__in=(State.PENDING, State.CONSULT), stands_since__isnull=False
    )
    rows = list(waiting) if at >= at_eight(day) else []
    calendar = the_calendar() if rows else None
    if calendar is None or not working_day(day, calendar):
        return 0
    told = sum(_remind(row, day, calendar, at) if row.state == State.PENDING else _ask(row, day, at) for row in rows)
    models.Edition.objects.filter(pk__in=[row.pk for row in rows]).update(told_on=day)
    return told


def agree_by(by: Standing) -> tuple[str, date] | None:
    """The draft that waits for this person to agree to it, and the day on which its owner hears that it still waits; None for none."""
    row = (
        models.Edition.objects.filter(open=True, state=State.PENDING, stands_since__isnull=False).first()
        if by.holds(approver_seat())
        else None
    )
    if row is None or row.stands_since is None or may_approve(row, by) is not None:
        return None
    return row.ref, the_calendar().add_school_days(row.stands_since, OWNER_TOO)


def _remind(row: models.Edition, day: date, calendar: Calendar, at: datetime) -> int:
    """After a stop one notice each, of the latest day that has come."""
    since = row.stands_since or day
    mark = max((mark for mark in MARKS if calendar.add_school_days(since, mark) <= day), default=0)
    if not mark:
        return 0
    authors = authors_of(row)
    approvers = [one for one in at_hand(approver_seat(), on=day) if one not in authors]
    owners = at_hand(GOVERNANCE, on=day) if mark >= OWNER_TOO else ()
    with transaction.atomic():
        return sum(
            outbox.queue(key=_key(row, "waits-%d" % mark, person), to=person, kind=kind, at=at)
            for people, kind in ((approvers, REMINDER), ([one for one in owners if one not in approvers], NEWS))
            for person in people
        )


def _ask(row: models.Edition, day: date, at: datetime) -> int:
    """Everybody who is asked and here today, once. A round in which nobody is new is as many queries for ten people as for ten thousand."""
    asked, told = members(on=day).values(), outbox.queued(start=_key(row, "consult", ""))
    here = sorted(
        one.ref
        for one in asked
        if (row.asks_students or not one.student) and not away_on(one, day) and _key(row, "consult", one.ref) not in told
    )
    return sum(_ask_some(row, here[start : start + AT_ONCE], at) for start in range(0, len(here), AT_ONCE))


def _ask_some(row: models.Edition, people: Collection[str], at: datetime) -> int:
    with transaction.atomic():
        return sum(outbox.queue(key=_key(row, "consult", person), to=person, kind=NEWS, at=at) for person in people)


def _key(row: models.Edition, what: str, person: str) -> str:
    return "edition:%s:%s:%s:%s" % (row.ref, what, row.stands_since, person)
