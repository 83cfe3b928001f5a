"""What is past its time goes, and nothing else: S58 by the Data Protection Officer, holds, open cases, a run stopped midway."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection, transaction

from askfirst.casework import access, audit
from askfirst.casework.access import Missing
from askfirst.casework.classes import CLASSES
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.kept import class_of
from askfirst.casework.models import Case, CaseAccess, CaseBar, CaseCall, CaseStep
from askfirst.people.calendar import london_day
from askfirst.people.models import Conflict, Holding, Person
from askfirst.records import holds, retention
from askfirst.records.models import Hold
from askfirst.records.outcome_lines import outcome_lines
from askfirst.records.retention import Changed, Status
from askfirst.trail import chain
from askfirst.trail.export import export, verify_export
from askfirst.trail.models import Coded, Notice
from askfirst.vault.models import CaseKey, Sealed
from askfirst.vault.seal import Gone, unseal
from tests.casework.test_concern_stories import POST, WEIGHED
from tests.cast import who
from tests.clock import london
from tests.groups import EASTFIELD, proposes
from tests.onward import sent_on

ANSWER = {"text": "CANARYANSWER Only what is published.", "strength": "Should", "clause": "BLG-1"}
TODAY = "2026-11-25 10:00"
NEWS = {"asked": "CANARYPRESS", "reporter": {"name": "Ms Calloway", "outlet": "Evening Courier", "contact": "01632 960455"}}


@pytest.fixture
def asked(as_):
    """A question of Ms Harrow's that Dr Pascoe answered and that she finished, all on one day."""

    def ask(day, text="CANARYASK"):
        ref = as_("harrow", day + " 10:00").asks(text)
        as_("pascoe", day + " 11:00").takes(ref, "answer", **ANSWER)
        as_("harrow", day + " 12:00").takes(ref, "that-helps")
        return ref

    return ask


@pytest.fixture
def logged(as_):
    def log(day):
        ref = as_("abernethy", day + " 10:00").logs(about_no_school=True, **NEWS)
        as_("abernethy", day + " 12:00").takes(ref, "withdraw")
        return ref

    return log


@pytest.fixture
def worried(as_):
    """A concern of Ms Harrow's about Mr Standish that led to nothing more; Ms Devlin-Shaw looked again, and it stood."""

    def tell(day):
        ref = as_("harrow", day + " 09:00").tells("concern", **{**POST, "what": "CANARYHELD"})
        as_("whitlam", day + " 10:00").takes(ref, "clear", triage="usual")
        obuya = as_("obuya", day + " 11:00")
        obuya.takes(ref, "weigh", **WEIGHED)
        obuya.takes(ref, "no-action", reason="It is a joke.")
        obuya.takes(ref, "tell-reporter", note="It was looked into.")
        as_("harrow", day + " 12:00").takes(ref, "ask-again", text="Is that all?")
        as_("devlin", day + " 13:00").takes(ref, "second-look", outcome="stands", note="It is.")
        assert Case.objects.get(ref=ref).state == "closed"
        return ref

    return tell


@pytest.fixture
def dpo(as_):
    return as_("sethuraman", TODAY)


def held(one, ref, owner="braithwaite", review_on="2027-03-01"):
    return holds.set_hold(
        {"case": ref, "owner": who(owner), "why": "CANARYWHY A claim in court.", "review_on": review_on}, by=one.by, at=one.at
    )


def looked(one):
    return retention.preview(by=one.by, on=london_day(one.at))


def run(one, digest=None):
    return retention.purge(by=one.by, digest=looked(one).digest if digest is None else digest, at=one.at)


def stands(found):
    return {(row.cls.id, row.due, row.held, row.kept) for row in found.counted}


def everything():
    """Every row of every table, as one text."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if not name.startswith("django_")]
        rows = {}
        for name in tables:
            cursor.execute('SELECT * FROM "%s"' % name)
            rows[name] = sorted(repr(row) for row in cursor.fetchall())
    return rows


def test_s58_the_preview_then_the_run(asked, logged, worried, dpo, as_):
    """S58, every line: an ask, a press log, and a concern about staff that led to nothing, kept by a hold."""
    ask, press, concern = asked("2025-09-24"), logged("2024-11-20"), worried("2025-10-01")
    as_("pascoe", "2025-09-25 10:00").opens(ask)
    hold = held(dpo, concern)
    before = everything()
    found = looked(dpo)
    # 1: due, not due, held
    assert [(line.ref, line.cls.shown, line.cls.months, line.status) for line in found.due] == [(ask, "R1", 12, Status.DUE)]
    assert [(line.ref, line.cls.shown, line.status) for line in found.held] == [(concern, "R3", Status.HELD)]
    assert stands(found) == {("R1", 1, 0, 0), ("R1-press", 0, 0, 1), ("R3", 0, 1, 0)}
    assert (CLASSES["R1-press"].months, CLASSES["R3"].months) == (36, 12)
    # 2: the preview removes nothing
    assert everything() == before
    # 7: private checks are not in it
    assert "R0" not in {row.cls.id for row in found.counted} and str(CLASSES["R0"].keeps) == "Never stored."
    done = run(dpo, found.digest)
    # 3: the ask can be read by nobody, the others still can
    assert not CaseKey.objects.filter(case=ask).exists() and not Sealed.objects.filter(case=ask).exists()
    with pytest.raises(Gone):
        unseal(case=ask, names=["step-1"])
    for name in ("harrow", "pascoe", "sethuraman", "devlin"):
        with pytest.raises(Missing):
            as_(name, TODAY).opens(ask)
    assert as_("harrow", TODAY).sees() == [concern]
    assert as_("harrow", TODAY).opens(concern).papers["details"]["what"] == "CANARYHELD"
    assert "CANARYHELD" in str(as_("obuya", TODAY).opens(concern).papers)
    assert "CANARYPRESS" in str(as_("abernethy", TODAY).opens(press).papers)
    # 4: class, count and date, and no content
    assert [(cls.shown, count) for cls, count in done.lines] == [("R1", 1)] and done.at == dpo.at and done.whole
    kept = everything()
    assert not any(ask in row or "CANARY" in row for name in ("records_run", "records_runline") for row in kept[name])
    assert {ask} & {event.of for event in chain.events(retention.CHAIN)} == set()
    assert retention.reports(by=dpo.by) == [done]
    # 5: the trail of the ask stays, a code in place of each person
    events = list(chain.events(ask))
    assert [event.what for event in events][:2] == ["open", "route"] and events[-1].what == "erased"
    assert (events[0].who, events[-1].who) == ("code-1", who("sethuraman"))
    people = set(Person.objects.values_list("ref", flat=True)) - {who("sethuraman")}
    assert not people & {
        part for event in events for name in ("who", "acting_for", "of", "of_person") for part in getattr(event, name).split(":")
    }
    assert (chain.verify(), verify_export(export())) == ((), None)
    # 6: the hold shows its owner and a day within six months
    [shown] = holds.holds(by=dpo.by)
    assert (shown.ref, shown.case, shown.owner) == (hold, concern, who("braithwaite"))
    assert dpo.by.on < shown.review_on <= date(2027, 5, 25)


def test_what_stays_of_an_erased_case_is_a_shape_without_a_person(asked, dpo, as_):
    ref = asked("2025-09-24")
    shape = [(step.sequence, step.step) for step in CaseStep.objects.filter(case__ref=ref)]
    CaseBar.objects.create(person_id=who("devlin"), case=Case.objects.get(ref=ref), reason="unwanted")
    run(dpo)
    case = Case.objects.get(ref=ref)
    assert (case.state, case.asker_id, case.logger_id, case.clauses) == ("erased", None, None, "")
    steps = list(CaseStep.objects.filter(case=case).order_by("sequence"))
    assert [(step.sequence, step.step) for step in steps] == shape
    assert {(step.by_id, step.acting_for_id, step.seat, step.of) for step in steps} == {(None, None, "", "")}
    for table in (CaseCall, CaseAccess, CaseBar):
        assert not table.objects.filter(case=case).exists()
    assert not Notice.objects.filter(case=ref).exists()
    assert access.differences() == []
    assert audit.audited(dpo.by) == []
    with pytest.raises(Missing):
        audit.who_opened(ref, by=dpo.by, at=dpo.at)
    assert looked(dpo).counted == ()
    with pytest.raises(Changed, match="Nothing is due"):
        run(dpo)


def test_a_changed_code_or_a_lost_binding_is_found(asked, dpo):
    ref = asked("2025-09-24")
    run(dpo)
    first = Coded.objects.filter(chain=ref).order_by("sequence")[0]
    for spoil in (
        "UPDATE trail_event SET who = 'code-9' WHERE chain = %s AND sequence = %s",
        "DELETE FROM trail_coded WHERE chain = %s AND sequence = %s",
        "UPDATE trail_event SET mac = previous WHERE chain = %s AND sequence = %s",
        "UPDATE trail_coded SET mac = 'ab' WHERE chain = %s AND sequence = %s",
    ):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(spoil, [ref, first.sequence])
            assert cursor.rowcount == 1
            assert [(one.chain, one.sequence) for one in chain.verify()] == [(ref, first.sequence)], spoil
            transaction.set_rollback(True)
    lines = list(export())
    place = next(number for number, line in enumerate(lines) if b'"coded"' in line)
    lines[place] = lines[place].replace(b'"code-1"', b'"code-2"')
    bad = verify_export(lines)
    assert bad is not None and bad.line == place + 1


def test_an_open_case_is_never_due_nor_one_that_ends_by_itself_later(as_, time_comes):
    still = as_("harrow", TODAY).asks()
    answered = as_("harrow", TODAY).asks()
    as_("pascoe", TODAY).takes(answered, "answer", **ANSWER)
    assert Case.objects.get(ref=answered).ended_at is not None  # nothing is wanted in it, and yet it is not over
    later = as_("sethuraman", "2028-01-10 10:00")
    assert looked(later).counted == ()
    time_comes("2026-12-11 18:00")
    assert Case.objects.get(ref=answered).state == "closed"
    assert [line.ref for line in looked(later).due] == [answered]
    assert still not in str(looked(later))


def test_a_year_is_a_whole_year_after_the_last_step(as_, asked):
    ref = asked("2025-09-24")
    for day, expected in (("2026-09-24", []), ("2026-09-25", [ref])):
        assert [line.ref for line in retention.due(by=as_("sethuraman", day + " 10:00").by, on=date.fromisoformat(day))] == expected


def test_what_staff_told_waits_until_they_have_left_and_a_year_more(as_, time_comes):
    ref = as_("harrow", "2025-01-08 10:00").tells("plan", topic="Walks", says="yes")
    Person.objects.filter(pk=who("harrow")).update(left_on=date(2025, 7, 18))
    while time_comes("2025-09-01 09:00"):
        pass
    assert Case.objects.get(ref=ref).ended_at is not None
    for day, expected in (("2026-07-18", []), ("2026-07-19", [ref])):
        assert [line.ref for line in retention.due(by=as_("sethuraman", day + " 10:00").by, on=date.fromisoformat(day))] == expected


def test_the_end_day_of_a_request_counts_whenever_the_worker_saw_it(as_, time_comes):
    ref = as_("farouk", "2025-01-08 10:00").tells("do-not-post", scope="photos", until="2025-03-03")
    while time_comes("2025-06-02 09:00"):  # the server stood still for three months
        pass
    assert Case.objects.get(ref=ref).state == "expired"
    for day, expected in (("2026-03-03", []), ("2026-03-04", [ref])):
        assert [line.ref for line in retention.due(by=as_("sethuraman", day + " 10:00").by, on=date.fromisoformat(day))] == expected


@pytest.mark.parametrize(
    ("left", "last"),
    [("2027-07-21", "2028-08-31"), ("2026-12-18", "2028-08-31"), ("2027-08-31", "2028-08-31"), ("2027-09-01", "2029-08-31")],
)
def test_a_students_record_goes_at_the_end_of_the_school_year_after_they_left(as_, left, last):
    """R6: our copy. Whoever told of it, and when it ended, has no part in it; in the pupil record outside it stands longer."""
    ref = finished("jorah", as_)
    [line] = list(retention.lines(Case.objects.filter(ref=ref), on=date(2040, 1, 1)))
    assert (line.cls.id, line.until, line.status) == ("R6", None, Status.KEPT)  # still here
    Person.objects.filter(pk=who("tolland")).update(left_on=date(2026, 12, 1))
    Person.objects.filter(pk=who("jorah")).update(left_on=date.fromisoformat(left))
    dpo = as_("sethuraman", last + " 10:00")
    assert looked(dpo).due == () and ("R6", 0, 0, 1) in stands(looked(dpo))
    day_after = as_("sethuraman", "%s-09-01 10:00" % last[:4])
    assert [(due.ref, due.cls.id, str(due.until)) for due in looked(day_after).due] == [(ref, "R6", last)]
    run(day_after)
    case = Case.objects.get(ref=ref)
    assert (case.state, CaseKey.objects.filter(case=ref).exists(), CaseAccess.objects.filter(case=case).exists()) == (
        "erased",
        False,
        False,
    )
    assert {(step.by_id, step.seat, step.of) for step in CaseStep.objects.filter(case=case)} == {(None, "", "")}
    people = {who(name) for name in ("jorah", "qureshi", "whitlam", "blenkinsop-g", "kit")}
    assert not [ref for event in chain.events(ref) for ref in people if ref in str(event)]
    assert (chain.verify(ref), [one for one in access.differences() if one.ref == ref]) == ((), [])


def test_a_students_record_that_is_held_or_open_stays_when_they_have_left(as_):
    held_one, still = finished("jorah", as_), sent_on("student-route", "maisie", by=as_("tolland", TODAY).by, at=london(TODAY))
    Person.objects.filter(pk__in=[who("jorah"), who("maisie")]).update(left_on=date(2026, 12, 18))
    later = as_("sethuraman", "2028-09-01 10:00")
    held(later, held_one, review_on="2028-12-01")
    found = looked(later)
    assert ([line.ref for line in found.held], found.due) == ([held_one], ())
    assert still not in str(found)


def test_what_was_handed_to_hr_goes_with_their_file_once_hr_says_so_and_never_by_itself(as_):
    """R5: no length of ours. The run counts it, and takes it on no day, whoever has left, until HR says that the staff file is gone."""
    ref = sent_on("staff-route", "tolland", by=as_("harrow", TODAY).by, at=london(TODAY))
    hr = as_("braithwaite", TODAY)
    hr.takes(ref, "check-speech", **SPEECH)
    hr.takes(ref, "no-further", reason="It is a view, lawfully held.")
    assert Case.objects.get(ref=ref).ended_at is not None
    Person.objects.filter(pk__in=[who("tolland"), who("harrow")]).update(left_on=date(2026, 12, 18))
    later = as_("sethuraman", "2066-01-01 10:00")
    assert looked(later).due == () and ("R5", 0, 0, 1) in stands(looked(later))
    assert (str(CLASSES["R5"].keeps), str(CLASSES["R5"].confirms)) == ("As long as the staff file. HR says when that is gone.", "HR")
    for name in ("sethuraman", "abernethy", "harrow"):
        with pytest.raises(Missing):
            as_(name, "2033-03-01 10:00").takes(ref, "file-gone", gone_on="2033-03-01")
    kerrigan = as_("kerrigan", "2033-03-01 10:00")
    for missing in ({}, {"gone_on": "2033-03-02"}):
        with pytest.raises(BadField, match="gone_on"):
            kerrigan.takes(ref, "file-gone", **missing)
    as_("braithwaite", "2033-01-10 11:00").takes(ref, "file-gone", gone_on="2033-01-09")
    kerrigan.takes(ref, "file-gone", gone_on="2033-02-28")  # said again: the last time counts
    assert looked(as_("sethuraman", "2033-03-01 12:00")).due == ()
    later = as_("sethuraman", "2033-03-02 10:00")
    assert [(due.ref, due.cls.id, str(due.until)) for due in looked(later).due] == [(ref, "R5", "2033-03-01")]
    done = run(later)
    assert [(cls.id, count) for cls, count in done.lines] == [("R5", 1)] and not CaseKey.objects.filter(case=ref).exists()
    assert outcome_lines(by=later.by) == []


SPEECH = {
    **dict.fromkeys(("belief", "union", "whistleblowing", "politics", "audience", "reach", "link", "harm", "lesser"), "Looked at."),
    "reason": "It is a view.", "outcome": "go-on", "con_10": True,
}  # fmt: skip


def finished(student, as_):
    """A student's record that was worked to its end."""
    ref = sent_on("student-route", student, by=as_("tolland", TODAY).by, at=london(TODAY), hurt=("kit",))
    as_("whitlam", TODAY).takes(ref, "let-talk")
    year = as_("qureshi", "2026-11-25 11:00")
    for step, given in (
        ("record-talk", {"talked_on": "2026-11-25", "notes": "We spoke.", "support": "None."}),
        ("take-account", {"text": "It was me."}),
        ("find", {"outcome": "misconduct", "reason": "It is there."}),
        ("write-summary", {"summary": "They posted a story."}),
        ("tell-parent", {"told_on": "2026-11-25", "way": "rang"}),
        ("restorative", {"reason": "They say sorry."}),
        ("close-record", {"result": "It is mended."}),
    ):
        year.takes(ref, step, **given)
    return ref


def test_the_worker_walks_past_a_tombstone(as_, time_comes):
    """A group with a second adult is looked at each morning for what happened outside it; nothing happens to one that is erased."""
    ref = proposes(EASTFIELD)
    as_("averill", "2026-11-24 10:00").takes(ref, "withdraw")
    Person.objects.filter(pk=who("averill")).update(left_on=date(2026, 12, 18))
    run(as_("sethuraman", "2028-01-10 10:00"))
    before = Case.objects.get(ref=ref)
    assert (before.state, before.kind) == ("erased", "exemption")
    time_comes("2028-01-11 08:00")
    assert Case.objects.get(ref=ref).version == before.version


def test_a_run_needs_what_was_looked_at(asked, dpo):
    first = asked("2025-09-24")
    digest = looked(dpo).digest
    asked("2025-09-25")
    before = everything()
    for wrong in (digest, "", "0" * 64):
        with pytest.raises(Changed, match="nothing was removed"):
            run(dpo, wrong)
    assert everything() == before
    digest = looked(dpo).digest
    held(dpo, first)
    with pytest.raises(Changed):
        run(dpo, digest)


def test_a_run_stopped_midway_leaves_each_case_whole_or_gone(asked, dpo, monkeypatch):
    refs = [asked("2025-09-%d" % day) for day in (22, 23, 24)]
    tables = everything()
    whole, seen = chain.append, []

    class PowerCut(BaseException):
        """Not an error that anything would catch."""

    def cut(**given):
        if given["what"] == "erased":
            seen.append(given["chain"])
            if len(seen) == 2:
                raise PowerCut
        whole(**given)

    monkeypatch.setattr(chain, "append", cut)
    with pytest.raises(PowerCut):
        run(dpo)
    monkeypatch.undo()
    assert Case.objects.get(ref=refs[0]).state == "erased"
    after = everything()
    for ref in refs[1:]:
        for name in tables:
            assert [row for row in tables[name] if ref in row] == [row for row in after[name] if ref in row], name
    [stopped] = retention.reports(by=dpo.by)
    assert (stopped.whole, [count for _, count in stopped.lines]) == (False, [1])
    assert [count for _, count in run(dpo).lines] == [2]
    assert chain.verify() == ()


def test_a_case_whose_trail_is_not_whole_stays_until_somebody_has_looked(asked, dpo):
    ref, other = asked("2025-09-24"), asked("2025-09-25")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trail_event SET what = 'no' WHERE chain = %s AND sequence = 1", [ref])
    done = run(dpo)
    assert (done.left, [count for _, count in done.lines]) == (1, [1])
    assert CaseKey.objects.filter(case=ref).exists() and not CaseKey.objects.filter(case=other).exists()


def test_holds_are_for_data_protection_and_hr_and_stop_at_six_months(asked, dpo, as_):
    ref = asked("2025-09-24")
    for field, value, says in (
        ("case", "BCDFGHJK", "no such case for you"),
        ("owner", who("harrow"), "Choose who owns"),
        ("why", " ", "Say why"),
        ("review_on", "2027-05-26", "25/5/2027 at the latest"),
        ("review_on", "2026-11-25", "a day after today"),
        ("review_on", "soon", "could not read"),
    ):
        given = {"case": ref, "owner": who("kerrigan"), "why": "A claim.", "review_on": "2027-05-25", field: value}
        with pytest.raises(BadField) as problem:
            holds.set_hold(given, by=dpo.by, at=dpo.at)
        assert (problem.value.field, says in str(problem.value.sentence)) == (field, True), field
    hold = held(dpo, ref.lower(), review_on="2027-05-25")
    with pytest.raises(BadField) as problem:
        held(dpo, ref)
    assert "held already" in str(problem.value.sentence)
    for name in ("harrow", "pascoe", "devlin", "wieczorek", "achterberg"):
        other = as_(name, TODAY)
        for act in (
            lambda other=other: holds.holds(by=other.by),
            lambda other=other: held(other, ref),
            lambda other=other: holds.why(hold, by=other.by, at=other.at),
            lambda other=other: retention.preview(by=other.by, on=other.by.on),
            lambda other=other: retention.reports(by=other.by),
            lambda other=other: run(other, ""),
        ):
            with pytest.raises(Missing):
                act()
    hr = as_("braithwaite", TODAY)  # who may not know of a question between Ms Harrow and Dr Pascoe
    assert holds.holds(by=hr.by) == []
    with pytest.raises(BadField, match="case"):
        held(hr, ref)
    with pytest.raises(Missing):
        holds.lift(hold, {"why": "Over."}, by=hr.by, at=hr.at)
    assert holds.why(hold, by=dpo.by, at=dpo.at)[1] == "CANARYWHY A claim in court."
    holds.keep(hold, {"review_on": "2027-02-01"}, by=dpo.by, at=dpo.at)
    assert looked(dpo).due == ()
    holds.lift(hold, {"why": "The claim is settled."}, by=dpo.by, at=dpo.at)
    told = [(event.what, event.of, event.of_person) for event in chain.events(ref) if "hold" in event.what]
    owner = who("braithwaite")
    assert told == [
        ("hold", "2027-05-25", owner),
        ("read-hold", "", ""),
        ("hold-kept", "2027-02-01", owner),
        ("hold-lifted", "2027-02-01", owner),
    ]
    assert [line.ref for line in looked(dpo).due] == [ref]
    assert as_("harrow", TODAY).opens(ref).papers.keys() == {"details", "step-3"}  # nobody in the case reads why
    run(dpo)
    assert not Hold.objects.exists() and "CANARY" not in str(everything())


def test_what_the_officer_is_too_close_to_is_the_deputys_in_list_run_and_report(as_, dpo):
    Holding.objects.create(person_id=who("siddiqui"), seat="deputy-dpo", order=1, starts=date(2025, 1, 1))
    Conflict.objects.create(person_id=who("sethuraman"), about_id=who("harrow"), since=date(2025, 1, 1))
    ref = as_("harrow", "2025-09-24 10:00").asks()
    as_("harrow", "2025-09-24 11:00").takes(ref, "withdraw")
    deputy = as_("siddiqui", TODAY)
    assert (looked(dpo).counted, [line.ref for line in looked(deputy).due]) == ((), [ref])
    with pytest.raises(BadField, match="case"):
        held(dpo, ref)
    run(deputy)
    assert (retention.reports(by=dpo.by), len(retention.reports(by=deputy.by))) == ([], 1)


def test_reminders_come_once_each_however_long_the_server_stood_still(asked, dpo, as_):
    ref, _ = asked("2025-10-22"), asked("2025-09-24")
    held(dpo, ref, review_on="2026-12-15")

    def morning(when):
        told = set(Notice.objects.values_list("key", flat=True))
        holds.remind_due(at=london(when))
        return sorted((notice.to, notice.kind, notice.case) for notice in Notice.objects.exclude(key__in=told))

    officer, owner = (who("sethuraman"), "reminder", ""), (who("braithwaite"), "reminder", "")
    assert morning("2026-11-26 07:59") == []
    assert morning("2026-11-26 08:00") == [officer]
    assert morning("2026-11-27 09:00") == []
    assert morning("2026-12-20 09:00") == sorted([officer, owner])
    assert [morning(when) for when in ("2026-12-20 09:05", "2026-12-21 09:00")] == [[], []]


def test_a_kind_may_say_its_class_by_what_came_of_it(asked):
    """The seam for a concern: R3 for no action, R4 for what was false."""
    file = file_of(Case.objects.get(ref=asked("2025-09-24")))
    concern = replace(WORKFLOWS["question"], kept_as=lambda file: "R3" if file.state == "closed" else "R4")
    assert class_of(WORKFLOWS["question"], lambda: file) == "R1"
    assert CLASSES[class_of(concern, lambda: file)].kept_until(ended=date(2025, 9, 24), left=None) == date(2026, 9, 24)
    assert class_of(concern, lambda: replace(file, state="withdrawn")) == "R4"


def test_every_kind_has_a_class_and_every_length_an_end(cast):
    assert {workflow.retention for workflow in WORKFLOWS.values()} <= set(CLASSES)
    assert [one.shown for one in CLASSES.values()] == ["R0", "R1", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9"]
    leap = date(2024, 2, 29)
    assert CLASSES["R1"].kept_until(ended=leap, left=None) == date(2025, 2, 28)
    assert CLASSES["R2"].kept_until(ended=leap, left=None) is None
    assert CLASSES["R2"].kept_until(ended=date(2026, 1, 1), left=leap) == date(2026, 1, 1)
    assert {id for id, one in CLASSES.items() if one.kept_until(ended=leap, left=leap) is None} == {"R0", "R5", "R7", "R8", "R9"}
    assert CLASSES["R6"].kept_until(ended=leap, left=None) is None
