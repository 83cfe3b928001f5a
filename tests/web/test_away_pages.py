"""When I am away: one screen for whoever works here, asked once more who is there, and the words kept when something is wrong."""

import pytest

from askfirst.people.models import Absence, Delegation
from tests.cast import who
from tests.web.pages import page_of, send

PAGE = "/me/away/"
OBUYA = "obuya"
DAYS = {"starts": "2026-11-25", "ends": "2026-11-27"}


@pytest.fixture
def devlin(signed_in, at):
    at("2026-11-25 10:00")
    Delegation.objects.all().delete()
    Absence.objects.all().delete()
    return signed_in("devlin")


def noted(browser, given):
    """Sent by somebody who came in lately."""
    return send(browser, PAGE, given)


def test_ms_devlin_names_mr_obuya_and_takes_it_back(devlin, signed_in):
    given = {**DAYS, "to": OBUYA}
    assert noted(devlin, given)["Location"] == PAGE + "?done=told"
    page = page_of(devlin.get(PAGE + "?done=told"))
    assert "We have noted it." in page.text
    assert "25 November 2026 to 27 November 2026" in page.text
    assert "Mr Obuya acts for you." in page.text
    assert "25 November 2026 to 27 November 2026" in page_of(signed_in("obuya").get(PAGE)).text
    id = page.one(tag="button", name="back").attrs["value"]
    assert send(signed_in("obuya"), PAGE, {"back": id}).status_code == 400
    assert Delegation.objects.count() == 1
    assert send(devlin, PAGE, {"back": id})["Location"] == PAGE + "?done=back"
    assert (Absence.objects.count(), Delegation.objects.count()) == (0, 0)


def test_naming_somebody_asks_once_more_who_is_there(devlin, at):
    at("2026-11-25 10:15")
    asked = send(devlin, PAGE, {**DAYS, "to": OBUYA})
    assert "proof" in asked.content.decode()
    assert Absence.objects.count() == 0
    page = page_of(asked)
    assert page.one(tag="input", name="to").attrs["value"] == OBUYA, "what was typed goes on with it"
    assert send(devlin, PAGE, {**DAYS, "to": OBUYA, "proof": "yes"})["Location"] == PAGE + "?done=told"
    assert Absence.objects.count() == 1


def test_what_is_wrong_is_said_where_it_is_and_the_words_stay(devlin):
    page = page_of(noted(devlin, {"starts": "25/11/2026", "ends": "24/11/2026", "to": "Mr <Nobody>"}))
    assert "This day has passed." in page.text
    assert page.one(tag="input", name="to").attrs["value"] == "Mr <Nobody>"
    assert page.one(tag="input", name="starts").attrs["value"] == "25/11/2026"


@pytest.mark.parametrize("id", ["", "0", "x", "9" * 40, "-1", "1 OR 1"])
def test_what_is_no_period_of_mine_changes_nothing(devlin, id):
    noted(devlin, {**DAYS, "to": OBUYA})
    assert send(devlin, PAGE, {"back": id}).status_code == 400
    assert Delegation.objects.count() == 1


def test_students_and_parents_have_no_such_page(signed_in, at):
    at("2026-11-25 10:00")
    for name in ("farouk", "blenkinsop-g"):
        assert signed_in(name).get(PAGE).status_code == 404
        assert PAGE not in signed_in(name).get("/me/").content.decode()
    assert PAGE in signed_in("harrow").get("/me/").content.decode()


def test_who_manages_nobody_is_asked_for_no_name(signed_in, at):
    at("2026-11-25 10:00")
    assert page_of(signed_in("harrow").get(PAGE)).all(tag="input", name="to") == []


def test_it_stands_in_her_record(devlin):
    noted(devlin, {**DAYS, "to": OBUYA})
    text = page_of(devlin.get("/me/record/")).text
    assert "25 November 2026 to 27 November 2026" in text
    assert who("obuya") not in text
