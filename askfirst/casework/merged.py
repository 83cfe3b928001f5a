"""Cases after two records of one person became one: seats, who sees what, and the doors that are shut; and the two people it takes.

There is no way back from a merge, so it always takes two (trust.md 8). Were it two only where a case is touched, the second person who is
asked for, or is not, would tell of a case that nobody may know of.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from askfirst.casework import access
from askfirst.casework.bars import bar_again
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import Case, CaseBar, CaseCall, CaseStep
from askfirst.people import hats, second
from askfirst.people.calendar import london_day
from askfirst.people.hats import Seat, Standing
from askfirst.people.merge import merge
from askfirst.people.merge_plan import MergePlan, plan_of
from askfirst.people.roll import CONFIRM, NotNow, NotThere, may_confirm, may_import
from askfirst.people.who import close_either_way
from askfirst.words import say

__all__ = ["MERGED", "WAITS", "Waiting", "ask_to_merge", "confirm_merge", "drop_merge", "merge_people", "open_cases", "waiting"]

KIND = "merge"
MERGED, WAITS = "merged", "waits"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A merge somebody asked for, that waits for a second person. `by`: "" for the server's own command."""

    kept: str
    gone: str
    by: str
    at: datetime


def merge_people(*, gone: str, into: str, by: Standing, at: datetime) -> None:
    """Two records become one, and cases with them, in one transaction. Raises people.merge.CannotMerge.

    The steps taken name the person, whichever record they were taken by; the trail keeps the reference it was written with.
    """
    on = london_day(at)
    with transaction.atomic():
        merge(gone=gone, into=into, by=by.person, at=at, on=on)
        touched = set(Case.objects.filter(Q(asker=into) | Q(logger=into)).values_list("id", flat=True))
        for table in (CaseStep, CaseCall):
            for seat in set(table.objects.filter(_names(gone)).values_list("seat", flat=True)):
                rows = table.objects.filter(seat=seat)
                touched |= set(rows.values_list("case_id", flat=True))
                rows.update(seat=_renamed(seat, gone, into))
        for case in Case.objects.filter(id__in=touched).order_by("id"):
            access.rewrite(case, WORKFLOWS[case.kind], file_of(case))
        bar_again({into, *close_either_way(into, on=on)}, on=on)


def open_cases(ref: str, *, by: Standing | None) -> int:
    """How many open cases would follow a record: those that are theirs, and those that ask them by name or as somebody's line manager.

    What this person may not know of is not counted. `by`: None for the server's own command.
    """
    asked = CaseCall.objects.filter(_names(ref), ended_at=None).values("case_id")
    found = Case.objects.filter(Q(asker=ref) | Q(logger=ref) | Q(id__in=asked), ended_at=None)
    if by is not None:
        found = found.exclude(id__in=CaseBar.objects.filter(person=by.person).values("case_id"))
    return found.count()


def waiting(*, by: Standing, at: datetime) -> list[Waiting]:
    """Merges that wait for a second person, the newest first. Raises NotThere."""
    if not may_confirm(by):
        raise NotThere
    found = []
    for of, who, when in second.waiting(kind=KIND, at=at):
        kept, _, gone = of.partition(":")
        found.append(Waiting(kept, gone, who, when))
    return found


def ask_to_merge(*, kept: str, gone: str, by: Standing | None, digest: str, at: datetime) -> None:
    """Asks a second person for what the plan showed. `by`: None for the server's own command. Raises NotThere, NotNow, CannotMerge."""
    if by is not None and not may_import(by):
        raise NotThere
    with transaction.atomic():
        plan = _same_plan(kept, gone, digest, at)
        if second.waits(kind=KIND, of=_of(kept, gone), at=at):
            raise NotNow(say("This waits for a second person already. Nothing was asked again."))
        second.propose(kind=KIND, of=_of(kept, gone), digest=plan.digest, by=by.person if by else "", at=at)


def confirm_merge(*, kept: str, gone: str, by: Standing, digest: str, at: datetime) -> str:
    """The second person's word: MERGED; or WAITS, where they were the first of the two. Raises NotThere, NotNow, NotSecond, CannotMerge."""
    if not may_confirm(by):
        raise NotThere
    with transaction.atomic():
        plan = _same_plan(kept, gone, digest, at)
        if not second.confirm(kind=KIND, of=_of(kept, gone), digest=plan.digest, by=by, seats=CONFIRM, barred={kept, gone}, at=at):
            return WAITS
        for of, _, _ in second.waiting(kind=KIND, at=at):
            if gone in of.split(":"):
                second.drop(kind=KIND, of=of)
        merge_people(gone=gone, into=kept, by=by, at=at)
    return MERGED


def drop_merge(*, kept: str, gone: str, by: Standing, at: datetime) -> None:
    """Takes back what was asked for; nothing else changes. Raises NotThere, NotNow."""
    if not may_import(by):
        raise NotThere
    with transaction.atomic():
        if not second.waits(kind=KIND, of=_of(kept, gone), at=at):
            raise NotNow(say("Nobody waits for this any more. Nothing was changed."))
        second.take_back(kind=KIND, of=_of(kept, gone), by=by.person, at=at)


def _same_plan(kept: str, gone: str, digest: str, at: datetime) -> MergePlan:
    plan = plan_of(kept=kept, gone=gone, on=london_day(at))
    if plan.digest != digest:
        raise NotNow(say("These people have changed since you looked, so nothing was written. Look at the plan again."))
    return plan


def _of(kept: str, gone: str) -> str:
    return "%s:%s" % (kept, gone)


def _names(ref: str) -> Q:
    line = hats.line_manager_of(ref)
    return Q(seat__in=(*(":".join((role, ref)) for role in hats.BY_NAME), line)) | Q(seat__startswith="%s:" % line)


def _renamed(seat: Seat, gone: str, into: str) -> Seat:
    role, _, about = seat.partition(":")
    return ":".join((role, into + about.removeprefix(gone)))
