"""Signing in with a second step on a phone: set up, come in, lose the phone; my sessions; another password; with scripts and without."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from askfirst.people.accounts import set_password
from askfirst.people.demo import load_people
from tests.browser.test_every_page_is_in_reach import SMALL
from tests.cast import MONDAY
from tests.clock import at
from tests.people.phone import shows

__all__ = ["at"]

OLD, NEW = "a pot of ink by the window", "seven grey geese over a weir"
SHOTS = os.environ.get("SHOTS")  # a folder: then each page is kept as a picture
HOW = pytest.mark.parametrize(
    ("script", "width", "dark"), [(True, 390, False), (True, 320, True), (False, 390, False)], ids=["phone", "small and dark", "no scripts"]
)


@pytest.fixture
def later(transactional_db, at, settings):
    """The cast in a real installation on the stories' Wednesday; `later(minutes=1)` moves the clock and tells it."""
    load_people(monday=MONDAY)
    settings.PASSWORD_HASHERS = ["tests.people.hashers.Counting"]
    settings.ASKFIRST = replace(settings.ASKFIRST, mode="production")
    for name in ("pascoe", "kit"):
        set_password(name, OLD)
    at("2026-11-25 10:00")

    def move(**much):
        moment = settings.CLOCK() + timedelta(**much)
        settings.CLOCK = lambda: moment
        return moment

    return move


def whole(journey, name, *, script=True):
    if SHOTS:
        size = journey.page.viewport_size["width"]
        journey.page.screenshot(path=Path(SHOTS) / ("%s-%d.png" % (name, size)), full_page=True)
    if script:
        assert journey.axe() == []
    assert not journey.wide()
    if script:
        assert journey.page.evaluate(SMALL) == []


def enter(journey, name, password=OLD):
    journey.open("/sign-in/")
    journey.page.fill("#username", name)
    journey.page.fill("#password", password)
    journey.press("Sign in")


def type_code(journey, code, button):
    journey.page.fill("#code", code)
    journey.press(button)


def heading(journey):
    return journey.page.inner_text("h1")


@HOW
def test_set_up_come_in_and_lose_the_phone(later, walk, script, width, dark):
    def look(one, name):
        whole(one, name, script=script)

    first = walk(script=script, width=width, dark=dark)
    first.expected = {400}
    enter(first, "pascoe")
    assert heading(first) == "Set up your second step"
    look(first, "set-up")
    picture = first.page.locator("svg.af-qr").bounding_box()
    assert picture["width"] > 180 and abs(picture["width"] - picture["height"]) < 1
    type_code(first, "000000", "Set up")
    look(first, "set-up-wrong")
    key = first.page.inner_text(".af-key")
    type_code(first, shows(key, later()), "Set up")
    assert heading(first) == "Your recovery codes"
    look(first, "codes")
    codes = first.page.locator(".af-codes li").all_inner_texts()
    first.follow("I have kept them")
    first.open("/me/second-step/")
    look(first, "second-step")

    later(minutes=2)
    second = walk(script=script, width=width, dark=dark)
    second.expected = {400}
    enter(second, "pascoe")
    assert heading(second) == "Your code"
    look(second, "code")
    type_code(second, "12345", "Sign in")
    look(second, "code-wrong")
    type_code(second, codes[3], "Sign in")
    second.open("/me/")
    look(second, "me")
    second.follow("Where I am signed in")
    assert second.page.locator(".af-sessions li").count() == 2
    look(second, "sessions")

    now = later(minutes=11)
    second.press("Sign out everywhere")
    assert heading(second) == "Show that it is you"
    look(second, "confirm-code")
    type_code(second, "999999", "Go on")
    look(second, "confirm-code-wrong")
    type_code(second, shows(key, now), "Go on")
    assert "You are signed out everywhere" in second.page.inner_text("main")
    look(second, "ended")
    first.open("/me/")
    assert heading(first) == "Sign in"


@HOW
def test_a_student_changes_a_password_and_shows_who_they_are(later, walk, script, width, dark):
    journey = walk(script=script, width=width, dark=dark)
    journey.expected = {400}
    enter(journey, "kit")
    journey.open("/me/")
    journey.follow("Change my password")
    whole(journey, "password", script=script)
    for field, words in (("current", OLD), ("new", "Password1234"), ("again", "Password1234")):
        journey.page.fill("#" + field, words)
    journey.press("Change it")
    whole(journey, "password-wrong", script=script)
    for field, words in (("current", OLD), ("new", NEW), ("again", NEW)):
        journey.page.fill("#" + field, words)
    journey.press("Change it")
    assert heading(journey) == "Your password is changed"
    whole(journey, "password-changed", script=script)
    journey.open("/me/second-step/")
    whole(journey, "second-step-off", script=script)
    later(minutes=11)
    journey.open("/me/confirm/?next=/me/record/")
    whole(journey, "confirm-password", script=script)
    type_code(journey, NEW, "Go on")
    assert heading(journey) == "What is held about me"
    journey.open("/cookies/")
    whole(journey, "cookies", script=script)


def test_in_the_demo_a_press_shows_who_is_there(signed_in, at):
    journey = signed_in("harrow", width=320)
    at("2026-11-25 10:11")
    journey.open("/me/confirm/?next=/me/sessions/")
    whole(journey, "confirm-demo")
    journey.press("It is me")
    assert heading(journey) == "Where I am signed in"
    whole(journey, "sessions-demo")
    journey.open("/me/password/")
    whole(journey, "password-demo")
    journey.open("/me/second-step/")
    whole(journey, "second-step-demo")
