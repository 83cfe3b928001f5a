"""Who is told that there is something to read: once when they are asked, and on days 5, 10 and 15 where they have missed it.

The notice says that there is something to do, and no word of what. Nobody is told on a day on which they are away, or that is no working
day; students are told by their tutor alone. Source: workflows.md 3.18.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from askfirst.adoption import models
from askfirst.adoption.campaigns import asking
from askfirst.adoption.members import members
from askfirst.adoption.outstanding import asks, stands
from askfirst.adoption.understood import OUTSTANDING, Asked, Member, Span, mark_due, working_day
from askfirst.people.calendar import at_eight, london_day
from askfirst.people.who import the_calendar
from askfirst.trail import outbox

__all__ = ["remind_due"]

ASKED, REMINDER = "to-do", "reminder"


def remind_due(*, at: datetime) -> int:
    """Once a London working day, from eight. How many notices were written. Between rounds it costs one query.

    After a stop each person gets one notice, of the latest day that has come, and none of those gone by.
    """
    day = london_day(at)
    waiting = models.Campaign.objects.filter(
        Q(round_on=None) | Q(round_on__lt=day), opened_at__isnull=False, dropped_on=None, opens__lte=day
    )
    if at < at_eight(day) or not waiting.exists() or not working_day(day, the_calendar()):
        return 0
    open_ones = asking(on=day)
    theirs: dict[Asked, list[Member]] = {asked: [] for asked in open_ones}
    for member in members(on=day).values():
        asked = None if member.student else asks(member, open_ones)
        if asked is not None:
            theirs[asked].append(member)
    told = sum(_round(asked, some, day, at) for asked, some in theirs.items())
    waiting.update(round_on=day)
    return told


def _round(asked: Asked, people: list[Member], day: date, at: datetime) -> int:
    found = stands(asked, people, on=day)
    with transaction.atomic():
        return sum(
            _tell(asked, ref, stand.span, day, at) for ref, stand in found.items() if stand.span is not None and stand.state in OUTSTANDING
        )


def _tell(asked: Asked, ref: str, span: Span, day: date, at: datetime) -> bool:
    """One notice a person and mark, however often a round is begun again."""
    if not span.first <= day <= span.last:
        return False
    mark = mark_due(span, on=day) or 0
    return outbox.queue(key="campaign:%s:%s:%d" % (asked.ref, ref, mark), to=ref, kind=REMINDER if mark else ASKED, at=at)
