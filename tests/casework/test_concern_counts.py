"""S60: school reports count a concern that was false under “no action”, with no name; no small number comes back by difference (3.21)."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askfirst.casework import concern_counts, reports
from askfirst.casework.access import Missing
from askfirst.casework.concern_counts import CAME_OF_IT
from askfirst.casework.kinds.concern_ways import WAYS
from askfirst.casework.models import Case, CaseBar
from askfirst.casework.reports import counts
from gates.words import convicting
from tests.access.world import enter
from tests.casework.test_concern_stories import POST, WEIGHED
from tests.casework.test_reports import MAY, MAY_NOT, faces
from tests.clock import at, london
from tests.web.pages import ours, page_of
from tests.web.test_words_of_pages import too_hard

__all__ = ["at"]

DAY, NOW = "2026-11-25 ", "2026-11-25 13:00"
TOLD_BY = ("rowbotham", "harrow", "okoropenn", "pascoe", "qureshi", "makoni", "thackray")
SAID = {"no-action": {"reason": "It is a joke."}, "advice": {"reason": "He takes it down."}, "restorative": {"reason": "They talk."}}


@pytest.fixture
def ended(as_, at):
    """Told by one, cleared, weighed, ended one way, and whoever told of it heard so; its reference."""
    at(NOW)

    def end(by, way="no-action", word="", over=True, **post):
        ref = as_(by, DAY + "09:00").tells("concern", **{**POST, **post})
        as_("whitlam", DAY + "10:00").takes(ref, "clear", triage="usual")
        handler = as_("obuya", DAY + "11:00")
        handler.takes(ref, "weigh", **WEIGHED)
        if word:
            as_("braithwaite", DAY + "11:10").takes(ref, "record-outcome", outcome=word, reason="The picture was made up.")
        handler.takes(ref, way, **SAID[way])
        if over:
            handler.takes(ref, "tell-reporter", note="It was looked into.")
        return ref

    return end


@pytest.fixture
def number(as_):
    """What somebody is told of a school, by what came of it."""

    def look(name, came="no-action", school="northgate"):
        rows = concern_counts.outcomes(as_(name, NOW).by)
        (row,) = [row for row in rows if (row.state, row.place.id) == (came, school)]
        return row.number

    return look


def small_numbers(by):
    """Small numbers that the numbers somebody is told give back: those who stand at a stage, less those whose end is told as well."""
    found = []
    for place in reports.places_of(by):
        over = [row.number or 0 for row in concern_counts.outcomes(by) if row.place == place]
        stages = [row.number or 0 for row in counts(by).rows if row.kind == "concern" and row.place.id == place.id]
        found += [left for left in [sum(stages) - sum(over)] if 0 < left < reports.LEAST]
    return found


# ---------------------------------------------------------------- planted flaws


def test_a_stage_beside_the_number_would_give_four_back(as_, ended, monkeypatch):
    """Nine were looked into: five led to nothing, four to advice. Told by stage as well, the four were nine less five."""
    for number, by in enumerate((*TOLD_BY, *TOLD_BY[:2])):
        ended(by, "no-action" if number < 5 else "advice")
    by = as_("pritchard", NOW).by
    assert small_numbers(by) == []
    monkeypatch.setattr(reports, "GOVERNED", reports.GOVERNED | {"concern"})
    assert small_numbers(by) == [4]


def test_a_small_number_told_would_be_noticed(ended, number, monkeypatch):
    for by in TOLD_BY[:4]:
        ended(by)
    assert number("pritchard") is None
    monkeypatch.setattr(reports, "LEAST", 4)
    assert number("pritchard") == 4


# ---------------------------------------------------------------- S60


def test_s60_school_reports_count_it_under_no_action_with_no_name(ended, number):
    """Four led to nothing at Northgate; hers, told by Luca and found false, is the fifth, although it was sent to a talk at first."""
    for by in TOLD_BY[:4]:
        ended(by)
    before = faces("devlin")
    ended("brannigan", "restorative", word="false", name="Ms Mei-Lin Harrow")
    assert number("devlin") == number("pritchard") == number("thackray") == 5
    assert number("devlin", "settled") is None
    page, api, (_, text), (_, data) = faces("devlin")
    assert "Concerns that were looked into" in page.decode() and "A concern · No action · Northgate School · 5" in text
    row = {"came_of_it": "no-action", "school": "northgate", "number": 5}
    assert row in json.loads(api)["concerns"] and json.loads(api) == json.loads(data)
    told = page.decode().partition("<main")[2] + text + data
    assert [name for name in ("Harrow", "Luca", "Brannigan", "Standish", "made up", "malicious") if name in told] == []
    assert faces("devlin") != before, "and it was added"


@pytest.mark.parametrize("word", ["unsubstantiated", "unfounded", "false"])
def test_what_was_not_shown_is_no_action_and_what_was_so_is_what_followed(ended, number, word, monkeypatch):
    monkeypatch.setattr(reports, "LEAST", 1)
    ended("rowbotham", "advice", word=word)
    ended("harrow", "advice", word="substantiated")
    assert (number("pritchard"), number("pritchard", "settled"), number("pritchard", "sent-on")) == (1, 1, None)


def test_four_and_none_are_told_apart_by_nobody(ended):
    seen = [faces(name) for name in ("pritchard", "devlin", "thackray")]
    for by in TOLD_BY[:4]:
        ended(by)
    assert [faces(name) for name in ("pritchard", "devlin", "thackray")] == seen


def test_what_is_still_open_or_was_taken_back_is_in_no_number(as_, ended, number):
    for by in TOLD_BY[:4]:
        ended(by)
    ended("qureshi", over=False)
    taken_back = as_("makoni", DAY + "09:00").tells("concern", **POST)
    as_("makoni", DAY + "09:10").takes(taken_back, "withdraw")
    assert number("pritchard") is None


def test_every_way_on_counts_as_something(cast):
    ways = {row.id for row in WAYS} - {"go-on-leaver"}
    assert ways == set(concern_counts.WAYS) and set(concern_counts.WAYS.values()) == set(CAME_OF_IT)


# ---------------------------------------------------------------- who


def test_each_is_told_of_the_schools_that_are_theirs_and_nobody_else_is(as_, at):
    at(NOW)
    for name, (_, places) in MAY.items():
        assert {row.place.id or None for row in concern_counts.outcomes(as_(name, NOW).by)} == places, name
    for name in MAY_NOT:
        with pytest.raises(Missing):
            concern_counts.outcomes(as_(name, NOW).by)


def test_s56_a_concern_about_the_headteacher_is_not_in_her_numbers(ended, number, as_, monkeypatch):
    """Four others, and one about Ms Devlin-Shaw, which Dr Achterberg weighs: she counts as if there were four."""
    for by in TOLD_BY[:4]:
        ended(by)
    before = faces("devlin")
    ref = as_("makoni", DAY + "09:00").tells("concern", **{**POST, "name": "Ms Bronagh Devlin-Shaw"})
    assert "devlin" in [bar.person.username for bar in CaseBar.objects.filter(case__ref=ref)]
    as_("whitlam", DAY + "10:00").takes(ref, "clear", triage="usual")
    lead = as_("achterberg", DAY + "11:00")
    lead.takes(ref, "weigh", **WEIGHED)
    lead.takes(ref, "no-action", **SAID["no-action"])
    lead.takes(ref, "tell-reporter", note="It was looked into.")
    assert Case.objects.get(ref=ref).school_id == "northgate" and number("pritchard") == 5
    assert faces("devlin") == before
    monkeypatch.setattr(reports, "kept_from", lambda by: [])
    assert faces("devlin") != before, "without bars it would be noticed"


def test_it_reads_nothing_sealed_in_three_queries(as_, ended):
    for by in TOLD_BY[:2]:
        ended(by)
    by = as_("pritchard", NOW).by
    with CaptureQueriesContext(connection) as asked:
        concern_counts.outcomes(by)
    assert len(asked) == 3 and not any("vault" in one["sql"] for one in asked)


def test_the_page_reads_easily_with_numbers_and_without(ended):
    for more in ((), TOLD_BY[:5]):
        for by in more:
            ended(by)
        page = page_of(enter("pritchard", london(NOW)).get("/reports/counts/"))
        assert too_hard(page, "staff") == [] and convicting(" ".join(ours(page))) == []
        assert "They are counted once they are over. What was false counts as no action." in page.one(tag="main").text
