"""A department's page, from the list of tasks to official and back: S17, S18 as far as the register is not needed, told by the cast."""

from datetime import date

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case
from askfirst.people.calendar import london_day
from askfirst.people.models import Person, Post
from tests.cast import who

MONDAY = "2026-11-23 10:00"
TRIPS = {"name": "Northgate history trips", "purpose": "What our trips see."}
RULES = {"photos": "agreed", "comments": "first", "students": "no"}


def begins(person, **more):
    return person.tells("page", **{**TRIPS, **more})


def fills(person, ref, *tasks):
    given = {
        "people": {"second": "Ms Mei-Lin Harrow", "successor": "harrow"},
        "account": {"login": "trips@northgate.example", "recovery": "office@northgate.example"},
        "rules": RULES,
    }
    for task in tasks:
        person.takes(ref, task, **given[task])


def agreed(as_, ref, by="devlin"):
    manager = as_(by, MONDAY)
    manager.takes(ref, "talk", how="by-message")
    manager.takes(ref, "agree")


def official(as_, name="harrow", manager="pascoe", head="devlin", **rules):
    mine = as_(name, MONDAY)
    ref = begins(mine)
    mine.takes(ref, "people", second="Ms Bethan Thackray-Noor", successor="thackray")
    fills(mine, ref, "account")
    mine.takes(ref, "rules", **{**RULES, "photos": "none", **rules})
    mine.takes(ref, "submit")
    agreed(as_, ref, manager)
    as_("adelakun", MONDAY).takes(ref, "comms-check", note="Clear whose it is.")
    as_(head, MONDAY).takes(ref, "make-official", called="Northgate history trips")
    return ref


def test_s17_official_only_when_every_task_is_done(as_, told):
    mine = as_("pascoe", MONDAY)
    ref = begins(mine)
    assert as_("devlin", MONDAY).sees() == []  # a draft is nobody else's
    fills(mine, ref, "rules")
    with pytest.raises(BadField) as problem:
        mine.takes(ref, "account", login="trips@northgate.example", recovery="pascoe@home.example")
    assert (problem.value.field, "Use a school-owned address" in str(problem.value.sentence)) == ("recovery", True)
    fills(mine, ref, "account")
    mine.takes(ref, "submit")
    devlin = as_("devlin", MONDAY)
    assert [task[:2] for task in devlin.has_to()] == [(ref, "agree")]  # she is his line manager
    assert devlin.may(ref, "agree") == ["Record the discussion first."]
    with pytest.raises(Missing):
        as_("adelakun", MONDAY).opens(ref)  # the check of communications cannot start before the talk (HYB-4)
    agreed(as_, ref)
    assert ("sethuraman", "to-do") in told(ref)  # student data is shown
    assert ("adelakun", "to-do") in told(ref)
    as_("adelakun", MONDAY).takes(ref, "comms-check", note="It is clear whose it is.")
    # ruling 6: whoever agreed as line manager cannot make it official too: the next person up does
    assert as_("devlin", MONDAY).has_to() == []
    assert "make-official" not in {offer.step.id for offer in as_("devlin", MONDAY).opens(ref).offers if offer.mine}
    above = as_("achterberg", MONDAY)
    assert [task[:2] for task in above.has_to()] == [(ref, "make-official")]
    assert above.may(ref, "make-official") == [
        "First somebody must say who else looks after it, and who takes over.",
        "The Data Protection Officer looks at it first, because it shows student data.",
    ]
    fills(mine, ref, "people")
    as_("sethuraman", MONDAY).takes(ref, "dpo-look", note="Agreements are kept.")
    above.takes(ref, "make-official", called="Northgate history trips")
    opened = mine.opens(ref)
    assert (opened.case.state, opened.case.closes_at.date().isoformat()) == ("official", "2027-11-23")


@pytest.mark.parametrize("step", ["turn-down", "hold-back"])
def test_s17_not_now_needs_a_reason_and_can_be_asked_one_level_up(as_, step):
    mine = as_("harrow", MONDAY)
    ref = begins(mine)
    fills(mine, ref, "account")
    mine.takes(ref, "rules", **{**RULES, "photos": "none"})
    mine.takes(ref, "submit")
    by, above = ("pascoe", "devlin") if step == "turn-down" else ("devlin", "achterberg")
    if step == "turn-down":
        as_("pascoe", MONDAY).takes(ref, "talk", how="by-message")
    else:
        agreed(as_, ref, "pascoe")
        as_("adelakun", MONDAY).takes(ref, "comms-check", note="Fine.")
    with pytest.raises(BadField) as problem:
        as_(by, MONDAY).takes(ref, step)
    assert (problem.value.field, "MAN-1" in str(problem.value.sentence)) == ("reason", True)
    as_(by, MONDAY).takes(ref, step, reason="Wait until the new site is there.")
    mine.takes(ref, "ask-again" if step == "turn-down" else "ask-above")
    assert [task[0] for task in as_(above, MONDAY).has_to()] == [ref]
    assert as_(by, MONDAY).has_to() == []


@pytest.mark.parametrize(
    ("second", "says"),
    [
        ("farrant", "not through an agency"),  # ruling 6
        ("Mr Ludovic Farrant", "not through an agency"),
        ("pascoe", "Nobody else"),
        ("osei", "employed here"),
        ("Nobody Atall", "Nobody else"),
    ],
)
def test_the_second_person_is_somebody_else_who_is_employed_here(as_, second, says):
    mine = as_("pascoe", MONDAY)
    ref = begins(mine)
    with pytest.raises(BadField) as problem:
        mine.takes(ref, "people", second=second, successor="harrow")
    assert (problem.value.field, says in str(problem.value.sentence)) == ("second", True)
    assert Post.objects.filter(person_id=who("farrant")).count() == 0


def test_changes_asked_for_bring_it_back_to_be_filled_in(as_):
    mine = as_("harrow", MONDAY)
    ref = begins(mine)
    mine.takes(ref, "submit")
    as_("pascoe", MONDAY).takes(ref, "talk", how="by-message")
    as_("pascoe", MONDAY).takes(ref, "changes", note="Say who it is for.")
    assert mine.opens(ref).case.state == "draft"
    mine.takes(ref, "submit")
    assert as_("pascoe", MONDAY).may(ref, "agree") == ["Record the discussion first."]


def test_s18_a_mixed_page_stops_being_official_until_the_mix_has_ended(as_, time_comes):
    ref = official(as_)
    comms = as_("adelakun", "2026-11-24 10:00")
    comms.takes(ref, "mixed-found", note="It sells commissions.")
    mine = as_("harrow", "2026-11-24 11:00")
    assert mine.opens(ref).case.state == "mixed"
    plan = next(offer.step for offer in mine.opens(ref).offers if offer.step.id == "plan").fields[0]
    assert [choice.value for choice in plan.choices] == ["split", "rename", "close"]
    with pytest.raises(Refused):
        comms.takes(ref, "clean")
    mine.takes(ref, "plan", outcome="split")
    with pytest.raises(Refused) as refused:
        comms.takes(ref, "clean")
    assert [(str(one.sentence), one.clause) for one in refused.value.refusals] == [
        ("It is still mixed. The plan must be carried out first.", "HYB-2")
    ]
    mine.takes(ref, "mended")
    comms.takes(ref, "still-mixed", note="The shop is still there.")
    mine.takes(ref, "plan", outcome="split")
    mine.takes(ref, "mended")
    comms.takes(ref, "clean")
    assert mine.opens(ref).case.state == "official"
    for outcome in ("rename", "close"):
        comms.takes(ref, "mixed-found", note="Again.")
        mine.takes(ref, "plan", outcome=outcome)
        assert mine.opens(ref).case.state == "archived"
        ref = official(as_)


def test_a_year_on_communications_look_at_it(as_, time_comes):
    ref = official(as_)
    time_comes("2027-11-23 18:00")
    comms = as_("adelakun", "2027-11-24 09:00")
    assert [task[:2] for task in comms.has_to()] == [(ref, "review")]
    comms.takes(ref, "in-order")
    mine = as_("harrow", "2027-11-24 10:00")
    assert mine.opens(ref).case.state == "official"
    mine.takes(ref, "archive")
    assert mine.opens(ref).case.state == "archived"


def test_who_sees_a_page_and_who_does_not(as_):
    ref = official(as_)
    seen_by = {
        name
        for name in ("harrow", "pascoe", "devlin", "adelakun", "sethuraman", "braithwaite", "dunmore", "wieczorek", "thackray")
        if ref in as_(name, MONDAY).sees()
    }
    assert seen_by == {"harrow", "pascoe", "devlin", "adelakun"}
    with_students = official(as_, students="no")
    assert with_students != ref


@pytest.mark.parametrize("name", ["osei", "vasquez-thorne"])
def test_only_staff_begin_a_page(as_, name):
    with pytest.raises(Refused):
        begins(as_(name, MONDAY))


def test_it_can_be_taken_back_until_it_is_official(as_):
    mine = as_("harrow", MONDAY)
    ref = begins(mine)
    mine.takes(ref, "submit")
    mine.takes(ref, "withdraw")
    assert as_("pascoe", MONDAY).has_to() == []


def art_page(as_):
    """Ms Averill's page of the art department, official; she leaves on 25 March 2027."""
    return official(as_, "averill", "rainsford", "abernethy")


def named_by(manager, ref):
    """The day by which they name who takes over."""
    return next(london_day(one.due_at) for one in manager.opens(ref).reached if one.step == "name-successor" and one.ended_at is None)


def test_s18_somebody_takes_over_before_whoever_keeps_a_page_leaves(as_, time_comes):
    ref = art_page(as_)
    time_comes("2026-11-24 08:00")
    comms = as_("adelakun", "2026-11-24 10:00")
    assert comms.opens(ref).case.state == "owner-leaving"
    comms.takes(ref, "mixed-found", note="She sells her own commissions on it.")
    manager = as_("rainsford", "2026-11-24 11:00")
    assert [task[:2] for task in manager.has_to()] == [(ref, "name-successor")]
    assert named_by(manager, ref) == date(2027, 3, 11)
    with pytest.raises(BadField) as refused:
        manager.takes(ref, "name-successor", successor="Mr Josiah Farrant")
    assert refused.value.field == "successor"
    manager.takes(ref, "name-successor", successor="pickersgill")
    named = as_("pickersgill", "2026-11-24 12:00")
    assert [task[:2] for task in named.has_to()] == [(ref, "take-over")]
    named.takes(ref, "not-me", note="I have three pages.")
    manager.takes(ref, "name-successor", successor="barrowman")
    keeps = as_("barrowman", "2026-11-24 13:00")
    keeps.takes(ref, "take-over")
    assert [task[:2] for task in keeps.has_to()] == [(ref, "plan")]
    keeps.takes(ref, "plan", outcome="split")
    keeps.takes(ref, "mended")
    comms.takes(ref, "clean")
    assert comms.opens(ref).case.state == "official"
    time_comes("2027-03-26 08:00")
    assert as_("barrowman", "2027-03-26 09:00").opens(ref).case.state == "official"
    assert ref not in as_("averill", "2027-03-26 09:00").sees()


def test_s18_no_record_of_conduct_is_made(as_, time_comes):
    ref = art_page(as_)
    as_("adelakun", "2026-11-24 10:00").takes(ref, "mixed-found", note="It sells commissions.")
    time_comes("2026-11-25 08:00")
    assert set(Case.objects.values_list("kind", flat=True)) == {"page"}


def test_a_last_day_taken_back_asks_for_nobody(as_, time_comes):
    ref = art_page(as_)
    time_comes("2026-11-24 08:00")
    assert [task[1] for task in as_("rainsford", "2026-11-24 09:00").has_to()] == ["name-successor"]
    Person.objects.filter(username="averill").update(left_on=None)
    time_comes("2026-11-25 08:00")
    assert as_("rainsford", "2026-11-25 09:00").has_to() == []
    assert as_("averill", "2026-11-25 09:00").opens(ref).case.state == "official"
    Person.objects.filter(username="averill").update(left_on=date(2026, 12, 1))
    time_comes("2026-11-26 08:00")
    assert named_by(as_("rainsford", "2026-11-26 09:00"), ref) == date(2026, 11, 30)


def test_a_page_whose_keeper_has_left_still_asks_who_keeps_it(as_, time_comes):
    ref = art_page(as_)
    time_comes("2026-11-24 08:00")
    time_comes("2027-03-26 08:00")
    manager = as_("rainsford", "2027-03-26 09:00")
    assert manager.opens(ref).case.state == "owner-leaving"
    manager.takes(ref, "name-successor", successor="barrowman")
    as_("barrowman", "2027-03-26 10:00").takes(ref, "take-over")
    assert manager.opens(ref).case.state == "official"
    assert [refusal.step.id for refusal in as_("barrowman", "2027-03-26 11:00").opens(ref).offers if refusal.step.id == "archive"]
