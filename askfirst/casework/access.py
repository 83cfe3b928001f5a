"""The only lists of cases there are. Forbidden equals missing: what is not found here does not exist for the person who asked.

Seats in force today are the key (`Standing.seats`); bars shut seats' doors. Rows are rewritten by every change in its own transaction.
"""

import heapq
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice

from django.db.models import Q, QuerySet

from askfirst.casework.families import kept_from
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import ERASED, Case, CaseAccess, CaseBar, CaseCall, CaseStep
from askfirst.casework.workflow import SHUT_TO, File, Part, Workflow, audience
from askfirst.people.hats import BY_NAME, Seat, Standing, outside, role
from askfirst.people.refs import REF
from askfirst.words import Sentence, say

__all__ = [
    "Difference",
    "Found",
    "Line",
    "Missing",
    "PassedOn",
    "ToDo",
    "count",
    "differences",
    "find",
    "find_each",
    "gone_from",
    "met",
    "page",
    "rewrite",
    "to_do",
]


class Missing(LookupError):
    """There is no such case for this person; whether there is one for others is not said."""


class PassedOn(Missing):
    """It was theirs to deal with, until somebody passed it on: they knew of it, and are told so. Nothing of it is theirs any more."""

    sentence = say("Somebody passed this on, so it is not yours to answer any more. Nothing was sent.")

    def __init__(self, clause: str) -> None:
        super().__init__()
        self.clause = clause  # the one on which it was passed on


@dataclass(frozen=True, slots=True)
class Line:
    """One case in a list: nothing that was written in it."""

    ref: str
    kind: str
    state: str
    part: Part
    opened_at: datetime
    due_at: datetime | None
    ended: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A case somebody may see, how much of it, and the seats by which they came in (with the person acted for, or "")."""

    case: Case
    part: Part
    seats: Mapping[Seat, str]


@dataclass(frozen=True, slots=True)
class ToDo:
    """Something this person may do now, and for whom."""

    ref: str
    kind: str
    step: str
    of: str
    rank: int
    due_at: datetime
    late: bool
    acting_for: str


def _doors(by: Standing) -> Iterator[tuple[frozenset[str], frozenset[Seat]]]:
    """Groups of seats that the same bars shut: by name, mine, and for each person I act for.

    What somebody asked from outside, by a link, is still theirs to read and to take back when they are here again.
    """
    names = frozenset(seat for seat in by.seats if role(seat) in BY_NAME)
    yield frozenset(), names | ({outside(by.person)} if names else set())
    others = sorted(((acting, seat) for seat, acting in by.seats.items() if seat not in names))
    for acting, held in groupby(others, key=lambda pair: pair[0]):
        seats = frozenset(seat for _, seat in held)
        yield frozenset({by.person, acting} - {""}), seats


def _barred(people: frozenset[str]) -> QuerySet[CaseBar, int]:
    return CaseBar.objects.filter(person__in=people).values_list("case_id", flat=True)


def _shut(by: Standing, barred: frozenset[str], seats: frozenset[Seat]) -> list[int]:
    """The cases into which these doors do not open today: by a bar, or since a parent or carer may not be told of the student any more."""
    parents = [seat for seat in seats if role(seat) == "parent"]
    return [*(_barred(barred) if barred else ()), *(kept_from(parents, on=by.on) if parents else ())]


def _asked(kind: str, state: str, *, open_only: bool, least: Part = Part.STATUS) -> Q:
    """The filters of a list, on the access rows themselves."""
    asked = Q(kind=kind) if kind else Q()
    asked &= Q(part__gte=least) if least > Part.STATUS else Q()
    asked &= Q(state=state) if state else Q()
    return asked & Q(open=True) if open_only else asked


def page(
    by: Standing,
    *,
    kind: str = "",
    state: str = "",
    open_only: bool = False,
    after: str = "",
    limit: int = 25,
    least: Part = Part.STATUS,
) -> list[Line]:
    """The newest cases this person may see, after the reference `after`; `least`: where so much of it is theirs. Raises Missing for a
    cursor that is not theirs.

    One query a seat, each with its own limit, then a merge: the cost follows seats times limit, not cases.
    """
    below = find(after, by).case.id if after else None
    lists = []
    asked = _asked(kind, state, open_only=open_only, least=least)
    if below is not None:
        asked &= Q(case_id__lt=below)
    for barred, seats in _doors(by):
        shut = _shut(by, barred, seats)
        for seat in sorted(seats):
            one = CaseAccess.objects.filter(asked, scope=seat).exclude(case_id__in=shut)
            lists.append([(-case, part) for case, part in one.order_by("-case_id").values_list("case_id", "part")[:limit]])
    parts: dict[int, int] = {}
    merged = heapq.merge(*lists)
    for case, found in islice(groupby(merged, key=lambda pair: pair[0]), limit):
        parts[-case] = max(part for _, part in found)
    cases = Case.objects.in_bulk(parts)
    return [_line(cases[id], part) for id, part in parts.items()]


def _line(case: Case, part: int) -> Line:
    return Line(case.ref, case.kind, case.state, Part(part), case.opened_at, case.due_at, case.ended_at is not None)


def count(by: Standing, *, kind: str = "", state: str = "", open_only: bool = False) -> int:
    """How many cases this person may see, exactly. One query and one for the bars; linear in the rows of their seats, not in cases."""
    return _theirs(by, _asked(kind, state, open_only=open_only)).values("case_id").distinct().count()


def met(by: Standing) -> list[tuple[str, str]]:
    """Each kind and state that some case has which this person may see, once: what their list can be narrowed to. As dear as a count."""
    return sorted(set(_theirs(by, Q()).values_list("kind", "state").distinct()))


def _theirs(by: Standing, asked: Q) -> QuerySet[CaseAccess]:
    """The access rows by which this person sees cases, less what is shut to them."""
    doors = list(_doors(by))
    every = [seat for _, seats in doors for seat in seats]
    rows = CaseAccess.objects.filter(asked, scope__in=every)
    for barred, seats in doors:
        shut = _shut(by, barred, seats)
        if shut:
            rows = rows.exclude(scope__in=seats, case_id__in=shut)
    return rows


def find(ref: str, by: Standing) -> Found:
    """The case of this reference, if this person may see it. Raises Missing, the same for forbidden and for never used."""
    ref = ref.upper()
    if not REF.fullmatch(ref):
        raise Missing
    for id, (part, seats) in _rows([ref], by).items():
        return Found(Case.objects.get(id=id), Part(part), seats)
    raise Missing


def find_each(refs: Collection[str], by: Standing) -> dict[str, Found]:
    """Those of these references that this person may see, by reference. Two queries more than `find`, however many."""
    rows = _rows(refs, by)
    cases = Case.objects.filter(id__in=rows).prefetch_related("calls", "bars")
    return {case.ref: Found(case, Part(rows[case.pk][0]), rows[case.pk][1]) for case in cases}


def _rows(refs: Collection[str], by: Standing) -> dict[int, tuple[int, dict[Seat, str]]]:
    """How much of each of these cases is this person's, and by which seats; by the case's id."""
    found: dict[int, tuple[int, dict[Seat, str]]] = {}
    for barred, held in _doors(by):
        rows = CaseAccess.objects.filter(case__ref__in=refs, scope__in=held)
        if shut := _shut(by, barred, held):
            rows = rows.exclude(case_id__in=shut)
        for scope, seen, id in rows.values_list("scope", "part", "case_id"):
            part, seats = found.get(id, (0, {}))
            found[id] = max(part, seen), {**seats, scope: by.acting_for(scope)}
    return found


def gone_from(ref: str, by: Standing) -> Missing:
    """Why `find` found nothing: that it was passed on, for whoever it was taken from so; else the same for every reference.

    Two queries for a reference that never was theirs, and for one that never was.
    """
    for barred, seats in _doors(by):
        shut = CaseStep.objects.filter(case__ref=ref.upper(), step=SHUT_TO, seat__in=seats).exclude(case_id__in=_shut(by, barred, seats))
        for mark in shut.select_related("case").order_by("-sequence")[:1]:
            before = [taken.step for taken in file_of(mark.case).taken if taken.by and taken.sequence < mark.sequence]
            row = WORKFLOWS[mark.case.kind].step(before[-1])
            if row is not None and row.gives:
                return PassedOn(row.clause)
    return Missing()


def to_do(by: Standing, *, at: datetime, limit: int = 50) -> list[ToDo]:
    """What has reached this person and is still wanted, the soonest due first."""
    found = []
    for barred, seats in _doors(by):
        calls = CaseCall.objects.filter(seat__in=seats, ended_at=None)
        if shut := _shut(by, barred, seats):
            calls = calls.exclude(case_id__in=shut)
        found += list(calls.select_related("case").order_by("due_at")[:limit])
    found.sort(key=lambda call: (call.due_at, call.id))
    return [
        ToDo(call.case.ref, call.case.kind, call.step, call.of, call.rank, call.due_at, call.due_at < at, by.acting_for(call.seat))
        for call in found[:limit]
    ]


def _wanted(case: Case, workflow: Workflow, file: File) -> dict[str, tuple[int, str, str, bool]]:
    """What each access row of the case should hold, by its scope."""
    return {scope: (int(part), case.kind, file.state, case.ended_at is None) for scope, part in audience(workflow, file).items()}


def rewrite(case: Case, workflow: Workflow, file: File) -> None:
    """Make the case's access rows what its audience is now; touches only rows that differ. For the changing functions alone."""
    now = _wanted(case, workflow, file)
    stood = {row.scope: row for row in case.access.all()}
    gone = [row.id for scope, row in stood.items() if scope not in now]
    if gone:
        case.access.filter(id__in=gone).delete()
    for scope, (part, kind, state, is_open) in now.items():
        row = stood.get(scope)
        if row is None:
            CaseAccess.objects.create(scope=scope, case=case, part=part, kind=kind, state=state, open=is_open)
        elif (row.part, row.kind, row.state, row.open) != (part, kind, state, is_open):
            case.access.filter(id=row.id).update(part=part, kind=kind, state=state, open=is_open)


@dataclass(frozen=True, slots=True)
class Difference:
    """An access row that is not what its case says."""

    ref: str
    scope: str
    says: Sentence


def differences() -> list[Difference]:
    """Every access row worked out again from its case's steps, and what does not fit. Empty is right. Linear in steps; changes nothing."""
    found = []
    for case in Case.objects.order_by("id").iterator():
        now = _wanted(case, WORKFLOWS[case.kind], file_of(case)) if case.state != ERASED else {}
        stood = {row.scope: (row.part, row.kind, row.state, row.open) for row in case.access.all()}
        for scope in sorted(now.keys() | stood.keys()):
            if scope not in stood:
                found.append(Difference(case.ref, scope, say("{scope} should see {ref}, and does not.", scope=scope, ref=case.ref)))
            elif scope not in now:
                found.append(Difference(case.ref, scope, say("{scope} sees {ref}, and should not.", scope=scope, ref=case.ref)))
            elif stood[scope] != now[scope]:
                found.append(Difference(case.ref, scope, say("{scope} sees {ref} otherwise than it should.", scope=scope, ref=case.ref)))
    return found
