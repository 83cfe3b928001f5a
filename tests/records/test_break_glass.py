"""S56, break-glass: not with one person, for a short time, to read alone, told of, and nothing learnt from asking (trust.md)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from askfirst.casework import access, audit, refused
from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.models import Case, CaseBar
from askfirst.casework.workflow import Hat
from askfirst.people.models import Holding
from askfirst.people.second import NotSecond
from askfirst.records import break_glass
from askfirst.records.break_glass import State
from askfirst.records.models import Emergency
from askfirst.trail import chain
from askfirst.trail.models import Notice
from tests.access.world import NEVER_USED
from tests.casework.conftest import as_
from tests.cast import MONDAY, cast, who
from tests.clock import london

__all__ = ["as_", "cast"]

AT, LATER, WHY = "2026-11-25 10:00", "2026-11-25 10:05", "The office cannot open it. CANARYWHY"


@pytest.fixture
def ref(as_):
    """A conflict of interest that Ms Harrow told of, about Mr Abernethy; Dr Pascoe is asked."""
    return as_("harrow", "2026-11-24 10:00").tells("interest", text="CANARYTEXT", about="abernethy")


def asks(as_, case, second="achterberg", name="wieczorek", when=AT, why=WHY):
    return break_glass.ask({"case": case, "why": why, "second": who(second)}, by=as_(name, when).by, at=london(when))


def agrees(as_, request, name="achterberg", when=LATER, agree=True):
    break_glass.answer(request, agree=agree, by=as_(name, when).by, at=london(when))


def reads(as_, request, name="wieczorek", when="2026-11-25 10:06"):
    return break_glass.open_case(request, by=as_(name, when).by, at=london(when))


def shut(as_, request, **how):
    with pytest.raises(Missing):
        reads(as_, request, **how)
    return True


def state(as_, request, when=LATER):
    return next(one.state for one in break_glass.requests(by=as_("wieczorek", when).by, at=london(when)) if one.ref == request)


# ---------------------------------------------------------------- two people, a reason, a time


def test_s56_it_does_not_open_with_one_person(as_, ref):
    request = asks(as_, ref)
    assert shut(as_, request)
    for name in ("wieczorek", "braithwaite", "pascoe", "abernethy", "sethuraman"):
        with pytest.raises(Missing):
            agrees(as_, request, name)
    assert shut(as_, request)
    agrees(as_, request)
    assert reads(as_, request).papers["details"]["text"] == "CANARYTEXT"


def test_one_person_alone_would_be_noticed(as_, ref, monkeypatch):
    """Planted: nobody asks whether somebody else agreed. And the database takes no request with one person for both."""
    request = asks(as_, ref)
    monkeypatch.setattr(break_glass, "_until", lambda row: row.asked_at + timedelta(minutes=30))
    Emergency.objects.update(agreed=True, answered_at=london(AT))
    with pytest.raises(pytest.fail.Exception):
        shut(as_, request)
    with pytest.raises(IntegrityError), transaction.atomic():
        Emergency.objects.update(second_id=who("wieczorek"))


def test_s56_it_needs_a_reason_and_a_second_named_person(as_, ref):
    for field, given in (
        ("why", {"why": "  "}), ("second", {"second": ""}), ("second", {"second": who("wieczorek")}), ("second", {"second": who("harrow")}),
        ("second", {"second": who("sethuraman")}), ("case", {"case": "no reference"}), ("case", {"case": ""}),
    ):  # fmt: skip
        with pytest.raises(BadField) as problem:
            break_glass.ask({"case": ref, "why": WHY, "second": who("achterberg"), **given}, by=as_("wieczorek", AT).by, at=london(AT))
        assert problem.value.field == field
    assert not Emergency.objects.exists() and not Notice.objects.filter(to=who("achterberg")).exists()


def test_whoever_asks_is_not_the_second_whatever_seats_they_hold(as_, ref):
    Holding.objects.create(person_id=who("wieczorek"), seat="governance", order=2, starts=MONDAY)
    assert who("wieczorek") not in {one.ref for one in break_glass.seconds(as_("wieczorek", AT).by)}
    with pytest.raises(BadField):
        asks(as_, ref, "wieczorek")


@pytest.mark.parametrize("name", ["harrow", "achterberg", "sethuraman", "abernethy", "pritchard", "farouk"])
def test_nobody_but_it_may_ask(as_, ref, name):
    with pytest.raises(Missing):
        asks(as_, ref, "quarshie", name)


def test_it_is_open_for_thirty_minutes_and_for_nobody_else(as_, ref):
    request = asks(as_, ref)
    agrees(as_, request)
    assert reads(as_, request, when="2026-11-25 10:34")
    assert shut(as_, request, when="2026-11-25 10:35")
    for name in ("achterberg", "sethuraman", "harrow", "braithwaite"):
        assert shut(as_, request, name=name)
    assert shut(as_, NEVER_USED)


def test_what_was_not_agreed_to_opens_nothing(as_, ref):
    refused, late = asks(as_, ref), asks(as_, ref, "quarshie")
    agrees(as_, refused, agree=False)
    assert shut(as_, refused)
    with pytest.raises(NotSecond):
        agrees(as_, refused)
    with pytest.raises(NotSecond):
        agrees(as_, late, "quarshie", "2026-11-28 10:00")
    assert (state(as_, refused), state(as_, late, "2026-11-28 10:00")) == (State.REFUSED, State.LAPSED)
    assert shut(as_, late, when="2026-11-28 10:01")


def test_it_is_reading_alone(as_, ref):
    request = asks(as_, ref)
    agrees(as_, request)
    opened = reads(as_, request)
    assert opened.offers == () and opened.reached == ()
    before = Case.objects.get(ref=ref).version
    him = as_("wieczorek", "2026-11-25 10:07")
    for what in (lambda: him.opens(ref), lambda: him.takes(ref, "talk", how="by-message"), lambda: access.find(ref, him.by)):
        with pytest.raises(Missing):
            what()
    assert him.sees() == [] and Case.objects.get(ref=ref).version == before


def test_what_is_for_some_roles_alone_stays_shut(as_, ref, monkeypatch):
    """The same words, told as everybody's who reads the case, and told as HR's alone."""
    as_("pascoe", "2026-11-24 11:00").takes(ref, "talk", how="by-message")
    as_("harrow", "2026-11-24 12:00").takes(ref, "reply", text="CANARYNOTE")
    request = asks(as_, ref)
    agrees(as_, request)
    assert "CANARYNOTE" in str(reads(as_, request).papers)
    table = WORKFLOWS["interest"]
    steps = tuple(replace(step, only=frozenset({Hat.HR})) if step.id == "reply" else step for step in table.steps)
    monkeypatch.setitem(WORKFLOWS, "interest", replace(table, steps=steps))
    assert "CANARYNOTE" not in str(reads(as_, request).papers)


# ---------------------------------------------------------------- whom it is about, and whoever is too close


@pytest.mark.parametrize("barred", ["wieczorek", "achterberg"])
def test_it_opens_for_nobody_who_is_barred_nor_on_their_word(as_, ref, barred, monkeypatch):
    CaseBar.objects.create(case=Case.objects.get(ref=ref), person_id=who(barred), reason="conflict")
    request = asks(as_, ref)
    agrees(as_, request)
    assert shut(as_, request) and state(as_, request) is State.AGREED, "as if there were no such case"
    assert not Notice.objects.filter(case=ref, key__startswith="break-glass").exists()
    monkeypatch.setattr(CaseBar, "objects", CaseBar.objects.none())
    assert reads(as_, request), "without bars it would open"


def test_whoever_told_of_it_does_not_agree_to_it(as_):
    ref = as_("kerrigan", "2026-11-24 10:00").asks(text="CANARYTEXT")
    request = asks(as_, ref, "kerrigan")
    agrees(as_, request, "kerrigan")
    assert shut(as_, request)


def test_a_bar_that_comes_later_shuts_it(as_, ref):
    request = asks(as_, ref)
    agrees(as_, request)
    assert reads(as_, request)
    CaseBar.objects.create(case=Case.objects.get(ref=ref), person_id=who("wieczorek"), reason="conflict")
    assert shut(as_, request)


# ---------------------------------------------------------------- who hears of it, and where it is written


def test_the_officer_hears_of_each_request_and_the_handler_that_it_was_opened(as_, ref):
    def told(name, **of):
        return Notice.objects.filter(to=who(name), key__startswith="break-glass", **of).count()

    request = asks(as_, ref)
    assert (told("sethuraman"), told("pascoe"), told("achterberg", kind="to-do")) == (1, 0, 1)
    agrees(as_, request)
    assert told("pascoe", case=ref) == 1 and told("sethuraman") == 3
    assert told("abernethy") == told("harrow") == told("devlin") == 0
    asks(as_, NEVER_USED)
    assert told("sethuraman") == 4, "alike for a reference that never was"


def test_s56_requests_and_refused_tries_are_in_the_audit_that_the_officer_reads(as_, ref):
    request = asks(as_, ref)
    assert shut(as_, request)
    officer = as_("sethuraman", LATER)
    assert ref in {one.of for one in refused.tries(by=officer.by) if one.who == who("wieczorek")}
    (found,) = break_glass.requests(by=officer.by, at=officer.at)
    assert (found.case, found.by, found.second) == (ref, who("wieczorek"), who("achterberg"))
    assert break_glass.one(request, by=officer.by, at=officer.at) == (found, WHY, False)
    agrees(as_, request)
    reads(as_, request)
    assert break_glass.one(request, by=officer.by, at=officer.at)[2]
    assert who("wieczorek") in {one.who for one in audit.who_opened(ref, by=officer.by, at=officer.at).opened}
    kept = [(event.what, event.who) for event in chain.events("break-glass")]
    assert [what for what, _ in kept] == ["second-wanted", "asked", "second-given", "agreed"]
    assert [event.of for event in chain.events(ref) if event.who == who("wieczorek")] == ["break-glass"]
    assert chain.verify() == ()


def test_an_officer_it_is_about_does_not_learn_from_the_list_that_it_opened(as_, ref):
    CaseBar.objects.create(case=Case.objects.get(ref=ref), person_id=who("sethuraman"), reason="about")
    request = asks(as_, ref)
    agrees(as_, request)
    reads(as_, request)
    officer = as_("sethuraman", "2026-11-25 10:10")
    assert break_glass.one(request, by=officer.by, at=officer.at)[2] is False
    assert not Notice.objects.filter(case=ref, to=who("sethuraman")).exists()


def test_others_read_no_request(as_, ref):
    request = asks(as_, ref)
    for name in ("harrow", "pascoe", "abernethy", "devlin", "farouk"):
        with pytest.raises(Missing):
            break_glass.requests(by=as_(name, LATER).by, at=london(LATER))
    with pytest.raises(Missing):
        break_glass.one(request, by=as_("braithwaite", LATER).by, at=london(LATER))
    assert break_glass.requests(by=as_("braithwaite", LATER).by, at=london(LATER)) == []


# ---------------------------------------------------------------- small things


def test_the_same_request_while_one_waits_is_that_one_and_there_is_an_end_to_them(as_, ref):
    assert asks(as_, ref) == asks(as_, ref.lower()) and Emergency.objects.count() == 1
    for case in ("BBBBBBBC", "BBBBBBBD", "BBBBBBBF", "BBBBBBBG"):
        asks(as_, case)
    with pytest.raises(BadField):
        asks(as_, "BBBBBBBH")


def test_a_request_is_forgotten_after_six_years_with_its_reason(as_, ref):
    request = asks(as_, ref)
    assert break_glass.forget_old(at=london("2032-11-25 10:00")) == 0
    assert break_glass.forget_old(at=london("2032-11-26 10:00")) == 1
    assert not Emergency.objects.filter(ref=request).exists()
