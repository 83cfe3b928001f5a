"""What lies beside a case is taken away singly: the wrong file, somebody else's data in it, not needed any more although the case is (3.0).

Never unsaid: a new entry says who, when and why, and the thing stays in the list with its SHA-256 alone.
"""

import hashlib
import json
from typing import Any

import pytest

from askfirst.casework import access, taken_away
from askfirst.casework.access import Missing
from askfirst.casework.as_json import timeline_json
from askfirst.casework.corrections import correct
from askfirst.casework.evidence import MOST, add_evidence, evidence_of, open_evidence
from askfirst.casework.evidence_whole import verify_evidence
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, CaseStep, Evidence
from askfirst.casework.steps import Once, Stale
from askfirst.records import holds, retention
from askfirst.records import taken_away as with_holds
from askfirst.records.packs import pack_of
from askfirst.records.taken_away import take_away
from askfirst.trail import chain
from askfirst.trail.models import Notice
from askfirst.vault import seal
from askfirst.vault.models import Sealed
from gates.words import convicting
from tests.access.world import command, enter
from tests.casework.test_concern_stories import POST, WEIGHED
from tests.casework.test_evidence import ABOUT, PAGE, SAFE, picture
from tests.casework.test_staff_route_stories import SHEET, TOLD, copied, leaves
from tests.cast import who
from tests.clock import london
from tests.onward import sent_on
from tests.web.pages import ours, page_of, send
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db
DAY = "2026-11-25 "
WRONG = {"ground": "wrong", "reason": "It is my own payslip."}
REMOVAL = {
    "evidence": "no",
    "item": "A picture",
    "who": "staff",
    "how": "school",
    "poster": "standish",
    "ask": "down",
    "name": "no",
    "alone": "no",
}


def puts(someone, ref, data=None, **about):
    given = {**(SAFE if data else ABOUT), **about}
    return add_evidence(ref, by=someone.by, at=someone.at, given=given, name="pay slip.png" if data else "", data=data)


def takes(someone, ref, number=1, once=None, **given):
    return take_away(ref, number, given={**WRONG, **given}, by=someone.by, at=someone.at, once=once)


def lies(someone, ref):
    return evidence_of(ref, by=someone.by, at=someone.at)


@pytest.fixture
def posts(as_):
    """A concern about Mr Holloway-Finch, with HR."""
    return sent_on("staff-route", "holloway", by=as_("tolland", DAY + "08:00").by, at=london(DAY + "08:00"), hurt=("omondi",))


@pytest.fixture
def payslip(as_, posts):
    """Ms Kerrigan put the wrong picture beside it, then the right words; the picture's bytes."""
    data = picture()
    puts(as_("kerrigan", DAY + "09:00"), posts, data, about="The third post.")
    puts(as_("kerrigan", DAY + "09:05"), posts, about="The third post, read aloud.")
    return data


@pytest.fixture
def told(as_):
    """A concern about Mr Standish, with a link of Mrs Rowbotham's; cleared, and weighed by Mr Obuya, who put words there too."""
    rowbotham = as_("rowbotham", DAY + "09:00")
    ref = rowbotham.tells("concern", **POST)
    puts(rowbotham, ref)
    as_("whitlam", DAY + "09:10").takes(ref, "clear", triage="usual")
    obuya = as_("obuya", DAY + "09:20")
    obuya.takes(ref, "weigh", **WEIGHED)
    puts(obuya, ref, about="I saw it myself.")
    return ref


# ---------------------------------------------------------------- what goes and what stays


def test_the_wrong_file_goes_for_good_and_a_new_entry_says_who_when_and_why(as_, posts, payslip):
    before = Case.objects.get(ref=posts)
    takes(as_("kerrigan", DAY + "10:00"), posts)
    hr = as_("braithwaite", DAY + "10:10")
    gone, kept = lies(hr, posts)
    digest = hashlib.sha256(payslip).hexdigest()
    assert (gone.words, kept.words["about"]) == ({"sha256": digest}, "The third post, read aloud.")
    assert (gone.gone.by, gone.gone.at, gone.gone.ground, gone.gone.reason) == (
        who("kerrigan"), london(DAY + "10:00"), "wrong", "It is my own payslip.",
    )  # fmt: skip
    for which in ("original", "copy"):
        with pytest.raises(Missing):
            open_evidence(posts, 1, which, by=hr.by, at=hr.at)
    names = set(Sealed.objects.filter(case=posts, name__startswith="evidence-1").values_list("name", flat=True))
    assert names == {"evidence-1"} and Evidence.objects.get(case__ref=posts, number=1).boxes == 0
    event = next(event for event in chain.events(posts) if event.what == "took-away")
    assert (event.who, event.of, bool(event.words)) == (who("kerrigan"), "evidence-1", True)
    assert chain.verify(posts) == () and verify_evidence(posts) == () and posts not in {one.ref for one in access.differences()}
    assert "payslip" not in repr(list(chain.events(posts)))
    assert "Something beside it was taken away" in [one["says"] for one in timeline_json(hr.opens(posts))]
    after = Case.objects.get(ref=posts)
    assert (after.state, after.ended_at, after.version) == (before.state, None, before.version + 1)


def test_without_the_erasing_it_would_be_noticed(as_, posts, payslip, monkeypatch):
    monkeypatch.setattr(taken_away, "empty", lambda *_, **__: None)
    takes(as_("kerrigan", DAY + "10:00"), posts)
    assert Sealed.objects.filter(case=posts, name__startswith="evidence-1-").exists(), "the planted flaw: the boxes stay"
    with pytest.raises(Missing):
        open_evidence(posts, 1, "original", by=as_("braithwaite", DAY + "10:10").by, at=london(DAY + "10:10"))


def test_a_hash_that_is_not_the_one_of_the_entry_is_named(as_, posts, payslip):
    takes(as_("kerrigan", DAY + "10:00"), posts)
    Sealed.objects.filter(case=posts, name="evidence-1").delete()
    seal.seal(case=posts, name="evidence-1", words={"sha256": "0" * 64}, at=london(DAY + "10:00"))
    assert [one.number for one in verify_evidence(posts)] == [1]
    for words in ({}, {"ground": "wrong"}):
        name = "step-%d" % CaseStep.objects.get(case__ref=posts, step="took-away").sequence
        Sealed.objects.filter(case=posts, name=name).delete()
        seal.seal(case=posts, name=name, words=words, at=london(DAY + "10:00"))
        assert [one.number for one in verify_evidence(posts)] == [1]


def test_words_and_a_damaged_thing_go_too_and_a_number_is_never_used_again(as_, posts, payslip):
    takes(as_("kerrigan", DAY + "10:00"), posts, 2, ground="others", reason="It names a child.")
    row = Sealed.objects.get(case=posts, name="evidence-1")
    row.box = bytes(row.box[:-1]) + bytes([row.box[-1] ^ 1])
    row.save()
    takes(as_("braithwaite", DAY + "10:10"), posts, 1)
    first, second = lies(as_("braithwaite", DAY + "10:20"), posts)
    assert (first.words, second.words, second.gone.ground) == ({}, {}, "others")
    assert puts(as_("kerrigan", DAY + "10:30"), posts) == 3
    assert not Sealed.objects.filter(case=posts, name__startswith="evidence-1").exists()


def test_what_was_taken_away_takes_no_place(as_, posts):
    hr = as_("kerrigan", DAY + "09:00")
    for _ in range(MOST):
        puts(hr, posts)
    with pytest.raises(Refused):
        puts(hr, posts)
    takes(as_("kerrigan", DAY + "10:00"), posts, 7)
    assert puts(hr, posts) == MOST + 1


def test_a_page_that_was_open_meanwhile_is_stale(as_, posts, payslip):
    """What somebody decides may rest on what was taken away since."""
    hr = as_("braithwaite", DAY + "10:10")
    seen = hr.opens(posts).case.version
    takes(as_("kerrigan", DAY + "10:05"), posts)
    with pytest.raises(Stale):
        hr.takes(posts, "check-speech", version=seen, **{**SHEET, "con_10": True})


def test_whoever_is_asked_hears_of_it_and_whoever_put_it_there(as_, told):
    Notice.objects.all().delete()
    takes(as_("whitlam", DAY + "10:00"), told, 1)
    assert sorted(Notice.objects.values_list("to", flat=True)) == sorted([who("obuya"), who("rowbotham")])
    assert "link" not in str(list(Notice.objects.values()))


# ---------------------------------------------------------------- who


BY_HAND = {  # by hand from workflows.md 3.21: who takes away what somebody else put there, and what they put there themselves
    "concern": (("whitlam", "braithwaite"), ("obuya",)),
    "staff-route": (("braithwaite", "kerrigan"), ("amadi",)),
    "student-route": (("whitlam", "devlin"), ("qureshi",)),
    "impostor": (("adelakun",), ("farouk",)),
    "removal": (("obuya",), ("harrow",)),
}


def test_each_kind_that_takes_something_is_named():
    assert {kind for kind, workflow in WORKFLOWS.items() if workflow.evidence} == set(taken_away.ANYTHING) == set(BY_HAND)


def staff_talk(as_):
    ref = sent_on("staff-route", "holloway", by=as_("tolland", DAY + "08:00").by, at=london(DAY + "08:00"))
    hr = as_("braithwaite", DAY + "08:30")
    hr.takes(ref, "check-speech", **{**SHEET, "con_10": True})
    hr.takes(ref, "informal", note="A talk.")
    hr.takes(ref, "tell-subject", **TOLD)
    return ref


def student(as_):
    ref = sent_on("student-route", "jorah", by=as_("tolland", DAY + "08:00").by, at=london(DAY + "08:00"), hurt=("kit",))
    as_("whitlam", DAY + "08:10").takes(ref, "let-talk")
    return ref


def page(as_):
    return as_("farouk", DAY + "08:00").tells("impostor", **PAGE)


def removal(as_):
    return as_("harrow", DAY + "08:00").tells("removal", **REMOVAL)


OPENED = {"staff-route": staff_talk, "student-route": student, "impostor": page, "removal": removal}


@pytest.mark.parametrize("kind", sorted(OPENED))
def test_by_hat_who_takes_anything_away_and_who_only_their_own(as_, kind):
    ref, (anybodys, own) = OPENED[kind](as_), BY_HAND[kind]
    handled = Case.objects.get(ref=ref).calls.order_by("id").first()
    putters = {"staff-route": "braithwaite", "student-route": "whitlam", "impostor": "adelakun"}
    anybodys = anybodys if kind != "removal" else (sits_there(handled),)
    other = putters.get(kind, anybodys[0])
    for name in own:
        mine, theirs = puts(as_(name, DAY + "09:00"), ref), puts(as_(other, DAY + "09:10"), ref)
        with pytest.raises((Refused, Missing)):
            takes(as_(name, DAY + "09:20"), ref, theirs)
        takes(as_(name, DAY + "09:30"), ref, mine)
    for name in anybodys:
        theirs = puts(as_(own[0], DAY + "10:00"), ref)
        takes(as_(name, DAY + "10:10"), ref, theirs)


def sits_there(call):
    """Whoever the request reached first, by name."""
    seats = {"hoy": "qureshi", "head": "devlin", "comms": "adelakun"}
    role = call.seat.partition(":")[0]
    return seats.get(role) or {"line-manager-of": "pascoe"}[role]


def test_in_a_concern_the_lead_and_hr_take_any_away_whoever_weighs_it_their_own(as_, told):
    with pytest.raises(Refused) as refused:
        takes(as_("obuya", DAY + "10:00"), told, 1)
    assert "Ask HR, the Headteacher or the safeguarding lead" in str(refused.value.refusals[0].sentence)
    takes(as_("obuya", DAY + "10:00"), told, 2)
    takes(as_("braithwaite", DAY + "10:10"), told, 1)
    assert [bool(one.gone) for one in lies(as_("whitlam", DAY + "10:20"), told)] == [True, True]


def test_a_headteacher_who_decides_takes_nothing_away_in_a_staff_case(as_, posts, payslip, monkeypatch):
    hr = as_("braithwaite", DAY + "09:30")
    hr.takes(posts, "check-speech", **{**SHEET, "con_10": True})
    hr.takes(posts, "let-decider")
    assert len(lies(as_("abernethy", DAY + "10:00"), posts)) == 2
    with pytest.raises(Refused):
        takes(as_("abernethy", DAY + "10:00"), posts)
    flawed = {**taken_away.ANYTHING, "staff-route": taken_away.ANYTHING["concern"]}
    monkeypatch.setattr(taken_away, "ANYTHING", flawed)
    takes(as_("abernethy", DAY + "10:10"), posts)
    assert lies(hr, posts)[0].gone, "the planted flaw: a step of HR's by a Headteacher"


def test_whoever_told_of_it_asks_for_it_and_reads_neither_who_nor_why(as_, told):
    """A child who told may be made to take back what they showed: so they cannot."""
    rowbotham = as_("rowbotham", DAY + "10:00")
    with pytest.raises(Refused) as refused:
        takes(rowbotham, told, 1)
    assert "Only whoever deals with this can take it away." in str(refused.value.refusals[0].sentence)
    takes(as_("braithwaite", DAY + "10:10"), told, 1, reason="It shows her daughter.")
    (mine,) = lies(rowbotham, told)
    assert (mine.words, mine.gone.by, mine.gone.reason, mine.gone.at) == ({}, "", "", london(DAY + "10:10"))
    assert "took-away" not in str(timeline_json(as_("rowbotham", DAY + "10:20").opens(told)))
    for number in (2, 3):
        with pytest.raises(Missing):
            takes(rowbotham, told, number)


@pytest.mark.parametrize("name", ["standish", "devlin", "sethuraman", "wieczorek", "pascoe", "kit", "okoropenn/parent"])
def test_to_anybody_else_it_is_a_case_that_never_was(as_, told, name):
    for ref in (told, "BBBBBBBB"):
        with pytest.raises(Missing):
            takes(as_(name, DAY + "10:00"), ref, 1)
    assert not Evidence.objects.filter(gone=True).exists()


def test_locked_it_is_safeguardings_alone(as_, told):
    as_("obuya", DAY + "09:40").takes(told, "flag", reason="A child may be hurt.")
    for name in ("obuya", "braithwaite"):
        with pytest.raises(Missing):
            takes(as_(name, DAY + "10:00"), told, 2)
    takes(as_("whitlam", DAY + "10:10"), told, 2)
    taken = CaseStep.objects.get(case__ref=told, step="took-away")
    assert (taken.by_id, taken.of) == (who("whitlam"), "evidence-2")


def test_why_is_for_whoever_sees_all_of_it_also_once_it_was_put_right(as_):
    """Whoever asked for a page to be looked at sees their own; that somebody else's was taken away is not theirs to know."""
    ref = page(as_)
    comms = as_("adelakun", DAY + "09:00")
    puts(comms, ref, about="The same crest.")
    takes(as_("adelakun", DAY + "09:10"), ref, 1, reason="It names Jorah.")
    farouk = as_("farouk", DAY + "09:20")
    assert "Jorah" not in str(farouk.opens(ref).papers) and "taken away" not in str(timeline_json(farouk.opens(ref)))
    assert lies(farouk, ref) == []
    assert "It names Jorah." in str(as_("adelakun", DAY + "09:30").opens(ref).papers)


def test_the_reason_can_be_put_right_and_the_hash_stays(as_, posts, payslip):
    takes(as_("kerrigan", DAY + "10:00"), posts)
    entry = str(CaseStep.objects.get(case__ref=posts, step="took-away").sequence)
    hr = as_("braithwaite", DAY + "10:10")
    correct(posts, given={"entry": entry, "outcome": "taken-out", "reason": "It said whose."}, by=hr.by, at=hr.at)
    gone = lies(as_("braithwaite", DAY + "10:20"), posts)[0]
    assert (gone.words["sha256"], gone.gone.reason) == (hashlib.sha256(payslip).hexdigest(), "")
    assert verify_evidence(posts) == ()


# ---------------------------------------------------------------- a hold, time, copies


def test_a_hold_keeps_it_shut_nobody_is_told_and_it_goes_once_the_hold_is_lifted(as_, posts, payslip, monkeypatch):
    hr = as_("braithwaite", DAY + "09:30")
    held = holds.set_hold({"case": posts, "owner": who("braithwaite"), "why": "A claim.", "review_on": "2027-01-25"}, by=hr.by, at=hr.at)
    takes(as_("kerrigan", DAY + "10:00"), posts)
    assert Sealed.objects.filter(case=posts, name__startswith="evidence-1-original").exists()
    for name in ("kerrigan", "braithwaite"):
        gone = lies(as_(name, DAY + "10:10"), posts)[0]
        assert gone.words == {"sha256": hashlib.sha256(payslip).hexdigest()}
        with pytest.raises(Missing):
            open_evidence(posts, 1, "original", by=as_(name, DAY + "10:10").by, at=london(DAY + "10:10"))
    assert verify_evidence(posts) == ()
    holds.lift(held, {"why": "It is settled."}, by=hr.by, at=london("2026-12-10 10:00"))
    names = set(Sealed.objects.filter(case=posts, name__startswith="evidence-1").values_list("name", flat=True))
    assert names == {"evidence-1"} and seal.unseal(case=posts, names=names)["evidence-1"].keys() == {"sha256"}
    monkeypatch.setattr(with_holds, "is_held", lambda case: False)
    holds.set_hold({"case": posts, "owner": who("braithwaite"), "why": "Another.", "review_on": "2027-01-25"}, by=hr.by, at=hr.at)
    puts(as_("kerrigan", DAY + "11:00"), posts, payslip)
    takes(as_("kerrigan", DAY + "11:10"), posts, 3)
    assert not Sealed.objects.filter(case=posts, name__startswith="evidence-3-").exists(), "the planted flaw: a hold that keeps nothing"


def test_once_it_is_over_too_and_the_case_is_kept_no_longer_for_it(as_):
    ref = page(as_)
    puts(as_("farouk", DAY + "08:10"), ref)
    as_("adelakun", DAY + "09:00").takes(ref, "ours", note="It is ours.")
    officer = as_("sethuraman", "2027-06-01 10:00")

    def until():
        return next(one.until for one in retention.lines(Case.objects.filter(ref=ref), on=officer.by.on))

    before = until()
    takes(as_("adelakun", "2027-03-01 10:00"), ref, ground="early", reason="The link is a year old.")
    assert until() == before and lies(as_("adelakun", "2027-03-01 10:10"), ref)[0].gone.ground == "early"


def test_s59_the_copies_say_that_it_was_taken_away_with_its_hash_and_the_persons_says_nothing(as_, posts, payslip):
    as_("braithwaite", DAY + "09:30").takes(posts, "check-speech", **{**SHEET, "con_10": True})
    takes(as_("kerrigan", DAY + "10:00"), posts, reason="It shows Jorah Blenkinsop.")
    digest = hashlib.sha256(payslip).hexdigest()
    copy = copied(as_, posts, "hand-off")
    assert copy["beside"][0]["file"] == {"name": "", "sha256": digest}
    assert copy["beside"][0]["checked"] == "Taken away on 2026-11-25 10:00. It is not in this copy."
    text = " ".join(leaves(copy))
    assert "pay slip" not in text and "It shows Student A." in text and "Something beside it was taken away" in text
    his = " ".join(leaves(copied(as_, posts, "subject")))
    assert digest not in his and "taken away" not in his and "Student A" not in his


def test_an_evidence_pack_says_so_too(as_):
    ref = removal(as_)
    harrow = as_("harrow", DAY + "09:00")
    data = picture()
    puts(harrow, ref, data)
    takes(as_("harrow", DAY + "09:10"), ref)
    pack: Any = pack_of(ref, by=harrow.by, at=london(DAY + "09:20"))
    (one,) = pack["beside"]
    assert one["file"] == {"name": "", "sha256": hashlib.sha256(data).hexdigest()} and one["checked"].startswith("Taken away on ")


def test_what_is_erased_leaves_no_trace_of_it_either(as_, told):
    takes(as_("whitlam", DAY + "10:00"), told, 1)
    as_("obuya", DAY + "10:10").takes(told, "flag", reason="A child may be hurt.")
    as_("whitlam", DAY + "10:20").takes(told, "pass-outside", passed_on="2026-11-25", number="MASH 1")
    assert not Evidence.objects.filter(case__ref=told).exists()
    assert not Sealed.objects.filter(case=told, name__startswith="evidence").exists()


# ---------------------------------------------------------------- bad input, twice


def test_bad_input_gets_one_sentence_and_changes_nothing(as_, posts, payslip):
    hr, before = as_("kerrigan", DAY + "10:00"), CaseStep.objects.count()
    for field, value in (("ground", ""), ("ground", "other"), ("reason", ""), ("reason", "\0"), ("reason", "x" * 10_001), ("other", "x")):
        with pytest.raises(BadField) as wrong:
            takes(hr, posts, **{field: value})
        assert wrong.value.field == field and str(wrong.value.sentence).endswith(".")
    for number in (0, 3, 99_999):
        with pytest.raises(Missing):
            takes(hr, posts, number)
    assert CaseStep.objects.count() == before and not Evidence.objects.filter(gone=True).exists()


def test_sent_ten_times_it_is_one_entry_and_taken_by_a_second_person_it_says_so(as_, posts, payslip):
    hr, once = as_("kerrigan", DAY + "10:00"), Once("c" * 32, b"")
    assert {takes(hr, posts, once=once) for _ in range(10)} == {posts}
    assert CaseStep.objects.filter(step="took-away").count() == 1
    with pytest.raises(Refused) as refused:
        takes(as_("braithwaite", DAY + "10:05"), posts)
    assert str(refused.value.refusals[0].sentence) == "This was taken away already."
    assert CaseStep.objects.filter(step="took-away").count() == 1


# ---------------------------------------------------------------- pages, data, command line


def test_on_the_page_what_goes_and_what_stays_is_said_first(as_, posts, payslip):
    hr = enter("kerrigan", london(DAY + "10:00"))
    where = "/cases/%s/evidence/1/take-away/" % posts
    for path in ("/cases/%s/evidence/" % posts, "/cases/%s/evidence/1/" % posts):
        assert where in hr.get(path).content.decode()
    page = page_of(hr.get(where))
    assert too_hard(page, "staff") == [] and convicting(" ".join(ours(page))) == []
    text = page.one(tag="main").text
    places = [text.index(one) for one in ("sexual picture of somebody under 18?", "What goes", "What stays", "Why is it taken away?")]
    assert places == sorted(places)
    form = {"once": page.one(tag="input", name="once").attrs["value"]}
    wrong = send(hr, where, {**form, "reason": "It is my own payslip."})
    assert wrong.status_code == 400 and "Choose what is wrong with it." in page_of(wrong).text
    assert "It is my own payslip." in wrong.content.decode()
    sent = send(hr, where, {**form, **WRONG})
    assert (sent.status_code, sent["Location"]) == (303, "/cases/%s/evidence/?away=1" % posts)
    page = page_of(hr.get(sent["Location"]))
    text = page.one(tag="main").text
    for said in (
        "It was taken away. The list says so.",
        "Thing 1 was taken away.",
        "It is the wrong file or link.",
        "It is my own payslip.",
    ):
        assert said in text
    assert "Taken away by You, Today, 10:00" in text and hashlib.sha256(payslip).hexdigest() in text and "pay slip" not in text
    assert too_hard(page, "staff") == [] and where not in hr.get("/cases/%s/evidence/" % posts).content.decode()
    again = send(hr, where, {"once": "d" * 32, **WRONG})
    assert again.status_code == 409 and "This was taken away already." in page_of(again).text and "my own payslip" in again.content.decode()
    assert "Something beside it was taken away" in page_of(hr.get("/cases/%s/" % posts)).text
    assert hr.get("/cases/%s/evidence/1/copy/" % posts).status_code == 404
    assert hr.put(where).status_code == 405


def test_whoever_told_of_it_reads_that_it_was_taken_away_and_a_student_can(as_):
    kit = as_("kit", DAY + "09:00")
    ref = kit.tells("concern", **POST)
    puts(kit, ref, picture())
    browser = enter("kit", london(DAY + "09:30"))
    assert "take-away" not in browser.get("/cases/%s/evidence/" % ref).content.decode()
    asked = page_of(browser.get("/cases/%s/evidence/1/take-away/" % ref))
    assert "Only whoever deals with this can take it away." in asked.text and not asked.all(tag="button", type="submit", cls="govuk-button")
    takes(as_("whitlam", DAY + "10:00"), ref, reason="It shows Amina too.")
    for path in ("", "evidence/", "evidence/1/"):
        page = page_of(browser.get("/cases/%s/%s" % (ref, path)))
        assert "Thing 1 was taken away." in page.text and "Amina" not in page.text and "Whitlam, Today, 10:00" not in page.text
        assert too_hard(page, "student") == []


def test_through_the_api_it_is_the_same(as_, posts, payslip):
    where = "/api/v1/cases/%s/evidence/1/take-away" % posts
    hr = enter("kerrigan", london(DAY + "10:00"))
    wrong = hr.post(where, json.dumps({"ground": "wrong"}), content_type="application/json")
    assert (wrong.status_code, wrong.json()["field"]) == (400, "reason")
    sent = hr.post(where, json.dumps(WRONG), content_type="application/json")
    gone, kept = sent.json()["evidence"]
    assert sent.status_code == 200 and kept["taken_away"] is None
    assert gone["taken_away"] == {"at": london(DAY + "10:00").isoformat(), "by": "Ms Kerrigan", **WRONG}
    assert (gone["sha256"], gone["name"], gone["about"]) == (hashlib.sha256(payslip).hexdigest(), None, None)
    again = hr.post(where, json.dumps(WRONG), content_type="application/json")
    assert (again.status_code, again.json()["refusals"][0]["sentence"]) == (409, "This was taken away already.")
    for name in ("holloway", "omondi", "abernethy", "sethuraman"):
        theirs = enter(name, london(DAY + "10:00")).post(where, json.dumps(WRONG), content_type="application/json")
        never = enter(name, london(DAY + "10:00")).post(
            where.replace(posts, "BBBBBBBB"), json.dumps(WRONG), content_type="application/json"
        )
        assert (theirs.status_code, theirs.content) == (404, never.content)


def test_on_the_command_line_it_is_the_same(posts, payslip, tmp_path):
    words = tmp_path / "why.txt"
    words.write_text("It is my own payslip.\n")
    asked = ("cases", "take-away", posts, "1", "--words", str(words), "--as", "kerrigan", "--ground")
    assert command(*asked, "other") == (2, "ground: That is not one of the choices. Choose one from the list.")
    assert command(*asked, "wrong") == (0, "Number 1 was taken away. The list says so.\n")
    assert command(*asked, "wrong") == (2, "This was taken away already.")
    code, said = command("cases", "evidence", posts, "--as", "braithwaite")
    assert code == 0 and "1 · Wed 25 Nov 2026 09:00 · Ms Kerrigan · taken away\n" in said
    assert "    why: It is my own payslip.\n    sha256: %s\n" % hashlib.sha256(payslip).hexdigest() in said
    assert command("cases", "take-away", posts, "1", "--words", str(words), "--ground", "wrong", "--as", "harrow")[0] == 2
