"""The check of a name as people meet it (HYB-3, A41, A55, S16): page and API, kept nowhere, the same for everybody."""

import socket

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askfirst.advice.cannot_see import OF_A_NAME
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


# ---------------------------------------------------------------- S06

STROLLERS, GARDEN, JAREK = "@northgate_strollers", "secretgarden.example", "eastfieldacademy-jarek.example"


def by_api(browser, text, **more):
    return browser.post(API, {"text": text, "author": "staff", **more}, content_type="application/json").json()


def test_s06_line_1_the_strollers_are_asked_about_and_not_found(signed_in):
    browser = signed_in("holloway")
    page = page_of(looks(browser, STROLLERS))
    assert (page.one(tag="h1").text, page.all(cls="af-finding")) == ("The school or the place?", [])
    assert "It holds “Northgate”" in page.text and "Does it mean the school here?" in page.text
    said = by_api(browser, STROLLERS)
    assert (said["findings"], said["asks"]["title"], said["asks"]["clause"]) == ([], "It holds “Northgate”", "HYB-3")


def test_s06_line_2_the_place_ends_with_no_finding(signed_in):
    browser = signed_in("holloway")
    page = page_of(looks(browser, STROLLERS, means="place"))
    assert (page.all(cls="af-finding"), "Then leave it." in page.text) == ([], True)
    said = by_api(browser, STROLLERS, means="place")
    assert (said["findings"], said["asks"]) == ([], None)
    assert [one["level"] for one in by_api(browser, STROLLERS, means="school")["findings"]] == [
        "Worth changing"
    ]  # it can tell answers apart


def test_s06_line_3_the_garden_gives_neither_although_the_initials_stand_in_it(signed_in):
    browser = signed_in("holloway")
    assert "ret" in GARDEN and by_api(browser, "ret_walks")["asks"] is not None
    said = by_api(browser, GARDEN)
    assert (said["findings"], said["asks"], said["noticed"]) == ([], None, [])
    page = page_of(looks(browser, GARDEN))
    assert (page.one(tag="h1").text, page.all(cls="af-finding"), page.all(tag="button", name="means")) == ("Nothing to look at", [], [])


def test_s06_line_4_the_academy_gives_one_finding_and_two_names_without_a_brand(signed_in):
    browser = signed_in("holloway")
    page = page_of(looks(browser, JAREK))
    (card,) = page.all(cls="af-finding")
    assert (card.one(cls="af-level").text, "HYB-3" in card.text) == ("Worth changing", True)
    said = by_api(browser, JAREK)
    assert [(one["clause"], one["level"]) for one in said["findings"]] == [("HYB-3", "Worth changing")]
    assert said["suggested"] == ["jarek-writes.example", "jarek-notes.example"]
    assert [one.text for one in page.one(tag="section", **{"aria-labelledby": "others"}).all(tag="li")] == said["suggested"]
    for name in said["suggested"]:
        again = by_api(browser, name)
        assert (again["findings"], again["asks"], again["noticed"]) == ([], None, [])


def test_s06_line_5_no_lookup_is_sent_or_kept(signed_in, monkeypatch):
    sent = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **more: sent.append(asked))
    monkeypatch.setattr(socket.socket, "connect", lambda *asked: sent.append(asked))
    browser = signed_in("holloway")
    with CaptureQueriesContext(connection) as asked:
        for name in (STROLLERS, GARDEN, JAREK):
            assert looks(browser, name).status_code == 200
            by_api(browser, name)
    assert sent == []
    assert [one["sql"] for one in asked if not one["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))] == []
    with pytest.raises(TypeError):  # the planted flaw would be caught: a look-up is seen here
        socket.create_connection(("eastfieldacademy-jarek.example", 443))
    assert len(sent) == 1


@pytest.mark.parametrize(
    "name",
    [
        "northgate_school_pe", "@RET_History", "https://www.northgateschool.example/blog", "northgateschool", "eastfieldacademy.wordpress.com",
        "n0rthgate-sch00l", "NorthgateSchoolMrPike", "reach for more Eastfield Academy", "stbrannocks_reception_class", "@" + "northgateschool" * 12,
    ],
)  # fmt: skip
def test_names_to_use_hold_no_school_whatever_the_name(browser, db, name):
    said = by_api(browser, name, means="school")
    assert len(said["suggested"]) == 2
    for other in said["suggested"]:
        again = by_api(browser, other)
        assert (again["findings"], again["asks"]) == ([], None), other
        assert other.startswith("@") is name.startswith("@")


def test_what_the_check_cannot_see_stands_by_page_and_api(browser, db):
    wanted = [str(line) for line in OF_A_NAME]
    for shown in (
        browser.get(PATH),
        looks(browser, "chalkbadger.example"),
        looks(browser, "northgate_pe"),
        looks(browser, "nga", "student"),
    ):
        assert [line for line in wanted if line not in main_of(shown)] == []
    data = browser.post(API, {"text": "nga", "author": "student"}, content_type="application/json").json()
    assert data["cannot_see"] == wanted


def test_what_it_says_that_it_cannot_see_holds(browser, db, monkeypatch):
    """Letters alone: no page is opened, no school of another trust is known, and nobody looks whether a name is free."""
    found = main_of(looks(browser, "northgate_school_pe"))

    def opens(*given, **more):
        raise AssertionError("it went out")

    monkeypatch.setattr(socket, "getaddrinfo", opens)
    monkeypatch.setattr(socket.socket, "connect", opens)
    again = main_of(looks(browser, "northgate_school_pe"))
    address = main_of(looks(browser, "https://northgate-school.example/logo.png"))
    assert again == found and "It holds “Northgate School”" in again and "It holds “Northgate School”" in address
    assert "We see no name of a school in it." in main_of(looks(browser, "harrow_school_pe")), "a school, and none of this Trust"
    assert page_of(looks(browser, "northgate_school_pe")).text.count("We did not look whether they are free.") == 1
