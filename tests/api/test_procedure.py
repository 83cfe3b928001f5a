"""The procedure through the API: public, and an earlier date gives an earlier answer."""

import json

import pytest
from django.test import Client


def test_all_clauses_with_every_promised_field(client: Client):
    said = client.get("/api/v1/procedure").json()
    assert set(said) >= {"title", "edition", "approved_on", "review_due", "clauses"}
    assert len(said["clauses"]) == 65
    fields = {"id", "section", "addressee", "strength", "plain", "plain_student", "exact", "readings", "mentions", "additions"}
    assert all(set(clause) == fields for clause in said["clauses"])


def test_one_clause_and_none(client: Client):
    assert client.get("/api/v1/procedure/clauses/con-12").json()["id"] == "CON-12"
    answer = client.get("/api/v1/procedure/clauses/XXX-9")
    assert answer.status_code == 404
    assert answer.json()["detail"]


def test_lint_by_date(client: Client):
    late = client.get("/api/v1/procedure/lint?on=2026-11-23").json()
    early = client.get("/api/v1/procedure/lint?on=2018-11-02").json()
    assert late["on"] == "2026-11-23"
    assert "DOC-2" in {finding["clause"] for finding in late["findings"]}
    assert "DOC-2" not in {finding["clause"] for finding in early["findings"]}
    assert all({"clause", "says", "fact", "since", "source", "propose"} <= set(finding) for finding in late["findings"])


def test_facts_grow_old_after_180_days(client: Client):
    now, later = (client.get("/api/v1/procedure/facts?on=" + day).json() for day in ("2026-11-23", "2027-06-01"))
    assert now["old"] == sum(one["old"] for one in now["facts"]) < later["old"] == sum(one["old"] for one in later["facts"])
    assert all(one["source"] and one["checked_on"] for one in now["facts"])
    assert client.get("/api/v1/procedure/facts?on=soon").json()["field"] == "on"


@pytest.mark.parametrize("day", ["tomorrow", "2026-13-01", "1", "20261123x", "\x00"])
def test_a_day_that_is_none(client: Client, day):
    answer = client.get("/api/v1/procedure/lint", {"on": day})
    assert answer.status_code == 400
    assert answer.json()["field"] == "on"


def test_the_description_is_openapi_3_1_and_names_every_address(client: Client):
    answer = client.get("/api/v1/openapi.json")
    said = json.loads(answer.content)
    assert said["openapi"].startswith("3.1")
    assert set(said["paths"]) == {
        "/api/v1/checks/archive",
        "/api/v1/checks/friends",
        "/api/v1/checks/name",
        "/api/v1/checks/page",
        "/api/v1/checks/photo",
        "/api/v1/checks/post",
        "/api/v1/procedure",
        "/api/v1/procedure/clauses/{id}",
        "/api/v1/procedure/lint",
        "/api/v1/procedure/facts",
        "/api/v1/procedure/editions",
        "/api/v1/procedure/editions/{name}",
        "/api/v1/procedure/changes",
        "/api/v1/procedure/brought",
        "/api/v1/procedure/brought/{ref}",
        "/api/v1/procedure/brought/{ref}/rules/{id}",
        "/api/v1/procedure/brought/{ref}/steps/{step}",
        "/api/v1/procedure/drafts",
        "/api/v1/procedure/drafts/{ref}",
        "/api/v1/procedure/drafts/{ref}/steps/{step}",
        "/api/v1/guides",
        "/api/v1/guides/{id}",
        "/api/v1/take-down/route",
        "/api/v1/campaigns",
        "/api/v1/campaigns/{ref}",
        "/api/v1/campaigns/{ref}/steps/{step}",
        "/api/v1/settings",
        "/api/v1/settings/changes",
        "/api/v1/settings/changes/{ref}",
        "/api/v1/settings/changes/{ref}/steps/{step}",
        "/api/v1/settings/{name}",
        "/api/v1/me/reading",
        "/api/v1/me/team",
        "/api/v1/cases",
        "/api/v1/cases/{ref}",
        "/api/v1/cases/{ref}/opened",
        "/api/v1/cases/{ref}/pack",
        "/api/v1/cases/{ref}/copy",
        "/api/v1/cases/{ref}/corrections",
        "/api/v1/cases/{ref}/evidence",
        "/api/v1/sites/lookup",
        "/api/v1/cases/{ref}/evidence/{number}/take-away",
        "/api/v1/cases/{ref}/evidence/{number}/{which}",
        "/api/v1/cases/{ref}/steps/{step}",
        "/api/v1/me",
        "/api/v1/me/tasks",
        "/api/v1/me/record",
        "/api/v1/official-pages",
        "/api/v1/official-pages/look",
        "/api/v1/official-pages/apply",
        "/api/v1/people/{ref}/hats",
        "/api/v1/reports/counts",
    }


def test_a_person_can_read_about_the_api(client: Client):
    page = client.get("/api/v1/docs").content.decode()
    assert "/api/v1/checks/post" in page
    assert "profile_names_school" in page
    assert "Look a post over before it is posted." in page
    assert "BadField" not in page
