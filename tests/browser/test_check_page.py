"""Ms Averill looks at her pages on a phone (S07), with scripts and without: what a reader sees, words to copy, and nothing kept."""

import pytest

from tests.browser.test_every_page_is_in_reach import SMALL
from tests.guard.page_files import AVERILL, DEPARTMENT, NOTE, page

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
PATH = "/check/page/"


def fine(journey, where):
    assert journey.axe() == [], where
    assert not journey.wide(), where
    assert journey.page.evaluate(SMALL) == [], where


def says(journey):
    return journey.page.inner_text("main")


def chooses(journey, data, name="page.html"):
    journey.page.set_input_files("#file", {"name": name, "mimeType": "text/html", "buffer": data})


@BOTH
def test_s07_from_the_check_to_what_a_reader_sees(signed_in, script):
    averill = signed_in("averill", script=script)
    averill.open("/check/")
    averill.follow("Check my page or blog")
    chooses(averill, AVERILL)
    averill.press("Look at my page")
    for words in (
        "people must scroll past posts to see it",
        "07700 900627",
        "Somebody else's private life",
        "BLG-4",
        "Only where a reader will not see it",
    ):
        assert words in says(averill), words
    assert averill.page.locator("button[data-copy]").is_visible() is script
    averill.page.locator("summary", has_text="The page as a reader sees it").click()
    assert averill.page.locator(".af-draft .af-mark").first.is_visible()
    averill.follow("Check another page")
    chooses(averill, DEPARTMENT)
    averill.page.get_by_label("It is the school’s own page", exact=True).check(force=True)
    averill.press("Look at my page")
    assert "Nothing to look at on the page" in says(averill)


@pytest.mark.parametrize(("width", "dark"), [(320, False), pytest.param(390, True, marks=pytest.mark.prove)])
def test_every_state_is_in_reach(signed_in, width, dark):
    averill = signed_in("averill", width=width, dark=dark)
    averill.expected = {400}
    averill.open(PATH)
    for summary in averill.page.locator("main summary").all():
        summary.click()
    fine(averill, "the form, all open")
    averill.press("Look at my page")
    fine(averill, "no page yet")
    chooses(averill, AVERILL)
    averill.press("Look at my page")
    for summary in averill.page.locator("main summary").all():
        summary.click()
    fine(averill, "things to look at, all open")
    averill.follow("Check another page")
    chooses(averill, page("<p>" + NOTE))
    averill.press("Look at my page")
    fine(averill, "nothing to look at")
    averill.follow("Check another page")
    chooses(averill, page("<p>I want to kill myself.</p>"))
    averill.press("Look at my page")
    fine(averill, "help first")
    chooses(averill, page("<p>I want to kill myself.</p>"))
    averill.press("Show the rest of the check")
    fine(averill, "help, and the rest")


@BOTH
def test_s07_from_the_declaration(signed_in, script):
    averill = signed_in("averill", script=script, width=320)
    averill.expected = {400}
    averill.open("/declare/blog/")
    averill.page.get_by_label("A blog or a website", exact=True).check(force=True)
    averill.press("Continue")
    averill.page.get_by_label("What is it about?").fill("Paint")
    averill.press("Continue")
    averill.page.get_by_label("Where is it?").fill("https://connie-paints.example/")
    averill.press("Continue")
    averill.page.get_by_label("Yes", exact=True).check(force=True)
    averill.press("Continue")
    averill.press("Check my page first")
    if script:
        for summary in averill.page.locator("main summary").all():
            summary.click()
        fine(averill, "choose the page")
    averill.press("Look at my page")
    assert "There is no page yet." in says(averill)
    chooses(averill, AVERILL)
    averill.press("Look at my page")
    if script:
        fine(averill, "what was found")
    averill.press("Add this to what I tell")
    averill.press("Continue")
    assert "No note that a reader sees" in averill.page.inner_text("dl")
    if script:
        fine(averill, "the answers")
    averill.press("Send to")
    assert averill.page.inner_text("h1").startswith("Sent to")
