"""Support for a student whom something hurt: an adult to talk to, Childline, something changed; offered or declined before it ends (3.13)."""

import pytest

from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.kinds import support
from askfirst.casework.models import Case, CaseCall
from askfirst.people.calendar import london_day
from tests.access.world import enter
from tests.casework.test_concern_stories import POST, state, tells
from tests.casework.test_support import DAY, FIRST, tells_them, wanted, weighed, why_not
from tests.clock import london
from tests.web.pages import page_of
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db
KIND = {"check_in": "done", "apart": "declined", "adult": "done", "childline": "done"}
KIT = {"about": "student", "name": "Jorah Blenkinsop", "hurt": "somebody", "hurt_name": "Kit Okoro-Penn"}
SENT_ON = {"summary": "A story mocks a student."}


@pytest.mark.parametrize(
    ("post", "way", "given"),
    [
        ({}, "advice", {"reason": "He writes to say sorry."}),
        ({}, "restorative", {"reason": "They talk it over."}),
        ({"about": "parent", "name": "Mr Padraig Wells"}, "complaint", {"reason": "He is a parent."}),
        ({"about": "account", "name": ""}, "removal", {"reason": "Down with it."}),
        ({"about": "staff", "name": "Mr Ludovic Farrant"}, "hr-and-agency", SENT_ON),
    ],
    ids=["advice to a student", "they talk", "a parent", "an account nobody knows", "a supply teacher"],
)
def test_whichever_way_it_goes_it_is_closed_only_after_support_was_offered(as_, post, way, given):
    told, handler = weighed(as_, **{**KIT, **post})
    assert handler.may(told, "support-student") == [] != handler.may(told, "support") and not wanted(told).exists()
    handler.takes(told, way, **given)
    (call,) = wanted(told)
    assert (handler.has_to(), london_day(call.due_at).isoformat()) == ([(told, "support-student", "")], "2026-12-03")
    assert (state(told), why_not(handler, told)[-1]) == ("dealt-with", (FIRST, "CON-10"))
    with pytest.raises(BadField) as wrong:
        handler.takes(told, "support-student", **{**KIND, "apart": "not-needed"})
    assert wrong.value.field == "reason"
    for thing in KIND:
        with pytest.raises(BadField) as wrong:
            handler.takes(told, "support-student", **{**KIND, thing: ""})
        assert wrong.value.field == thing
    handler.takes(told, "support-student", **dict.fromkeys(KIND, "declined"))
    tells_them(handler, told)
    assert (state(told), wanted(told).exists()) == ("told", False)


@pytest.mark.parametrize(("about", "way"), [({}, "student-route"), ({"about": "staff", "name": "Mr Kofi Standish"}, "staff-route")])
def test_on_either_route_it_is_asked_for_in_the_concern_and_the_route_over_it_still_is(as_, about, way):
    """The staff way has support of its own for a colleague alone: a student whom a teacher mocked is not forgotten there."""
    told, handler = weighed(as_, **{**KIT, **about})
    handler.takes(told, "to-" + way, **SENT_ON)
    route = Case.objects.get(kind=way).ref
    assert (state(told), wanted(told).count(), CaseCall.objects.filter(case__ref=route, step__in=support.HELPS).count()) == ("routed", 1, 0)
    assert (told, "support-student", "") in handler.has_to()
    handler.takes(told, "support-student", **KIND, reason="She sits with Ada now.")
    assert not wanted(told).exists()


def test_it_is_merged_with_another_only_after_that(as_):
    first, _ = weighed(as_, **KIT)
    other = tells(as_("harrow", DAY + "09:00"), **KIT)
    as_("whitlam", DAY + "09:40").takes(other, "clear", triage="usual")
    year = as_("qureshi", DAY + "09:50")
    with pytest.raises(Refused) as refused:
        year.takes(other, "merge", case=first)
    assert [str(one.sentence) for one in refused.value.refusals] == [FIRST]
    year.takes(other, "support-student", **dict.fromkeys(KIND, "not-needed"), reason="It is offered in the other.")
    year.takes(other, "merge", case=first)
    assert (state(other), wanted(other).exists()) == ("merged", False)


@pytest.mark.parametrize(("stood", "who"), [("screen", "whitlam"), ("triage", "qureshi")])
def test_taken_back_it_is_still_asked_for(as_, stood, who):
    told = tells(as_("rowbotham", DAY + "09:00"), **{**POST, **KIT})
    if stood == "triage":
        as_("whitlam", DAY + "09:10").takes(told, "clear", triage="usual")
    as_("rowbotham", DAY + "09:30").takes(told, "withdraw")
    helper = as_(who, DAY + "10:00")
    assert (state(told), helper.has_to()) == ("taken-back", [(told, "support-student", "")])
    helper.takes(told, "support-student", **KIND)
    assert (state(told), wanted(told).exists()) == ("withdrawn", False)


@pytest.mark.parametrize(
    ("by", "post"), [("kit", {"hurt": "me", "hurt_name": ""}), ("okoropenn/parent", {"hurt": "child", "hurt_name": ""})]
)
def test_the_student_or_a_parent_who_tells_is_met_the_same(as_, by, post):
    told, handler = weighed(as_, by=by, **{**KIT, **post})
    handler.takes(told, "advice", reason="He says sorry.")
    assert why_not(handler, told)[-1] == (FIRST, "CON-10")


def test_neither_the_student_nor_the_parent_nor_whoever_told_reads_what_was_offered(as_):
    told, handler = weighed(as_, **KIT)
    handler.takes(told, "support-student", **KIND, reason="She sits with Ada now.")
    for name in ("kit", "okoropenn/parent", "rowbotham"):
        assert "Ada" not in str(as_(name, DAY + "10:00").opens(told).papers), name
    for name in ("whitlam", "qureshi"):
        assert "Ada" in str(as_(name, DAY + "10:00").opens(told).papers), name


def test_a_gate_that_looks_at_colleagues_alone_would_be_noticed(as_, monkeypatch):
    """The planted flaw."""
    told, handler = weighed(as_, **KIT)
    handler.takes(told, "advice", reason="He says sorry.")
    assert why_not(handler, told)
    monkeypatch.setattr(support, "HELPS", {support.SUPPORT: support.COLLEAGUE})
    as_("rowbotham", DAY + "10:00").takes(told, "add", text="It is down now.")
    assert handler.may(told, "tell-reporter") == []


@pytest.mark.parametrize(
    ("by", "post", "name", "reader", "says"),
    [
        ("rowbotham", {}, "kit", "student", "an adult at school whom you trust"),
        ("kit", {"hurt": "me", "hurt_name": ""}, "kit", "student", "an adult at school whom you trust"),
        ("rowbotham", {}, "okoropenn/parent", "staff", "Your child can talk to an adult at school"),
        ("okoropenn/parent", {"hurt": "child", "hurt_name": ""}, "okoropenn/parent", "staff", "Your child can talk to an adult at school"),
    ],
    ids=["the student", "the student who told", "the parent", "the parent who told"],
)
def test_its_page_says_to_whom_they_can_talk_and_that_they_hear_dealt_with_and_no_more(as_, by, post, name, reader, says):
    told, _ = weighed(as_, by=by, **{**KIT, **post})
    page = page_of(enter(name, london(DAY + "12:00")).get("/cases/%s/" % told))
    section = page.one(tag="section", **{"aria-labelledby": "for-you"}).text
    assert all(one in section for one in (says, "0800 1111", "At the end you hear that it was dealt with, and no more.", "Get help"))
    assert (
        too_hard(page, reader) == []
        and "This is not legal advice." not in page.text
        and "your manager" not in section
        and "Education Support" not in section
    )


@pytest.mark.parametrize("by", ["blenkinsop-g", "maisie", "lund-a"])
def test_whoever_was_not_hurt_reads_nothing_of_it(as_, by):
    told, _ = weighed(as_, by=by, **{**KIT, "hurt_name": "Kit Okoro-Penn"})
    page = page_of(enter(by, london(DAY + "12:00")).get("/cases/%s/" % told))
    assert "You need not be alone with this" not in page.text


def test_whoever_weighs_it_reads_what_to_offer_and_what_was(as_):
    told, year = weighed(as_, **KIT)
    page = page_of(enter("qureshi", london(DAY + "12:00")).get("/cases/%s/" % told))
    section = page.one(tag="section", **{"aria-labelledby": "supported"}).text
    assert all(one in section for one in ("Kit Okoro-Penn", "Childline", "0800 1111", "Checked on", "which adult")), section
    assert "union" not in section and too_hard(page, "staff") == []
    assert "Nobody known who works here is the one it hurt." not in page.text, "a colleague’s is not waited for"
    year.takes(told, "support-student", **KIND)
    year.takes(told, "advice", reason="He says sorry.")
    page = page_of(enter("qureshi", london(DAY + "12:00")).get("/cases/%s/" % told))
    act = page.one(tag="main").text
    assert 0 <= act.find("Tell whoever told us") < act.find("Record the support for whom it hurt"), "first what is asked for now"
    assert page.one(tag="section", **{"aria-labelledby": "supported"}).text.count("Done") == 3 and too_hard(page, "staff") == []
