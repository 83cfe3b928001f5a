"""Who hears that a draft waits, and when: told by Mrs Pritchard-Lowe, who wrote it, and Dr Achterberg, who is to agree (workflows 3.17)."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askfirst.adoption import approval, comments, drafting
from askfirst.adoption.draft_reminders import agree_by, remind_due
from askfirst.adoption.models import Edition
from askfirst.casework.owned_dates import owned_dates
from askfirst.people.models import Absence, Holding, Person
from askfirst.people.notify import compose, send_due
from askfirst.procedure.changes import Class
from askfirst.trail.models import Notice
from tests.adoption.conftest import NOW, by
from tests.adoption.drafts import consulted, looked_over, s46, submitted, write
from tests.cast import who
from tests.clock import london

EVERY_DAY = ["2026-11-%d" % day for day in range(24, 31)] + ["2026-12-%02d" % day for day in range(1, 32)]


def rounds(*days):
    for day in days:
        remind_due(at=london("%s 09:00" % day))


def told(name, what="edition:"):
    rows = Notice.objects.filter(to=who(name), key__startswith=what).order_by("made_at", "pk")
    return [(row.made_at.date().isoformat(), row.kind) for row in rows]


def test_whoever_agrees_hears_at_once_and_again_after_5_10_and_15_school_days(cast):
    """Sent on Monday 23 November. Friday the 27th is an INSET day, so the fifth school day is 1 December."""
    submitted(s46())
    assert told("achterberg") == [("2026-11-23", "to-do")] and told("pritchard") == []
    rounds(*EVERY_DAY)
    assert told("achterberg") == [
        ("2026-11-23", "to-do"), ("2026-12-01", "reminder"), ("2026-12-08", "reminder"), ("2026-12-15", "reminder"),
    ]  # fmt: skip
    assert told("pritchard") == [("2026-12-08", "news"), ("2026-12-15", "news")], "and then its owner hears that it waits"


def test_once_it_is_agreed_to_sent_back_or_taken_back_nobody_is_reminded(cast):
    for act in (
        lambda ref: approval.approve(ref=ref, by=by("achterberg"), at=NOW, starts_on=date(2027, 1, 5)),
        lambda ref: approval.send_back(ref=ref, why="Say it shorter.", by=by("achterberg"), at=NOW),
        lambda ref: approval.take_back(ref=ref, by=by("pritchard"), at=NOW),
    ):
        act(submitted(s46()))
        before = Notice.objects.count()
        rounds(*EVERY_DAY)
        assert Notice.objects.count() == before
        Edition.objects.filter(open=True).update(open=False, state="withdrawn")


def test_after_a_stop_there_is_one_reminder_and_not_three(cast):
    submitted(s46())
    rounds("2026-12-15", "2026-12-15", "2026-12-16")
    assert told("achterberg") == [("2026-11-23", "to-do"), ("2026-12-15", "reminder")]


def test_nobody_hears_before_eight_or_on_a_day_without_work(cast):
    submitted(s46())
    assert remind_due(at=london("2026-11-30 07:59")) == 0
    rounds("2026-12-05", "2026-12-06")
    assert told("achterberg") == [("2026-11-23", "to-do")]


def test_while_she_is_away_she_is_not_reminded_and_the_owner_hears_that_it_waits(cast):
    Absence.objects.create(person_id=who("achterberg"), starts=date(2026, 11, 20), ends=date(2026, 12, 9))
    submitted(s46())
    rounds(*EVERY_DAY)
    assert told("achterberg") == [("2026-11-23", "to-do"), ("2026-12-10", "reminder"), ("2026-12-15", "reminder")]
    assert told("pritchard")[0] == ("2026-12-08", "news")


def test_whoever_wrote_in_it_is_not_asked_to_agree_to_it(cast):
    """Mr Siddiqui-Bell sits there too, and has changed a word of it."""
    Holding.objects.create(seat="trust-lead", person_id=who("siddiqui"), starts=date(2026, 11, 1))
    Holding.objects.create(seat="governance", person_id=who("siddiqui"), starts=date(2026, 11, 1))
    ref = s46()
    write(ref, "INT-1", name="siddiqui", plain="Other words.")
    drafting.classify(ref=ref, id="INT-1", change=Class.WORDING, by=by("pritchard"), at=NOW)
    submitted(ref)
    rounds("2026-12-01")
    assert len(told("achterberg")) == 2 and told("siddiqui") == []


def test_everybody_who_works_here_hears_once_that_comments_are_asked_for_and_no_student_does(cast):
    Absence.objects.create(person_id=who("drinkwater"), starts=date(2026, 11, 20), ends=date(2026, 11, 26))
    consulted(s46())
    assert not Notice.objects.filter(key__contains="consult").exists(), "from the worker's own round on"
    rounds(*EVERY_DAY)
    assert told("harrow") == told("abernethy") == told("achterberg") == [("2026-11-24", "news")]
    assert told("drinkwater") == [("2026-11-27", "news")], "when she is back"
    students = set(Person.objects.filter(kind__in=("student", "parent")).values_list("pk", flat=True))
    assert not students & set(Notice.objects.values_list("to", flat=True))


def test_the_second_day_asks_the_database_no_more_for_a_hundred_more_people(cast):
    """Planted first: on the day when they are new, each of them costs queries of their own."""
    consulted(s46())
    rounds("2026-11-24")
    asked = Notice.objects.filter(key__contains="consult").count()
    with CaptureQueriesContext(connection) as few:
        rounds("2026-11-25")
    Person.objects.bulk_create(Person(username="new%d" % n, name="New %d" % n, short="New", kind="staff") for n in range(100))
    with CaptureQueriesContext(connection) as new:
        rounds("2026-11-26")
    with CaptureQueriesContext(connection) as many:
        rounds("2026-11-30")
    assert len(new) > 100 and Notice.objects.filter(key__contains="consult").count() == asked + 100
    assert len(many) == len(few) <= 15


def test_students_who_are_asked_too_see_it_in_the_app_alone(cast):
    comments.consult(ref=looked_over(s46()), by=by("pritchard"), at=NOW, students=True)
    rounds("2026-11-24")
    assert told("farouk") == [("2026-11-24", "news")]
    Notice.objects.exclude(to=who("farouk")).delete()
    assert send_due(at=london("2026-11-24 09:05")) == 0


def test_the_day_stands_in_the_approvers_own_calendar_and_in_nobody_elses(cast):
    assert agree_by(by("achterberg")) is None
    ref = submitted(s46())
    assert agree_by(by("achterberg")) == (ref, date(2026, 12, 8))
    days = {one.id: (one.day, str(one.says), one.path) for one in owned_dates(by("achterberg"), at=NOW)}
    assert days["draft-%s" % ref] == (date(2026, 12, 8), "A draft waits for you: %s" % ref, "/procedure/drafts/%s/" % ref)
    for name in ("pritchard", "harrow", "quarshie"):
        assert agree_by(by(name)) is None and not [one for one in owned_dates(by(name), at=NOW) if one.id.startswith("draft")]
    approval.take_back(ref=ref, by=by("pritchard"), at=NOW)
    assert agree_by(by("achterberg")) is None


def test_the_mail_says_no_word_of_what(cast):
    submitted(s46())
    rounds("2026-12-01")
    for notice in Notice.objects.filter(to=who("achterberg")):
        mail = compose(notice, "a@ridgeway.example", at=NOW)
        text = "%s %s" % (mail["Subject"], mail.get_content())
        assert not [word for word in ("v2", "draft", "edition", "procedure", "CON-12", "Pritchard") if word.lower() in text.lower()]


@pytest.mark.parametrize("state", ["drafting", "consult"])
def test_a_round_that_ran_costs_one_query(cast, state, django_assert_num_queries):
    ref = consulted(s46()) if state == "consult" else s46()
    rounds("2026-11-24")
    with django_assert_num_queries(1):
        rounds("2026-11-24")
    assert Edition.objects.get(ref=ref).state == state
