"""S36 on a phone: a Year 8 student tells without a name, reads the answer with six words, and can leave fast; with scripts and without."""

import pytest
from django.conf import settings

from askfirst.casework.models import Case
from askfirst.people.demo import load_people
from tests.casework.conftest import Someone
from tests.cast import MONDAY
from tests.clock import london

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
SEEN = "It jokes at length about the dimmest set ever taught."


@pytest.fixture
def year_8(walk, at, transactional_db):
    """Nobody has signed in: a shared phone, in a student's words."""
    load_people(monday=MONDAY)
    at("2026-11-25 10:00")
    return walk


def tells(journey):
    """From the start page to the six words."""
    journey.open("/?as=student")
    journey.follow("Tell us of a concern")
    page = journey.page
    page.locator('input[name="danger"][value="no"]').check(force=True)
    page.fill('[name="where"]', "A public post, on Instagram")
    page.fill('[name="when"]', "On Monday")
    page.fill('[name="what"]', SEEN)
    page.locator('input[name="about"][value="staff"]').check(force=True)
    page.fill('[name="name"]', "Mr Kofi Standish")
    page.locator('input[name="hurt"][value="nobody"]').check(force=True)
    page.locator('input[name="school"][value="northgate"]').check(force=True)
    journey.press("Send without my name")
    return page.inner_text(".af-ref")


def opens(journey, phrase):
    journey.open("/concern/mailbox/?as=student")
    journey.page.fill("#phrase", phrase)
    journey.press("Open it")


def leads_away(journey):
    """The way out is the first thing to press after the links to skip and to start, in sight without a scroll, and needs no script."""
    way = journey.page.get_by_role("link", name="Exit this page")
    box = way.bounding_box()
    assert (way.get_attribute("href").startswith("https://"), box["y"] + box["height"] < 844) == (True, True)


@BOTH
def test_s36_told_without_a_name_answered_and_written_to_again(year_8, script):
    journey = year_8(script=script)
    phrase = tells(journey)
    assert (len(phrase.split()), journey.page.url) == (6, journey.base + "/concern/?as=student")
    leads_away(journey)
    told = Case.objects.get(kind="concern")
    assert (told.asker, [one["name"] for one in journey.context.cookies() if one["name"] == settings.SESSION_COOKIE_NAME]) == (None, [])
    Someone("whitlam", london("2026-11-25 10:10")).takes(told.ref, "ask-reporter", note="Is it still there?")
    opens(journey, phrase)
    leads_away(journey)
    assert "Is it still there?" in journey.page.inner_text("#main")
    journey.page.fill("#text", "Yes, I saw it at lunch.")
    journey.press("Send")
    assert "Yes, I saw it at lunch." in journey.page.inner_text("#main")
    assert phrase not in journey.page.url
    assert "Yes, I saw it at lunch." in str(Someone("whitlam", london("2026-11-25 10:20")).opens(told.ref).papers)


@BOTH
def test_words_are_kept_when_an_answer_is_missing_and_wrong_words_open_nothing(year_8, script):
    journey = year_8(script=script)
    journey.expected.add(400)
    journey.open("/concern/?as=student")
    leads_away(journey)
    journey.page.fill('[name="what"]', SEEN)
    journey.press("Send without my name")
    assert journey.page.input_value('[name="what"]') == SEEN
    opens(journey, "one two three four five six")
    assert "These words open nothing." in journey.page.inner_text("#main")
    assert not Case.objects.filter(kind="concern").exists()


def form(journey):
    journey.open("/concern/?as=student")


def form_of_staff(journey):
    journey.open("/concern/")


def wrong(journey):
    journey.expected.add(400)
    form(journey)
    journey.press("Send without my name")


def stopped(journey):
    form(journey)
    journey.page.locator('input[name="picture"]').check(force=True)
    journey.press("Send without my name")


def six_words(journey):
    tells(journey)


def nothing_opened(journey):
    journey.expected.add(400)
    opens(journey, "one two")


def answered(journey):
    phrase = tells(journey)
    Someone("whitlam", london("2026-11-25 10:10")).takes(Case.objects.get().ref, "ask-reporter", note="Is it still there?")
    opens(journey, phrase)


STATES = [form, form_of_staff, wrong, stopped, six_words, nothing_opened, answered]


@pytest.mark.parametrize("state", STATES, ids=[state.__name__ for state in STATES])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_pushed_sideways(year_8, state, dark):
    journey = year_8(dark=dark)
    state(journey)
    assert (journey.axe(), journey.wide()) == ([], False)
