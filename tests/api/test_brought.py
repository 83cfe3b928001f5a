"""Mrs Pritchard-Lowe brings a document through the API: the pages' own calls, in the same order, and the same refusals."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from askfirst.adoption import models
from askfirst.adoption.today import todays_edition
from tests import documents
from tests.adoption.test_brought import FRIENDS
from tests.clock import at

__all__ = ["at"]

BROUGHT = "/procedure/brought"


@pytest.fixture
def clerk(api_of, at):
    at("2026-11-25 10:00")
    return api_of("pritchard")


def brings(clerk, data=None, name="rules.docx", **more):
    file = SimpleUploadedFile(name, documents.docx(FRIENDS) if data is None else data)
    return clerk.client.post("/api/v1" + BROUGHT, {"file": file, **more}, headers={"X-CSRFToken": clerk.token})


def decides(clerk, held, id, do, **fields):
    return clerk.post("%s/%s/rules/%s" % (BROUGHT, held["ref"], id), {"do": do, "seen": held["seen"], **fields})


def test_from_the_file_to_a_draft(clerk):
    held = brings(clerk).json()
    assert (held["name"], held["open"], held["seen"]) == ("rules.docx", 2, 0)
    assert [one["ref"] for one in clerk.get(BROUGHT).json()["documents"]] == [held["ref"]]
    held = clerk.post("%s/%s/steps/plain" % (BROUGHT, held["ref"]), {"seen": 0}).json()
    assert {id: one["decided"] for id, one in held["rules"].items()} == {"SNS-6": "confirmed", "SNS-13": "open"}
    shut = clerk.post("%s/%s/steps/draft" % (BROUGHT, held["ref"]), {})
    assert shut.status_code == 409 and "1 are not decided yet. The first is SNS-13." in shut.content.decode()
    words = {"addressee": "staff", "strength": "Must", "plain": "You must tell the games lead of any raft."}
    held = decides(clerk, held, "SNS-13", "confirm", **words).json()
    assert (held["open"], held["rules"]["SNS-13"]["plain"]) == (0, words["plain"])
    draft = clerk.post("%s/%s/steps/draft" % (BROUGHT, held["ref"]), {}).json()["draft"]
    assert clerk.get("/procedure/drafts/%s" % draft).status_code == 200
    assert clerk.get("%s/%s" % (BROUGHT, held["ref"])).status_code == 404, "once kept it is gone"


def test_by_hand_they_are_a_known_rule_and_its_exact_words(clerk):
    held = brings(clerk).json()
    held = decides(clerk, held, "SNS-13", "take-as", clause="INT-1").json()
    assert (held["rules"]["INT-1"]["decided"], held["seen"]) == ("open", 1)
    rule = held["rules"]["INT-1"]
    held = decides(clerk, held, "INT-1", "confirm", **{key: rule[key] for key in ("addressee", "strength", "plain")}).json()
    held = decides(clerk, held, "SNS-6", "leave-out").json()
    assert clerk.post("%s/%s/steps/exact" % (BROUGHT, held["ref"]), {}).json() == {"rules": 1}
    assert todays_edition().by_id["INT-1"].exact == FRIENDS[2]


@pytest.mark.parametrize(
    ("id", "body", "status"),
    [
        ("SNS-13", {"do": "confirm", "seen": 0, "addressee": "cats", "strength": "Must"}, 400),
        ("SNS-13", {"do": "confirm", "seen": 0, "addressee": "staff", "strength": "Perhaps"}, 400),
        ("SNS-13", {"do": "confirm", "seen": 0, "addressee": "staff", "strength": "Must", "plain": "A" * 4_001}, 409),
        ("SNS-13", {"do": "confirm", "seen": 0, "addressee": ["staff"], "strength": "Must"}, 400),
        ("SNS-13", {"do": "keep", "seen": 0}, 400),
        ("SNS-13", {"do": ["confirm"], "seen": 0}, 400),
        ("SNS-13", {"do": "leave-out", "seen": "0"}, 400),
        ("SNS-13", {"do": "leave-out", "seen": True}, 400),
        ("SNS-13", {"do": "leave-out", "seen": 7}, 409),
        ("SNS-13", {"do": "leave-out", "seen": 0, "plain": "No."}, 400),
        ("SNS-13", {"do": "take-as", "seen": 0, "clause": "NO-1"}, 409),
        ("SNS-99", {"do": "leave-out", "seen": 0}, 404),
    ],
)
def test_what_cannot_be_leaves_it_as_it_was(clerk, id, body, status):
    held = brings(clerk).json()
    answer = clerk.post("%s/%s/rules/%s" % (BROUGHT, held["ref"], id), body)
    assert answer.status_code == status, answer.content
    assert clerk.get("%s/%s" % (BROUGHT, held["ref"])).json() == held


def test_a_file_that_is_not_read_leaves_nothing(clerk):
    assert brings(clerk, b"").status_code in (400, 409)
    assert brings(clerk, b"%PDF-1.4 cut", "rules.pdf").status_code in (400, 409)
    assert brings(clerk, other="1").status_code == 400
    assert clerk.post(BROUGHT, {"file": "rules"}).status_code == 400
    assert not models.BroughtDocument.objects.exists()


def test_put_away(clerk):
    held = brings(clerk).json()
    assert clerk.post("%s/%s/steps/burn" % (BROUGHT, held["ref"]), {}).status_code == 404
    assert clerk.post("%s/%s/steps/away" % (BROUGHT, held["ref"]), {}).json() == {"away": True}
    assert clerk.get(BROUGHT).json() == {"documents": []}


@pytest.mark.parametrize("name", ["achterberg", "harrow", "wieczorek"])
def test_there_is_no_such_address_for_anybody_else(clerk, api_of, name):
    ref, other = brings(clerk).json()["ref"], api_of(name)
    for path in ("", "/%s" % ref):
        assert other.get(BROUGHT + path).status_code == 404
    assert brings(other).status_code == 404
    for path, body in (("steps/away", {}), ("rules/SNS-6", {"do": "leave-out", "seen": 0})):
        assert other.post("%s/%s/%s" % (BROUGHT, ref, path), body).status_code == 404
    assert models.BroughtDocument.objects.count() == 1
