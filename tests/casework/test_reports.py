"""Numbers by school: who may count what, small numbers hidden, and nothing in them of a case somebody may not know of. S56, trust.md."""

import json
from itertools import pairwise

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askfirst.casework.access import Missing
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.models import CaseBar
from askfirst.casework.reports import counts, counts_json
from askfirst.people.models import Absence, Holding, Person
from gates.words import convicting
from tests.access.oracle import DRAFT
from tests.access.world import command, enter
from tests.cast import MONDAY, who
from tests.clock import at, london
from tests.web.pages import ours, page_of
from tests.web.people_at_work import bare
from tests.web.test_words_of_pages import too_hard

__all__ = ["at"]

NOW = "2026-11-25 10:00"
NORTHGATE = ("harrow", "pascoe", "standish", "okoropenn", "rowbotham", "qureshi", "dunmore")
EASTFIELD = ("rainsford", "pickersgill", "amadi", "holloway", "averill", "drinkwater", "barrowman")
# By hand from workflows.md 3.21 and ruling 18: kinds, and at which schools.
TOLD = {"declaration", "plan", "interest", "offer", "page"}
EVERYWHERE = {"northgate", "eastfield", "brannocks", None}
MAY = {
    "pritchard": (TOLD | {"press", "removal"}, EVERYWHERE),
    "sethuraman": (TOLD | {"press", "removal", "question", "do-not-post"}, EVERYWHERE),
    "devlin": (TOLD | {"press"}, {"northgate"}),
    "abernethy": (TOLD | {"press"}, {"eastfield"}),
    "nwachukwu": (TOLD | {"press"}, {"brannocks"}),
    "thackray": (TOLD | {"press", "removal"}, {"northgate"}),
}
MAY_NOT = (
    "achterberg", "quarshie", "braithwaite", "kerrigan", "adelakun", "siddiqui", "wieczorek", "fitzhugh", "obuya", "whitlam", "qureshi", "pascoe",
    "harrow", "okoropenn/parent", "kit", "osei", "blenkinsop-g", "grange", "calloway",
)  # fmt: skip


@pytest.fixture
def report(as_, at):
    at(NOW)
    return lambda name, when=NOW: counts(as_(name, when).by)


def number(found, kind, state, school):
    (row,) = [row for row in found.rows if (row.kind, row.state, row.place.id) == (kind, state, school)]
    return row.number


def interests(as_, names, **details):
    return [as_(name, NOW).tells("interest", text="My sister runs the print shop.", **details) for name in names]


def of_interests(found, school):
    return number(found, "interest", "told", school)


# ---------------------------------------------------------------- who may count what


def test_each_counts_the_kinds_and_schools_that_are_theirs_and_nobody_else_counts(report):
    for name, (kinds, places) in MAY.items():
        rows = counts_json(report(name))["counts"]
        assert {row["kind"] for row in rows} == kinds, name
        assert {row["school"] for row in rows} == places, name
        assert len(rows) == sum(len(WORKFLOWS[kind].states) for kind in kinds) * len(places), "each kind, state and school once"
    for name in MAY_NOT:
        with pytest.raises(Missing):
            report(name)


def test_a_deputy_counts_only_in_place_of_somebody_away(report):
    """Mr Obuya acts for Ms Devlin-Shaw from 30 November to 4 December; Mr Siddiqui is no deputy officer until he is made one."""
    assert {place.id for place in report("obuya", "2026-12-03 10:00").places} == {"northgate"}
    with pytest.raises(Missing):
        report("obuya", "2026-12-05 10:00")
    Holding.objects.create(person_id=who("siddiqui"), seat="deputy-dpo", order=1, starts=MONDAY)
    with pytest.raises(Missing):
        report("siddiqui")
    Absence.objects.create(person_id=who("sethuraman"), starts=MONDAY)
    assert {row.kind for row in report("siddiqui").rows} == MAY["sethuraman"][0]


# ---------------------------------------------------------------- small numbers


def test_five_is_shown_and_four_is_not(as_, report):
    interests(as_, NORTHGATE[:4])
    assert of_interests(report("pritchard"), "northgate") is None
    interests(as_, NORTHGATE[4:5])
    for name in ("pritchard", "sethuraman", "devlin", "thackray"):
        assert of_interests(report(name), "northgate") == 5
    assert of_interests(report("pritchard"), "eastfield") is None


def faces(name):
    """What somebody gets by page, API and command line, the token of the page's forms taken out."""
    browser = enter(name, london(NOW))
    page, api = browser.get("/reports/counts/"), browser.get("/api/v1/reports/counts")
    return bare(page), api.content, command("reports", "counts", "--as", name), command("reports", "counts", "--json", "--as", name)


def test_none_and_four_are_told_apart_by_nobody_and_five_is_by_those_who_may_count(as_, report):
    seen = []
    for more in ((), NORTHGATE[:1], NORTHGATE[1:4], NORTHGATE[4:5], NORTHGATE[5:6]):
        interests(as_, more)
        seen.append([faces(name) for name in ("pritchard", "devlin")])
    assert [one == other for one, other in pairwise(seen)] == [True, True, False, False]


def test_there_is_no_sum_to_take_a_number_from(as_, report):
    """Five at Northgate and three at Eastfield: nothing says eight, and every number there is stands for one kind, state and school."""
    interests(as_, NORTHGATE[:5])
    interests(as_, EASTFIELD[:3])
    told = counts_json(report("pritchard"))
    assert set(told) == {"fewer_than", "schools", "counts"}
    assert [row for row in told["counts"] if row["number"] is not None] == [
        {"kind": "interest", "state": "told", "finished": False, "school": "northgate", "number": 5}
    ]
    page = enter("pritchard", london(NOW)).get("/reports/counts/").content.decode()
    assert "Northgate School: 5<br>Elsewhere: fewer than 5" in page
    assert "8" not in page.partition("<h2")[2].partition("</main>")[0]


# ---------------------------------------------------------------- removal: counts by school, and nobody in them (S26, S27)


RACE = {"evidence": "no", "item": "The picture at the end of the race", "who": "staff", "how": "school", "poster": "Mr Standish", "ask": "down",
        "name": "no", "alone": "yes"}  # fmt: skip


def test_s26_the_school_report_adds_one_to_those_that_ended_so_and_holds_neither_name(as_, report):
    """Of two pictures one came down: five colleagues of Eastfield before him, and then Mr Holloway-Finch."""

    def ends(name):
        details = {**RACE, "how": "here", "poster": "Mr Gethin Sallow" if name == "averill" else "Ms Constance Averill", "name": "yes"}
        ref = as_(name, NOW).tells("removal", **{held: said for held, said in details.items() if held != "alone"})
        asked = "sallow" if name == "averill" else "averill"
        as_(asked, NOW).takes(ref, "say-what", outcome="part", reason="It is a group shot I would like to keep.")

    for name in ("rainsford", "pickersgill", "amadi", "drinkwater", "barrowman"):
        ends(name)
    assert number(report("pritchard"), "removal", "part-removed", "eastfield") == 5
    ends("holloway")
    assert number(report("pritchard"), "removal", "part-removed", "eastfield") == 6
    (row,) = [one for one in counts_json(report("pritchard"))["counts"] if (one["state"], one["school"]) == ("part-removed", "eastfield")]
    assert (row["finished"], row["number"]) == (True, 6)
    page, _, told, _ = faces("pritchard")
    assert "part removed (finished)" in repr(told), told
    assert "part removed (finished)" in repr(page).lower(), "page and command line say that it is finished"
    said = "".join(repr(one) for one in faces("pritchard"))
    assert [name for name in ("Holloway", "Averill", who("holloway"), who("averill")) if name in said] == []


def test_s27_open_requests_are_counted_by_school_and_never_by_person(as_, report):
    for name in ("maisie", "jorah", "kit", "farouk", "haddad"):
        as_(name, NOW).tells("removal", **RACE)
    found = report("pritchard")
    assert number(found, "removal", "with-school", "northgate") == 5
    open_ones = [one for one in counts_json(found)["counts"] if one["state"] == "with-school"]
    assert open_ones and not any(one["finished"] for one in open_ones)
    assert set(counts_json(found)["counts"][0]) == {"kind", "state", "finished", "school", "number"}, "there is no place for a person"
    for reader in ("pritchard", "thackray"):
        said = "".join(repr(one) for one in faces(reader))
        assert [name for name in ("Standish", "Maisie", "Makoni", who("standish"), who("maisie")) if name in said] == []
    with pytest.raises(Missing):
        report("makoni")


# ---------------------------------------------------------------- what one may not know of


def unmoved(name, happens):
    before = faces(name)
    happens()
    return faces(name) == before


def test_a_number_of_what_one_may_not_count_does_not_move(as_, report):
    def questions():
        for name in NORTHGATE:
            as_(name, NOW).asks()

    def lists():
        for name in NORTHGATE:
            as_(name, NOW).tells("steps", reported=True, numbers="101")

    def removals():
        for name in NORTHGATE:
            details = {"evidence": "no", "who": "staff", "how": "copy", "poster": "thackray", "ask": "down", "name": "no", "alone": "no"}
            as_(name, NOW).tells("removal", item="The picture", **details)

    def elsewhere():
        interests(as_, EASTFIELD)

    for name, happens in (
        ("pritchard", questions), ("thackray", questions), ("devlin", questions), ("sethuraman", lists), ("devlin", removals), ("devlin", elsewhere),
    ):  # fmt: skip
        assert unmoved(name, happens), (name, happens.__name__)
    assert number(report("sethuraman"), "question", "asked", "northgate") == 21, "it all took place"
    assert of_interests(report("pritchard"), "eastfield") == 7


def test_private_checks_are_in_no_number(report):
    def checks():
        browser = Client(HTTP_HOST="localhost")
        for _ in range(6):
            body = json.dumps({"text": DRAFT, "author": "staff"})
            assert browser.post("/api/v1/checks/post", body, content_type="application/json").status_code == 200

    assert all(unmoved(name, checks) for name in ("pritchard", "sethuraman", "devlin"))


def test_s56_a_case_about_the_headteacher_is_not_in_his_numbers(as_, report, monkeypatch):
    """Five at Eastfield, one of them about Mr Abernethy: he counts as if there were four; the governance professional counts five."""
    interests(as_, EASTFIELD[:4])
    before = faces("abernethy")
    interests(as_, EASTFIELD[4:5], about="abernethy")
    assert of_interests(report("pritchard"), "eastfield") == 5
    assert faces("abernethy") == before
    monkeypatch.setattr(CaseBar, "objects", CaseBar.objects.none())
    assert faces("abernethy") != before, "without bars it would be noticed"


# ---------------------------------------------------------------- how


def test_every_face_says_the_same_and_names_nobody(as_, report):
    interests(as_, NORTHGATE)
    page, api, (code, text), (_, data) = faces("pritchard")
    assert json.loads(api) == json.loads(data)
    beside = {"instructions": ..., "concerns": ..., "clauses": ..., "times": ...}
    assert {**json.loads(api), **beside} == {**counts_json(report("pritchard")), **beside}
    assert code == 0 and "A possible conflict of interest" in text
    assert any(line.endswith("· Northgate School · 7") for line in text.splitlines())
    assert "Northgate School: 7" in page.decode()
    short = [name for name in Person.objects.exclude(username="pritchard").values_list("short", flat=True) if len(name) > 5]
    assert [name for name in short if name in page.decode().partition("<main")[2] + text + data] == []


def test_it_is_one_grouped_query_that_reads_nothing_sealed(as_, report):
    interests(as_, NORTHGATE)
    by = as_("pritchard", NOW).by
    with CaptureQueriesContext(connection) as asked:
        counts(by)
    sql = [one["sql"] for one in asked]
    assert len([one for one in sql if "casework_case" in one]) == 1
    assert len(sql) <= 3, "and two for the names of schools"
    assert "GROUP BY" in sql[-1] and "HAVING" in sql[-1]
    assert not any("vault" in one for one in sql)


def test_whoever_may_not_count_is_told_there_is_nothing(report):
    for name in ("harrow", "wieczorek"):
        browser = enter(name, london(NOW))
        page, never = browser.get("/reports/counts/"), browser.get("/reports/nothing-here/")
        assert page.status_code == 404
        assert bare(page) == bare(never).replace(b"/reports/nothing-here/", b"/reports/counts/")
        assert browser.get("/api/v1/reports/counts").json() == browser.get("/api/v1/reports/nothing").json()
        assert command("reports", "counts", "--as", name) == (2, "There is no such report for you.")
        assert b"/reports/counts/" not in browser.get("/me/").content
    assert b"/reports/counts/" in enter("devlin", london(NOW)).get("/me/").content


def test_a_filter_nobody_knows_is_refused_by_the_api(report):
    browser = enter("pritchard", london(NOW))
    assert browser.get("/api/v1/reports/counts?kind=press").status_code == 400
    assert browser.post("/reports/counts/").status_code == 405


@pytest.mark.parametrize("name", ["pritchard", "devlin"])
def test_the_page_reads_easily_with_numbers_and_without(as_, report, name):
    for more in ((), NORTHGATE):
        interests(as_, more)
        page = page_of(enter(name, london(NOW)).get("/reports/counts/"))
        assert too_hard(page, "staff") == []
        assert convicting(" ".join(ours(page))) == []
    text = page.one(tag="main").text
    assert "At each stage: fewer than 5." in text and "At each other stage: fewer than 5." in text
    assert ("These are of Northgate School." in text) is (name == "devlin")
