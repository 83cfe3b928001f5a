"""Campaigns and reading through the API: the same as the pages, for the same people; bad input gets one sentence and changes nothing. S48."""

import json
from datetime import date

import pytest
from django.test import Client

from askfirst.adoption import models
from tests.adoption.campaigning import asked
from tests.cast import MONDAY, cast, who
from tests.clock import at

__all__ = ["at", "cast"]

PLAN = {"edition": "2018-11", "audience": ["staff"], "schools": ["northgate"], "opens": "2026-11-25", "closes": "2026-12-18"}


@pytest.fixture
def enters(cast, at):
    at("2026-11-25 10:00")

    def start(name):
        browser = Client(HTTP_HOST="localhost")
        assert browser.post("/sign-in/", "person=%s" % name, content_type="application/x-www-form-urlencoded").status_code == 302
        return browser

    return start


@pytest.fixture
def campaign(cast):
    return asked("2018-11", audience=("staff", "student"), opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")


def sends(browser, path, body):
    return browser.post("/api/v1" + path, json.dumps(body), content_type="application/json")


def test_planned_opened_and_followed(enters):
    hers = enters("pritchard")
    made = sends(hers, "/campaigns", PLAN)
    assert made.status_code == 201
    ref = made.json()["ref"]
    assert made.json() == {"ref": ref, **PLAN, "phase": "planned"}
    assert sends(hers, "/campaigns/%s/steps/open" % ref, {}).json()["phase"] == "open"
    one = hers.get("/api/v1/campaigns/%s" % ref).json()
    assert [place["school"] for place in one["schools"]] == ["northgate"]
    assert one["schools"][0]["staff"]["has-read"] is None and one["schools"][0]["staff"]["outstanding"] == 14
    assert hers.get("/api/v1/campaigns").json()["campaigns"][0]["ref"] == ref
    assert sends(hers, "/campaigns/%s/steps/drop" % ref, {}).json()["phase"] == "dropped"
    assert sends(hers, "/campaigns/%s/steps/open" % ref, {}).status_code == 409
    assert sends(hers, "/campaigns/%s/steps/burn" % ref, {}).status_code == 404


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"audience": "staff"}, "audience"), ({"audience": [1]}, "audience"), ({"audience": []}, "audience"), ({"schools": ["x"]}, "schools"),
        ({"opens": 20261125}, "opens"), ({"opens": "2026-11-31"}, "opens"), ({"closes": "2026-11-26"}, "closes"), ({"edition": "v9"}, "edition"),
        ({"score": 1}, "score"),
    ],
)  # fmt: skip
def test_a_plan_that_cannot_be_names_its_field(enters, given, field):
    answer = sends(enters("pritchard"), "/campaigns", {**PLAN, **given})
    assert (answer.status_code, answer.json()["field"]) == (400, field)
    assert not models.Campaign.objects.exists()


def test_s48_read_and_pressed(campaign, enters):
    hers = enters("drinkwater")
    mine = hers.get("/api/v1/me/reading").json()
    assert (mine["campaign"], mine["state"], mine["press"], len(mine["scenarios"])) == (campaign, "not-started", "I have read this", 3)
    assert sends(hers, "/me/reading", {"press": "read", "digest": "0" * 64}).status_code == 409
    assert sends(hers, "/me/reading", {"press": "read", "answers": [1]}).status_code == 400, "no answer is taken"
    assert sends(hers, "/me/reading", {"press": "read", "digest": mine["digest"]}).json()["state"] == "acknowledged"
    assert models.Shown.objects.get().wording_id == mine["digest"]
    assert hers.get("/api/v1/me/record").json()["read"][0]["words"] == mine["digest"]
    assert enters("blenkinsop-g").get("/api/v1/me/reading").json() == {"asked": False}


def test_s48_a_manager_sees_names_and_states_alone(campaign, enters):
    rainsford = enters("rainsford")
    people = rainsford.get("/api/v1/me/team").json()["people"]
    assert {frozenset(one) for one in people} == {frozenset({"who", "name", "state", "outstanding"})}
    assert sends(rainsford, "/me/team", {"who": who("averill"), "what": "copy"}).status_code == 200
    assert models.Shown.objects.get().state == "copy"
    assert sends(rainsford, "/me/team", {"who": who("harrow"), "what": "copy"}).status_code == 409
    assert enters("drinkwater").get("/api/v1/me/team").status_code == 404


def test_whoever_it_is_no_business_of_finds_nothing(campaign, enters):
    for name in ("rainsford", "wieczorek", "farouk"):
        browser = enters(name)
        assert [browser.get("/api/v1" + path).status_code for path in ("/campaigns", "/campaigns/%s" % campaign)] == [404, 404]
        assert sends(browser, "/campaigns", PLAN).status_code == 404
        assert sends(browser, "/campaigns/%s/steps/drop" % campaign, {}).status_code == 404
    assert enters("devlin").get("/api/v1/campaigns/%s" % campaign).status_code == 200
    assert models.Campaign.objects.get().dropped_on is None
