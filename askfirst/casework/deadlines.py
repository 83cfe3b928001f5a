"""What time brings: reminders, the next person told, the morning's look at who is away, questions that close by themselves.

"What is due since I last ran": catching up after a stop does each thing once. Nothing is ever decided here: an answer is a person's.
Ruling 9: first the one asked is reminded, then the next is told and may act too.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import Case, CaseCall, CaseMorning, CaseStep
from askfirst.casework.outside import look_outside
from askfirst.casework.pen import NEWS, REMINDER, TO_DO, Pen
from askfirst.casework.seated import by_name, sitting
from askfirst.casework.workflow import INFORM, outstanding
from askfirst.people.calendar import at_eight, london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import GOVERNANCE, Capacity
from askfirst.people.resolve import Route
from askfirst.trail import outbox

__all__ = ["look_again", "run_due"]

BATCH = 200


def run_due(*, at: datetime) -> int:
    """Everything due by now, each in a transaction of its own; how many things were done. A clock that goes back un-dues nothing."""
    return _mornings(at) + _remind(at) + _climb(at) + _close(at)


def _each(rows: QuerySet[CaseCall], do: Callable[[CaseCall, Pen], None], at: datetime) -> int:
    """One call at a time, found again inside its transaction: what was answered, or done by another worker, is left alone."""
    done = 0
    for id in rows.values_list("id", flat=True)[:BATCH]:
        with transaction.atomic():
            call = rows.filter(id=id).select_related("case").first()
            if call is None:
                continue
            pen = Pen(call.case, at)
            do(call, pen)
            call.save()
            pen.settle()
            done += 1
    return done


def _remind(at: datetime) -> int:
    def remind(call: CaseCall, pen: Pen) -> None:
        call.reminded_at = at
        sits = sitting(call.case, call.seat, directory=pen.directory, on=london_day(at))
        pen.write("remind", of=call.want, seat=call.seat)
        if sits is not None:
            pen.tell(sits.person, REMINDER)

    return _each(CaseCall.objects.filter(ended_at=None, reminded_at=None, remind_at__lte=at).order_by("remind_at"), remind, at)


def _climb(at: datetime) -> int:
    return _each(CaseCall.objects.filter(ended_at=None, climbed_at=None, climb_at__lte=at).order_by("climb_at"), _ask_next, at)


def _ask_next(call: CaseCall, pen: Pen) -> None:
    call.climbed_at = pen.at
    file = file_of(call.case)
    want = next((want for want in outstanding(WORKFLOWS[file.kind], file) if want.key == call.want), None)
    if want is not None:
        pen.reach(want, file)


def _mornings(at: datetime) -> int:
    """Once a London day, from eight: whoever sits where somebody else sat yesterday hears what is waiting.

    Where nobody can act in a seat any more, the next person is asked at once; where nobody at all could be reached, whoever is back is.
    """
    day = london_day(at)
    eight = at_eight(day)
    if at < eight or CaseMorning.objects.filter(day=day).exists():
        return 0
    # first: nobody is asked in place of somebody whose matter ends with them
    done = _leavers(at) + look_outside(at=at)
    done += look_again(CaseCall.objects.filter(asked_at__lt=eight), at)
    done += _nobody_yet(at)
    CaseMorning.objects.get_or_create(day=day)
    return done


def look_again(calls: QuerySet[CaseCall], at: datetime, *, sat: str = "") -> int:
    """Whoever sits there now hears what waits; where nobody can, the next person is asked. How many were told or asked.

    `sat` sat there until now; without it, whoever sat there yesterday did.
    """
    directory, day, done = TheDirectory(), london_day(at), 0
    for call in calls.filter(ended_at=None).select_related("case").order_by("id").iterator():
        found = sitting(call.case, call.seat, directory=directory, on=day)
        if found is None:
            done += _each(CaseCall.objects.filter(id=call.id, ended_at=None, climbed_at=None), _ask_next, at)
            continue
        yesterday = None if sat else sitting(call.case, call.seat, directory=directory, on=day - timedelta(days=1))
        if found.person != (yesterday.person if yesterday else sat):
            done += _hears(call, found, at)
    return done


def _hears(call: CaseCall, found: Route, at: datetime) -> int:
    """Whoever acts from today on, for themselves or for somebody away, is told once."""
    with transaction.atomic():
        key = ":".join(("acting", str(call.id), found.person, london_day(at).isoformat()))
        return int(outbox.queue(key=key, to=found.person, kind=TO_DO, case=call.case.ref, at=at))


def _nobody_yet(at: datetime) -> int:
    """Whatever nobody could be reached for, and nobody can act in still: asked again of whoever has come back since."""
    told, done = CaseStep.objects.filter(step=INFORM, seat=GOVERNANCE, case__ended_at=None), 0
    for case_id, key in list(told.order_by("id").values_list("case_id", "of")):
        with transaction.atomic():
            case = Case.objects.get(id=case_id)
            pen, file = Pen(case, at), file_of(case)
            want = next((want for want in outstanding(WORKFLOWS[file.kind], file) if want.key == key), None)
            seats = case.calls.filter(want=key, ended_at=None).values_list("seat", flat=True)
            if want is None or any(sitting(case, seat, directory=pen.directory, on=london_day(at)) for seat in seats):
                continue
            if pen.reach(want, file):
                pen.settle()
                done += 1
    return done


def _leavers(at: datetime) -> int:
    """What ends once whoever it belongs to has left: a declaration, not a question that somebody else still answers."""
    gone, done = Q(asker__left_on__lt=london_day(at)) | Q(asker__is_active=False), 0
    for workflow in WORKFLOWS.values():
        step = workflow.step(workflow.leaver)
        if step is None:
            continue
        rows = Case.objects.filter(kind=workflow.kind, state__in=step.start).exclude(capacity=Capacity.OUTSIDE)  # asked after they left
        rows = rows.filter(id__in=_left_by(workflow.leaves, rows, at)) if workflow.leaves else rows.filter(gone)
        for id in rows.order_by("id").values_list("id", flat=True)[:BATCH]:
            with transaction.atomic():
                case = rows.filter(id=id).first()
                if case is not None:
                    pen = Pen(case, at)
                    pen.write(step.id, end=step.end or "")
                    if step.tells and not pen.directory.has_left(case.whose, london_day(at)):
                        pen.tell(case.whose, NEWS)
                    pen.settle()
                    done += 1
    return done


def _left_by(mark: str, rows: QuerySet[Case], at: datetime) -> list[int]:
    """The cases whose mark names somebody who has left."""
    directory, marked = TheDirectory(), CaseStep.objects.filter(step=mark, case__in=rows).values_list("case_id", "seat")
    return [case for case, seat in marked if directory.has_left(by_name(seat), london_day(at))]


def _close(at: datetime) -> int:
    """What closes by itself where nothing more was asked: the workflow's table says after how long, and by which step."""
    due, done = Case.objects.filter(closes_at__lte=at), 0
    for id in due.order_by("closes_at").values_list("id", flat=True)[:BATCH]:
        with transaction.atomic():
            case = due.filter(id=id).first()
            if case is None:
                continue
            workflow = WORKFLOWS[case.kind]
            step = workflow.step(workflow.closes[case.state].step)
            pen = Pen(case, at)
            pen.write(step.id if step else "", end=(step.end or "") if step else "")
            pen.tell(by_name(workflow.keeper(file_of(case))) if workflow.keeper else case.whose, NEWS)
            pen.settle()
            done += 1
    return done
