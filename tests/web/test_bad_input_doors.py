"""Bad input at every door that opens a case: a note of a megabyte, a link of 8 kB, `javascript:`, and a parent who is not one.

One sentence each, what was written is given back, nothing is kept. The doors and what is sent there are those of test_sent_ten_times.py.
"""

import json
from html import unescape

import pytest

from askfirst.casework.models import Case, CaseStep
from askfirst.trail.models import Notice
from tests.casework.test_removal_stories import RACE
from tests.groups import NORTHGATE, official_page
from tests.web.pages import page_of, send
from tests.web.test_do_not_post_pages import ME
from tests.web.test_my_data_pages import COPY
from tests.web.test_sent_ten_times import OPENS, comes

__all__ = ["comes"]

pytestmark = pytest.mark.django_db

MEGABYTE = "x" * 1_000_000


def written_in(path, fields):
    """The fields of a form into which somebody writes, by what is sent there: text of several words, a name or an address."""
    texts = {
        "text",
        "topic",
        "item",
        "why",
        "asked",
        "what",
        "purpose",
        "called",
        "place",
        "notice",
        "less",
        "scope",
        "payer",
        "group",
        "where",
    }
    texts |= {"about", "poster", "second", "whom", "links", "address", "login", "service", "numbers", "name"}
    fields = {**fields, "what": "the film"} if path == "/do-not-post/" else fields
    return sorted(name for name, held in fields.items() if name in texts and isinstance(held, str) and (path, name) not in CHOICES)


CHOICES = {
    ("/declare/blog/", "what"),
    ("/do-not-post/", "scope"),
    ("/not-ours/", "what"),
    ("/concern/", "about"),
    ("/remove/ask/", "name"),
}
"""Fields of these names that are a choice of several."""
EACH = [
    pytest.param(name, path, fields, field, id="%s %s" % (path, field))
    for several in OPENS.values()
    for name, path, fields in several
    for field in written_in(path, fields)
]


def kept():
    return Case.objects.count(), CaseStep.objects.count(), Notice.objects.count()


def shown(answer):
    return unescape(answer.content.decode())


@pytest.mark.parametrize(("name", "path", "fields", "field"), EACH)
def test_a_megabyte_is_one_sentence_and_is_given_back(comes, name, path, fields, field):
    if path == "/declare/group/":
        fields = {**fields, "about_page": official_page(NORTHGATE, "2026-11-24 10:00")}
    if path == "/do-not-post/":
        fields = {**fields, "scope": "topic"}
    person, before = comes(name), kept()
    answer = send(person, path, {**fields, field: MEGABYTE})
    assert answer.status_code == 400, (answer.status_code, shown(answer)[:500])
    text = shown(answer)
    assert ("1,000,000 characters long" in text, MEGABYTE in text) == (True, True)
    assert kept() == before


def test_every_door_that_opens_a_case_has_a_field_that_was_tried():
    tried = {one.values[1] for one in EACH}
    assert {path for several in OPENS.values() for _, path, _ in several} - tried == {"/my-data/"}, "it asks for choices alone"


LINKS = [
    ("holloway", "/remove/ask/", "links"),
    ("farouk", "/not-ours/", "address"),
    ("harrow", "/declare/blog/", "address"),
]
BAD = ["javascript:alert(document.cookie)", " JaVaScRiPt:alert(1)", "data:text/html,<b>hi</b>", "https://a.example/" + "a" * 8_000]


@pytest.mark.parametrize(("name", "path", "field"), LINKS)
@pytest.mark.parametrize("link", BAD)
def test_a_link_that_is_none_is_one_sentence_and_is_given_back(comes, name, path, field, link):
    (fields,) = [one[2] for several in OPENS.values() for one in several if one[:2] == (name, path)]
    before = kept()
    answer = send(comes(name), path, {**fields, field: link, "send": "1"})
    assert answer.status_code == 400
    page = page_of(answer)
    assert "javascript:" not in "".join(node.attrs.get("href") or "" for node in page.all(tag="a")).lower()
    assert len({one.text for one in page.all(cls="govuk-error-message")}) == 1
    assert link.strip() in shown(answer)
    assert kept() == before


# ---------------------------------------------------------------- a parent who is not one


ASKED = {"removal": {**RACE, "name": "yes"}, "do-not-post": {**ME, "until": "2027-07-21"}, "data-request": COPY}
NOT_THEIRS = [("blenkinsop-g", "kit"), ("lund-a", "osei"), ("tamblyn-h", "kit"), ("wells-p", "maisie")]


def by_api(browser, kind, **more):
    answer = browser.post("/api/v1/cases", json.dumps({"kind": kind, "details": {**ASKED[kind], **more}}), content_type="application/json")
    return answer.status_code, answer.json().get("detail", ""), [one["sentence"] for one in answer.json().get("refusals", ())]


@pytest.mark.parametrize("kind", ASKED)
@pytest.mark.parametrize(("parent", "child"), NOT_THEIRS)
def test_a_parent_who_asks_for_a_child_that_is_not_theirs_reads_what_a_name_of_nobodys_gets(lenient, kind, parent, child):
    before = kept()
    code, says, refusals = by_api(lenient(parent), kind, child=child)
    assert code in (400, 409)
    assert (bool(says), len(refusals) <= 1) == (True, True)
    assert by_api(lenient(parent), kind, child="nobody-atall") == (code, says, refusals)
    assert kept() == before


@pytest.mark.parametrize("kind", ASKED)
@pytest.mark.parametrize("name", ["harrow", "maisie"])
def test_whoever_is_no_parent_asks_for_no_child(lenient, kind, name):
    """A child that is named all the same goes nowhere, or is refused; a case, if there is one, is about themselves."""
    browser = lenient(name)
    code, says, _ = by_api(browser, kind, child="kit")
    assert code in (201, 400, 409)
    assert (code == 201) or says
    held = "".join(shown(browser.get("/cases/%s/" % case.ref)) for case in Case.objects.all())
    assert "Kit Okoro-Penn" not in held


@pytest.mark.parametrize("name", ["harrow", "maisie", "wieczorek"])
def test_the_hat_of_a_parent_is_not_there_for_who_is_none(signed_in, name):
    browser = signed_in(name)
    before = page_of(browser.get("/me/")).one(cls="af-me__who").text
    answer = send(browser, "/me/hat/", {"capacity": "parent"})
    assert answer.status_code in (302, 303, 400, 403)
    assert page_of(browser.get("/me/")).one(cls="af-me__who").text == before


@pytest.fixture
def lenient(signed_in):
    """A browser that needs no token, for the API."""

    def start(name):
        browser = signed_in(name)
        browser.handler.enforce_csrf_checks = False
        return browser

    return start
