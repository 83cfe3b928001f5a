"""S44: the report adds one instruction and its length, and names nobody; no small number comes back by taking one from another (3.16)."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askfirst.casework import reports
from askfirst.casework.access import Missing
from askfirst.casework.instruction_counts import lengths
from askfirst.casework.kinds.instruction import GIVEN
from askfirst.casework.reports import counts
from gates.words import convicting
from tests.access.world import enter
from tests.casework.test_instruction_stories import MARKS, NETWORKS
from tests.casework.test_reports import MAY, MAY_NOT, faces
from tests.clock import at, london
from tests.web.pages import ours, page_of
from tests.web.test_words_of_pages import too_hard

__all__ = ["at"]

NOW = "2026-11-25 10:00"
EASTFIELD = (("rainsford", "barrowman"), ("rainsford", "pickersgill"), ("rainsford", "tarrant"), ("loxley", "amadi"))
NORTHGATE = (
    ("pascoe", "harrow"), ("pascoe", "standish"), ("obuya", "qureshi"), ("obuya", "makoni"), ("obuya", "rowbotham"),
    ("devlin", "whitlam"), ("devlin", "pascoe"), ("dunmore", "okoropenn"), ("obuya", "dunmore"),
)  # fmt: skip


@pytest.fixture
def gives(as_, at):
    """Drafted by one for another, looked at by HR, and given: in force."""
    at(NOW)

    def give(manager, whom, when="2026-11-24 09:00", **details):
        ref = as_(manager, "2026-11-23 09:00").tells("instruction", **{**NETWORKS, "whom": whom, **details})
        as_("braithwaite", "2026-11-23 11:00").takes(ref, "look", text="Fine.")
        as_(manager, when).takes(ref, "issue")
        return ref

    return give


@pytest.fixture
def in_force(as_):
    """What somebody is told of a school: (how many, how many months on average)."""

    def look(name, school, when=NOW):
        (line,) = [line for line in lengths(as_(name, when).by) if line.place.id == school]
        return line.number, line.months

    return look


def small_numbers(by):
    """Small numbers that the numbers somebody is told give back: in force at a school, less those whose stage is told as well."""
    found = []
    for line in lengths(by):
        stages = [row.number for row in counts(by).rows if row.kind == "instruction" and row.place.id == line.place.id]
        if line.number is not None:
            found += [left for left in [line.number - sum(number or 0 for number in stages)] if 0 < left < reports.LEAST]
    return found


# ---------------------------------------------------------------- planted flaws


def test_a_stage_beside_the_number_would_give_four_back(as_, gives, time_comes, monkeypatch):
    """Five queried and four not: nine in force. Told by stage as well, the four were nine less five."""
    for count, (manager, whom) in enumerate(NORTHGATE):
        ref = gives(manager, whom)
        if count < 5:
            as_(whom, NOW).takes(ref, "query", text="May I write of the museum?")
    by = as_("pritchard", NOW).by
    assert small_numbers(by) == []
    monkeypatch.setattr(reports, "GOVERNED", reports.GOVERNED | {"instruction"})
    assert small_numbers(by) == [4]


def test_a_small_number_told_would_be_noticed(gives, in_force, monkeypatch):
    for manager, whom in EASTFIELD:
        gives(manager, whom)
    assert in_force("pritchard", "eastfield") == (None, None)
    monkeypatch.setattr(reports, "LEAST", 4)
    assert in_force("pritchard", "eastfield")[0] == 4


# ---------------------------------------------------------------- S44


def test_s44_the_school_report_adds_one_instruction_and_its_length_and_names_nobody(gives, in_force, as_):
    """Four of about five months at Eastfield; hers, of nine months, is the fifth."""
    for manager, whom in EASTFIELD:
        gives(manager, whom)
    before = faces("abernethy")
    gives("rainsford", "averill", **{name: held for name, held in MARKS.items() if name != "whom"})
    assert in_force("abernethy", "eastfield") == in_force("pritchard", "eastfield") == (5, 6)
    page, api, (_, text), (_, data) = faces("abernethy")
    assert "5, of about 6 months on average" in page.decode() and "Eastfield" in text
    assert (
        json.loads(api)["instructions"] == json.loads(data)["instructions"] == [{"school": "eastfield", "number": 5, "average_months": 6}]
    )
    told = page.decode().partition("<main")[2] + text + data
    assert [name for name in ("Averill", "Rainsford", "Barrowman", "marks", "phone system") if name in told] == []
    assert before != faces("abernethy"), "and it was added"


def test_four_and_none_are_told_apart_by_nobody(gives):
    seen = [faces(name) for name in ("pritchard", "abernethy")]
    for manager, whom in EASTFIELD:
        gives(manager, whom)
    assert [faces(name) for name in ("pritchard", "abernethy")] == seen


def test_five_for_one_person_are_not_five_people(gives, in_force):
    for _ in range(6):
        gives("rainsford", "averill")
    assert in_force("pritchard", "eastfield") == (None, None)


def test_what_was_never_given_and_what_has_ended_is_not_in_force(as_, gives, in_force, time_comes):
    for manager, whom in EASTFIELD:
        gives(manager, whom)
    ref = as_("rainsford", "2026-11-23 09:00").tells("instruction", **{**NETWORKS, "whom": "averill"})
    assert in_force("pritchard", "eastfield") == (None, None), "a draft is none"
    as_("braithwaite", "2026-11-23 11:00").takes(ref, "look", text="Fine.")
    as_("rainsford", "2026-11-24 09:00").takes(ref, "issue")
    assert in_force("pritchard", "eastfield")[0] == 5
    as_("rainsford", "2026-11-24 12:00").takes(ref, "lift", reason="It is over.")
    assert in_force("pritchard", "eastfield") == (None, None)
    assert "lifted" not in GIVEN


def test_it_counts_from_the_day_it_was_given_and_to_its_last_day_as_it_was_renewed(as_, gives, in_force, time_comes):
    short = {"starts": "2026-11-24", "ends": "2026-12-10"}
    refs = [gives(manager, whom, **short) for manager, whom in (*EASTFIELD, ("rainsford", "averill"))]
    assert in_force("pritchard", "eastfield") == (5, 1)
    time_comes("2026-11-25 18:00")
    time_comes("2026-11-25 18:05")
    for ref, (manager, _) in zip(refs, (*EASTFIELD, ("rainsford", "averill")), strict=True):
        as_(manager, "2026-11-26 09:00").takes(ref, "renew", reason="A new attack.", ends="2027-05-24")
    assert in_force("pritchard", "eastfield", "2026-11-26 10:00") == (5, 6)


def test_what_was_given_late_is_as_long_as_it_counts(gives, in_force):
    for manager, whom in (*EASTFIELD, ("rainsford", "averill")):
        gives(manager, whom, when="2027-01-25 09:00", starts="2026-11-24", ends="2027-02-23")
    assert in_force("pritchard", "eastfield", "2027-01-25 10:00") == (5, 1)


# ---------------------------------------------------------------- who


def test_each_is_told_of_the_schools_that_are_theirs_and_nobody_else_is(as_, gives, in_force):
    for name, (_, places) in MAY.items():
        assert {line.place.id or None for line in lengths(as_(name, NOW).by)} == places, name
    for name in MAY_NOT:
        with pytest.raises(Missing):
            lengths(as_(name, NOW).by)


def test_an_instruction_for_oneself_is_in_no_number_of_ones_own(as_, gives, in_force, monkeypatch):
    """Ms Thackray, union representative, has one of five: she counts four, which is none."""
    for manager, whom in (*NORTHGATE[:4], ("pascoe", "thackray")):
        gives(manager, whom)
    assert in_force("pritchard", "northgate")[0] == 5
    assert in_force("thackray", "northgate") == (None, None)
    monkeypatch.setattr(reports, "kept_from", lambda by: [])
    assert in_force("thackray", "northgate")[0] == 5, "without bars it would be noticed"


def test_it_reads_nothing_sealed_in_three_queries(as_, gives):
    for manager, whom in NORTHGATE[:5]:
        gives(manager, whom)
    by = as_("pritchard", NOW).by
    with CaptureQueriesContext(connection) as asked:
        lengths(by)
    assert len(asked) == 3
    assert not any("vault" in one["sql"] for one in asked)


def test_the_page_reads_easily_with_numbers_and_without(gives):
    for rows in ((), NORTHGATE[:5]):
        for manager, whom in rows:
            gives(manager, whom)
        page = page_of(enter("pritchard", london(NOW)).get("/reports/counts/"))
        assert too_hard(page, "staff") == []
        assert convicting(" ".join(ours(page))) == []
        assert "A school is shown where at least 5 people have one." in page.one(tag="main").text
    assert "5, of about 5 months on average" in page.one(tag="main").text
