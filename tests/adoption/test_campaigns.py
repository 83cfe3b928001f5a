"""S48: a campaign for v2, from its opening to its close, told by Mrs Rainsford's team at Eastfield; and what is never kept of anybody."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import models as db

from askfirst.adoption import campaigns as held
from askfirst.adoption import models
from askfirst.adoption.campaigns import BadPlan, NoCampaign, asking, campaigns, drop, open_campaign, plan
from askfirst.adoption.editions import name_in_force, named
from askfirst.adoption.outstanding import team
from askfirst.adoption.shown import NotNow, ask_noted, forget_left, note_for, press, show, shown_to
from askfirst.adoption.understood import STANDS, State, digest_of
from askfirst.casework.models import Case
from askfirst.people.merge import merge
from askfirst.people.models import Absence, Person, Post
from askfirst.people.notify import mail_sent, send_due
from askfirst.procedure.clause import Addressee
from askfirst.procedure.scenarios import owed, the_scenarios
from askfirst.trail.models import Event, Notice
from tests.adoption.campaigning import OPENS, asked, line, reads, rounds, task, told_on, v2
from tests.adoption.conftest import by
from tests.cast import MONDAY, who
from tests.clock import london

EVERY_DAY = [(OPENS + timedelta(days=n)).isoformat() for n in range(70)]


@pytest.fixture
def campaign(cast):
    """All staff read v2, from 11 January to 12 February 2027."""
    return asked(v2())


def test_s48_on_leave_she_is_not_outstanding_and_her_own_task_opens_on_the_monday(campaign):
    """Ms Tarrant is on maternity leave until Friday 5 March 2027."""
    assert line("rainsford", "tarrant", date(2027, 1, 20)) == "leave"
    assert str(STANDS[State.LEAVE]) == "cannot: leave"
    assert not [one for one in team(by("rainsford", on=date(2027, 2, 1)), on=date(2027, 2, 1)) if one.outstanding and "Tarrant" in one.name]
    rounds(*EVERY_DAY)
    assert [day for day, _ in told_on("tarrant")] == ["2027-03-08", "2027-03-15", "2027-03-18"], "no reminder before; day 5 is a Saturday"
    hers = task("tarrant", date(2027, 3, 8))
    assert (hers.asked.ref, hers.asked.edition) == (campaign, "v2"), "the same campaign, the same version"
    assert line("rainsford", "tarrant", date(2027, 3, 7)) == "not-yet"
    assert line("rainsford", "tarrant", date(2027, 3, 8)) == "not-started"
    shown = reads("tarrant", "2027-03-09 10:00")
    assert shown.edition.edition == "v2"
    assert line("rainsford", "tarrant", date(2027, 3, 9)) == "acknowledged"


def test_s48_given_a_copy_and_nothing_follows(campaign):
    """Ms Averill says that she will not click: Mrs Rainsford hands her a copy and writes it down."""
    on = date(2027, 1, 21)
    before = Case.objects.count(), Notice.objects.filter(to=who("averill")).count()
    note_for(by("rainsford", on=on), ref=who("averill"), what="copy", at=london("2027-01-21 12:00"))
    assert line("rainsford", "averill", on) == "copy"
    assert str(STANDS[State.COPY]) == "given a copy"
    rounds(*EVERY_DAY[10:])
    assert (Case.objects.count(), Notice.objects.filter(to=who("averill")).count()) == before, "no concern, no sanction, no reminder"
    assert not [one for one in team(by("rainsford", on=on), on=on) if one.outstanding and "Averill" in one.name]


def test_s48_she_may_ask_for_a_paper_copy_herself_and_read_it_later_all_the_same(campaign):
    reads("averill", "2027-01-12 12:00", what="copy")
    assert line("rainsford", "averill", date(2027, 1, 12)) == "copy"
    reads("averill", "2027-01-13 12:00")
    assert line("rainsford", "averill", date(2027, 1, 13)) == "acknowledged"


def test_s48_an_acknowledgement_holds_the_version_the_hash_and_the_date(campaign):
    """Miss Drinkwater reads on her phone."""
    shown = reads("drinkwater", "2027-01-14 16:10")
    row = models.Shown.objects.get(person_id=who("drinkwater"))
    assert (row.edition, row.wording_id, row.on, row.state) == ("v2", shown.digest, date(2027, 1, 14), "acknowledged")
    text = models.Wording.objects.get(digest=shown.digest).text
    assert digest_of(text) == shown.digest
    for clause in shown.clauses:
        assert "\n%s\n%s\n%s\n" % (clause.id, clause.strength, clause.plain) in text
    assert text.endswith("I have read this") and "agree" not in text.rpartition("\n")[2]
    event = Event.objects.get(chain="campaigns", what="read")
    assert (event.who, event.edition, event.words, event.of) == (who("drinkwater"), "v2", shown.digest, campaign)


def test_s48_nobody_can_see_how_long_anyone_read(campaign):
    """There is no time in a row, only one day; the trail has a line for the press and none for the look."""
    reads("drinkwater", "2027-01-14 16:10")
    kinds = {field.name: type(field) for field in models.Shown._meta.get_fields()}
    assert not [name for name, kind in kinds.items() if issubclass(kind, db.DateTimeField | db.TimeField | db.DurationField)]
    assert [name for name, kind in kinds.items() if issubclass(kind, db.DateField)] == ["on"]
    assert set(kinds) == {"id", "campaign", "person", "edition", "of", "wording", "state", "asked", "on", "noted_by"}, "no room for answers"
    assert Event.objects.filter(who=who("drinkwater")).count() == 1
    for name in ("rainsford", "wieczorek", "pritchard", "sethuraman"):
        for one in team(by(name, on=date(2027, 1, 15)), on=date(2027, 1, 15)):
            assert set(one.__slots__) == {"ref", "name", "state"}


def test_a_field_for_a_time_would_be_noticed():
    """The way of looking finds one where there is one."""
    kinds = [type(field) for field in models.Campaign._meta.get_fields()]
    assert [kind for kind in kinds if issubclass(kind, db.DateTimeField)]


def test_s48_a_question_is_no_refusal(campaign):
    day = date(2027, 1, 13)
    show(by("drinkwater", on=day), at=london("2027-01-13 10:00"))
    assert line("rainsford", "drinkwater", day) == "read"
    ask_noted(by("drinkwater", on=day), on=day)
    assert line("rainsford", "drinkwater", day) == "question"
    rounds(*EVERY_DAY)
    assert "2027-01-18" not in [when for when, _ in told_on("drinkwater")], "who waits for an answer is not reminded"
    reads("drinkwater", "2027-01-20 10:00")
    assert line("rainsford", "drinkwater", date(2027, 1, 20)) == "acknowledged"


def test_s48_the_manager_sees_her_own_team_and_nobody_elses(campaign):
    on = date(2027, 1, 15)
    reads("drinkwater", "2027-01-14 10:00")
    names = {one.name: one.state for one in team(by("rainsford", on=on), on=on)}
    assert names == {
        "Ms Zuleikha Barrowman": "not-started", "Mr Orlando Pickersgill": "not-started", "Ms Constance Averill": "not-started",
        "Ms Sunniva Tarrant": "leave", "Miss Paloma Drinkwater": "acknowledged",
    }  # fmt: skip
    assert [one.outstanding for one in team(by("rainsford", on=on), on=on)] == [True, True, True, False, False]
    for name in ("wieczorek", "tolland", "drinkwater"):
        assert team(by(name, on=on), on=on) == ()
    with pytest.raises(NotNow):
        note_for(by("pascoe", on=on), ref=who("averill"), what="copy", at=london("2027-01-15 10:00"))
    with pytest.raises(NotNow):
        note_for(by("rainsford", on=on), ref=who("averill"), what="read", at=london("2027-01-15 10:00"))
    assert not models.Shown.objects.filter(person_id=who("averill")).exists()


def test_reminders_come_after_a_miss_only_and_once(campaign):
    for day in EVERY_DAY:
        rounds(day, day)
    told = told_on("holloway")
    assert told == [("2027-01-11", "to-do"), ("2027-01-18", "reminder"), ("2027-01-21", "reminder"), ("2027-01-26", "reminder")]
    assert not [one for one in told if one[0] > "2027-02-12"]


def test_the_mail_says_only_that_there_is_something_to_do(campaign, settings, tmp_path):
    settings.ASKFIRST = replace(settings.ASKFIRST, data=tmp_path)
    rounds("2027-01-11", "2027-01-18")
    send_due(at=london("2027-01-18 09:00"))
    mails = mail_sent(most=500)
    assert len(mails) > 40 and {mail.subject for mail in mails} == {"You have something to do in AskFirst"}
    for mail in mails:
        assert "/me/" in mail.body
        assert not re.search(r"read|procedure|campaign|clause|v2|SNS|" + campaign, mail.body.replace("nobody else can read along", ""))


def test_whoever_has_read_it_is_not_reminded(campaign):
    rounds("2027-01-11")
    reads("holloway", "2027-01-12 10:00")
    rounds(*EVERY_DAY)
    assert told_on("holloway") == [("2027-01-11", "to-do")]


def test_after_a_stop_one_reminder_comes_and_none_of_those_gone_by(campaign):
    rounds("2027-01-28")
    assert told_on("holloway") == [("2027-01-28", "reminder")]


def test_no_notice_on_a_weekend_before_eight_or_while_away(campaign):
    Absence.objects.create(person_id=who("holloway"), starts=date(2027, 1, 18), ends=date(2027, 1, 20))
    rounds("2027-01-16", "2027-01-17", "2027-01-18", "2027-01-19", "2027-01-20")
    assert told_on("holloway") == []
    rounds("2027-01-21")
    assert told_on("holloway") == [("2027-01-21", "reminder")]


def test_students_and_whoever_has_left_hear_nothing(campaign):
    Person.objects.filter(username="holloway").update(left_on=date(2027, 1, 8))
    rounds(*EVERY_DAY)
    names = dict(Person.objects.values_list("ref", "username"))
    told = {names[to] for to in Notice.objects.filter(key__startswith="campaign:").values_list("to", flat=True)}
    assert not told & {"holloway", "farouk", "kit", "osei", "blenkinsop-g", "quarshie", "grange"}
    assert {"drinkwater", "rainsford", "achterberg", "wieczorek", "standish"} <= told


def test_a_new_starter_is_asked_from_the_first_day(campaign):
    new = Person.objects.create(username="novak", name="Ms Ada Novak", short="Ms Novak", kind="staff", school_id="eastfield")
    Post.objects.create(person=new, school_id="eastfield", line_manager_id=who("rainsford"), starts=date(2027, 2, 22))
    rounds(*EVERY_DAY)
    assert [day for day, _ in told_on("novak")][:2] == ["2027-02-22", "2027-03-01"]


def test_only_the_clauses_for_me_and_only_what_changed_since_i_last_read(cast):
    """She read the 2018 edition in an autumn campaign; of v2, one clause means something else."""
    asked("2018-11", opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    first = reads("drinkwater", "2026-11-24 10:00")
    assert {clause.addressee for clause in first.clauses} == {"staff", "both"} and first.since == ""
    asked(v2())
    again = task("drinkwater", OPENS)
    assert [clause.id for clause in again.clauses] == ["SNS-6"]
    assert (again.since, again.since_on) == ("2018-11", date(2026, 11, 24))
    assert {one.clause for one in again.scenarios} <= {"SNS-6"}
    never = task("holloway", OPENS)
    assert len(never.clauses) == len(first.clauses)
    assert "MAN-1" in {clause.id for clause in task("rainsford", OPENS).clauses}


def test_nothing_new_is_nothing_to_do(cast):
    asked("2018-11", opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    reads("drinkwater", "2026-11-24 10:00")
    asked("2018-11", opens=date(2026, 12, 1), closes=date(2026, 12, 18), at="2026-12-01 08:30")
    assert line("rainsford", "drinkwater", date(2026, 12, 2)) == "nothing-new"
    assert line("rainsford", "averill", date(2026, 12, 2)) == "not-started"
    with pytest.raises(NotNow):
        reads("drinkwater", "2026-12-02 10:00")


def test_a_role_taken_on_since_is_new(cast):
    asked("2018-11", opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    reads("drinkwater", "2026-11-24 10:00")
    Post.objects.filter(person_id=who("averill")).update(line_manager_id=who("drinkwater"))
    asked("2018-11", opens=date(2026, 12, 1), closes=date(2026, 12, 18), at="2026-12-01 08:30")
    mine = task("drinkwater", date(2026, 12, 2))
    assert {clause.addressee for clause in mine.clauses} == {"manager"}


def test_words_that_are_not_those_shown_are_not_acknowledged(campaign):
    me, when = by("drinkwater", on=OPENS), london("2027-01-11 10:00")
    right = task("drinkwater", OPENS).digest
    with pytest.raises(NotNow):
        press(me, what="read", digest=right, at=when)  # nothing was shown
    show(me, at=when)
    for wrong in ("", "0" * 64, right[:-1]):
        with pytest.raises(NotNow):
            press(me, what="read", digest=wrong, at=when)
    assert models.Shown.objects.get().state == "read"
    press(me, what="read", digest=right, at=when)
    press(me, what="read", digest=right, at=when)
    assert Event.objects.filter(what="read").count() == 1


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("audience", {"audience": ()}),
        ("audience", {"audience": ("parents",)}),
        ("schools", {"at_schools": ("nowhere",)}),
        ("opens", {"opens": "soon"}),
        ("opens", {"opens": "2027-02-30"}),
        ("opens", {"opens": "2026-11-20"}),
        ("closes", {"closes": ""}),
        ("closes", {"closes": "2027-01-12"}),
        ("closes", {"closes": "2029-01-12"}),
        ("edition", {"edition": "v9"}),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_its_field(cast, field, given):
    whole: dict[str, Any] = {"edition": "2018-11", "audience": ("staff",), "at_schools": (), "opens": "2027-01-11", "closes": "12/2/2027"}
    with pytest.raises(BadPlan) as refused:
        plan(by("pritchard"), **{**whole, **given}, at=london("2026-11-23 09:00"))
    assert refused.value.field == field
    assert not models.Campaign.objects.exists()
    assert plan(by("pritchard"), **whole, at=london("2026-11-23 09:00"))


@pytest.mark.parametrize("name", ["rainsford", "achterberg", "wieczorek", "sethuraman", "farouk"])
def test_whoever_does_not_govern_finds_no_campaign(cast, name):
    ref = asked("2018-11", opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    with pytest.raises(NoCampaign):
        campaigns(by(name))
    for act in (open_campaign, drop):
        with pytest.raises(NoCampaign):
            act(by(name), ref=ref, at=london("2026-11-24 09:00"))
    with pytest.raises(NoCampaign):
        plan(
            by(name),
            edition="2018-11",
            audience=("staff",),
            at_schools=(),
            opens="2027-01-11",
            closes="2027-02-12",
            at=london("2026-11-24 09:00"),
        )


def test_planned_opened_and_called_off(cast):
    clerk = by("pritchard")
    ref = plan(
        clerk,
        edition="2018-11",
        audience=("staff",),
        at_schools=("eastfield",),
        opens="2026-11-23",
        closes="2026-12-18",
        at=london("2026-11-23 09:00"),
    )
    assert asking(on=MONDAY) == () and campaigns(clerk)[0].phase == "planned"
    late = by("pritchard", on=date(2026, 11, 26))
    assert open_campaign(late, ref=ref, at=london("2026-11-26 09:00"))
    assert not open_campaign(late, ref=ref, at=london("2026-11-26 09:01"))
    one = campaigns(late)[0]
    assert (one.phase, one.asked.opens, one.asked.closes) == ("open", date(2026, 11, 26), date(2026, 12, 21)), "as many days as planned"
    assert task("drinkwater", date(2026, 11, 26)) is not None
    assert task("harrow", date(2026, 11, 26)) is None, "Northgate is not asked"
    assert drop(late, ref=ref, at=london("2026-11-26 10:00"))
    assert task("drinkwater", date(2026, 11, 26)) is None
    rounds("2026-11-30")
    assert not Notice.objects.filter(key__startswith="campaign:").exists()


def test_what_is_kept_goes_six_years_after_they_leave(campaign):
    reads("averill", "2027-01-12 10:00")
    Person.objects.filter(username="averill").update(left_on=date(2027, 3, 25))
    assert forget_left(at=london("2033-03-25 09:00")) == 0
    assert [one.edition for one in shown_to(who("averill"))] == ["v2"]
    assert forget_left(at=london("2033-03-26 09:00")) == 1
    assert shown_to(who("averill")) == ()


def test_of_two_records_of_one_person_one_line_stays(campaign):
    for name in ("drinkwater", "holloway"):
        reads(name, "2027-01-12 10:00")
    merge(gone=who("drinkwater"), into=who("holloway"), by="", at=london("2027-01-13 09:00"), on=date(2027, 1, 13))
    assert models.Shown.objects.count() == 1


def test_a_rule_without_scenarios_is_told_for_those_who_are_asked_alone(monkeypatch, cast):
    """Planted: with none for students, a campaign for staff has nothing to say of it, and one for students names it."""
    edition = name_in_force(on=date(2026, 11, 23))
    clause = next(clause for clause, reader in owed(named(name=edition, readings=False)) if reader is Addressee.STUDENT)
    ours = tuple(one for one in the_scenarios() if (one.clause, one.reader) != (clause, Addressee.STUDENT))
    monkeypatch.setattr(held, "the_scenarios", lambda: ours)
    asked_of = (("staff",), ("manager",), ("student",), ("staff", "student"))
    assert [held.without_scenarios(edition=edition, audience=who) for who in asked_of] == [(), (), (clause,), (clause,)]
