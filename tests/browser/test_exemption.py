"""Ms Averill's group for A-level art, on a phone: from the door to active, with scripts and without (S34); what is missing (S35)."""

import re

import pytest

from askfirst.casework.deadlines import run_due
from askfirst.casework.models import Case
from tests.browser.test_declare import BOTH, SIZES, carry_on, fine, form_of, heading
from tests.clock import london
from tests.groups import EASTFIELD, NORTHGATE, active, official_page, takes

TUESDAY = "2026-11-24 10:00"
CLUB = "https://www.facebook.com/northgate.history.club/"


def main(journey):
    return journey.page.inner_text("main")


def tells_of_a_group(journey):
    journey.open("/declare/")
    journey.go(journey.page.locator("a[href='/declare/group/']"))
    journey.page.locator("fieldset input").first.check(force=True)
    journey.press("Continue")
    carry_on(journey, "What is the group called?", "A-level art")
    carry_on(journey, "Which app or site is it on?", "Facebook")
    carry_on(journey, "What do they learn in it?", "Sketchbooks, and what is on in galleries.")
    carry_on(journey, "Who is the second adult?", "Mr Gethin Sallow")
    carry_on(journey, "Which e-mail address signs in to it?", "art@eastfield.example")
    carry_on(journey, choice="Yes")
    carry_on(journey, choice="No, private messages are off")


@pytest.fixture
def page(signed_in):
    return official_page(EASTFIELD, TUESDAY)


@BOTH
def test_s34_ms_averill_makes_her_group_active(signed_in, page, script):
    mine = signed_in("averill", script=script)
    mine.expected = {400}
    tells_of_a_group(mine)
    assert heading(mine) == "Check your answers"
    mine.press("Begin the group")
    assert heading(mine) == "Your group is begun"
    where = "/cases/%s/" % mine.page.inner_text(".af-ref")
    mine.follow("See what must be in place")
    assert "First read the advice, then record here that you have." in main(mine)
    assert "That link failed its last check, on 16 November 2026" in main(mine)
    link = mine.page.get_by_role("link", name="Groups for learning: what to know before you start one")
    assert link.get_attribute("href") == "https://ret.example/advice/groups-for-learning"
    mine.go(form_of(mine, "advice-read").get_by_role("button"))
    assert "Give the day it was read." in mine.page.inner_text(".govuk-error-summary")
    form_of(mine, "advice-read").get_by_label("On which day?").fill("24/11/2026")
    form_of(mine, "advice-read").get_by_label("The second adult has read it too").check(force=True)
    mine.go(form_of(mine, "advice-read").get_by_role("button"))
    assert mine.page.inner_text("[role=status]") == "Advice read. It is saved."
    manager = signed_in("rainsford", script=script)
    manager.open(where)
    manager.press("Agree that it is only for learning")
    lead = signed_in("omondi", script=script)
    lead.open(where)
    form_of(lead, "note").get_by_label("What should they know?").fill("I have seen who is in it.")
    lead.go(form_of(lead, "note").get_by_role("button"))
    mine.open(where)
    mine.press("Make it active")
    assert "Active until 25 November 2027." in main(mine)
    assert "What must be in place: 9 of 9" in main(mine)


@SIZES
def test_axe_finds_nothing_on_any_page_of_it(signed_in, page, width, dark):
    mine = signed_in("averill", width=width, dark=dark)
    mine.expected = {400, 409}
    mine.open("/declare/group/")
    fine(mine, "the first question")
    mine.press("Continue")
    fine(mine, "nothing chosen")
    tells_of_a_group(mine)
    fine(mine, "answers")
    mine.press("Begin the group")
    fine(mine, "begun")
    where = "/cases/%s/" % mine.page.inner_text(".af-ref")
    mine.open(where)
    fine(mine, "what must be in place")
    mine.go(form_of(mine, "advice-read").get_by_role("button"))
    fine(mine, "no day")
    takes("averill", where[7:15], "advice-read", "2026-11-25 09:00", read_on="2026-11-24", both=True)
    manager = signed_in("rainsford", width=width, dark=dark)
    manager.open(where)
    fine(manager, "the line manager’s")
    other = signed_in("harrow", width=width, dark=dark)
    other.open("/declare/group/")
    fine(other, "without a page")


def looks_the_page_up(journey):
    """What somebody who is not signed in reads of the club's page."""
    journey.open("/is-this-official/")
    journey.page.fill("#url", CLUB)
    journey.press("Look it up")
    return main(journey)


@BOTH
def test_s35_a_visitor_and_a_student_read_the_same_of_the_page_before_and_after(signed_in, walk, at, script):
    """Official, whose it is, when it was looked at; and not a word of a group, from before it is begun until it is mended."""
    page = official_page(NORTHGATE, TUESDAY)
    takes("adelakun", page, "set-address", TUESDAY, address=CLUB)
    visitor, maisie = walk(script=script), signed_in("maisie", script=script)
    before = looks_the_page_up(visitor)
    for words in ("Official", "Northgate School", "last checked 24 November 2026"):
        assert words in before
    assert not re.search("group|friends|learning|exempt|Harrow|revision|second adult", before)
    mine = looks_the_page_up(maisie)
    ref = active(NORTHGATE, TUESDAY, page=page, group="Year 11 history revision")
    assert looks_the_page_up(visitor) == before
    at("2026-12-19 10:00")
    run_due(at=london("2026-12-19 08:00"))
    harrow, maisie = signed_in("harrow", script=script), signed_in("maisie", script=script)
    harrow.open("/cases/%s/" % ref)
    assert "A second adult must run it too. Name somebody employed here." in main(harrow)
    assert (looks_the_page_up(visitor), looks_the_page_up(maisie)) == (before, mine)
    maisie.open("/me/")
    assert "group" not in main(maisie), "no student is told that anything is wrong"
    takes("harrow", ref, "second", "2027-01-05 10:00", second="Mrs Henrietta Makoni")
    takes("harrow", ref, "second-read", "2027-01-05 10:05", read_on="2027-01-05")
    assert Case.objects.get(ref=ref).state == "active"
    assert looks_the_page_up(visitor) == before
    if script:
        fine(visitor, "what a visitor reads")


def test_s35_ms_harrow_mends_what_is_missing(signed_in, at):
    ref = active(NORTHGATE, TUESDAY)
    takes("harrow", ref, "set-up", TUESDAY, login="club@northgate.example", ages="no", messages="off")
    mine = signed_in("harrow")
    mine.open("/me/")
    mine.follow("Put right how your group is run")
    assert "Everybody in it must be old enough for the app." in main(mine)
    fine(mine, "what is missing")
    mine.page.locator("summary", has_text="How the group is run").click()
    form = form_of(mine, "set-up")
    form.get_by_label("Which e-mail address signs in to it?").fill("club@northgate.example")
    form.get_by_label("Yes", exact=True).check(force=True)
    form.get_by_label("No, private messages are off").check(force=True)
    mine.go(form.get_by_role("button"))
    assert "Active until 24 November 2027." in main(mine)
    fine(mine, "active again")
