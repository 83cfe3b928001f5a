"""Numbers of cases by kind, state and school, for whoever may count them. Small numbers stay hidden, and no name is anywhere in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.concern_counts import CAME_OF_IT, outcomes
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.instruction_counts import Lengths, length_words, lengths
from askfirst.casework.reports import LEAST, Counted, counts, number_words
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.words import Sentence, say

__all__ = ["case_counts"]


@dataclass(frozen=True, slots=True)
class Line:
    """A state at which there is a number to show: a line for each school that has one, and one for the others."""

    state: Sentence
    numbers: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of case. `others`: there are states without a number to show."""

    says: Sentence
    lines: tuple[Line, ...]
    others: bool


@signed_in
def case_counts(request: HttpRequest) -> HttpResponse:
    """Raises Http404 for whoever may count nothing: to them there is no such page."""
    here = cast(SignedIn, request)
    try:
        report, lines, ended = counts(here.standing), lengths(here.standing), outcomes(here.standing)
    except Missing:
        raise Http404 from None
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    kinds = [_kind(kind, list(rows)) for kind, rows in groupby(report.rows, key=lambda row: row.kind)]
    only = report.places[0].name if len(report.places) == 1 else None
    context = {"kinds": kinds, "least": LEAST, "only": only, "instructions": list(_instructions(lines)), "concerns": _lines(ended)}
    return render(request, "web/me/counts.html", context)


def _instructions(lines: Sequence[Lengths]) -> Iterator[tuple[Sentence, Sentence]]:
    """The schools that may be shown, with how many and how long; none where there are too few people at each."""
    yield from ((line.place.name, length_words(line)) for line in lines if line.number is not None)


def _kind(kind: str, rows: list[Counted]) -> Kind:
    workflow = WORKFLOWS[kind]
    by_state = {state: list(found) for state, found in groupby(rows, key=lambda row: row.state)}
    shown = {state: found for state, found in by_state.items() if any(row.number is not None for row in found)}
    lines = tuple(Line(workflow.states[state], tuple(_numbers(found))) for state, found in shown.items())
    return Kind(workflow.says, lines, len(shown) < len(by_state))


def _lines(rows: Sequence[Counted]) -> list[Line]:
    """What came of concerns, where there is a number to show."""
    came = ((state, list(found)) for state, found in groupby(rows, key=lambda row: row.state))
    return [Line(CAME_OF_IT[state], tuple(_numbers(found))) for state, found in came if any(row.number is not None for row in found)]


def _numbers(rows: list[Counted]) -> Iterator[Sentence]:
    """The numbers that may be shown, with their schools where there are several; then, once, what is true of all the others."""
    if len(rows) == 1:
        yield number_words(rows[0].number)
        return
    shown = [row for row in rows if row.number is not None]
    yield from (say("{school}: {number}", school=row.place.name, number=row.number) for row in shown)
    if len(shown) < len(rows):
        yield say("Elsewhere: fewer than {least}", least=LEAST)
