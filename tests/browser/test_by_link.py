"""A parent without an account, on a phone: the address, the mail, the link, and what they came for (S31's door)."""

import re
from pathlib import Path

import pytest

from askfirst.casework.access import to_do
from askfirst.people.calendar import london_day
from askfirst.people.demo import load_people
from askfirst.people.models import Person
from askfirst.people.notify import mail_sent, send_due
from askfirst.people.standing import standing
from tests.browser.test_every_page_is_in_reach import SMALL
from tests.cast import MONDAY, who
from tests.clock import london

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
SIZES = pytest.mark.parametrize(("width", "dark"), [pytest.param(390, False, marks=pytest.mark.prove), (320, True)])
NOW = london("2026-11-25 10:00")
TAMBLYN = "tamblyn@home.example"


@pytest.fixture(autouse=True)
def a_parent(transactional_db, live_server, at, settings):
    load_people(monday=MONDAY)
    at("2026-11-25 10:00")
    Person.objects.filter(pk=who("tamblyn-h")).update(email=TAMBLYN)
    folder = Path(settings.ASKFIRST.data) / "outbox"
    before = set(folder.glob("*.eml"))
    yield
    for mail in set(folder.glob("*.eml")) - before:
        mail.unlink()


def fine(journey, where):
    assert journey.axe() == [], where
    assert not journey.wide(), where
    assert journey.page.evaluate(SMALL) == [], where


def says(journey):
    return journey.page.inner_text("main")


def ask(journey, email):
    journey.page.fill("#email", email)
    journey.press("Send me a link")


def the_mail():
    before = set(mail_sent(most=10_000))
    send_due(at=NOW)
    (link,) = [
        found.group() for mail in mail_sent(most=10_000) if mail not in before and (found := re.search(r"/by-link/[^/\s]+/", mail.body))
    ]
    return link


@BOTH
def test_mrs_tamblyn_asks_for_her_child_and_reads_the_answer_by_the_next_link(walk, script):
    journey = walk(script=script)
    journey.open("/do-not-post/")
    ask(journey, TAMBLYN)
    assert "If we can, we send a link to this address." in says(journey)
    journey.open(the_mail())
    journey.press("Ask not to be in posts")
    assert "You ask for Elowen Tamblyn." in says(journey)
    journey.page.get_by_label("Pictures or videos of me").check(force=True)
    journey.page.get_by_label("Until which day?").fill("21/7/2027")
    journey.press("Continue")
    assert "You ask for Elowen Tamblyn." in says(journey)
    journey.press("Send to the school office")
    ref = journey.page.inner_text(".af-ref")
    journey.context.clear_cookies()
    journey.open("/by-link/")
    ask(journey, TAMBLYN)
    journey.open(the_mail())
    journey.press("Read my answers")
    assert ref in journey.page.content()


@BOTH
def test_ottilie_who_left_in_july_asks_for_herself_from_the_page_of_requests(walk, script):
    """Five pages after the mail: go on, the questions, her answers, sent, how it stands; the page anybody can read names nobody."""
    Person.objects.filter(pk=who("grange")).update(email="ottilie@home.example")
    journey = walk(script=script)
    journey.open("/do-not-post/")
    assert "Anybody can ask for themselves, also after they have left." in says(journey)
    ask(journey, "ottilie@home.example")
    journey.open(the_mail())
    journey.press("Ask not to be in posts")
    assert journey.page.get_by_label("Who is it about?").count() == 0
    journey.page.get_by_label("My name").check(force=True)
    journey.page.get_by_label("Until which day?").fill("21/7/2027")
    journey.press("Continue")
    journey.press("Send to the school office")
    assert "Sent to Mrs Rowbotham" in says(journey)
    journey.follow("See how it stands")
    assert "It is about you." in says(journey)
    if script:
        fine(journey, "how it stands")


def has_reached(name, ref):
    """What somebody has to do in a case."""
    by = standing(who(name), on=london_day(NOW))
    return sorted((one.step, one.kind) for one in to_do(by, at=NOW) if one.ref == ref)


def comes_by_a_link(journey, door, button, email=TAMBLYN):
    journey.open(door)
    ask(journey, email)
    journey.open(the_mail())
    journey.press(button)


@BOTH
def test_mrs_tamblyn_gets_a_picture_of_her_child_taken_down(walk, script):
    """P9: the address, the link, one page, her answers; then Mr Finnis, who asks for her."""
    journey = walk(script=script)
    journey.expected = {400}
    comes_by_a_link(journey, "/remove/ask/", "Get something taken down")
    first = says(journey)
    assert first.index("Only you can see this until you send it.") < first.index("Is anybody in danger, or is it a sexual picture?")
    assert first.index("Get help first") < first.index("Is it evidence of something wrong?")
    assert "You do not write to them." in first
    page = journey.page
    page.get_by_label("Which picture or words is it?").fill("The second picture of the lantern walk")
    journey.press("Continue")
    assert page.input_value("[name=item]") == "The second picture of the lantern walk", "nothing written is lost"
    if script:
        fine(journey, "an answer is missing")
    page.get_by_role("group", name="Is it evidence of something wrong?").get_by_label("No", exact=True).check(force=True)
    page.get_by_label("Someone who works here").check(force=True)
    page.get_by_label("Take it down").check(force=True)
    page.get_by_label("No, leave my name out").check(force=True)
    page.get_by_role("group", name="Are you the only one in it?").get_by_label("No", exact=True).check(force=True)
    if script:
        fine(journey, "the one page")
    journey.press("Continue")
    assert page.inner_text("h1") == "Check your answers"
    assert "We leave your name out. They may still guess." in says(journey)
    journey.press("Ask the school to help")
    ref = page.inner_text(".af-ref")
    assert has_reached("finnis", ref) == [("pass-to-them", "removal")]


@BOTH
def test_ottilie_says_that_something_went_wrong_with_her_data(walk, script):
    """P15, after she has left: what the law calls a data protection complaint, and the officer reads it."""
    Person.objects.filter(pk=who("grange")).update(email="ottilie@home.example")
    journey = walk(script=script)
    comes_by_a_link(journey, "/by-link/", "Ask about your data", "ottilie@home.example")
    assert "We tell you within 30 days that we have read it." in says(journey)
    page = journey.page
    page.locator("input[name=want][value=wrong]").check(force=True)
    page.locator("[name=text]").fill("My old address is on a list.")
    page.locator("input[name=handled][value=no]").check(force=True)
    journey.press("Continue")
    assert page.inner_text("h1") == "Check your answers"
    journey.press("Send to the Data Protection Officer")
    ref = page.inner_text(".af-ref")
    assert has_reached("sethuraman", ref) == [("acknowledge", "data-request"), ("give", "data-request")]
    if script:
        fine(journey, "sent")


@BOTH
def test_mrs_tamblyn_tells_of_a_page_that_is_not_ours(walk, script):
    journey = walk(script=script)
    comes_by_a_link(journey, "/by-link/", "Tell us of a page that is not ours")
    assert "Does it ask a child for something? Get help first" in says(journey)
    page = journey.page
    page.locator("[name=address]").fill("https://www.instagram.com/brannocks_prizes")
    page.locator("input[name=what][value=school]").check(force=True)
    page.locator("input[name=children][value=no]").check(force=True)
    if script:
        fine(journey, "the one page")
    journey.press("Continue")
    assert page.inner_text("h1") == "Check your answers"
    journey.press("Send to the communications officer")
    ref = page.inner_text(".af-ref")
    assert has_reached("adelakun", ref) == [("look", "impostor")]


@SIZES
def test_every_state_of_the_door_is_in_reach(walk, width, dark):
    journey = walk(width=width, dark=dark)
    journey.expected = {400, 410}
    journey.open("/remove/ask/")
    fine(journey, "the door")
    ask(journey, "no address")
    assert "Write your e-mail address" in says(journey)
    assert journey.page.input_value("#email") == "no address"
    fine(journey, "no address")
    ask(journey, TAMBLYN)
    fine(journey, "sent")
    link = the_mail()
    journey.open(link)
    fine(journey, "the link")
    journey.press("Get something taken down")
    fine(journey, "in")
    journey.open(link)
    journey.press("Read my answers")
    assert "This link does not work any more." in says(journey)
    fine(journey, "used")
