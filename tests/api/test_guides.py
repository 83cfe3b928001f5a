"""Guides and the ways to have something taken down, through the API: public, nothing kept, the same words as the page."""

import pytest
from django.test import Client

ASKED = {"what": "neither", "asker": "staff", "evidence": "no", "poster": "staff", "link": "https://www.facebook.com/a"}


def post(client, body):
    return client.post("/api/v1/take-down/route", body, content_type="application/json")


def test_all_guides_with_five_parts_each(client: Client):
    said = client.get("/api/v1/guides").json()
    assert len(said["services"]) == 19
    assert {tuple(part["section"] for part in one["parts"]) for one in said["services"]} == {
        ("who-can-see", "friends", "untag", "report", "my-data")
    }
    discord = next(one for one in said["services"] if one["id"] == "discord")
    assert [part["checked"] for part in discord["parts"]] == [False] * 5


def test_one_guide_by_another_word_and_none(client: Client):
    x = client.get("/api/v1/guides/twitter").json()
    assert (x["id"], x["named"]) == ("x", "Twitter")
    assert x["parts"][0]["facts"][0]["checked_on"] == "2026-11-01"
    assert client.get("/api/v1/guides/friendster").status_code == 404


def test_the_way_to_try_first_with_its_message(client: Client):
    answer = post(client, ASKED)
    said = answer.json()
    assert (answer.status_code, said["route"], said["stop"], said["service"]) == (200, "ask-the-peer", False, "facebook")
    assert said["steps"][0]["message"].splitlines()[1] == "It is here: https://www.facebook.com/a"
    assert answer["Cache-Control"] == "no-store"


def test_help_comes_first_without_more_questions(client: Client):
    said = post(client, {"what": "danger"}).json()
    assert (said["route"], said["stop"]) == ("police", True)
    assert said["steps"][0]["contacts"][0]["number"] == "999"
    assert [step["message"] for step in said["steps"]] == [None, None]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"what": ""}, "what"),
        ({"poster": "the head"}, "poster"),
        ({"evidence": None}, "evidence"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"link": "a" * 8_192}, "link"),
        ({"asker": 7}, "asker"),
        ({"name": "Mr Standish"}, "name"),
    ],
)
def test_what_is_wrong_or_missing_is_named(client: Client, change, field):
    answer = post(client, ASKED | change)
    assert (answer.status_code, answer.json()["field"]) == (400, field)
    assert answer.json()["detail"].endswith(".")
