"""What a school adds to a rule stands beside it wherever the rule is shown or given out, by the school's name, and is never the Trust's text."""

import zipfile
from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest

from askfirst.adoption.editions import digest_of, in_force
from askfirst.procedure.clause import Edition
from askfirst.procedure.exports.pack import edition_of
from askfirst.procedure.load import the_edition
from tests.cast import MONDAY
from tests.web.people_at_work import asks
from tests.web.test_drafts_pages import shown, work
from tests.web.test_settings_pages import agreed

__all__ = ["work"]

NAME = "variation.northgate.CON-3"
SAYS, STUDENT, ELSEWHERE = "Ask Mr Obuya before the play.", "Ask your tutor before the play.", "Ring the zebra desk first."
HERE, FOR_STUDENTS, THERE = ("%s adds: %s" % pair for pair in (
    ("Northgate School", SAYS), ("Northgate School", STUDENT), ("Eastfield Academy", ELSEWHERE),
))  # fmt: skip
PAGES = {
    "every rule": "/procedure/",
    "one rule": "/procedure/clauses/CON-3/",
    "a topic": "/procedure/topics/photos/",
    "search": "/procedure/?q=photo+of+an+event",
    "found by its own words alone": "/procedure/?q=obuya",
    "an edition": "/procedure/editions/2018-11/",
    "what changed": "/procedure/changes/",
}


@pytest.fixture
def added(work):
    agreed(NAME, {"plain": SAYS, "student": STUDENT})
    agreed("variation.eastfield.CON-3", {"plain": ELSEWHERE, "student": ""})
    return work


def stands(added, path, name="harrow"):
    page = shown(added(name).get(path))
    return HERE in page, THERE in page


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_it_stands_beside_the_rule_for_the_people_of_that_school(added, path):
    assert stands(added, path) == (True, False)


def test_and_a_page_that_left_it_out_would_be_seen(added, monkeypatch):
    monkeypatch.setattr(Edition, "additions_to", lambda edition, clause: ())
    assert stands(added, "/procedure/clauses/CON-3/") == (False, False)


def test_others_read_those_of_their_own_school_and_whoever_is_of_none_reads_all(added):
    assert stands(added, "/procedure/", "abernethy") == (False, True)
    assert stands(added, "/procedure/", "achterberg") == (True, True)


def test_a_student_reads_what_was_put_in_words_for_them(added):
    page = shown(added("maisie").get("/procedure/clauses/CON-3/"))
    assert FOR_STUDENTS in page and HERE not in page and ELSEWHERE not in page


def test_as_data(added):
    found = added("harrow").get("/api/v1/procedure/clauses/CON-3").json()["additions"]
    assert [(one["school"], one["name"], one["plain"], one["student"]) for one in found] == [
        ("eastfield", "Eastfield Academy", ELSEWHERE, None), ("northgate", "Northgate School", SAYS, STUDENT),
    ]  # fmt: skip
    whole = added("harrow").get("/api/v1/procedure").json()
    assert sum(len(one["additions"]) for one in whole["clauses"]) == 2
    since = whole["edition"]
    changed = added("harrow").get("/api/v1/procedure/changes?since=%s" % since).json()
    assert [one["school"] for one in changed["additions"]] == ["eastfield", "northgate"]


def files(added):
    name = added("harrow").get("/api/v1/procedure").json()["edition"]
    get = lambda sort: added("harrow").get("/procedure/editions/%s/as/%s/" % (name, sort)).content  # noqa: E731
    pdf = pypdfium2.PdfDocument(get("pdf"))
    said = " ".join(" ".join(pdf[at].get_textpage().get_text_bounded() for at in range(len(pdf))).split())
    word = zipfile.ZipFile(BytesIO(get("docx"))).read("word/document.xml").decode()
    return {"html": get("html").decode(), "pdf": said, "docx": word}, edition_of(get("json"))


def test_in_the_files_it_is_named_as_the_schools_and_not_as_part_of_the_text(added):
    texts, pack = files(added)
    for sort, text in texts.items():
        assert HERE in text and THERE in text and "adds for students: %s" % STUDENT in text, sort
        assert "It is not part of the Trust’s own text." in text, sort
    assert [(one.school, one.clause, one.plain, one.student) for one in pack.additions] == [
        ("eastfield", "CON-3", ELSEWHERE, ""), ("northgate", "CON-3", SAYS, STUDENT),
    ]  # fmt: skip
    assert all(SAYS not in one.plain + one.exact for one in pack.clauses)
    assert digest_of(pack) == digest_of(the_edition(readings=False)), "what people have read is the edition, the same as before"


def test_with_none_the_files_say_nothing_of_schools(work):
    texts, pack = files(work)
    assert pack.additions == () and all("adds" not in text.split("CON-3")[1][:400] for text in texts.values())


def test_a_case_shows_what_the_school_added_on_the_day_it_was_opened(work):
    before = asks("harrow", "2026-11-20 10:00", clause="CON-3")
    agreed(NAME, {"plain": SAYS, "student": ""})
    after = asks("harrow", "2026-11-23 10:00", clause="CON-3", text="And this one?")
    reader = work("harrow")
    assert HERE not in shown(reader.get("/cases/%s/" % before))
    assert HERE in shown(reader.get("/cases/%s/" % after))


def test_it_begins_on_its_day(work):
    assert in_force(on=MONDAY).additions == ()
    agreed(NAME, {"plain": SAYS, "student": ""})
    assert [one.name for one in in_force(on=MONDAY).additions] == ["Northgate School"]
    assert in_force(on=MONDAY - timedelta(days=1)).additions == ()
