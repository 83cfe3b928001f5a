"""Mr Lund, a parent who is not signed in, looks pages up on his phone (S52), and one that is not ours (S53): with scripts and without."""

import pytest

from askfirst.people.demo import load_people
from tests.browser.test_every_page_is_in_reach import SMALL
from tests.cast import MONDAY
from tests.groups import EASTFIELD, official_page, takes, tells

SIZES = pytest.mark.parametrize(("width", "dark", "script"), [(390, False, True), (320, True, True), (320, False, False)])
SCIENCE, BLOG = "https://www.instagram.com/eastfield_science/", "https://holloway-finch.blogspot.com/"
MADE_UP, IMPOSTOR = "https://eastfield-baking.example/", "https://www.instagram.com/northgate_confessions"
UNKNOWN = "We don’t know this page. It may still be real."
LONG = "https://" + "northgate" * 6 + ".example/" + "a" * 150


@pytest.fixture(autouse=True)
def pages(transactional_db, live_server, at):
    load_people(monday=MONDAY)
    at("2026-11-25 10:00")
    ref = official_page(EASTFIELD, "2026-11-03 10:00")
    takes("adelakun", ref, "set-address", "2026-11-03 10:05", address=SCIENCE)
    tells("holloway", "declaration", {"what": "blog", "topic": "Walks", "address": BLOG, "says": "no"}, "2026-11-20 10:00")
    for address in (IMPOSTOR, LONG):
        told = tells("tolland", "impostor", {"address": address, "what": "school", "children": "no"}, "2026-11-24 10:00")
        takes("adelakun", told, "not-ours", "2026-11-24 11:00", reported_on="2026-11-24", check_on="2026-12-08")


def says(journey):
    return journey.page.inner_text("main")


def fine(journey, where):
    assert not journey.wide(), where
    assert journey.page.evaluate(SMALL) == [] if journey.script else True, where
    if journey.script:
        assert journey.axe() == [], where


def looks_up(journey, address):
    journey.page.fill("#url", address)
    journey.press("Look it up")
    fine(journey, address)
    return says(journey)


@SIZES
def test_s52_mr_lund_looks_up_three_pages(walk, width, dark, script):
    lund = walk(width=width, dark=dark, script=script)
    lund.expected = {400}
    lund.open("/")
    lund.follow("Is this page official?")
    fine(lund, "the form")
    said = looks_up(lund, SCIENCE)
    assert [part in said for part in ("Official", "Eastfield Academy", "last checked 3 November 2026", "Averill")] == [
        True,
        True,
        True,
        False,
    ]
    blog = looks_up(lund, BLOG)
    assert (UNKNOWN in blog, blog == looks_up(lund, MADE_UP)) == (True, True)
    assert "Not ours" in looks_up(lund, "@northgate_confessions on Instagram")
    assert "Say which app it is on too" in looks_up(lund, "@northgate_confessions")
    assert lund.page.input_value("#url") == "@northgate_confessions"
    assert "Not ours" in looks_up(lund, LONG)  # an address as long as the page is wide pushes nothing sideways
    assert lund.context.cookies() == []
    assert lund.page.url.endswith("/is-this-official/")  # no address in it, nor in the history
    assert UNKNOWN in looks_up(lund, MADE_UP)
    lund.follow("Tell us it looks like ours but isn’t")
    assert "Tell us of a page that is not ours" in says(lund)
