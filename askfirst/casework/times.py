"""When to remind, when it is due, when to ask the next person as well: from a clock, the calendar and a journalist's deadline. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from askfirst.casework.clocks import Clock, Days, Legal, Minutes, Until
from askfirst.people.calendar import Calendar, at_eight, london_day

__all__ = ["WORKING_DAY", "Moments", "moments"]

ONE_DAY = timedelta(days=1)
WORKING_DAY = timedelta(hours=9)
"""From eight in the morning: what is due on a day is due at five in the afternoon."""


@dataclass(frozen=True, slots=True)
class Moments:
    remind: datetime
    due: datetime
    climb: datetime


def moments(clock: Clock, *, asked: datetime, deadline: datetime | None, calendar: Calendar) -> Moments:
    """School days count from the London day of asking and ring at eight in the morning. Of what is due the same day, half the time is left.

    Minutes shrink so that a near deadline leaves a third of the time each to the first person, to the reminder and to the next person.
    What the law sets counts every day, and is due on its last one, whoever is asked and when.
    """
    if isinstance(clock, Minutes):
        remind, climb = timedelta(minutes=clock.remind), timedelta(minutes=clock.climb)
        if deadline is not None and deadline > asked:
            left = deadline - asked
            remind, climb = min(remind, left / 3), min(climb, left * 2 / 3)
        return Moments(asked + remind, deadline if deadline is not None and deadline > asked else asked + climb, asked + climb)
    if isinstance(clock, Until):
        return Moments(at_eight(clock.day), at_eight(clock.day) + WORKING_DAY, at_eight(calendar.add_school_days(clock.day, clock.climb)))
    if isinstance(clock, Legal):
        return _legal(clock, day=london_day(asked), calendar=calendar)
    day = _first_day(clock, asked, calendar)
    eight = [at_eight(calendar.add_school_days(day, days)) for days in (clock.remind, clock.due, clock.climb)]
    due = eight[1] + WORKING_DAY
    return Moments(eight[0] if eight[0] > asked or clock.remind else asked + (due - asked) / 2, due, eight[2])


def _first_day(clock: Days, asked: datetime, calendar: Calendar) -> date:
    """From which day school days count: the day of asking. After five and at weekends, what is due the same day is due the next."""
    day = london_day(asked)
    if clock.due == 0 and (not calendar.counts(day) or asked >= at_eight(day) + WORKING_DAY):
        return calendar.add_school_days(day, 1)
    return day


def _legal(clock: Legal, *, day: date, calendar: Calendar) -> Moments:
    """Whoever is asked late, or when the time is up, has a day before the reminder and another before the next person hears."""
    last = clock.last_day
    remind = max(_school_day_by(last - timedelta(days=clock.remind), after=day, calendar=calendar), day + ONE_DAY)
    climb = max(_school_day_by(last - timedelta(days=clock.climb), after=remind, calendar=calendar), remind + ONE_DAY)
    return Moments(at_eight(remind), at_eight(last) + WORKING_DAY, at_eight(climb))


def _school_day_by(day: date, *, after: date, calendar: Calendar) -> date:
    """That day, or the last school day before it; the day itself where there is no school day since `after`."""
    found = day
    while found > after and not calendar.counts(found):
        found -= ONE_DAY
    return found if found > after else day
