"""Pages of the settings: Mrs Pritchard-Lowe changes, Dr Achterberg agrees, a reader sees what changed; and everybody else meets nothing."""

import re

import pytest

from askfirst.adoption import settings_all
from askfirst.casework import steps
from askfirst.people.models import SettingChange
from askfirst.people.settings.changes import agree
from askfirst.people.settings.history import change
from tests.adoption.conftest import NOW, by
from tests.clock import london
from tests.web.test_drafts_pages import post, shown, work

__all__ = ["work"]

PHONE, NAME = "/settings/one/trust.duty_phone/", "/settings/one/trust.name/"
WHY = {"why": "It was agreed by the board."}


def ref_of(answer):
    assert answer.status_code == 303, shown(answer)[:2000]
    return re.findall(r"/settings/changes/([A-Z0-9]{8})/", answer["Location"])[0]


def agreed(name, value, **more):
    """Without the pages: asked for and agreed to."""
    ref = settings_all.ask(name, value, starts_on="", why="So it is.", by=by("pritchard"), at=NOW, **more)
    one = change(ref, by=by("pritchard"), at=NOW)
    if one.state == "waits":
        agree(ref, digest=one.digest, by=by("achterberg"), at=NOW)


def test_pressed_twice_it_is_one_change_and_other_words_under_the_same_form_are_refused(work):
    clerk = work("pritchard")
    once = re.findall(r'name="once" value="([0-9a-f]{32})"', clerk.get(NAME).content.decode())[0]
    sent = {"value": "Moor Edge Trust", "starts_on": "", "once": once, **WHY}
    first, again = post(clerk, NAME, sent), post(clerk, NAME, sent)
    assert first.status_code == again.status_code == 303 and first["Location"] == again["Location"]
    other = post(clerk, NAME, {**sent, "value": "Moor End Trust"})
    assert other.status_code == 400 and "This form was sent before with other words." in shown(other)
    assert SettingChange.objects.count() == 1


def test_from_the_form_to_the_second_person_to_every_page(work):
    clerk, head, reader = work("pritchard"), work("achterberg"), work("harrow")
    assert "Takes two people." in shown(clerk.get("/settings/part/trust/"))
    page = shown(clerk.get(NAME))
    assert "What holds now Ridgeway Education Trust" in page and "It stands at the head of each page." in page
    answer = post(clerk, NAME, {"value": "Moor Edge Trust", "starts_on": "", **WHY})
    ref = ref_of(answer)
    waits = shown(clerk.get(answer["Location"]))
    assert "Nothing is changed yet." in waits and "Before: Ridgeway Education Trust After: Moor Edge Trust" in waits
    assert "You asked for this yourself." in waits and "I have looked, and I agree" not in waits
    assert "A change waits for you" in shown(head.get("/me/")) and "A change waits for you" not in shown(clerk.get("/me/"))
    path = "/settings/changes/%s/" % ref
    digest = re.findall(r'name="digest" value="([0-9a-f]{64})"', head.get(path).content.decode())[0]
    assert "Moor Edge Trust" not in shown(reader.get("/"))
    assert post(clerk, path, {"step": "agree", "digest": digest}).status_code == 409
    assert post(head, path, {"step": "agree", "digest": digest}).status_code == 303
    assert "Moor Edge Trust" in shown(reader.get("/")) and "Agreed to by Dr" in shown(clerk.get(path))
    assert post(head, path, {"step": "agree", "digest": digest}).status_code == 409
    back = ref_of(post(clerk, path, {"step": "undo", "why": "It was too soon."}))
    agree(back, digest=change(back, by=by("pritchard"), at=NOW).digest, by=by("sethuraman"), at=NOW)
    assert "Ridgeway Education Trust" in shown(reader.get("/"))
    assert "The Trust’s name Agreed. From 23 November 2026 on." in shown(clerk.get("/settings/"))


def test_what_one_person_changes_is_in_force_at_once_and_sending_it_twice_is_one_change(work):
    clerk = work("pritchard")
    sent = {"value": "01632 960199", "starts_on": "", "why": "A new line."}
    assert {post(clerk, PHONE, sent)["Location"] for _ in range(3)} == {
        "/settings/changes/%s/?done=agreed" % SettingChange.objects.get().ref
    }
    assert "01632 960199" in shown(work("harrow").get("/accessibility/"))


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"value": "ring me", "why": "A new line."}, "This is no telephone number."),
        ({"value": "01632 960199", "why": ""}, "This is empty. Fill it in: Why is it changed?"),
        ({"value": "01632 960199", "why": "A new line.", "starts_on": "last week"}, "We cannot read this date."),
        ({"value": "\0<b>01632", "why": "A new line."}, "This holds marks that cannot be seen."),
    ],
)
def test_bad_input_comes_back_with_one_sentence_and_the_words(work, sent, says):
    clerk = work("pritchard")
    answer = post(clerk, PHONE, sent)
    assert answer.status_code == 400 and shown(answer).count(says) == 2, "once above, once at its field"
    assert all(
        value.replace("\0", "\u2400").replace("<", "&lt;").replace(">", "&gt;") in answer.content.decode() for value in sent.values()
    )
    assert not SettingChange.objects.exists()


def test_bytes_that_are_no_letters_and_a_form_of_another_kind(work):
    clerk = work("pritchard")
    raw = b"value=%ff%fe&why=x&csrfmiddlewaretoken=x"
    assert clerk.post(PHONE, raw, content_type="application/x-www-form-urlencoded").status_code == 400
    assert clerk.post(PHONE, b"{}", content_type="text/plain").status_code == 400


@pytest.mark.parametrize("name", ["harrow", "whitlam", "drinkwater"])
def test_there_is_no_such_page_for_anybody_else(work, name):
    browser = work(name)
    for path in ("/settings/", "/settings/part/reading/", PHONE, "/settings/changes/BBBBBBBB/"):
        assert browser.get(path).status_code == 404
        assert post(browser, path, {"value": "01632 960199", **WHY}).status_code == 404
    assert "/settings/" not in browser.get("/me/").content.decode().replace("/settings-check/", "")


@pytest.mark.parametrize(
    "path",
    [
        "/settings/part/motto/",
        "/settings/one/trust.motto/",
        "/settings/one/school.northgate/",
        "/settings/changes/BBBBBBBB/",
        "/settings/part/school.nowhere/",
    ],
)
def test_what_there_is_not_is_missing_and_never_breaks(work, path):
    assert work("pritchard").get(path).status_code == 404


def test_the_second_of_two_reads_and_has_no_form(work):
    head = work("achterberg")
    assert "The governance professional changes these." in shown(head.get("/settings/part/year/"))
    assert "Why is it changed?" not in shown(head.get(PHONE))
    assert post(head, PHONE, {"value": "01632 960199", **WHY}).status_code == 404


def test_readings_are_counted_by_how_the_trust_stands_to_them_and_readers_are_told(work):
    clerk, reader = work("pritchard"), work("harrow")
    assert "As AskFirst reads it by itself (55)" in shown(clerk.get("/settings/part/reading/"))
    form = "/settings/one/reading.A5/"
    assert "When unkind words are Important, and when they are a tip." in shown(clerk.get(form))
    assert "?done=agreed" in post(clerk, form, {"status": "adopted", **WHY})["Location"]
    agreed("reading.A26", {"status": "changed", "reading": "It is a tip for two years.", "student": "", "months": "24"})
    listed = shown(clerk.get("/settings/part/reading/"))
    assert [words in listed for words in ("Adopted as it is (1)", "Read in our own way (1)", "As AskFirst reads it by itself (53)")] == [
        True
    ] * 3
    assert "Adopted by this trust." in shown(reader.get("/procedure/clauses/PRI-3/"))
    assert "It is a tip for two years. A26. This trust’s own reading." in shown(reader.get("/procedure/clauses/SNS-11/"))
    assert {one["status"] for one in reader.get("/api/v1/procedure/clauses/SNS-11").json()["readings"] if one["id"] == "A26"} == {"changed"}


def test_what_is_settled_where_the_rules_are_silent_stands_with_what_it_does_and_why_it_stays(work):
    clerk, head = work("pritchard"), work("achterberg")
    listed = shown(clerk.get("/settings/part/ruling/"))
    assert "As it came with AskFirst (21)" in listed and "Who weighs a concern" in listed and "AskFirst watches nobody." in listed
    form = "/settings/one/ruling.no-hints/"
    assert "Why it stays as it is: It keeps students safe who asked not to be named." in shown(clerk.get(form))
    assert "?done=agreed" in post(clerk, form, {"status": "adopted", **WHY})["Location"]
    assert post(clerk, form, {"status": "off", **WHY}).status_code == 400
    ref = ref_of(post(clerk, "/settings/one/ruling.weighs/", {"staff": "hr", "student": "year-lead", "starts_on": "", **WHY}))
    assert "Before: The alternate pastoral lead After: HR" in shown(head.get("/settings/changes/%s/" % ref))
    agree(ref, digest=change(ref, by=by("pritchard"), at=NOW).digest, by=by("achterberg"), at=NOW)
    listed = shown(clerk.get("/settings/part/ruling/"))
    assert "Adopted as it is (1)" in listed and "Set in our own way (1)" in listed and "As it came with AskFirst (19)" in listed
    assert "Adopted: 1. Set in our own way: 1." in shown(clerk.get("/settings/"))
    assert "Asked for by Mrs" in listed and "agreed to by Dr" in listed and "Why: It was agreed by the board." in listed
    assert "Set here, from 23 November 2026 on. Set by Mrs" in listed
    found = {one["name"]: one for one in clerk.get("/api/v1/settings").json()["settings"]}
    assert found["ruling.weighs"]["value"] == {"staff": "hr", "student": "year-lead", "status": "changed"}
    assert found["ruling.no-hints"]["stays"] == "It keeps students safe who asked not to be named."
    assert (found["ruling.weighs"]["change"], found["ruling.weighs"]["since"]) == (ref, "2026-11-23")
    assert (found["ruling.photos"]["change"], found["trust.name"]["why"]) == (None, None)


def test_a_case_keeps_the_readings_of_the_day_on_which_it_was_opened(work, at):
    asked = steps.open_case(
        kind="question",
        by=by("harrow"),
        details={"text": "May I?", "to": "line-manager", "clause": "SNS-11"},
        at=london("2026-11-23 10:00"),
    )
    ref = settings_all.ask(
        "reading.A26", {"status": "changed", "reading": "It is a tip for two years.", "student": "", "months": "24"}, starts_on="24/11/2026",
        why="So it is.", by=by("pritchard"), at=NOW,
    )  # fmt: skip
    agree(ref, digest=change(ref, by=by("pritchard"), at=NOW).digest, by=by("achterberg"), at=NOW)
    at("2026-11-25 10:00")
    later = steps.open_case(
        kind="question",
        by=by("harrow"),
        details={"text": "May I?", "to": "line-manager", "clause": "SNS-11"},
        at=london("2026-11-25 10:00"),
    )
    reader = work("harrow")
    at("2026-11-25 10:00")
    told = ["It is a tip for two years." in shown(reader.get("/cases/%s/" % one)) for one in (asked, later)]
    assert told == [False, True]


def test_a_school_adds_to_a_rule_and_its_own_people_read_it(work):
    clerk = work("pritchard")
    assert clerk.get("/settings/part/variation/?school=northgate&clause=NONE-1").status_code == 400
    assert clerk.get("/settings/part/variation/?school=northgate&clause=con-3")["Location"] == "/settings/one/variation.northgate.CON-3/"
    answer = post(clerk, "/settings/one/variation.northgate.CON-3/", {"plain": "Ask Mr Obuya before the play.", "student": "", **WHY})
    ref = ref_of(answer)
    agree(ref, digest=change(ref, by=by("pritchard"), at=NOW).digest, by=by("achterberg"), at=NOW)
    assert "Northgate School adds: Ask Mr Obuya before the play." in shown(work("harrow").get("/procedure/clauses/CON-3/"))
    assert "Ask Mr Obuya" not in shown(work("abernethy").get("/procedure/clauses/CON-3/"))
    assert "CON-3 at Northgate School" in shown(clerk.get("/settings/part/variation/"))


def test_what_the_trust_says_beside_a_rule(work):
    agreed("trust.values", {"value": "Kindness first\nWe own up"})
    agreed("trust.policies", {"value": "https://ret.example/policies"})
    agreed("trust.standing_reasons", {"value": "Safeguarding lead: knows what few may know"})
    reader = work("harrow")
    assert "Kindness first We own up" in shown(reader.get("/procedure/clauses/INT-5/"))
    assert 'href="https://ret.example/policies"' in reader.get("/procedure/clauses/BLG-2/").content.decode()
    assert "Safeguarding lead: knows what few may know" in shown(reader.get("/procedure/clauses/MAN-4/"))
