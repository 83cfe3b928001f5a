"""School days as the Trust's calendar has them, and days as London has them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.people.calendar import Calendar, at_eight, date_text, london, london_day, read_date
from askfirst.people.who import the_calendar

TERMS = (
    (date(2026, 9, 3), date(2026, 12, 18), date(2026, 10, 26), date(2026, 10, 30)),
    (date(2027, 1, 5), date(2027, 3, 25), date(2027, 2, 15), date(2027, 2, 19)),
    (date(2027, 4, 12), date(2027, 7, 21), date(2027, 5, 31), date(2027, 6, 4)),
)
CALENDAR = Calendar(terms=TERMS, inset=frozenset({date(2026, 11, 27), date(2027, 1, 4)}))


def test_the_tables_give_the_same_calendar(cast, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert the_calendar() == CALENDAR


@pytest.mark.parametrize(
    ("day", "school_day"),
    [
        (date(2026, 9, 2), False),  # the day before term
        (date(2026, 9, 3), True),
        (date(2026, 10, 23), True),
        (date(2026, 10, 26), False),  # half-term, first and last day
        (date(2026, 10, 30), False),
        (date(2026, 11, 2), True),
        (date(2026, 11, 26), True),
        (date(2026, 11, 27), False),  # INSET
        (date(2026, 11, 28), False),  # Saturday
        (date(2026, 11, 29), False),  # Sunday
        (date(2026, 12, 18), True),
        (date(2026, 12, 21), False),  # Christmas
        (date(2027, 1, 4), False),  # INSET
        (date(2027, 1, 5), True),
        (date(2027, 7, 21), True),
        (date(2027, 7, 22), False),  # summer
    ],
)
def test_a_school_day(day, school_day):
    assert CALENDAR.is_school_day(day) is school_day


@pytest.mark.parametrize(
    ("day", "n", "then"),
    [
        (date(2026, 11, 25), 0, date(2026, 11, 25)),
        (date(2026, 11, 25), 1, date(2026, 11, 26)),
        (date(2026, 11, 25), 2, date(2026, 11, 30)),  # S11: Friday 27 is an INSET day
        (date(2026, 11, 25), 3, date(2026, 12, 1)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),  # asked on a Saturday
        (date(2026, 10, 23), 1, date(2026, 11, 2)),  # over half-term
        (date(2026, 12, 18), 1, date(2027, 1, 5)),  # over Christmas and an INSET day
        (date(2026, 12, 25), 2, date(2027, 1, 6)),  # asked on Christmas Day
        (date(2027, 3, 25), 10, date(2027, 4, 23)),  # over Easter
    ],
)
def test_school_days_are_counted_from_the_day_after(day, n, then):
    assert CALENDAR.add_school_days(day, n) == then


def test_past_the_last_known_term_weekdays_count_so_that_a_deadline_comes():
    assert CALENDAR.add_school_days(date(2027, 7, 20), 2) == date(2027, 7, 22)
    assert Calendar().add_school_days(date(2026, 11, 27), 1) == date(2026, 11, 30)


def test_nobody_counts_backwards():
    with pytest.raises(ValueError, match="forward"):
        CALENDAR.add_school_days(date(2026, 11, 25), -1)


@given(st.dates(date(2026, 8, 1), date(2027, 7, 1)), st.integers(1, 10))
def test_law_of_counting(day, n):
    """The n-th school day after: it is a school day, and exactly n of them lie after `day` up to it."""
    then = CALENDAR.add_school_days(day, n)
    between = [date.fromordinal(one) for one in range(day.toordinal() + 1, then.toordinal() + 1)]
    counted = [one for one in between if CALENDAR.is_school_day(one) or (one > TERMS[-1][1] and one.weekday() < 5)]
    assert len(counted) == n
    assert counted[-1] == then
    assert CALENDAR.add_school_days(CALENDAR.add_school_days(day, n), 1) == CALENDAR.add_school_days(day, n + 1)


@pytest.mark.parametrize(
    ("at", "shown", "day"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "01:30+0100", date(2026, 10, 25)),  # half past one, for the first time
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "01:30+0000", date(2026, 10, 25)),  # and again an hour later
        (datetime(2027, 3, 28, 0, 59, tzinfo=UTC), "00:59+0000", date(2027, 3, 28)),
        (datetime(2027, 3, 28, 1, 0, tzinfo=UTC), "02:00+0100", date(2027, 3, 28)),  # there is no half past one
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), "00:30+0100", date(2026, 7, 2)),  # a day earlier in UTC
        (datetime(2026, 11, 25, 23, 30, tzinfo=UTC), "23:30+0000", date(2026, 11, 25)),
    ],
)
def test_a_day_is_a_day_in_london(at, shown, day):
    assert london(at).strftime("%H:%M%z") == shown
    assert london_day(at) == day


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2026, 10, 24), datetime(2026, 10, 24, 7, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 8, tzinfo=UTC)),
        (date(2027, 3, 27), datetime(2027, 3, 27, 8, tzinfo=UTC)),
        (date(2027, 3, 28), datetime(2027, 3, 28, 7, tzinfo=UTC)),
    ],
)
def test_eight_in_the_morning_follows_the_clocks(day, at):
    assert at_eight(day) == at
    assert london_day(at) == day


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        london_day(datetime(2026, 10, 25, 1, 30))  # noqa: DTZ001 -- the point


WRITTEN = (
    *("23/11/2026", "23.11.2026", "23-11-2026", " 23/11/2026 ", "2026-11-23"),
    *("23 November 2026", "Monday 23 November 2026", "23 nov 2026", "monday, 23  NOVEMBER 2026"),
)
NO_DAY = (
    "",
    "soon",
    "31/2/2026",
    "23/13/2026",
    "2026-11-31",
    "23/11/26",
    "23 Movember 2026",
    "11 2026",
    "32 May 2026",
    "٢٣/١١/٢٠٢٦",
    "0/0/0000",
)


@pytest.mark.parametrize("text", WRITTEN)
def test_a_day_is_read_as_people_write_it(text):
    assert read_date(text) == date(2026, 11, 23)


@pytest.mark.parametrize("text", NO_DAY)
def test_what_is_no_day_is_none(text):
    assert read_date(text) is None


@given(st.dates())
def test_a_day_that_a_form_or_a_page_shows_is_read_back(day):
    shown = "{} {:%B} {:04}".format(day.day, day, day.year)
    assert [read_date(text) for text in (shown, day.isoformat())] == [day, day]
    if day.year > 999:
        assert read_date(date_text(day)) == day
