"""Numbers of cases by kind, stage and school, of concerns by clause, and how long an answer takes: as tables, as bars, and as a file.

For whoever may count them. Small numbers stay hidden, in the bars as in the tables, and no name is anywhere in it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.answer_times import Time, time_words
from askfirst.casework.concern_counts import CAME_OF_IT, KIND
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.instruction_counts import Lengths, length_words
from askfirst.casework.numbers import Numbers, as_csv, numbers
from askfirst.casework.reports import LEAST, Counted, number_words, stage_words
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.words import Sentence, say

__all__ = ["case_counts", "case_counts_csv"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: what is counted, and what is told of it."""

    says: Sentence
    told: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One number as a bar. `width`: of 100, against the largest of its table."""

    says: Sentence
    number: int
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table, the same numbers as bars, and what is true of whatever is not in it."""

    says: Sentence
    of: Sentence  # the head of its first column
    head: Sentence
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]
    notes: tuple[Sentence, ...]


@signed_in
def case_counts(request: HttpRequest) -> HttpResponse:
    """Raises Http404 for whoever may count nothing: to them there is no such page."""
    found = _numbers(request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    places = found.report.places
    context = {"tables": list(_tables(found)), "least": LEAST, "only": places[0].name if len(places) == 1 else None}
    return render(request, "web/me/counts.html", context)


@signed_in
def case_counts_csv(request: HttpRequest) -> HttpResponse:
    """The same as a file. Raises Http404 as the page does."""
    found = _numbers(request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    response = HttpResponse(as_csv(found), content_type="text/csv; charset=utf-8; header=present")
    response["Content-Disposition"] = 'attachment; filename="askfirst-numbers.csv"'
    return response


def _numbers(request: HttpRequest) -> Numbers:
    try:
        return numbers(cast(SignedIn, request).standing)
    except Missing:
        raise Http404 from None


def _tables(found: Numbers) -> Iterator[Table]:
    """One for each kind of case, then the instructions, the concerns and the time that an answer takes."""
    for kind, rows in groupby(found.report.rows, key=lambda row: row.kind):
        yield _of_a_kind(kind, list(rows))
    yield _of_instructions(found.instructions)
    yield _of_concerns(found.concerns)
    for kind, rows in groupby(found.clauses, key=lambda row: row.kind):
        yield _of_clauses(kind, list(rows))
    yield _of_times(found.times)


def _of_a_kind(kind: str, rows: Sequence[Counted]) -> Table:
    workflow = WORKFLOWS[kind]
    lines, bars = _counted(rows, lambda row: stage_words(kind, row.state))
    others = len(lines) < len({row.state for row in rows})
    rest = say("At each other stage: fewer than {least}.", least=LEAST) if lines else say("At each stage: fewer than {least}.", least=LEAST)
    return Table(workflow.says, say("Stage"), say("How many"), lines, bars, (rest,) if others else ())


def _of_concerns(rows: Sequence[Counted]) -> Table:
    lines, bars = _counted(rows, lambda row: CAME_OF_IT[row.state])
    notes = (
        say("They are counted once they are over. What was false counts as no action."),
        say("Anything else: fewer than {least}.", least=LEAST) if lines else say("Of each: fewer than {least}.", least=LEAST),
    )
    return Table(say("Concerns that were looked into"), say("What came of them"), say("How many"), lines, bars, notes)


def _of_clauses(kind: str, rows: Sequence[Counted]) -> Table:
    """Of a kind that always names the same clause there is none: its stages say how many there are."""
    lines, bars = _counted(rows, lambda row: say("{clause}", clause=row.state))
    notes = (
        say("A case may name several."),
        say("A clause is shown where at least {least} name it, and at least {least} others do not.", least=LEAST),
    )
    says = say("Concerns by clause") if kind == KIND else say("{kind}, by clause", kind=WORKFLOWS[kind].says)
    return Table(says, say("Clause"), say("How many"), lines, bars, notes)


def _of_instructions(found: Sequence[Lengths]) -> Table:
    shown = [line for line in found if line.number is not None]
    lines = tuple(Line(line.place.name, (length_words(line),)) for line in shown)
    bars = _bars([(line.place.name, line.number or 0) for line in shown])
    notes = (say("A school is shown where at least {least} people have one.", least=LEAST),)
    return Table(say("Instructions about a blog in force"), say("School"), say("How many, and how long"), lines, bars, notes)


def _of_times(found: Sequence[Time]) -> Table:
    by_kind = {kind: [line for line in lines if line.days is not None] for kind, lines in groupby(found, key=lambda line: line.kind)}
    shown = {kind: lines for kind, lines in by_kind.items() if lines}
    lines = tuple(
        Line(WORKFLOWS[kind].says, tuple(say("{school}: {time}", school=one.place.name, time=time_words(one)) for one in some))
        for kind, some in shown.items()
    )
    places = [(kind, one) for kind, some in shown.items() for one in some]
    bars = _bars([(say("{kind}, {school}", kind=WORKFLOWS[kind].says, school=one.place.name), one.days or 0) for kind, one in places])
    notes = (
        say("Days are school days. It is told where at least {least} had an answer, of cases that are counted here.", least=LEAST),
        say("It says nothing of any one person."),
    )
    return Table(say("How long an answer takes"), say("Kind"), say("How long"), lines, bars, notes)


def _counted(rows: Sequence[Counted], says: Callable[[Counted], Sentence]) -> tuple[tuple[Line, ...], tuple[Bar, ...]]:
    """A line for each thing that is counted and has a number to show; and a bar for each number."""
    by_state = [(says(some[0]), some) for some in (list(found) for _, found in groupby(rows, key=lambda row: row.state))]
    shown = [(said, some) for said, some in by_state if any(row.number is not None for row in some)]
    lines = tuple(Line(said, tuple(_told(some))) for said, some in shown)
    told = [(said, row, len(some) > 1) for said, some in shown for row in some if row.number is not None]
    bars = [(say("{what}, {school}", what=said, school=row.place.name) if many else said, row.number or 0) for said, row, many in told]
    return lines, _bars(bars)


def _bars(found: Sequence[tuple[Sentence, int]]) -> tuple[Bar, ...]:
    most = max((number for _, number in found), default=0)
    return tuple(Bar(says, number, 100 * number // most if most else 0) for says, number in found)


def _told(rows: Sequence[Counted]) -> Iterator[Sentence]:
    """The numbers that may be shown, with their schools where there are several; then, once, what is true of all the others."""
    if len(rows) == 1:
        yield number_words(rows[0].number)
        return
    shown = [row for row in rows if row.number is not None]
    yield from (say("{school}: {number}", school=row.place.name, number=row.number) for row in shown)
    if len(shown) < len(rows):
        yield say("Elsewhere: fewer than {least}", least=LEAST)
