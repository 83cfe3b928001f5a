"""A page or blog as its readers see it, on its page and through the API (S07): told at once, kept nowhere, opened only where it is theirs."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askfirst.advice.cannot_see import OF_A_BLOG, OF_A_PAGE
from askfirst.advice.throttle import Throttle
from askfirst.casework.models import Case
from gates.words import convicting
from tests.groups import EASTFIELD, official_page, takes
from tests.guard.page_files import AVERILL, DEPARTMENT, NOTE, page, posts, wxr
from tests.site import answers, site
from tests.web.pages import cards_of, marks_of, ours, page_of, token_of
from tests.web.test_words_of_pages import too_hard

PATH, API = "/check/page/", "/api/v1/checks/page"
LISTED = "https://eastfield-art.example/"
PAST_POSTS = "people must scroll past posts to see it"
WORDING = "These are my personal views and not those of Ridgeway Education Trust."


def sends(browser, data=None, name="page.html", author="staff", **more):
    """The form as a browser sends it."""
    form = page_of(browser.get(PATH))
    fields = {"csrfmiddlewaretoken": token_of(form), "author": author, "whose": "own", **more}
    return browser.post(PATH, fields | ({} if data is None else {"file": SimpleUploadedFile(name, data)}))


def by_api(data=None, **fields):
    held = {} if data is None else {"file": SimpleUploadedFile("a.html", data)}
    return Client(HTTP_HOST="localhost").post(API, {"author": "staff", **fields} | held)


def by_json(**fields):
    return Client(HTTP_HOST="localhost").post(API, json.dumps({"author": "staff", **fields}), content_type="application/json")


def about(page, clause):
    return [(level, card) for level, _, clauses, card in cards_of(page) if clause in clauses]


def clauses_of(answer):
    return [(one["clause"], one["level"], one["quote"]) for one in answer.json()["findings"]]


@pytest.fixture
def listed(cast):
    """The department's page is official, and the register has its address."""
    ref = official_page(EASTFIELD, "2026-11-03 10:00")
    takes("adelakun", ref, "set-address", "2026-11-03 10:05", address=LISTED)


# ---------------------------------------------------------------- S07


def test_s07_line_1_page_a_a_note_below_posts_is_worth_changing_with_words_to_copy(signed_in):
    page = page_of(sends(signed_in("averill"), AVERILL))
    ((level, card),) = about(page, "BLG-4")
    assert level == "Worth changing"
    assert PAST_POSTS in card.text and WORDING in card.text
    note = page.one(tag="section", **{"aria-labelledby": "note"})
    assert "Only where a reader will not see it" in note.text and PAST_POSTS in note.text
    assert [one.attrs["data-copy"] for one in note.all(tag="button")] == [WORDING]


def test_s07_line_2_page_a_a_tip_on_her_own_number(signed_in):
    page = page_of(sends(signed_in("averill"), AVERILL))
    ((level, card),) = about(page, "SNS-3")
    assert (level, "07700 900627" in card.one(cls="af-quote").text) == ("Tip", True)


def test_s07_line_3_page_a_the_neighbour_is_worth_changing(signed_in):
    page = page_of(sends(signed_in("averill"), AVERILL))
    ((level, card),) = about(page, "WEB-3")
    assert (level, card.one(tag="h3").text.partition(". ")[2]) == ("Worth changing", "Somebody else's private life")
    assert any("divorced" in one for one in marks_of(page))


def test_s07_line_4_page_b_no_tip_on_the_schools_number(signed_in, listed):
    page = page_of(sends(signed_in("averill"), DEPARTMENT, address=LISTED))
    assert about(page, "SNS-3") == []
    other = DEPARTMENT.replace(b"Ring us on 01632 960120", b"Text me on 07700 900627")
    assert len(about(page_of(sends(signed_in("averill"), other, address=LISTED)), "SNS-3")) == 1  # it can tell numbers apart


def test_s07_line_5_page_b_no_note_is_asked_of_an_official_page(signed_in, listed):
    page = page_of(sends(signed_in("averill"), DEPARTMENT, address=LISTED))
    assert (cards_of(page), "We took it as a page of the school’s own." in page.text) == ([], True)
    saved = b"<!-- saved from url=(0031)" + LISTED.encode() + b" -->" + DEPARTMENT
    assert cards_of(page_of(sends(signed_in("averill"), saved))) == []  # its address may stand in the file
    assert about(page_of(sends(signed_in("averill"), DEPARTMENT)), "BLG-4") != []  # without the register it is a page like any
    assert cards_of(page_of(sends(signed_in("averill"), DEPARTMENT, whose="school"))) == []


def test_s07_line_6_neither_result_is_kept_with_her_declaration(signed_in, listed):
    """From the check itself nothing goes anywhere. (Started from the declaration: test_declare_check_pages.)"""
    browser = signed_in("averill")
    before = Case.objects.count()
    with CaptureQueriesContext(connection) as asked:
        for data in (AVERILL, DEPARTMENT):
            said = sends(browser, data)
            assert "/declare/" not in [one.attrs.get("action") for one in page_of(said).all(tag="form")]
    assert Case.objects.count() == before
    writes = [one["sql"] for one in asked if not one["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))]
    assert writes == []


def test_s07_through_the_api(listed):
    a, b = by_api(AVERILL), by_api(DEPARTMENT, address=LISTED)
    assert (a.status_code, b.status_code, a["Cache-Control"]) == (200, 200, "no-store")
    assert [(clause, level) for clause, level, _ in clauses_of(a)] == [
        ("WEB-3", "Worth changing"),
        ("BLG-4", "Worth changing"),
        ("SNS-3", "Tip"),
    ]
    note = a.json()["note"]
    assert (note["answer"], [one["id"] for one in note["reasons"]], note["wording"]) == ("hidden", ["past-posts", "tiny"], WORDING)
    assert PAST_POSTS in note["reasons"][0]["says"]
    assert (clauses_of(b), b.json()["official"]) == ([], True)
    assert by_json(html=AVERILL.decode()).json() == a.json()


# ---------------------------------------------------------------- the page and its form


@pytest.mark.parametrize("path", ["/check/", "/check/?as=student"])
def test_the_way_there(browser, db, path):
    aimed = PATH + ("?as=student" if "student" in path else "")
    assert page_of(browser.get(path)).one(tag="a", href=aimed).text == "Check my page or blog"


@pytest.mark.parametrize("author", ["staff", "student"])
def test_every_answer_reads_easily_and_nobody_is_judged(browser, db, author):
    sent = [sends(browser, data, author=author) for data in (AVERILL, DEPARTMENT, page(posts(2)), page("<p>" + NOTE), None)]
    for answer in sent:
        shown = page_of(answer)
        assert (too_hard(shown, author), convicting(" ".join(ours(shown)))) == ([], [])
        assert answer["Cache-Control"] == "no-store"


def test_a_note_that_is_seen_is_fine(browser, db):
    shown = page_of(sends(browser, page("<p>" + NOTE)))
    assert (cards_of(shown), "Seen in the page’s text" in shown.text) == ([], True)
    assert "Nothing to look at on the page" in shown.one(tag="h1").text


def test_what_was_pasted_is_looked_at_and_stays_where_it_cannot_be(browser, db):
    assert len(about(page_of(sends(browser, html=AVERILL.decode())), "BLG-4")) == 1
    again = sends(browser, html="Just some words.", address="https://a.example/")
    shown = page_of(again)
    assert (again.status_code, "This is not a web page." in shown.text) == (400, True)
    assert shown.one(tag="textarea", name="html").raw.strip() == "Just some words."
    assert shown.one(tag="input", name="address").attrs["value"] == "https://a.example/"


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "There is no page yet. Choose the saved file, or paste its code."),
        ({"data": b""}, "This file is empty."),
        ({"data": b"%PDF-1.4"}, "The name says a web page, but inside is another kind of file."),
        ({"data": AVERILL, "author": ""}, "Say who is writing: staff or student."),
        ({"data": AVERILL, "whose": "other"}, "We do not know this choice for whose."),
        ({"data": AVERILL, "address": "a" * 2_001}, "This address is too long"),
        ({"data": AVERILL, "address": "a\0b"}, "This holds something that is not text."),
        ({"open": "1", "address": "https://a.example/"}, "First say that it is your page, or one you run."),
        ({"open": "1", "mine": "yes", "author": "student", "address": "https://a.example/"}, "We do not open addresses for students."),
        ({"open": "1", "mine": "yes", "address": "https://a.example/"}, "Sign in first, and we can open it."),
    ],
)  # fmt: skip
def test_what_cannot_be_looked_at_is_one_sentence(browser, db, fields, says):
    answer = sends(browser, **fields)
    assert answer.status_code == 400
    assert says in page_of(answer).one(cls="govuk-error-summary").text


def test_too_often_and_a_form_that_is_stale(browser, db, monkeypatch):
    monkeypatch.setattr("askfirst.web.checking.CHECKS", Throttle(0))
    assert sends(browser, AVERILL).status_code == 429
    stale = browser.post(PATH, {"author": "staff", "html": "<p>x", "file": SimpleUploadedFile("a.html", AVERILL)})
    assert (stale.status_code, "Choose the file again" in page_of(stale).text) == (403, True)


def test_words_of_someone_who_may_be_hurt_are_met_first_and_alone(browser, db):
    hurt = page("<p>I want to kill myself.</p>")
    shown = page_of(sends(browser, hurt, author="student"))
    assert (shown.one(tag="h1").text, cards_of(shown)) == ("This sounds hard. You can talk to someone now", [])
    again = page_of(sends(browser, html=hurt.decode(), author="student"))
    assert "kill myself" in again.one(tag="textarea", name="html").raw
    rest = page_of(sends(browser, hurt, author="student", everything="1"))
    assert (rest.one(tag="h1").text, rest.one(tag="h2", id="heading").text[:10]) == (
        "This sounds hard. You can talk to someone now",
        "Nothing to",
    )
    mixed = by_api(page("<p>I want to kill myself.</p><p>Text me on 07700 900455.</p>"))
    assert (mixed.json()["waiting"], mixed.json()["findings"]) == (True, [])


# ---------------------------------------------------------------- an address, opened once


def test_an_address_is_opened_once_where_they_say_it_is_theirs(signed_in, settings):
    with site(answers(body=AVERILL)) as (address, door, asked):
        settings.DOOR = door
        browser = signed_in("averill")
        shown = page_of(sends(browser, open="1", mine="yes", address=address + "/art"))
        assert ([path for path, _ in asked], len(about(shown, "BLG-4"))) == (["/art"], 1)
        sends(browser, open="1", address=address)
        sends(browser, AVERILL, address=address)
        assert len(asked) == 1  # not without the tick, and not where a file was chosen
        refused = sends(browser, open="1", mine="yes", address="http://127.0.0.1:1/")
        assert (refused.status_code, "not on the public web" in page_of(refused).text) == (400, True)


def test_the_door_is_offered_to_staff_who_are_signed_in_alone(browser, signed_in, db):
    def offered(one):
        return len(page_of(one.get(PATH)).all(tag="input", name="mine"))

    assert (offered(browser), offered(signed_in("averill")), offered(signed_in("wren"))) == (0, 1, 0)


# ---------------------------------------------------------------- the API


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"html": ""}, "file"), ({"html": 3}, "html"), ({"html": "<p>x", "author": "cat"}, "author"), ({"html": "<p>x", "all": 3}, "all"),
        ({"html": "<p>x", "mine": "maybe"}, "mine"), ({"html": "<p>x", "more": 1}, "more"), ({"mine": True, "address": "https://a.example"}, "address"),
        ({"html": "x" * 2_000_001}, "html"),
    ],
)  # fmt: skip
def test_the_api_refuses_with_the_field(db, fields, field):
    answer = by_json(**fields)
    assert (answer.status_code, answer.json()["field"], answer["Content-Type"]) == (400, field, "application/problem+json")


# ---------------------------------------------------------------- a whole blog

BLOG = wxr("publish|post||Fine|<p>Blue paint.</p>", "publish|post||Hot|<p>Text me on 07700 900455.</p>", "draft|post||Draft|<p>My own.</p>")


@pytest.mark.parametrize("author", ["staff", "student"])
def test_of_a_whole_blog_only_posts_with_something_to_look_at_are_shown(browser, db, author):
    shown = page_of(sends(browser, BLOG, name="blog.xml", author=author))
    assert [one.text for one in shown.all(tag="h2", cls="govuk-heading-m")] == ["Hot"]
    assert [(level, clauses[0]) for level, _, clauses, _ in cards_of(shown)] == [("Tip", "SNS-3")]
    assert "We looked at 2 posts." in shown.text and "1 post is not public. We did not read it." in shown.text
    assert (too_hard(shown, author), convicting(" ".join(ours(shown)))) == ([], [])


def test_a_blog_through_the_api(db):
    said = by_api(BLOG).json()
    assert (said["blog"], said["looked_at"], said["left_out"], [one["title"] for one in said["posts"]]) == ("Connie paints", 2, 1, ["Hot"])
    assert [one["clause"] for one in said["posts"][0]["findings"]] == ["SNS-3"]


def test_a_blog_of_somebody_who_may_be_hurt_is_met_first(browser, db):
    hurt = wxr("publish|post||One|<p>I want to kill myself.</p>")
    assert page_of(sends(browser, hurt, author="student")).one(tag="h1").text == "This sounds hard. You can talk to someone now"
    rest = page_of(sends(browser, hurt, author="student", everything="1"))
    assert "Nothing to look at in these posts" in rest.text


def test_what_the_check_cannot_see_stands_by_page_and_api_and_holds_where_a_browser_drew_it(browser, db):
    blog = wxr("publish|post||Fine|<p>Blue.</p>")
    for data, lines in ((page("<p>" + NOTE), OF_A_PAGE), (blog, OF_A_BLOG)):
        shown = page_of(sends(browser, data)).one(tag="main").text
        assert [line for line in map(str, lines) if line not in shown] == []
        assert by_api(data).json()["cannot_see"] == list(map(str, lines))
    assert all(str(line) in page_of(browser.get(PATH)).one(tag="main").text for line in OF_A_PAGE)
    assert not any("does not see it drawn" in str(line) for line in OF_A_PAGE), "a browser draws it where there is one"
