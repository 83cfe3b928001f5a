"""The edition in force at this moment: for whatever shows a clause, or names one, and has no day of its own."""

from django.conf import settings

from askfirst.adoption.editions import in_force
from askfirst.people.calendar import london_day
from askfirst.procedure.clause import Edition

__all__ = ["todays_edition"]


def todays_edition(*, readings: bool = True) -> Edition:
    """As `editions.in_force`, on the London day it is now."""
    return in_force(on=london_day(settings.CLOCK()), readings=readings)
