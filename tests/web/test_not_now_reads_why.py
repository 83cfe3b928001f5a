"""Whoever is told "not now", or is refused, reads why, and how to ask one level up: on the page, through the API, on the command line."""

import pytest

from tests.access.world import command
from tests.groups import EASTFIELD, active, proposes, takes, tells
from tests.web.pages import page_of, send

pytestmark = pytest.mark.django_db

MONDAY, LATER = "2026-11-23 10:00", "2026-11-24 10:00"
WHY = "Wait until the new term, zanzibar."


def department(until):
    """A page of the history department, on its way to being official."""
    ref = tells("harrow", "page", {"name": "Our department", "purpose": "What we do."}, MONDAY)
    takes("harrow", ref, "people", MONDAY, second="makoni", successor="pascoe")
    takes("harrow", ref, "account", MONDAY, login="page@northgate.example", recovery="office@northgate.example")
    takes("harrow", ref, "rules", MONDAY, photos="none", comments="off", students="no")
    takes("harrow", ref, "submit", MONDAY)
    takes("pascoe", ref, "talk", MONDAY, how="by-message")
    if until == "turn-down":
        takes("pascoe", ref, "turn-down", LATER, reason=WHY)
        return ref
    takes("pascoe", ref, "agree", MONDAY)
    takes("adelakun", ref, "comms-check", MONDAY, note="Clear.")
    takes("devlin", ref, "hold-back", LATER, reason=WHY)
    return ref


def group():
    ref = proposes(EASTFIELD, MONDAY)
    takes("averill", ref, "advice-read", MONDAY, read_on="2026-11-23", both="yes")
    takes("rainsford", ref, "turn-down", LATER, reason=WHY)
    return ref


def group_ended():
    ref = active(EASTFIELD, MONDAY)
    takes("rainsford", ref, "end", LATER, reason=WHY)
    return ref


def data():
    ref = tells("harrow", "data-request", {"want": "copy"}, MONDAY)
    takes("sethuraman", ref, "refuse-part", LATER, reason=WHY)
    return ref


def question():
    ref = tells("harrow", "question", {"text": "May I post the trip?", "to": "line-manager"}, MONDAY)
    takes("pascoe", ref, "answer", LATER, text=WHY, strength="Should not", outside=True)
    return ref


def offer():
    post = {"payer": "A shoe company", "text": "Shoes for a post.", "band": "gift", "already": "no", "supplier": "no"}
    ref = tells("harrow", "offer", post, MONDAY)
    takes("pascoe", ref, "talk", MONDAY, how="by-message")
    takes(
        "pascoe",
        ref,
        "settle",
        LATER,
        outcome="conflict",
        note="We talked.",
        reason=WHY,
        impartiality="yes",
        conflict="yes",
        confidentiality="yes",
        commercial="yes",
    )
    return ref


ASKED = [
    ("a page is turned down", lambda: department("turn-down"), "harrow", "ask-again", "devlin"),
    ("a page is held back", lambda: department("hold-back"), "harrow", "ask-above", "achterberg"),
    ("a group is turned down", group, "averill", "ask-again", ""),
    ("a group is ended", group_ended, "averill", "ask-again", "abernethy"),
    ("part of a copy is held back", data, "harrow", "ask-again", "quarshie"),
    ("a question is answered with no", question, "harrow", "ask-again", "devlin"),
    ("a paid post is a conflict", offer, "harrow", "ask-again", "devlin"),
]  # fmt: skip


@pytest.mark.parametrize(("come_about", "asker", "again", "above"), [one[1:] for one in ASKED], ids=[one[0] for one in ASKED])
def test_the_reason_and_the_way_one_level_up_stand_on_every_face(signed_in, at, come_about, asker, again, above):
    ref = come_about()
    at(LATER)
    mine, where = signed_in(asker), "/cases/%s/" % ref
    page = page_of(mine.get(where))
    assert WHY in page.one(tag="main").text
    (button,) = [one for one in page.all(tag="form") if one.attrs.get("action", "") == where + "steps/%s/" % again]
    assert button.one(tag="button").text == "Ask one level up"
    data = mine.get("/api/v1/cases/%s" % ref).json()
    assert any(WHY in str(entry.get("words")) for entry in data["timeline"])
    assert [one["refusals"] for one in data["steps"] if one["id"] == again] == [[]]
    code, said = command("cases", "show", ref, "--as", asker)
    assert (code, WHY in said, "You can: %s" % again in said) == (0, True, True)
    version = data["version"]
    assert send(mine, where + "steps/%s/" % again, {"version": version}).status_code == 303
    if above:
        assert [one for one in signed_in(above).get("/api/v1/me/tasks").json()["tasks"] if one["ref"] == ref]


def test_a_reason_that_is_for_others_alone_would_be_noticed(signed_in, at):
    """The promise can fail: what is left out of a copy is read by whoever left it out, and not by whoever asked."""
    ref = tells("harrow", "data-request", {"want": "copy"}, MONDAY)
    takes("sethuraman", ref, "redact", LATER, words=WHY, why="harm")
    at(LATER)
    assert WHY not in str(signed_in("harrow").get("/api/v1/cases/%s" % ref).json())
    assert WHY in str(signed_in("sethuraman").get("/api/v1/cases/%s" % ref).json())
