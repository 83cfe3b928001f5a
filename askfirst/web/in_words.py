"""Days, moments and lists of people as a person says them. Pure."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.dateformat import format as in_format

from askfirst.people.calendar import london, london_day
from askfirst.words import Sentence, say

__all__ = ["day_in_words", "moment_in_words", "together"]

FAR = 250
"""Days after which the year is said too."""


def day_in_words(day: date, *, today: date) -> Sentence:
    """ "today", or "Monday 30 November"; with the year where it is far from now."""
    if day == today:
        return say("today")
    return say("{day}", day=in_format(day, "l j F" if abs((day - today).days) < FAR else "l j F Y"))


def moment_in_words(at: datetime, *, now: datetime) -> Sentence:
    """ "today, 10:00" or "Monday 30 November, 10:00", on a clock in London."""
    return say("{day}, {time}", day=day_in_words(london_day(at), today=london_day(now)), time=in_format(london(at), "H:i"))


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
