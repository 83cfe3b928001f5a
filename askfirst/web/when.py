"""Until when, as people say it: "by Wednesday 25 November", "late since Tuesday". Pure; the present is passed in."""

from datetime import date, datetime, timedelta

from django.utils.dateformat import format as in_format

from askfirst.people.calendar import london
from askfirst.web.in_words import day_in_words
from askfirst.words import Sentence, say

__all__ = ["by_when", "date_in_full"]

END_OF_DAY = "17:00"  # a day's work is due by then: naming the hour would say nothing
WEEK = timedelta(days=7)


def date_in_full(day: date) -> Sentence:
    """ "2 September 2024"."""
    return say("{day}", day=in_format(day, "j F Y"))


def by_when(due: datetime, *, now: datetime) -> Sentence:
    """Until when, or since when it is late. A day is a London day; the hour is named where it matters."""
    here, today = london(due), london(now).date()
    day, time = here.date(), in_format(here, "H:i")
    if due < now:
        return _late(day, time, today)
    if day == today:
        return say("by {time} today", time=time)
    named = day_in_words(day, today=today)
    if day == today + timedelta(days=1):
        soon = say("tomorrow, {day}", day=named)
        return say("by {day}", day=soon) if time == END_OF_DAY else say("by {time} {day}", time=time, day=soon)
    return say("by {day}", day=named) if time == END_OF_DAY else say("by {time} on {day}", time=time, day=named)


def _late(day: date, time: str, today: date) -> Sentence:
    if day == today:
        return say("late since {time} today", time=time)
    if day == today - timedelta(days=1):
        return say("late since yesterday")
    weekday = say("{weekday}", weekday=in_format(day, "l"))
    return say("late since {day}", day=weekday if day > today - WEEK else day_in_words(day, today=today))
