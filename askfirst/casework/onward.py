"""One case opens another: a concern goes the staff or the student way, one new case for each person it is about.

What the new case says is what was written in the step that opened it, and never a word of whoever told of it. Nobody asks in it: it is
the school's own. When the last of them is over, the first hears that it was dealt with, and nothing else.
Source: workflows.md 3.13 to 3.15 and 3.21.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from askfirst.casework.bars import bar, bar_as_before, matter_of
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.kinds.student_route_steps import ALONE
from askfirst.casework.kinds.support import COLLEAGUE, SUPPORT
from askfirst.casework.models import Case
from askfirst.casework.openings.staff_route import staff_route_moves
from askfirst.casework.openings.student_route import pastoral_of, student_route_moves
from askfirst.casework.pen import Pen
from askfirst.casework.seated import by_name
from askfirst.casework.workflow import INFORM, OPEN, Move, Step
from askfirst.people.calendar import london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import HR, Capacity, Seat
from askfirst.people.resolve import route
from askfirst.people.who import names
from askfirst.vault import seal

__all__ = ["ABOUT", "CAME_FROM", "DEALT_WITH", "HURT", "WENT_ON", "end_first", "open_onward"]

ABOUT, HURT = "about", "hurt"
"""Marks in the clear: whom a case is about and whom it hurt, by their own seats. They let nobody in."""
WENT_ON, CAME_FROM = "went-on", "came-from"
"""Marks that tie two cases: of = the reference of the other."""
DEALT_WITH = "dealt-with"
"""The machine's own step of a case whose onward cases are all over."""
FIRST: Mapping[str, Callable[[str], Seat]] = {"staff-route": lambda about: HR, "student-route": pastoral_of}
"""By kind: whom it goes to first, given whom it is about; that seat alone says why somebody in it was passed over."""
WAITS = frozenset({"student-route"})
"""Kinds in which whoever it goes to sees from the start that it waits for the safeguarding lead, and nothing else of it."""
ALSO: Mapping[str, Callable[[str, date], tuple[Move, ...]]] = {"staff-route": staff_route_moves, "student-route": student_route_moves}
"""By kind: what else stands in the clear of whom it is about, on that day."""


def open_onward(first: Case, row: Step, words: Mapping[str, object], *, at: datetime) -> tuple[str, ...]:
    """The new cases' references, one for each person the first is about. Within the caller's transaction."""
    file = file_of(first)
    about = tuple(dict.fromkeys(taken.seat for taken in file.of(ABOUT)))
    hurt = tuple(dict.fromkeys(taken.seat for taken in file.of(HURT)))
    refs = tuple(_open(first, row.opens, seat, hurt, words, at=at) for seat in about)
    pen = Pen(first, at)
    pen.moves([Move(WENT_ON, of=ref) for ref in refs])
    pen.settle()
    return refs


def _open(first: Case, kind: str, about: str, hurt: tuple[str, ...], words: Mapping[str, object], *, at: datetime) -> str:
    whose = names([by_name(about)]).get(by_name(about))
    case = Case.objects.create(
        kind=kind,
        state=WORKFLOWS[kind].first,
        asker=None,
        capacity="",
        school_id=(whose.school or None) if whose else first.school_id,
        edition=first.edition,
        clauses=first.clauses,
        opened_at=at,
    )
    seal.new_case(case.ref, at=at)
    parties = {by_name(seat) for seat in (about, *hurt)}
    bar(case, parties=parties, unwanted=(), on=london_day(at))
    bar_as_before(case, first)
    pen = Pen(case, at)
    seat = FIRST[kind](by_name(about)) if kind in FIRST else ""
    pen.write(OPEN, seat=seat, words=words)
    pen.moves([Move(ABOUT, seat=about), *(Move(HURT, seat=seat) for seat in hurt), Move(CAME_FROM, of=first.ref)])
    pen.moves(_to_support(kind, hurt))
    if kind in ALSO:
        pen.moves(ALSO[kind](by_name(about), london_day(at)))
    if kind in WAITS:
        pen.moves(_waiting(case, first, seat, on=london_day(at)))
    pen.settle()
    return case.ref


def _to_support(kind: str, hurt: tuple[str, ...]) -> tuple[Move, ...]:
    """Whom it hurt and works here, where this kind records the support for them."""
    if WORKFLOWS[kind].step(SUPPORT) is None:
        return ()
    works = names([by_name(seat) for seat in hurt])
    return tuple(Move(COLLEAGUE, seat=seat) for seat in hurt if by_name(seat) in works and works[by_name(seat)].kind == Capacity.STAFF)


def _waiting(case: Case, first: Case, seat: Seat, *, on: date) -> tuple[Move, ...]:
    """That nobody gave a name and nothing else was seen; and that whoever it goes to sees that it waits."""
    alone = (Move(ALONE),) if not first.whose and not file_of(first).of("other-evidence") else ()
    found = route(seat, matter=matter_of(case), directory=TheDirectory(), on=on)
    return (*alone, *((Move(INFORM, seat=found.seat),) if found else ()))


def end_first(case: Case, *, at: datetime) -> None:
    """After a change of a case that came from another: once all that came from that one are over, it hears so."""
    came = file_of(case).last(CAME_FROM)
    first = Case.objects.filter(ref=came.of).first() if came and case.ended_at else None
    row = WORKFLOWS[first.kind].step(DEALT_WITH) if first else None
    if first is None or row is None or first.state not in row.start:
        return
    onward = [taken.of for taken in file_of(first).of(WENT_ON)]
    if Case.objects.filter(ref__in=onward, ended_at=None).exists():
        return
    pen = Pen(first, at)
    pen.moves([Move(DEALT_WITH)])
    pen.settle()
