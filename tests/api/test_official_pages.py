"""A file of official pages through the API: looked at first, then done with the digest of what was shown; the same answers as the page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from askfirst.casework import page_sheet
from askfirst.casework.models import Case
from askfirst.sites.register import look_up
from askfirst.trail import chain
from tests.casework.test_page_sheet_new import ALL_WRONG, NEW, written
from tests.cast import who
from tests.clock import at
from tests.groups import EASTFIELD, official_page, takes

__all__ = ["at"]

NOON, ART = "2026-11-24 12:00", "instagram.com/eastfield_art"
PATH = "/official-pages"


@pytest.fixture
def page(cast, at):
    at(NOON)
    ref = official_page(EASTFIELD)
    takes("adelakun", ref, "set-address", address=ART)
    return ref


@pytest.fixture
def comms(api_of, page):
    return api_of("adelakun")


def sends(api, act, raw, key=None, **fields):
    headers = {"X-CSRFToken": api.token} | ({"Idempotency-Key": key} if key else {})
    file = SimpleUploadedFile("pages.csv", raw if isinstance(raw, bytes) else raw.encode())
    return api.client.post("/api/v1%s/%s" % (PATH, act), {"file": file, **fields}, headers=headers)


def test_the_table_is_shown_changed_looked_at_and_done(comms, page):
    held = comms.get(PATH).json()
    assert [(one["reference"], one["address"], one["second owner"]) for one in held["pages"]] == [(page, ART, "holloway")]
    assert tuple(held["columns"]) == page_sheet.COLUMNS
    assert [(event.what, event.who) for event in chain.events(page)][-1] == ("read", who("adelakun"))
    text = held["csv"].replace("Our department", "Eastfield art") + written(NEW).decode().partition("\r\n")[2]
    looked = sends(comms, "look", text)
    assert looked.status_code == 200
    assert looked.json()["changes"] == [{"reference": page, "column": "name", "was": "Our department", "now": "Eastfield art"}]
    assert looked.json()["begun"] == [{"name": NEW["name"], "address": NEW["address"], "owner": NEW["owner"]}]
    assert (look_up(ART).name, Case.objects.filter(kind="page").count()) == ("Our department", 1)
    done = sends(comms, "apply", text, digest=looked.json()["digest"])
    assert (done.status_code, done.json()) == (200, {"changed": 1, "begun": 1})
    assert (look_up(ART).name, Case.objects.filter(kind="page").count()) == ("Eastfield art", 2)


def test_sent_ten_times_under_one_key_it_is_done_once_and_another_file_under_it_is_refused(comms):
    raw = written(NEW)
    digest = sends(comms, "look", raw).json()["digest"]
    answers = [sends(comms, "apply", raw, key="k", digest=digest) for _ in range(10)]
    assert {(one.status_code, one.content) for one in answers} == {(200, b'{"changed":0,"begun":1}')}
    assert sends(comms, "apply", written({**NEW, "address": "trips.example/two"}), key="k", digest=digest).status_code == 422
    assert Case.objects.filter(kind="page").count() == 2


def test_what_was_not_shown_is_not_done(comms, page):
    """Planted: looked at anew, the same file goes in."""
    text = comms.get(PATH).json()["csv"].replace("Our department", "Eastfield art")
    digest = sends(comms, "look", text).json()["digest"]
    takes("adelakun", page, "set-address", NOON, address="instagram.com/eastfield_art_new")  # the file would turn this back by now
    moved = sends(comms, "apply", text, digest=digest)
    assert (moved.status_code, "Look again" in moved.json()["detail"]) == (409, True)
    assert look_up("instagram.com/eastfield_art_new").name == "Our department"
    assert sends(comms, "apply", text, digest=sends(comms, "look", text).json()["digest"]).status_code == 200
    assert sends(comms, "apply", text + "\n", digest=digest).status_code == 409
    assert sends(comms, "apply", text).json()["field"] == "digest"


def test_every_wrong_cell_comes_back_and_nothing_is_done(comms):
    raw = written(NEW, {**NEW, **ALL_WRONG})
    digest = "0" * 64
    for answer in (sends(comms, "look", raw), sends(comms, "apply", raw, digest=digest)):
        problem = answer.json()
        assert (answer.status_code, problem["field"]) == (400, "file")
        assert [(one["line"], one["column"]) for one in problem["places"]] == [
            (3, column) for column in page_sheet.COLUMNS if column in ALL_WRONG and column != "school"
        ]
        assert all(one["says"] for one in problem["places"]) and "Nothing was changed" not in problem["detail"]
        assert problem["detail"].startswith("15 places in the file are wrong, so nothing was changed.")
    assert Case.objects.filter(kind="page").count() == 1


@pytest.mark.parametrize(
    ("raw", "says"),
    [(b"", "no page"), (b"x" * (page_sheet.LARGEST + 1), "too large"), (b"\xff\xfe\x00", "wrong")],
    ids=["empty", "large", "no text"],
)
def test_no_table_at_all(comms, raw, says):
    answer = sends(comms, "look", raw)
    body = answer.json()
    assert (answer.status_code, says in body["detail"] + str(body.get("places"))) == (400, True)


def test_a_file_and_no_other_field(comms):
    assert comms.post(PATH + "/look", {"file": "reference"}).json()["detail"] == "Send the file as a form, with one file."
    assert sends(comms, "look", "reference\n", other="1").json()["field"] == "other"
    assert (
        comms.client.post("/api/v1%s/look" % PATH, {}, headers={"X-CSRFToken": comms.token}).json()["detail"]
        == "No file came along. Choose one."
    )
    assert comms.client.post("/api/v1%s/look" % PATH, {}).status_code == 403


@pytest.mark.parametrize("name", ["harrow", "pascoe", "devlin", "sethuraman", "wieczorek", "kit", "achterberg"])
def test_for_everybody_else_it_is_not_there(api_of, page, name):
    somebody = api_of(name)
    assert somebody.get(PATH).status_code == 404
    assert [sends(somebody, act, written(NEW), digest="0" * 64).status_code for act in ("look", "apply")] == [404, 404]
    assert Case.objects.filter(kind="page").count() == 1
