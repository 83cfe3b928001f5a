"""S43 and S44: an instruction about somebody's own blog, from a draft to its end, told by the cast (workflows.md 3.16, MAN-1 to MAN-4)."""

from datetime import date

import pytest

from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refused
from askfirst.casework.kinds.instruction_words import stands_in
from askfirst.casework.models import Case, CaseCall, CaseStep
from askfirst.trail.models import Notice
from tests.cast import who
from tests.clock import london

DRAFT = {
    "what": "The Trust’s phone system.",
    "why": "It was attacked. Details would help a second attack.",
    "ground": "MAN-4",
    "confidentiality": True,
    "scope": "The phone system alone.",
    "less": "A talk. It is not enough while the attack is looked into.",
    "starts": "2026-11-24",
    "ends": "2027-04-30",
    "disclosures": "no",
    "union": "no",
}
NETWORKS = {"whom": "wieczorek", **DRAFT}
MARKS = {
    "whom": "averill", **DRAFT, "ground": "MAN-2", "what": "A-level art marks before they are moderated.", "scope": "Unmoderated marks.",
    "why": "Marks may still change.", "ends": "2027-08-31",
}  # fmt: skip
FIRST = {**MARKS, "what": "Union meetings, and the safety worries sent to a regulator.", "starts": "2026-11-01"}


def drafts(as_, name="siddiqui", when="2026-11-23 09:00", **details):
    return as_(name, when).tells("instruction", **{**NETWORKS, **details})


def state(ref):
    return Case.objects.get(ref=ref).state


def steps_of(ref):
    return list(CaseStep.objects.filter(case__ref=ref).order_by("sequence").values_list("step", flat=True))


def given(as_, name="siddiqui", when="2026-11-24 09:00", **details):
    """Drafted, looked at by HR and given."""
    ref = drafts(as_, name, **details)
    as_("braithwaite", "2026-11-23 11:00").takes(ref, "look", text="Say which part of it.")
    as_(name, when).takes(ref, "issue")
    return ref


def can_take(someone, ref):
    return [offer.step.id for offer in someone.opens(ref).offers if not offer.refusals]


def refused(what):
    with pytest.raises((Refused, BadField)) as problem:
        what()
    return problem.value


# ---------------------------------------------------------------- S43


@pytest.mark.parametrize("missing", ["what", "why", "ground", "confidentiality", "scope", "starts", "ends", "less", "disclosures", "union"])
def test_s43_it_cannot_go_to_hr_until_everything_is_filled_in(as_, missing):
    held = {**NETWORKS}
    del held[missing]
    assert refused(lambda: as_("siddiqui", "2026-11-23 09:00").tells("instruction", **held)).field == {
        "confidentiality": "impartiality"
    }.get(missing, missing)
    assert not Case.objects.exists() and as_("braithwaite", "2026-11-23 09:30").has_to() == []
    assert state(drafts(as_)) == "hr-look"


def test_s43_the_ground_cites_man_4_and_the_factor_is_confidentiality(as_):
    ref = drafts(as_)
    assert Case.objects.get(ref=ref).clauses.split() == ["MAN-1", "MAN-2", "MAN-3", "MAN-4"]
    details = as_("braithwaite", "2026-11-23 10:00").opens(ref).papers["details"]
    assert details["ground"] == "MAN-4"
    assert [one for one in ("impartiality", "confidentiality", "conflict", "commercial") if details.get(one)] == ["confidentiality"]
    other = drafts(as_, ground="MAN-2")
    assert "MAN-4" not in Case.objects.get(ref=other).clauses.split()


def test_s43_hrs_look_is_due_in_two_school_days_and_is_advice_without_a_veto(as_):
    ref = drafts(as_)
    assert as_("braithwaite", "2026-11-23 10:00").has_to() == [(ref, "look", "")]
    assert CaseCall.objects.get(case__ref=ref, step="look").due_at.date() == date(2026, 11, 25)
    assert can_take(as_("braithwaite", "2026-11-23 10:00"), ref) == ["look"]
    as_("braithwaite", "2026-11-23 11:00").takes(ref, "look", text="I would not give it.")
    assert can_take(as_("braithwaite", "2026-11-23 12:00"), ref) == []
    as_("siddiqui", "2026-11-24 09:00").takes(ref, "issue")
    assert state(ref) == "issued"


def queried(as_):
    ref = given(as_)
    him = as_("wieczorek", "2026-11-24 10:00")
    him.takes(ref, "query", text="May I write of the switchboard museum?")
    as_("siddiqui", "2026-11-24 11:00").takes(ref, "explain", text="Yes. Leave out how ours works.")
    return ref


def test_s43_the_path_is_issued_queried_explained_received_active(as_, time_comes):
    ref, path = given(as_), []
    path.append(state(ref))
    as_("wieczorek", "2026-11-24 10:00").takes(ref, "query", text="May I write of the switchboard museum?")
    path.append(state(ref))
    as_("siddiqui", "2026-11-24 11:00").takes(ref, "explain", text="Yes.")
    path.append(state(ref))
    as_("wieczorek", "2026-11-24 12:00").takes(ref, "receive")
    path.append(state(ref))
    time_comes("2026-11-24 18:00")
    path.append(state(ref))
    assert path == ["issued", "queried", "explained", "received", "active"]
    assert [step for step in steps_of(ref) if step in ("issue", "query", "explain", "receive", "begin")] == [
        "issue", "query", "explain", "receive", "begin",
    ]  # fmt: skip
    states = WORKFLOWS["instruction"].states
    assert [str(states[one]) for one in ("issued", "queried", "explained", "received", "active")] == [
        "issued", "queried", "explained", "received", "active",
    ]  # fmt: skip
    later = given(as_, starts="2026-12-01")
    as_("wieczorek", "2026-11-24 12:00").takes(later, "receive")
    assert state(later) == "received"
    time_comes("2026-12-01 08:05")
    assert state(later) == "active"


def test_s43_query_and_explanation_are_in_the_record_he_can_open(as_):
    ref = queried(as_)
    said = [str(held.get("text", "")) for held in as_("wieczorek", "2026-11-24 12:00").opens(ref).papers.values()]
    assert "May I write of the switchboard museum?" in said and "Yes. Leave out how ours works." in said
    assert "Say which part of it." not in said, "HR's advice is for the manager"


def test_s43_the_notice_goes_out_30_days_before_and_it_ends_by_itself(as_, time_comes):
    ref = queried(as_)
    as_("wieczorek", "2026-11-24 12:00").takes(ref, "receive")
    time_comes("2027-03-30 20:00")
    assert state(ref) == "active"
    time_comes("2027-03-31 08:05")
    assert state(ref) == "ending"
    told = Notice.objects.filter(case=ref, made_at=london("2027-03-31 08:05"), kind="news")
    assert {notice.to for notice in told} == {who("wieczorek"), who("siddiqui")}
    time_comes("2027-04-30 23:00")
    assert state(ref) == "ending"
    time_comes("2027-05-01 08:05")
    assert state(ref) == "ended"
    last = CaseStep.objects.filter(case__ref=ref, step="over").get()
    assert last.by_id is None


# ---------------------------------------------------------------- S44


def test_s44_draft_one_is_refused_on_two_grounds_each_named(as_):
    problem = refused(lambda: as_("rainsford", "2026-11-24 09:00").tells("instruction", **FIRST))
    assert [(str(one.sentence).partition(". ")[0], one.clause) for one in problem.refusals] == [
        ("An instruction cannot stop whistleblowing or union matters", "MAN-2"),
        ("An instruction cannot start in the past", "MAN-2"),
    ]
    assert not Case.objects.exists()


@pytest.mark.parametrize("asked", [{"disclosures": "yes"}, {"union": "yes"}, {"scope": "What the NEU and other unions say."}])
def test_s44_each_question_and_plain_words_alone_are_enough(as_, asked):
    problem = refused(lambda: as_("rainsford", "2026-11-24 09:00").tells("instruction", **{**MARKS, **asked}))
    assert len(problem.refusals) == 1
    ref = drafts(as_)
    problem = refused(lambda: as_("siddiqui", "2026-11-23 10:00").takes(ref, "change", **{**DRAFT, **asked}))
    assert len(problem.refusals) == 1 and state(ref) == "hr-look"


def test_plain_words_are_whole_words():
    assert stands_in("Trade union meetings") and stands_in("Whistle-blowing") and stands_in("her safety concerns")
    assert not stands_in("The reunion, an onion, and online safety lessons")


def active(as_, time_comes):
    """Draft two, given on 24 November; she does not press."""
    ref = drafts(as_, "rainsford", **MARKS)
    assert "issue" not in can_take(as_("rainsford", "2026-11-23 09:30"), ref)
    as_("braithwaite", "2026-11-23 11:00").takes(ref, "look", text="Fine.")
    as_("rainsford", "2026-11-24 09:00").takes(ref, "issue")
    time_comes("2026-11-24 18:00")
    return ref


def test_s44_draft_two_can_be_issued_after_hr_has_looked(as_, time_comes):
    assert "issue" in steps_of(active(as_, time_comes))


def test_s44_the_challenge_goes_to_mr_abernethy_and_mrs_rainsford_cannot_decide_it(as_, time_comes):
    ref = active(as_, time_comes)
    as_("averill", "2026-11-25 10:00").takes(ref, "challenge", text="Nobody else is told this.")
    assert as_("abernethy", "2026-11-25 11:00").has_to() == [(ref, "review", "")]
    decided = {"outcome": "stands", "reason": "Marks may change until August."}
    with pytest.raises(Refused):
        as_("rainsford", "2026-11-25 11:00").takes(ref, "review", **decided)
    with pytest.raises(Refused):
        as_("braithwaite", "2026-11-25 11:00").takes(ref, "review", **decided)
    as_("abernethy", "2026-11-26 09:00").takes(ref, "review", **decided)
    assert CaseStep.objects.filter(case__ref=ref, step="begin").count() == 2
    assert state(ref) == "active"
    assert "Marks may change until August." in str(as_("averill", "2026-11-26 10:00").opens(ref).papers)
    assert as_("averill", "2026-11-26 10:00").may(ref, "challenge") != []


def test_s44_a_challenge_may_end_it(as_, time_comes):
    ref = active(as_, time_comes)
    as_("averill", "2026-11-25 10:00").takes(ref, "challenge", text="Nobody else is told this.")
    as_("abernethy", "2026-11-26 09:00").takes(ref, "review", outcome="lifted", reason="A talk will do.")
    assert state(ref) == "lifted"


def test_s44_without_her_click_it_is_active_and_opens_no_concern_and_no_conduct_record(as_, time_comes):
    ref = active(as_, time_comes)
    assert state(ref) == "active" and "receive" not in steps_of(ref)
    time_comes("2027-02-01 18:00")
    assert state(ref) == "active"
    assert Case.objects.count() == 1
    calls = CaseCall.objects.filter(case__ref=ref, ended_at=None)
    assert {call.seat for call in calls} == {"person:" + who("averill")}, "nobody else is asked because she did not press"
