"""Asking for one's data on a phone, and the officer's answer: each form pressed once, with scripts and without (workflows.md 3.19)."""

import pytest

from tests.browser.test_every_page_is_in_reach import SMALL
from tests.groups import tells

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])


def fine(journey, where):
    if journey.script:
        assert journey.axe() == [], where
    assert not journey.wide(), where
    assert journey.page.evaluate(SMALL) == [], where


def says(journey):
    return journey.page.inner_text("main")


def choose(journey, label):
    journey.page.get_by_label(label, exact=True).check(force=True)


def open_fold(journey, words):
    journey.page.locator("summary", has_text=words).first.click()


@BOTH
def test_a_copy_is_asked_for_and_given(signed_in, script):
    harrow = signed_in("harrow", script=script)
    harrow.expected = {400}
    question = "May I name Amina Farouk-Wells, as @amina_fw does at https://clips.example/amina_fw/77?"
    tells("harrow", "question", {"text": question, "to": "line-manager"}, "2026-11-24 10:00")
    harrow.open("/me/record/")
    harrow.follow("Ask for a copy of all your data")
    harrow.press("Continue")
    assert "Choose what you would like." in says(harrow)
    fine(harrow, "what is missing")
    choose(harrow, "A copy of the data")
    harrow.press("Continue")
    harrow.page.get_by_label("What should we look for?").fill("E-mails about the trip")
    harrow.press("Continue")
    fine(harrow, "her answers")
    harrow.press("Send to the Data Protection Officer")
    assert "Sent to Ms Sethuraman" in says(harrow)
    fine(harrow, "sent")
    ref = harrow.page.inner_text(".af-ref")

    officer = signed_in("sethuraman", script=script)
    officer.open("/cases/%s/" % ref)
    fine(officer, "the officer’s page")
    officer.press("I have read it")
    open_fold(officer, "Ask them something")
    choose(officer, "What they mean")
    officer.page.get_by_label("Your question").fill("Which trip?")
    officer.press("Ask them something")
    fine(officer, "asked back")

    harrow.open("/cases/%s/" % ref)
    harrow.page.get_by_label("Your answer").fill("The one to the coast")
    harrow.press("Send my answer")
    fine(harrow, "answered")

    officer.open("/cases/%s/" % ref)
    open_fold(officer, "Take two months longer")
    officer.page.get_by_label("Why does it take longer?").fill("There are ten years of it")
    officer.press("Take two months longer")
    officer.follow("Make the copy")
    assert "We do not keep these." in says(officer)
    fine(officer, "the copy, with nothing decided")
    officer.press("Leave it out: it names somebody else")
    fine(officer, "a name is left out")
    while officer.page.get_by_role("button", name="It may stay", exact=True).count():
        officer.press("It may stay")
    open_fold(officer, "Leave other words out")
    officer.page.get_by_label("Which words?").fill("coast")
    officer.page.locator("#redact-why-3").check(force=True)
    officer.press("Save what I chose")
    assert "Nothing waits to be looked at" in says(officer)
    fine(officer, "all is decided")

    lead = signed_in("whitlam", script=script)
    lead.open("/cases/%s/" % ref)
    assert "asks for a copy of the data about" in says(lead)
    fine(lead, "the safeguarding lead’s page")
    lead.press("Our part of the copy is seen to")

    officer.open("/cases/%s/" % ref)
    choose(officer, "On paper")
    officer.page.get_by_label("What did they get, or what was found?").fill("Two folders")
    officer.press("Write down that it is answered")

    harrow.open("/cases/%s/" % ref)
    assert "Two folders" in says(harrow)
    assert "There are ten years of it" in says(harrow)
    fine(harrow, "the answer")
    harrow.press("That settles it")
    fine(harrow, "finished")
