"""How many school days until somebody first had an answer, by kind of case and school: beside the numbers of reports.py. It names nobody.

One figure for a kind and a place: within how many school days half of them had one. Never a sum, a spread or a fastest, nor by person.
It stands on the cases whose number is told beside it, and on no other: so it says nothing of those too few to be told. Fewer than LEAST
answers, no figure. Of a concern it is until whoever told of it was told; of any other kind, until somebody who was asked first did what
they were asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import Any

from django.db.models import F

from askfirst.casework import concern_counts, reports
from askfirst.casework.concern_counts import Ended
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.models import CaseStep
from askfirst.casework.reports import Place, Report
from askfirst.people.calendar import Calendar, london_day
from askfirst.people.hats import Standing
from askfirst.people.who import the_calendar
from askfirst.words import Sentence, say

__all__ = ["Time", "answer_times", "time_words", "times_json"]

ONE_DAY = timedelta(days=1)
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Time:
    """Within how many school days half of those of a kind in a place had an answer; 0: the same day; None for too few."""

    kind: str
    place: Place
    days: int | None


def answer_times(by: Standing, *, report: Report, ended: Sequence[Ended]) -> tuple[Time, ...]:
    """A line for each kind and place that this person counts, concerns last. `report` and `ended` are theirs, as of the same moment.

    One query over the steps of the cases whose number is told, none where there is none; linear in them.
    """
    spans = defaultdict[tuple[str, str], list[Span]](list)
    for key, span in (*_of_cases(by, report), *_of_concerns(report.places, ended)):
        spans[key].append(span)
    days = _school_days([span for some in spans.values() for span in some])
    kinds = {(row.kind, row.place.id): row.place for row in report.rows}
    lines = [*((kind, place) for (kind, _), place in kinds.items()), *((concern_counts.KIND, place) for place in report.places)]
    return tuple(Time(kind, place, _half([days[span] for span in spans[kind, place.id]])) for kind, place in lines)


def _of_cases(by: Standing, report: Report) -> Iterator[tuple[tuple[str, str], Span]]:
    """From the opening to the first answer by somebody else, of each case that is told."""
    told = {(row.kind, row.state, row.place.id) for row in report.rows if row.number is not None}
    answers = {kind: {row.id for row in WORKFLOWS[kind].steps if row.answers} for kind, _, _ in told}
    if not told:
        return
    rows = (
        CaseStep.objects.filter(case__kind__in=answers, step__in=set().union(*answers.values()))
        .exclude(case__in=reports.kept_from(by))
        .exclude(by=None)
        .exclude(by=F("case__asker"))
        .order_by("case_id", "sequence")
        .values_list("case_id", "case__kind", "case__state", "case__school_id", "case__opened_at", "step", "at")
    )
    schools = {place for _, _, place in told}
    rows = rows if reports.NOWHERE in schools else rows.filter(case__school__in=schools)
    seen = set[int]()
    for id, kind, state, school, opened, step, at in rows:
        if id in seen or step not in answers[kind] or (kind, state, school or reports.NOWHERE) not in told:
            continue
        seen.add(id)
        yield (kind, school or reports.NOWHERE), _span(opened, at)


def _of_concerns(places: Sequence[Place], ended: Sequence[Ended]) -> Iterator[tuple[tuple[str, str], Span]]:
    """From the telling to the first word back, of each concern that is told."""
    told = {(row.state, row.place.id) for row in concern_counts.of_outcomes(places, ended) if row.number is not None}
    for one in ended:
        if (one.came, one.school) in told and one.told_at is not None:
            yield (concern_counts.KIND, one.school), _span(one.opened_at, one.told_at)


def _span(opened: datetime, at: datetime) -> Span:
    return london_day(opened), london_day(at)


def _school_days(spans: Sequence[Span]) -> Mapping[Span, int]:
    """How many school days lie in each, its first day not counted."""
    if not spans:
        return {}
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    passed = _passed(the_calendar(), first, last)
    return {span: passed[span[1]] - passed[span[0]] for span in set(spans)}


def _passed(calendar: Calendar, first: date, last: date) -> Mapping[date, int]:
    """By day: how many school days there were from `first` to it."""
    days = [first + ONE_DAY * number for number in range((last - first).days + 1)]
    return dict(zip(days, accumulate(int(calendar.counts(day)) for day in days), strict=True))


def _half(days: Iterable[int]) -> int | None:
    """The day by which half of them had one, and the upper of two in the middle; None for too few."""
    found = sorted(days)
    return found[len(found) // 2] if len(found) >= reports.LEAST else None


def time_words(line: Time) -> Sentence:
    """A line as it is read."""
    if line.days is None:
        return say("fewer than {least} answers", least=reports.LEAST)
    if line.days == 0:
        return say("half had an answer the same day")
    if line.days == 1:
        return say("half had an answer within 1 school day")
    return say("half had an answer within {days} school days", days=line.days)


def times_json(lines: Iterable[Time]) -> list[dict[str, Any]]:
    """The same as plain values; `school_days` is null where there are too few, `school` where it is of no one school."""
    return [{"kind": line.kind, "school": line.place.id or None, "school_days": line.days} for line in lines]
