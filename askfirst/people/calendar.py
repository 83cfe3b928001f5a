"""School days, London days, the lengths counted in them, and a day as a person writes it; pure.

The day of an act is day 0. A person's time to act counts school days: weekdays in term, less half-term and INSET days (ruling 2).
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

__all__ = ["Calendar", "at_eight", "date_text", "london", "london_day", "months_after", "read_date", "school_year_end"]

LONDON = ZoneInfo("Europe/London")
EIGHT = time(8)
SATURDAY = 5
AUGUST = 8
ONE_DAY = timedelta(days=1)
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
NAMED = re.compile(r"(?:[a-z]+day,? )?(\d{1,2}) ([a-z]{3,9}) (\d{4})", re.ASCII | re.IGNORECASE)
MONTHS = tuple("january february march april may june july august september october november december".split())

Terms = tuple[tuple[date, date, date, date], ...]


def london(at: datetime) -> datetime:
    """The same moment on a clock in London. Raises ValueError for a moment without a time zone, which could be any of two."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(LONDON)


def london_day(at: datetime) -> date:
    """The day it is in London at this moment. Raises ValueError as `london` does."""
    return london(at).date()


def read_date(text: str) -> date | None:
    """A day as a person writes it: 23/11/2026, 23.11.2026, 23 November 2026 (as pages show it) or 2026-11-23. None for what is none."""
    said = " ".join(text.split())
    turned, plain, named = DAY_FIRST.fullmatch(said), YEAR_FIRST.fullmatch(said), NAMED.fullmatch(said)
    try:
        if turned:
            return date(int(turned[3]), int(turned[2]), int(turned[1]))
        if plain:
            return date(int(plain[1]), int(plain[2]), int(plain[3]))
        months = [at for at, month in enumerate(MONTHS, 1) if named and month.startswith(named[2].lower())]
        return date(int(named[3]), months[0], int(named[1])) if named and months else None
    except ValueError:
        return None


def date_text(day: date) -> str:
    """As forms show it: 23/11/2026."""
    return "{}/{}/{}".format(day.day, day.month, day.year)


def months_after(day: date, months: int) -> date:
    """The same day so many calendar months later; the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    for back in range(4):
        try:
            return date(day.year + years, month + 1, day.day - back)
        except ValueError:
            continue
    raise ValueError("a month has 28 days at least")


def school_year_end(day: date) -> date:
    """The last day of the school year in which this day lies: 31 August."""
    return date(day.year + (day.month > AUGUST), AUGUST, 31)


def at_eight(day: date) -> datetime:
    """Eight in the morning in London on that day, as UTC."""
    return datetime.combine(day, EIGHT, LONDON).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The terms as (first day, last day, first day of half-term, last day of half-term), and the INSET days."""

    terms: Terms = ()
    inset: frozenset[date] = frozenset()

    def is_school_day(self, day: date) -> bool:
        """A weekday in a term that is known, no half-term, no INSET day."""
        if day.weekday() >= SATURDAY or day in self.inset:
            return False
        return any(first <= day <= last and not half_first <= day <= half_last for first, last, half_first, half_last in self.terms)

    def add_school_days(self, day: date, n: int) -> date:
        """The n-th school day after `day`; `day` itself for 0. Raises ValueError for fewer.

        Past the last term that is known every weekday counts: a calendar nobody has carried on must not keep a deadline from coming.
        """
        if n < 0:
            raise ValueError("school days are counted forward")
        while n:
            day += ONE_DAY
            n -= self.counts(day)
        return day

    def counts(self, day: date) -> bool:
        """Whether it counts as a school day: in a term that is known, or, past the last of them, any weekday."""
        known_to = max((last for _, last, _, _ in self.terms), default=date.min)
        return self.is_school_day(day) if day <= known_to else day.weekday() < SATURDAY
