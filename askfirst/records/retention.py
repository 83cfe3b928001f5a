"""What is due to go: looked for, shown first, and removed only when a person says so and nothing has changed since they looked.

The Data Protection Officer sees and runs it, for the cases they may audit: what they are too close to is their deputy's. A case that is
still open, or that ends by itself later, is never due. What goes with a file elsewhere goes once somebody has said that it is gone (R5).
Private checks are in no list: none were stored (R0). Source: workflows.md 3.20, rulings 2 and 8.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import F, QuerySet

from askfirst.casework.access import Missing
from askfirst.casework.audit import may_audit, to_audit
from askfirst.casework.classes import CLASSES, Class
from askfirst.casework.kept import Kept, kept
from askfirst.casework.models import Case
from askfirst.casework.refused import is_officer
from askfirst.people.calendar import london_day
from askfirst.people.hats import DEPUTY_DPO, DPO, Standing
from askfirst.records.erasure import erase
from askfirst.records.models import Hold, Run, RunLine
from askfirst.trail import chain
from askfirst.trail.chain import TrailBroken
from askfirst.words import Sentence, say

__all__ = ["CHAIN", "Changed", "Counted", "Ended", "Preview", "Report", "Status", "due", "lines", "preview", "purge", "reports"]

CHAIN = "records"
"""The trail's own chain of disposal runs."""


class Changed(ValueError):
    """What would go is not what was looked at, or nothing would. `sentence` is for the person; nothing was removed."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


class Status(StrEnum):
    """Whether a case that has ended goes now."""

    DUE = "due"
    HELD = "held"  # it would go, and a hold keeps it
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Ended(Kept):
    """A case that has ended, and whether it goes now."""

    status: Status


@dataclass(frozen=True, slots=True)
class Counted:
    """One class and how many of its cases stand where."""

    cls: Class
    due: int
    held: int
    kept: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a run would do today. `digest` stands for exactly the cases that are due or held."""

    on: date
    counted: tuple[Counted, ...]
    due: tuple[Ended, ...]
    held: tuple[Ended, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did: class, count and date, and no more. `whole`: it came to its end; `left`: cases whose trail must be looked at."""

    at: datetime
    whole: bool
    left: int
    lines: tuple[tuple[Class, int], ...]


def lines(cases: QuerySet[Case], *, on: date) -> Iterator[Ended]:
    """Every one of these cases that has ended and does not go on by itself, oldest first. Six queries, linear in cases and steps."""
    held = set(Hold.objects.filter(lifted_at=None).values_list("case_id", flat=True))
    for one in kept(cases):
        past = one.until is not None and on > one.until
        status = (Status.HELD if one.id in held else Status.DUE) if past else Status.KEPT
        yield Ended(one.id, one.ref, one.kind, one.cls, one.ended, one.until, status)


def due(*, by: Standing, on: date) -> list[Ended]:
    """What this person could have removed that day, oldest first. Raises Missing for whoever may not."""
    return [line for line in lines(_to_run(by), on=on) if line.status is Status.DUE]


def _to_run(by: Standing) -> QuerySet[Case]:
    if not may_audit(by):
        raise Missing
    return to_audit(by)


def preview(*, by: Standing, on: date) -> Preview:
    """What a run would do, class by class. Removes nothing and writes nothing. Raises Missing for whoever may not see it."""
    numbers = {id: dict.fromkeys(Status, 0) for id in CLASSES}
    found: dict[Status, list[Ended]] = {Status.DUE: [], Status.HELD: [], Status.KEPT: []}
    for line in lines(_to_run(by), on=on):
        numbers[line.cls.id][line.status] += 1
        if line.status is not Status.KEPT:
            found[line.status].append(line)
    counted = tuple(
        Counted(CLASSES[id], number[Status.DUE], number[Status.HELD], number[Status.KEPT])
        for id, number in numbers.items()
        if any(number.values())
    )
    due, held = tuple(found[Status.DUE]), tuple(found[Status.HELD])
    return Preview(on, counted, due, held, _digest(due, held))


def _digest(due: tuple[Ended, ...], held: tuple[Ended, ...]) -> str:
    named = [[(line.ref, line.cls.id, str(line.until)) for line in some] for some in (due, held)]
    return hashlib.sha256(json.dumps(named).encode()).hexdigest()


def purge(*, by: Standing, digest: str, at: datetime) -> Report:
    """Removes what the preview of this digest showed, each case in a transaction of its own: killed midway, each is whole or gone.

    Raises Missing, and Changed where there is something else to remove than was looked at, or nothing at all; then nothing was removed.
    """
    on = london_day(at)
    found = preview(by=by, on=on)
    if found.digest != digest:
        raise Changed(say("What is due has changed since you looked, so nothing was removed. Look at the list again."))
    if not found.due:
        raise Changed(say("Nothing is due, so nothing was removed. Look again on another day."))
    run = Run.objects.create(officer=is_officer(by), began_at=at)
    for line in found.due:
        _one(run, line, by=by, on=on, at=at)
    with transaction.atomic():
        Run.objects.filter(pk=run.pk).update(ended_at=at)
        for cls, count in run.lines.order_by("cls").values_list("cls", "count"):
            chain.append(chain=CHAIN, what="removed", who=by.person, of=cls, after=str(count), at=at)
    return _report(Run.objects.get(pk=run.pk))


def _one(run: Run, line: Ended, *, by: Standing, on: date, at: datetime) -> None:
    """One case, looked at again inside its transaction: held, reopened or removed since, it is left alone."""
    try:
        with transaction.atomic():
            case = Case.objects.select_for_update().filter(id=line.id).first()
            again = next(lines(Case.objects.filter(id=line.id), on=on), None)
            if case is None or again is None or again.status is not Status.DUE:
                return
            erase(case, by=by.person, at=at, stays=again.cls.stays, seat=DPO if run.officer else DEPUTY_DPO)
            RunLine.objects.get_or_create(run=run, cls=line.cls.id)
            RunLine.objects.filter(run=run, cls=line.cls.id).update(count=F("count") + 1)
    except TrailBroken:
        Run.objects.filter(pk=run.pk).update(left=F("left") + 1)


def reports(*, by: Standing, most: int = 50) -> list[Report]:
    """The runs of whoever holds this person's place, newest first. Raises Missing. What a deputy ran for cases the officer is too close to
    is not the officer's to read: a count would tell of them."""
    if not may_audit(by):
        raise Missing
    return [_report(run) for run in Run.objects.filter(officer=is_officer(by)).order_by("-began_at", "-pk")[:most]]


def _report(run: Run) -> Report:
    counted = run.lines.order_by("cls").values_list("cls", "count")
    return Report(run.began_at, run.ended_at is not None, run.left, tuple((CLASSES[cls], count) for cls, count in counted))
