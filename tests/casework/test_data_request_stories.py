"""Requests about personal data: asked, read, answered within the time the law sets (workflows.md 3.0 and 3.19, rulings 2, 4 and 7)."""

from datetime import date

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.clocks import Legal
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, CaseCall
from askfirst.casework.times import moments
from askfirst.people.calendar import london_day, months_after
from askfirst.people.models import Guardian, Holding
from askfirst.people.who import the_calendar
from askfirst.trail import chain
from tests.cast import MONDAY, who
from tests.clock import london

pytestmark = pytest.mark.django_db

EXTENDED = "The trips of ten years are many folders."


def asks(someone, **details):
    return someone.tells("data-request", **({"want": "copy"} | details))


def due_on(ref, step):
    """(reminder, last day, next person), as days of one open call."""
    call = CaseCall.objects.filter(case__ref=ref, step=step, ended_at=None).latest("id")
    return tuple(london_day(at).isoformat() for at in (call.remind_at, call.due_at, call.climb_at))


# ---------------------------------------------------------------- the time the law sets


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        ("2026-11-25 10:00", "2026-12-25"),  # Christmas Day: the legal day stands
        ("2027-01-31 10:00", "2027-02-28"),
        ("2028-01-31 10:00", "2028-02-29"),
        ("2026-12-31 23:30", "2027-01-31"),
        ("2027-06-30 00:30", "2027-07-30"),  # a minute past midnight in London is the next day there
        ("2027-07-25 10:00", "2027-08-25"),  # all of it in the holidays
    ],
)
def test_a_copy_is_due_one_calendar_month_after_the_day_it_was_asked(as_, asked, last):
    assert due_on(asks(as_("harrow", asked)), "give")[1] == last


def test_the_reminder_and_the_next_person_come_before_the_last_day_on_school_days(as_):
    """25 December less seven days is 18 December, the last day of term; there is no school day after it."""
    assert due_on(asks(as_("harrow", "2026-11-25 10:00")), "give") == ("2026-12-18", "2026-12-25", "2026-12-23")
    assert due_on(asks(as_("harrow", "2027-03-02 10:00")), "give") == ("2027-03-25", "2027-04-02", "2027-03-31")


def test_a_reminder_counted_in_school_days_would_come_too_late(cast):
    """The promise can fail: five school days from 20 July are in September."""
    school = the_calendar().add_school_days(date(2026, 12, 18), 20)
    legal = moments(Legal(date(2026, 12, 18), months=1), asked=london("2026-12-18 10:00"), deadline=None, calendar=the_calendar())
    assert london_day(legal.due) == date(2027, 1, 18) < school
    assert london_day(legal.remind) < london_day(legal.climb) < london_day(legal.due)


def test_whoever_is_asked_when_the_time_is_up_has_a_day_before_the_reminder_and_another_before_the_next(cast):
    late = moments(Legal(date(2026, 10, 1), months=1), asked=london("2026-11-25 10:00"), deadline=None, calendar=the_calendar())
    assert (london_day(late.due), london_day(late.remind), london_day(late.climb)) == (
        date(2026, 11, 1),
        date(2026, 11, 26),
        date(2026, 11, 27),
    )


def test_a_data_protection_complaint_is_read_within_thirty_calendar_days(as_):
    ref = asks(as_("farouk", "2026-11-25 10:00"), want="wrong", text="My address was in a newsletter.")
    assert due_on(ref, "acknowledge") == ("2026-12-18", "2026-12-25", "2026-12-23")
    as_("sethuraman", "2026-11-26 10:00").takes(ref, "acknowledge")
    assert as_("farouk", "2026-11-26 11:00").opens(ref).case.state == "at-work"


def test_two_months_more_with_a_reason_told_within_the_first(as_, told):
    ref = asks(as_("harrow", "2026-11-25 10:00"))
    officer = as_("sethuraman", "2026-12-25 10:00")  # the last day of the first month
    officer.takes(ref, "acknowledge")
    with pytest.raises(BadField):
        officer.takes(ref, "extend")
    officer.takes(ref, "extend", reason=EXTENDED)
    assert due_on(ref, "give")[1] == "2027-02-25"
    assert ("harrow", "news") in told(ref)
    assert EXTENDED in str(as_("harrow", "2026-12-25 11:00").opens(ref).papers)
    assert officer.may(ref, "extend") == ["The two months were added already."]


def test_after_the_first_month_no_months_are_added_and_a_late_answer_is_still_an_answer(as_):
    ref = asks(as_("harrow", "2026-11-25 10:00"))
    as_("sethuraman", "2026-12-20 10:00").takes(ref, "acknowledge")
    late = as_("sethuraman", "2026-12-26 10:00")
    assert late.may(ref, "extend") == ["The last day for this has passed."]
    with pytest.raises(Refused):
        late.takes(ref, "extend", reason=EXTENDED)
    as_("whitlam", "2026-12-26 10:00").takes(ref, "lead-part")
    late.takes(ref, "give", how="paper", note="Two folders.")
    assert Case.objects.get(ref=ref).state == "given"


def test_what_went_wrong_is_never_put_off_by_two_months(as_):
    ref = asks(as_("harrow", "2026-11-25 10:00"), want="wrong", text="A list went to everybody.")
    officer = as_("sethuraman", "2026-11-26 10:00")
    officer.takes(ref, "acknowledge")
    assert officer.may(ref, "extend") == ["Only a copy may take two months longer."]


def test_the_month_is_watched_while_something_is_asked_back(as_, time_comes):
    ref = asks(as_("harrow", "2026-11-25 10:00"))
    officer = as_("sethuraman", "2026-11-26 10:00")
    officer.takes(ref, "ask-back", what="who", text="Who at school knows you?")
    assert due_on(ref, "give")[1] == "2026-12-25"
    harrow = as_("harrow", "2026-11-27 10:00")
    assert harrow.has_to() == [(ref, "tell-us", "")]
    assert {"extend", "give", "ask-back", "refuse-part"} & {
        offer.step.id for offer in harrow.opens(ref).offers if not offer.refusals
    } == set()
    harrow.takes(ref, "tell-us", text="Dr Pascoe does.")
    assert Case.objects.get(ref=ref).state == "at-work"
    assert "Dr Pascoe does." in str(officer.opens(ref).papers)


def test_a_month_that_nobody_watches_reaches_the_deputy_before_it_ends(as_, time_comes):
    Holding.objects.create(person_id=who("kerrigan"), seat="deputy-dpo", starts=MONDAY)
    ref = asks(as_("harrow", "2026-11-25 10:00"))
    as_("sethuraman", "2026-11-25 11:00").takes(ref, "acknowledge")
    time_comes("2026-12-18 12:00")
    assert as_("kerrigan", "2026-12-18 13:00").has_to() == []
    time_comes("2026-12-23 12:00")
    assert as_("kerrigan", "2026-12-23 13:00").has_to() == [(ref, "give", "")]
    assert due_on(ref, "give")[1] == "2026-12-25"
    as_("whitlam", "2026-12-24 09:00").takes(ref, "lead-part")
    as_("kerrigan", "2026-12-24 10:00").takes(ref, "give", how="mail", note="One file.")


# ---------------------------------------------------------------- who asks, and who sees it


def test_the_officer_and_the_person_see_it_and_nobody_else(as_):
    ref = asks(as_("harrow", "2026-11-25 10:00"))
    assert as_("sethuraman", "2026-11-25 10:10").has_to() == [(ref, "acknowledge", ""), (ref, "give", "")]
    for name in ("pascoe", "devlin", "dunmore", "achterberg", "braithwaite", "wieczorek", "adelakun", "quarshie", "pritchard"):
        with pytest.raises(Missing):
            as_(name, "2026-11-25 10:20").opens(ref)


def test_ruling_4_the_officers_own_goes_to_the_deputy_else_to_the_chair(as_):
    ref = asks(as_("sethuraman", "2026-11-25 10:00"))
    assert as_("quarshie", "2026-11-25 10:10").has_to() == [(ref, "acknowledge", ""), (ref, "give", "")]
    Holding.objects.create(person_id=who("kerrigan"), seat="deputy-dpo", starts=MONDAY)
    other = asks(as_("sethuraman", "2026-11-25 11:00"))
    assert {call.seat for call in CaseCall.objects.filter(case__ref=other).exclude(step="lead-part")} == {"deputy-dpo"}


HANDLED = {"want": "wrong", "text": "She sent my file to another Ms Harrow.", "handled": "yes"}


def test_ruling_4_what_the_officer_did_is_looked_at_by_the_trustee_for_data_protection(as_):
    Holding.objects.create(person_id=who("vasquez-thorne"), seat="data-trustee", starts=MONDAY)
    ref = asks(as_("harrow", "2026-11-25 10:00"), **HANDLED)
    trustee = as_("vasquez-thorne", "2026-11-25 10:10")
    assert trustee.has_to() == [(ref, "acknowledge", ""), (ref, "give", "")]
    officer = as_("sethuraman", "2026-11-25 10:10")
    assert (officer.sees(), officer.has_to()) == ([], [])
    with pytest.raises(Missing):
        officer.opens(ref)
    trustee.takes(ref, "acknowledge")
    trustee.takes(ref, "give", how="told", note="It was sent to the wrong person. We have asked for it back.")
    harrow = as_("harrow", "2026-11-26 10:00")
    assert harrow.opens(ref).case.state == "given"
    harrow.takes(ref, "ask-again", text="It is not back yet.")
    assert as_("quarshie", "2026-11-26 11:00").has_to() == [(ref, "acknowledge", ""), (ref, "give", "")]


def test_ruling_4_without_such_a_trustee_it_is_the_chair_and_a_deputy_comes_first(as_):
    first = asks(as_("harrow", "2026-11-25 10:00"), **HANDLED)
    assert {call.seat for call in CaseCall.objects.filter(case__ref=first)} == {"chair"}
    Holding.objects.create(person_id=who("kerrigan"), seat="deputy-dpo", starts=MONDAY)
    second = asks(as_("harrow", "2026-11-25 11:00"), **HANDLED)
    assert {call.seat for call in CaseCall.objects.filter(case__ref=second)} == {"deputy-dpo"}


@pytest.mark.parametrize("other", [{"handled": "no"}, {"handled": ""}, {"want": "copy", "text": ""}])
def test_only_what_the_officer_did_goes_past_the_officer(as_, other):
    ref = asks(as_("harrow", "2026-11-25 10:00"), **(HANDLED | other))
    assert as_("sethuraman", "2026-11-25 10:10").has_to() == [(ref, "acknowledge", ""), (ref, "give", "")]


def test_part_held_back_may_be_asked_again_one_level_up(as_):
    ref = asks(as_("harrow", "2026-11-25 10:00"))
    officer, harrow = as_("sethuraman", "2026-11-26 10:00"), as_("harrow", "2027-01-04 10:00")
    with pytest.raises(BadField):
        officer.takes(ref, "refuse-part")
    officer.takes(ref, "refuse-part", reason="It names another person.")
    assert harrow.opens(ref).case.state == "refused-in-part"
    harrow.takes(ref, "ask-again", text="I know them well.")
    assert as_("quarshie", "2027-01-04 11:00").has_to() == [(ref, "acknowledge", ""), (ref, "give", "")]
    assert due_on(ref, "give")[1] == "2027-02-04"
    assert officer.may(ref, "give") != []


def test_a_parent_asks_for_a_child_under_18_and_the_child_is_not_told(as_):
    ref = asks(as_("tamblyn-h", "2026-11-25 10:00"), child="elowen")
    assert as_("sethuraman", "2026-11-25 10:10").opens(ref).papers["details"]["whom"] == "Elowen Tamblyn"
    with pytest.raises(Missing):
        as_("elowen", "2026-11-25 10:10").opens(ref)


def said_to(as_, name, child):
    with pytest.raises(Refused) as refused:
        asks(as_(name, "2026-11-25 10:00"), child=child)
    return [str(one.sentence) for one in refused.value.refusals]


def test_whoever_is_not_the_parent_or_of_someone_grown_up_is_told_in_one_sentence_that_confirms_nothing(as_):
    """Of 18, no parent, not to be contacted, without parental responsibility, nobody at all: the same sentence."""
    Guardian.objects.filter(adult=who("wells-p")).update(has_pr=False)
    told = {
        tuple(said_to(as_, *pair))
        for pair in (
            ("lund-a", "osei"),
            ("lund-a", "elowen"),
            ("lund-a", "nobody-of-that-name"),
            ("haddad-i", "haddad"),
            ("wells-p", "farouk"),
        )
    }
    assert told == {("You cannot ask for someone aged 18 or over, or for a child who is not yours: they ask for themselves.",)}
    assert not Case.objects.exists()


def test_a_parent_asks_for_themselves(as_):
    ref = asks(as_("lund-a", "2026-11-25 10:00"), child="me")
    assert as_("lund-a", "2026-11-25 10:10").opens(ref).papers["details"]["whom"] == "Mr Anders Lund"


@pytest.mark.parametrize("name", ["harrow", "farouk"])
def test_staff_and_students_ask_for_themselves_alone(as_, name):
    with pytest.raises(BadField) as refused:
        asks(as_(name, "2026-11-25 10:00"), child="kit")
    assert refused.value.field == "child"


@pytest.mark.parametrize(
    "wrong",
    [{"want": ""}, {"want": "all"}, {"want": "wrong"}, {"want": "copy", "which": "x" * 10_001}, {"who": "me"}, HANDLED | {"handled": "x"}],
)
def test_bad_input_is_one_sentence_and_nothing_is_kept(as_, wrong):
    with pytest.raises(BadField):
        asks(as_("harrow", "2026-11-25 10:00"), **wrong)
    assert not Case.objects.exists()


def test_what_belongs_to_the_other_choice_is_not_kept(as_):
    ref = asks(as_("harrow", "2026-11-25 10:00"), text="Never mind.")
    assert "Never mind." not in str(as_("harrow", "2026-11-25 10:10").opens(ref).papers)


def test_it_goes_on_after_the_person_has_left(as_, time_comes, cast):
    """The law does: the officer answers on paper."""
    ref = asks(as_("averill", "2027-03-24 10:00"))
    time_comes("2027-03-27 09:00")
    as_("omondi", "2027-03-29 09:00").takes(ref, "lead-part")
    as_("sethuraman", "2027-03-29 10:00").takes(ref, "give", how="paper", note="Sent by post.")
    assert Case.objects.get(ref=ref).state == "given"


def test_no_word_stands_in_the_trail(as_):
    ref = asks(as_("harrow", "2026-11-25 10:00"), which="Zanzibar")
    as_("whitlam", "2026-11-25 10:30").takes(ref, "lead-part")
    as_("sethuraman", "2026-11-25 10:40").takes(ref, "redact", words="Zanzibar", why="harm")
    as_("sethuraman", "2026-11-25 11:00").takes(ref, "give", how="paper", note="Zanzibar folders")
    assert "anzibar" not in repr(list(chain.events(ref)))


def test_months_are_counted_by_the_calendar():
    assert [months_after(date(2027, 1, 31), 1), months_after(date(2028, 1, 31), 1), months_after(date(2026, 11, 30), 3)] == [
        date(2027, 2, 28),
        date(2028, 2, 29),
        date(2027, 2, 28),
    ]
