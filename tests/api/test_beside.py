"""What lies beside a case through the API: the same calls as the pages', words as JSON, a file as a form, bytes to save."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, encode_multipart

from askfirst.casework.models import Evidence
from tests.clock import at
from tests.guard.test_files import REFUSED, with_place

__all__ = ["at"]

PAGE = {"address": "https://www.instagram.com/northgate_prizes", "what": "school", "children": "no"}
WORDS = {"link": "https://page.example/prizes", "seen_on": "2026-11-24", "about": "It asks for money."}
NEVER = "BBBBBBBB"


@pytest.fixture
def told(api_of, at):
    at("2026-11-25 10:00")
    farouk = api_of("farouk")
    return farouk, farouk.opens("impostor", **PAGE)


def sends(api, ref, fields, *files, key=None):
    body = encode_multipart(BOUNDARY, {**fields, **({"file": list(files)} if files else {})})
    return api.post("/cases/%s/evidence" % ref, body, key=key, content_type="multipart/form-data; boundary=" + BOUNDARY)


def test_words_as_json_a_file_as_a_form_and_both_in_the_list(api_of, told):
    farouk, ref = told
    first = farouk.post("/cases/%s/evidence" % ref, WORDS, key="k1")
    assert (first.status_code, first.json()) == (201, {"number": 1})
    assert farouk.post("/cases/%s/evidence" % ref, WORDS, key="k1").json() == {"number": 1}
    data = with_place()
    assert sends(farouk, ref, {**WORDS, "confirmed": "true"}, SimpleUploadedFile("x/pri ze.jpg", data), key="k2").json() == {"number": 2}
    comms = api_of("adelakun")
    words, photo = comms.get("/cases/%s/evidence" % ref).json()["evidence"]
    told_of = {"number": 1, "kind": "words", "by": "Amina", "sha256": None, **WORDS}
    assert {name: words[name] for name in told_of} == told_of
    assert (photo["kind"], photo["name"], photo["size"], len(photo["sha256"])) == ("jpeg", "pri ze.jpg", len(data), 64)
    copy, original = (comms.get("/cases/%s/evidence/2/%s" % (ref, which)) for which in ("copy", "original"))
    assert original.content == data and b"zanzibar" not in copy.content
    for answer in (copy, original):
        assert answer["Content-Type"] == "application/octet-stream" and answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"] and answer["Content-Disposition"].startswith(
            'attachment; filename="askfirst-'
        )
    opened = comms.get("/cases/%s/opened" % ref).json()["opened"]
    assert {"evidence-2-copy", "evidence-2-original", "evidence"} <= {one["beside"] for one in opened}


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_is_a_problem_with_one_sentence(told, case):
    farouk, ref = told
    name, data, _ = REFUSED[case]
    answer = sends(farouk, ref, {**WORDS, "confirmed": "true"}, SimpleUploadedFile(name, data))
    assert (answer.status_code, answer.json()["field"], answer["Content-Type"]) == (400, "file", "application/problem+json")
    assert answer.json()["detail"].endswith(".") and not Evidence.objects.exists()


def test_other_bad_input(told):
    farouk, ref = told
    file = SimpleUploadedFile("a.png", b"x")
    for answer, field in (
        (sends(farouk, ref, WORDS, file), "confirmed"),
        (sends(farouk, ref, {**WORDS, "confirmed": "true"}, file, SimpleUploadedFile("b.png", b"y")), "file"),
        (sends(farouk, ref, {**WORDS, "by": "x"}), "by"),
        (farouk.post("/cases/%s/evidence" % ref, {}), "about"),
        (farouk.post("/cases/%s/evidence" % ref, {**WORDS, "file": "x"}), "file"),
        (farouk.post("/cases/%s/evidence" % ref, WORDS, key="with a space"), "Idempotency-Key"),
        (farouk.post("/cases/%s/evidence" % ref, b"--x", content_type="multipart/form-data"), "body"),
    ):
        assert (answer.status_code, answer.json()["field"]) == (400, field)
    assert farouk.post("/cases/%s/evidence" % ref, b"about=x", content_type="application/x-www-form-urlencoded").status_code == 415
    assert farouk.post("/cases/%s/evidence" % ref, WORDS, token=False).status_code == 403
    assert farouk.post("/cases/%s/evidence" % ref, WORDS, key="one").status_code == 201
    assert farouk.post("/cases/%s/evidence" % ref, {**WORDS, "about": "Other"}, key="one").status_code == 422
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize("name", ["harrow", "devlin", "sethuraman", "wieczorek", "kit"])
def test_for_everybody_else_it_is_as_if_it_were_not_there(api_of, told, name):
    farouk, ref = told
    farouk.post("/cases/%s/evidence" % ref, WORDS)
    other = api_of(name)
    for ask in (
        lambda one: other.get("/cases/%s/evidence" % one),
        lambda one: other.get("/cases/%s/evidence/1/original" % one),
        lambda one: other.post("/cases/%s/evidence" % one, WORDS),
    ):
        theirs, never = ask(ref), ask(NEVER)
        assert (theirs.status_code, theirs.content, theirs["Content-Type"]) == (404, never.content, never["Content-Type"])
    assert Evidence.objects.count() == 1
