"""The check of a name as people meet it (HYB-3, A41, A55, S16): page and API, kept nowhere, the same for everybody."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askfirst.people.models import Person
from tests.web.pages import page_of, send
from tests.web.test_words_of_pages import too_hard

PATH, API = "/check/name/", "/api/v1/checks/name"


def looks(browser, text, author="staff", **more):
    return send(browser, PATH, {"text": text, "author": author, **more}, opened=PATH)


def main_of(answer):
    return page_of(answer).one(tag="main").text


def test_s16_the_address_gives_the_place_or_school_question_before_any_finding(browser, db):
    answer = looks(browser, "chalkbadger-northgate.example")
    page = page_of(answer)
    assert (page.one(tag="h1").text, answer["Cache-Control"]) == ("The school or the place?", "no-store")
    assert page.all(cls="af-finding") == []
    assert [(one.attrs["value"], one.text) for one in page.all(tag="button", name="means")] == [
        ("school", "It means the school"), ("place", "It means the place"),
    ]  # fmt: skip
    school = page_of(looks(browser, "chalkbadger-northgate.example", means="school"))
    assert school.one(cls="af-finding").one(tag="h2").text == "It holds “Northgate”"
    assert "HYB-3" in school.one(cls="af-finding").text
    place = looks(browser, "chalkbadger-northgate.example", means="place")
    assert "Then leave it." in main_of(place)
    for one in (answer, place):
        assert too_hard(page_of(one), "staff") == []


def test_a_near_miss_says_similar_and_a_clean_name_says_nothing_was_seen(browser, db):
    assert "It looks similar to “Northgate School”" in main_of(looks(browser, "northgаte_schoоl"))
    clean = looks(browser, "chalkbadger.example")
    assert page_of(clean).one(tag="h1").text == "Nothing to look at"
    assert "We see no name of a school in it." in main_of(clean)
    assert page_of(clean).one(tag="input", id="text").attrs["value"] == "chalkbadger.example"


def test_a55_a_student_reads_of_hyb_1_alone_and_nothing_is_found(browser, db):
    answer = looks(browser, "northgateschool_memes", "student")
    assert ("HYB-3" in main_of(answer), "A page that students run is not the school’s." in main_of(answer)) == (False, True)
    assert page_of(answer).all(cls="af-finding") == []
    assert too_hard(page_of(answer), "student") == []


def test_a_schools_own_site_may_hold_its_name(browser, db):
    assert "This is on a school’s own site." in main_of(looks(browser, "https://www.northgate.example/history"))
    assert "This is on a school’s own site." not in main_of(looks(browser, "https://northgate.example.trips.example/"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "There is no name yet."),
        (" ", "There is no name yet."),
        ("a" * 8_000, "8,000 characters"),
        ("north\0gate", "something that is not text"),
    ],
)
def test_what_is_no_name_is_one_sentence_and_what_was_typed_stays(browser, db, text, says):
    answer = looks(browser, text)
    page = page_of(answer)
    assert (answer.status_code, page.one(cls="govuk-error-summary").text.count(says)) == (400, 1)
    assert page.one(tag="input", id="text").attrs["value"] == text.replace("\0", "\u2400")
    held = browser.post(API, {"text": text, "author": "staff"}, content_type="application/json")
    assert (held.status_code, held.json()["detail"].count(says)) == (400, 1)


@pytest.mark.parametrize(("field", "value"), [("author", "nobody"), ("means", "perhaps")])
def test_a_choice_that_is_none_is_said_at_its_field(browser, db, field, value):
    assert looks(browser, "northgate", **{field: value}).status_code == 400
    held = browser.post(API, {"text": "northgate", "author": "staff", field: value}, content_type="application/json")
    assert (held.status_code, "{}" in str(held.json())) == (400, False)


def test_page_and_api_say_the_same_and_only_read(browser, signed_in, cast):
    with CaptureQueriesContext(connection) as asked:
        one = browser.post(API, {"text": "n0rthgateschool", "author": "staff"}, content_type="application/json")
        two = signed_in("harrow").post(API, {"text": "n0rthgateschool", "author": "staff"}, content_type="application/json")
    assert one.json() == two.json()
    assert [(found["clause"], found["title"], found["level"]) for found in one.json()["findings"]] == [
        ("HYB-3", "It looks similar to “Northgate School”", "Tip")
    ]
    assert [query["sql"] for query in asked if "northgateschool" in query["sql"]] == []
    assert Person.objects.exists()


def test_from_the_check_and_from_the_questions_it_is_one_press_away(browser, db):
    assert 'href="/check/name/"' in browser.get("/check/").content.decode()
    assert page_of(browser.get(PATH)).one(tag="h1").text == "Check my page’s name"
