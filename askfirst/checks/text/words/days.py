"""Which days a text speaks of: "last night", "on Tuesday", "8 December", "8/12". Seen from the day on which it is written."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from askfirst.checks.draft import Draft
from askfirst.checks.late import late

__all__ = ["MONTHS", "DayAt", "days_in"]

MONTHS = "January February March April May June July August September October November December".split()
_MONTH = r"(?P<m{n}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
_DAY = r"(?P<d{n}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<y{n}>20\d\d))?"
NAMED = late(
    r"(?<![\w/.-])(?:"
    + (_DAY + r"\s+(?:of\s+)?" + _MONTH + _YEAR).replace("{n}", "1")
    + "|"
    + (_MONTH + r"\s+(?:the\s+)?" + _DAY + r"\b" + _YEAR).replace("{n}", "2")
    + r")(?!\w)"
)
FIGURES = late(
    r"(?<![\w/.-])(?:(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)|(?P<d2>\d{1,2})[/.](?P<m2>\d{1,2})(?:[/.](?P<y2>20\d\d|\d\d))?)(?![\w/]|[.-]\d)"
)
SPOKEN = late(
    r"(?<!\w)(?:(?P<two>(?:the )?day before yesterday)|(?P<one>last night|yesterday)|(?P<none>today|tonight|this (?:morning|lunchtime|afternoon|evening)))(?!\w)"
)
WEEKDAY = late(r"(?<!\w)(?<!next )(?P<w>mon|tues|wednes|thurs|fri|satur|sun)days?(?!\w)")
WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


class DayAt(NamedTuple):
    """A day, and where the text names it: a span of the folded text."""

    day: date
    start: int
    end: int


def days_in(draft: Draft, today: date) -> tuple[DayAt, ...]:
    """Every day named, in no order; a day without a year is the last one gone by, or today. Linear in the text's length."""
    return (*_spoken(draft.folded.text, today), *_written(draft.folded.text, today))


def _spoken(text: str, today: date) -> Iterator[DayAt]:
    for match in SPOKEN.finditer(text):
        back = {"two": 2, "one": 1}.get(match.lastgroup or "", 0)
        yield DayAt(today - timedelta(days=back), *match.span())
    for match in WEEKDAY.finditer(text):
        back = (today.weekday() - WEEKDAYS.index(match["w"])) % 7
        yield DayAt(today - timedelta(days=back), *match.span())
        if back == 0:
            yield DayAt(today - timedelta(days=7), *match.span())


def _written(text: str, today: date) -> Iterator[DayAt]:
    for match in NAMED.finditer(text):
        n = "1" if match["d1"] else "2"
        month = next(number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(match["m" + n][:3]))
        yield from _at(match["y" + n], month, int(match["d" + n]), today, match.span())
    for match in FIGURES.finditer(text):
        year = match["y"] or match["y2"]
        yield from _at(year, int(match["m"] or match["m2"]), int(match["d"] or match["d2"]), today, match.span())


def _at(year: str | None, month: int, day: int, today: date, span: tuple[int, int]) -> Iterator[DayAt]:
    """Nothing for a day that no calendar has."""
    try:
        if year:
            yield DayAt(date(int(year) % 100 + 2000, month, day), *span)
            return
        this = date(today.year, month, day)
        yield DayAt(this if this <= today else date(today.year - 1, month, day), *span)
    except ValueError:
        return
