"""The tests' clock: `at("2026-11-25 10:00")` sets London time for every page and pass from then on."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

LONDON = ZoneInfo("Europe/London")


def london(when: str) -> datetime:
    """A London time as written, as the moment in UTC."""
    return datetime.fromisoformat(when).replace(tzinfo=LONDON).astimezone(UTC)


@pytest.fixture
def at(settings):
    """Sets the clock, and gives the moment back. Until it is called, the clock runs as ever."""

    def set_clock(when: str) -> datetime:
        moment = london(when)
        settings.CLOCK = lambda: moment
        return moment

    return set_clock
