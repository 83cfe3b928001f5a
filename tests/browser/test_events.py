"""A private event on a phone: Mr Finnis registers it and issues the notice, Mr Tolland checks a caption and asks him. S32 and S33."""

import pytest

from tests.browser.test_declare import choose, fine, heading
from tests.browser.test_removal import route

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
SIZES = pytest.mark.parametrize("width", [320, pytest.param(390, marks=pytest.mark.prove)])
CAPTION = "Front row for the nativity rehearsal last night, those shepherds!"
NOTICE = "Please take no pictures at the rehearsal."


def says(journey):
    return journey.page.inner_text("main")


def registers(journey, looks):
    journey.open("/")
    journey.go(journey.page.locator("a[href='/events/']").first)
    assert "There is no event here now." in says(journey)
    looks(journey, "an empty list")
    journey.follow("Register an event")
    looks(journey, "the form")
    journey.press("Continue")
    assert heading(journey) == "Register an event"
    assert "Say what the event is called." in says(journey)
    looks(journey, "the form with what is missing")
    journey.page.get_by_label("What is the event called?").fill("The nativity dress rehearsal")
    journey.page.get_by_label("Where is it?").fill("The hall")
    journey.page.get_by_label("Which day is it?").fill("8/12/2026")
    journey.press("Continue")
    choose(journey, "No photos")
    journey.page.get_by_label("Words of the notice").fill(NOTICE)
    looks(journey, "its photo rule")
    journey.press("Continue")
    looks(journey, "his answers")
    journey.press("Register it")
    assert heading(journey) == "Registered"
    looks(journey, "the receipt")
    ref = journey.page.inner_text(".af-ref")
    journey.follow("Issue the notice")
    looks(journey, "his event")
    journey.press("Issue the notice")
    assert "The notice went out on 1 December 2026." in says(journey)
    looks(journey, "the notice is out")
    return ref


def checks(journey):
    journey.open("/check/")
    journey.page.fill("#text", CAPTION)
    choose(journey, "I work here")
    choose(journey, "Anyone")
    journey.page.fill("#photo_taken", "8/12/2026")
    journey.press("Check")


@BOTH
def test_s32_he_registers_it_and_mr_tolland_checks_and_asks_him(signed_in, at, script):
    at("2026-12-01 10:00")
    finnis = signed_in("finnis", script=script)
    finnis.expected = {400}
    ref = registers(finnis, lambda journey, where: None)
    at("2026-12-09 10:00")
    tolland = signed_in("tolland", script=script)
    checks(tolland)
    card = tolland.page.inner_text(".af-finding")
    for words in ("Worth changing", "CON-3", "The nativity dress rehearsal", "8 December 2026", "no photos"):
        assert words.lower() in card.lower(), words
    assert "GOOD TO KNOW" in says(tolland).upper()
    assert "CON-1" not in card
    tolland.go(tolland.page.locator(".af-finding a[href='/ask/?event=%s']" % ref))
    assert tolland.page.locator("input[value=organiser]").is_checked()
    assert CAPTION not in tolland.page.content()
    finnis_has = "/cases/%s/" % ref
    tolland.page.get_by_label("What would you like to know?").fill("May I post a picture of the shepherds?")
    tolland.press("Send")
    assert heading(tolland) == "Sent to Mr Finnis"
    tolland.expected = {404}
    tolland.open(finnis_has)
    assert "nativity" not in says(tolland)


@SIZES
def test_every_page_of_an_event_is_in_reach(signed_in, at, width):
    at("2026-12-01 10:00")
    finnis = signed_in("finnis", width=width)
    finnis.expected = {400}
    registers(finnis, fine)
    finnis.open("/events/")
    fine(finnis, "the list with an event")
    finnis.open("/events/parents-pictures/")
    fine(finnis, "parents' pictures")


@BOTH
def test_s33_from_a_report_to_the_words_for_a_parent(signed_in, script):
    rowbotham = signed_in("rowbotham", script=script)
    route(rowbotham, "Someone else I can contact")
    rowbotham.follow("What to do about parents’ pictures")
    assert heading(rowbotham) == "When a parent posts pictures"
    assert "Parents are not bound by this procedure." in says(rowbotham)
    assert rowbotham.page.get_by_role("button", name="Copy these words").count() == (1 if script else 0)
