"""What happens outside a case and matters in it: a second adult who has left, a page that is official no more, a keeper who leaves.

A case's table says which marks may come (`Workflow.outside`); here is looked whether one is due. Each is written once, by the machine.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from askfirst.casework.families import at_home_now
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.kinds.concern_gates import GONE as SUBJECT_GONE
from askfirst.casework.kinds.event import NEW
from askfirst.casework.kinds.exemption_gates import NOT_OFFICIAL, OFFICIAL, SECOND_GONE
from askfirst.casework.kinds.instruction import GONE
from askfirst.casework.kinds.page import LIVE
from askfirst.casework.kinds.page_handover import LEAVES, STAYS
from askfirst.casework.models import ERASED, Case
from askfirst.casework.pen import Pen
from askfirst.casework.workflow import Move, nothing_outside
from askfirst.people.calendar import london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import line_manager_of, person, subjects
from askfirst.people.resolve import Matter, route
from askfirst.people.who import last_day
from askfirst.people.would_handle import employed

__all__ = ["HOME", "is_official", "look_outside", "mark_outside"]


def is_official(page: str) -> bool:
    """Whether the department's page of this reference is official today. A page a year on is, until it is found otherwise (ruling 3)."""
    return Case.objects.filter(kind="page", ref=page, state__in=LIVE).exists()


def _gone(move: Move, on: date) -> bool:
    """Left, or without a post of their own any more: a fixed term counts until its last day (ruling 6)."""
    ref = subjects(move.seat)[0]
    return TheDirectory().has_left(ref, on) or not employed(ref, on=on)


def _last_day(move: Move) -> Move:
    """The move with the last day of whoever sits there; "" where none is known."""
    day = last_day(subjects(move.seat)[0])
    return replace(move, of=day.isoformat() if day else "")


def _if(due: Callable[[Move, date], bool]) -> Callable[[Move, date], Move | None]:
    return lambda move, on: move if due(move, on) else None


def _leaves(move: Move, on: date) -> Move | None:
    """A last day that is not the one which stands in the case."""
    now = _last_day(move)
    return now if now.of and now.of != move.of else None


def _falls_to(move: Move, on: date) -> Move | None:
    """To whoever would be asked as the line manager of an organiser who has left; None while they are here, or while nobody can be."""
    directory, ref = TheDirectory(), subjects(move.seat)[0]
    if not directory.has_left(ref, on):
        return None
    found = route(line_manager_of(ref), matter=Matter(ref), directory=directory, on=on)
    return replace(move, seat=person(found.person)) if found else None


DUE: Mapping[str, Callable[[Move, date], Move | None]] = {
    SECOND_GONE: _if(_gone),
    GONE: _if(lambda move, on: TheDirectory().has_left(subjects(move.seat)[0], on)),
    SUBJECT_GONE: _if(lambda move, on: TheDirectory().has_left(subjects(move.seat)[0], on)),
    OFFICIAL: _if(lambda move, on: is_official(move.of)),
    NOT_OFFICIAL: _if(lambda move, on: not is_official(move.of)),
    LEAVES: _leaves,
    NEW: _falls_to,
    STAYS: _if(lambda move, on: not _last_day(move).of),
}
"""By mark: the move as it is to be written, where it is due."""
HOME: Mapping[str, Callable[[Case, date], list[Move]]] = {"student-route": at_home_now}
"""By kind: what the tables of people say of a family now and the case does not yet. Also once it is over: who may read it changes."""


def mark_outside(case: Case, *, at: datetime) -> int:
    """Write whatever is due into one case; how many marks. Within the caller's transaction."""
    found = (DUE[move.step](move, london_day(at)) for move in WORKFLOWS[case.kind].outside(file_of(case)))
    due = [move for move in found if move is not None]
    due += HOME[case.kind](case, london_day(at)) if case.kind in HOME else []
    if due:
        pen = Pen(case, at)
        pen.moves(due)
        pen.settle()
    return len(due)


def look_outside(*, at: datetime) -> int:
    """Every running case of a kind to which something may happen outside; how many marks. Catching up after a stop writes each once."""
    done = 0
    for workflow in WORKFLOWS.values():
        if workflow.outside is nothing_outside and workflow.kind not in HOME:
            continue
        over = frozenset() if workflow.kind in HOME else workflow.over - workflow.lives_on
        running = Case.objects.filter(kind=workflow.kind).exclude(state__in=over | {ERASED})
        for id in running.order_by("id").values_list("id", flat=True):
            with transaction.atomic():
                case = running.filter(id=id).first()
                done += mark_outside(case, at=at) if case is not None else 0
    return done
