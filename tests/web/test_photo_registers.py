"""Events and requests not to be in posts, met by a photo, under ruling 10: who is told, and everybody else, for whom nothing differs (S30, S32)."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from askfirst.casework import steps
from tests.access.world import enter
from tests.advice.test_known_here import OTHERS, entry
from tests.casework.test_event_stories import NATIVITY
from tests.clock import london
from tests.guard import photo_files as files
from tests.web.pages import cards_of, page_of
from tests.web.people_at_work import by

pytestmark = pytest.mark.django_db

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
AFTER = "2026-12-09 10:00"
OF_OTHER_SCHOOLS = ("kit", "osei", "harrow", "wieczorek", "tamblyn-h", "nobody")


def dated(day, words=""):
    return files.jpeg(exif=b"Exif\0\0" + files.exif({0x010E: (2, words)} if words else {}, {0x9003: (2, day + " 18:00:00")}))


def tagged(name):
    data = files.jpeg()
    return data[:2] + files.segment(0xE1, files.XMP_MARK + files.xmp(name).replace(b"Kit ", b"").replace(b"Noor ", b"")) + data[2:]


@pytest.fixture
def answers(cast, settings):
    """What the page (without its token) and the API answer somebody about a photo."""

    def both(name, data, when=AFTER, **more):
        settings.CLOCK = lambda: london(when)
        one = Client(HTTP_HOST="localhost", REMOTE_ADDR="192.0.2.9") if name == "nobody" else enter(name, london(when))
        held = [
            one.post(path, {"author": "staff", "file": SimpleUploadedFile("a.jpg", data), **more})
            for path in ("/check/photo/", "/api/v1/checks/photo")
        ]
        assert [answer.status_code for answer in held] == [200, 200]
        return TOKEN.sub(b"", held[0].content), held[1].content

    return both


def found(answer, clause):
    return [one for one in json.loads(answer[1])["findings"] if one["clause"] == clause]


def registers(at):
    return steps.open_case(kind="event", by=by("finnis"), details=NATIVITY, at=london(at))


def test_s32_staff_of_the_school_are_told_by_the_day_of_the_photo(answers):
    """S32, lines 1 to 4, with a photo: the event, its rule, CON-1 as good to know, the way to its organiser, and another day."""
    ref = registers("2026-11-25 10:00")
    told = answers("tolland", dated("2026:12:08", "Front row for the nativity rehearsal, those shepherds!"))
    (one,) = found(told, "CON-3")
    assert (one["level"], "“The nativity dress rehearsal” was on 8 December 2026. Its photo rule is: no photos." in one["why"]) == (
        "Worth changing",
        True,
    )
    said = json.loads(told[1])
    assert [one["clause"] for one in said["good_to_know"]] == ["CON-1"] and found(told, "CON-1") == []
    assert b'href="/ask/?event=' + ref.encode() in told[0]
    (by_day,) = found(answers("tolland", dated("2026:12:08")), "CON-3")
    assert (by_day["level"], "Its photo rule is: no photos." in by_day["why"]) == ("Tip", True)
    assert found(answers("tolland", dated("2026:12:10", "our shepherd's pie recipe"), when="2026-12-11 10:00"), "CON-3") == []
    (typed,) = found(answers("tolland", files.jpeg(), photo_taken="8/12/2026"), "CON-3")
    assert typed["level"] == "Tip"


def test_s32_no_face_is_matched_to_anybody(answers):
    said = json.loads(answers("tolland", dated("2026:12:08"))[1])
    assert "We look at no face, and never match one to anybody." in [one["reason"] for one in said["not_checked"]]


@pytest.mark.parametrize("name", OF_OTHER_SCHOOLS)
def test_s32_for_whoever_is_not_of_the_school_nothing_differs(answers, name):
    data = dated("2026:12:08", "Front row for the nativity rehearsal")
    before = answers(name, data)
    registers("2026-11-25 10:00")
    assert answers(name, data) == before


def test_s30_staff_of_the_school_are_told_that_somebody_asked_and_not_who(answers):
    entry()
    for data, more in ((tagged("Elowen Tamblyn"), {}), (files.jpeg(), {"people": "Elowen"})):
        told = answers("tolland", data, **more)
        (one,) = found(told, "CON-5")
        (card,) = [card for _, _, clauses, card in cards_of(page_of(type("A", (), {"content": told[0]}))) if "CON-5" in clauses]
        assert one["level"] == "Worth changing" and "Someone here has asked not to be in posts" in card.text
        assert "old address" not in told[0].decode()


@pytest.mark.parametrize("name", OTHERS)
def test_s30_for_everybody_else_nothing_differs_and_one_line_is_said_to_all(answers, name):
    before = answers(name, tagged("Elowen Tamblyn"))
    entry()
    assert answers(name, tagged("Elowen Tamblyn")) == before
    assert "Before you name a student, ask the office or the organiser" in before[0].decode()
