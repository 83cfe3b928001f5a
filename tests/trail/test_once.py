"""A form sent ten times changes something once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from askfirst.trail import once
from askfirst.trail.chain import NotInChange, append, events, verify
from askfirst.trail.models import Once

MONDAY = datetime(2026, 9, 7, 8, 30, tzinfo=UTC)
FORM: dict[str, Any] = {"who": "HRRW2345", "key": "form-1", "body": b"question=May+I"}


def send(reference="CASE2345", *, at=MONDAY, **changed):
    """What a step does: looks, changes, remembers."""
    form = {**FORM, **changed}
    with transaction.atomic():
        before = once.seen(**form, at=at)
        if before is not None:
            return before
        append(chain="CASES", what="ask", who=form["who"], at=at)
        once.remember(**form, reference=reference, at=at)
        return reference


@pytest.mark.django_db(transaction=True)
def test_ten_at_once_give_one_change_and_one_reference():
    start = Barrier(10)

    def press(number):
        try:
            start.wait(timeout=20)
            return send("CASE%04d" % number)
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(press, range(10)))
    assert len(answers) == 10
    assert len(set(answers)) == 1
    assert [event.what for event in events("CASES")] == ["ask"]
    assert Once.objects.get().reference == answers[0]


@pytest.mark.django_db(transaction=True)
def test_ten_different_forms_at_once_all_count():
    start = Barrier(10)

    def press(number):
        try:
            start.wait(timeout=20)
            return send("CASE%04d" % number, key="form-%d" % number)
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(press, range(10)))
    assert sorted(answers) == ["CASE%04d" % number for number in range(10)]
    assert [event.sequence for event in events("CASES")] == list(range(1, 11))
    assert verify() == ()


@pytest.mark.django_db
def test_the_same_key_with_other_words_is_refused():
    send()
    with pytest.raises(once.Reused) as reused:
        send(body=b"question=Must+I")
    assert str(reused.value.sentence) == "This form was sent before with other words. Open the page again, then send it."


@pytest.mark.django_db
def test_two_people_may_happen_on_one_key():
    assert send("CASE2345") == "CASE2345"
    assert send("CASE6789", who="SHRF2345") == "CASE6789"
    assert send("CASE9999") == "CASE2345"
    assert len(set(Once.objects.values_list("body_mac", flat=True))) == 2


@pytest.mark.django_db
def test_a_key_is_kept_for_a_day_then_forgotten():
    send("CASE2345")
    day = timedelta(hours=24)
    assert send("CASE6789", at=MONDAY + day - timedelta(seconds=1)) == "CASE2345"
    assert send("CASE6789", at=MONDAY + day) == "CASE6789"
    assert once.forget_old(at=MONDAY + 2 * day - timedelta(seconds=1)) == 0
    assert once.forget_old(at=MONDAY + 2 * day) == 1
    assert not Once.objects.exists()


@pytest.mark.django_db
def test_a_change_remembered_twice_breaks_on_the_digest():
    send()
    with pytest.raises(IntegrityError), transaction.atomic():
        once.remember(**FORM, reference="CASE6789", at=MONDAY)


@pytest.mark.django_db
def test_neither_key_nor_body_is_kept():
    send()
    row = Once.objects.values().get()
    assert not any(part in str(row) for part in ("form-1", "HRRW2345", "May", "question"))


@pytest.mark.django_db(transaction=True)
def test_outside_a_change_nothing_is_looked_up_or_kept():
    with pytest.raises(NotInChange):
        once.seen(**FORM, at=MONDAY)
    with pytest.raises(NotInChange):
        once.remember(**FORM, reference="CASE2345", at=MONDAY)


@pytest.mark.django_db
def test_a_form_without_a_key_is_a_slip():
    with pytest.raises(ValueError, match="needs its key"):
        send(key="")
