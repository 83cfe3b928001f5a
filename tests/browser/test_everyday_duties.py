"""Duties of every day that had no journey of their own, on a phone: a plan (S15), a conflict (S19), no posts of me, an event handed on, a pack."""

import json
from pathlib import Path

import pytest

from askfirst.casework.deadlines import run_due
from tests.browser.test_declare import BOTH, carry_on, fine, form_of, heading
from tests.casework.test_removal_stories import LUNCH
from tests.clock import london
from tests.groups import takes, tells

TUESDAY = "2026-11-24 10:00"


def says(journey):
    return journey.page.inner_text("main")


def looked(journey, where):
    """axe is a script itself."""
    if journey.script:
        fine(journey, where)
    else:
        assert not journey.wide(), where


@BOTH
def test_s15_central_staff_tell_of_a_podcast_and_it_is_settled(signed_in, script):
    mine = signed_in("wieczorek", script=script)
    mine.open("/declare/plan/")
    mine.page.locator("summary", has_text="Why we ask").click()
    assert "central staff too (INT-1)" in says(mine)
    carry_on(mine, "What will it be about?", "A podcast about servers, with notes")
    while heading(mine) != "Check your answers":
        if mine.page.get_by_label("Yes", exact=True).count():
            carry_on(mine, choice="Yes")
        else:
            mine.press("Continue")
    looked(mine, "his answers")
    mine.press("Send to Mr Siddiqui-Bell")
    assert "These are my personal views" in says(mine)
    mine.follow("See how it stands")
    where = mine.page.url.removeprefix(mine.base)
    assert mine.page.locator("main form[action*=settle]").count() == 0
    looked(mine, "his case")
    manager = signed_in("siddiqui", script=script)
    manager.open("/me/")
    manager.page.goto(manager.base + where)
    form_of(manager, "talk").get_by_label("By message").check(force=True)
    manager.go(form_of(manager, "talk").get_by_role("button"))
    form = form_of(manager, "settle")
    form.get_by_label("No conflict").check(force=True)
    for tick in form.locator("input[type=checkbox]").all():
        tick.check(force=True)
    form.get_by_label("What you agreed").fill("A line at the start of each part.")
    manager.go(form.get_by_role("button"))
    looked(manager, "settled")
    mine.page.goto(mine.base + where)
    assert "A line at the start of each part." in says(mine)


@BOTH
def test_s19_she_raises_a_conflict_and_mr_obuya_talks_with_her(signed_in, script):
    hers = signed_in("okoropenn", script=script)
    hers.open("/declare/interest/")
    carry_on(hers, "What might clash with your work?", "My blog reviews a reading club I now work with.")
    carry_on(hers, "Is somebody at work part of it?", "Ms Mei-Lin Harrow")
    looked(hers, "her answers")
    assert heading(hers) == "Check your answers"
    hers.go(hers.page.locator("button[name=send]"))
    assert "Mr Obuya" in says(hers)
    assert "Dunmore" not in says(hers)
    hers.follow("See how it stands")
    where = hers.page.url.removeprefix(hers.base)
    dunmore = signed_in("dunmore", script=script)
    dunmore.expected = {404}
    dunmore.open("/me/")
    assert "clash" not in says(dunmore) and "conflict" not in says(dunmore)
    dunmore.open(where)
    assert heading(dunmore) == "We can’t show you this page"
    obuya = signed_in("obuya", script=script)
    obuya.open(where)
    form_of(obuya, "talk").get_by_label("By message").check(force=True)
    obuya.go(form_of(obuya, "talk").get_by_role("button"))
    form = form_of(obuya, "settle")
    form.get_by_label("Recuse: they take no part in the matter").check(force=True)
    for tick in form.locator("input[type=checkbox]").all():
        tick.check(force=True)
    form.get_by_label("What you agreed").fill("She writes of other clubs.")
    form.get_by_label("The steps they take").fill("No reviews of this club.")
    form.locator("input[name=confirm_by]").fill("10/12/2026")
    obuya.go(form.get_by_role("button"))
    looked(obuya, "settled with steps")
    hers.open("/me/")
    assert hers.page.locator("main a[href='%s']" % where).count()
    hers.open(where)
    hers.go(form_of(hers, "confirm").get_by_role("button"))
    assert "Settled" in hers.page.inner_text(".af-bar")
    looked(hers, "confirmed")


@BOTH
def test_amina_asks_not_to_be_in_posts_and_takes_it_back(signed_in, script):
    amina = signed_in("farouk", script=script)
    amina.expected = {400}
    amina.open("/")
    amina.go(amina.page.locator("a[href='/do-not-post/']").first)
    amina.press("Continue")
    assert "Choose what nobody should post." in says(amina)
    looked(amina, "what is missing")
    amina.page.get_by_label("Pictures or videos of me").check(force=True)
    amina.page.get_by_label("Until which day?").fill("21/7/2027")
    amina.press("Continue")
    looked(amina, "her answers")
    amina.go(amina.page.locator(".af-change[value=scope]"))
    amina.page.get_by_label("My name").check(force=True)
    amina.press("Continue")
    assert "My name" in amina.page.inner_text("dl")
    amina.press("Send to the school office")
    assert "Sent to Mrs Rowbotham" in says(amina)
    amina.follow("See how it stands")
    where = amina.page.url.removeprefix(amina.base)
    office = signed_in("rowbotham", script=script)
    office.open(where)
    assert "Do not ask why." in says(office)
    looked(office, "the office’s page")
    office.press("I have read it: it counts from now")
    amina.open(where)
    assert "In force" in amina.page.inner_text(".af-bar")
    amina.page.locator("summary", has_text="Take it back").click()
    amina.go(form_of(amina, "withdraw").get_by_role("button"))
    assert "Withdrawn" in amina.page.inner_text(".af-bar")
    looked(amina, "withdrawn")


@BOTH
def test_mr_finnis_hands_his_event_to_mr_tolland(signed_in, script):
    details = {"called": "The lantern walk", "place": "The field", "day": "2026-12-08", "rule": "none", "notice": "No pictures, please."}
    where = "/cases/%s/" % tells("finnis", "event", details, TUESDAY)
    finnis = signed_in("finnis", script=script)
    finnis.open(where)
    finnis.page.locator("summary", has_text="Hand it to somebody else").click()
    form_of(finnis, "hand-event").get_by_label("Who organises it from now on?").fill("Mr Emrys Tolland")
    finnis.go(form_of(finnis, "hand-event").get_by_role("button"))
    assert "Mr Tolland organises this now." in says(finnis)
    looked(finnis, "handed on")
    tolland = signed_in("tolland", script=script)
    tolland.open("/events/")
    tolland.go(tolland.page.locator("a[href='%s']" % where).first)
    tolland.press("Issue the notice")
    assert "The notice went out on 25 November 2026." in says(tolland)
    looked(tolland, "his now")


@BOTH
def test_mr_holloway_finch_saves_his_evidence_pack(signed_in, script):
    ref = tells("holloway", "removal", LUNCH, TUESDAY)
    takes("averill", ref, "say-what", TUESDAY, outcome="declined", reason="It is a group shot.")
    takes("holloway", ref, "mark-link", TUESDAY, which="1", status="refused")
    mine = signed_in("holloway", script=script)
    mine.open("/cases/%s/" % ref)
    mine.follow("Make an evidence pack")
    assert heading(mine) == "Your evidence pack"
    looked(mine, "what is in it")
    with mine.page.expect_download() as saving:
        mine.page.get_by_role("button", name="Save it as data").click()
    made = json.loads(Path(saving.value.path()).read_text(encoding="utf-8"))
    assert [one["stands"] for one in made["links"]] == ["Refused", "Open"]


@BOTH
def test_a_link_is_looked_at_again_on_its_day_and_asked_for_again_when_it_is_back(signed_in, at, script):
    ref = tells("holloway", "removal", LUNCH, TUESDAY)
    takes("averill", ref, "say-what", TUESDAY, outcome="removed")
    where = "/cases/%s/" % ref
    mine = signed_in("holloway", script=script)
    mine.open(where)
    step(mine, "mark-link", "Write down how a link stands", "Link 2", "Removed")
    assert "Link 2: Removed" in says(mine)
    step(mine, "look-again", "Remind me to look again", fills={"check_on": "8/12/2026"})
    assert "To be looked at again" in mine.page.inner_text(".af-bar")
    looked(mine, "to be looked at again")
    at("2026-12-08 09:00")
    run_due(at=london("2026-12-08 08:30"))
    mine = signed_in("holloway", script=script)
    mine.open("/me/")
    mine.go(mine.page.locator("main a[href='%s']" % where).first)
    step(mine, "back-again", "It is back again", "Link 2", "AskFirst sends it to them again")
    assert "Link 2: Back again" in says(mine)
    assert "Sent: waiting for an answer" in mine.page.inner_text(".af-bar")
    looked(mine, "asked for again")
    averill = signed_in("averill", script=script)
    averill.open("/me/")
    averill.follow("Somebody asks you to take something down")


def step(journey, id, fold, *choices, fills=None):
    """A form of a step on the page of the case, unfolded where it is folded."""
    form = form_of(journey, id)
    if not form.get_by_role("button").is_visible():
        journey.page.locator("summary", has_text=fold).first.click()
    for label in choices:
        form.get_by_label(label, exact=True).check(force=True)
    for name, words in (fills or {}).items():
        form.locator("input[name=%s]" % name).fill(words)
    journey.go(form.get_by_role("button"))


@pytest.mark.parametrize("width", [320, pytest.param(390, marks=pytest.mark.prove)])
def test_the_data_protection_officer_reads_who_was_passed_over(signed_in, width):
    ref = tells("okoropenn", "interest", {"text": "My blog reviews a club.", "about": "harrow"}, TUESDAY)
    officer = signed_in("sethuraman", width=width)
    officer.open("/cases/%s/opened/" % ref)
    assert "Mr Dunmore: they are close to the person" in says(officer)
    fine(officer, "who opened it, and who was passed over")
