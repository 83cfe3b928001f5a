"""A change is whole or not there: a failed trail, a POST replayed, two at once, a worker stopped and started."""

import threading

import pytest
from django.db import connections

from askfirst.casework import access, deadlines, reading, steps
from askfirst.casework.models import Case, CaseAccess, CaseBar, CaseCall, CaseStep
from askfirst.casework.steps import Once, Stale
from askfirst.people.demo import load_people
from askfirst.people.standing import standing
from askfirst.trail import chain
from askfirst.trail.models import Event, Head, Notice
from askfirst.trail.once import Reused
from askfirst.vault.models import CaseKey, Sealed
from tests.cast import MONDAY, who
from tests.clock import london

TABLES = (Case, CaseStep, CaseCall, CaseAccess, CaseBar, Event, Head, Notice, CaseKey, Sealed)
NOW = london("2026-11-23 10:00")


def everything():
    """Every row of every table a change writes to."""
    return {table.__name__: list(table.objects.order_by("pk").values()) for table in TABLES}


class TrailIsFull(RuntimeError):
    pass


@pytest.fixture
def trail_fails(monkeypatch):
    """From now on the trail takes no more records."""

    def fail(**entry):
        raise TrailIsFull

    return lambda: monkeypatch.setattr(chain, "append", fail)


def test_a_failed_trail_write_undoes_an_opening(as_, trail_fails):
    before = everything()
    asker = as_("harrow", "2026-11-23 10:00")
    trail_fails()
    for opening in (asker.asks, lambda: asker.logs("northgate", asked="About a post")):
        with pytest.raises(TrailIsFull):
            opening()
    assert everything() == before


def test_a_failed_trail_write_undoes_a_step_a_reminder_and_a_reading(as_, time_comes, trail_fails):
    ref = as_("harrow", "2026-11-23 10:00").logs("northgate", asked="About a post")
    before = everything()
    head = as_("devlin", "2026-11-23 10:05")
    trail_fails()
    for change in (
        lambda: head.takes(ref, "consult", advice="Wait."),
        lambda: time_comes("2026-11-23 10:30"),
        lambda: head.opens(ref),  # no line in the trail, no words on the screen
    ):
        with pytest.raises(TrailIsFull):
            change()
    assert everything() == before


def test_without_the_failure_the_same_changes_do_change_something(as_):
    before = everything()
    as_("harrow", "2026-11-23 10:00").logs("northgate", asked="About a post")
    changed = {name for name, rows in everything().items() if rows != before[name]}
    assert changed == {table.__name__ for table in TABLES}


def test_the_same_post_ten_times_gives_one_case_and_one_notice(as_, told):
    asker = as_("harrow", "2026-11-23 10:00")
    once = Once("a-key", b"the body")
    details = {"text": "Is this OK?", "to": "line-manager"}
    refs = {steps.open_case(kind="question", by=asker.by, details=details, at=asker.at, once=once) for _ in range(10)}
    assert len(refs) == 1
    (ref,) = refs
    assert (Case.objects.count(), told(ref)) == (1, [("pascoe", "to-do")])
    answer = {"text": "Yes.", "strength": "You may", "clause": "WEB-1"}
    again = Once("another", b"the answer")
    assert {as_("pascoe", "2026-11-23 11:00").takes(ref, "answer", once=again, **answer) for _ in range(10)} == {ref}
    assert told(ref) == [("pascoe", "to-do"), ("harrow", "news")]
    assert [taken.step for taken in asker.opens(ref).file.taken].count("answer") == 1
    with pytest.raises(Reused):
        steps.open_case(kind="question", by=asker.by, details=details, at=asker.at, once=Once("a-key", b"other words"))


def test_somebody_elses_key_is_not_mine(as_):
    once = Once("a-key", b"the body")
    details = {"text": "Is this OK?", "to": "line-manager"}
    refs = {
        steps.open_case(kind="question", by=as_(name, "2026-11-23 10:00").by, details=details, at=NOW, once=once)
        for name in ("harrow", "pascoe")
    }
    assert len(refs) == 2


def together(*acts):
    """Each in a thread and a connection of its own, let go at one moment; what each returned or raised."""
    gate = threading.Barrier(len(acts))
    results: list[object] = [None] * len(acts)

    def run(at, act):
        gate.wait()
        try:
            results[at] = act()
        except Exception as problem:  # noqa: BLE001 -- what was raised is what the story looks at
            results[at] = problem
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def as_now(name):
    return standing(who(name), on=MONDAY)


@pytest.fixture
def real_rows(transactional_db):
    load_people(monday=MONDAY)


def test_ten_at_once_with_one_key_are_one_case(real_rows):
    by, details = as_now("harrow"), {"text": "Is this OK?", "to": "line-manager"}
    acts = [lambda: steps.open_case(kind="question", by=by, details=details, at=NOW, once=Once("k", b"b"))] * 10
    results = together(*acts)
    assert len(set(results)) == 1, results
    assert (Case.objects.count(), Notice.objects.count()) == (1, 1)


def test_two_headteachers_answering_at_once_lose_nothing(real_rows):
    details = {"schools": ["northgate", "eastfield"], "asked": "About the race"}
    ref = steps.open_case(kind="press", by=as_now("standish"), details=details, at=NOW)
    seen = access.find(ref, as_now("standish")).case.version
    heads = {name: as_now(name) for name in ("devlin", "abernethy")}

    def advise(name):
        return lambda: steps.take(ref=ref, step="consult", by=heads[name], given={"advice": "From " + name}, at=NOW, version=seen)

    assert together(advise("devlin"), advise("abernethy")) == [ref, ref]
    opened = reading.open_file(ref, by=as_now("standish"), at=NOW)
    advice = {words["advice"] for words in opened.papers.values() if "advice" in words}
    assert advice == {"From devlin", "From abernethy"}
    assert [offer.refusals for offer in opened.offers if offer.step.id == "respond"] == [()]


def test_two_answers_at_once_and_the_second_is_told_what_is_new(real_rows):
    ref = steps.open_case(kind="question", by=as_now("harrow"), details={"text": "OK?", "to": "line-manager"}, at=NOW)
    seen = access.find(ref, as_now("pascoe")).case.version
    pascoe = as_now("pascoe")
    given = {"text": "Yes.", "strength": "You may", "clause": "WEB-1"}
    acts = [lambda: steps.take(ref=ref, step="answer", by=pascoe, given=given, at=NOW, version=seen)] * 2
    results = together(*acts)
    assert [type(result) for result in results if not isinstance(result, str)] == [Stale]
    assert CaseStep.objects.filter(step="answer").count() == 1


def test_a_stale_page_is_refused_and_nothing_is_written(as_):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    seen = as_("harrow", "2026-11-23 10:01").opens(ref).case.version
    as_("pascoe", "2026-11-23 10:30").takes(ref, "answer", text="Yes.", strength="You may", outside=True)
    before = everything()
    for step in ("withdraw", "that-helps"):
        with pytest.raises(Stale):
            as_("harrow", "2026-11-23 10:40").takes(ref, step, version=seen)
    assert everything() == before
    with pytest.raises(Stale):
        as_("harrow", "2026-11-23 10:40").takes(ref, "that-helps", version=999)


def test_a_reminder_in_between_does_not_make_a_page_stale(as_, time_comes):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    seen = as_("pascoe", "2026-11-23 10:01").opens(ref).case.version
    time_comes("2026-11-24 08:00")
    as_("pascoe", "2026-11-24 09:00").takes(ref, "answer", version=seen, text="Yes.", strength="You may", outside=True)
    assert as_("harrow", "2026-11-24 09:01").opens(ref).case.state == "answered"


def test_a_worker_that_was_stopped_catches_up_once(as_, told):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    late = london("2026-11-27 12:00")  # three mornings missed
    deadlines.run_due(at=late)
    caught_up = told(ref)
    assert caught_up == [("pascoe", "to-do"), ("pascoe", "reminder"), ("devlin", "to-do")]
    assert [deadlines.run_due(at=late) for _ in range(3)] == [0, 0, 0]
    assert deadlines.run_due(at=london("2026-11-23 11:00")) == 0  # a clock that goes back un-dues nothing, and does nothing twice
    assert told(ref) == caught_up


def test_two_workers_at_once_do_each_thing_once(real_rows):
    ref = steps.open_case(kind="question", by=as_now("harrow"), details={"text": "OK?", "to": "line-manager"}, at=NOW)
    late = london("2026-11-27 12:00")
    results = together(*[lambda: deadlines.run_due(at=late)] * 4)
    assert all(isinstance(result, int) for result in results), results
    assert list(Notice.objects.filter(case=ref).order_by("id").values_list("kind", flat=True)) == ["to-do", "reminder", "to-do"]
    assert CaseStep.objects.filter(step="remind").count() == 1
