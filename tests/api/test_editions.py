"""The procedure's life through the API: the same calls as the pages, refusals as data (S46)."""

import json

import pytest

from askfirst.adoption import drafting
from askfirst.adoption.editions import begin_due
from askfirst.adoption.models import Edition
from askfirst.procedure.changes import applied
from tests.adoption.drafts import accepted, approved, s46
from tests.cast import MONDAY
from tests.clock import at, london

__all__ = ["at"]


@pytest.fixture
def clerk(cast, at, api_of):
    at("2026-11-23 09:00")
    return api_of("pritchard")


def test_s46_through_the_api(clerk, api_of):
    draft = clerk.post("/procedure/drafts", {}).json()
    ref = draft["ref"]
    here = "/procedure/drafts/%s/steps/" % ref
    words = {"clause": "SNS-6", "strength": "Must not", "plain": "Staff must not have students as friends."}
    told = clerk.post(here + "change", words).json()
    assert [(one["id"], one["kind"], one["class"]) for one in told["changes"]] == [("SNS-6", "changed", None)] and len(
        told["unchanged"]
    ) == 64
    assert clerk.post(here + "change", {**words, "version": 0}).status_code == 409
    asked = clerk.post(here + "classify", {"clause": "SNS-6", "change": "wording"})
    assert asked.status_code == 200 and asked.json()["asks"].startswith("The strength word has changed")
    accepted(ref)
    assert clerk.post(here + "lint", {}).json()["state"] == "lint_accepted"
    refused = clerk.post(here + "submit", {})
    assert refused.status_code == 409
    assert refused.json()["refusals"] == [{"sentence": "Say of SNS-6 if the change is one of wording or of meaning.", "clause": "SNS-6"}]
    clerk.post(here + "classify", {"clause": "SNS-6", "change": "meaning"})
    assert clerk.post(here + "submit", {}).json()["state"] == "approval_pending"
    head = api_of("achterberg")
    done = head.post(here + "approve", {"starts_on": "2027-01-05"}).json()
    assert done["approved"] == {"role": "Executive Headteacher", "name": "Dr Philippa Achterberg", "on": "2026-11-23"}
    public = head.get("/procedure/editions").json()["editions"]
    assert [(one["name"], one["state"]) for one in public] == [("v2", "scheduled"), ("2018-11", "in_force")]


def test_what_changed_applied_to_what_was_read_gives_the_edition_in_force(clerk, at):
    approved(s46(), starts_on=MONDAY)
    for reader in ("staff", "student", "manager", "trust"):
        told = clerk.get("/procedure/changes", since="2018-11", reader=reader).json()
        assert told["edition"] == "v2"
        made = [one["new"] for one in told["changes"] if one["new"] is not None]
        whole = clerk.get("/procedure/editions/v2").json()["clauses"]
        meets = {"staff": {"staff", "both"}, "student": {"student", "both"}, "manager": {"staff", "both", "manager"}}.get(reader)
        assert [one["plain"] for one in made] == [one["plain"] for one in whole if meets is None or one["addressee"] in meets]
    assert [clause["strength"] for clause in clerk.get("/procedure").json()["clauses"] if clause["id"] == "SNS-6"] == ["Must not"]


def test_a_key_sent_again_changes_nothing(clerk):
    first = clerk.post("/procedure/drafts", {}, key="once-1")
    again = clerk.post("/procedure/drafts", {}, key="once-1")
    assert first.status_code == again.status_code == 201 and first.json()["ref"] == again.json()["ref"]
    assert Edition.objects.count() == 1
    ref = first.json()["ref"]
    for _ in range(2):
        answer = clerk.post("/procedure/drafts/%s/steps/take-out" % ref, {"clause": "WEB-3"}, key="once-2")
        assert answer.status_code == 200
    assert drafting.draft(ref=ref).changes == 1


BAD = [
    ("change", {"clause": 7}),
    ("change", {"clause": "PRI-1", "for": "cats"}),
    ("change", {"clause": "PRI-1", "mentions": "law"}),
    ("change", {"clause": "PRI-1", "colour": "red"}),
    ("classify", {"clause": "PRI-1", "change": "none"}),
    ("classify", {"clause": "PRI-1", "change": "wording", "sure": "yes"}),
    ("accept", {"findings": "all", "why": "x"}),
    ("accept", {"findings": [1], "why": "x"}),
    ("approve", {"starts_on": "2027-02-30"}),
    ("schedule", {}),
    ("take-out", {"clause": "PRI-1", "version": -1}),
    ("take-out", {"clause": "PRI-1", "version": 2**70}),
]


@pytest.mark.parametrize(("step", "given"), BAD)
def test_bad_input_names_its_field_and_changes_nothing(clerk, step, given):
    ref = s46()
    before = drafting.draft(ref=ref).changes
    answer = clerk.post("/procedure/drafts/%s/steps/%s" % (ref, step), given)
    assert answer.status_code == 400 and answer.json()["field"] and answer.json()["detail"]
    assert drafting.draft(ref=ref).changes == before


def test_the_daily_run_brings_it_into_force_once(clerk):
    approved(s46(), starts_on=MONDAY.replace(day=24))
    assert begin_due(at=london("2026-11-24 00:05")) == 1
    assert clerk.post("/procedure/drafts/BBBBBBBB/steps/withdraw", {}).status_code == 404
    assert clerk.get("/procedure/changes", since="v9").status_code == 400
    assert json.loads(clerk.get("/procedure/editions/nope").content)["status"] == 404 and applied((), ()) == ()
