"""A journalist asks: S23, S24, S25 and S57, told by the cast."""

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.gates import Refused
from askfirst.casework.workflow import Part
from askfirst.people.models import Delegation
from askfirst.people.who import is_adult
from tests.cast import who
from tests.clock import london


def states(opened):
    return [taken.step for taken in opened.file.taken if taken.by]


def test_s23_the_executive_headteachers_own_post_goes_to_the_chair(as_, time_comes, told):
    asker = as_("achterberg", "2026-11-23 09:30")
    ref = asker.logs(about_no_school=True, asked="About the post on pay", deadline="2026-11-23T15:00:00+00:00")
    assert as_("quarshie", "2026-11-23 09:31").has_to() == [(ref, "consult", "")]
    assert asker.may(ref, "consult") == ["Only Mr Quarshie can do this."]
    with pytest.raises(Refused):
        asker.takes(ref, "consult", advice="Fine by me")
    assert sorted(told(ref)) == [("adelakun", "news"), ("quarshie", "to-do")]
    assert time_comes("2026-11-23 09:59") == 0
    assert time_comes("2026-11-23 10:00") == 1
    assert told(ref)[2:] == [("quarshie", "reminder")]
    assert as_("vasquez-thorne", "2026-11-23 10:01").sees() == []
    assert time_comes("2026-11-23 10:30") == 1
    assert told(ref)[3:] == [("vasquez-thorne", "to-do")]
    assert as_("achterberg", "2026-11-23 10:35").opens(ref).case.state == "pending"
    later = as_("achterberg", "2026-11-23 10:40")
    for step in ("respond", "decline", "hand-over"):
        assert later.may(ref, step) == ["Ask Mrs Vasquez-Thorne, for the Trust, before any response is given."]
        with pytest.raises(Refused) as refused:
            later.takes(ref, step)
        assert [refusal.clause for refusal in refused.value.refusals] == ["SNS-12"]
    as_("vasquez-thorne", "2026-11-23 10:45").takes(ref, "consult", advice="Wait until tomorrow.")
    for step in ("respond", "decline", "hand-over"):
        assert as_("achterberg", "2026-11-23 10:50").may(ref, step) == []
    assert as_("adelakun", "2026-11-23 11:00").opens(ref).found.part is Part.ALL
    with pytest.raises(Missing):
        as_("wieczorek", "2026-11-23 11:00").opens(ref)
    assert as_("wieczorek", "2026-11-23 11:00").sees() == []


def test_s24_two_schools_two_headteachers_one_of_them_away(as_, told):
    asker = as_("standish", "2026-12-01 13:30")
    ref = asker.logs("northgate", "eastfield", asked="About the race")
    opened = asker.opens(ref)
    assert sorted(opened.file.owed) == ["eastfield", "northgate"]
    assert opened.file.has("open-to", of="co-ordinate")
    assert ("achterberg", "news") in told(ref)
    assert as_("obuya", "2026-12-01 14:00").has_to() == [(ref, "consult", who("devlin"))]
    as_("obuya", "2026-12-01 14:05").takes(ref, "consult", advice="Please do not answer.")
    consulted = as_("standish", "2026-12-01 14:10").opens(ref).file.last("consult")
    assert (consulted.by, consulted.acting_for, consulted.of) == (who("obuya"), who("devlin"), "northgate")
    assert as_("standish", "2026-12-01 14:10").may(ref, "respond") == [
        "Ask Mr Abernethy, for Eastfield Academy, before any response is given."
    ]
    as_("abernethy", "2026-12-01 15:20").takes(ref, "consult", advice="Say the race was fun.")
    later = as_("standish", "2026-12-01 15:20")
    assert later.may(ref, "respond") == []
    later.takes(ref, "respond", note="I said it was fun.")
    opened = later.opens(ref)
    assert opened.case.state == "responded"
    assert states(opened) == ["open", "consult", "consult", "respond"]
    advice = [words.get("advice") for words in opened.papers.values() if "advice" in words]
    assert advice == ["Please do not answer.", "Say the race was fun."]
    assert later.sees() == [ref]  # no conduct case came of it


def test_s25_a_student_of_eighteen_and_a_question_about_a_cinema(as_, told):
    asker = as_("osei", "2026-11-23 10:00")
    reporter = {"name": "Ms Verity Calloway", "outlet": "The Hexley Courier", "contact": "07700 900742"}
    blog = asker.logs("eastfield", asked="About exam stress", reporter=reporter)
    cinema = asker.logs(about_a_post=False, asked="What do you think of the cinema?", reporter=reporter)
    opened = asker.opens(blog)
    assert opened.case.clauses == "SNS-12"
    assert as_("abernethy", "2026-11-23 10:05").has_to() == [(blog, "consult", "")]
    assert ("barrowman", "news") in told(blog)
    assert as_("barrowman", "2026-11-23 10:05").opens(blog).papers == {}
    assert is_adult(who("osei"), on=asker.by.on)
    assert as_("omondi", "2026-11-23 10:05").sees() == []
    assert {name for name, _ in told(blog)} == {"adelakun", "abernethy", "barrowman"}
    assert as_("adelakun", "2026-11-23 10:05").has_to() == [(cinema, "advise", "")]
    assert asker.may(cinema, "respond") == []
    assert asker.opens(cinema).case.clauses == ""
    assert opened.papers["details"]["reporter"]["contact"] == "07700 900742"
    assert opened.workflow.retention == "R1-press"


def test_s25_a_student_under_eighteen_has_the_safeguarding_lead_beside_them(as_, told):
    ref = as_("wren", "2026-11-23 10:00").logs("eastfield", asked="About his videos")
    assert {name for name, _ in told(ref)} == {"adelakun", "abernethy", "barrowman", "omondi"}
    assert as_("omondi", "2026-11-23 10:05").opens(ref).found.part is Part.STATUS


def test_s57_the_delegate_acts_but_never_in_his_own_matter_and_never_after(as_, told, time_comes):
    hers = as_("harrow", "2026-12-03 09:00").logs("northgate", asked="About her blog")
    his = as_("obuya", "2026-12-03 09:00").logs("northgate", asked="About his post")
    obuya = as_("obuya", "2026-12-03 09:30")
    assert obuya.has_to() == [(hers, "consult", who("devlin"))]
    assert obuya.may(his, "consult") == ["Only Dr Achterberg can do this."]
    assert as_("achterberg", "2026-12-03 09:30").has_to() == [(his, "consult", "")]
    obuya.takes(hers, "consult", advice="Fine.")
    third = as_("harrow", "2026-12-05 11:00").logs("northgate", asked="Another one")
    assert as_("devlin", "2026-12-05 11:05").has_to() == [(third, "consult", "")]
    after = as_("obuya", "2026-12-05 11:05")
    assert after.has_to() == []
    assert after.sees() == [his]
    with pytest.raises(Missing):
        after.opens(third)
    done = as_("harrow", "2026-12-06 09:00").opens(hers).file.last("consult")
    assert (done.by, done.acting_for) == (who("obuya"), who("devlin"))
    assert (("duty@ret.example", "duty") in told(hers), ("duty@ret.example", "duty") in told(his)) == (False, False)


def test_s57_a_step_that_answers_nothing_says_for_whom_it_was_taken_too(as_):
    """Mr Obuya stands in for Ms Devlin when he names a second school; Ms Harrow, whose matter it is, acts for nobody."""
    ref = as_("harrow", "2026-12-03 09:00").logs("northgate", asked="About her blog")
    as_("obuya", "2026-12-03 09:30").takes(ref, "name-school", of="eastfield")
    as_("harrow", "2026-12-03 09:40").takes(ref, "name-school", of="brannocks")
    named = {one.of: (one.by, one.acting_for) for one in as_("harrow", "2026-12-03 10:00").opens(ref).file.of("name-school")}
    assert named["eastfield"] == (who("obuya"), who("devlin"))
    assert named["brannocks"] == (who("harrow"), "")


def test_s57_with_no_delegation_at_all_the_duty_contact_hears_and_decides_nothing(as_, told):
    Delegation.objects.all().delete()
    ref = as_("harrow", "2026-12-03 09:00").logs("northgate", asked="About her blog")
    assert ("duty@ret.example", "duty") in told(ref)
    assert as_("achterberg", "2026-12-03 09:05").has_to() == [(ref, "consult", "")]
    assert as_("obuya", "2026-12-03 09:05").has_to() == []
    assert as_("harrow", "2026-12-03 09:05").opens(ref).reached[0].person == who("achterberg")
    assert london("2026-12-03 09:00") == as_("harrow", "2026-12-03 09:05").opens(ref).case.opened_at


def test_whoever_answers_without_waiting_for_advice_leaves_nobody_waiting_to_give_it(as_):
    ref = as_("osei", "2026-11-23 10:00").logs(asked="The new cinema.", about_a_post=False)
    assert [task[:2] for task in as_("adelakun", "2026-11-23 10:05").has_to()] == [(ref, "advise")]
    as_("osei", "2026-11-23 10:10").takes(ref, "respond")
    assert as_("adelakun", "2026-11-23 10:15").has_to() == []
