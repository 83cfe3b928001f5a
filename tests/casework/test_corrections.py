"""What was written and is not so is put right, or taken out, by a new entry with who, when and why; nothing is written over (3.0)."""

import json

import pytest

from askfirst.casework import access, reading
from askfirst.casework.access import Missing
from askfirst.casework.as_json import timeline_json
from askfirst.casework.corrections import KINDS, correct, entries
from askfirst.casework.fields import BadField
from askfirst.casework.models import Case, CaseStep
from askfirst.casework.steps import Once, Stale
from askfirst.trail import chain
from askfirst.vault.models import Sealed
from gates.words import convicting
from tests.access.world import command, enter
from tests.casework.test_concern_stories import TOLD, WEIGHED, tells
from tests.casework.test_instruction_stories import given as instructed
from tests.casework.test_staff_route_stories import HELPED, OUTCOME, SHEET, copied, leaves
from tests.casework.test_student_route_stories import TALK
from tests.cast import who
from tests.clock import london
from tests.onward import sent_on
from tests.web.pages import ours, page_of, send
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db
DAY = "2026-11-25 "


@pytest.fixture
def weighed(as_):
    told = tells(as_("rowbotham", DAY + "09:00"))
    as_("whitlam", DAY + "09:10").takes(told, "clear", triage="usual")
    as_("obuya", DAY + "09:20").takes(told, "weigh", **{**WEIGHED, "reason": "It names Year 9, period 5."})
    return told


def number(ref, step):
    return str(CaseStep.objects.filter(case__ref=ref, step=step).latest("sequence").sequence)


def mends(someone, ref, step, outcome="put-right", **more):
    words = {"entry": number(ref, step), "outcome": outcome, "reason": "It was the wrong year.", **more}
    return correct(ref, given=words, by=someone.by, at=someone.at)


def read(someone, ref):
    return someone.opens(ref).papers


# ---------------------------------------------------------------- put right


def test_put_right_the_old_words_stay_and_the_new_entry_says_who_when_and_why(as_, weighed):
    before = Case.objects.get(ref=weighed)
    mends(as_("obuya", DAY + "10:00"), weighed, "weigh", text="It names Year 8, period 5.")
    papers = read(as_("braithwaite", DAY + "10:10"), weighed)
    assert papers["step-" + number(weighed, "weigh")]["reason"] == "It names Year 9, period 5."
    assert papers["step-" + number(weighed, "put-right")] == {"text": "It names Year 8, period 5.", "reason": "It was the wrong year."}
    entry = CaseStep.objects.get(case__ref=weighed, step="put-right")
    assert (entry.by_id, entry.at, entry.of) == (who("obuya"), london(DAY + "10:00"), number(weighed, "weigh"))
    event = next(event for event in chain.events(weighed) if event.what == "put-right")
    assert (event.who, event.of, bool(event.words)) == (who("obuya"), entry.of, True) and chain.verify(weighed) == ()
    assert "Year" not in repr(list(chain.events(weighed)))
    after = Case.objects.get(ref=weighed)
    assert (after.state, after.ended_at, after.version) == (before.state, None, before.version + 1)
    assert as_("obuya", DAY + "10:20").has_to() == [(weighed, "decide", "")] and not access.differences()


def test_taken_out_the_words_are_gone_for_everybody_and_the_entry_stays(as_, weighed):
    mends(as_("obuya", DAY + "10:00"), weighed, "weigh", "taken-out", text="It names a class.")
    for name in ("obuya", "braithwaite", "whitlam"):
        papers = str(read(as_(name, DAY + "10:10"), weighed))
        assert "Year 9" not in papers and "It names a class." in papers, name
    assert not Sealed.objects.filter(case=weighed, name="step-" + number(weighed, "weigh")).exists()
    steps = [one["says"] for one in timeline_json(as_("obuya", DAY + "10:20").opens(weighed))]
    assert "Weighed" in steps and "Something was taken out" in steps
    assert chain.verify(weighed) == ()
    mends(as_("obuya", DAY + "10:30"), weighed, "taken-out", "taken-out")
    assert "It names a class." not in str(read(as_("whitlam", DAY + "10:40"), weighed))


def test_it_can_be_put_right_once_it_is_over_too(as_):
    """HR stored the wrong outcome: the appeal made it a first warning."""
    ref = sent_on("staff-route", "holloway", by=as_("tolland", DAY + "08:00").by, at=london(DAY + "08:00"), hurt=("omondi",))
    hr = as_("braithwaite", DAY + "09:00")
    hr.takes(ref, "check-speech", **{**SHEET, "con_10": True})
    hr.takes(ref, "hand-off", reason="It went on.")
    hr.takes(ref, "tell-subject", **TOLD)
    hr.takes(ref, "support", **HELPED)
    hr.takes(ref, "store-outcome", **{**OUTCOME, "decided_on": "2026-11-25"})
    mends(as_("kerrigan", "2026-12-09 10:00"), ref, "store-outcome", text="First written warning, after the appeal.")
    papers = str(read(as_("braithwaite", "2026-12-09 11:00"), ref))
    assert "final-warning" in papers and "First written warning, after the appeal." in papers
    assert Case.objects.get(ref=ref).state == "recorded"
    assert "First written warning" not in str(read(as_("holloway", "2026-12-09 11:00"), ref))


# ---------------------------------------------------------------- who


def test_one_puts_right_what_one_wrote_and_hr_and_safeguarding_whatever_they_read(as_, weighed):
    can = {}
    for name in ("obuya", "braithwaite", "whitlam"):
        someone = as_(name, DAY + "10:00")
        can[name] = {str(one.says) for one in entries(someone.opens(weighed), someone.by)}
    assert can["obuya"] == {"Weighed"} and {"Told", "Looked at by safeguarding", "Weighed"} <= can["braithwaite"] & can["whitlam"] | {
        "Told"
    }
    with pytest.raises(BadField) as wrong:
        mends(as_("obuya", DAY + "10:00"), weighed, "clear", text="HR weighs it.")
    assert wrong.value.field == "entry"
    mends(as_("whitlam", DAY + "10:10"), weighed, "weigh", text="It names Year 8.")


@pytest.mark.parametrize("name", ["rowbotham", "standish", "devlin", "sethuraman", "wieczorek", "pascoe", "kit", "okoropenn/parent"])
def test_to_anybody_else_it_is_a_case_that_never_was(as_, weighed, name):
    as_("obuya", DAY + "09:30").takes(weighed, "tell-subject", **TOLD)
    before = CaseStep.objects.count()
    with pytest.raises(Missing):
        mends(as_(name, DAY + "10:00"), weighed, "weigh", text="So.")
    assert CaseStep.objects.count() == before


def test_what_is_kept_to_some_stays_theirs_once_it_is_put_right(as_):
    """The note to the safeguarding lead, the support, and HR's advice about an instruction."""
    ref = sent_on("staff-route", "holloway", by=as_("tolland", DAY + "08:00").by, at=london(DAY + "08:00"), hurt=("omondi",))
    hr = as_("braithwaite", DAY + "09:00")
    hr.takes(ref, "check-speech", **{**SHEET, "con_10": True})
    hr.takes(ref, "support", **HELPED)
    hr.takes(ref, "informal", note="A talk.")
    hr.takes(ref, "tell-subject", **TOLD)
    mends(as_("kerrigan", DAY + "10:00"), ref, "support", text="Cover was offered for a week.")
    hr.takes(ref, "pause", text="A student is in a picture.")
    mends(as_("braithwaite", DAY + "10:10"), ref, "pause", text="Two students are in a picture.")
    mends(as_("braithwaite", DAY + "10:20"), ref, "put-right", text="Three students are.")
    assert "Cover was offered" in str(read(as_("braithwaite", DAY + "11:00"), ref))
    assert "Cover was offered" not in str(read(as_("amadi", DAY + "11:00"), ref))
    for words in ("Two students", "Three students"):
        assert words not in str(read(as_("kerrigan", DAY + "11:00"), ref)) and words not in str(read(as_("amadi", DAY + "11:00"), ref))
    given = instructed(as_)
    mends(as_("braithwaite", "2026-11-24 09:30"), given, "look", text="Say which part of the phone system.")
    assert "which part of the phone" in str(read(as_("siddiqui", "2026-11-24 10:00"), given))
    assert "which part of the phone" not in str(read(as_("wieczorek", "2026-11-24 10:00"), given))


def test_whom_it_is_about_and_the_student_are_not_shown_it_and_are_told_by_a_step(as_):
    ref = sent_on("student-route", "jorah", by=as_("tolland", DAY + "08:00").by, at=london(DAY + "08:00"), hurt=("kit",))
    as_("whitlam", DAY + "09:00").takes(ref, "let-talk")
    year = as_("qureshi", DAY + "09:10")
    year.takes(ref, "record-talk", **TALK)
    year.takes(ref, "take-account", text="I put it up with Maisie.")
    assert "Maisie" in str(read(as_("jorah", DAY + "09:20"), ref))
    mends(as_("qureshi", DAY + "09:30"), ref, "take-account", "taken-out", text="I put it up.", reason="Maisie has a record of her own.")
    assert str(read(as_("jorah", DAY + "09:40"), ref)) == "{}"
    year.takes(ref, "take-account", text="I put it up.")
    assert list(read(as_("jorah", DAY + "09:50"), ref).values()) == [{"text": "I put it up."}]
    assert "Maisie has a record" in str(read(as_("devlin", DAY + "09:50"), ref))


# ---------------------------------------------------------------- bad input, twice, stale


def test_bad_input_gets_one_sentence_and_changes_nothing(as_, weighed):
    someone, before = as_("obuya", DAY + "10:00"), CaseStep.objects.count()
    good = {"entry": number(weighed, "weigh"), "outcome": "put-right", "text": "Year 8.", "reason": "So."}
    for field, value in (
        ("entry", ""), ("entry", "0"), ("entry", "999"), ("entry", "-1"), ("entry", "two"), ("outcome", ""), ("outcome", "erase"), ("text", ""),
        ("text", "\0"), ("reason", ""), ("other", "x"),
    ):  # fmt: skip
        with pytest.raises(BadField) as wrong:
            correct(weighed, given={**good, field: value}, by=someone.by, at=someone.at)
        assert wrong.value.field == field and str(wrong.value.sentence).endswith(".")
    assert CaseStep.objects.count() == before


def test_sent_twice_it_is_there_once_and_a_page_that_was_passed_by_is_stale(as_, weighed):
    someone, once = as_("obuya", DAY + "10:00"), Once("b" * 32, b"")
    good = {"entry": number(weighed, "weigh"), "outcome": "put-right", "text": "Year 8.", "reason": "So."}
    seen = reading.open_file(weighed, by=someone.by, at=someone.at).file.taken[-1].sequence
    for _ in range(3):
        assert correct(weighed, given=good, by=someone.by, at=someone.at, version=seen, once=once) == weighed
    assert CaseStep.objects.filter(step="put-right").count() == 1
    with pytest.raises(Stale):
        correct(weighed, given=good, by=someone.by, at=someone.at, version=seen)


# ---------------------------------------------------------------- copies, pages, data


def test_a_copy_for_the_hand_off_says_what_was_put_right_and_the_persons_copy_not_why(as_):
    ref = sent_on("staff-route", "holloway", by=as_("tolland", DAY + "08:00").by, at=london(DAY + "08:00"), hurt=("omondi",))
    hr = as_("braithwaite", DAY + "09:00")
    hr.takes(ref, "check-speech", **{**SHEET, "con_10": True})
    hr.takes(ref, "hand-off", reason="It went on after two talks.")
    hr.takes(ref, "add-note", sort="remark", text="I never liked him.")
    hr.takes(ref, "support", **HELPED)
    mends(as_("kerrigan", DAY + "10:00"), ref, "hand-off", text="It went on after one talk.", reason="Amadi held one.")
    mends(as_("kerrigan", DAY + "10:10"), ref, "add-note", text="I liked him less than others.", reason="Put more softly.")
    mends(as_("kerrigan", DAY + "10:20"), ref, "support", text="Cover for a week.", reason="It was more.")
    texts = {copy: " ".join(leaves(copied(as_, ref, copy))) for copy in ("hand-off", "subject")}
    for text in texts.values():
        assert "It went on after one talk." in text and "after two talks" in text and "Something was put right" in text
        assert "liked him" not in text and "Cover for a week" not in text
    assert "Amadi held one." in texts["hand-off"] and "Amadi held one." not in texts["subject"]


def test_on_the_page_it_is_chosen_written_and_read(as_, weighed, settings):
    hr = enter("braithwaite", london(DAY + "11:00"))
    assert 'href="/cases/%s/put-right/"' % weighed in hr.get("/cases/%s/" % weighed).content.decode()
    page = page_of(hr.get("/cases/%s/put-right/" % weighed))
    assert too_hard(page, "staff") == [] and convicting(" ".join(ours(page))) == []
    chosen = number(weighed, "weigh")
    assert chosen in [one.attrs["value"] for one in page.all(tag="input", name="entry")]
    form = {name: page.one(name=name).attrs["value"] for name in ("version", "once")}
    wrong = send(hr, "/cases/%s/put-right/" % weighed, {**form, "entry": chosen, "outcome": "put-right", "text": "Year 8, not Year 9."})
    assert wrong.status_code == 400 and "Give the reason." in page_of(wrong).text and "Year 8, not Year 9." in wrong.content.decode()
    sent = send(
        hr,
        "/cases/%s/put-right/" % weighed,
        {**form, "entry": chosen, "outcome": "put-right", "text": "Year 8.", "reason": "Looked again."},
    )
    assert (sent.status_code, sent["Location"]) == (303, "/cases/%s/" % weighed)
    page = page_of(hr.get(sent["Location"]))
    section = page.one(tag="section", **{"aria-labelledby": "mended"}).text
    assert all(one in section for one in ("Put right: Weighed", "Year 8.", "Looked again.", "You"))
    for name in ("rowbotham", "devlin", "harrow"):
        assert enter(name, london(DAY + "11:00")).get("/cases/%s/put-right/" % weighed).status_code == 404


def test_through_the_api_it_is_the_same_and_a_question_takes_none(as_, weighed):
    browser = enter("obuya", london(DAY + "11:00"))
    body = {"entry": number(weighed, "weigh"), "outcome": "put-right", "text": "Year 8.", "reason": "Looked again."}
    answer = browser.post("/api/v1/cases/%s/corrections" % weighed, json.dumps(body), content_type="application/json")
    assert (answer.status_code, answer.json()["ref"]) == (200, weighed)
    assert any(one["step"] == "put-right" and one["of"] == body["entry"] for one in answer.json()["timeline"])
    wrong = browser.post("/api/v1/cases/%s/corrections" % weighed, json.dumps({**body, "reason": ""}), content_type="application/json")
    assert (wrong.status_code, wrong.json()["field"]) == (400, "reason")
    asked = as_("harrow", DAY + "10:00").asks()
    for ref in (asked, "BBBBBBBB"):
        gone = enter("harrow", london(DAY + "11:00")).post(
            "/api/v1/cases/%s/corrections" % ref, json.dumps(body), content_type="application/json"
        )
        assert gone.status_code == 404
    assert "question" not in KINDS


def test_on_the_command_line_it_is_the_same(weighed, tmp_path):
    words = tmp_path / "words.json"
    words.write_text(json.dumps({"text": "Year 8.", "reason": "Looked again."}))
    asked = ("cases", "put-right", weighed, "--words", str(words), "--entry")
    assert command(*asked, number(weighed, "weigh"), "--as", "obuya") == (0, "A new entry says so now.\n")
    assert CaseStep.objects.filter(case__ref=weighed, step="put-right").count() == 1
    assert command(*asked, number(weighed, "clear"), "--as", "obuya") == (2, "entry: Choose one of the entries on this page.")
    assert command(*asked, "1", "--as", "harrow")[0] == 2
    words.write_text("plain words")
    assert command(*asked, number(weighed, "weigh"), "--as", "obuya") == (2, "Send the words as a JSON object with text and reason.")
    assert CaseStep.objects.filter(case__ref=weighed, step="put-right").count() == 1
