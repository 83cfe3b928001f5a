"""Somebody's own days away, and who acts for them meanwhile: told by themselves, kept by day, no reason asked.

While it runs, whoever stands in acts for them and every step says so; where they named nobody, the next person up is asked.
Source: workflows.md 3.0.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from askfirst.people import hats
from askfirst.people.hats import Standing
from askfirst.people.models import Absence, Delegation, running
from askfirst.people.resolve import HEADTEACHER, LINE_MANAGER
from askfirst.trail import chain, outbox

__all__ = ["Away", "Overlaps", "acts_for", "end", "matters_of", "periods", "tell"]

CHAIN = "people"
ONE_DAY = timedelta(days=1)


class Overlaps(ValueError):
    """Some of these days were told before: `before` is that period."""

    def __init__(self, before: "Away") -> None:
        super().__init__("overlaps")
        self.before = before


@dataclass(frozen=True, slots=True)
class Away:
    """One period, first and last day included; `to` acts meanwhile, "" where nobody was named. `ends` is None where it is open."""

    id: int
    starts: date
    ends: date | None
    to: str


def matters_of(by: Standing) -> str:
    """What of theirs somebody else can act in: a Headteacher's matters, a line manager's, or "" (the next in line is asked anyway)."""
    own = {hats.role(seat) for seat in by.seats if not by.acting_for(seat)}
    if "head" in own:
        return HEADTEACHER
    return LINE_MANAGER if "line-manager-of" in own else ""


def periods(ref: str, *, on: date) -> tuple[Away, ...]:
    """What runs or is to come, the soonest first. Two queries."""
    ahead = Q(ends__isnull=True) | Q(ends__gte=on)
    rows = list(Absence.objects.filter(ahead, person_id=ref).order_by("starts", "pk"))
    given = list(Delegation.objects.filter(ahead, person_id=ref).order_by("starts", "pk"))
    return tuple(Away(row.pk, row.starts, row.ends, next((str(one.to_id) for one in given if _same(one, row)), "")) for row in rows)


def _same(given: Delegation, away: Absence) -> bool:
    return given.starts == away.starts and given.ends == away.ends


def acts_for(ref: str, *, on: date) -> tuple[Away, ...]:
    """For whom this person acts, now or later: `to` is here the one who is away."""
    rows = Delegation.objects.filter(to_id=ref, ends__gte=on).order_by("starts", "pk")
    return tuple(Away(row.pk, row.starts, row.ends, str(row.person_id)) for row in rows)


def tell(by: Standing, *, starts: date, ends: date, to: str, at: datetime) -> None:
    """Writes down the days and who stands in, in one change, and tells whoever stands in. Raises Overlaps."""
    with transaction.atomic():
        for before in periods(by.person, on=starts):
            if before.starts <= ends:
                raise Overlaps(before)
        Absence.objects.create(person_id=by.person, starts=starts, ends=ends)
        if to:
            given = Delegation.objects.create(person_id=by.person, to_id=to, matters=matters_of(by), starts=starts, ends=ends)
            outbox.queue(key="stands-in:%d" % given.pk, to=to, kind="news", at=at)
        chain.append(chain=CHAIN, what="away", who=by.person, at=at, of=starts.isoformat(), of_person=to)


def end(by: Standing, *, id: int, at: datetime) -> bool:
    """Back: what has begun ended yesterday, what has not begun goes. False where there is no such period of theirs."""
    with transaction.atomic():
        row = Absence.objects.filter(Q(ends__isnull=True) | Q(ends__gte=by.on), pk=id, person_id=by.person).first()
        if row is None:
            return False
        for given in [one for one in Delegation.objects.filter(running(row.starts), person_id=by.person) if _same(one, row)]:
            _close(given, by.on)
        _close(row, by.on)
        chain.append(chain=CHAIN, what="back", who=by.person, at=at, of=row.starts.isoformat())
    return True


def _close(row: Absence | Delegation, on: date) -> None:
    if row.starts >= on:
        row.delete()
    else:
        row.ends = on - ONE_DAY
        row.save(update_fields=["ends"])
