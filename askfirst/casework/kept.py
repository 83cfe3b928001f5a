"""Until when a case that has ended is kept; what goes then is for `records.retention`, and whether a hold keeps it. Only reads.

A case that is still open, or that ends by itself later, has no such day. Source: workflows.md 3.0 and 3.20, rulings 2 and 8.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db.models import Max, Q, QuerySet

from askfirst.casework.classes import CLASSES, Class, Since
from askfirst.casework.evidence_words import SAID
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import ERASED, Case, CaseStep
from askfirst.casework.workflow import File, Workflow
from askfirst.people.calendar import london_day
from askfirst.people.hats import subjects
from askfirst.people.who import left_days

__all__ = ["Kept", "class_of", "kept", "kept_until"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A case that has ended; nothing that was written in it. `until`: the last day it is kept, None where no day is known yet."""

    id: int
    ref: str
    kind: str
    cls: Class
    ended: date
    until: date | None


def kept_until(case: Case) -> date | None:
    """The last day on which this one is kept; None where it has not ended, or where no day is known yet. Six queries."""
    found = next(kept(Case.objects.filter(pk=case.pk)), None)
    return found.until if found else None


def class_of(workflow: Workflow, file: Callable[[], File]) -> str:
    """The class a case belongs to: its kind's, or the one that what came of it gives. `file` is only read where the kind asks for it."""
    return workflow.kept_as(file()) if workflow.kept_as else workflow.retention


def kept(cases: QuerySet[Case]) -> Iterator[Kept]:
    """Every one of these cases that has ended and does not go on by itself, oldest first. Five queries, linear in cases and steps."""
    ended = cases.exclude(state=ERASED).filter(ended_at__isnull=False, closes_at=None)
    last_days, leavers, said = _last_days(ended), _leavers(ended), _said_gone(ended)
    rows = ended.order_by("id").annotate(last=Max("steps__at", filter=~Q(steps__step__in=SAID)))  # what only mends it keeps it no longer
    for id, ref, kind, over, last, left in rows.values_list("id", "ref", "kind", "ended_at", "last", "asker__left_on").iterator():
        day = london_day(max(moment for moment in (over, last) if moment))
        day = min(day, date.fromisoformat(last_days[id])) if id in last_days else day
        cls = CLASSES[class_of(WORKFLOWS[kind], partial(_file, id))]
        until = said.get(id) if cls.since is Since.ELSEWHERE else cls.kept_until(ended=day, left=leavers.get(id, left))
        yield Kept(id, ref, kind, cls, day, until)


def _file(id: int) -> File:
    return file_of(Case.objects.get(id=id))


def _last_days(cases: QuerySet[Case]) -> dict[int, str]:
    """The last day of each case that was in force until a day: that day ends it, whenever the worker saw it (ruling 8)."""
    marks = {(kind, closing.on) for kind, workflow in WORKFLOWS.items() for closing in workflow.closes.values() if closing.on}
    steps = CaseStep.objects.filter(case__in=cases.filter(kind__in={kind for kind, _ in marks}), step__in={mark for _, mark in marks})
    return dict(steps.order_by("sequence").values_list("case_id", "of"))


def _said_gone(cases: QuerySet[Case]) -> dict[int, date]:
    """The day on which somebody said that what a case waits for elsewhere is gone. It is due from the day after."""
    steps = {kind: workflow.gone for kind, workflow in WORKFLOWS.items() if workflow.gone}
    taken = CaseStep.objects.filter(case__in=cases.filter(kind__in=steps), step__in=set(steps.values())).order_by("sequence")
    return {case: london_day(at) for case, at in taken.values_list("case_id", "at")}


def _leavers(cases: QuerySet[Case]) -> dict[int, date | None]:
    """The last day here of whoever a case is about, where its kind ends with them and not with whoever asked (R2, R6)."""
    marks = {kind: workflow.leaves for kind, workflow in WORKFLOWS.items() if workflow.leaves}
    steps = CaseStep.objects.filter(case__in=cases.filter(kind__in=marks), step__in=set(marks.values())).exclude(seat="")
    whose = {case: subjects(seat)[0] for case, seat in steps.order_by("sequence").values_list("case_id", "seat")}
    days = left_days(set(whose.values()))
    return {case: days.get(ref) for case, ref in whose.items()}
