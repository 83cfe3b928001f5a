"""A post is asked to come down, on a phone: with scripts and without, light and dark. S26 and S27."""

import pytest

from askfirst.casework.deadlines import run_due
from tests.browser.test_declare import fine, heading
from tests.browser.test_take_down import choose, steps

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
NAMES = ("Maisie", "Blenkinsop", "Makoni")
RACE = "The picture at the end of the race"


def pick(journey, *labels):
    for label in labels:
        journey.page.get_by_label(label, exact=True).check(force=True)


def route(journey, poster, link=None):
    """From the questions of “Get something taken down” to the button that asks."""
    journey.open("/remove/")
    choose(journey, "No, neither")
    choose(journey, "No")
    choose(journey, poster, link=link)


def says(journey):
    return journey.page.inner_text("main")


def asks_the_school(journey, looks):
    route(journey, "Someone who works at school")
    assert "Ask whoever posted it" not in steps(journey)
    looks(journey, "the ways")
    journey.press("Ask for it to come down")
    looks(journey, "which post")
    journey.page.get_by_label("Which picture or words is it?").fill(RACE)
    journey.press("Continue")
    if journey.page.locator("input[name=who][type=radio]").count():
        journey.press("Continue")
    assert "You never write to staff about this." in says(journey)
    assert journey.page.get_by_label("I send the words myself").count() == 0
    looks(journey, "who posted it")
    journey.page.get_by_label("What is their name?").fill("Mr Standish")
    journey.press("Continue")
    pick(journey, "Take it down")
    journey.press("Continue")
    pick(journey, "No, leave my name out", "Yes")
    looks(journey, "may we say who")
    journey.press("Continue")
    assert heading(journey) == "Check your answers"
    assert "They may guess that it is you." in says(journey)
    looks(journey, "the answers")


@BOTH
def test_s27_maisie_asks_the_school_and_nobody_who_is_asked_reads_her_name(signed_in, at, script):
    maisie = signed_in("maisie", script=script)
    asks_the_school(maisie, lambda journey, where: None)
    maisie.press("Ask the school to help")
    assert heading(maisie) == "Sent to Mrs Makoni"
    where = "/cases/%s/" % maisie.page.inner_text(".af-ref")
    makoni = signed_in("makoni", script=script)
    makoni.open(where)
    assert "What Maisie Blenkinsop asked" in says(makoni)
    makoni.press("Send it to whoever posted it")
    whitlam = signed_in("whitlam", script=script)
    whitlam.open(where)
    standish = signed_in("standish", script=script)
    standish.open(where)
    assert heading(standish) == "Somebody asks you to take something down"
    assert RACE in says(standish)
    assert "is not listed in DIS-1" in says(standish)
    at("2026-12-02 17:30")
    run_due(at=at("2026-12-02 17:30"))
    pascoe = signed_in("pascoe", script=script)
    pascoe.open(where)
    assert heading(pascoe) == "A reminder about a post"
    assert RACE in says(pascoe)
    for one in (whitlam, standish, pascoe):
        assert [name for name in NAMES if name in one.page.content()] == []
    assert RACE not in whitlam.page.content()
    pascoe.press("I have reminded them")
    standish = signed_in("standish", script=script)
    standish.open(where)
    pick(standish, "All of it is down")
    standish.press("Send my answer")
    maisie = signed_in("maisie", script=script)
    maisie.open(where)
    assert "Removed" in maisie.page.inner_text(".af-bar")
    assert "All of it is down" in says(maisie)


def test_s27_every_page_on_the_way_is_fine(signed_in):
    maisie = signed_in("maisie", width=320, dark=True)
    asks_the_school(maisie, fine)
    maisie.press("Ask the school to help")
    fine(maisie, "sent")
    maisie.follow("See how it stands")
    fine(maisie, "the case")
    where = maisie.page.url.removeprefix(maisie.base)
    makoni = signed_in("makoni", width=320)
    makoni.open(where)
    fine(makoni, "the helper’s page")
    makoni.press("Send it to whoever posted it")
    standish = signed_in("standish", width=320)
    standish.open(where)
    fine(standish, "the asked one’s page")
    standish.expected.add(400)
    pick(standish, "It stays up")
    standish.press("Send my answer")
    fine(standish, "no reason given")
    assert "Say in a line why it stays up." in says(standish)


@BOTH
def test_s26_from_colleague_to_colleague(signed_in, script):
    mine = signed_in("holloway", script=script)
    route(mine, "Someone who works here", link="https://a.example/lunch/1")
    mine.press("Ask for it to come down")
    pick(mine, "AskFirst sends it to them for me")
    mine.page.get_by_label("What is their name?").fill("Ms Averill")
    mine.press("Continue")
    pick(mine, "Take it down")
    mine.page.get_by_label("A few kind words for them").fill("It was a lovely lunch, all the same.")
    mine.press("Continue")
    pick(mine, "Yes, you may say it is me")
    mine.press("Continue")
    assert "They may say no, and give a reason. That alone is not misconduct." in says(mine)
    mine.press("Send it to them")
    assert heading(mine) == "Sent to Ms Averill"
    where = "/cases/%s/" % mine.page.inner_text(".af-ref")
    averill = signed_in("averill", script=script)
    averill.open("/me/")
    averill.follow("Somebody asks you to take something down")
    assert "Mr Holloway-Finch asks." in says(averill)
    pick(averill, "Part of it is down")
    averill.page.get_by_label("Why does it stay up?").fill("The other is a group shot.")
    averill.press("Send my answer")
    assert "Part removed" in says(averill)
    mine.open(where)
    assert "The other is a group shot." in says(mine)
    assert "Saying no is not misconduct by itself. It is not listed in DIS-1." in says(mine)
    if script:  # axe is a script itself
        fine(mine, "answered")


@BOTH
def test_s28_amina_keeps_a_list_and_shares_it_with_her_tutor(signed_in, script):
    amina = signed_in("farouk", script=script)
    route(amina, "I don’t know who posted it")
    amina.page.locator("summary", has_text="Keep a list of what I have done").click()
    pick(amina, "I have untagged myself")
    amina.page.get_by_label("Reference numbers and days").fill("Report 4471")
    amina.press("Save")
    assert "Only you can see this list." in says(amina)
    assert "Report 4471" in says(amina)
    if script:
        fine(amina, "the list")
    where = amina.page.url.removeprefix(amina.base)
    tutor = signed_in("standish", script=script)
    tutor.expected.add(404)
    tutor.open(where)
    assert "4471" not in tutor.page.content()
    amina.go(amina.page.locator("form#share").get_by_role("button"))
    tutor.open(where)
    assert "Report 4471" in says(tutor)


@BOTH
def test_the_words_are_made_to_be_sent_by_oneself(signed_in, script):
    mine = signed_in("holloway", script=script)
    route(mine, "Someone else I can contact", link="https://a.example/lunch/1")
    mine.press("Ask for it to come down")
    pick(mine, "I send the words myself")
    mine.press("Continue")
    pick(mine, "Take it down")
    mine.press("Continue")
    mine.press("Save, and copy the words")
    assert heading(mine) == "Your words are ready"
    assert "It is here: https://a.example/lunch/1" in mine.page.inner_text("#words-1")
    assert mine.page.get_by_role("button", name="Copy these words").count() == (1 if script else 0)


def test_a_script_for_a_link_is_one_sentence_and_the_answers_stay(signed_in):
    mine = signed_in("holloway")
    mine.expected.add(400)
    mine.open("/remove/ask/")
    pick(mine, "No")
    mine.press("Continue")
    mine.page.get_by_label("Where is it?").fill("javascript:alert(1)")
    mine.page.get_by_label("Which picture or words is it?").fill("The second")
    mine.press("Continue")
    pick(mine, "Someone else, or I do not know")
    mine.press("Continue")
    pick(mine, "I send the words myself")
    mine.press("Continue")
    pick(mine, "Take it down")
    mine.press("Continue")
    mine.press("Save, and copy the words")
    assert "This is not a link to a page." in says(mine)
    assert mine.page.get_by_label("Which picture or words is it?").input_value() == "The second"
    fine(mine, "a link that is none")
