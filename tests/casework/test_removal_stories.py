"""Something is asked to come down: S26, S27 and S55, told by the cast; and what else such a request meets."""

import json

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.as_json import case_json
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, CaseAccess
from tests.cast import who

MONDAY = "2026-11-23 10:00"
LUNCH = {
    "evidence": "no",
    "links": "https://a.example/lunch/1\nhttps://a.example/lunch/2",
    "who": "staff",
    "how": "here",
    "poster": "Ms Constance Averill",
    "ask": "down",
    "why": "It was a lovely lunch, all the same.",
    "name": "yes",
}
RACE = {
    "evidence": "no",
    "item": "The picture of somebody who finishes a race",
    "who": "staff",
    "how": "school",
    "poster": "Mr Standish",
    "ask": "down",
    "name": "no",
    "alone": "yes",
}


def all_that_is_read(someone, ref):
    """Everything the page, the API and the command line make of a case, as text."""
    opened = someone.opens(ref)
    return json.dumps(case_json(opened)) + repr(opened.papers) + repr(opened.file) + repr(opened.reached)


# ---------------------------------------------------------------- S26


def test_s26_from_colleague_to_colleague_and_part_of_it_comes_down(as_, told):
    ref = as_("holloway", MONDAY).tells("removal", **LUNCH)
    assert told(ref) == [("averill", "to-do")]
    averill = as_("averill", "2026-11-23 12:00")
    opened = averill.opens(ref)
    assert opened.found.part.name == "STATUS"
    assert dict(opened.papers) == {
        "details": {
            "ask": "down",
            "links": ["https://a.example/lunch/1", "https://a.example/lunch/2"],
            "why": "It was a lovely lunch, all the same.",
            "from": "Mr Holloway-Finch",
        }
    }
    assert [(offer.step.id, offer.refusals) for offer in opened.offers] == [("say-what", ())]
    reason = next(field for field in opened.offers[0].step.fields if field.id == "reason")
    assert "not misconduct by itself" in str(reason.hint)
    assert "not listed in DIS-1" in str(reason.hint)
    with pytest.raises(BadField) as problem:
        averill.takes(ref, "say-what", outcome="part")
    assert problem.value.field == "reason"
    averill.takes(ref, "say-what", outcome="part", reason="The other is a group shot I would like to keep.")
    mine = as_("holloway", "2026-11-24 09:00").opens(ref)
    assert mine.case.state == "part-removed"
    assert mine.case.ended_at is not None
    assert mine.papers["step-%d" % mine.file.last("say-what").sequence]["reason"].startswith("The other")
    assert told(ref) == [("averill", "to-do"), ("holloway", "news")]
    seats = set(CaseAccess.objects.filter(case__ref=ref).values_list("scope", flat=True))
    assert seats == {"person:" + who("holloway"), "person:" + who("averill")}


def test_s26_no_answer_tells_nobody_else(as_, time_comes, told):
    ref = as_("holloway", MONDAY).tells("removal", **{**LUNCH, "name": "no", "alone": "no"})
    for when in ("2026-11-25 08:30", "2026-11-26 08:30", "2026-11-26 16:00", "2026-11-26 18:00", "2026-12-10 09:00"):
        time_comes(when)
    assert as_("holloway", "2026-12-10 10:00").opens(ref).case.state == "no-answer"
    assert set(told(ref)) == {("averill", "to-do"), ("averill", "reminder"), ("holloway", "news")}
    with pytest.raises(Missing):
        as_("rainsford", "2026-12-10 10:00").opens(ref)


def test_s26_a_worker_that_was_down_past_the_third_day_still_tells_nobody_else(as_, time_comes, told):
    ref = as_("holloway", MONDAY).tells("removal", **LUNCH)
    time_comes("2027-01-12 09:00")
    time_comes("2027-01-12 09:01")
    assert as_("holloway", "2027-01-12 10:00").opens(ref).case.state == "no-answer"
    assert {name for name, _ in told(ref)} == {"averill", "holloway"}


def test_s26_the_words_to_copy_are_the_askers_alone(as_, told):
    ref = as_("holloway", MONDAY).tells("removal", **{**LUNCH, "how": "copy"})
    assert told(ref) == [("holloway", "to-do")]
    assert as_("holloway", MONDAY).has_to() == [(ref, "what-came", "")]
    with pytest.raises(Missing):
        as_("averill", MONDAY).opens(ref)
    as_("holloway", "2026-11-25 09:00").takes(ref, "what-came", outcome="removed")
    assert Case.objects.get(ref=ref).state == "removed"


# ---------------------------------------------------------------- S27


def test_s27_maisie_asks_the_school_and_her_name_stays_out(as_, time_comes, told):
    for how in ("here", "copy"):
        with pytest.raises(BadField) as problem:
            as_("maisie", MONDAY).tells("removal", **{**RACE, "how": how})
        assert problem.value.field == "how"
    ref = as_("maisie", MONDAY).tells("removal", **RACE)
    assert sorted(told(ref)) == [("makoni", "to-do"), ("whitlam", "news")]
    flag = as_("whitlam", "2026-11-23 11:00").opens(ref)
    assert (flag.found.part.name, dict(flag.papers), flag.offers) == ("STATUS", {}, ())
    makoni = as_("makoni", "2026-11-23 12:00")
    assert makoni.opens(ref).papers["details"]["alone"] == "yes"
    makoni.takes(ref, "pass-to-them")
    standish = as_("standish", "2026-11-23 15:00")
    assert dict(standish.opens(ref).papers) == {"details": {"ask": "down", "links": [], "item": RACE["item"]}}
    for when in ("2026-11-25 08:30", "2026-11-26 08:30"):
        time_comes(when)
    with pytest.raises(Missing):
        as_("pascoe", "2026-11-26 16:00").opens(ref)
    time_comes("2026-11-26 17:30")
    pascoe = as_("pascoe", "2026-11-26 18:00")
    assert pascoe.has_to() == [(ref, "remind-them", "")]
    assert dict(pascoe.opens(ref).papers) == dict(standish.opens(ref).papers)
    for viewer in ("standish", "pascoe", "whitlam"):
        said = all_that_is_read(as_(viewer, "2026-11-26 18:00"), ref)
        for secret in ("Maisie", "Blenkinsop", who("maisie"), "Makoni", who("makoni"), "northgate", "alone", "parent"):
            assert secret not in said, (viewer, secret)
    pascoe.takes(ref, "remind-them")
    assert pascoe.has_to() == []
    as_("standish", "2026-11-30 09:00").takes(ref, "say-what", outcome="removed")
    assert as_("maisie", "2026-11-30 10:00").opens(ref).case.state == "removed"
    assert [kind for name, kind in told(ref) if name == "pascoe"] == ["to-do"]


def test_s27_a_step_that_is_not_theirs_is_refused_without_a_name(as_):
    ref = as_("maisie", MONDAY).tells("removal", **RACE)
    as_("makoni", "2026-11-23 12:00").takes(ref, "pass-to-them")
    as_("standish", "2026-11-23 15:00").takes(ref, "say-what", outcome="declined", reason="It is my page.")
    as_("maisie", "2026-11-24 09:00").takes(ref, "ask-school")
    for step in ("pass-to-them", "report-back", "withdraw", "say-what"):
        with pytest.raises(Refused) as refused:
            as_("standish", "2026-11-24 10:00").takes(ref, step)
        said = " ".join(str(one.sentence) for one in refused.value.refusals)
        assert "Makoni" not in said
        assert "Maisie" not in said


def test_s27_her_own_name_in_the_words_is_caught_before_it_is_sent(as_):
    for words in ({"item": "Maisie on the line"}, {"why": "I am blenkinsop, please."}):
        with pytest.raises(BadField) as problem:
            as_("maisie", MONDAY).tells("removal", **{**RACE, **words})
        assert problem.value.field == next(iter(words))
    assert as_("maisie", MONDAY).tells("removal", **{**RACE, "name": "yes", "why": "It is me, Maisie."})


def test_staff_never_ask_a_student_directly(as_, told):
    asked = {**RACE, "who": "student", "poster": "Maisie Blenkinsop", "item": "The second picture"}
    with pytest.raises(BadField):
        as_("harrow", MONDAY).tells("removal", **{**asked, "how": "here"})
    ref = as_("harrow", MONDAY).tells("removal", **asked)
    assert sorted(told(ref)) == [("makoni", "to-do"), ("whitlam", "news")]
    with pytest.raises(BadField):
        back(as_, ref, "here")


def back(as_, ref, how):
    as_("makoni", "2026-11-23 12:00").takes(ref, "report-back", outcome="removed")
    as_("harrow", "2026-11-24 12:00").takes(ref, "back-again", which="1", outcome=how)


def test_a_head_of_year_whose_own_post_it_is_is_passed_over(as_, told):
    ref = as_("maisie", MONDAY).tells("removal", **{**RACE, "poster": "Mrs Makoni"})
    assert ("makoni", "to-do") not in told(ref)
    with pytest.raises(Missing):
        as_("makoni", "2026-11-23 12:00").opens(ref)


# ---------------------------------------------------------------- S55


def test_s55_a_parents_request_is_a_parents_and_nothing_of_it_is_theirs_as_staff(as_, told):
    """Mrs Okoro-Penn helps in Year 8, and Kit is her child. Mr Dunmore, her line manager, is a deputy safeguarding lead there as well.

    Of Kit's concern the same is told in tests/casework/test_concern_stories.py and tests/web/test_concern_scenes.py; of what she read as staff
    in tests/web/test_to_read_pages.py.
    """
    other = as_("blenkinsop-g", MONDAY).tells("removal", **{**RACE, "child": "jorah"})
    asked = {**RACE, "item": "The picture by the pond", "name": "yes"}
    ref = as_("okoropenn/parent", MONDAY).tells("removal", **asked)
    case = Case.objects.get(ref=ref)
    assert (case.capacity, case.asker_id) == ("parent", who("okoropenn"))
    assert sorted(told(ref)) == [("qureshi", "to-do"), ("whitlam", "news")]
    assert as_("okoropenn/parent", MONDAY).sees() == [ref]
    assert as_("okoropenn", MONDAY).sees() == []
    with pytest.raises(Missing):
        as_("okoropenn", MONDAY).opens(ref)
    with pytest.raises(Missing):
        as_("dunmore", MONDAY).opens(ref)
    mine = as_("okoropenn/parent", MONDAY).opens(ref)
    assert mine.papers["details"]["child"] == "Kit Okoro-Penn"
    as_("okoropenn/parent", "2026-11-23 11:00").takes(ref, "withdraw")
    assert Case.objects.get(ref=ref).state == "withdrawn"
    assert other not in as_("okoropenn/parent", MONDAY).sees()


def test_s55_her_line_manager_gets_no_notice_however_long_it_takes(as_, told, time_comes):
    """Nobody answers for weeks: the next person is told, and Mr Dunmore is nobody in it. As staff she asks him, and then he hears of it."""
    ref = as_("okoropenn/parent", MONDAY).tells("removal", **{**RACE, "name": "yes"})
    for when in ("2026-11-24 09:00", "2026-11-26 17:30", "2026-12-02 09:00", "2026-12-16 09:00"):
        time_comes(when)
    assert "dunmore" not in {name for name, _ in told(ref)}
    assert as_("dunmore", "2026-12-16 10:00").sees() == as_("dunmore", "2026-12-16 10:00").has_to() == []
    asked = as_("okoropenn", "2026-12-16 10:00").asks()
    assert told(asked) == [("dunmore", "to-do")], "the way of looking finds a notice where there is one"


def test_a_parent_alone_asks_nothing_for_somebody_of_18(as_):
    with pytest.raises(Refused) as refused:
        as_("lund-a", MONDAY).tells("removal", **RACE)
    assert "From 18 on" in str(refused.value.refusals[0].sentence)


def test_a_parent_of_two_says_for_which(as_):
    with pytest.raises(BadField) as problem:
        as_("blenkinsop-g", MONDAY).tells("removal", **RACE)
    assert problem.value.field == "child"
    ref = as_("blenkinsop-g", MONDAY).tells("removal", **RACE, child="jorah")
    assert as_("blenkinsop-g", MONDAY).opens(ref).papers["details"]["child"] == "Jorah Blenkinsop"


# ---------------------------------------------------------------- links


@pytest.mark.parametrize("links", ["javascript:alert(1)", "https://a.example/" + "x" * 8_000, "", "\n".join(["https://a.example/"] * 11)])
def test_a_link_that_cannot_be_used_is_one_sentence_and_nothing_is_kept(as_, links):
    with pytest.raises(BadField) as problem:
        as_("holloway", MONDAY).tells("removal", **{**LUNCH, "links": links})
    assert problem.value.field == "links"
    assert str(problem.value.sentence).strip()
    assert as_("holloway", MONDAY).sees() == []


def test_evidence_is_kept_before_anything_is_asked(as_):
    with pytest.raises(BadField) as problem:
        as_("holloway", MONDAY).tells("removal", **{**LUNCH, "evidence": "yes"})
    assert problem.value.field == "kept"
    assert as_("holloway", MONDAY).tells("removal", **{**LUNCH, "evidence": "yes", "kept": True})


def test_a_link_that_is_back_opens_the_request_again(as_, time_comes, told):
    ref = as_("holloway", MONDAY).tells("removal", **LUNCH)
    as_("averill", "2026-11-23 12:00").takes(ref, "say-what", outcome="removed")
    mine = as_("holloway", "2026-11-24 09:00")
    mine.takes(ref, "mark-link", which="1", status="removed")
    with pytest.raises(BadField) as problem:
        mine.takes(ref, "mark-link", which="3", status="removed")
    assert problem.value.field == "which"
    mine.takes(ref, "look-again", check_on="2026-12-08")
    time_comes("2026-12-08 08:30")
    assert told(ref)[-1] == ("holloway", "reminder")
    as_("holloway", "2026-12-08 09:00").takes(ref, "back-again", which="2", outcome="here")
    assert as_("averill", "2026-12-08 10:00").has_to() == [(ref, "say-what", "")]
    as_("averill", "2026-12-08 11:00").takes(ref, "say-what", outcome="removed")
    as_("holloway", "2026-12-08 12:00").takes(ref, "look-again", check_on="2026-12-15")
    as_("holloway", "2026-12-15 12:00").takes(ref, "still-gone")
    assert Case.objects.get(ref=ref).state == "closed"


def test_somebody_who_left_yesterday_and_a_name_that_is_nobodys_are_one_sentence(as_):
    said = set()
    for name in ("Ms Constance Averil", "Grange", "Mr Holloway-Finch"):
        with pytest.raises(BadField) as problem:
            as_("holloway", MONDAY).tells("removal", **{**LUNCH, "poster": name})
        said.add((problem.value.field, str(problem.value.sentence)))
    with pytest.raises(BadField) as problem:
        as_("holloway", "2027-03-26 10:00").tells("removal", **LUNCH)
    said.add((problem.value.field, str(problem.value.sentence)))
    assert len(said) == 1


def test_a_stranger_hears_nothing(as_):
    with pytest.raises(Refused):
        as_("quarshie", MONDAY).tells("removal", **LUNCH)


# ---------------------------------------------------------------- S28 and S29: a list of one's own


def test_s28_a_saved_list_is_seen_by_nobody_else_until_it_is_shared_with_the_tutor(as_, told):
    ref = as_("farouk", MONDAY).tells("steps", untagged=True, numbers="Report 4471")
    assert told(ref) == []
    for other in ("standish", "qureshi", "whitlam", "wells-p", "devlin"):
        with pytest.raises(Missing):
            as_(other, MONDAY).opens(ref)
    as_("farouk", "2026-11-23 11:00").takes(ref, "tick", untagged=True, blocked=True, numbers="Report 4471")
    as_("farouk", "2026-11-23 12:00").takes(ref, "share")
    assert told(ref) == [("standish", "news")]
    assert as_("standish", "2026-11-23 13:00").opens(ref).papers["details"]["numbers"] == "Report 4471"
    as_("farouk", "2026-11-23 14:00").takes(ref, "stop-sharing")
    with pytest.raises(Missing):
        as_("standish", "2026-11-23 15:00").opens(ref)


def test_s29_miss_drinkwaters_numbers_are_hers_alone(as_):
    ref = as_("drinkwater", MONDAY).tells("steps", reported=True, numbers="Police 101, log 88")
    with pytest.raises(Missing):
        as_("rainsford", MONDAY).opens(ref)
    assert as_("drinkwater", MONDAY).may(ref, "share") == ["You have no tutor here to share it with. It stays yours alone."]
