"""Opened again only by whoever decided it or above, with a reason; told by the cast for each everyday kind (workflows.md 3.0)."""

from datetime import timedelta

import pytest

from askfirst.casework import access
from askfirst.casework.deadlines import run_due
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refused
from askfirst.casework.kept import kept_until
from askfirst.casework.kinds.reopened import REOPENS
from askfirst.casework.models import Case, CaseCall
from askfirst.casework.whose import sits
from askfirst.people.models import Person
from askfirst.people.standing import standing
from askfirst.records import holds, retention
from askfirst.sites import register
from askfirst.sites.register import Answer
from askfirst.trail.models import Notice
from tests.access.world import command
from tests.api.conftest import Api
from tests.cast import who
from tests.clock import london
from tests.groups import EASTFIELD, active, takes, tells
from tests.web import test_not_now_reads_why as not_now
from tests.web.pages import page_of, send
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db

MONDAY, LATER, THEN = "2026-11-23 10:00", "2026-11-24 10:00", "2026-11-25 10:00"
WHY = "I had not seen the second page, zanzibar."
FACTORS = dict.fromkeys(("impartiality", "confidentiality", "conflict", "commercial"), "yes")
TOLD = {
    "declaration": {"what": "blog", "topic": "Trenches", "says": "no"},
    "plan": {"topic": "Trenches", "says": "no"},
    "interest": {"text": "My blog praises a shop."},
}
ASKS = {
    "evidence": "no",
    "item": "The picture",
    "who": "staff",
    "how": "school",
    "poster": "standish",
    "ask": "down",
    "name": "no",
    "alone": "no",
}
IMPOSTOR = {"address": "https://x.example/northgate", "what": "school", "children": "no"}
EVENT = {"called": "Awards evening", "place": "The hall", "day": "2026-12-08", "rule": "school", "notice": "Keep pictures among us."}


@pytest.fixture(autouse=True)
def here(cast, at):
    at(THEN)


def settled(kind):
    ref = tells("harrow", kind, TOLD[kind], MONDAY)
    takes("pascoe", ref, "talk", MONDAY, how="by-message")
    takes("pascoe", ref, "settle", LATER, outcome="no-conflict", note="All is well.", **FACTORS)
    return ref


def offer_declined():
    ref = not_now.offer()
    takes("harrow", ref, "decline", LATER)
    return ref


def asked_for_a_student():
    ref = tells("farouk", "removal", ASKS, MONDAY)
    takes("qureshi", ref, "report-back", LATER, outcome="declined", note="It stays up.")
    return ref


def looked_at(*taken):
    ref = tells("farouk", "impostor", IMPOSTOR, MONDAY)
    for step, given in taken:
        takes("adelakun", ref, step, LATER, **given)
    return ref


def group_ended():
    ref = active()
    takes("rainsford", ref, "end", LATER, reason="It is quiet.")
    return ref


AGAIN = {"note": WHY}
KINDS = [
    ("a declaration settled", lambda: settled("declaration"), "harrow", "pascoe", "reopen", "told", "devlin"),
    ("a plan settled", lambda: settled("plan"), "harrow", "pascoe", "reopen", "told", "devlin"),
    ("an interest settled", lambda: settled("interest"), "harrow", "pascoe", "reopen", "told", "devlin"),
    ("an offer declined", offer_declined, "harrow", "pascoe", "reopen", "told", "braithwaite"),
    ("a question answered", not_now.question, "harrow", "pascoe", "reopen", "asked", "devlin"),
    ("a page not now", lambda: not_now.department("turn-down"), "harrow", "pascoe", "reopen", "with-line-manager", "devlin"),
    ("a page held back", lambda: not_now.department("hold-back"), "harrow", "devlin", "reopen-held", "checked", "pascoe"),
    ("a group not now", not_now.group, "averill", "rainsford", "reopen", "reading-done", "abernethy"),
    ("a copy held back in part", not_now.data, "harrow", "sethuraman", "reopen", "at-work", "quarshie"),
    ("a removal the school wrote down", asked_for_a_student, "farouk", "qureshi", "reopen", "with-school", "whitlam"),
    ("a page that is ours", lambda: looked_at(("ours", {})), "farouk", "adelakun", "reopen", "told", "achterberg"),
]
EACH = pytest.mark.parametrize(
    ("come", "asker", "decider", "step", "state", "other"), [one[1:] for one in KINDS], ids=[one[0] for one in KINDS]
)


def stands(ref):
    return Case.objects.get(ref=ref).state


def _asked(case, calls):
    return [found for call in calls if (found := sits(case, call.seat, on=london(THEN).date()))]


def test_by_the_api_and_by_the_command_line(signed_in):
    ref = settled("declaration")
    answer = Api("pascoe").takes(ref, "reopen", **AGAIN)
    assert (answer.status_code, stands(ref)) == (200, "told"), answer.content
    other = settled("interest")
    code, said = command("cases", "step", other, "reopen", "--as", "pascoe", "--words", "-", words=WHY)
    assert (code, stands(other)) == (0, "told"), said


def test_a_talk_comes_first_again_before_it_is_settled_and_the_first_outcome_stays_readable(signed_in):
    ref = settled("declaration")
    takes("pascoe", ref, "reopen", THEN, **AGAIN)
    with pytest.raises(Refused) as problem:
        takes("pascoe", ref, "settle", THEN, outcome="managed", note="Two.", steps="A line.", confirm_by="2026-12-10", **FACTORS)
    assert str(problem.value.refusals[0].sentence) == "Record the discussion first."
    assert "All is well." in str(signed_in("harrow").get("/api/v1/cases/%s" % ref).json()["timeline"])
    takes("pascoe", ref, "talk", THEN, how="by-message")
    takes("pascoe", ref, "settle", THEN, outcome="managed", note="Two.", steps="A line.", confirm_by="2026-12-10", **FACTORS)
    assert stands(ref) == "confirming"
    read = page_of(signed_in("harrow").get("/cases/%s/" % ref)).one(tag="main").text
    assert (WHY in read, "It does not count now." in read) == (True, False), "what is settled now counts"


def test_an_answer_that_was_opened_again_is_what_was_said_before_and_no_answer(signed_in):
    ref = not_now.question()
    assert page_of(signed_in("harrow").get("/cases/%s/" % ref)).all(tag="h2", id="answer")
    takes("pascoe", ref, "reopen", THEN, **AGAIN)
    page = page_of(signed_in("harrow").get("/cases/%s/" % ref))
    assert page.all(tag="h2", id="answer") == []
    before = page.one(tag="section", **{"aria-labelledby": "before"}).text
    assert (not_now.WHY in before, "An earlier answer" in before, "The answer" in before) == (True, True, False)


def test_what_was_decided_one_level_up_is_opened_again_there_and_not_below():
    ref = settled("interest")
    takes("harrow", ref, "ask-again", LATER)
    takes("devlin", ref, "talk", LATER, how="by-message")
    takes("devlin", ref, "settle", LATER, outcome="no-conflict", note="So it is.", **FACTORS)
    with pytest.raises(Refused):
        takes("pascoe", ref, "reopen", THEN, **AGAIN)
    takes("devlin", ref, "reopen", THEN, **AGAIN)
    (call,) = CaseCall.objects.filter(case__ref=ref, ended_at=None)
    assert _asked(call.case, [call])[0].person == who("devlin")


def test_what_was_referred_to_hr_is_opened_again_by_hr_alone():
    ref = tells("harrow", "interest", TOLD["interest"], MONDAY)
    takes("pascoe", ref, "talk", MONDAY, how="by-message")
    takes("pascoe", ref, "settle", MONDAY, outcome="referred", refer_to="hr", note="Please look.", **FACTORS)
    takes("braithwaite", ref, "talk", LATER, how="by-message")
    takes("braithwaite", ref, "settle", LATER, outcome="no-conflict", note="None.", **FACTORS)
    with pytest.raises(Refused):
        takes("pascoe", ref, "reopen", THEN, **AGAIN)
    takes("kerrigan", ref, "reopen", THEN, **AGAIN)
    assert stands(ref) == "told"


def test_whoever_holds_the_seat_now_decides_and_whoever_held_it_before_does_not():
    ref = not_now.department("hold-back")
    later = "2026-12-01 10:00"  # Ms Devlin-Shaw is away, and Mr Obuya acts for her
    takes("obuya", ref, "reopen-held", later, **AGAIN)
    taken = Case.objects.get(ref=ref).steps.get(step="reopen-held")
    assert (taken.by_id, taken.acting_for_id) == (who("obuya"), who("devlin"))


def test_of_somebody_who_has_left_it_stays_closed():
    ref = settled("declaration")
    Person.objects.filter(pk=who("harrow")).update(left_on=london(LATER).date())
    run_due(at=london("2026-11-25 08:10"))
    assert stands(ref) == "ended"
    with pytest.raises(Refused) as problem:
        takes("pascoe", ref, "reopen", THEN, **AGAIN)
    assert str(problem.value.refusals[0].sentence) == "They have left, so it stays closed."


def test_a_group_that_was_ended_is_active_again_once_everything_is_in_order():
    ref = group_ended()
    takes(EASTFIELD["manager"], ref, "reopen-ended", THEN, **AGAIN)
    assert stands(ref) == "active"
    other = group_ended()
    takes("adelakun", Case.objects.filter(kind="page").latest("id").ref, "mixed-found", LATER, note="It sells things.")
    takes(EASTFIELD["lead"], other, "reopen-ended", THEN, **AGAIN)
    assert stands(other) == "review", "its page is official no more: it waits for that"


def test_a_page_that_is_up_again_is_said_to_be_not_ours_all_along():
    down = ("not-ours", {"reported_on": "2026-11-24", "number": "7", "check_on": "2026-12-02"}), ("down", {})
    ref = looked_at(*down)
    assert register.look_up(IMPOSTOR["address"]).answer is Answer.NOT_OURS
    takes("adelakun", ref, "is-back", THEN, reported_on="2026-11-25", check_on="2026-12-04", **AGAIN)
    assert stands(ref) == "back-again"
    assert register.look_up(IMPOSTOR["address"]).answer is Answer.NOT_OURS
    (call,) = CaseCall.objects.filter(case__ref=ref, ended_at=None)
    assert (call.step, call.due_at.date().isoformat()) == ("look-again", "2026-12-04")


def test_an_event_is_put_back_on_the_list_up_to_its_last_day():
    ref = tells("harrow", "event", EVENT, MONDAY)
    takes("harrow", ref, "call-off", LATER, why="The hall is shut.")
    with pytest.raises(Refused):
        takes("harrow", ref, "reopen", "2027-01-08 10:00", **AGAIN)
    takes("harrow", ref, "reopen", THEN, **AGAIN)
    assert stands(ref) == "registered"


def test_two_who_open_it_again_at_once_open_it_once(signed_in):
    ref = group_ended()
    version = Case.objects.get(ref=ref).version
    where = "/cases/%s/steps/reopen-ended/" % ref
    answers = [send(signed_in(name), where, {"version": version, "note": "By %s." % name}) for name in ("rainsford", "omondi")]
    assert [one.status_code for one in answers] == [303, 409]
    assert "By omondi." in answers[1].content.decode()
    assert Case.objects.get(ref=ref).steps.filter(step__in=REOPENS).count() == 1


def test_kinds_that_nobody_decides_are_asked_for_anew(cast):
    """A day, or whoever asked, ended them: there is no decision to open again."""
    for kind in ("do-not-post", "steps", "instruction"):
        assert [row.id for row in WORKFLOWS[kind].steps if row.id in REOPENS] == []


def test_a_page_held_back_one_level_up_is_looked_at_again_there_and_not_below():
    ref = not_now.department("hold-back")
    takes("harrow", ref, "ask-above", LATER)
    takes("achterberg", ref, "hold-back", LATER, reason="Not this year.")
    with pytest.raises(Refused):
        takes("devlin", ref, "reopen-held", THEN, **AGAIN)
    takes("achterberg", ref, "reopen-held", THEN, **AGAIN)
    (call,) = CaseCall.objects.filter(case__ref=ref, ended_at=None)
    assert [one.person for one in _asked(call.case, [call])] == [who("achterberg")]


def test_what_is_opened_again_of_a_copy_has_a_month_anew():
    ref = not_now.data()
    takes("sethuraman", ref, "reopen", "2026-12-15 10:00", **AGAIN)
    (call,) = CaseCall.objects.filter(case__ref=ref, ended_at=None, step="give")
    assert call.due_at.date().isoformat() == "2027-01-15"


@EACH
def test_whoever_decided_opens_it_again_with_a_reason_and_is_asked_anew(come, asker, decider, step, state, other):
    ref = come()
    before = set(CaseCall.objects.filter(case__ref=ref).values_list("id", flat=True))
    told = set(Notice.objects.values_list("id", flat=True))
    closed = stands(ref)
    with pytest.raises(BadField) as asked:
        takes(decider, ref, step, THEN, note="  ")
    assert str(asked.value.sentence) == "Give the reason why it opens again. They will read it."
    assert stands(ref) == closed
    takes(decider, ref, step, THEN, **AGAIN)
    case = Case.objects.get(ref=ref)
    assert (case.state, case.ended_at, bool(case.due_at)) == (state, None, True)
    new = CaseCall.objects.filter(case=case, ended_at=None).exclude(id__in=before)
    assert who(decider) in {one.person for one in _asked(case, new)}, "the same people are asked, and nobody above them"
    heard = Notice.objects.exclude(id__in=told).filter(case=ref).values_list("to", "kind")
    assert {(who(asker), "news"), (who(decider), "to-do")} <= set(heard)


@EACH
def test_within_its_time_it_is_opened_again_and_a_day_after_that_it_stays_closed(come, asker, decider, step, state, other):
    """Also where the day has passed and nobody has removed it yet."""
    ref = come()
    case, closed = Case.objects.get(ref=ref), stands(ref)
    last = kept_until(case)
    if last is None:
        assert WORKFLOWS[case.kind].retention == "R2" or case.closes_at, "kept while they are here, or still to close by itself"
        takes(decider, ref, step, "2026-12-01 10:00", **AGAIN)
        assert stands(ref) == state
        return
    after = (last + timedelta(days=1)).isoformat()
    with pytest.raises(Refused) as problem:
        takes(decider, ref, step, after + " 10:00", **AGAIN)
    (refusal,) = problem.value.refusals
    day = "%d %s" % (last.day, last.strftime("%B %Y"))
    assert str(refusal.sentence) == "It was kept until %s, so it stays closed now. If it matters again, begin a new one." % day
    assert stands(ref) == closed
    takes(decider, ref, step, last.isoformat() + " 10:00", **AGAIN)
    assert (stands(ref), kept_until(Case.objects.get(ref=ref))) == (state, None)


def answered_and_finished(day):
    ref = tells("harrow", "question", {"text": "May I blog?", "to": "line-manager"}, day + " 10:00")
    takes("pascoe", ref, "answer", day + " 11:00", text="Only what is published.", strength="Should", clause="BLG-1")
    takes("harrow", ref, "that-helps", day + " 12:00")
    return ref


def test_what_is_past_its_time_stays_closed_by_page_api_and_command_line(signed_in):
    ref, fresh = answered_and_finished("2025-11-24"), answered_and_finished("2025-11-25")
    says = "It was kept until 24 November 2026, so it stays closed now. If it matters again, begin a new one."
    page = page_of(signed_in("pascoe").get("/cases/%s/" % ref))
    assert says in page.one(tag="main").text
    assert [one for one in page.all(tag="form") if one.attrs.get("action", "").endswith("/reopen/")] == []
    answer = Api("pascoe").takes(ref, "reopen", **AGAIN)
    assert (answer.status_code, [one["sentence"] for one in answer.json()["refusals"]]) == (409, [says])
    assert Api("pascoe").may(ref, "reopen") == [says]
    code, said = command("cases", "step", ref, "reopen", "--as", "pascoe", "--words", "-", words=WHY)
    assert (code, says in said) == (2, True)
    assert [line.ref for line in retention.due(by=standing(who("sethuraman"), on=london(THEN).date()), on=london(THEN).date())] == [ref]
    assert Api("pascoe").takes(fresh, "reopen", **AGAIN).status_code == 200, "today is its last day"


def test_whoever_is_of_a_case_past_its_time_cannot_tell_that_it_is_held(signed_in):
    ref = answered_and_finished("2025-11-24")
    before = [problem_of(name, ref, step) for name, step in (("pascoe", "reopen"), ("harrow", "ask-again"))]
    officer = standing(who("sethuraman"), on=london(THEN).date())
    given = {"case": ref, "owner": who("sethuraman"), "why": "A claim.", "review_on": "2027-01-08"}
    holds.set_hold(given, by=officer, at=london(THEN))
    assert [problem_of(name, ref, step) for name, step in (("pascoe", "reopen"), ("harrow", "ask-again"))] == before


def problem_of(name, ref, step):
    with pytest.raises(Refused) as problem:
        takes(name, ref, step, THEN, **(AGAIN if step == "reopen" else {}))
    return [str(one.sentence) for one in problem.value.refusals]


@EACH
def test_nobody_else_opens_it_again(come, asker, decider, step, state, other):
    ref = come()
    closed = stands(ref)
    for name in (asker, other):
        with pytest.raises((Refused, access.Missing)) as problem:
            takes(name, ref, step, THEN, **AGAIN)
        if isinstance(problem.value, Refused):
            assert str(problem.value.refusals[0].sentence) == "Only whoever decided it, or somebody above them can do this."
    assert stands(ref) == closed


@EACH
def test_the_reason_is_read_on_the_page_through_the_api_and_on_the_command_line(signed_in, come, asker, decider, step, state, other):
    ref = come()
    where, theirs = "/cases/%s/" % ref, signed_in(decider)
    page = page_of(theirs.get(where))
    (form,) = [one for one in page.all(tag="form") if one.attrs.get("action", "") == where + "steps/%s/" % step]
    assert form.one(tag="button").text == "Open it again"
    version = theirs.get("/api/v1/cases/%s" % ref).json()["version"]
    short = send(theirs, where + "steps/%s/" % step, {"version": version, "note": ""})
    assert (short.status_code, "Give the reason why it opens again." in short.content.decode()) == (400, True)
    assert send(theirs, where + "steps/%s/" % step, {"version": version, **AGAIN}).status_code == 303
    mine = signed_in(asker)
    shown = page_of(mine.get(where))
    read = shown.one(tag="main").text
    assert too_hard(shown, "student" if asker == "farouk" else "staff") == []
    assert (WHY in read, "What was decided before is still here to read. It does not count now." in read) == (True, True)
    assert any(WHY in str(entry.get("words")) for entry in mine.get("/api/v1/cases/%s" % ref).json()["timeline"])
    code, said = command("cases", "show", ref, "--as", asker)
    assert (code, WHY in said) == (0, True)
    late = send(theirs, where + "steps/%s/" % step, {"version": version, "note": "Again, zanzibar two."})
    assert (late.status_code, "Again, zanzibar two." in late.content.decode()) == (409, True), "done already, and nothing written is lost"
