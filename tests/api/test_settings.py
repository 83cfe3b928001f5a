"""Settings through the API: the same answers as the pages, for the same people."""

from askfirst.people.models import SettingChange
from tests.clock import at

__all__ = ["at"]

NAME = {"value": {"value": "Moor Edge Trust"}, "why": "The board agreed."}


def test_asked_for_agreed_to_and_undone(api_of, at):
    at("2026-11-25 10:00")
    clerk, head = api_of("pritchard"), api_of("achterberg")
    made = clerk.post("/settings/trust.name", NAME)
    assert made.status_code == 201
    ref, digest = made.json()["ref"], made.json()["digest"]
    assert made.json()["state"] == "waits"
    assert made.json()["parts"] == {"value": {"before": "Ridgeway Education Trust", "after": "Moor Edge Trust"}}
    assert head.post("/settings/changes/%s/steps/agree" % ref, {"digest": "0" * 64}).status_code == 409
    assert clerk.post("/settings/changes/%s/steps/agree" % ref, {"digest": digest}).status_code == 409
    assert head.post("/settings/changes/%s/steps/agree" % ref, {"digest": digest}).json()["state"] == "agreed"
    one = clerk.get("/settings/trust.name").json()
    assert (one["value"], one["takes_two"], one["set_here"]) == ({"value": "Moor Edge Trust"}, True, True)
    assert clerk.get("/settings/trust.name", on="2026-11-24").json()["value"] == {"value": "Ridgeway Education Trust"}
    back = clerk.post("/settings/changes/%s/steps/undo" % ref, {"why": "It was too soon."}).json()
    assert (back["state"], back["undoes"]) == ("waits", ref)
    assert clerk.post("/settings/changes/%s/steps/take-back" % back["ref"], {}).json()["state"] == "dropped"
    assert {change["ref"] for change in head.get("/settings/changes").json()["changes"]} == {back["ref"], ref}
    names = [one["name"] for one in head.get("/settings").json()["settings"]]
    assert {"trust.name", "year.terms", "school.northgate.phone", "reading.A55"} <= set(names) and len(names) == len(set(names))


def test_bad_input_is_a_problem_that_names_its_field_and_changes_nothing(api_of, at):
    at("2026-11-25 10:00")
    clerk = api_of("pritchard")
    for body, field in (
        ({"value": {"value": "ring me"}, "why": "x"}, "value"),
        ({"value": "01632 960199", "why": "x"}, "value"),
        ({"value": {"value": "01632 960199"}}, "why"),
        ({"value": {"value": "01632 960199"}, "why": "x", "starts_on": "soon"}, "starts_on"),
        ({"value": {"value": "01632 960199"}, "why": 7}, "why"),
        ({"value": {"value": "01632 960199"}, "why": "x", "more": 1}, "more"),
    ):
        answer = clerk.post("/settings/trust.duty_phone", body)
        assert (answer.status_code, answer.json()["field"]) == (400, field), answer.content
    assert clerk.get("/settings", on="soon").status_code == 400
    assert clerk.get("/settings/trust.motto").status_code == clerk.post("/settings/trust.motto", NAME).status_code == 404
    assert not SettingChange.objects.exists()


def test_there_is_nothing_for_anybody_else(api_of, at):
    at("2026-11-25 10:00")
    teacher, officer = api_of("harrow"), api_of("sethuraman")
    for path in ("/settings", "/settings/trust.name", "/settings/changes", "/settings/changes/BBBBBBBB"):
        assert teacher.get(path).status_code == 404
    assert teacher.post("/settings/trust.name", NAME).status_code == officer.post("/settings/trust.name", NAME).status_code == 404
