"""How long somebody has: in school days, in minutes, up to a day that was agreed, or as long as the law says. Pure.

Times to act are ours by default and count school days; what the law sets counts calendar days, holidays included (ruling 2).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from askfirst.people.calendar import months_after

__all__ = ["Clock", "Days", "Legal", "Minutes", "Until"]


@dataclass(frozen=True, slots=True)
class Days:
    """A person's time to act, in school days: remind, due, climb. Ours by default; the procedure sets none."""

    remind: int
    due: int
    climb: int


@dataclass(frozen=True, slots=True)
class Minutes:
    """For what cannot wait a day."""

    remind: int
    climb: int


@dataclass(frozen=True, slots=True)
class Until:
    """For what was agreed for a day: a reminder on its morning; the next person hears so many school days later."""

    day: date
    climb: int = 3


@dataclass(frozen=True, slots=True)
class Legal:
    """A time that the law sets: so many calendar months and days from the London day on which it was asked, whoever is asked when.

    The last day stands, a school day or not. Reminder and next person come so many calendar days before it, or on the school day before
    that: once it has passed, telling somebody is too late. Source: workflows.md 3.0, law-and-facts.md.
    """

    since: date
    months: int = 0
    days: int = 0
    remind: int = 7
    climb: int = 2

    @property
    def last_day(self) -> date:
        """The same day so many months on, the month's last where it has no such day."""
        return months_after(self.since, self.months) + timedelta(days=self.days)


Clock = Days | Minutes | Until | Legal
