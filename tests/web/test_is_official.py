"""Is this page official? Mr Lund looks three pages up, not signed in: S52, S53 and S18 as the page, the API and the command line say them."""

import json
import logging
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askfirst.people.models import Person
from tests.cast import cast, who
from tests.groups import EASTFIELD, official_page, takes, tells
from tests.web.pages import page_of
from tests.web.test_words_of_pages import too_hard

__all__ = ["cast"]

pytestmark = pytest.mark.django_db

PATH, API = "/is-this-official/", "/api/v1/sites/lookup"
SCIENCE, MADE_UP = "https://www.instagram.com/eastfield_science/", "https://www.instagram.com/eastfield_baking/"
BLOG, IMPOSTOR, PAST = "https://holloway-finch.blogspot.com/", "https://www.instagram.com/northgate_confessions", "x.com/eastfield_old"
UNKNOWN = "We don’t know this page. It may still be real."


@pytest.fixture
def pages(cast):
    """Two pages of Eastfield, one of them given up; a declared blog; an impostor that communications have confirmed."""
    for address in (SCIENCE, PAST):
        ref = official_page(EASTFIELD, "2026-11-03 10:00")
        takes("adelakun", ref, "set-address", "2026-11-03 10:05", address=address)
    takes("averill", ref, "archive", "2026-11-24 10:00")
    tells("holloway", "declaration", {"what": "blog", "topic": "Walks", "address": BLOG, "says": "no"}, "2026-11-20 10:00")
    ref = tells("tolland", "impostor", {"address": IMPOSTOR, "what": "school", "children": "no"}, "2026-11-24 10:00")
    takes("adelakun", ref, "not-ours", "2026-11-24 11:00", reported_on="2026-11-24", check_on="2026-12-08")


def asks(browser, url):
    return browser.generic("POST", PATH, urlencode({"url": url}), content_type="application/x-www-form-urlencoded")


def main_of(answer):
    return page_of(answer).one(tag="main").text


def test_s52_official_with_school_role_and_day(browser, pages):
    answer = asks(browser, SCIENCE)
    said = main_of(answer)
    role = Person.objects.get(pk=who("averill")).title
    assert page_of(answer).one(tag="h2", id="a").text == "Official"
    assert [part in said for part in ("Our department", "Eastfield Academy", role, "last checked 3 November 2026")] == [True] * 4
    assert answer["Cache-Control"] == "no-store"


def test_s52_a_declared_blog_and_a_made_up_address_give_one_page_to_the_byte(browser, pages):
    blog, made_up = asks(browser, BLOG), asks(browser, MADE_UP)
    assert blog.content == made_up.content
    assert page_of(blog).one(tag="h2", id="a").text == UNKNOWN
    assert asks(browser, IMPOSTOR).content != blog.content  # it can tell pages apart
    assert (sorted(blog.items()), blog.cookies, browser.cookies) == (sorted(made_up.items()), {}, {})
    assert browser.get(API, {"url": BLOG}).content == browser.get(API, {"url": MADE_UP}).content


def test_s52_no_name_of_staff_stands_in_any_answer(browser, pages):
    names = {part for one in Person.objects.filter(kind="staff") for part in (one.name, one.short)}
    for url in (SCIENCE, BLOG, MADE_UP, IMPOSTOR, PAST):
        for text in (main_of(asks(browser, url)), browser.get(API, {"url": url}).content.decode()):
            assert [name for name in names if name in text] == []


def test_s52_nothing_is_stored_and_nothing_is_logged(browser, pages, caplog):
    caplog.set_level(logging.DEBUG)
    with CaptureQueriesContext(connection) as asked:
        for url in (SCIENCE, BLOG, MADE_UP, "javascript:alert(1)", "page.example/" + "a" * 8_000):
            asks(browser, url)
            browser.get(API, {"url": url})
    assert {query["sql"].split()[0] for query in asked} <= {"SELECT", "SAVEPOINT", "RELEASE"}
    logged = " ".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")
    assert [part for part in ("eastfield", "holloway", "javascript", "aaaa") if part in logged] == []


def test_ruling_3_a_page_no_longer_in_use_and_one_that_is_not_ours(browser, pages):
    past, not_ours = asks(browser, PAST), asks(browser, "@Northgate_Confessions on Instagram")
    assert (page_of(past).one(tag="h2", id="a").text, "24 November 2026" in main_of(past)) == ("Official, no longer in use", True)
    assert (page_of(not_ours).one(tag="h2", id="a").text, "instagram.com/northgate_confessions" in main_of(not_ours)) == ("Not ours", True)
    assert 'href="https://www.instagram' not in not_ours.content.decode()
    for answer in (past, not_ours, asks(browser, SCIENCE), asks(browser, BLOG), browser.get(PATH)):
        assert [too_hard(page_of(answer), reader) for reader in ("student", "staff")] == [[], []]


def test_s53_from_we_do_not_know_one_press_to_tell_us(browser, pages):
    assert 'href="/not-ours/">Tell us it looks like ours but isn’t</a>' in asks(browser, MADE_UP).content.decode()
    assert "Tell us it looks like ours" not in asks(browser, SCIENCE).content.decode()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "https://page.example/" + "a" * 8_000,
        "office@northgate.example",
        "https://",
        "prizes",
        "@northgatepe",
        '"><script>',
    ],
)
def test_what_is_no_address_gets_one_sentence_and_keeps_what_was_typed(browser, url, db):
    answer = asks(browser, url)
    page = page_of(answer)
    assert (answer.status_code, page.one(tag="input", id="url").attrs["value"]) == (400, url)
    assert page.one(tag="p", id="url-error").text.endswith(".")
    held = browser.get(API, {"url": url})
    assert (held.status_code, held["Content-Type"], held.json()["detail"].endswith(".")) == (400, "application/problem+json", True)
    assert "<script>" not in answer.content.decode().partition("<main")[2]


def test_bytes_that_are_no_letters_and_a_form_of_another_kind(browser, db):
    for body, kind in ((b"url=%ff%fe", "application/x-www-form-urlencoded"), (b"{}", "application/json")):
        assert browser.generic("POST", PATH, body, content_type=kind).status_code == 400
    assert browser.put(PATH).status_code == 405


def test_the_api_says_the_same(browser, pages):
    role = Person.objects.get(pk=who("averill")).title
    assert browser.get(API, {"url": "instagram.com/Eastfield_Science?igsh=1"}).json() == {
        "answer": "official", "says": "Official", "page": "instagram.com/eastfield_science", "name": "Our department", "school": "Eastfield Academy", "role": role,
        "last_checked": "2026-11-03", "ended_on": None, "note": None,
    }  # fmt: skip
    nothing = dict.fromkeys(("page", "name", "school", "role", "last_checked", "ended_on", "note"))
    assert browser.get(API, {"url": BLOG}).json() == {"answer": "unknown", "says": UNKNOWN, **nothing}
    assert browser.get(API, {"url": IMPOSTOR}).json()["answer"] == "not-ours"
    assert json.loads(browser.get("/api/v1/openapi.json").content)["paths"]["/api/v1/sites/lookup"]["get"]["operationId"] == "sites_lookup"


def test_home_leads_there_for_everybody(browser, signed_in, cast):
    for held in (browser.get("/"), browser.get("/?as=student"), signed_in("farouk").get("/"), signed_in("harrow").get("/")):
        assert 'href="/is-this-official/"' in held.content.decode()


def test_s18_the_case_says_what_the_look_up_says_and_that_a_link_counts_as_endorsing(signed_in, pages):
    """Ms Averill's and Ms Adelakun's own pages of it."""
    ref = official_page(EASTFIELD, "2026-11-24 10:00")
    averill, comms = signed_in("averill"), signed_in("adelakun")
    where = "/cases/%s/" % ref
    assert "Nobody can look this page up yet" in main_of(averill.get(where))
    takes("adelakun", ref, "set-address", "2026-11-25 09:00", address="x.com/eastfield_new")
    assert "Anybody can look this page up." in main_of(averill.get(where))
    takes("adelakun", ref, "mixed-found", "2026-11-25 09:10", note="It sells commissions.")
    for reader in (averill, comms):
        answer = reader.get(where)
        said = main_of(answer)
        assert ("does not say “Official” of it now" in said, "That counts as endorsing it (HYB-2)." in said) == (True, True)
        assert too_hard(page_of(answer), "staff") == []


def test_s17_the_form_that_makes_it_official_begins_with_the_name_it_was_told_of_by(signed_in, cast):
    ref = official_page(EASTFIELD, "2026-11-24 10:00", until="comms-check")
    head = signed_in("abernethy")
    page = page_of(head.get("/cases/%s/" % ref))
    assert page.one(tag="input", name="called").attrs["value"] == "Our department"
    assert too_hard(page, "staff") == []


@pytest.mark.parametrize("url", ["https://xn--nrthgate-n4a.example/", "https://nоrthgate.example/", "@pe@nörthgate.example"])
def test_a_host_with_other_letters_gets_a_sentence_whatever_the_answer_is(browser, pages, url):
    """And two of them get one page to the byte, as any two that we do not know."""
    answer, other = asks(browser, url), asks(browser, "https://xn--bcher-kva.example/")
    said = "Such letters can look like others: compare it with the one you know."
    assert (answer.status_code, answer.content == other.content, said in main_of(answer)) == (200, True, True)
    assert browser.get(API, {"url": url}).json()["note"].endswith(said)
    assert said not in main_of(asks(browser, MADE_UP))
    assert [too_hard(page_of(answer), reader) for reader in ("student", "staff")] == [[], []]
