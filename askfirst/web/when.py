"""Days and times as people say them: "by Wednesday 25 November", "late since Tuesday". Pure; the present is passed in."""

from datetime import date, datetime, timedelta

from askfirst.people.calendar import london
from askfirst.words import Sentence, say

__all__ = ["by_when", "day_words", "moment_words"]

WEEKDAYS = (say("Monday"), say("Tuesday"), say("Wednesday"), say("Thursday"), say("Friday"), say("Saturday"), say("Sunday"))
MONTHS = (
    say("January"),
    say("February"),
    say("March"),
    say("April"),
    say("May"),
    say("June"),
    say("July"),
    say("August"),
    say("September"),
    say("October"),
    say("November"),
    say("December"),
)
END_OF_DAY = "17:00"  # a day's work is due by then: naming the hour would say nothing


def day_words(day: date, *, today: date | None = None) -> Sentence:
    """ "Wednesday 25 November"; with the year where it is not today's, and without the weekday where no day is near."""
    month = MONTHS[day.month - 1]
    if today is None:
        return say("{day} {month} {year}", day=day.day, month=month, year=day.year)
    weekday = WEEKDAYS[day.weekday()]
    if day.year == today.year:
        return say("{weekday} {day} {month}", weekday=weekday, day=day.day, month=month)
    return say("{weekday} {day} {month} {year}", weekday=weekday, day=day.day, month=month, year=day.year)


def moment_words(at: datetime, *, now: datetime) -> Sentence:
    """ "today, 10:02", "Tuesday 24 November, 10:02"."""
    here, today = london(at), london(now).date()
    time = format(here, "%H:%M")
    if here.date() == today:
        return say("today, {time}", time=time)
    return say("{day}, {time}", day=day_words(here.date(), today=today), time=time)


def by_when(due: datetime, *, now: datetime) -> Sentence:
    """Until when, or since when it is late. A day is a London day; the hour is named where it matters."""
    here, today = london(due), london(now).date()
    day, time = here.date(), format(here, "%H:%M")
    if due < now:
        return _late(day, time, today)
    if day == today:
        return say("by {time} today", time=time)
    named = day_words(day, today=today)
    if day == today + timedelta(days=1):
        named = say("tomorrow, {day}", day=named)
    return say("by {day}", day=named) if time == END_OF_DAY else say("by {time} on {day}", time=time, day=named)


def _late(day: date, time: str, today: date) -> Sentence:
    if day == today:
        return say("late since {time} today", time=time)
    if day == today - timedelta(days=1):
        return say("late since yesterday")
    if day > today - timedelta(days=7):
        return say("late since {weekday}", weekday=WEEKDAYS[day.weekday()])
    return say("late since {day}", day=day_words(day, today=today))
