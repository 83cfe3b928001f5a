"""Who has opened my case: for its own people, and, with no word of it and without whose it is, for the Data Protection Officer."""

from datetime import timedelta

import pytest

from askfirst.casework import audit, reading, refused, who_looked
from askfirst.casework.access import Missing
from askfirst.casework.bars import bar_again
from askfirst.casework.filed import WORKFLOWS
from askfirst.people.models import Absence, Conflict, Delegation, Holding
from askfirst.trail import chain
from tests.cast import MONDAY, who
from tests.groups import EASTFIELD, proposes

WHEN = "2026-11-25 10:%02d"


def opened(someone, ref):
    return audit.who_opened(ref, by=someone.by, at=someone.at)


def told(someone, ref):
    """(who, for whom, this list only), newest first, by username."""
    known = {who(name): name for name in ("harrow", "pascoe", "sethuraman", "devlin", "obuya", "rowbotham", "siddiqui")} | {"": ""}
    return [(known[one.who], known[one.acting_for], one.list_only) for one in opened(someone, ref).opened]


def shut(someone, ref):
    with pytest.raises(Missing):
        opened(someone, ref)
    return True


def asked(as_):
    """Ms Harrow asks Dr Pascoe, who opens it at two past, and she herself at three past."""
    ref = as_("harrow", WHEN % 0).asks("CANARY")
    as_("pascoe", WHEN % 2).opens(ref)
    as_("harrow", WHEN % 3).opens(ref)
    return ref


def test_the_handler_and_whose_it_is_see_every_opening(as_):
    ref = asked(as_)
    both = [("harrow", "", False), ("pascoe", "", False)]
    assert told(as_("pascoe", WHEN % 5), ref) == both
    assert told(as_("harrow", WHEN % 6), ref) == [("pascoe", "", True), *both]
    first = opened(as_("pascoe", WHEN % 7), ref).opened[-1]
    assert first.at == as_("pascoe", WHEN % 2).at


def test_the_data_protection_officer_sees_who_and_when_and_not_whose_it_is(as_):
    ref = asked(as_)
    found = opened(as_("sethuraman", WHEN % 5), ref)
    assert (found.ref, found.kind, found.theirs) == (ref, "question", False)
    assert told(as_("sethuraman", WHEN % 6), ref) == [("sethuraman", "", True), ("", "", False), ("pascoe", "", False)]
    with pytest.raises(Missing):
        reading.open_file(ref, by=as_("sethuraman", WHEN % 7).by, at=as_("sethuraman", WHEN % 7).at)


def test_nor_who_wrote_it_down_for_somebody(as_):
    ref = as_("rowbotham", WHEN % 0).logs("northgate", whose="harrow", asked="CANARY")
    for name in ("rowbotham", "harrow", "devlin"):
        as_(name, WHEN % 1).opens(ref)
    assert told(as_("sethuraman", WHEN % 5), ref) == [("devlin", "", False), ("", "", False), ("", "", False)]
    assert told(as_("devlin", WHEN % 6), ref)[1:] == [("devlin", "", False), ("harrow", "", False), ("rowbotham", "", False)]


def test_looking_is_written_down_once_and_a_try_in_its_own_place(as_):
    ref = asked(as_)
    before = [event.what for event in chain.events(ref)]
    opened(as_("sethuraman", WHEN % 5), ref)
    new = list(chain.events(ref))[len(before) :]
    assert [(event.what, event.who, event.acting_for) for event in new] == [("audit", who("sethuraman"), "")]
    opened(as_("pascoe", WHEN % 6), ref)
    assert [event.what for event in chain.events(ref)] == [*before, "audit", "audit"]
    assert shut(as_("wieczorek", WHEN % 7), ref)
    assert [event.what for event in chain.events(ref)] == [*before, "audit", "audit"]
    assert [(one.who, one.of) for one in refused.tries(by=as_("sethuraman", WHEN % 8).by)] == [(who("wieczorek"), ref)]
    assert [one.who for one in who_looked.looked_at(as_("harrow", WHEN % 9).opens(ref)) if one.who == who("sethuraman")] == []
    assert chain.verify() == ()


def test_acting_for_somebody_is_said(as_):
    Absence.objects.create(person_id=who("devlin"), starts=MONDAY, ends=MONDAY + timedelta(days=4))
    Delegation.objects.get_or_create(
        person_id=who("devlin"), to_id=who("obuya"), matters="headteacher", starts=MONDAY, defaults={"ends": MONDAY + timedelta(days=4)}
    )
    ref = as_("harrow", WHEN % 0).logs("northgate", asked="CANARY")
    as_("obuya", WHEN % 1).opens(ref)
    assert told(as_("obuya", WHEN % 2), ref) == [("obuya", "devlin", False)]
    assert told(as_("sethuraman", WHEN % 3), ref) == [("obuya", "", True), ("obuya", "devlin", False)]


NOT_THEIRS = ("wieczorek", "braithwaite", "pritchard", "achterberg", "devlin", "quarshie", "adelakun", "siddiqui", "farouk", "blenkinsop-g")


@pytest.mark.parametrize("name", NOT_THEIRS)
def test_everybody_else_is_told_the_same_as_of_one_never_used(as_, name):
    ref = asked(as_)
    assert shut(as_(name, WHEN % 5), ref) and shut(as_(name, WHEN % 5), "BBBBBBBB") and shut(as_(name, WHEN % 5), "no reference")


def test_whoever_sees_a_status_alone_does_not_see_who_opens_it(as_):
    ref = as_("osei", WHEN % 0).logs("eastfield", asked="CANARY")
    assert as_("barrowman", WHEN % 1).opens(ref).words is False
    assert shut(as_("barrowman", WHEN % 2), ref)


# ---------------------------------------------------------------- the officer's own, and their deputy


def too_close(name, about):
    Conflict.objects.create(person_id=who(name), about_id=who(about), since=MONDAY)
    bar_again({who(name), who(about)}, on=MONDAY)


def listed(someone):
    return [line.ref for line in audit.audited(someone.by)]


def test_a_case_she_is_too_close_to_is_her_deputys_alone(as_):
    ref, other = asked(as_), as_("tolland", WHEN % 1).asks("CANARY")
    Holding.objects.create(person_id=who("siddiqui"), seat="deputy-dpo", order=1, starts=MONDAY)
    assert listed(as_("sethuraman", WHEN % 5)) == [other, ref]
    assert listed(as_("siddiqui", WHEN % 5)) == [] and shut(as_("siddiqui", WHEN % 5), ref)
    too_close("sethuraman", "harrow")
    assert listed(as_("sethuraman", WHEN % 5)) == [other] and shut(as_("sethuraman", WHEN % 5), ref)
    assert listed(as_("siddiqui", WHEN % 5)) == [ref]
    assert told(as_("siddiqui", WHEN % 6), ref) == [("", "", False), ("pascoe", "", False)]
    assert shut(as_("siddiqui", WHEN % 6), other)


def test_her_own_question_is_not_hers_to_audit_and_while_she_is_away_her_deputy_does(as_):
    own = as_("sethuraman", WHEN % 0).asks("CANARY")
    assert listed(as_("sethuraman", WHEN % 1)) == []
    assert told(as_("sethuraman", WHEN % 1), own) == [], "as the one whose it is"
    ref = asked(as_)
    Holding.objects.create(person_id=who("siddiqui"), seat="deputy-dpo", order=1, starts=MONDAY)
    assert listed(as_("siddiqui", WHEN % 5)) == [own]
    Absence.objects.create(person_id=who("sethuraman"), starts=MONDAY, ends=MONDAY + timedelta(days=4))
    assert listed(as_("siddiqui", WHEN % 5)) == [ref, own]
    too_close("siddiqui", "harrow")
    assert listed(as_("siddiqui", WHEN % 6)) == [own] and shut(as_("siddiqui", WHEN % 6), ref)


def test_a_question_passed_on_to_her_is_hers_with_its_words_and_its_names(as_):
    ref = asked(as_)
    as_("pascoe", WHEN % 4).takes(ref, "pass-on", who="dpo")
    assert told(as_("sethuraman", WHEN % 5), ref) == [("harrow", "", False), ("pascoe", "", False)]
    assert shut(as_("pascoe", WHEN % 6), ref), "it is out of his hands"


def test_the_list_says_how_often_by_how_many_and_when_last_and_goes_on_from_a_reference(as_):
    ref, other = asked(as_), as_("tolland", WHEN % 4).asks("CANARY")
    dpo = as_("sethuraman", WHEN % 5)
    newest, older = audit.audited(dpo.by)
    assert (newest.ref, newest.times, newest.people, newest.last) == (other, 0, 0, None)
    assert (older.ref, older.kind, older.times, older.people, older.last) == (ref, "question", 2, 2, as_("harrow", WHEN % 3).at)
    assert [line.ref for line in audit.audited(dpo.by, limit=1)] == [other]
    assert [line.ref for line in audit.audited(dpo.by, after=other)] == [ref]
    for place in ("BBBBBBBB", "1", "no place"):
        with pytest.raises(Missing):
            audit.audited(dpo.by, after=place)
    for name in NOT_THEIRS:
        with pytest.raises(Missing):
            audit.audited(as_(name, WHEN % 5).by)


def test_no_step_is_called_as_an_opening_is_in_the_trail():
    """A step "read" once counted as an opening; the long run of the state machine found it."""
    own_words = {audit.READ, audit.AUDIT}
    assert [(kind, step.id) for kind, workflow in WORKFLOWS.items() for step in workflow.steps if step.id in own_words] == []


def test_whoever_says_that_they_read_the_advice_has_not_opened_it(as_):
    ref = proposes(EASTFIELD, "2026-11-25 10:00")
    averill = as_("averill", WHEN % 1)
    averill.takes(ref, "advice-read", read_on="2026-11-24", both=True)
    assert opened(averill, ref).opened == ()
