"""Ask in doubt on a phone, from the check to the receipt: with scripts and without; axe on every state; nothing to push sideways."""

import json
from pathlib import Path

import pytest

from tests.browser.test_before_i_post import fill_in
from tests.browser.test_every_page_is_in_reach import SMALL

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
QUESTION = "Can I blog about the timetable cuts talked about in our closed department meeting?"


def choose(journey, label):
    journey.page.get_by_label(label, exact=True).check()


def asks(journey, text=QUESTION, whom="Someone else", button="Send my question"):
    journey.open("/ask/")
    journey.page.fill("#text", text)
    choose(journey, whom)
    journey.press(button)
    return journey.page.url.split("/")[-2]


def answers(journey, ref, text="Yes, once it is published.", strength="Should", clause="BLG-2"):
    journey.open("/cases/%s/" % ref)
    fill_answer(journey, text, strength, clause)
    journey.press("Send the answer")


def fill_answer(journey, text="Yes, once it is published.", strength="Should", clause="BLG-2"):
    journey.page.get_by_label("Your answer").fill(text)
    choose(journey, strength)
    journey.page.get_by_label("Which clause is it from?").fill(clause)


def unfold(journey, words):
    journey.page.locator("summary", has_text=words).first.click()


def main(journey):
    return journey.page.locator("main").inner_text()


@BOTH
def test_from_a_check_to_an_answer_that_helps(signed_in, at, script):
    harrow = signed_in("harrow", script=script)
    fill_in(harrow)
    harrow.page.locator("#carry").get_by_label("A phone number").check()
    choose(harrow, "Take my text along")
    harrow.press("Ask my line manager")
    assert harrow.page.url.endswith("/ask/")
    assert harrow.page.input_value("#draft") == harrow.page.input_value("#draft").strip() != ""
    assert harrow.page.is_checked("#clause")
    harrow.page.fill("#text", "Is it OK with a number in it?")
    choose(harrow, "Dr Anselm Pascoe")
    harrow.press("Send to Dr Pascoe" if script else "Send my question")
    assert "Sent to Dr Pascoe" in main(harrow)
    harrow.follow("See your question")
    ref = harrow.page.url.split("/")[-2]

    at("2026-11-25 10:05")
    pascoe = signed_in("pascoe", script=script)
    pascoe.open("/cases/%s/" % ref)
    assert "Ms Harrow asks" in main(pascoe)
    pascoe.expected = {400}
    pascoe.press("Send the answer")
    assert "Write your answer." in pascoe.page.locator(".govuk-error-summary").inner_text()
    fill_answer(pascoe, "Leave the number out.", "Advice", "SNS-3")
    pascoe.press("Send the answer")
    assert "Answered. It is saved." in main(pascoe)
    assert pascoe.page.locator("form[action*=steps]").count() == pascoe.page.locator("form[action*=reopen]").count() == 1

    at("2026-11-25 10:08")
    harrow.open("/cases/%s/" % ref)
    assert "Leave the number out." in main(harrow)
    harrow.follow("Keep a copy")
    assert "Wednesday 25 November 2026, 10:05" in main(harrow)
    with harrow.page.expect_download() as kept:
        harrow.page.get_by_role("link", name="Save as a file").click()
    file = kept.value
    assert file.suggested_filename == "askfirst-%s.json" % ref
    assert json.loads(Path(file.path()).read_text(encoding="utf-8"))["answers"][0]["answered_by"] == "Dr Pascoe"
    harrow.open("/cases/%s/" % ref)
    harrow.press("Delete my draft")
    assert "Draft deleted. It is saved." in main(harrow)
    harrow.press("That helps")
    assert "Finished" in harrow.page.locator(".is-now").inner_text()


@BOTH
def test_words_carried_over_are_the_words_as_they_stand(signed_in, script):
    """Without a tick nothing goes along; with one, what the page shows goes."""
    harrow = signed_in("harrow", script=script)
    fill_in(harrow)
    harrow.press("Ask my line manager")
    assert (harrow.page.input_value("#draft"), harrow.page.locator("#clause").count()) == ("", 0)
    if script:
        fill_in(harrow)
        harrow.page.fill("#text", "Changed by hand")
        choose(harrow, "Take my text along")
        harrow.press("Ask my line manager")
        assert harrow.page.input_value("#draft") == "Changed by hand"


@BOTH
def test_a_student_asks_and_takes_it_back(signed_in, script):
    farouk = signed_in("farouk", script=script)
    assert farouk.page.locator("html").get_attribute("data-mode") == "student"
    ref = asks(farouk, "Can we start a server for chess club?", "Mr Kofi Standish", "Send to Mr Standish" if script else "Send my question")
    farouk.open("/cases/%s/" % ref)
    unfold(farouk, "Take the question back")
    farouk.press("Take the question back")
    assert "Taken back" in farouk.page.locator(".is-now").inner_text()


def asked(signed_in, at, **how):
    harrow = signed_in("harrow", **how)
    ref = asks(harrow)
    return harrow, ref


def state_form(signed_in, at, **how):
    one = signed_in("harrow", **how)
    one.open("/ask/")
    return one


def state_form_two_posts(signed_in, at, **how):
    one = signed_in("standish", **how)
    one.open("/ask/")
    return one


def state_form_student(signed_in, at, **how):
    one = signed_in("farouk", **how)
    one.open("/ask/")
    return one


def state_form_wrong(signed_in, at, **how):
    one = signed_in("harrow", **how)
    one.expected = {400}
    one.open("/ask/")
    one.press("Send my question")
    return one


def state_carried(signed_in, at, **how):
    one = signed_in("harrow", **how)
    fill_in(one)
    one.page.locator("#carry").get_by_label("A phone number").check()
    one.press("Ask my line manager")
    return one


def state_parent(signed_in, at, **how):
    one = signed_in("okoropenn", **how)
    one.press("Change to parent")
    one.open("/ask/")
    return one


def state_sent(signed_in, at, **how):
    return asked(signed_in, at, **how)[0]


def state_asked(signed_in, at, **how):
    one, ref = asked(signed_in, at, **how)
    one.open("/cases/%s/" % ref)
    for details in one.page.locator("main summary:visible").all():
        details.click()
    return one


def state_to_answer(signed_in, at, **how):
    _, ref = asked(signed_in, at)
    one = signed_in("devlin", **how)
    one.open("/cases/%s/" % ref)
    for details in one.page.locator("main summary:visible").all():
        details.click()
    return one


def state_answer_wrong(signed_in, at, **how):
    one = state_to_answer(signed_in, at, **how)
    one.expected = {400}
    one.press("Send the answer")
    return one


def state_stale(signed_in, at, **how):
    asker, ref = asked(signed_in, at)
    one = signed_in("devlin", **how)
    one.expected = {409}
    one.open("/cases/%s/" % ref)
    fill_answer(one)
    asker.open("/cases/%s/" % ref)
    unfold(asker, "Take the question back")
    asker.press("Take the question back")
    one.press("Send the answer")
    return one


def state_answered(signed_in, at, **how):
    one, ref = asked(signed_in, at, **how)
    answers(signed_in("devlin"), ref)
    one.open("/cases/%s/" % ref)
    for details in one.page.locator("main summary:visible").all():
        details.click()
    return one


def state_receipt(signed_in, at, **how):
    one = state_answered(signed_in, at, **how)
    one.follow("Keep a copy")
    return one


def state_passed_on(signed_in, at, **how):
    _, ref = asked(signed_in, at)
    one = signed_in("devlin", **how)
    one.open("/cases/%s/" % ref)
    unfold(one, "Pass it on")
    choose(one, "HR")
    one.go(one.page.locator("form[id=pass-on] button"))
    one.page.wait_for_url("**/steps/pass-on/")
    return one


STATES = {name.removeprefix("state_"): made for name, made in list(globals().items()) if name.startswith("state_")}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_a_state_of_asking(signed_in, at, state):
    journey = STATES[state](signed_in, at, width=320)
    assert journey.axe() == []
    assert not journey.wide()
    assert journey.page.evaluate(SMALL) == []
