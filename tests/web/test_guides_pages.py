"""Guides to apps and sites: five parts each, with the day somebody last looked, and an honest gap where nobody did."""

import pytest

from askfirst.procedure.guides import the_services
from tests.web.pages import page_of
from tests.web.tables import asks_which_edition_alone
from tests.web.test_procedure_pages import words
from tests.web.test_words_of_pages import too_hard

IDS = [one.id for one in the_services()]


def read(browser, path):
    return words(browser.get(path).content.decode()).replace("&#x27;", "'")


@pytest.fixture
def november(at, db):
    at("2026-11-25 10:00")


def test_the_list_leads_to_all_nineteen(browser, november):
    page = page_of(browser.get("/guides/"))
    links = [node.attrs["href"] for node in page.all(tag="a") if node.attrs["href"].startswith("/guides/") and node.text != "I’m a student"]
    assert links == ["/guides/%s/" % id for id in IDS]
    assert "Bebo (closed)" in page.text
    assert "X (was Twitter)" in page.text


@pytest.mark.parametrize("suffix", ["", "?as=student"])
@pytest.mark.parametrize("id", IDS)
def test_each_guide_has_its_five_parts_and_reads_easily(browser, november, id, suffix):
    answer = browser.get("/guides/%s/%s" % (id, suffix))
    page = page_of(answer)
    parts = [node.attrs["id"] for node in page.all(tag="h2") if "id" in node.attrs]
    assert parts == ["who-can-see", "friends", "untag", "report", "my-data"]
    text = page.text
    facts = len(page.all(tag="span", cls="af-source"))
    assert text.count("Checked on 1 November 2026.") + text.count("Checked on 28 November 2026.") == facts
    assert "ago. It may have changed." not in text
    assert too_hard(page, "student" if suffix else "staff") == []


def test_where_nobody_looked_it_says_so(browser, november):
    assert read(browser, "/guides/discord/").count("We have not checked this.") == 5
    assert read(browser, "/guides/facebook/").count("We have not checked this.") == 1


def test_a_part_is_old_from_the_181st_day(browser, at, db):
    at("2027-04-30 10:00")
    assert "180 days ago" not in read(browser, "/guides/facebook/")
    at("2027-05-01 00:30")
    assert "That is more than 180 days ago. It may have changed." in read(browser, "/guides/facebook/")


def test_untagging_does_not_delete(browser, november):
    assert "Untagging does not delete the picture." in read(browser, "/guides/pinterest/")


def test_a_closed_service_needs_nothing(browser, november):
    said = read(browser, "/guides/bebo/")
    assert "Bebo has closed." in said
    assert "We have not checked this." not in said
    assert "help pages of" not in said


def test_a_student_reads_their_own_words_and_no_duty_of_staff(browser, november):
    said = read(browser, "/guides/linkedin/?as=student")
    assert "You can save a copy of your data." in said
    assert "names your employer" not in said
    assert "SNS-6" not in said and "SNS-8" not in said
    assert "SNS-6" in read(browser, "/guides/linkedin/")


@pytest.mark.parametrize("path", ["/guides/twitter/", "/guides/X/", "/guides/wordpress/"])
def test_another_word_for_it_opens_it(browser, november, path):
    assert browser.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/guides/friendster/", "/guides/%00/", "/guides/..%2f/"])
def test_a_guide_there_is_not(browser, november, path):
    assert browser.get(path).status_code == 404


def test_a_guide_asks_no_table_but_which_edition_is_in_force_and_is_only_read(browser, db):
    with asks_which_edition_alone():
        assert browser.get("/guides/youtube/").status_code == 200
    assert browser.post("/guides/youtube/").status_code in (403, 405)
