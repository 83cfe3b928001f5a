"""Signing in on a phone: one press, the hat named on every page, another hat, out again; with and without scripts."""

import pytest
from django.db import transaction

from askfirst.people.notify import send_due
from askfirst.trail import outbox
from tests.browser.test_every_page_is_in_reach import SMALL
from tests.cast import cast, who
from tests.clock import at

__all__ = ["at", "cast"]


@pytest.fixture
def demo(transactional_db, request):
    """The cast where the live server sees it."""
    request.getfixturevalue("cast")


def whole(journey):
    assert journey.axe() == []
    assert not journey.wide()
    assert journey.page.evaluate(SMALL) == []


def hat(journey):
    return journey.page.locator(".af-me__who").inner_text()


@pytest.mark.parametrize(("script", "width", "dark"), [(True, 390, False), (False, 320, False), (True, 320, True)])
def test_s55_one_press_two_hats_and_out_again(demo, walk, script, width, dark):
    journey = walk(script=script, width=width, dark=dark)
    journey.open("/procedure/")
    journey.follow("Sign in")
    if script:
        whole(journey)
    journey.page.fill("#username", "okoropenn")
    journey.go(journey.page.locator("form.af-narrow button"))
    journey.page.wait_for_selector(".af-me__who")
    assert hat(journey) == "Mrs Okoro-Penn, teaching assistant"
    journey.open("/check/")
    assert hat(journey) == "Mrs Okoro-Penn, teaching assistant"
    journey.press("Change to parent")
    assert journey.page.url.endswith("/check/")
    assert hat(journey) == "Mrs Okoro-Penn, as a parent"
    if script:
        whole(journey)
    journey.press("Sign out")
    assert journey.page.locator(".af-me__who").count() == 0
    journey.follow("Switch person")
    journey.press("Ms Mei-Lin Harrow")
    assert hat(journey) == "Ms Harrow, history teacher (early career)"


def test_the_mail_of_the_demo_is_in_reach(demo, walk, at):
    now = at("2026-11-25 10:00")
    with transaction.atomic():
        outbox.queue(key="one", to=who("devlin"), kind="to-do", case="BCDFGHJK", at=now)
    send_due(at=now)
    journey = walk(width=320)
    journey.open("/mail-sent/")
    assert "You have something to do in AskFirst" in journey.page.locator("main").inner_text()
    whole(journey)


def test_words_sent_too_late_can_be_copied(demo, walk):
    """A form whose token died: no page of it may be lost, and this one is in reach too."""
    journey = walk(width=320)
    journey.expected = {403}
    journey.open("/sign-in/")
    journey.page.fill("#username", "Words I had typed here")
    journey.context.clear_cookies()
    journey.go(journey.page.locator("form.af-narrow button"))
    journey.page.wait_for_selector("h1:has-text('This form is too old')")
    whole(journey)
