"""A call that is sent twice under one key changes something once and answers the same; with other words under it, nothing is done."""

from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from askfirst.adoption import models
from askfirst.people.models import SettingChange
from askfirst.trail.models import Event
from tests import documents
from tests.adoption.campaigning import asked
from tests.adoption.test_brought import FRIENDS
from tests.api.test_brought import BROUGHT, brings, clerk
from tests.cast import MONDAY
from tests.clock import at

__all__ = ["at", "clerk"]

KEY = "7f3a"
PLAN = {"edition": "2018-11", "audience": ["staff"], "schools": [], "opens": "2027-01-11", "closes": "2027-02-12"}
NAMED = {"value": {"value": "Moor Edge Trust"}, "starts_on": "", "why": "A new name."}


RULES = documents.docx(FRIENDS)  # made once: a file made a second later is another file


def bring(clerk, key, name="rules.docx"):
    file = SimpleUploadedFile(name, RULES)
    return clerk.client.post("/api/v1" + BROUGHT, {"file": file}, headers={"X-CSRFToken": clerk.token, "Idempotency-Key": key})


def is_told(one, again, other, count):
    """Sent twice, it is one and the same; under the same key with other words it is refused, and nothing came of it."""
    first, second = one(), again()
    assert first.status_code == second.status_code < 300, (first.content, second.content)
    assert first.json() == second.json()
    done = count()
    refused = other()
    assert refused.status_code == 422 and "used before with another body" in refused.content.decode()
    assert count() == done


def test_a_document_is_brought_once(clerk):
    twice = partial(bring, clerk, KEY)
    is_told(twice, twice, lambda: bring(clerk, KEY, "others.docx"), models.BroughtDocument.objects.count)
    assert models.BroughtDocument.objects.count() == 1
    assert bring(clerk, "another").status_code == 201 and models.BroughtDocument.objects.count() == 2
    assert bring(clerk, "no spaces in it").status_code == 400


@pytest.mark.parametrize(
    ("rule", "body", "other"),
    [
        ("SNS-6", {"do": "leave-out"}, {"do": "take-as", "clause": "INT-1"}),
        ("SNS-13", {"do": "take-as", "clause": "INT-1"}, {"do": "leave-out"}),
    ],
)
def test_a_rule_is_decided_once_though_its_page_is_old_by_then(clerk, rule, body, other):
    path = "%s/%s/rules/%s" % (BROUGHT, brings(clerk).json()["ref"], rule)
    twice = partial(clerk.post, path, {**body, "seen": 0}, key=KEY)
    is_told(twice, twice, lambda: clerk.post(path, {**other, "seen": 0}, key=KEY), Event.objects.count)
    assert clerk.post(path, {**body, "seen": 0}).status_code in (404, 409), "without a key it is another decision"


@pytest.mark.parametrize(("step", "kept"), [("draft", models.Edition), ("exact", None), ("away", None)])
def test_a_document_is_kept_once_and_says_again_what_came_of_it(clerk, step, kept):
    held = brings(clerk).json()
    path = "%s/%s" % (BROUGHT, held["ref"])
    clerk.post(path + "/rules/SNS-13", {"do": "leave-out", "seen": 0})
    plain = partial(clerk.post, path + "/steps/plain", {"seen": 1}, key="plain")
    assert plain().json() == plain().json()
    twice = partial(clerk.post, "%s/steps/%s" % (path, step), {}, key=KEY)
    is_told(twice, twice, lambda: clerk.post("%s/steps/%s" % (path, step), {"seen": 1}, key=KEY), Event.objects.count)
    assert not models.BroughtDocument.objects.exists()
    assert kept is None or kept.objects.count() == 1


def test_a_campaign_is_planned_once_and_opened_once(clerk):
    twice = partial(clerk.post, "/campaigns", PLAN, key=KEY)
    is_told(twice, twice, lambda: clerk.post("/campaigns", {**PLAN, "closes": "2027-02-15"}, key=KEY), models.Campaign.objects.count)
    ref = models.Campaign.objects.get().ref
    opens = partial(clerk.post, "/campaigns/%s/steps/open" % ref, {}, key="open")
    assert opens().json() == opens().json()
    assert Event.objects.filter(what="open", of=ref).count() == 1


def test_what_somebody_read_and_what_was_noted_of_them_is_written_once(clerk, api_of):
    asked("2018-11", opens=MONDAY, closes=MONDAY.replace(month=12, day=18), at="2026-11-23 09:00")
    reader = api_of("drinkwater")
    digest = reader.get("/me/reading").json()["digest"]
    twice = partial(reader.post, "/me/reading", {"press": "read", "digest": digest}, key=KEY)
    is_told(twice, twice, lambda: reader.post("/me/reading", {"press": "copy"}, key=KEY), Event.objects.count)
    manager = api_of("rainsford")
    who = next(one["who"] for one in manager.get("/me/team").json()["people"] if "Averill" in one["name"])
    note = partial(manager.post, "/me/team", {"who": who, "what": "copy"}, key=KEY)
    assert note().json() == note().json()
    assert Event.objects.filter(what="copy").count() == 1


def test_a_setting_is_asked_for_once_and_agreed_to_once(clerk, api_of):
    path = "/settings/trust.name"
    twice = partial(clerk.post, path, NAMED, key=KEY)
    is_told(twice, twice, lambda: clerk.post(path, {**NAMED, "why": "Another."}, key=KEY), SettingChange.objects.count)
    one, second = clerk.get("/settings/changes").json()["changes"][0], api_of("achterberg")
    agrees = partial(second.post, "/settings/changes/%s/steps/agree" % one["ref"], {"digest": one["digest"]}, key=KEY)
    assert agrees().json() == agrees().json()
    assert agrees().json()["state"] == "agreed"


def test_every_call_that_changes_something_takes_a_key(clerk):
    """All but the checks, and a file that is only looked at: they keep nothing and change nothing."""
    paths = clerk.get("/openapi.json").json()["paths"]
    takes = {
        path: any(one["name"] == "Idempotency-Key" for one in calls["post"].get("parameters", []))
        for path, calls in paths.items() if "post" in calls
    }  # fmt: skip
    without = {path for path, found in takes.items() if not found}
    assert {path for path in without if "/checks/" not in path} == {"/api/v1/take-down/route", "/api/v1/official-pages/look"}
    assert sum(takes.values()) >= 14
