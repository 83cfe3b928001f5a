"""What is held about me: the page and the file, in each hat, with nothing of anybody else."""

import json
import re

from askfirst.casework.filed import WORKFLOWS
from askfirst.web.record import KEPT
from tests.web.pages import send
from tests.web.people_at_work import asks, logs, text_of


def test_the_record_tells_ties_cases_looks_and_notices(signed_in):
    question = asks("harrow", "2026-11-24 09:00")
    signed_in("pascoe").get("/cases/%s/" % question)
    text = text_of(signed_in("harrow"), "/me/record/")
    for told in (
        "Main post: Northgate School, full time. Line manager: Dr Pascoe",
        "Close to you: Mr Dunmore is married to Ms Harrow",
        "Since 9 August 2025",
        "Kept for one year after it ends.",
        "Dr Pascoe: Wednesday 25 November 2026, 10:00",
        "What you check before you post, and that you checked.",
        "When you last signed in.",
    ):
        assert told in text, told
    assert "You were asked to do something" in text_of(signed_in("pascoe"), "/me/record/")
    assert "Kept for three years after it ends." in _after_logging(signed_in)


def _after_logging(signed_in):
    logs("harrow", "northgate")
    return text_of(signed_in("harrow"), "/me/record/")


def test_how_long_is_said_for_every_kind_of_case():
    assert {workflow.retention for workflow in WORKFLOWS.values()} <= set(KEPT)


def test_the_file_holds_the_same_and_is_one_to_keep(signed_in):
    question = asks("harrow", "2026-11-24 09:00")
    signed_in("pascoe").get("/cases/%s/" % question)
    response = signed_in("harrow").get("/me/record.json")
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="askfirst-my-record.json"'
    assert response["Cache-Control"] == "no-store"
    held = json.loads(response.content)
    assert held["person"]["name"] == "Ms Mei-Lin Harrow" and held["person"]["username"] == "harrow"
    assert held["cases"] == [
        {
            "reference": question,
            "kind": "question",
            "state": "asked",
            "opened_at": "2026-11-24T09:00:00+00:00",
            "kept": "Kept for one year after it ends.",
            "looked_at_by_others": [{"who": "Dr Anselm Pascoe", "acting_for": "", "at": "2026-11-25T10:00:00+00:00"}],
        }
    ]
    assert {tie["kind"] for tie in held["ties"]} == {"post", "close"}
    assert "Zanzibar" not in response.content.decode()


def test_whoever_was_passed_over_is_in_nobodys_record(signed_in):
    """Harrow asks for "someone else": Pascoe must not learn it, and her own copy names no bar and no reason."""
    asks("harrow", to="someone-else")
    for name in ("harrow", "pascoe"):
        for path in ("/me/record/", "/me/record.json"):
            held = signed_in(name).get(path).content.decode()
            assert not re.search("unwanted|passed over|barred|skipped", held), (name, path)
    assert json.loads(signed_in("pascoe").get("/me/record.json").content)["cases"] == []


def test_the_parents_record_holds_the_parents_ties_alone(signed_in):
    asks("okoropenn")
    dilys = signed_in("okoropenn")
    send(dilys, "/me/hat/", {"capacity": "parent"}, opened="/me/")
    held = json.loads(dilys.get("/me/record.json").content)
    assert held["capacity"] == "parent"
    assert [tie["what"] for tie in held["ties"]] == ["Parent or carer of Kit, with parental responsibility"]
    assert (held["cases"], held["notices"]) == ([], [])
    assert "Change your hat to see the rest." in text_of(dilys, "/me/record/")


def test_my_own_refused_tries_are_told_to_me(signed_in):
    kofi = signed_in("standish")
    kofi.get("/cases/%s/" % asks("harrow"))
    kofi.get("/cases/not-one/")
    held = json.loads(kofi.get("/me/record.json").content)
    assert [one["reference"] == "" for one in held["addresses_we_could_not_show"]] == [True, False]
    assert "Addresses we could not show you" in text_of(kofi, "/me/record/")
    assert "Addresses we could not show you" not in text_of(signed_in("harrow"), "/me/record/")
