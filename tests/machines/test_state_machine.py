"""Whatever people and time do, in any order: listed equals allowed, rows equal the steps, and nobody decides their own case.

50 histories of up to 50 steps in `make test`, the same each time; 1,000 in `make prove`.
"""

from random import Random

import pytest
from hypothesis import HealthCheck, Phase, Verbosity, settings
from hypothesis.stateful import run_state_machine_as_test

from askfirst.casework import access, bars
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.models import Case, CaseBar
from askfirst.casework.pen import Pen
from askfirst.people import refs, resolve
from tests.access.cast_roles import NOBODY
from tests.access.cells import ROWS
from tests.cast import cast, who
from tests.machines.work import ALWAYS, BY_HAND, STUDENTS, Work, done

__all__ = ["cast"]

QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
UNSHRUNK = [Phase.explicit, Phase.reuse, Phase.generate]  # fifty steps made few take minutes to find: `make prove` does it
FEW = settings(
    max_examples=50,
    stateful_step_count=50,
    derandomize=True,
    deadline=None,
    suppress_health_check=QUIET,
    phases=UNSHRUNK,
    report_multiple_bugs=False,
)
MANY = settings(max_examples=1000, stateful_step_count=50, derandomize=False, deadline=None, suppress_health_check=QUIET)
ONCE = settings(FEW, max_examples=100, phases=[Phase.generate], verbosity=Verbosity.quiet, report_multiple_bugs=False)


def walk(how, capsys):
    done.clear()
    run_state_machine_as_test(Work, settings=how)
    with capsys.disabled():
        print("\n  %d things happened, %d people looked: %s" % (done.total(), done["looks"], dict(sorted(done.items()))))


@pytest.fixture
def same_refs(monkeypatch):
    """References that are drawn the same each time: whoever is picked by their order is the same person in every run."""
    monkeypatch.setattr(refs, "secrets", Random(2026))


def test_people_and_cases_in_any_order(same_refs, cast, capsys):
    walk(FEW, capsys)
    assert done["looks"] > 500
    for what in (
        "hired",
        "left",
        "moved post",
        "seat gained",
        "seat lost",
        "away",
        "delegation",
        "relatives",
        "conflict",
        "renamed",
        "merged",
    ):
        assert done[what], what
    assert sum(bool(done["opened " + kind]) for kind in WORKFLOWS) > len(WORKFLOWS) / 2
    assert len([what for what in done if what.startswith("took ")]) > 12
    for what in ("opened question", "opened press", "took answer", "took consult", "refused", "missing", "time"):
        assert done[what], what


def look(work):
    """Everything that always holds."""
    for law in ALWAYS:
        getattr(work, law)()


@pytest.mark.parametrize("kind", BY_HAND)
def test_each_kind_is_opened_and_carried_on(same_refs, cast, kind):
    """Whatever comes by chance above: here each kind is told of as its rows in the access matrix are, and goes on from step to step."""
    done.clear()
    rows = [row for row in ROWS if row.kind == kind and "/" not in row.by and row.by != NOBODY]  # the machine has no second hat to put on
    for number, row in enumerate(rows[:: max(1, len(rows) // 4)]):
        work = Work()
        try:
            work.opens(kind, who(row.by), row.details)
            for turn in range(14):
                work.what_was_told_is_carried_on(0, turn * 7 + number, 1)
                look(work)
                if turn % 2:
                    work.minutes_pass((20, 35, 70)[turn % 3])
                    work.whoever_it_belongs_to_goes_on(0, False)
                if turn % 5 == 4:
                    work.days_pass(1)
                    look(work)
        finally:
            work.teardown()
    assert done["opened " + kind] > 1
    assert len([what for what in done if what.startswith("took ")]) >= 1, done  # a small kind has few steps


@pytest.mark.parametrize("which", range(len(STUDENTS)))
def test_a_concern_that_went_the_student_way_is_carried_on(same_refs, cast, which):
    """One that nobody opens by hand: the talk, the account, the finding, each by whoever was asked, with the days that pass between."""
    done.clear()
    work = Work()
    try:
        work.a_concern_goes_the_student_way(work.cast.index(who("standish")), which)
        assert done["opened student-route"] == 1
        for step in ("let-talk", "record-talk", "take-account", "find"):
            case = Case.objects.get(kind="student-route")
            (ref, _, of), *_ = work.sitting(case)
            work.takes(ref, case, step, "" if step == "take-account" else of, 1)  # misconduct
            look(work)
        for turn in range(30):
            work.what_was_told_is_carried_on(turn, turn * 7, 1)
            work.anybody_tries_anything(turn, turn * 3, turn * 5, "northgate")
            look(work)
            if turn % 6 == 5:
                work.days_pass(1)
                look(work)
    finally:
        work.teardown()
    assert {"took let-talk", "took record-talk", "took take-account", "took find"} <= set(done), done
    assert len([what for what in done if what.startswith("took ")]) > 8, done


@pytest.mark.prove
def test_people_and_cases_in_any_order_for_long(cast, capsys):
    walk(MANY, capsys)
    assert done["looks"] > 10_000


# ------------------------------------------------------------ each law is shown to fail first


def everybody_comes_in(monkeypatch):
    monkeypatch.setattr(access, "_barred", lambda people: CaseBar.objects.none().values_list("case_id", flat=True))


def who_acts_for_somebody_is_not_looked_at(monkeypatch):
    """Only the one acted for is: a delegate comes into their own matter."""
    doors = access._doors

    def ajar(by):
        for barred, seats in doors(by):
            yield barred - {by.person} if len(barred) > 1 else barred, seats

    monkeypatch.setattr(access, "_doors", ajar)


def a_delegate_is_asked_about_their_own_matter(monkeypatch):
    def try_delegates(self, holder, seat):
        for delegate in self.directory.delegates(holder, seat, self.on):
            return resolve.Route(seat, delegate, holder, tuple(self.skipped))
        return None

    monkeypatch.setattr(resolve._Walk, "try_delegates", try_delegates)


def a_row_stays_behind(monkeypatch):
    rewrite = access.rewrite

    def keep(case, workflow, file):
        stood = list(case.access.all())
        rewrite(case, workflow, file)
        for row in stood:
            if not case.access.filter(scope=row.scope).exists():
                row.pk, row._state.adding = None, True
                row.save()

    monkeypatch.setattr(access, "rewrite", keep)


def a_count_of_everything(monkeypatch):
    monkeypatch.setattr(access, "count", lambda by: Case.objects.filter(access__scope__in=list(by.seats)).distinct().count())


def a_step_without_its_line(monkeypatch):
    trail = Pen._trail
    monkeypatch.setattr(Pen, "_trail", lambda self, entry: None if entry["what"] == "remind" else trail(self, entry))


def nobody_is_told_at_the_end_of_the_chain(monkeypatch):
    """As if the governance professional were always told already."""
    moves = Pen.moves
    monkeypatch.setattr(Pen, "moves", lambda self, moves_: moves(self, [move for move in moves_ if move.seat != "governance"]))


def a_late_tie_shuts_nothing(monkeypatch):
    monkeypatch.setattr(bars, "bar_again", lambda people, on: 0)


def whom_it_is_about_is_let_in(monkeypatch):
    def bar(case, *, unwanted, parties, on):
        whole(case, unwanted=unwanted, on=on)

    whole = bars.bar
    for module in ("steps", "onward"):
        monkeypatch.setattr("askfirst.casework.%s.bar" % module, bar)


IN = "the list is not what is allowed|a case is found otherwise|what waits is not|was told that there is none|a refusal tells|was taken"
FLAWS = [
    (everybody_comes_in, IN),
    (who_acts_for_somebody_is_not_looked_at, IN),
    (a_delegate_is_asked_about_their_own_matter, "somebody was asked who must not know of it"),
    (a_row_stays_behind, "a row of access is not what the steps say|the list is not what is allowed|a refusal tells"),
    (a_step_without_its_line, "a step without its line in the trail"),
]  # fmt: skip
FLAWS_FOR_LONG = [
    (a_count_of_everything, "the count is not the length of the list"),
    (nobody_is_told_at_the_end_of_the_chain, "nobody was told of what is wanted"),
    (a_late_tie_shuts_nothing, IN),
]


def finds(flaw, says, monkeypatch):
    flaw(monkeypatch)
    with pytest.raises(AssertionError, match=says):
        run_state_machine_as_test(Work, settings=ONCE)


@pytest.mark.parametrize(("flaw", "says"), FLAWS)
def test_the_machine_finds_a_planted_flaw(cast, monkeypatch, flaw, says):
    finds(flaw, says, monkeypatch)


def test_the_machine_finds_whom_a_record_is_about_let_in(same_refs, cast, monkeypatch):
    """Chance sends too few concerns the student way: here one goes."""
    whom_it_is_about_is_let_in(monkeypatch)
    work = Work()
    try:
        with pytest.raises(AssertionError, match="whom it is about is not barred"):
            work.a_concern_goes_the_student_way(work.cast.index(who("standish")), 0)
    finally:
        work.teardown()


@pytest.mark.prove
@pytest.mark.parametrize(("flaw", "says"), FLAWS_FOR_LONG)
def test_the_machine_finds_what_takes_longer(cast, monkeypatch, flaw, says):
    finds(flaw, says, monkeypatch)
