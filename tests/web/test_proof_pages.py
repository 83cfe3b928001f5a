"""Show that you run this page, as its keeper and communications meet it: the word, what came of it, and that nothing is opened unasked."""

import pytest

from askfirst.casework.deadlines import run_due
from askfirst.sites.register import word_of
from tests.casework.test_page_proof import META, TRIPS
from tests.clock import london
from tests.groups import NORTHGATE, official_page, takes, tells
from tests.site import held_by
from tests.web.pages import page_of, send
from tests.web.test_words_of_pages import too_hard

PAGE = {"name": "Northgate history trips", "purpose": "What our trips see.", "address": TRIPS}


@pytest.fixture
def trips(cast):
    return tells("harrow", "page", PAGE, "2026-11-23 10:00")


def main_of(answer):
    return page_of(answer).one(tag="main").text


def test_the_word_is_shown_and_once_it_stands_there_the_case_says_so(signed_in, trips, settings):
    harrow, path = signed_in("harrow"), "/cases/%s/proof/" % trips
    assert 'href="%s"' % path in harrow.get("/cases/%s/" % trips).content.decode()
    page = page_of(harrow.get(path))
    word = page.all(tag="code")[0].text
    assert (word.startswith("askfirst-"), too_hard(page, "staff")) == (True, [])
    pages = {"trips.example/northgate": META % "nothing"}
    with held_by(pages) as (fetch, asked):
        settings.DOOR = fetch
        missing = send(harrow, path, {"way": "word", "ours": "yes"}, opened=path)
        assert "The word is not on the page." in main_of(missing)
        pages["trips.example/northgate"] = META % word
        assert (
            page_of(send(harrow, path, {"way": "word", "ours": "yes"}, opened=path)).one(role="status").text
            == "The page shows that its keeper runs it."
        )
        assert asked == ["trips.example/northgate"] * 2
    assert "The page shows that its keeper runs it." in main_of(harrow.get("/cases/%s/" % trips))


def test_the_record_is_named_and_once_it_stands_the_case_says_so(signed_in, trips, settings):
    harrow, path = signed_in("harrow"), "/cases/%s/proof/" % trips
    word, _, _, record = (one.text for one in page_of(harrow.get(path)).all(tag="code"))
    assert record == "_askfirst.trips.example"
    stands = {}
    settings.NAMES = lambda name: stands.get(name, ())
    assert "The record is not there." in main_of(send(harrow, path, {"way": "record", "ours": "yes"}, opened=path))
    stands[record] = (word,)
    assert "The page shows that its keeper runs it." in main_of(send(harrow, path, {"way": "record", "ours": "yes"}, opened=path))


def test_a_year_on_it_stands_among_the_things_to_do_and_the_case_leads_to_the_page(signed_in, at, settings):
    ref = official_page(NORTHGATE)
    takes("adelakun", ref, "set-address", address=TRIPS)
    path = "/cases/%s/proof/" % ref
    with held_by({"trips.example/northgate": META % word_of(ref)}) as (fetch, _):
        settings.DOOR = fetch
        send(signed_in("harrow"), path, {"way": "word", "ours": "yes"}, opened=path)
        run_due(at=london("2027-12-06 09:00"))
        at("2027-12-06 10:00")
        harrow = signed_in("harrow")
        assert "Show that you run an official page" in main_of(harrow.get("/me/"))
        page = harrow.get("/cases/%s/" % ref).content.decode()
        assert 'href="%s"' % path in page
        assert "Show that you run an official page" not in main_of(signed_in("pascoe").get("/me/"))
        send(harrow, path, {"way": "word", "ours": "yes"}, opened=path)
    assert "Show that you run an official page" not in main_of(harrow.get("/me/"))


def test_the_door_as_it_is_made_opens_no_page_of_this_machine_and_says_why(signed_in, cast):
    ref = tells("harrow", "page", {**PAGE, "address": "http://intranet.local/trips"}, "2026-11-23 10:00")
    answer = send(signed_in("harrow"), "/cases/%s/proof/" % ref, {"way": "word", "ours": "yes"}, opened="/cases/%s/proof/" % ref)
    assert "This address is not on the public web." in main_of(answer)


def test_without_the_tick_nothing_is_opened_and_what_was_chosen_stays(signed_in, trips, settings):
    path = "/cases/%s/proof/" % trips
    with held_by({}) as (fetch, asked):
        settings.DOOR = fetch
        answer = send(signed_in("harrow"), path, {"way": "links", "school_page": "northgate.example/ours"}, opened=path)
        assert (answer.status_code, asked) == (400, [])
    page = page_of(answer)
    assert page.one(tag="input", name="school_page").attrs["value"] == "northgate.example/ours"
    assert "Tick that it is a page of ours." in page.one(cls="govuk-error-summary").text


@pytest.mark.parametrize("name", ["pascoe", "adelakun", "kit"])
def test_a_draft_of_somebody_else_is_missing(signed_in, trips, name):
    browser, path = signed_in(name), "/cases/%s/proof/" % trips
    assert browser.get(path).status_code == 404
    assert send(browser, path, {"way": "word", "ours": "yes"}, opened="/check/").status_code == 404


def test_a_line_manager_who_sees_the_page_opens_nothing_and_communications_may(signed_in, cast):
    ref = official_page(NORTHGATE)
    takes("adelakun", ref, "set-address", address=TRIPS)
    path = "/cases/%s/proof/" % ref
    assert [signed_in(name).get(path).status_code for name in ("pascoe", "adelakun", "harrow")] == [404, 200, 200]
    assert "Show that you run this page" not in signed_in("pascoe").get("/cases/%s/" % ref).content.decode()


def test_the_line_that_links_back_is_there_to_copy_with_the_school_s_page_in_it(signed_in, trips, settings):
    harrow, path = signed_in("harrow"), "/cases/%s/proof/" % trips
    assert 'Such as this line:<a rel="me" href="https://' in main_of(harrow.get(path))
    with held_by({"trips.example/northgate": "<p>Trips", "northgate.example/ours": '<a href="%s">Trips</a>' % TRIPS}) as (fetch, _):
        settings.DOOR = fetch
        came = main_of(
            send(harrow, path, {"way": "links", "ours": "yes", "school_page": "http://www.northgate.example/ours/"}, opened=path)
        )
    assert "The link back is missing." in came
    assert '<a rel="me" href="https://northgate.example/ours">Our school</a>' in came
