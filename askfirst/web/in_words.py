"""Days, moments and lists of people as a person says them. Pure."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.dateformat import format as in_format

from askfirst.people.calendar import london, london_day
from askfirst.words import Sentence, say

__all__ = ["day_in_words", "in_full", "moment_in_words", "the_day", "together"]

FAR = 250
"""Days after which the year is said too."""


def day_in_words(day: date, *, today: date) -> Sentence:
    """ "today", or "Monday 30 November"; with the year where it is far from now."""
    return say("today") if day == today else the_day(day, today=today)


def the_day(day: date, *, today: date) -> Sentence:
    """ "Monday 30 November", also where that is today."""
    return say("{day}", day=in_format(day, "l j F" if abs((day - today).days) < FAR else "l j F Y"))


def moment_in_words(at: datetime, *, now: datetime) -> Sentence:
    """ "Today, 10:00" or "Monday 30 November, 10:00", on a clock in London."""
    day, today, time = london_day(at), london_day(now), in_format(london(at), "H:i")
    return say("Today, {time}", time=time) if day == today else say("{day}, {time}", day=the_day(day, today=today), time=time)


def in_full(at: datetime) -> Sentence:
    """ "Monday 30 November 2026, 10:00": for what is kept."""
    return say("{moment}", moment=in_format(london(at), "l j F Y, H:i"))


def together(several: Sequence[Sentence]) -> Sentence:
    """ "You", "You and Dr Pascoe", "You, Dr Pascoe and Mr Obuya". Raises ValueError for none."""
    if not several:
        raise ValueError("a list of nobody has no words")
    *most, last = several
    if not most:
        return last
    said = most[0]
    for one in most[1:]:
        said = say("{some}, {one}", some=said, one=one)
    return say("{some} and {one}", some=said, one=last)
