"""Signing in for real: name and password, one sentence for whatever is wrong, and no page of the demo."""

from dataclasses import replace

import pytest

from askfirst.people.accounts import set_password
from askfirst.people.models import Person
from tests.cast import who
from tests.web.pages import page_of, send

PASSWORD = "a long enough password"


@pytest.fixture
def production(cast, at, settings):
    settings.ASKFIRST = replace(settings.ASKFIRST, mode="production")
    set_password("harrow", PASSWORD)
    at("2026-11-25 10:00")


def test_the_right_password_lets_in_and_leads_on(browser, production):
    response = send(browser, "/sign-in/", {"person": "harrow", "password": PASSWORD, "next": "/procedure/"})
    assert (response.status_code, response["Location"]) == (302, "/procedure/")
    assert browser.session["_auth_user_id"] == who("harrow")


def test_pressing_a_name_is_not_enough(browser, production):
    assert page_of(browser.get("/sign-in/")).all(tag="button", name="person") == []
    assert send(browser, "/sign-in/", {"person": "harrow"}).status_code == 400
    assert "_auth_user_id" not in browser.session


def test_every_slip_gets_the_same_page(browser, production):
    """Wrong password, no such name, somebody who left: but for the name typed and the form's token, byte for byte the same."""
    Person.objects.filter(username="pascoe").update(left_on="2026-11-24")
    set_password("pascoe", PASSWORD)
    pages = []
    for username, password in (("harrow", "wrong"), ("nobody-here", "wrong"), ("pascoe", PASSWORD)):
        response = send(browser, "/sign-in/", {"person": username, "password": password})
        page = page_of(response)
        assert response.status_code == 400
        assert page.one(id="username").attrs["value"] == username
        assert "value" not in page.one(id="password").attrs
        pages.append(page.one(tag="main").text)
    assert len(set(pages)) == 1
    assert "Username and password do not go together." in pages[0]


def test_guessing_gets_slower_and_is_told_so(browser, production):
    for _ in range(6):
        send(browser, "/sign-in/", {"person": "harrow", "password": "wrong"})
    response = send(browser, "/sign-in/", {"person": "harrow", "password": PASSWORD})
    assert response.status_code == 400
    assert "Too many sign-ins did not work. Wait" in page_of(response).one(cls="govuk-error-summary").text


def test_there_is_no_page_of_mail_and_no_switch(browser, production):
    assert browser.get("/mail-sent/").status_code == 404
    page = page_of(browser.get("/"))
    assert page.all(cls="af-demo") == []
    assert page.all(tag="a", href="/mail-sent/") == []
