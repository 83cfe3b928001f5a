"""Time: deadlines over every kind of day without school, climbing to the end, and a worker that was down."""

from datetime import timedelta

import pytest

from askfirst.casework.models import CaseCall, CaseStep
from askfirst.people.models import Absence, Delegation, Person, Post
from tests.cast import who
from tests.clock import london

ANSWER = {"text": "Yes.", "strength": "You may", "outside": True}

# Half-term is 26 to 30 October; Friday 27 November and Monday 4 January are INSET days; terms end on 18 December and 25 March and begin on
# 5 January and 12 April. A question is reminded of on the first school day, due at five on the second, and climbs on the third.
DEADLINES = [
    ("2026-11-23 10:00", "2026-11-24 08:00", "2026-11-25 17:00", "2026-11-26 08:00"),
    ("2026-11-23 23:59", "2026-11-24 08:00", "2026-11-25 17:00", "2026-11-26 08:00"),
    ("2026-11-24 00:01", "2026-11-25 08:00", "2026-11-26 17:00", "2026-11-30 08:00"),  # over the INSET day and the weekend
    ("2026-11-26 10:00", "2026-11-30 08:00", "2026-12-01 17:00", "2026-12-02 08:00"),
    ("2026-11-28 12:00", "2026-11-30 08:00", "2026-12-01 17:00", "2026-12-02 08:00"),  # asked on a Saturday
    ("2026-10-22 15:00", "2026-10-23 08:00", "2026-11-02 17:00", "2026-11-03 08:00"),  # over half-term, and the clocks went back
    ("2026-10-25 01:30", "2026-11-02 08:00", "2026-11-03 17:00", "2026-11-04 08:00"),  # in the hour that comes twice
    ("2027-02-12 09:00", "2027-02-22 08:00", "2027-02-23 17:00", "2027-02-24 08:00"),
    ("2026-12-17 10:00", "2026-12-18 08:00", "2027-01-05 17:00", "2027-01-06 08:00"),  # over Christmas
    ("2026-12-25 10:00", "2027-01-05 08:00", "2027-01-06 17:00", "2027-01-07 08:00"),
    ("2027-03-24 10:00", "2027-03-25 08:00", "2027-04-12 17:00", "2027-04-13 08:00"),  # over Easter, and the clocks went forward
    ("2027-03-28 01:30", "2027-04-12 08:00", "2027-04-13 17:00", "2027-04-14 08:00"),  # in the hour that never was
    ("2027-05-28 16:00", "2027-06-07 08:00", "2027-06-08 17:00", "2027-06-09 08:00"),
    ("2026-09-07 00:30", "2026-09-08 08:00", "2026-09-09 17:00", "2026-09-10 08:00"),  # Monday in London, Sunday in UTC
]  # fmt: skip


@pytest.mark.parametrize(("asked", "remind", "due", "climb"), DEADLINES)
def test_a_question_is_due_in_school_days_at_london_hours(as_, asked, remind, due, climb):
    ref = as_("harrow", asked).asks()
    call = CaseCall.objects.get(case__ref=ref)
    assert (call.remind_at, call.due_at, call.climb_at) == (london(remind), london(due), london(climb))


@pytest.mark.parametrize(
    ("asked", "day"), [("2026-11-24 11:00", "2026-12-09"), ("2026-12-11 11:00", "2027-01-11"), ("2027-03-22 11:00", "2027-04-20")]
)
def test_ten_school_days_until_a_question_ends_by_itself(as_, time_comes, asked, day):
    ref = as_("harrow", asked).asks()
    as_("pascoe", asked).takes(ref, "answer", **ANSWER)
    time_comes(day + " 16:59")
    assert as_("harrow", day + " 16:59").opens(ref).case.state == "answered"
    time_comes(day + " 17:00")
    assert as_("harrow", day + " 17:00").opens(ref).case.state == "closed"


def test_a_journalist_asks_in_the_hour_that_comes_twice(as_, time_comes, told):
    """Thirty minutes are thirty minutes, whatever the clock on the wall says."""
    ref = as_("harrow", "2026-10-25 01:45").logs("northgate", asked="About a post")  # British Summer Time: 00:45 UTC
    asked = london("2026-10-25 01:45")
    call = CaseCall.objects.get(case__ref=ref)
    assert (call.remind_at - asked, call.climb_at - asked) == (timedelta(minutes=30), timedelta(minutes=60))
    time_comes("2026-10-25 02:00")  # 02:00 UTC: more than an hour later
    assert told(ref)[2:] == [("devlin", "reminder"), ("achterberg", "to-do")]


ALL_THE_WAY = [
    ("2026-11-23", "pascoe", "to-do"), ("2026-11-24", "pascoe", "reminder"),
    ("2026-11-26", "devlin", "to-do"), ("2026-11-30", "obuya", "to-do"), ("2026-11-30", "obuya", "reminder"),
    ("2026-12-02", "achterberg", "to-do"), ("2026-12-03", "achterberg", "reminder"), ("2026-12-05", "devlin", "to-do"),
    ("2026-12-07", "quarshie", "to-do"), ("2026-12-08", "quarshie", "reminder"),
    ("2026-12-10", "vasquez-thorne", "to-do"), ("2026-12-11", "vasquez-thorne", "reminder"),
    ("2026-12-15", "pritchard", "news"), ("2026-12-15", "duty@ret.example", "duty"),
]  # fmt: skip


def days(first, last):
    day = london(first + " 12:00").date()
    while day <= london(last + " 12:00").date():
        yield day.isoformat()
        day += timedelta(days=1)


def test_climbing_to_the_very_end_each_once_and_in_order(as_, time_comes, told):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    heard = [("2026-11-23", *one) for one in told(ref)]
    for day in days("2026-11-24", "2027-01-15"):
        for hour in ("07:59", "08:00", "08:00", "12:00"):
            time_comes("%s %s" % (day, hour))
            heard += [(day, *one) for one in told(ref)[len(heard) :]]
    assert sorted(heard) == sorted(ALL_THE_WAY)
    assert as_("harrow", "2027-01-15 10:00").opens(ref).case.state == "asked"  # nothing was decided by time
    as_("pascoe", "2027-01-15 10:05").takes(ref, "answer", **ANSWER)  # and whoever was asked first may still answer


def test_a_worker_down_for_three_weeks_catches_up_once_each(as_, time_comes, told):
    question = as_("harrow", "2026-11-23 10:00").asks()
    enquiry = as_("standish", "2026-11-23 10:00").logs("northgate", asked="About the race")
    answered = as_("harrow", "2026-11-23 11:00").asks()
    as_("pascoe", "2026-11-23 12:00").takes(answered, "answer", **ANSWER)
    done = time_comes("2026-12-14 12:00")
    assert done == 5
    assert told(question) == [("pascoe", "to-do"), ("pascoe", "reminder"), ("devlin", "to-do")]
    assert sorted(told(enquiry)[:2]) == [("adelakun", "news"), ("devlin", "to-do")]
    assert told(enquiry)[2:] == [("devlin", "reminder"), ("achterberg", "to-do")]
    assert told(answered) == [("pascoe", "to-do"), ("harrow", "news"), ("harrow", "news")]  # answered, and ended by itself
    assert [time_comes("2026-12-14 12:00") for _ in range(3)] == [0, 0, 0]
    steps = list(CaseStep.objects.filter(case__ref=question).order_by("sequence").values_list("step", flat=True))
    assert steps == ["open", "route", "remind", "route"]
    time_comes("2026-12-17 08:00")  # whoever was asked late has their own time from then on
    assert told(question)[3:] == [("devlin", "reminder"), ("achterberg", "to-do")]


def test_a_clock_that_goes_back_tells_nobody_again(as_, time_comes, told):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    for when in ("2026-11-24 08:00", "2026-11-26 08:00"):
        time_comes(when)
    heard = told(ref)
    assert heard == [("pascoe", "to-do"), ("pascoe", "reminder"), ("devlin", "to-do")]
    for when in ("2026-11-23 11:00", "2026-11-24 08:00", "2026-11-25 08:00", "2026-11-26 07:59", "2026-11-26 08:00"):
        assert time_comes(when) == 0
    assert told(ref) == heard


def away(name, first, last):
    Absence.objects.create(person_id=who(name), starts=first, ends=last)


def test_a_whole_chain_away_is_told_to_governance_and_asked_of_whoever_is_back_first(as_, time_comes, told):
    for name in ("pascoe", "devlin", "achterberg", "quarshie", "vasquez-thorne"):
        away(name, "2026-11-23", "2026-11-24" if name == "pascoe" else "2026-11-27")
    ref = as_("harrow", "2026-11-23 10:00").asks()
    assert told(ref) == [("pritchard", "news"), ("duty@ret.example", "duty")]
    assert as_("pritchard", "2026-11-23 10:05").opens(ref).papers == {}
    assert time_comes("2026-11-24 08:00") == 0
    assert time_comes("2026-11-25 08:00") == 1
    assert told(ref)[2:] == [("pascoe", "to-do")]
    assert time_comes("2026-11-25 08:00") == 0
    as_("pascoe", "2026-11-25 09:00").takes(ref, "answer", **ANSWER)
    assert as_("harrow", "2026-11-25 09:05").opens(ref).case.state == "answered"
    assert time_comes("2026-11-26 08:00") == 0


def test_a_delegation_that_ends_while_a_call_is_open(as_, time_comes, told):
    ref = as_("harrow", "2026-12-02 10:00").asks(to="someone-else")
    assert told(ref) == [("obuya", "to-do")]
    time_comes("2026-12-04 08:00")
    assert [task[2] for task in as_("obuya", "2026-12-04 23:59").has_to()] == [who("devlin")]
    time_comes("2026-12-05 07:59")
    assert told(ref)[1:] == [("obuya", "reminder")]
    time_comes("2026-12-05 08:00")
    assert told(ref)[2:] == [("devlin", "to-do")]  # he is back, and hears of it
    assert as_("obuya", "2026-12-05 00:01").has_to() == []
    assert as_("obuya", "2026-12-05 00:01").sees() == []
    assert as_("devlin", "2026-12-05 00:01").has_to() == [(ref, "answer", "")]
    time_comes("2026-12-06 08:00")
    assert len(told(ref)) == 3


def test_another_line_manager_hears_of_what_waits(as_, time_comes, told):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    Post.objects.filter(person=who("harrow"), ends=None).update(ends="2026-11-23")
    Post.objects.create(person_id=who("harrow"), school_id="northgate", line_manager_id=who("thackray"), starts="2026-11-24")
    time_comes("2026-11-24 08:00")
    notices = CaseStep.objects.filter(case__ref=ref, step="route").count(), told(ref)[0], len(told(ref))
    assert notices == (1, ("pascoe", "to-do"), 3)
    assert [task[0] for task in as_("thackray", "2026-11-24 08:05").has_to()] == [ref]
    assert as_("pascoe", "2026-11-24 08:05").sees() == []


def test_whoever_was_asked_leaves_and_the_next_is_asked_in_the_morning(as_, time_comes, told):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    Person.objects.filter(ref=who("pascoe")).update(left_on="2026-11-23")
    time_comes("2026-11-24 07:59")
    assert told(ref) == [("pascoe", "to-do")]
    time_comes("2026-11-24 08:00")
    assert [kind for name, kind in told(ref) if name == "devlin"] == ["to-do"]
    assert as_("devlin", "2026-11-24 08:05").has_to() == [(ref, "answer", "")]


def test_whoever_acts_hears_in_the_morning_and_not_in_the_night_and_once(as_, time_comes, told):
    Delegation.objects.filter(person=who("devlin")).update(starts="2026-11-30")
    ref = as_("harrow", "2026-11-26 10:00").asks(to="someone-else")
    time_comes("2026-11-30 00:05")
    assert told(ref) == [("devlin", "to-do")]
    time_comes("2026-11-30 08:00")
    assert [one for one in told(ref) if one[1] == "to-do"] == [("devlin", "to-do"), ("obuya", "to-do")]
    time_comes("2026-12-01 08:00")
    assert [one for one in told(ref) if one[1] == "to-do"] == [("devlin", "to-do"), ("obuya", "to-do")]


def test_a_near_deadline_leaves_a_third_of_the_time_to_each(as_, time_comes, told):
    ref = as_("harrow", "2026-11-23 10:00").logs("northgate", asked="About a post", deadline="2026-11-23T10:45:00+00:00")
    heard = len(told(ref))
    assert [time_comes("2026-11-23 " + minute) for minute in ("10:14", "10:15", "10:29", "10:30")] == [0, 1, 0, 1]
    assert told(ref)[heard:] == [("devlin", "reminder"), ("achterberg", "to-do")]
    assert as_("harrow", "2026-11-23 10:31").opens(ref).case.due_at == london("2026-11-23 10:45")
