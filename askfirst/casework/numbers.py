"""All the numbers that somebody is told, gathered once for page, API, command line and file. Nobody's name, and none under LEAST.

The file has a row for every number there could be, those that are not told with an empty cell: which are none and which few is not said.
Of the clauses of other kinds than concerns it has those that are told: there could be any.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from askfirst.casework.answer_times import Time, answer_times, times_json
from askfirst.casework.clause_counts import clauses_json, of_other_kinds
from askfirst.casework.concern_counts import CAME_OF_IT, KIND, ended, of_clauses, of_outcomes, outcomes_json
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.instruction_counts import Lengths, lengths, lengths_json
from askfirst.casework.kinds.instruction import INSTRUCTION
from askfirst.casework.reports import Counted, Place, Report, counts, counts_json, stage_words
from askfirst.people.hats import Standing
from askfirst.words import Sentence, say

__all__ = ["Numbers", "as_csv", "as_json", "numbers"]

HEADS = (say("Kind"), say("What is counted"), say("School"), say("Number"), say("In"))
CASES, MONTHS, DAYS = say("cases"), say("months on average"), say("school days until half had an answer")
BEGINS_A_SUM = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Numbers:
    """Cases by kind, stage and school; concerns by what came of them; each by clause; instructions in force; how long an answer takes."""

    report: Report
    concerns: tuple[Counted, ...]
    clauses: tuple[Counted, ...]
    instructions: tuple[Lengths, ...]
    times: tuple[Time, ...]


def numbers(by: Standing) -> Numbers:
    """Everything this person may count, as of now. Raises Missing for whoever may count nothing."""
    report, over = counts(by), ended(by)
    return Numbers(
        report,
        of_outcomes(report.places, over),
        (*of_clauses(report.places, over), *of_other_kinds(by, report)),
        lengths(by),
        answer_times(by, report=report, ended=over),
    )


def as_json(found: Numbers) -> dict[str, Any]:
    """The same as plain values. `number` and the like are null where a number is not told."""
    return {
        **counts_json(found.report),
        "instructions": lengths_json(found.instructions),
        "concerns": outcomes_json(found.concerns),
        "clauses": clauses_json(found.clauses),
        "times": times_json(found.times),
    }


def as_csv(found: Numbers) -> str:
    """The same as a table with a row of heads: UTF-8, lines end in CR LF, no cell begins a formula; "fewer than" is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([str(head) for head in HEADS])
    for kind, what, place, number, unit in _rows(found):
        told = "" if number is None else str(number)
        writer.writerow([_plain(kind), _plain(what), _plain(place.name), told, _plain(unit)])
    return out.getvalue()


def _rows(found: Numbers) -> Iterator[tuple[Sentence, Sentence, Place, int | None, Sentence]]:
    for row in found.report.rows:
        yield WORKFLOWS[row.kind].says, stage_words(row.kind, row.state), row.place, row.number, CASES
    concern = WORKFLOWS[KIND].says
    for row in found.concerns:
        yield concern, CAME_OF_IT[row.state], row.place, row.number, CASES
    for row in found.clauses:
        yield WORKFLOWS[row.kind].says, say("{clause}", clause=row.state), row.place, row.number, CASES
    for line in found.instructions:
        yield INSTRUCTION.says, say("In force"), line.place, line.number, CASES
        yield INSTRUCTION.says, say("How long"), line.place, line.months, MONTHS
    for time in found.times:
        yield WORKFLOWS[time.kind].says, say("Time until an answer"), time.place, time.days, DAYS


def _plain(words: Sentence) -> str:
    """Read as words by any spreadsheet."""
    text = str(words)
    return "'" + text if text.startswith(BEGINS_A_SUM) else text
