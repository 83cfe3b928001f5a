"""Whose page is whose, in a real browser: a name is looked at on a phone (S16), a page's keeper shows that they run it, communications send a file."""

import pytest

from askfirst.casework.models import Case
from tests.browser.test_declare import BOTH
from tests.browser.test_is_official import SIZES, fine
from tests.casework.test_page_proof import META, TRIPS
from tests.casework.test_page_sheet_new import NEW, written
from tests.groups import EASTFIELD, official_page, takes, tells
from tests.site import held_by

TUESDAY = "2026-11-24 10:00"


def main(journey):
    return journey.page.inner_text("main")


@SIZES
def test_s16_a_name_on_a_phone_the_place_or_the_school(walk, at, transactional_db, width, dark, script):
    at(TUESDAY)
    harrow = walk(width=width, dark=dark, script=script)
    harrow.expected = {400}
    harrow.open("/check/")
    harrow.follow("Check my page’s name")
    fine(harrow, "the form")
    harrow.page.fill("#text", "chalkbadger-northgate.example")
    harrow.press("Look at it")
    assert "Say who is asking" in main(harrow)
    assert harrow.page.input_value("#text") == "chalkbadger-northgate.example"
    harrow.page.get_by_label("I work here").check(force=True)
    harrow.press("Look at it")
    assert harrow.page.inner_text("h1") == "The school or the place?"
    fine(harrow, "the question")
    harrow.press("It means the school")
    assert "It holds “Northgate”" in harrow.page.inner_text(".af-finding")
    fine(harrow, "what there is to think about")
    harrow.page.fill("#text", "n0rthgate_sch00l_" + "a" * 150)
    harrow.press("Look again")
    assert "It looks similar to “Northgate School”" in main(harrow)
    fine(harrow, "a near miss as long as may be")
    harrow.page.fill("#text", "chalkbadger.example")
    harrow.press("Look again")
    assert "We see no name of a school in it." in main(harrow)
    assert harrow.page.url.endswith("/check/name/")  # no name in it, nor in the history


@BOTH
def test_a_keeper_shows_that_they_run_a_page(signed_in, settings, script):
    harrow = signed_in("harrow", script=script)
    ref = tells("harrow", "page", {"name": "Northgate history trips", "purpose": "What our trips see.", "address": TRIPS}, TUESDAY)
    harrow.open("/cases/%s/" % ref)
    harrow.follow("Show that you run this page")
    fine(harrow, "the form")
    word = harrow.page.locator("code").first.inner_text()
    with held_by({"trips.example/northgate": META % word}) as (fetch, _):
        settings.DOOR = fetch
        harrow.page.get_by_label("By our word in the page’s description").check(force=True)
        harrow.page.get_by_label("This is a page of ours, and may be opened once").check(force=True)
        harrow.press("Open it once and look")
    assert harrow.page.inner_text("[role=status]") == "The page shows that its keeper runs it."
    fine(harrow, "what came of it")


@BOTH
def test_communications_send_a_file_of_official_pages(signed_in, tmp_path, script):
    comms = signed_in("adelakun", script=script)
    comms.expected = {400}
    ref = official_page(EASTFIELD, TUESDAY)
    takes("adelakun", ref, "set-address", TUESDAY, address="https://www.instagram.com/eastfield_art/")
    comms.open("/me/")
    comms.follow("See official pages")
    fine(comms, "the list")
    file = tmp_path / "pages.csv"
    file.write_text("reference,name\n%s,\n" % ref, encoding="utf-8")
    comms.page.set_input_files("#file", str(file))
    comms.press("See what it would do")
    assert "name: This is empty." in comms.page.inner_text(".govuk-error-summary")
    fine(comms, "what is wrong")
    bad = {**NEW, "photos": "all", "comments": "loud", "students": "maybe", "login": "a@b.example", "recovery": "x" * 200}
    file.write_bytes(written(bad, {**bad, "address": "trips.example/two"}))
    comms.page.set_input_files("#file", str(file))
    comms.press("See what it would do")
    assert "10 places in the file are wrong." in comms.page.inner_text(".govuk-error-summary")
    fine(comms, "ten wrong cells")
    comms.page.get_by_role("link", name="Choose the mended file").click()
    file.write_text("reference,name\n%s,Eastfield art\n" % ref, encoding="utf-8")
    comms.page.set_input_files("#file", str(file))
    comms.press("See what it would do")
    fine(comms, "what it would do")
    comms.press("Do all of it")
    assert comms.page.inner_text("[role=status]") == "1 page changed."
    assert "Eastfield art" in main(comms)
    comms.page.locator("summary", has_text="How a new page is written in it").click()
    fine(comms, "how a new page is written")
    file.write_bytes(written({**NEW, "name": "Trips" * 30}))
    comms.page.set_input_files("#file", str(file))
    comms.press("See what it would do")
    fine(comms, "a page that would begin, with a name as long as one word")
    comms.press("Do all of it")
    assert "1 new page begun." in comms.page.inner_text("[role=status]")
    fine(comms, "it is begun")
    harrow = signed_in("harrow", script=script)
    harrow.open("/cases/%s/" % Case.objects.filter(kind="page").latest("id").ref)
    assert "3 of 3" in main(harrow), main(harrow)


@pytest.mark.parametrize("script", [True])
def test_the_look_up_link_is_there_to_copy(walk, at, transactional_db, script):
    at(TUESDAY)
    anybody = walk(width=320, script=script)
    anybody.open("/is-this-official/")
    anybody.follow("Put a look-up link on your page")
    anybody.page.fill("#url", "@eastfield_art on Instagram")
    anybody.press("Make the button")
    assert 'value="instagram.com/eastfield_art"' in anybody.page.input_value("#button")
    fine(anybody, "the button")
