"""What time brings: reminders, the next person told, the morning's look at who is away, questions that close by themselves.

"What is due since I last ran": catching up after a stop does each thing once. Nothing is ever decided here: an answer is a person's.
Ruling 9: first the one asked is reminded, then the next is told and may act too.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from askfirst.casework.bars import matter_of
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import Case, CaseCall, CaseMorning
from askfirst.casework.pen import NEWS, REMINDER, TO_DO, Pen
from askfirst.casework.workflow import outstanding
from askfirst.people.calendar import at_eight, london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.resolve import route
from askfirst.people.who import the_calendar

__all__ = ["run_due"]

CLOSES_AFTER = 10  # school days after an answer nobody asked about again
BATCH = 200


def run_due(*, at: datetime) -> int:
    """Everything due by now, each in a transaction of its own; how many things were done. A clock that goes back un-dues nothing."""
    return _mornings(at) + _remind(at) + _climb(at) + _close(at)


def _each(ids: list[int], do: Callable[[CaseCall, Pen], None], at: datetime) -> int:
    """One call at a time: found again inside its transaction, so that what was answered meanwhile is left alone."""
    done = 0
    for id in ids:
        with transaction.atomic():
            call = CaseCall.objects.select_related("case").filter(id=id, ended_at=None).first()
            if call is None:
                continue
            pen = Pen(call.case, at)
            do(call, pen)
            call.save()
            pen.settle()
            done += 1
    return done


def _remind(at: datetime) -> int:
    due = CaseCall.objects.filter(ended_at=None, reminded_at=None, remind_at__lte=at).order_by("remind_at")

    def remind(call: CaseCall, pen: Pen) -> None:
        call.reminded_at = at
        sitting = route(call.seat, matter=matter_of(call.case), directory=pen.directory, on=london_day(at))
        pen.write("remind", of=call.want, seat=call.seat)
        if sitting is not None and sitting.seat == call.seat:
            pen.tell(sitting.person, REMINDER)

    return _each(list(due.values_list("id", flat=True)[:BATCH]), remind, at)


def _climb(at: datetime) -> int:
    due = CaseCall.objects.filter(ended_at=None, climbed_at=None, climb_at__lte=at).order_by("climb_at")

    def climb(call: CaseCall, pen: Pen) -> None:
        call.climbed_at = at
        _next(call, pen)

    return _each(list(due.values_list("id", flat=True)[:BATCH]), climb, at)


def _next(call: CaseCall, pen: Pen) -> None:
    file = file_of(call.case)
    want = next((want for want in outstanding(WORKFLOWS[file.kind], file) if want.key == call.want), None)
    if want is not None:
        pen.reach(want, file)


def _mornings(at: datetime) -> int:
    """Once a London day, from eight: whoever acts for somebody from today hears what is waiting.

    Where nobody can act in a seat any more, the next person is asked at once.
    """
    day = london_day(at)
    if at < at_eight(day) or CaseMorning.objects.filter(day=day).exists():
        return 0
    try:
        CaseMorning.objects.create(day=day)
    except IntegrityError:
        return 0
    directory = TheDirectory()

    def look(call: CaseCall, pen: Pen) -> None:
        found = route(call.seat, matter=matter_of(call.case), directory=directory, on=day)
        if found is None or found.seat != call.seat:
            if call.climbed_at is None:
                call.climbed_at = at
                _next(call, pen)
        elif found.acting_for:
            before = route(call.seat, matter=matter_of(call.case), directory=directory, on=day - timedelta(days=1))
            if before is None or before.person != found.person:
                pen.tell(found.person, TO_DO)

    open_calls = list(CaseCall.objects.filter(ended_at=None, asked_at__lt=at_eight(day)).order_by("id").values_list("id", flat=True))
    return _each(open_calls, look, at)


def _close(at: datetime) -> int:
    """A question answered ten school days ago, with nothing more asked, is finished."""
    calendar, done = the_calendar(), 0
    for case in Case.objects.filter(kind="question", state="answered").order_by("id"):
        answered = file_of(case).last("answer")
        if answered is None or at < at_eight(calendar.add_school_days(london_day(answered.at), CLOSES_AFTER)) + timedelta(hours=9):
            continue
        with transaction.atomic():
            pen = Pen(case, at)
            pen.write("that-helps", end="closed")
            pen.tell(case.asker_id, NEWS)
            pen.settle()
            done += 1
    return done
