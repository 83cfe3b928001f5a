"""The access matrix: the hand-written table against every channel. First each planted flaw turns it red."""

import random
import zlib
from dataclasses import replace

import pytest

from askfirst.casework import access, reading
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.models import Case, CaseBar
from askfirst.casework.workflow import Hat, Part, audience
from askfirst.people import standing as standings
from askfirst.web import cases as case_pages
from tests.access.cast_roles import NOBODY, ROLES
from tests.access.cells import ROWS, cells_of, walk
from tests.access.channels import GIVEN, READ, TAKE
from tests.access.table import KINDS, MACHINES

ROW = {row.id: row for row in ROWS}
SAMPLE_OF_ALLOWED, SAMPLE_OF_THE_REST = 110, 260
KEPT = 24  # one in so many cells of somebody with no tie to the case; the oracle compares every byte of what such a person gets
PARTS = 16  # the whole is walked in so many parts, so that each is told of as it ends


FEW = ("harrow", "pascoe", "devlin", "obuya", "adelakun", "sethuraman", "wieczorek", "kit", "okoropenn/parent", NOBODY)


def red(rows, choose):
    """What is wrong in these cells, for some of the people; there must be some cells to be wrong."""
    count, _, wrong = walk([ROW[row] for row in rows], lambda cell: cell.viewer in FEW and choose(cell))
    assert count > 5
    return wrong


def on(*channels, viewers=()):
    return lambda cell: cell.channel in channels and (not viewers or cell.viewer in viewers)


# ---------------------------------------------------------------- planted flaws


def test_a_page_without_the_gate_is_noticed(people, monkeypatch):
    def open_to_all(ref, *, by, at):
        return opened(
            ref,
            by=replace(by, person=Case.objects.get(ref=ref).asker_id, seats={"person:" + Case.objects.get(ref=ref).whose: ""}),
            at=at,
        )

    opened = reading.open_file
    monkeypatch.setattr(case_pages, "open_file", open_to_all)
    assert len(red(["one school"], on("page"))) == 6


def test_a_gate_that_only_asks_who_is_signed_in_is_noticed_on_every_channel(people, monkeypatch):
    def find(ref, by):
        case = Case.objects.filter(ref=ref.upper()).first()
        if case is None:
            raise access.Missing
        return access.Found(case, Part.ALL, by.seats)

    monkeypatch.setattr(access, "find", find)
    about = ("page", "api", "command line", "receipt", "place in the list", "step by page", "step by api", "step by command line")
    wrong = red(["asked"], on(*about, viewers=("wieczorek", "kit")))
    assert {line.partition("), ")[2].split(" ")[0] for line in wrong} >= {"page", "api", "command", "place", "step"}


def test_a_count_that_counts_all_is_noticed(people, monkeypatch):
    monkeypatch.setattr(access, "count", lambda by, **_: Case.objects.count())
    assert len(red(["asked"], on("count", "list"))) == 2  # shown where there is a row to count


def test_a_list_that_shows_all_is_noticed(people, monkeypatch):
    monkeypatch.setattr(
        access,
        "_doors",
        lambda by: [(frozenset(), frozenset({"person:" + ref for ref in Case.objects.values_list("asker_id", flat=True)}))],
    )
    assert len(red(["asked"], on("list", "api list", "command line list", "count"))) > 15


def test_a_place_in_the_list_that_is_a_number_is_noticed(people, monkeypatch):
    def page(by, *, after="", **narrowed):
        return real(by, **narrowed) if after.isdigit() else real(by, after=after, **narrowed)

    real = access.page
    monkeypatch.setattr(access, "page", page)
    assert len(red(["asked"], on("a number as a place"))) == 9


def test_an_access_row_left_behind_is_noticed(people, monkeypatch):
    monkeypatch.setattr(access, "audience", lambda workflow, file: {"line-manager-of:" + file.asker: Part.ALL} | audience(workflow, file))
    assert any("pascoe" in line for line in red(["passed on to the Data Protection Officer"], on("page", "api", "list", "command line")))


def test_a_seat_kept_after_its_delegation_ended_is_noticed(people, monkeypatch):
    endless = standings.FACTS.replace("AND given.starts <= %(on)s AND (given.ends IS NULL OR given.ends >= %(on)s)\n", "", 1)
    assert endless != standings.FACTS
    monkeypatch.setattr(standings, "FACTS", endless)
    assert any(
        "obuya" in line
        for line in red(["the Headteacher is back"], on("page", "api", "list", "command line", viewers=("obuya", "kit", "devlin")))
    )


def test_bars_that_are_not_asked_are_noticed(people, monkeypatch):
    monkeypatch.setattr(access, "_barred", lambda people: CaseBar.objects.none().values_list("case_id", flat=True))
    rows = ["two schools, one Headteacher in conflict", "the absent Headteacher’s own", "the communications officer’s own"]
    wrong = red(rows, on("page", "api", "list", "step by page", viewers=("devlin", "obuya", "adelakun")))
    assert any("devlin (Headteacher, northgate; conflicted)" in line for line in wrong)
    assert any("obuya (deputy head, northgate; delegated by the subject)" in line for line in wrong)


def widened(kind, step, **changed):
    workflow = WORKFLOWS[kind]
    return replace(workflow, steps=tuple(replace(row, **changed) if row.id == step else row for row in workflow.steps))


@pytest.mark.parametrize(
    ("kind", "step", "changed", "row"),
    [
        ("press", "withdraw", {"by": frozenset(Hat)}, "one school"),
        ("press", "respond", {"needs": ()}, "one school"),
        ("press", "own-up", {"by": frozenset(Hat)}, "one school"),
        ("press", "consult", {"answers": False, "by": frozenset({Hat.COMMUNICATIONS})}, "one school"),
        ("question", "that-helps", {"by": frozenset({Hat.ASKER, Hat.ASKED})}, "late: the next person may act too"),
        ("question", "withdraw", {"by": frozenset({Hat.ASKER, Hat.ASKED})}, "asked"),
        ("question", "delete-draft", {"by": frozenset({Hat.ASKER, Hat.ASKED})}, "asked"),
        ("question", "withdraw", {"start": frozenset({"asked", "answered"})}, "answered"),
    ],
)
def test_a_step_that_more_people_may_take_is_noticed(people, monkeypatch, kind, step, changed, row):
    if step == "that-helps":
        changed = {**changed, "start": frozenset({"asked", "answered"})}
    monkeypatch.setitem(WORKFLOWS, kind, widened(kind, step, **changed))
    wrong = red([row], lambda cell: cell.step == step and cell.viewer in ROW[row].sees)
    assert wrong
    assert all(step in line for line in wrong)


def test_a_step_that_is_not_in_the_table_is_noticed(monkeypatch):
    assert steps_of_the_product() == KINDS
    press = WORKFLOWS["press"]
    monkeypatch.setitem(WORKFLOWS, "press", replace(press, steps=(*press.steps, replace(press.steps[0], id="publish"))))
    assert steps_of_the_product() != KINDS


# ---------------------------------------------------------------- the table itself


def steps_of_the_product():
    return {kind: tuple(step.id for step in workflow.steps) for kind, workflow in WORKFLOWS.items()}


def test_every_kind_and_step_of_the_product_is_in_the_table():
    assert steps_of_the_product() == KINDS
    assert {step for steps in KINDS.values() for step in steps} <= set(GIVEN)


def test_every_step_is_allowed_somewhere_and_every_tie_is_told():
    """A table that allows nothing would hold whatever the product does."""
    for kind, steps in KINDS.items():
        taken = {step for row in ROWS if row.kind == kind for step, who in row.does.items() if who}
        assert taken == set(steps) - set(MACHINES)
    ties = " / ".join(tie for row in ROWS for tie in row.stands.values())
    asked_for = (
        "self",
        "asker",
        "whose",
        "logger",
        "line manager",
        "line report",
        "same school",
        "other school",
        "conflicted",
        "relative",
        "delegated",
        "absent",
        "left",
        "none",
    )
    assert [tie for tie in asked_for if tie not in ties] == []
    assert {part for row in ROWS for part in row.sees.values()} == {"status", "told", "own", "all"}
    assert len({row.id for row in ROWS}) == len(ROWS)


# ---------------------------------------------------------------- the walk


def test_whoever_had_a_question_is_told_on_every_channel_that_it_was_passed_on(people):
    assert red(["passed on to the Data Protection Officer"], on(*READ, *TAKE, viewers=("pascoe",))) == []


def sampled():
    """The same cells each time: some of those that allow something, some of the rest, and one at least of each row and channel."""
    rng = random.Random(4)
    cells = [cell for row in ROWS for cell in cells_of(row)]
    allowed = [cell for cell in cells if cell.allowed]
    rest = [cell for cell in cells if not cell.allowed]
    chosen = {*rng.sample(allowed, SAMPLE_OF_ALLOWED), *rng.sample(rest, SAMPLE_OF_THE_REST)}
    missed = set(ROW) - {cell.row.id for cell in chosen}
    chosen |= {rng.choice([cell for cell in cells if cell.row.id == id]) for id in sorted(missed)}
    unused = {cell.channel for cell in cells} - {cell.channel for cell in chosen}
    chosen |= {rng.choice([cell for cell in cells if cell.channel == channel]) for channel in sorted(unused)}
    assert {cell.channel for cell in chosen} == {*READ, *TAKE}
    assert {cell.row.id for cell in chosen} == set(ROW)
    assert {cell.viewer for cell in chosen} == set(ROLES)
    return chosen


def test_a_sample_of_the_matrix_holds(people):
    chosen = {str(cell) for cell in sampled()}
    count, allowed, wrong = walk(ROWS, lambda cell: str(cell) in chosen)
    print("%d cells, %d of them allow something, %d wrong" % (count, allowed, len(wrong)))
    assert wrong == []
    assert count == len(chosen) >= SAMPLE_OF_ALLOWED + SAMPLE_OF_THE_REST


def proved(cell):
    """Everything of whoever has a tie to the case; of strangers a part, by a sum that never changes."""
    row = cell.row
    tied = cell.viewer in {*row.sees, *row.stands, *row.told} or cell.out
    return tied or zlib.crc32(str(cell).encode()) % KEPT == 0


@pytest.mark.prove
@pytest.mark.parametrize("part", range(PARTS))
def test_the_matrix_holds(people, part):
    count, allowed, wrong = walk(ROWS[part::PARTS], proved)
    print("%d cells, %d of them allow something, %d wrong" % (count, allowed, len(wrong)), *wrong, sep="\n")
    assert wrong == []
    assert count > 10_000
    assert allowed > 500
