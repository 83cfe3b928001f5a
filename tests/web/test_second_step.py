"""Signing in with a second step, setting it up, its recovery codes, and the acts that ask once more who is there."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from askfirst.people import second_step
from askfirst.people.accounts import set_password
from askfirst.people.models import Holding, Person, Session
from tests.cast import who
from tests.people.phone import shows
from tests.web.pages import page_of, send
from tests.web.test_words_of_pages import too_hard

PASSWORD = "a pot of ink by the window"
HEADING = {"tag": "h1"}
A_KEY = re.compile(r"[A-Z2-7]{4}( [A-Z2-7]{1,4})+")


@pytest.fixture
def production(cast, at, settings):
    """The stories' Wednesday in a real installation; the clock."""
    settings.ASKFIRST = replace(settings.ASKFIRST, mode="production")
    settings.PASSWORD_HASHERS = ["tests.people.hashers.Counting"]
    for name in ("pascoe", "kit", "harrow"):
        set_password(name, PASSWORD)
    return at("2026-11-25 10:00")


@pytest.fixture
def later(settings, production):
    """`later(minutes=5)` moves the clock."""

    def move(**much):
        moment = settings.CLOCK() + timedelta(**much)
        settings.CLOCK = lambda: moment
        return moment

    return move


def by_password(browser, name, next=""):
    return send(browser, "/sign-in/", {"person": name, "password": PASSWORD, "next": next})


def key_of(page):
    return page.one(cls="af-key").text


def set_up(browser, now, name="pascoe", next=""):
    """As at a first sign-in; the key, and the page with the recovery codes."""
    asked = by_password(browser, name, next)
    assert asked["Location"].startswith("/sign-in/set-up/")
    key = key_of(page_of(browser.get(asked["Location"])))
    return key, send(browser, "/sign-in/set-up/", {"code": shows(key, now), "next": next}, opened="/sign-in/set-up/")


def codes_of(response):
    return [one.text for one in page_of(response).one(cls="af-codes").all(tag="li")]


def is_in(browser):
    return "_auth_user_id" in browser.session


def test_the_first_sign_in_of_whoever_sees_others_cases_sets_it_up(browser, production):
    asked = by_password(browser, "pascoe", next="/cases/")
    assert (asked.status_code, asked["Location"]) == (302, "/sign-in/set-up/?next=%2Fcases%2F")
    assert not is_in(browser)
    assert browser.get("/cases/")["Location"].startswith("/sign-in/")
    response = browser.get(asked["Location"])
    page = page_of(response)
    assert response["Cache-Control"] == "no-store"
    assert len(key_of(page).replace(" ", "")) == 32
    address = page.one(tag="ol", cls="af-steps").one(tag="a").attrs["href"]
    assert address == "otpauth://totp/pascoe?secret=%s&issuer=AskFirst" % key_of(page).replace(" ", "")
    assert page.one(tag="svg", cls="af-qr").attrs["role"] == "img"
    assert page.all(tag="script") == [] and page.all(tag="img") == []
    assert "style=" not in response.content.decode()


def test_the_code_lets_in_and_ten_recovery_codes_are_shown_once(browser, production):
    key, response = set_up(browser, production, next="/cases/")
    assert response.status_code == 200 and response["Cache-Control"] == "no-store"
    codes = codes_of(response)
    assert len(set(codes)) == 10
    assert is_in(browser)
    assert page_of(response).one(tag="a", cls="govuk-button").attrs["href"] == "/cases/"
    again = send(browser, "/sign-in/set-up/", {"code": shows(key, production)}, opened="/")
    assert again.status_code == 302
    for path in ("/me/second-step/", "/sign-in/set-up/", "/me/", "/me/sessions/"):
        assert codes[0] not in browser.get(path, follow=True).content.decode()


def test_a_wrong_first_code_sets_up_nothing_and_keeps_the_picture(browser, production):
    by_password(browser, "pascoe")
    key = key_of(page_of(browser.get("/sign-in/set-up/")))
    response = send(browser, "/sign-in/set-up/", {"code": "000000"}, opened="/sign-in/set-up/")
    page = page_of(response)
    assert response.status_code == 400 and key_of(page) == key
    assert "That code does not fit." in page.one(cls="govuk-error-summary").text
    assert not second_step.has(who("pascoe")) and not is_in(browser)


def test_from_then_on_password_and_code(browser, production, later):
    key, _ = set_up(browser, production)
    now = later(minutes=9)
    other = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    asked = by_password(other, "pascoe", next="/me/")
    assert asked["Location"] == "/sign-in/code/?next=%2Fme%2F"
    assert not is_in(other)
    response = send(other, "/sign-in/code/", {"code": shows(key, now), "next": "/me/"}, opened="/sign-in/code/")
    assert (response.status_code, response["Location"]) == (302, "/me/")
    assert is_in(other)


def test_a_code_seen_over_a_shoulder_is_worth_nothing(browser, production, later):
    key, _ = set_up(browser, production)
    now = later(minutes=1)
    first, second = (Client(HTTP_HOST="localhost", enforce_csrf_checks=True) for _ in range(2))
    for one in (first, second):
        by_password(one, "pascoe")
    assert send(first, "/sign-in/code/", {"code": shows(key, now)}, opened="/sign-in/code/").status_code == 302
    response = send(second, "/sign-in/code/", {"code": shows(key, now)}, opened="/sign-in/code/")
    assert response.status_code == 400
    assert "That code does not work, or was used before." in page_of(response).one(cls="govuk-error-summary").text
    assert not is_in(second)


def test_a_recovery_code_lets_in_once_and_the_last_ones_are_told(browser, production, later):
    _, response = set_up(browser, production)
    codes = codes_of(response)
    for n, code in enumerate(codes):
        later(minutes=1)
        one = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
        by_password(one, "pascoe")
        if n == 3:
            assert send(one, "/sign-in/code/", {"code": codes[0]}, opened="/sign-in/code/").status_code == 400
        response = send(one, "/sign-in/code/", {"code": code, "next": "/cases/"}, opened="/sign-in/code/")
        assert (response.status_code, response["Location"]) == (302, "/cases/" if n < 7 else "/me/second-step/")
    assert "You have 0 recovery codes left. Make new ones now." in page_of(one.get("/me/second-step/")).one(tag="main").text


@pytest.mark.parametrize("path", ["/sign-in/code/", "/sign-in/set-up/"])
def test_without_a_password_there_is_nothing_there(browser, production, path):
    assert browser.get(path)["Location"] == "/sign-in/"
    assert send(browser, path, {"code": "123456"})["Location"] == "/sign-in/"


def test_half_in_lasts_a_quarter_of_an_hour_and_not_past_another_password(browser, production, later):
    by_password(browser, "pascoe")
    later(minutes=14)
    assert browser.get("/sign-in/set-up/").status_code == 200
    set_password("pascoe", PASSWORD + " again")
    assert browser.get("/sign-in/set-up/")["Location"] == "/sign-in/"
    set_password("pascoe", PASSWORD)
    by_password(browser, "pascoe")
    later(minutes=15)
    assert browser.get("/sign-in/set-up/")["Location"] == "/sign-in/"


def test_half_in_is_over_for_somebody_who_left(browser, production):
    by_password(browser, "pascoe")
    Person.objects.filter(username="pascoe").update(left_on="2026-11-24")
    assert browser.get("/sign-in/set-up/")["Location"] == "/sign-in/"


def test_guessing_codes_makes_wait_and_says_so(browser, production, later):
    key, _ = set_up(browser, production)
    now = later(minutes=5)
    one = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    by_password(one, "pascoe")
    for _ in range(5):
        send(one, "/sign-in/code/", {"code": "12"}, opened="/sign-in/code/")
    response = send(one, "/sign-in/code/", {"code": shows(key, now)}, opened="/sign-in/code/")
    assert "Too many sign-ins did not work. Wait" in page_of(response).one(cls="govuk-error-summary").text
    now = later(seconds=3)
    assert send(one, "/sign-in/code/", {"code": shows(key, now)}, opened="/sign-in/code/").status_code == 302


def test_whoever_sees_only_their_own_needs_none_and_may_have_one(browser, production, later):
    assert by_password(browser, "kit").status_code == 302
    assert is_in(browser)
    assert "It is off" in page_of(browser.get("/me/second-step/")).one(tag="main").text
    key = key_of(page_of(browser.get("/me/second-step/set-up/")))
    response = send(browser, "/me/second-step/set-up/", {"code": shows(key, production)}, opened="/me/second-step/set-up/")
    assert len(codes_of(response)) == 10
    other = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    assert by_password(other, "kit")["Location"] == "/sign-in/code/"
    later(minutes=1)
    assert send(browser, "/me/second-step/remove/", {}, opened="/me/second-step/").status_code == 302
    assert not second_step.has(who("kit"))


def test_whoever_needs_it_cannot_turn_it_off(browser, production):
    set_up(browser, production)
    assert page_of(browser.get("/me/second-step/")).all(tag="form", action="/me/second-step/remove/") == []
    response = send(browser, "/me/second-step/remove/", {}, opened="/me/")
    assert response.status_code == 409 and second_step.has(who("pascoe"))


def test_somebody_given_a_duty_while_signed_in_by_password_alone_is_signed_out(browser, production):
    by_password(browser, "harrow")
    assert browser.get("/me/").status_code == 200
    Holding.objects.create(seat="tutor:northgate:9Z", person_id=who("harrow"), starts="2026-11-25")
    assert browser.get("/me/")["Location"].startswith("/sign-in/")
    assert not is_in(browser)
    assert by_password(browser, "harrow")["Location"] == "/sign-in/set-up/"


def test_another_app_ends_the_other_sessions(browser, production, later):
    key, _ = set_up(browser, production)
    now = later(minutes=1)
    other = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    by_password(other, "pascoe")
    send(other, "/sign-in/code/", {"code": shows(key, now)}, opened="/sign-in/code/")
    fresh = key_of(page_of(browser.get("/me/second-step/set-up/")))
    assert fresh != key
    response = send(browser, "/me/second-step/set-up/", {"code": shows(fresh, now)}, opened="/me/second-step/set-up/")
    assert len(codes_of(response)) == 10
    assert other.get("/me/").status_code == 302
    assert browser.get("/me/").status_code == 200


def test_the_secret_is_nowhere_in_the_clear_while_it_is_set_up(browser, production):
    by_password(browser, "pascoe")
    key = key_of(page_of(browser.get("/sign-in/set-up/"))).replace(" ", "")
    assert all(key not in str(row.get_decoded()) for row in Session.objects.all())


def test_the_demo_asks_for_no_code(signed_in):
    one = signed_in("pascoe")
    assert one.get("/me/").status_code == 200
    assert "a press on a name stands in for it" in page_of(one.get("/me/second-step/")).one(tag="main").text


# Acts that ask once more


def test_the_file_of_my_record_asks_again_after_ten_minutes(browser, production, later):
    key, _ = set_up(browser, production)
    later(minutes=9, seconds=59)
    assert browser.get("/me/record.json").status_code == 200
    now = later(seconds=1)
    asked = browser.get("/me/record.json")
    assert (asked.status_code, asked["Location"]) == (302, "/me/confirm/?next=%2Fme%2Frecord%2F")
    response = send(browser, "/me/confirm/", {"proof": "nothing", "next": "/me/record/"}, opened=asked["Location"])
    assert response.status_code == 400
    assert browser.get("/me/record.json").status_code == 302
    response = send(browser, "/me/confirm/", {"proof": shows(key, now), "next": "/me/record/"}, opened=asked["Location"])
    assert (response.status_code, response["Location"]) == (302, "/me/record/")
    assert browser.get("/me/record.json").status_code == 200


def test_without_a_second_step_the_password_is_asked_for(browser, production, later):
    by_password(browser, "kit")
    later(minutes=11)
    assert browser.get("/me/record.json").status_code == 302
    page = page_of(browser.get("/me/confirm/"))
    assert page.one(id="code").attrs["type"] == "password"
    assert send(browser, "/me/confirm/", {"proof": "wrong"}, opened="/me/confirm/").status_code == 400
    assert send(browser, "/me/confirm/", {"proof": PASSWORD}, opened="/me/confirm/").status_code == 302
    assert browser.get("/me/record.json").status_code == 200


def test_what_was_being_sent_goes_on_after_the_proof(browser, production, later):
    """What a person typed travels inside the page that asks, and is kept nowhere."""
    key, _ = set_up(browser, production)
    now = later(minutes=11)
    response = send(browser, "/me/second-step/codes/?a=1", {"words": "two\nlines & <more>", "half": "x"}, opened="/me/second-step/")
    page = page_of(response)
    assert response.status_code == 200 and page.one(**HEADING).text == "Show that it is you"
    form = page.one(tag="form", action="/me/second-step/codes/?a=1")
    assert form.one(tag="input", name="words").attrs["value"] == "two\nlines & <more>"
    assert "What you sent is still here" in page.one(tag="main").text
    assert all("lines" not in str(row.get_decoded()) for row in Session.objects.all())
    response = send(browser, "/me/second-step/codes/?a=1", {"words": "x", "proof": shows(key, now)}, opened="/me/second-step/")
    assert len(codes_of(response)) == 10


def test_half_a_character_breaks_no_page_that_asks(browser, production, later):
    set_up(browser, production)
    later(minutes=11)
    response = send(browser, "/me/second-step/codes/", {"words": b"\xed\xa0\x80 words"}, opened="/me/second-step/")
    assert page_of(response).one(tag="input", name="words").attrs["value"] == "? words"


def test_in_the_demo_a_press_will_do(signed_in, at):
    one = signed_in("harrow")
    at("2026-11-25 10:11")
    assert one.get("/me/record.json").status_code == 302
    assert page_of(one.get("/me/confirm/")).one(id="press").text == "It is me"
    assert send(one, "/me/confirm/", {"next": "/me/record/"}, opened="/me/confirm/").status_code == 400
    assert send(one, "/me/confirm/", {"proof": "yes", "next": "/me/record/"}, opened="/me/confirm/")["Location"] == "/me/record/"
    assert one.get("/me/record.json").status_code == 200


@pytest.mark.parametrize("next", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_the_proof_leads_nowhere_else(browser, production, next):
    set_up(browser, production)
    assert browser.get("/me/confirm/", {"next": next})["Location"] == "/me/"


@pytest.mark.parametrize("path", ["/me/confirm/", "/me/sessions/", "/me/second-step/", "/me/second-step/set-up/", "/me/password/"])
def test_nobody_signed_in_is_asked_to_sign_in(browser, production, path):
    assert browser.get(path)["Location"].startswith("/sign-in/?next=%2Fme%2F")


def but_for_keys(sentences):
    """A key by chance looks like hard words; nobody reads it as a sentence."""
    return [one for one in sentences if not A_KEY.fullmatch(one)]


@pytest.mark.parametrize(("name", "reader"), [("pascoe", "staff"), ("kit", "student")])
def test_the_pages_read_easily(browser, production, later, name, reader):
    if name == "pascoe":
        by_password(browser, name)
        assert but_for_keys(too_hard(page_of(browser.get("/sign-in/set-up/")), reader)) == []
        _, response = set_up(browser, production)
        assert but_for_keys(too_hard(page_of(response), reader)) == []
        assert but_for_keys(too_hard(page_of(browser.get("/me/second-step/set-up/")), reader)) == []
    else:
        by_password(browser, name)
    for path in ("/me/second-step/", "/me/sessions/", "/me/password/"):
        assert too_hard(page_of(browser.get(path)), reader) == []
    later(minutes=11)
    assert too_hard(page_of(browser.get("/me/confirm/")), reader) == []
