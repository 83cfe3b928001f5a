"""Support for a colleague whom something hurt: nothing is closed before it was offered, or somebody says why not (workflows.md 3.13, CON-10)."""

import pytest

from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.kinds import support
from askfirst.casework.models import Case, CaseCall
from askfirst.people.calendar import london_day
from tests.access.world import enter
from tests.casework.test_concern_stories import POST, WEIGHED, state, tells
from tests.casework.test_staff_route_stories import HELPED
from tests.clock import london
from tests.web.pages import page_of
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db
DAY = "2026-11-25 "
INSULT = {"about": "student", "name": "Noor Haddad-Lyle", "hurt": "somebody", "hurt_name": "Mrs Henrietta Makoni"}
FIRST = "First the support for whom it hurt is recorded. They may say no to it."


def weighed(as_, lead="whitlam", by="rowbotham", **post):
    told = tells(as_(by, DAY + "09:00"), **post)
    as_(lead, DAY + "09:10").takes(told, "clear", triage="usual")
    triager = Case.objects.get(ref=told).calls.get(step="weigh").seat
    name = {"alternate-pastoral:northgate": "obuya", "year-lead:northgate:8": "qureshi", "hr": "braithwaite"}[triager]
    as_(name, DAY + "09:20").takes(told, "weigh", **WEIGHED)
    return told, as_(name, DAY + "09:30")


def wanted(told):
    return CaseCall.objects.filter(case__ref=told, step__in=support.HELPS, ended_at=None)


def tells_them(someone, told):
    someone.takes(told, "tell-reporter", note="We have looked into it.")


def why_not(someone, told):
    with pytest.raises(Refused) as refused:
        tells_them(someone, told)
    return [(str(one.sentence), one.clause) for one in refused.value.refusals]


@pytest.mark.parametrize(
    ("post", "way", "given"),
    [
        (INSULT, "advice", {"reason": "She writes to say sorry."}),
        ({"about": "parent", "name": "Mr Padraig Wells", "hurt": "me"}, "complaint", {"reason": "He is a parent."}),
        ({"about": "account", "name": "", "hurt": "somebody", "hurt_name": "Ms Mei-Lin Harrow"}, "removal", {"reason": "Down with it."}),
        ({"name": "Mr Ludovic Farrant", "hurt": "somebody", "hurt_name": "Ms Mei-Lin Harrow"}, "hr-and-agency", {"summary": "A post."}),
    ],
    ids=["a student", "a parent", "an account nobody knows", "a supply teacher"],
)
def test_whichever_way_it_goes_it_is_closed_only_after_support_was_offered(as_, post, way, given):
    told, handler = weighed(as_, **post)
    assert handler.may(told, "support") == [] and not wanted(told).exists(), "offered from the weighing on"
    handler.takes(told, way, **given)
    (call,) = wanted(told)
    assert (handler.has_to(), london_day(call.due_at).isoformat()) == ([(told, "support", "")], "2026-12-03")
    assert (state(told), why_not(handler, told)[-1]) == ("dealt-with", (FIRST, "CON-10"))
    with pytest.raises(BadField) as wrong:
        handler.takes(told, "support", **{**HELPED, "union": "not-needed"})
    assert wrong.value.field == "reason"
    handler.takes(told, "support", **{**HELPED, "union": "not-needed"}, reason="They are the union’s own representative.")
    tells_them(handler, told)
    assert (state(told), wanted(told).exists()) == ("told", False)


def test_s42_it_is_asked_for_while_the_student_way_goes_on_and_mrs_makoni_reads_none_of_it(as_):
    told, obuya = weighed(as_, **INSULT)
    obuya.takes(told, "to-student-route", summary="A post insults a colleague.")
    assert (state(told), (told, "support", "") in obuya.has_to()) == ("routed", True)
    obuya.takes(told, "support", **HELPED, reason="Her lesson was taken by somebody else.")
    seen = as_("makoni", DAY + "10:00").opens(told)
    assert (seen.words, dict(seen.papers), seen.reached) == (False, {}, ())
    assert "taken by somebody else" not in str(as_("rowbotham", DAY + "10:00").opens(told).papers)
    assert "taken by somebody else" in str(as_("whitlam", DAY + "10:00").opens(told).papers)


@pytest.mark.parametrize(
    "post", [{"hurt": "nobody"}, {"hurt": "somebody", "hurt_name": "Nobody Here"}, {"hurt": "somebody", "hurt_name": "Mr Padraig Wells"}]
)
def test_of_nobody_of_somebody_not_known_and_of_a_parent_nothing_is_wanted(as_, post):
    told, handler = weighed(as_, **{**POST, **post})
    assert not wanted(told).exists() and handler.may(told, "support") != [] != handler.may(told, "support-student")
    handler.takes(told, "advice", reason="It comes down.")
    tells_them(handler, told)


def test_what_goes_the_staff_way_has_it_there_and_is_not_asked_for_twice(as_):
    told, obuya = weighed(as_, hurt="somebody", hurt_name="Ms Mei-Lin Harrow")
    obuya.takes(told, "to-staff-route", summary="A post insults a colleague.")
    route = Case.objects.get(kind="staff-route").ref
    assert (wanted(told).exists(), wanted(route).exists()) == (False, True)


def test_it_is_merged_with_another_only_after_support_was_offered_or_somebody_says_why_not(as_):
    first, obuya = weighed(as_, **INSULT)
    other = tells(as_("harrow", DAY + "09:00"), **INSULT)
    as_("whitlam", DAY + "09:40").takes(other, "clear", triage="usual")
    obuya = as_("obuya", DAY + "09:50")
    with pytest.raises(Refused) as refused:
        obuya.takes(other, "merge", case=first)
    assert [(str(one.sentence), one.clause) for one in refused.value.refusals] == [(FIRST, "CON-10")]
    nothing = dict.fromkeys(HELPED, "not-needed")
    obuya.takes(other, "support", **nothing, reason="It is offered in the other, which tells of the same post.")
    obuya.takes(other, "merge", case=first)
    assert (state(other), state(first)) == ("merged", "weighed") and not wanted(other).exists()


@pytest.mark.parametrize(("stood", "who"), [("screen", "whitlam"), ("triage", "obuya"), ("weighed", "obuya"), ("locked", "whitlam")])
def test_taken_back_support_is_still_asked_for_of_whoever_has_it(as_, stood, who):
    """Whoever told of it may take it back at any time, and hears no more; a colleague whom it hurt is not left alone for it."""
    told = tells(as_("rowbotham", DAY + "09:00"), **INSULT)
    if stood != "screen":
        as_("whitlam", DAY + "09:10").takes(told, "clear", triage="usual")
    if stood in ("weighed", "locked"):
        as_("obuya", DAY + "09:20").takes(told, "weigh", **WEIGHED)
    if stood == "locked":
        as_("obuya", DAY + "09:25").takes(told, "flag", reason="A child may be at risk.")
    assert state(told) == stood
    as_("rowbotham", DAY + "09:30").takes(told, "withdraw")
    helper = as_(who, DAY + "10:00")
    assert (state(told), helper.has_to()) == ("taken-back", [(told, "support", "")])
    seen = as_("rowbotham", DAY + "10:00").opens(told)
    assert not [offer.step.id for offer in seen.offers if offer.mine and not offer.refusals]
    with pytest.raises(BadField):
        helper.takes(told, "support", **{**HELPED, "cover": "not-needed"})
    helper.takes(told, "support", **HELPED)
    assert (state(told), wanted(told).exists(), Case.objects.get(ref=told).ended_at is None) == ("withdrawn", False, False)
    assert "check_in" not in str(as_("rowbotham", DAY + "10:10").opens(told).papers)


def test_taken_back_with_nobody_hurt_or_support_recorded_it_is_over_at_once(as_):
    plain = tells(as_("rowbotham", DAY + "09:00"), **{**POST, "hurt": "nobody"})
    as_("rowbotham", DAY + "09:05").takes(plain, "withdraw")
    told, obuya = weighed(as_, **INSULT)
    obuya.takes(told, "support", **HELPED)
    as_("rowbotham", DAY + "09:40").takes(told, "withdraw")
    assert (state(plain), state(told)) == ("withdrawn", "withdrawn")
    lead = as_("whitlam", DAY + "10:00")
    lead.takes(told, "reopen", note="We look into it after all.")
    assert (state(told), [step for _, step, _ in lead.has_to()]) == ("screen", ["screen"])


def test_taken_back_it_can_be_looked_into_after_all_before_support_is_recorded(as_):
    told, _ = weighed(as_, **INSULT)
    as_("rowbotham", DAY + "09:40").takes(told, "withdraw")
    as_("whitlam", DAY + "10:00").takes(told, "reopen", note="We look into it after all.")
    assert (state(told), wanted(told).exists()) == ("screen", False)


def test_kept_by_safeguarding_meanwhile_it_is_asked_for_again_and_not_lost(as_):
    told, obuya = weighed(as_, **INSULT)
    obuya.takes(told, "advice", reason="She says sorry.")
    obuya.takes(told, "flag", reason="A child may be at risk.")
    assert not wanted(told).exists()
    as_("whitlam", DAY + "10:00").takes(told, "release", outcome="handlers")
    assert (state(told), as_("obuya", DAY + "10:10").has_to()) == ("dealt-with", [(told, "support", "")])


def test_the_gate_would_be_noticed_missing(as_, monkeypatch):
    """The planted flaw: a gate that looks for nothing lets it be closed."""
    told, obuya = weighed(as_, **INSULT)
    obuya.takes(told, "advice", reason="She says sorry.")
    assert why_not(obuya, told)
    monkeypatch.setattr(support, "HELPS", {"clear": support.COLLEAGUE})  # taken for support: that safeguarding cleared it
    as_("rowbotham", DAY + "10:00").takes(told, "add", text="It is down now.")
    assert obuya.may(told, "tell-reporter") == []


def test_on_its_page_it_says_what_to_offer_and_whom_to_ring(as_):
    told, obuya = weighed(as_, **INSULT)
    page = page_of(enter("obuya", london(DAY + "12:00")).get("/cases/%s/" % told))
    section = page.one(tag="section", **{"aria-labelledby": "supported"}).text
    assert all(one in section for one in ("Mrs Makoni", "Education Support", "offer cover", "Checked on")) and too_hard(page, "staff") == []
    obuya.takes(told, "support", **HELPED)
    page = page_of(enter("obuya", london(DAY + "12:00")).get("/cases/%s/" % told))
    assert page.one(tag="section", **{"aria-labelledby": "supported"}).text.count("Done") == 3 and too_hard(page, "staff") == []
    hers = page_of(enter("makoni", london(DAY + "12:00")).get("/cases/%s/" % told)).one(tag="main").text
    assert "You need not be alone with this" in hers and "How they are" not in hers and "asked how" not in hers
