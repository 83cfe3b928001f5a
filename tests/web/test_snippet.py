"""The link and the button that a page of the school's may carry: static HTML, no script, nothing counted, and it opens the look-up."""

from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
from django.test import Client

from askfirst.sites.snippet import as_button, as_link
from tests.groups import EASTFIELD, official_page, takes
from tests.web.pages import FORM, page_of
from tests.web.test_words_of_pages import too_hard

PATH, SCIENCE = "/is-this-official/link/", "https://www.instagram.com/eastfield_science/"


def asks(browser, url):
    return browser.post(PATH, urlencode({"url": url}), content_type=FORM)


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_it_is_static_and_loads_nothing():
    for text in (as_link("https://askfirst.example"), as_button("https://askfirst.example", SCIENCE)):
        tags = Tags(text).found
        assert {tag for tag, _ in tags} <= {"a", "form", "input", "button"}
        assert {name for _, held in tags for name in held} <= {"href", "rel", "action", "method", "accept-charset", "type", "name", "value"}
        assert tags[0][1]["rel"] == "noreferrer"
        assert "eastfield" not in tags[0][1].get("href", "") + tags[0][1].get("action", "")


def test_the_button_as_it_stands_on_another_site_looks_the_page_up(db, cast):
    """Pressed elsewhere: no cookie, no token, another origin."""
    ref = official_page(EASTFIELD, "2026-11-03 10:00")
    takes("adelakun", ref, "set-address", "2026-11-03 10:05", address=SCIENCE)
    (_, form), (_, held), _ = Tags(as_button("", SCIENCE)).found
    asked = Client(enforce_csrf_checks=True, HTTP_ORIGIN="https://school.example", HTTP_SEC_FETCH_SITE="cross-site")
    answer = asked.post(form["action"], urlencode({held["name"]: held["value"]}), content_type=FORM)
    assert (answer.status_code, page_of(answer).one(tag="h2", id="a").text) == (200, "Official")


def test_the_page_gives_both_and_the_same_for_any_page(browser, db):
    page = page_of(browser.get(PATH))
    assert "/is-this-official/" in page.one(tag="textarea", id="link").raw
    answer = asks(browser, '"><script>alert(1)</script>.example/x')
    assert answer.status_code == 400
    made = page_of(asks(browser, "@eastfield_science on Instagram"))
    assert 'value="instagram.com/eastfield_science"' in made.one(tag="textarea", id="button").raw.replace("&quot;", '"')
    for one in (page, made):
        assert too_hard(one, "staff") == []


@pytest.mark.parametrize("address", ['page.example/"><script>alert(1)</script>', "page.example/'onload='x", 'page.example/?a=<b>&c="d"'])
def test_no_address_gets_out_of_its_quotes(address):
    tags = Tags(as_button("https://askfirst.example", address)).found
    assert [tag for tag, _ in tags] == ["form", "input", "button"]
    assert set(tags[1][1]) == {"type", "name", "value"}


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "page.example/" + "a" * 8_000])
def test_what_is_no_address_is_one_sentence(browser, db, url):
    answer = asks(browser, url)
    assert (answer.status_code, page_of(answer).one(tag="p", id="url-error").text.endswith(".")) == (400, True)
    assert browser.put(PATH).status_code == 405
