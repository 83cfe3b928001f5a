"""Notices: one a key, sent once, tried ever more seldom and never given up."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from askfirst.trail import outbox
from askfirst.trail.chain import NotInChange

MONDAY = datetime(2026, 9, 7, 8, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
pytestmark = pytest.mark.django_db


def ask(person="NKMR2345", *, key=None, **changed):
    return outbox.queue(
        **{"key": key or "CASE2345:1:" + person, "to": person, "kind": "to-do", "case": "CASE2345", "at": MONDAY, **changed}
    )


def names(notices):
    return [notice.to for notice in notices]


def test_a_key_puts_one_notice_whatever_is_replayed():
    assert ask() is True
    assert [ask() for _ in range(9)] == [False] * 9
    assert names(outbox.about("CASE2345")) == ["NKMR2345"]


def test_what_is_due_comes_longest_waiting_first_and_no_more_than_asked():
    ask("NKMR2345", at=MONDAY)
    ask("HRRW2345", at=MONDAY - MINUTE)
    ask("SHRF2345", at=MONDAY, not_before=MONDAY + 5 * MINUTE)
    assert names(outbox.due(at=MONDAY, limit=10)) == ["HRRW2345", "NKMR2345"]
    assert names(outbox.due(at=MONDAY, limit=1)) == ["HRRW2345"]
    assert names(outbox.due(at=MONDAY + 5 * MINUTE, limit=10)) == ["HRRW2345", "NKMR2345", "SHRF2345"]


def test_a_held_back_mail_shows_in_the_app_at_once():
    ask(not_before=MONDAY + timedelta(hours=12))
    assert names(outbox.unseen("NKMR2345")) == ["NKMR2345"]
    assert outbox.due(at=MONDAY, limit=10) == []


def test_what_was_sent_is_not_due_again():
    ask()
    (notice,) = outbox.due(at=MONDAY, limit=10)
    assert outbox.claim(notice.pk, at=MONDAY)
    outbox.sent([notice.pk], at=MONDAY)
    assert outbox.due(at=MONDAY + timedelta(days=400), limit=10) == []
    assert not outbox.claim(notice.pk, at=MONDAY + timedelta(days=400))
    outbox.sent([notice.pk], at=MONDAY + MINUTE)
    outbox.failed(notice.pk, at=MONDAY + MINUTE)
    (kept,) = outbox.about("CASE2345")
    assert (kept.sent_at, kept.tries) == (MONDAY, 1)


def test_waits_grow_to_an_hour_and_never_end():
    ask()
    now, waited = MONDAY, []
    for _ in range(40):
        (notice,) = outbox.due(at=now, limit=10)
        assert outbox.claim(notice.pk, at=now)
        now += timedelta(seconds=20)  # the mail server took that long to say no
        outbox.failed(notice.pk, at=now)
        (notice,) = outbox.about("CASE2345")
        assert outbox.due(at=notice.next_try_at - timedelta(microseconds=1), limit=10) == []
        waited.append((notice.next_try_at - now) // MINUTE)
        now = notice.next_try_at
    assert waited == [1, 2, 5, 15, 60] + [60] * 35
    assert notice.tries == 40


def test_two_workers_never_take_the_same():
    ask()
    (mine,) = outbox.due(at=MONDAY, limit=10)
    (theirs,) = outbox.due(at=MONDAY, limit=10)
    assert outbox.claim(mine.pk, at=MONDAY) is True
    assert outbox.claim(theirs.pk, at=MONDAY) is False


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_that_reach_for_one_at_once_one_sends_it():
    with transaction.atomic():
        for number in range(40):
            ask(key="notice-%d" % number)
    batch = [notice.pk for notice in outbox.due(at=MONDAY, limit=100)]
    start = Barrier(4)

    def reach(_):
        try:
            start.wait(timeout=20)
            return [id for id in batch if outbox.claim(id, at=MONDAY)]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        taken = [id for mine in pool.map(reach, range(4)) for id in mine]
    assert sorted(taken) == sorted(batch)


def test_a_worker_killed_before_it_could_say_sent_sends_that_one_again_and_no_other():
    for person in ("NKMR2345", "HRRW2345", "SHRF2345"):
        ask(person)
    arrived = []
    batch = outbox.due(at=MONDAY, limit=10)
    for notice in batch:
        assert outbox.claim(notice.pk, at=MONDAY)
        arrived.append(notice.to)
        if len(arrived) == 2:
            break  # killed here: the mail server has it, the table does not know
        outbox.sent([notice.pk], at=MONDAY)
    for now in (MONDAY + timedelta(seconds=10), MONDAY + 2 * MINUTE):
        for notice in outbox.due(at=now, limit=10):
            assert outbox.claim(notice.pk, at=now)
            arrived.append(notice.to)
            outbox.sent([notice.pk], at=now)
    assert arrived == ["NKMR2345", "HRRW2345", "SHRF2345", "HRRW2345"]
    assert outbox.due(at=MONDAY + timedelta(days=1), limit=10) == []


def test_seen_marks_what_the_page_showed_and_not_what_came_since():
    ask(key="1")
    ask(key="2", case="CASE6789")
    ask(key="3", at=MONDAY + MINUTE)
    ask("HRRW2345", key="4")
    assert [notice.key for notice in outbox.unseen("NKMR2345")] == ["3", "2", "1"]
    assert outbox.seen("NKMR2345", at=MONDAY, case="CASE6789") == 1
    assert [notice.key for notice in outbox.unseen("NKMR2345")] == ["3", "1"]
    assert outbox.seen("NKMR2345", at=MONDAY) == 1
    assert [notice.key for notice in outbox.unseen("NKMR2345")] == ["3"]
    assert [notice.key for notice in outbox.unseen("HRRW2345")] == ["4"]


def test_the_duty_contact_is_told_at_an_address():
    ask("", key="duty", address="duty")
    (notice,) = outbox.due(at=MONDAY, limit=10)
    assert (notice.to, notice.address) == ("", "duty")


def test_a_notice_to_nobody_is_refused():
    with pytest.raises(IntegrityError), transaction.atomic():
        ask("", key="nobody")


@pytest.mark.django_db(transaction=True)
def test_a_notice_stands_or_falls_with_its_change():
    with pytest.raises(NotInChange):
        ask()
    with pytest.raises(IntegrityError), transaction.atomic():
        [ask(person) for person in ("NKMR2345", "")]
    assert outbox.about("CASE2345") == []
