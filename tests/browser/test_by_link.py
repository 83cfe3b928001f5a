"""A parent without an account, on a phone: the address, the mail, the link, and what they came for (S31's door)."""

import re
from pathlib import Path

import pytest

from askfirst.people.demo import load_people
from askfirst.people.models import Person
from askfirst.people.notify import mail_sent, send_due
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
