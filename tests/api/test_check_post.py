"""The private check through the API, as the cast uses it, and with input that cannot be used."""

import json

import pytest
from django.test import Client

from askfirst.advice.throttle import Throttle

ADDRESS = "/api/v1/checks/post"


@pytest.fixture
def ask(client: Client):
    def post(body, content_type="application/json"):
        raw = body if isinstance(body, (bytes, str)) else json.dumps(body)
        return client.post(ADDRESS, raw, content_type=content_type)

    return post


def test_s01_ms_harrow_praises_her_classes(ask):
    text = "So proud of my Year 9s, who ran a whole mock trial of Richard III today. Lesson plan free to anyone who wants it."
    answer = ask({"text": text, "author": "staff", "audience": "public"})
    said = answer.json()
    assert answer.status_code == 200
    assert said["findings"] == []
    assert (said["allowed"][0]["clause"], said["allowed"][0]["strength"]) == ("BLG-7", "You may")
    assert "INT-7" in [permission["clause"] for permission in said["allowed"]]
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_s02_mr_standish_names_a_student_with_a_score(ask):
    text = "Jorah B in 8Q got 14% on the SEND reading screen again. Ring me on 07700 900455 if you teach him."
    found = ask({"text": text, "author": "staff", "audience": "public"}).json()["findings"]
    by_kind = {finding["kind"]: finding for finding in found}
    assert sorted(finding["kind"] for finding in found) == ["confidential", "contact", "roster-name"]
    assert (by_kind["roster-name"]["quote"], by_kind["roster-name"]["clause"], by_kind["roster-name"]["level"]) == (
        "Jorah B",
        "CON-2",
        "Tip",
    )
    confidential = by_kind["confidential"]
    assert (confidential["clause"], confidential["strength"], confidential["level"]) == ("CON-12", "Must", "Important")
    assert confidential["quote"] == "got 14% on the SEND reading screen"
    assert not {"Jorah", "8Q", "14%"} & set(confidential["fix"].split())
    contact = by_kind["contact"]
    assert (contact["quote"], contact["clause"], contact["strength"], contact["level"]) == ("07700 900455", "SNS-3", "Advice", "Tip")
    assert text[contact["start"] : contact["end"]] == "07700 900455"


def test_s03_mr_holloway_finch_insults_a_colleague(ask):
    text = "Mrs Rainsford is a lazy, clueless cow and the whole staffroom knows it."
    found = ask({"text": text, "author": "staff", "channel": "blog"}).json()["findings"]
    important = [finding for finding in found if finding["level"] == "Important"]
    assert len(important) == 1
    insult = important[0]
    assert insult["quote"] == "lazy, clueless cow"
    assert {insult["clause"], *insult["also"]} == {"CON-10", "PRI-2", "WEB-2"}
    assert text[insult["target"]["start"] : insult["target"]["end"]] == "Mrs Rainsford"
    assert insult["fix"]
    assert [finding["clause"] for finding in found if finding["kind"] == "tone"] == ["CON-4"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that ref was blind, worst decision of the whole tournament", [("PRI-3", "Tip")]),
        ("bare jokes at practice today, dem lot proper mad innit", []),
    ],
)
def test_s04_amina_captions(ask, text, expected):
    found = ask({"text": text, "author": "student", "channel": "instagram"}).json()["findings"]
    assert [(finding["clause"], finding["level"]) for finding in found] == expected


def test_s09_mr_tolland_speaks_of_his_faith(ask):
    draft_a = "My faith teaches that marriage is between a man and a woman. I try to treat everybody with kindness."
    said = ask({"text": draft_a, "author": "staff", "profile_names_school": True}).json()
    assert {finding["level"] for finding in said["findings"]} <= {"Tip"}
    assert [(one["clause"], one["strength"]) for one in said["findings"]] == [("BLG-4", "Advice")]
    belief = draft_a.index("My faith"), draft_a.index(". I try")
    assert not [finding for finding in said["findings"] if finding["kind"] != "works-here" and finding["start"] < belief[1]]

    draft_b = draft_a + " and anyone at our school who disagrees is a pervert"
    found = ask({"text": draft_b, "author": "staff", "profile_names_school": True}).json()["findings"]
    important = [finding for finding in found if finding["level"] == "Important"]
    assert len(important) == 1
    assert important[0]["start"] >= len(draft_a)
    assert {"PRI-2", "PRI-3"} <= {important[0]["clause"], *important[0]["also"]}
    reputation = [finding for finding in found if finding["clause"] == "PRI-1"]
    assert len(reputation) == 1
    assert reputation[0]["why"].startswith("This might")
    assert reputation[0]["also"] == ["SNS-5", "INT-6"]
    assert "Your profile names it." in reputation[0]["why"]


BAD = [
    (b"", "nothing to check"),
    (b"{", "not whole JSON"),
    (b'{"author": "staff", "text": "cut off', "not whole JSON"),
    (b'{"author": "staff", "text": "\xff\xfe"}', "not UTF-8"),
    (b"[1]", "one JSON object"),
    (b'{"author": "staff", "text": ' + b"[" * 70 + b"]" * 70 + b"}", "nested more than 64"),
    (b'{"author": "staff", "text": NaN}', "number JSON does not allow"),
    (b'{"author": "staff", "text": ' + b"1" * 5000 + b"}", "number JSON does not allow"),
    ({"author": "staff"}, "nothing to check"),
    ({"author": "staff", "text": ""}, "nothing to check"),
    ({"author": "staff", "text": " \n\t"}, "only spaces"),
    ({"author": "staff", "text": 7}, "must be words"),
    ({"author": "staff", "text": "a\0b"}, "NUL"),
    (b'{"author": "staff", "text": "half \\ud800 gone"}', "half a character"),
    ({"author": "staff", "text": "x" * 1_000_000}, "100,000"),
    ({"text": "hello"}, "staff or student"),
    ({"author": "head", "text": "hello"}, "Choose one of: staff, student"),
    ({"author": ["staff"], "text": "hello"}, "Choose one of: staff, student"),
    ({"author": "staff", "text": "hello", "channel": "myspace"}, "Choose one of: tweet"),
    ({"author": "staff", "text": "hello", "audience": {"a": 1}}, "Choose one of: public"),
    ({"author": "staff", "text": "hello", "profile_names_school": "yes"}, "true or false"),
    ({"author": "staff", "text": "hello", "store": True}, "a field we do not take"),
]


@pytest.mark.parametrize(("body", "says"), BAD)
def test_bad_input_gets_one_clear_sentence(ask, body, says):
    answer = ask(body)
    problem = answer.json()
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert says in problem["detail"]
    assert "\n" not in problem["detail"]
    assert problem["status"] == 400
    assert "Traceback" not in answer.content.decode()


def test_a_body_beyond_five_megabytes_is_refused_with_the_limit(ask):
    answer = ask(b'{"author": "staff", "text": "' + b"x" * 5_000_001 + b'"}')
    assert answer.status_code == 413
    assert "5,000,000" in answer.json()["detail"]


def test_a_form_is_refused_with_what_to_send(ask):
    answer = ask("text=hello", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 415
    assert "application/json" in answer.json()["detail"]


@pytest.mark.parametrize("text", ["\u202eabc 07700 900455", "a\u200bb 07700 900455", "\u2067né 07700 900455\u2069", "🐷 07700 900455\r\n"])
def test_hidden_marks_are_accepted_and_offsets_still_fit(ask, text):
    said = ask({"author": "staff", "text": text}).json()
    finding = next(finding for finding in said["findings"] if finding["kind"] == "contact")
    assert text[finding["start"] : finding["end"]] == finding["quote"] == "07700 900455"


def test_unsure_is_treated_as_public_and_said_so(ask):
    public = ask({"author": "staff", "text": "Ring me on 07700 900455", "audience": "public"}).json()
    unsure = ask({"author": "staff", "text": "Ring me on 07700 900455", "audience": "unsure"}).json()
    assert public["findings"] == unsure["findings"]
    assert [note for note in unsure["notes"] if note not in public["notes"]] == [
        "You were not sure who will see it. So we looked at it as if anyone can."
    ]


def test_help_comes_first_and_findings_wait_until_asked(ask):
    text = "i dont want to be alive anymore. ring me on 07700 900455"
    first = ask({"author": "student", "text": text}).json()
    assert first["findings"] == []
    assert first["waiting"] is True
    assert {notice["kind"] for notice in first["noticed"]} == {"help"}
    asked = ask({"author": "student", "text": text, "all": True}).json()
    assert "contact" in {finding["kind"] for finding in asked["findings"]}


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch"])
def test_other_methods_are_refused_in_one_sentence(client, method):
    answer = getattr(client, method)(ADDRESS)
    assert answer.status_code == 405
    assert answer.json()["detail"]


def test_an_unknown_address_is_a_problem_too(client):
    answer = client.get("/api/v1/nothing/here")
    assert answer.status_code == 404
    assert answer.json()["title"] == "Not found"


def test_too_many_checks_from_one_address_are_told_to_wait(ask, monkeypatch):
    monkeypatch.setattr("askfirst.api.checks.CHECKS", Throttle(1))
    assert ask({"author": "staff", "text": "hello"}).status_code == 200
    answer = ask({"author": "staff", "text": "hello"})
    assert answer.status_code == 429
    assert "Wait a minute" in answer.json()["detail"]
