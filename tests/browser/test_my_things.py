"""My things on a phone: home, my record, the list; with scripts and without, light and dark, narrow and less so."""

import pytest

from askfirst.casework import steps
from askfirst.people.calendar import london_day
from askfirst.people.demo import load_people
from askfirst.people.standing import standing
from tests.browser.test_every_page_is_in_reach import SMALL
from tests.cast import MONDAY, who
from tests.clock import at, london

__all__ = ["at"]

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
SIZES = pytest.mark.parametrize(("width", "dark"), [(320, False), pytest.param(390, True, marks=pytest.mark.prove)])
NOW = "2026-11-25 10:00"


@pytest.fixture
def trust(transactional_db, at):
    """The cast on the stories' Wednesday, with a few cases under way."""
    load_people(monday=MONDAY)
    at(NOW)
    asks("standish", "2026-11-19 09:00")
    asks("harrow", "2026-11-24 09:00")
    asks("pascoe", "2026-11-24 11:00")
    asks("farouk", "2026-11-24 12:00", to="tutor")
    opens("harrow", NOW, "press", schools=["northgate", "eastfield"], asked="About a post")


def opens(name, when, kind, **details):
    moment = london(when)
    return steps.open_case(kind=kind, by=standing(who(name), on=london_day(moment)), details=details, at=moment)


def asks(name, when, to="line-manager"):
    return opens(name, when, "question", text="May I name our trip in a post?", to=to)


@BOTH
def test_from_home_to_what_is_to_do_to_my_own_and_my_record(trust, walk, script):
    journey = walk(script=script)
    journey.sign_in("pascoe")
    assert journey.page.inner_text("#todo") == "Things to do (2)"
    first = journey.page.locator(".af-todo li").first
    assert first.locator("p").inner_text().startswith("Late since Monday.")
    assert journey.page.locator(".af-todo").bounding_box()["y"] < 844, "what is to do is on the first screen of a phone"
    journey.follow("See my questions, and who is handling them")
    assert journey.page.inner_text("h1") == "My things"
    journey.follow("See my record")
    assert journey.page.inner_text("h1") == "What is held about me"
    assert "Head of History" in journey.page.inner_text("dl")
    with journey.page.expect_download() as kept:
        journey.page.get_by_role("link", name="Save it as a file").click()
    assert kept.value.suggested_filename == "askfirst-my-record.json"


@BOTH
def test_the_list_is_filtered_and_the_filters_are_taken_out_again(trust, walk, script):
    journey = walk(script=script)
    journey.sign_in("harrow")
    journey.open("/cases/")
    assert journey.page.inner_text("[role=status]") == "2 cases, newest first"
    journey.page.locator("summary").click()
    journey.page.select_option("#kind", "press")
    journey.page.get_by_label("Only those still open").check(force=True)
    journey.press("Use these filters")
    assert journey.page.inner_text("[role=status]") == "1 case, newest first"
    assert journey.page.url.endswith("/cases/?kind=press&state=&open=yes")
    journey.follow("Clear all filters")
    assert journey.page.inner_text("[role=status]") == "2 cases, newest first"


@SIZES
@pytest.mark.parametrize("name", ["pascoe", "farouk", "sethuraman"])
def test_axe_finds_nothing_on_a_page_of_ones_own(trust, walk, name, width, dark):
    journey = walk(width=width, dark=dark)
    journey.sign_in(name)
    journey.expected = {404}
    journey.open("/cases/BCDFGHJK/")
    paths = ["/", "/me/", "/me/record/", "/cases/", "/cases/?kind=press&open=yes", "/cases/?state=nope"]
    for path in [*paths, *(["/reports/tries/"] if name == "sethuraman" else [])]:
        journey.open(path)
        assert journey.axe() == [], path
        assert not journey.wide(), path
        assert journey.page.evaluate(SMALL) == [], path


def test_axe_finds_nothing_where_hats_are_changed(trust, walk):
    journey = walk(width=320)
    journey.sign_in("okoropenn")
    for path in ("/me/", "/me/record/"):
        journey.open(path)
        assert journey.axe() == [] and not journey.wide() and journey.page.evaluate(SMALL) == [], path
    journey.open("/me/")
    journey.go(journey.page.locator("main").get_by_role("button", name="Change to parent"))
    assert journey.page.locator("main").get_by_text("Mrs Okoro-Penn, as a parent").is_visible()


def test_on_paper_the_record_stands_without_menus_and_buttons(trust, walk):
    journey = walk(width=1280)
    journey.sign_in("harrow")
    journey.open("/me/record/")
    journey.page.emulate_media(media="print")
    for gone in (".af-nav", ".af-me", ".govuk-button", ".af-keep", ".govuk-back-link"):
        assert not journey.page.locator(gone).first.is_visible(), gone
    assert journey.page.locator("dl").is_visible()


@BOTH
def test_the_data_protection_officer_finds_who_opened_a_case_and_its_people_too(trust, walk, script):
    ref = asks("tolland", NOW)
    handler = walk(script=script)
    handler.sign_in("finnis")
    handler.open("/cases/%s/" % ref)
    handler.follow("See every time it was opened")
    assert "You" in handler.page.inner_text("main .af-list")
    dpo = walk(script=script)
    dpo.sign_in("sethuraman")
    dpo.open("/me/")
    dpo.follow("Who opened which case")
    dpo.page.locator("main .af-list a", has_text=ref).click()
    assert dpo.page.inner_text("h1") == "Who has opened it"
    assert "Tolland" not in dpo.page.inner_text("main")


@SIZES
@pytest.mark.parametrize("name", ["pascoe", "sethuraman"])
def test_who_opened_it_is_in_reach(trust, walk, width, dark, name):
    ref = asks("harrow", NOW)
    journey = walk(width=width, dark=dark)
    journey.sign_in("pascoe")
    journey.open("/cases/%s/" % ref)
    if name != "pascoe":
        journey = walk(width=width, dark=dark)
        journey.sign_in(name)
        journey.open("/reports/opened/")
        assert journey.axe() == [] and not journey.wide() and journey.page.evaluate(SMALL) == []
    journey.open("/cases/%s/opened/" % ref)
    assert journey.axe() == []
    assert not journey.wide()
    assert journey.page.evaluate(SMALL) == []


@pytest.mark.parametrize("width", [320, 390])
def test_numbers_by_school_are_in_reach_and_fine(transactional_db, at, walk, width):
    load_people(monday=MONDAY)
    at(NOW)
    for name in ("harrow", "pascoe", "standish", "rowbotham", "qureshi"):
        opens(name, "2026-11-24 09:00", "interest", text="My sister runs the print shop.")
    journey = walk(width=width)
    journey.sign_in("pritchard")
    journey.open("/me/")
    journey.follow("Numbers by school")
    assert "Northgate School: 5" in journey.page.inner_text("main")
    assert journey.axe() == [] and not journey.wide() and journey.page.evaluate(SMALL) == []
