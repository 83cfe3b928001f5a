"""What AskFirst settles where the rules are silent, and a trust may set: who weighs a concern, and for how long a photo rule counts in full."""

import json

import pytest

from askfirst.adoption import settings_all
from askfirst.adoption.rulings import PARTS, SHIPPED, ruling_settings
from askfirst.casework import board, live
from askfirst.casework.models import Case, CaseStep
from askfirst.people.models import SettingChange
from askfirst.people.settings.changes import agree
from askfirst.people.settings.history import change
from askfirst.people.settings.known import read
from askfirst.people.settings.values import BadSetting
from askfirst.procedure.rulings import rulings
from tests.adoption.conftest import by
from tests.casework.test_concern_stories import state, tells, weighed
from tests.casework.test_event_stories import registers
from tests.cast import MONDAY
from tests.clock import london

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]
NOW = london("2026-11-23 09:00")
STUDENT = {"about": "student", "name": "Amina Farouk-Wells", "what": "She wrote unkind words about a teacher."}
HR_WEIGHS = {"staff": "hr", "student": "pastoral"}


def sets(id, value, *, starts_on="25/11/2026"):
    """Mrs Pritchard-Lowe asks and Dr Achterberg agrees."""
    ref = settings_all.ask("ruling.%s" % id, value, starts_on=starts_on, why="So it is here.", by=by("pritchard"), at=NOW)
    assert change(ref, by=by("pritchard"), at=NOW).state == "waits"
    agree(ref, digest=change(ref, by=by("pritchard"), at=NOW).digest, by=by("achterberg"), at=NOW)


def usual(ref):
    return CaseStep.objects.get(case__ref=ref, step="usual-triage").seat


def who_weighs(as_):
    """Of one told the day before the first day and of one told on it: about staff, about nobody known, about a student, about a head."""
    told = []
    for day in ("2026-11-24", "2026-11-25"):
        tutor = as_("rowbotham", "%s 10:00" % day)
        ways = ({}, {"name": "", "about": "account"}, STUDENT, {"name": "Ms Devlin-Shaw"})
        told.append([usual(tells(tutor, **way)) for way in ways])
    return told


def check_who_weighs(as_):
    pastoral = "alternate-pastoral:northgate"
    sets("weighs", HR_WEIGHS)
    before, after = who_weighs(as_)
    assert before == [pastoral, pastoral, "year-lead:northgate:9", "trust-lead"]
    assert after == ["hr", "hr", pastoral, "trust-lead"], "a head's own matter goes where it always goes"


def test_who_weighs_is_the_trusts_to_set_from_a_day_on(as_):
    check_who_weighs(as_)


def test_and_a_concern_that_reads_no_setting_would_be_seen(as_, monkeypatch):
    monkeypatch.setattr("askfirst.casework.openings.concern.ruling_of", lambda named, on: SHIPPED[named])
    with pytest.raises(AssertionError):
        check_who_weighs(as_)


def test_whoever_is_set_weighs_it_and_the_lead_may_still_choose(as_):
    sets("weighs", {"staff": "head", "student": "year-lead"}, starts_on="")
    told = tells(as_("rowbotham", "2026-11-25 10:00"))
    weighed(as_, told, "devlin")
    assert state(told) == "weighed"
    other = tells(as_("rowbotham", "2026-11-25 14:00"), what="Another one.")
    as_("whitlam", "2026-11-25 14:10").takes(other, "clear", triage="hr")
    assert as_("braithwaite", "2026-11-25 15:00").opens(other)


def test_how_long_a_photo_rule_counts_is_the_trusts_to_set(as_):
    usual_days = registers(as_("finnis", "2026-11-24 10:00"))
    sets("photos", {"days": "21"})
    longer = registers(as_("finnis", "2026-11-25 10:00"), called="The carol concert", place="The church")
    until = {one.ref: one.until.isoformat() for one in board.events(as_("tolland", "2026-12-09 10:00").by)}
    assert until == {usual_days: "2026-12-22", longer: "2026-12-29"}
    for ref in until:
        as_("finnis", "2026-12-03 09:00").takes(ref, "issue-notice")
    tolland = as_("tolland", "2026-12-24 10:00")
    assert {one.ref for one in board.events(tolland.by) if one.in_window(tolland.by.on)} == {longer}
    assert live.organises_at(as_("finnis", "2026-12-24 10:00").by) == {Case.objects.get(ref=longer).school_id}
    assert live.organises_at(as_("finnis", "2026-12-30 10:00").by) == frozenset()


def test_what_stays_can_be_adopted_by_one_person_and_never_turned_off():
    ref = settings_all.ask("ruling.no-hints", {"status": "adopted"}, starts_on="", why="We have read it.", by=by("pritchard"), at=NOW)
    assert change(ref, by=by("pritchard"), at=NOW).state == "agreed"
    for setting in ruling_settings("Chief Executive"):
        if setting.stays:
            for wrong in ("off", "changed", "default", ""):
                with pytest.raises(BadSetting):
                    read(setting, {"status": wrong}, on=MONDAY)


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("weighs", {"staff": "harrow", "student": "year-lead"}),
        ("weighs", {"staff": "hr"}),
        ("weighs", {"staff": "hr", "student": "pastoral", "also": "me"}),
        ("photos", {"days": "6"}),
        ("photos", {"days": "29"}),
        ("photos", {"days": "two weeks"}),
        ("photos", {"days": ["14"]}),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(id, value):
    with pytest.raises(BadSetting) as refused:
        settings_all.ask("ruling.%s" % id, value, starts_on="", why="So.", by=by("pritchard"), at=NOW)
    assert str(refused.value)[:1].isupper() and not SettingChange.objects.exists(), refused.value


def test_each_says_what_it_does_and_either_why_it_stays_or_what_may_be_set():
    every = rulings()
    assert len(every) == 21, "the twenty, and who weighs"
    assert {id for id, one in every.items() if not one.stays} == set(PARTS) == set(SHIPPED)
    assert json.dumps([(one.says, one.words, one.page) for one in every.values()])
    assert {id: [blank.id for blank in parts] for id, parts in PARTS.items()} == {id: list(value) for id, value in SHIPPED.items()}
