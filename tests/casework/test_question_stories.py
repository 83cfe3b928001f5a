"""Asking in doubt: S11 and S12, told by the cast, and what else a question meets."""

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.people import hats
from askfirst.people.models import Delegation, Holding
from tests.cast import who

ANSWER = {"text": "Only what is published.", "strength": "Should", "clause": "BLG-1"}
CUTS = "Can I blog about the timetable cuts we talked about in a closed department meeting?"


def test_s11_somebody_else_without_a_reason(as_, time_comes, told):
    ref = as_("harrow", "2026-11-25 10:00").asks(CUTS, to="someone-else")
    assert told(ref) == [("devlin", "to-do")]
    pascoe = as_("pascoe", "2026-11-25 10:05")
    assert (pascoe.sees(), pascoe.has_to()) == ([], [])
    with pytest.raises(Missing):
        pascoe.opens(ref)
    opened = as_("harrow", "2026-11-25 10:05").opens(ref)
    assert {"BLG-1", "BLG-2", "BLG-3"} <= set(opened.case.clauses.split())
    assert set(opened.papers["details"]) == {"text", "to", "clause", "post", "version"}  # no reason is asked for, so none is kept
    assert opened.reached[0].due_at.date().isoformat() == "2026-11-30"
    assert [time_comes(when) for when in ("2026-11-25 23:00", "2026-11-26 07:59")] == [0, 0]
    time_comes("2026-11-26 08:00")
    assert told(ref)[1:] == [("devlin", "reminder")]
    time_comes("2026-11-27 08:00")
    assert as_("obuya", "2026-11-29 12:00").has_to() == []
    time_comes("2026-11-30 08:00")
    assert told(ref)[2:] == [("obuya", "to-do")]
    assert as_("obuya", "2026-11-30 09:00").has_to() == [(ref, "answer", who("devlin"))]
    assert [(one.person, one.acting_for) for one in as_("harrow", "2026-11-30 09:00").opens(ref).reached] == [(who("obuya"), who("devlin"))]
    assert as_("achterberg", "2026-11-30 18:00").has_to() == []
    time_comes("2026-12-01 08:00")
    assert told(ref)[3:] == [("achterberg", "to-do")]
    assert [task[:2] for task in as_("achterberg", "2026-12-01 09:00").has_to()] == [(ref, "answer")]
    assert as_("obuya", "2026-12-01 09:00").has_to() == [(ref, "answer", who("devlin"))]  # and may still act
    assert as_("harrow", "2026-12-01 09:00").opens(ref).case.state == "asked"
    assert as_("pascoe", "2026-12-01 09:00").sees() == []
    obuya = as_("obuya", "2026-12-01 10:00")
    for missing in ("text", "strength", "clause"):
        with pytest.raises(BadField) as problem:
            obuya.takes(ref, "answer", **{name: value for name, value in ANSWER.items() if name != missing})
        assert problem.value.field == missing
    assert as_("harrow", "2026-12-01 10:01").opens(ref).case.state == "asked"
    obuya.takes(ref, "answer", text="Not the meeting.", strength="Should", outside=True)
    answered = as_("harrow", "2026-12-01 10:05").opens(ref)
    assert answered.case.state == "answered"
    assert told(ref)[4:] == [("harrow", "news")]
    step = answered.file.last("answer")
    assert (step.by, step.acting_for) == (who("obuya"), who("devlin"))


def test_s11_whoever_was_passed_over_does_not_come_in_by_acting_for_somebody_else(as_):
    ref = as_("harrow", "2026-11-25 10:00").asks(CUTS, to="someone-else")
    Delegation.objects.filter(person_id=who("devlin")).update(to_id=who("pascoe"))
    pascoe = as_("pascoe", "2026-12-01 10:00")
    assert "head:northgate" in pascoe.by.seats
    assert pascoe.sees() == []
    with pytest.raises(Missing):
        pascoe.opens(ref)


def test_s12_a_student_asks_her_tutor_and_only_they_know(as_, told):
    ref = as_("farouk", "2026-11-23 12:00").asks("May I start a server for the chess club?", to="tutor")
    assert told(ref) == [("standish", "to-do")]
    seen = {
        name: as_(name, "2026-11-23 12:05").sees() for name in ("farouk", "standish", "qureshi", "whitlam", "devlin", "pascoe", "obuya")
    }
    assert seen == {name: [ref] if name in ("farouk", "standish") else [] for name in seen}
    as_("standish", "2026-11-23 13:00").takes(ref, "answer", text="Yes, with me in it.", strength="You may", clause="INT-5")
    for name in ("qureshi", "whitlam", "devlin", "pascoe", "okoropenn"):
        with pytest.raises(Missing):
            as_(name, "2026-11-23 13:05").opens(ref)
    assert as_("farouk", "2026-11-23 13:05").opens(ref).papers["step-3"]["text"] == "Yes, with me in it."


@pytest.mark.parametrize(("to", "asked"), [("head-of-year", "qureshi"), ("safeguarding-lead", "whitlam")])
def test_s12_a_student_may_choose_and_the_others_are_not_told(as_, told, to, asked):
    ref = as_("farouk", "2026-11-23 12:00").asks("May I?", to=to)
    assert told(ref) == [(asked, "to-do")]
    assert as_("standish", "2026-11-23 12:05").sees() == []


def test_a_question_passed_on_leaves_whoever_passed_it_and_the_asker_hears(as_, told):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    as_("pascoe", "2026-11-23 11:00").takes(ref, "pass-on", who="dpo")
    assert sorted(told(ref)[1:]) == [("harrow", "news"), ("sethuraman", "to-do")]
    assert as_("pascoe", "2026-11-23 11:05").sees() == []
    as_("sethuraman", "2026-11-23 12:00").takes(ref, "answer", **ANSWER)
    assert as_("harrow", "2026-11-23 12:05").opens(ref).case.state == "answered"


def test_asked_again_it_goes_one_level_up(as_, told):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    as_("pascoe", "2026-11-23 11:00").takes(ref, "answer", **ANSWER)
    as_("harrow", "2026-11-23 12:00").takes(ref, "ask-again", text="I am still not sure.")
    assert as_("devlin", "2026-11-23 12:05").has_to() == [(ref, "answer", "")]
    as_("devlin", "2026-11-23 13:00").takes(ref, "answer", **ANSWER)
    as_("harrow", "2026-11-23 13:05").takes(ref, "that-helps")
    assert as_("harrow", "2026-11-23 13:06").opens(ref).case.state == "closed"


def test_ten_school_days_after_an_answer_a_question_closes_by_itself(as_, time_comes):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    as_("pascoe", "2026-11-24 11:00").takes(ref, "answer", **ANSWER)
    time_comes("2026-12-08 23:00")
    assert as_("harrow", "2026-12-08 23:00").opens(ref).case.state == "answered"
    time_comes("2026-12-09 23:00")
    assert as_("harrow", "2026-12-09 23:01").opens(ref).case.state == "closed"


def test_a_draft_sent_along_can_be_deleted_alone(as_):
    ref = as_("harrow", "2026-11-23 10:00").asks(draft="Our cuts are mad")
    assert as_("pascoe", "2026-11-23 10:05").opens(ref).papers["draft"] == {"text": "Our cuts are mad"}
    as_("harrow", "2026-11-23 10:10").takes(ref, "delete-draft")
    assert "draft" not in as_("pascoe", "2026-11-23 10:15").opens(ref).papers


def test_a_second_post_is_asked_about_at_its_own_school(as_, told):
    assert told(as_("standish", "2026-11-23 10:00").asks()) == [("pascoe", "to-do")]
    there = as_("standish", "2026-11-23 10:00").asks(post="eastfield")
    assert told(there) == [("amadi", "to-do")]  # Mrs Loxley manages him there, and is on leave
    assert there not in as_("pascoe", "2026-11-23 10:05").sees()


def test_taken_back_it_waits_for_nobody(as_):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    as_("harrow", "2026-11-23 10:05").takes(ref, "withdraw")
    assert as_("pascoe", "2026-11-23 10:06").has_to() == []
    with pytest.raises(Refused):
        as_("pascoe", "2026-11-23 10:07").takes(ref, "answer", **ANSWER)


def test_a_class_with_a_space_in_its_name_has_a_tutor_too(as_, told):
    Holding.objects.create(person_id=who("tolland"), seat=hats.tutor("brannocks", "4 Heron"), order=1, starts="2026-09-01")
    ref = as_("elowen", "2026-11-23 12:00").asks("May I?", to="tutor")
    assert as_("tolland", "2026-11-23 12:05").has_to() == [(ref, "answer", "")]
    Holding.objects.filter(person_id=who("tolland")).delete()
    alone = as_("elowen", "2026-11-23 12:10").asks("May I?", to="tutor")
    assert as_("finnis", "2026-11-23 12:15").has_to() == [(alone, "answer", "")]  # the phase leader comes next
