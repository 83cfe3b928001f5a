"""What I am asked to read, on a phone: Miss Drinkwater reads, answers and presses; Mrs Rainsford, Mrs Pritchard-Lowe and the sheets. S48, S49."""

from datetime import date

import pytest

from tests.adoption.campaigning import asked, task
from tests.browser.test_declare import fine, heading
from tests.cast import MONDAY

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
SIZES = pytest.mark.parametrize(("width", "dark"), [(390, False), pytest.param(320, True, marks=pytest.mark.prove)])
WEDNESDAY = date(2026, 11, 25)


def opened():
    return asked("2018-11", audience=("staff", "student"), opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")


@BOTH
def test_s48_she_reads_answers_and_presses_on_her_phone(signed_in, script):
    hers, rainsford = signed_in("drinkwater", script=script), signed_in("rainsford", script=script)
    opened()
    hers.open("/me/")
    hers.follow("Something to read")
    assert "Please read it by 18 December 2026." in hers.page.inner_text("main")
    assert hers.page.get_by_role("button", name="I have read this").count() == 0
    three = task("drinkwater", WEDNESDAY).scenarios
    for one in three:
        hers.page.locator("fieldset", has_text=one.ask).get_by_label(one.choices[one.better], exact=True).check(force=True)
    hers.press("See what we would do")
    assert hers.page.inner_text("#answers").count("You chose what we would do:") == 3
    hers.press("I have read this")
    assert hers.page.inner_text("main [role=status]").startswith("You have said that you have read it.")
    rainsford.open("/to-read/team/")
    assert "Miss Paloma Drinkwater – has read it" in rainsford.page.inner_text("main")
    rainsford.page.locator("summary", has_text="Ms Constance Averill").click()
    rainsford.go(rainsford.page.locator("details[open] button[value=copy]"))
    assert "Ms Constance Averill – given a copy" in rainsford.page.inner_text("main")


@BOTH
def test_s48_i_need_to_ask_becomes_a_question(signed_in, script):
    hers = signed_in("drinkwater", script=script)
    opened()
    hers.open("/to-read/")
    hers.follow("I need to ask")
    hers.page.fill("#text", "Does it hold for my cat page?")
    hers.page.locator("#to").check(force=True)
    hers.go(hers.page.locator("form#ask button"))
    assert heading(hers).startswith("Sent to")
    hers.open("/to-read/")
    assert "You asked a question." in hers.page.inner_text("main")


@SIZES
def test_the_pages_are_fine(signed_in, width, dark):
    journeys = {name: signed_in(name, width=width, dark=dark) for name in ("drinkwater", "rainsford", "pritchard", "standish")}
    ref = opened()
    hers = journeys["drinkwater"]
    hers.open("/to-read/")
    fine(hers, "to read")
    hers.page.locator("summary").first.click()
    fine(hers, "another way")
    hers.press("See what we would do")
    fine(hers, "answered")
    hers.press("I have read this")
    fine(hers, "read")
    journeys["rainsford"].open("/to-read/team/")
    fine(journeys["rainsford"], "the team")
    clerk = journeys["pritchard"]
    for path in ("/campaigns/", "/campaigns/new/", "/campaigns/%s/" % ref):
        clerk.open(path)
        fine(clerk, path)
    clerk.open("/campaigns/new/")
    clerk.expected.add(400)
    clerk.press("Plan it")
    fine(clerk, "a plan with nothing in it")
    clerk.open("/me/calendar/")
    fine(clerk, "no link yet")
    clerk.press("Make a link")
    fine(clerk, "a link")
    for path in ("/to-read/sheets/", "/to-read/sheets/northgate/9S/"):
        journeys["standish"].open(path)
        fine(journeys["standish"], path)


def test_s49_on_paper_light_and_without_menus(signed_in):
    """As the printer sees it, on a machine that is set to dark."""
    his = signed_in("standish", dark=True)
    opened()
    his.open("/to-read/sheets/northgate/9S/")
    assert his.page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)", "on the screen it is dark"
    his.page.emulate_media(media="print", color_scheme="dark")
    paper = his.page.evaluate("getComputedStyle(document.body).backgroundColor")
    cards = his.page.evaluate("[...document.querySelectorAll('.af-clauses>li')].map(one => getComputedStyle(one).backgroundColor)")
    assert {paper, *cards} <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert not his.page.locator(".af-nav").is_visible()
    assert not his.page.get_by_role("button", name="The sheet came back").is_visible()
    assert his.page.locator(".af-sign", has_text="I have read this").is_visible()
