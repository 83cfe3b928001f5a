"""How many instructions about a blog are in force at each school, and how long they are: the report of workflows.md 3.16. It names nobody.

Read by whoever counts cases (reports.py), for the places that are theirs. A school is shown where at least LEAST people have one; how many
one person has tells nothing of the others. There is one number for a place and one average in whole months, never a sum, a stage or a band:
any of those beside it would give a small number back.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from askfirst.casework import reports
from askfirst.casework.kinds.instruction import ABOUT, GIVEN, INSTRUCTION
from askfirst.casework.kinds.instruction_words import LAST, START
from askfirst.casework.models import CaseStep
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.words import Sentence, say

__all__ = ["Lengths", "length_words", "lengths", "lengths_json"]

DAYS_IN_A_MONTH = 365 / 12
ISSUE = "issue"


@dataclass(frozen=True, slots=True)
class Lengths:
    """Instructions in force at a place, and their average length in whole months, 1 at least; both None for fewer than LEAST people."""

    place: reports.Place
    number: int | None
    months: int | None


@dataclass(frozen=True, slots=True)
class One:
    """One instruction in force: at which school ("" for none), for whom by seat, and its length in calendar days, both ends included."""

    school: str
    about: str
    days: int


def lengths(by: Standing) -> tuple[Lengths, ...]:
    """A line for each place in which this person counts, as of now. Raises Missing for whoever may count nothing.

    One query over the steps of instructions that may be counted, and one for the names of schools; it reads what stands in the clear.
    """
    places = reports.places_of(by)
    at = defaultdict[str, list[One]](list)
    for one in _in_force(by):
        at[one.school].append(one)
    return tuple(_line(place, at[place.id]) for place in places)


def _line(place: reports.Place, found: Sequence[One]) -> Lengths:
    if len({one.about for one in found}) < reports.LEAST:
        return Lengths(place, None, None)
    average = sum(one.days for one in found) / len(found)
    return Lengths(place, len(found), max(1, round(average / DAYS_IN_A_MONTH)))


def _in_force(by: Standing) -> Iterator[One]:
    rows = (
        CaseStep.objects.filter(case__kind=INSTRUCTION.kind, case__state__in=GIVEN, step__in=(ABOUT, START, LAST, ISSUE))
        .exclude(case__in=reports.kept_from(by))
        .order_by("case_id", "sequence")
        .values_list("case_id", "case__school_id", "step", "of", "seat", "at")
    )
    for _, steps in groupby(rows, key=lambda row: row[0]):
        yield _one(list(steps))


def _one(steps: Iterable[Any]) -> One:
    """The last of each step counts: it may have been changed before it was given, and renewed after."""
    school, days, about = reports.NOWHERE, dict[str, date](), ""
    for _, at_school, step, of, seat, at in steps:
        school = at_school or reports.NOWHERE
        if step == ABOUT:
            about = seat
        else:
            days[step] = london_day(at) if step == ISSUE else date.fromisoformat(of)
    return One(school, about, (days[LAST] - max(days[START], days[ISSUE])).days + 1)


def length_words(line: Lengths) -> Sentence:
    """A line as it is read: how many, and how long on average."""
    if line.number is None or line.months is None:
        return say("fewer than {least} people", least=reports.LEAST)
    if line.months == 1:
        return say("{number}, of about a month on average", number=line.number)
    return say("{number}, of about {months} months on average", number=line.number, months=line.months)


def lengths_json(lines: Sequence[Lengths]) -> list[dict[str, Any]]:
    """The same as plain values; `number` and `average_months` are null together, `school` where it is of no one school."""
    return [{"school": line.place.id or None, "number": line.number, "average_months": line.months} for line in lines]
