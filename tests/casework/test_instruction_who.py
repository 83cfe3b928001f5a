"""Whom an instruction about a blog may be for, who knows of it when, how long it may be, and what becomes of it (3.16, rulings 2 and 7)."""

from datetime import date

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.audit import who_opened
from askfirst.casework.models import CaseBar, CaseStep
from askfirst.people.models import Person, Post
from askfirst.trail.models import Notice
from tests.casework.test_instruction_stories import DRAFT, MARKS, NETWORKS, drafts, given, queried, refused, state
from tests.cast import who
from tests.clock import london


def test_nobody_instructs_themselves_or_up_the_line_or_whom_others_manage(as_):
    said = set()
    for name, whom in (
        ("siddiqui", "siddiqui"), ("wieczorek", "siddiqui"), ("rainsford", "abernethy"), ("rainsford", "harrow"), ("rainsford", "farouk"),
        ("abernethy", "averill"), ("rainsford", "nobody at all"),
    ):  # fmt: skip
        problem = refused(lambda name=name, whom=whom: as_(name, "2026-11-24 09:00").tells("instruction", **{**NETWORKS, "whom": whom}))
        assert problem.field == "whom"
        said.add(str(problem.sentence))
    assert len(said) == 1, "a student, somebody of another school and nobody at all are told alike"


def test_whoever_acts_for_a_manager_who_is_away_drafts_for_them(as_):
    ref = as_("amadi", "2026-11-24 09:00").tells("instruction", **{**NETWORKS, "whom": "holloway"})
    with pytest.raises(Missing):
        as_("abernethy", "2026-11-24 09:00").opens(ref)
    assert ref in as_("loxley", "2026-12-14 09:00").sees(), "she sees it once she is back"


def test_she_knows_nothing_of_it_before_it_is_given(as_):
    ref = drafts(as_, "rainsford", **MARKS)
    assert not Notice.objects.filter(case=ref, to=who("averill")).exists()
    for name in ("averill", "abernethy", "pickersgill", "sethuraman", "achterberg"):
        with pytest.raises(Missing):
            as_(name, "2026-11-23 10:00").opens(ref)
    as_("braithwaite", "2026-11-23 11:00").takes(ref, "look", text="Fine.")
    as_("rainsford", "2026-11-24 09:00").takes(ref, "issue")
    assert Notice.objects.filter(case=ref, to=who("averill")).exists()
    assert "details" in as_("averill", "2026-11-24 10:00").opens(ref).papers
    assert CaseBar.objects.filter(case__ref=ref, person_id=who("averill")).exists()


def test_it_is_never_longer_than_a_year_and_never_the_wrong_way_round(as_):
    for ends, fits in (("2027-11-23", True), ("2027-11-24", False), ("2026-11-23", False)):
        if fits:
            drafts(as_, ends=ends)
        else:
            assert refused(lambda ends=ends: drafts(as_, ends=ends)).field == "ends"


def test_a_draft_changed_since_is_read_as_it_was_given(as_):
    ref = drafts(as_)
    as_("braithwaite", "2026-11-23 11:00").takes(ref, "look", text="Shorter.")
    as_("siddiqui", "2026-11-23 12:00").takes(ref, "change", **{**DRAFT, "what": "The switchboard.", "ends": "2027-01-31"})
    assert as_("braithwaite", "2026-11-23 13:00").has_to() == [(ref, "look", "")]
    as_("braithwaite", "2026-11-23 13:00").takes(ref, "look", text="Good.")
    as_("siddiqui", "2026-11-24 09:00").takes(ref, "issue")
    papers = str(as_("wieczorek", "2026-11-24 10:00").opens(ref).papers)
    assert "The switchboard." in papers and "phone system" not in papers.replace("The phone system alone.", "")
    assert [row.of for row in CaseStep.objects.filter(case__ref=ref, step="last-day").order_by("sequence")] == ["2027-04-30", "2027-01-31"]


def test_it_is_renewed_with_a_new_reason_and_the_same_rights(as_, time_comes):
    ref = queried(as_)
    as_("wieczorek", "2026-11-24 12:00").takes(ref, "receive")
    time_comes("2026-11-24 18:00")
    time_comes("2027-03-31 08:05")
    manager = as_("siddiqui", "2027-04-13 09:00")
    assert refused(lambda: manager.takes(ref, "renew", ends="2027-09-30")).field == "reason"
    assert refused(lambda: manager.takes(ref, "renew", reason="A new attack.", ends="2028-05-01")).field == "ends"
    assert refused(lambda: manager.takes(ref, "renew", reason="A new attack.", ends="2027-04-30")).field == "ends"
    manager.takes(ref, "renew", reason="A new attack.", ends="2027-09-30")
    assert (ref, "advise-again", "") in as_("braithwaite", "2027-04-13 10:00").has_to()
    assert as_("wieczorek", "2027-04-13 10:00").has_to() == [(ref, "receive", "")]
    assert as_("wieczorek", "2027-04-13 10:00").may(ref, "challenge") == []
    time_comes("2027-05-01 08:05")
    assert state(ref) == "active"
    time_comes("2027-10-01 08:05")
    time_comes("2027-10-01 08:10")
    assert state(ref) == "ended"


def test_it_ends_with_whoever_it_is_for_and_goes_on_without_whoever_drafted_it(as_, time_comes):
    ref = given(as_, "rainsford", **MARKS)
    other = given(as_)
    as_("wieczorek", "2026-11-24 10:00").takes(other, "query", text="Which part?")
    Person.objects.filter(ref=who("siddiqui")).update(left_on=date(2026, 11, 24))
    Post.objects.filter(person_id=who("wieczorek")).update(line_manager_id=who("achterberg"))
    time_comes("2026-11-25 08:05")
    assert (other, "explain", "") in as_("achterberg", "2026-11-25 09:00").has_to()
    as_("achterberg", "2026-11-25 09:00").takes(other, "explain", text="The switchboard.")
    as_("achterberg", "2026-11-25 09:30").takes(other, "lift", reason="It is over.")
    assert state(other) == "lifted"
    time_comes("2027-03-26 08:05")
    assert state(ref) == "left"


def test_whoever_it_is_for_reads_who_opened_it(as_):
    ref = given(as_, "rainsford", **MARKS)
    as_("averill", "2026-11-24 10:00").opens(ref)
    opened = who_opened(ref, by=as_("averill", "2026-11-24 11:00").by, at=london("2026-11-24 11:00"))
    assert [one.who for one in opened.opened if not one.list_only] == [who("averill")]
    with pytest.raises(Missing):
        who_opened(ref, by=as_("pickersgill", "2026-11-24 11:00").by, at=london("2026-11-24 11:00"))
