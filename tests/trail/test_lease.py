"""A job that only one may do."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection

from askfirst.trail.lease import beats, hold, release

MONDAY = datetime(2026, 9, 7, 8, 30, tzinfo=UTC)


def take(holder, seconds=0, **changed):
    return hold(**{"name": "work", "holder": holder, "at": MONDAY + timedelta(seconds=seconds), "seconds": 60, **changed})


@pytest.mark.django_db
def test_a_lease_is_held_lengthened_lapses_and_is_taken_over():
    assert take("first")
    assert not take("second", 59)
    assert take("first", 59)
    assert not take("second", 118)
    assert take("second", 119)
    assert not take("first", 120)
    assert (beats()["work"].holder, beats()["work"].beat_at) == ("second", MONDAY + timedelta(seconds=119))


@pytest.mark.django_db
def test_a_lease_given_back_is_free_and_only_its_holder_gives_it_back():
    take("first")
    assert not release(name="work", holder="second")
    assert not take("second", 1)
    assert release(name="work", holder="first")
    assert not release(name="work", holder="")
    assert beats()["work"].beat_at == MONDAY
    assert take("second", 1)


@pytest.mark.django_db
def test_leases_are_apart():
    assert take("first")
    assert take("second", name="backup")
    assert {name: lease.holder for name, lease in beats().items()} == {"work": "first", "backup": "second"}


@pytest.mark.django_db(transaction=True)
def test_of_eight_that_reach_for_it_one_has_it():
    start = Barrier(8)

    def reach(number):
        try:
            start.wait(timeout=20)
            return take("worker-%d" % number)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(reach, range(8))) == [False] * 7 + [True]
