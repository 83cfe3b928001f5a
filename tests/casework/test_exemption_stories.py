"""S34 and S35: a group with students that is only for learning, from "proposed" to a year on, told by the cast (workflows.md 3.12)."""

from datetime import date

import pytest

from askfirst.casework import exemption
from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, CaseStep
from askfirst.people.models import Person, Post
from askfirst.trail import chain
from askfirst.trail.models import Notice
from tests.cast import who
from tests.groups import ART, EASTFIELD, NORTHGATE, active, agreed_and_noted, official_page, proposes

MONDAY = "2026-11-23 10:00"


def state(ref):
    return Case.objects.get(ref=ref).state


def ends_on(ref):
    closes = Case.objects.get(ref=ref).closes_at
    return closes.date() if closes else None


def clauses_against(someone, ref, step):
    with pytest.raises(Refused) as refused:
        someone.takes(ref, step)
    return [one.clause for one in refused.value.refusals]


def steps_of(ref):
    return list(CaseStep.objects.filter(case__ref=ref).order_by("sequence").values_list("step", flat=True))


# ---------------------------------------------------------------- S34


def test_s34_before_the_reading_is_recorded_active_is_refused_and_sns_7_is_named(as_):
    ref = proposes(EASTFIELD)
    averill = as_("averill", MONDAY)
    with pytest.raises(Refused) as refused:
        averill.takes(ref, "go-live")
    assert ("SNS-7", "First read the advice, then record here that you have.") in [
        (one.clause, str(one.sentence)) for one in refused.value.refusals
    ]
    assert state(ref) == "proposed"
    averill.takes(ref, "advice-read", read_on="2026-11-23", both=True)
    assert "SNS-7" not in clauses_against(averill, ref, "go-live")


def test_s34_agreed_and_noted_are_both_in_the_record_before_active(as_, told):
    ref = proposes(EASTFIELD)
    averill = as_("averill", MONDAY)
    averill.takes(ref, "advice-read", read_on="2026-11-23", both=True)
    assert as_("rainsford", MONDAY).has_to() == [(ref, "agree", "")]
    assert clauses_against(averill, ref, "go-live") == ["SNS-6", "SNS-6"]
    as_("rainsford", MONDAY).takes(ref, "agree")
    assert as_("omondi", MONDAY).has_to() == [(ref, "note", "")]
    assert averill.may(ref, "go-live") == ["The safeguarding lead must note it first."]
    as_("omondi", MONDAY).takes(ref, "note", note="Seen.")
    averill.takes(ref, "go-live")
    steps = steps_of(ref)
    assert steps.index("agree") < steps.index("note") < steps.index("go-live")
    assert state(ref) == "active"
    said = [(event.what, event.who) for event in chain.events(ref)]
    assert said.index(("agree", who("rainsford"))) < said.index(("note", who("omondi"))) < said.index(("go-live", who("averill")))


def test_s34_the_end_date_is_12_months_after_it_becomes_active(as_, time_comes):
    ref = active()
    assert ends_on(ref) == date(2027, 11, 23)
    assert exemption.active_for(who("averill"), on=date(2026, 11, 23)) == (exemption.Running(ref, "facebook", date(2027, 11, 23)),)


def test_s34_only_while_active_is_it_told_to_her_own_check_and_to_nobody_elses(as_):
    ref = proposes(EASTFIELD)
    mine, day = who("averill"), date(2026, 11, 23)
    assert exemption.active_for(mine, on=day) == ()
    averill = as_("averill", MONDAY)
    averill.takes(ref, "advice-read", read_on="2026-11-23", both=True)
    agreed_and_noted(ref, EASTFIELD)
    assert exemption.active_for(mine, on=day) == ()
    averill.takes(ref, "go-live")
    assert [one.ref for one in exemption.active_for(mine, on=day)] == [ref]
    assert [exemption.active_for(who(name), on=day) for name in ("sallow", "rainsford", "harrow")] == [(), (), ()]
    assert exemption.active_for(mine, on=date(2027, 11, 24)) == ()
    averill.takes(ref, "stop")
    assert exemption.active_for(mine, on=day) == ()


# ---------------------------------------------------------------- each gate, with its clause


GATES = [
    ({"second": ""}, "SNS-6", "second adult"),
    ({"login": ""}, "HYB-1", "login that the school owns"),
    ({"ages": "no"}, "INT-4", "old enough"),
    ({"ages": ""}, "INT-4", "old enough"),
    ({"messages": "open"}, "SNS-6", "private messages"),
    ({"messages": ""}, "SNS-6", "private messages"),
]


@pytest.mark.parametrize(("without", "clause", "says"), GATES)
def test_each_gate_refuses_with_its_clause_and_opens_again(as_, without, clause, says):
    ref = proposes(EASTFIELD, **without)
    averill = as_("averill", MONDAY)
    averill.takes(ref, "advice-read", read_on="2026-11-23", both=True)
    agreed_and_noted(ref, EASTFIELD)
    with pytest.raises(Refused) as refused:
        averill.takes(ref, "go-live")
    (one,) = refused.value.refusals
    assert (one.clause, says in str(one.sentence)) == (clause, True)
    if "second" in without:
        averill.takes(ref, "second", second="Mr Gethin Sallow")
        assert clauses_against(averill, ref, "go-live") == ["SNS-7"]  # he reads it too
        averill.takes(ref, "second-read", read_on="2026-11-23")
    else:
        averill.takes(ref, "set-up", login="art@eastfield.example", ages="yes", messages="logged")
    averill.takes(ref, "go-live")
    assert state(ref) == "active"


def test_the_page_must_be_official_in_its_own_case(as_):
    averill = as_("averill", MONDAY)
    page = averill.tells("page", name="Art", purpose="Shows.")
    ref = proposes(EASTFIELD, page=page)
    averill.takes(ref, "advice-read", read_on="2026-11-23", both=True)
    agreed_and_noted(ref, EASTFIELD)
    assert clauses_against(averill, ref, "go-live") == ["HYB-1"]


def test_a_page_found_mixed_takes_it_out_of_active_at_once_and_a_clean_one_back(as_):
    page = official_page(EASTFIELD)
    ref = active(page=page)
    comms = as_("adelakun", "2026-11-24 10:00")
    comms.takes(page, "mixed-found", note="It sells things.")
    assert (state(page), state(ref)) == ("mixed", "review")
    with pytest.raises(Missing):
        comms.opens(ref)
    averill = as_("averill", "2026-11-24 11:00")
    averill.takes(page, "plan", outcome="split")
    averill.takes(page, "mended")
    assert state(ref) == "review"
    comms.takes(page, "clean")
    assert (state(page), state(ref)) == ("official", "active")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("farrant", "not through an agency"),  # ruling 6
        ("averill", "Nobody else"),
        ("osei", "employed here"),
        ("Nobody Atall", "Nobody else"),
    ],
)
def test_the_second_adult_is_somebody_else_who_is_employed_here(as_, name, says):
    page = official_page(EASTFIELD)
    with pytest.raises(BadField) as refused:
        proposes(EASTFIELD, page=page, second=name)
    assert (refused.value.field, says in str(refused.value.sentence)) == ("second", True)
    ref = proposes(EASTFIELD, page=page)
    with pytest.raises(BadField):
        as_("averill", MONDAY).takes(ref, "second", second=name)


def test_ruling_6_whoever_agreed_neither_notes_it_nor_runs_it(as_):
    """Ms Omondi is Mr Sallow's line manager and his school's safeguarding lead: she agrees, and somebody else notes it."""
    sallow = {**EASTFIELD, "by": "sallow", "second": "Ms Constance Averill", "manager": "omondi"}
    ref = proposes(sallow)
    mine = as_("sallow", MONDAY)
    mine.takes(ref, "advice-read", read_on="2026-11-23", both=True)
    as_("omondi", MONDAY).takes(ref, "agree")
    assert (as_("omondi", MONDAY).has_to(), as_("fitzhugh", MONDAY).has_to()) == ([], [(ref, "note", "")])
    with pytest.raises(BadField) as refused:
        mine.takes(ref, "second", second="omondi")
    assert "agreed to it" in str(refused.value.sentence)


def test_a_line_manager_who_runs_it_is_not_the_one_who_agrees(as_):
    page = official_page(EASTFIELD)
    ref = proposes(EASTFIELD, page=page, second="Mrs Nkechi Rainsford")
    as_("averill", MONDAY).takes(ref, "advice-read", read_on="2026-11-23", both=True)
    assert as_("rainsford", MONDAY).has_to() == []
    assert as_("abernethy", MONDAY).has_to() == [(ref, "agree", "")]


def test_man_1_not_now_needs_a_reason_and_can_be_asked_one_level_up(as_):
    ref = proposes(EASTFIELD)
    averill, manager = as_("averill", MONDAY), as_("rainsford", MONDAY)
    averill.takes(ref, "advice-read", read_on="2026-11-23", both=True)
    with pytest.raises(BadField) as refused:
        manager.takes(ref, "turn-down")
    assert (refused.value.field, "MAN-1" in str(refused.value.sentence)) == ("reason", True)
    manager.takes(ref, "turn-down", reason="Wait for the new list.")
    assert state(ref) == "not-now"
    averill.takes(ref, "ask-again")
    assert (manager.has_to(), as_("abernethy", MONDAY).has_to()) == ([], [(ref, "agree", "")])


def test_somebody_elses_page_and_none_at_all_are_refused_alike(as_):
    theirs = official_page(NORTHGATE)
    said = set()
    for page in (theirs, "BBBBBBBB", "no reference"):
        with pytest.raises(BadField) as refused:
            proposes(EASTFIELD, page=page)
        said.add((refused.value.field, str(refused.value.sentence)))
    assert said == {("about_page", "This is no page of yours. Choose one of your own department’s pages.")}


@pytest.mark.parametrize("name", ["osei", "vasquez-thorne"])
def test_only_staff_propose_one(as_, name):
    with pytest.raises(Refused):
        as_(name, MONDAY).tells("exemption", **ART, about_page="BBBBBBBB")


# ---------------------------------------------------------------- S35


@pytest.fixture
def club(as_):
    return active(NORTHGATE, group="Year 11 history revision")


def test_s35_on_the_day_after_his_end_date_it_leaves_active_for_review(as_, club, time_comes):
    time_comes("2026-12-18 18:00")
    assert state(club) == "active"  # his last day
    time_comes("2026-12-19 07:59")
    assert state(club) == "active"
    time_comes("2026-12-19 08:00")
    assert state(club) == "review"
    assert steps_of(club)[-3:] == ["second-gone", "lapse", "route"]
    assert exemption.active_for(who("harrow"), on=date(2026, 12, 19)) == ()


def test_s35_a_worker_that_was_stopped_does_it_once(as_, club, time_comes):
    for when in ("2027-01-05 09:00", "2027-01-05 09:01", "2027-01-06 09:00"):
        time_comes(when)
    assert [steps_of(club).count(step) for step in ("second-gone", "lapse")] == [1, 1]


def test_s35_a_roster_that_has_him_no_more_does_the_same(as_, club, time_comes):
    Post.objects.filter(person=who("lisle")).update(ends=None)
    Person.objects.filter(pk=who("lisle")).update(left_on="2027-01-04")
    time_comes("2027-01-04 09:00")
    assert state(club) == "active"
    time_comes("2027-01-05 09:00")
    assert state(club) == "review"


def test_s35_ms_harrow_is_told_what_is_missing_and_how_to_mend_it_and_no_student_is_told(as_, club, told, time_comes):
    before = set(Notice.objects.values_list("id", flat=True))
    time_comes("2026-12-19 08:00")
    harrow = as_("harrow", "2026-12-19 09:00")
    assert harrow.has_to() == [(club, "second", "")]
    assert "Name the second adult" in [str(offer.step.says) for offer in harrow.opens(club).offers if not offer.refusals]
    assert harrow.may(club, "second-read") == ["A second adult must run it too. Name somebody employed here."]
    new = Notice.objects.exclude(id__in=before)
    assert {(notice.to, notice.kind) for notice in new} == {(who("harrow"), "to-do")}
    students = set(Person.objects.filter(kind="student").values_list("ref", flat=True))
    assert not students & set(Notice.objects.values_list("to", flat=True))


def test_s35_ending_it_without_a_reason_is_refused_and_man_1_is_named(as_, club, time_comes):
    time_comes("2026-12-19 08:00")
    pascoe = as_("pascoe", "2027-01-05 10:00")
    for words in ({}, {"reason": "  "}):
        with pytest.raises(BadField) as refused:
            pascoe.takes(club, "end", **words)
        assert (refused.value.field, "MAN-1" in str(refused.value.sentence)) == ("reason", True)
    assert state(club) == "review"
    pascoe.takes(club, "end", reason="The exams are over.")
    assert state(club) == "ended"


def test_ended_by_the_manager_it_is_asked_about_one_level_up_and_begins_anew_there(as_, club, time_comes, told):
    as_("pascoe", "2026-12-01 10:00").takes(club, "end", reason="It is too much.")
    harrow = as_("harrow", "2026-12-01 11:00")
    harrow.takes(club, "ask-again", text="They ask for it daily.")
    assert state(club) == "reading-done"
    assert [as_(name, "2026-12-01 11:00").has_to() for name in ("pascoe", "whitlam")] == [[], []]
    obuya = as_("obuya", "2026-12-01 11:30")  # Ms Devlin-Shaw is away, and he acts for her
    assert obuya.has_to() == [(club, "agree", who("devlin"))]
    words = obuya.opens(club).papers
    assert [held["reason"] for held in words.values() if "reason" in held] == ["It is too much."]
    obuya.takes(club, "agree")
    with pytest.raises(Refused) as refused:
        harrow.takes(club, "go-live")
    assert [str(one.sentence) for one in refused.value.refusals] == ["The safeguarding lead must note it first."]
    assert as_("whitlam", "2026-12-01 12:00").has_to() == [(club, "note", "")]
    as_("whitlam", "2026-12-01 12:00").takes(club, "note", note="Seen again.")
    harrow.takes(club, "go-live")
    assert (state(club), ends_on(club)) == ("active", date(2027, 12, 1))


def test_one_level_up_may_say_no_too_and_then_there_is_the_next(as_, club):
    as_("whitlam", "2026-11-24 10:00").takes(club, "end", reason="A child wrote to me.")
    harrow = as_("harrow", "2026-11-24 11:00")
    harrow.takes(club, "ask-again")
    as_("devlin", "2026-11-24 12:00").takes(club, "turn-down", reason="I agree with her.")
    assert state(club) == "not-now"
    harrow.takes(club, "ask-again")
    assert as_("devlin", "2026-11-24 12:30").has_to() == []
    assert as_("achterberg", "2026-11-24 12:30").has_to() == [(club, "agree", "")]


def test_ended_a_year_on_and_agreed_to_one_level_up_the_year_begins_anew(as_, club, time_comes):
    as_("harrow", "2026-12-01 10:00").takes(club, "second", second="makoni")
    as_("harrow", "2026-12-01 10:00").takes(club, "second-read", read_on="2026-12-01")
    time_comes("2027-11-23 18:00")
    as_("pascoe", "2027-11-24 09:00").takes(club, "end", reason="A year is enough.")
    as_("harrow", "2027-11-24 10:00").takes(club, "ask-again")
    assert as_("pascoe", "2027-11-24 10:30").has_to() == []
    as_("devlin", "2027-11-24 11:00").takes(club, "agree")
    as_("whitlam", "2027-11-24 12:00").takes(club, "note", note="Seen.")
    as_("harrow", "2027-11-24 13:00").takes(club, "go-live")
    assert (state(club), ends_on(club)) == ("active", date(2028, 11, 24))


def test_whoever_stopped_it_asks_nobody_above(as_, club):
    harrow = as_("harrow", "2026-11-24 10:00")
    harrow.takes(club, "stop")
    with pytest.raises(Refused) as refused:
        harrow.takes(club, "ask-again")
    assert [str(one.sentence) for one in refused.value.refusals] == ["You stopped it yourself. To run it again, begin a new one."]
    assert state(club) == "ended"


def test_s35_another_second_adult_who_has_read_it_brings_it_back(as_, club, time_comes):
    time_comes("2026-12-19 08:00")
    harrow = as_("harrow", "2027-01-05 10:00")
    harrow.takes(club, "second", second="Mrs Henrietta Makoni")
    assert (state(club), harrow.has_to()) == ("review", [(club, "second-read", "")])
    harrow.takes(club, "second-read", read_on="2027-01-05")
    assert (state(club), harrow.has_to()) == ("active", [])
    assert ends_on(club) == date(2027, 11, 23)  # the year is still the one that was agreed
    assert [one.ref for one in exemption.active_for(who("harrow"), on=date(2027, 1, 5))] == [club]


# ---------------------------------------------------------------- a year on, who sees it, and how it ends


def test_a_year_on_the_line_manager_looks_again(as_, club, time_comes):
    harrow = as_("harrow", "2026-12-18 10:00")
    harrow.takes(club, "second", second="makoni")
    assert state(club) == "review"  # she has not read it yet
    harrow.takes(club, "second-read", read_on="2026-12-18")
    time_comes("2027-11-23 18:00")
    pascoe = as_("pascoe", "2027-11-24 09:00")
    assert (state(club), pascoe.has_to()) == ("review", [(club, "go-on", "")])
    pascoe.takes(club, "go-on")
    assert (state(club), ends_on(club)) == ("active", date(2028, 11, 24))


def test_ruling_7_who_sees_it_and_who_does_not(as_, club):
    seen = {
        name
        for name in (
            "harrow", "pascoe", "whitlam", "lisle", "devlin", "adelakun", "sethuraman", "braithwaite", "dunmore", "wieczorek", "thackray",
            "makoni", "maisie",
        )
        if club in as_(name, "2026-11-24 10:00").sees()
    }  # fmt: skip
    assert seen == {"harrow", "pascoe", "whitlam"}


def test_it_ends_with_whoever_runs_it(as_, club, time_comes):
    Person.objects.filter(pk=who("harrow")).update(left_on="2026-12-01")
    time_comes("2026-12-02 09:00")
    assert state(club) == "ended"


def test_it_can_be_taken_back_until_it_is_active(as_):
    ref = proposes(EASTFIELD)
    averill = as_("averill", MONDAY)
    averill.takes(ref, "advice-read", read_on="2026-11-23", both=True)
    averill.takes(ref, "withdraw")
    assert (state(ref), as_("rainsford", MONDAY).has_to()) == ("withdrawn", [])
