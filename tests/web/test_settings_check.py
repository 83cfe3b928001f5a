"""“Have a look at your settings”, once a term. S50: Miss Drinkwater and Mr Holloway-Finch, and what is never asked or kept."""

import json
from datetime import date

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from askfirst.casework import steps
from askfirst.people.models import SettingsCheck
from askfirst.people.standing import standing
from askfirst.procedure.guides import the_services
from gates.words import convicting
from tests.cast import MONDAY, who
from tests.clock import london
from tests.web.pages import ours, page_of, send
from tests.web.people_at_work import bare, text_of
from tests.web.test_words_of_pages import too_hard

PAGE = "/settings-check/"
REMINDER = "Once a term: Have a look at your settings"
CANARY = "paloma.zanzibar"


def everything():
    """Every row of every table, but for sessions: who is here now is not what is stored about anybody."""
    return {
        model.__name__: sorted(map(str, model._base_manager.values_list())) for model in apps.get_models() if model.__name__ != "Session"
    }


def changed(before, after):
    return {name: sorted(set(after[name]) ^ set(before[name])) for name in after if after[name] != before[name]}


def to_type_in(page):
    """Whatever on a page takes words, a choice or a file, but for the token of its forms."""
    fields = [one for tag in ("input", "textarea", "select") for one in page.one(tag="main").all(tag=tag)]
    return [one.attrs.get("name") for one in fields if one.attrs.get("type") != "hidden"]


@pytest.fixture
def monday(signed_in, at):
    """A browser on the stories' Monday."""

    def start(name):
        browser = signed_in(name)
        at("2026-11-23 10:00")
        send(browser, "/sign-in/", {"person": name})
        return browser

    return start


def tells_of_a_public_page(name):
    """Mr Holloway-Finch's physics account: public, declared, with its disclaimer."""
    at = london("2026-11-10 09:00")
    by = standing(who(name), on=date(2026, 11, 10))
    told = {"what": "blog", "says": "yes", "disclaimer": "yes", "topic": "Physics for everyone", "address": "https://physics.example/"}
    steps.open_case(kind="declaration", by=by, details=told, at=at)


def test_s50_pressing_the_button_stores_the_day_and_nothing_else(monday):
    hers = monday("drinkwater")
    assert REMINDER in text_of(hers, "/me/")
    hers.get(PAGE)
    before = everything()
    assert send(hers, PAGE, {}, opened=PAGE).status_code == 303
    assert changed(before, everything()) == {"SettingsCheck": ["('%s', datetime.date(2026, 11, 23))" % who("drinkwater")]}
    assert "You checked on 23 November 2026. That day is all we keep." in text_of(hers, PAGE)
    assert REMINDER not in text_of(hers, "/me/")


def test_s50_what_is_sent_beside_the_button_goes_nowhere(monday):
    hers = monday("drinkwater")
    before = everything()
    more = {"account": CANARY, "platform": "bluesky", "setting": "friends of " + CANARY, "on": "2020-01-01", "person": who("holloway")}
    assert send(hers, PAGE, more, opened=PAGE).status_code == 303
    lax = Client(HTTP_HOST="localhost")
    lax.cookies = hers.cookies
    shot = SimpleUploadedFile("%s.png" % CANARY, b"\x89PNG " + CANARY.encode())
    assert lax.post(PAGE, {"screenshot": shot, "account": CANARY}).status_code == 303
    assert set(changed(before, everything())) == {"SettingsCheck"}
    assert CANARY not in json.dumps(everything())
    assert list(SettingsCheck.objects.values_list("person_id", "on")) == [(who("drinkwater"), MONDAY)]


def test_s50_nothing_can_be_typed_or_uploaded_on_the_page(monday):
    hers = monday("drinkwater")
    assert "text" in to_type_in(page_of(hers.get("/ask/"))), "the way of looking finds a field where there is one"
    assert to_type_in(page_of(hers.get(PAGE))) == []
    assert [form.attrs["action"] for form in page_of(hers.get(PAGE)).one(tag="main").all(tag="form")] == [PAGE]


def test_s50_bluesky_has_no_private_accounts_and_both_pages_say_so(monday):
    hers = monday("drinkwater")
    said = "There are no private accounts here, so SNS-8 cannot be met."
    for path in (PAGE, "/guides/bluesky/"):
        text = text_of(hers, path)
        assert said in text
        assert "Checked on 1 November 2026." in text.partition(said)[2][:400]
    assert said not in text_of(hers, "/guides/facebook/")
    assert [one.id for one in the_services() if one.all_public] == ["bluesky"]


def test_s50_a_declared_public_account_is_not_asked_to_be_friends_only(monday):
    tells_of_a_public_page("holloway")
    his, hers = monday("holloway"), monday("drinkwater")
    text = text_of(his, PAGE)
    assert "A public page about your work may stay public." in text
    assert "If you have done that, you need not make it friends-only." in text
    assert "physics" not in text.lower()
    assert page_of(his.get(PAGE)).one(tag="main").text == page_of(hers.get(PAGE)).one(tag="main").text, "the page knows nobody’s accounts"


def test_s50_friends_of_friends_is_good_to_know(monday):
    his = monday("holloway")
    text = text_of(his, PAGE)
    part = text.partition("Friends of friends")[2]
    assert part.startswith(" Good to know ")
    assert "A colleague’s child may be friends with students." in part
    assert "SNS-9, SNS-10" in part


def test_s50_doing_nothing_is_nobodys_business(monday):
    """She pressed and he did not: whoever might ask is told nothing that tells them apart."""
    hers = monday("drinkwater")
    others = {name: monday(name) for name in ("rainsford", "abernethy", "braithwaite", "sethuraman", "wieczorek")}
    paths = ("/", "/me/", "/me/record/", "/cases/", "/people/", "/reports/opened/", "/reports/tries/", "/mail-sent/", "/api/v1/me")

    def seen():
        return {(name, path): bare(one.get(path)) for name, one in others.items() for path in paths}

    before = seen()
    send(hers, PAGE, {}, opened=PAGE)
    assert seen() == before
    assert "If you do nothing, nobody is told. We remind you next term." in text_of(monday("holloway"), PAGE)


def test_s50_next_term_it_is_asked_again(monday, at):
    hers = monday("drinkwater")
    send(hers, PAGE, {}, opened=PAGE)
    assert "We remind you next term." in text_of(hers, PAGE)
    for when, due in (("2026-12-18 10:00", False), ("2026-12-22 10:00", False), ("2027-01-05 10:00", True)):
        at(when)
        send(hers, "/sign-in/", {"person": "drinkwater"})
        assert (REMINDER in text_of(hers, "/me/")) is due


def test_what_is_held_shows_the_day_on_the_page_in_the_file_and_in_the_api(monday):
    hers = monday("drinkwater")
    assert "You checked your settings on" not in text_of(hers, "/me/record/")
    send(hers, PAGE, {}, opened=PAGE)
    assert "You checked your settings on23 November 2026" in text_of(hers, "/me/record/")
    assert json.loads(hers.get("/me/record.json").content)["person"]["settings"] == "2026-11-23"
    assert {"id": "settings", "says": "You checked your settings on", "value": "2026-11-23"} in hers.get("/api/v1/me/record").json()[
        "facts"
    ]
    for path in ("/me/record/", "/what-we-keep/"):
        assert "If you press “I checked”" in text_of(hers, path)


@pytest.mark.parametrize("name", ["drinkwater", "farouk", "blenkinsop-g", "quarshie"])
def test_the_page_is_for_everybody_and_easy(monday, name):
    browser = monday(name)
    page = page_of(browser.get(PAGE))
    assert page.one(tag="h1").text == "Have a look at your settings"
    assert too_hard(page, "student" if name == "farouk" else "staff") == []
    assert convicting(" ".join(ours(page))) == []
    assert (REMINDER in text_of(browser, "/me/")) is (name != "blenkinsop-g"), "a parent is asked nothing"
    assert page_of(browser.get("/me/")).one(tag="main").all(tag="a", href=PAGE)
    assert page_of(browser.get("/guides/")).one(tag="main").all(tag="a", href=PAGE)


def test_a_student_reads_no_clause_of_staff(monday):
    text = text_of(monday("farouk"), PAGE)
    assert "SNS-8" not in text and "colleague" not in text
    assert "There are no private accounts here. Anyone can see what you post." in text


def test_signed_out_it_asks_who_is_there(browser, cast):
    assert browser.get(PAGE)["Location"] == "/sign-in/?next=%2Fsettings-check%2F"
    assert not page_of(browser.get("/guides/")).all(tag="a", href=PAGE)
