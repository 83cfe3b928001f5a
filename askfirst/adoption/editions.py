"""One edition holds on any day: which, by which name, and what it says.

The edition that came as a pack holds until another one's first day. What is asked of a day never waits for the daily run, which only writes
down what the day has brought. An edition that was approved never changes, so its clauses are read once and known by their digest.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from django.db import transaction
from django.db.models import Max

from askfirst.adoption import models
from askfirst.adoption.readings import readings_on, that_fit
from askfirst.adoption.states import AGREED, State, state_on
from askfirst.adoption.variations import additions_on, of_its_clauses
from askfirst.people.calendar import london_day
from askfirst.people.holding import today
from askfirst.procedure.changes import Change, Class, Kind, Reader, changes, for_reader
from askfirst.procedure.clause import Addressee, Clause, Edition, Mention, Sort, Strength
from askfirst.procedure.load import NONE_YET, the_edition, the_model
from askfirst.procedure.load import editions as packs
from askfirst.trail import chain

__all__ = [
    "CHAIN", "PUBLIC", "Listed", "as_edition", "begin_due", "changed_in_meaning", "digest_of", "in_force", "known", "name_in_force",
    "named", "next_number", "numbers", "starts",
]  # fmt: skip

CHAIN = "procedure"
PUBLIC = frozenset({State.SCHEDULED, State.IN_FORCE, State.SUPERSEDED})
"""What everybody may read: what is, was or will be in force."""
KEPT = 16  # editions read once in this process


@dataclass(frozen=True, slots=True)
class Listed:
    """An edition as a list shows it on a day. `number`: 1 for the first; `ref` "" for one that is a pack alone; days None where unset."""

    ref: str
    name: str
    number: int
    state: State
    title: str
    approver_role: str
    approver_name: str
    approved_on: date | None
    starts_on: date | None
    ended_on: date | None


def in_force(*, on: date, readings: bool = True) -> Edition:
    """The edition in force on that day, whole, with what schools add.

    One query, another for how it is read, and one for an edition not read yet.
    """
    row = _begun(on)
    found = _read(row) if row else the_edition(readings=False)
    return _with_readings(found, on) if readings else found


def name_in_force(*, on: date) -> str:
    """Its name, as cases keep it. One query."""
    row = _begun(on)
    return row.name if row else the_edition(readings=False).edition


def named(*, name: str, readings: bool = True, read_on: date | None = None) -> Edition:
    """An edition by name, in force or not; a draft as it stands. Raises LookupError for one that is not there.

    `read_on`: the day whose readings it is shown with; None for today. A case keeps those of the day on which it was opened.
    """
    row = models.Edition.objects.filter(name=name).first()
    found = _read(row) if row else the_edition(edition=name, readings=False)
    return _with_readings(found, read_on or today()) if readings else found


def starts(*, name: str) -> date | None:
    """The first day of an edition; None where none is set. Raises LookupError for one that is not there."""
    row = models.Edition.objects.filter(name=name).first()
    return row.starts_on if row else the_edition(edition=name, readings=False).approved_on


def known(*, on: date) -> list[Listed]:
    """Every edition there is, the newest first, as it stands on that day. One query."""
    rows = list(models.Edition.objects.order_by("-number"))
    begun = sorted((row.starts_on, row.pk) for row in rows if row.starts_on and row.state in AGREED)
    follows = dict(zip((pk for _, pk in begun), (day for day, _ in begun[1:]), strict=False))
    found = [_listed(row, follows.get(row.pk), on) for row in rows]
    first = begun[0][0] if begun else None
    for number, name in reversed(list(enumerate(packs(), 1))):
        if all(row.name != name for row in rows):
            pack = the_edition(edition=name, readings=False)
            state = state_on(State.IN_FORCE, starts_on=pack.approved_on, ended_on=first, on=on)
            found.append(Listed("", name, number, state, pack.title, pack.approved_by, "", pack.approved_on, pack.approved_on, first))
    return found


def changed_in_meaning(*, since: str, on: date, reader: Reader) -> tuple[Change, ...]:
    """What somebody who last read the edition `since` ("" for none) is to be shown of the one in force on that day.

    Clauses for this reader whose meaning is another: classed so in any edition that came between, added, or taken out. What was changed
    and changed back is not among them. Raises LookupError for an edition that is not there.
    """
    now = for_reader(in_force(on=on, readings=False), reader)
    if not since:
        return tuple(Change(clause.id, Kind.ADDED, None, clause) for clause in now.clauses)
    before = for_reader(named(name=since, readings=False), reader)
    meant = _meant(since, on)
    return tuple(
        change
        for change in changes(before, now)
        if change.kind in (Kind.ADDED, Kind.REMOVED) or (change.kind is Kind.CHANGED and change.id in meant)
    )


def _meant(since: str, on: date) -> frozenset[str]:
    """Ids of clauses classed as changed in meaning in the editions that began after that one."""
    day = starts(name=since)
    begun = models.Edition.objects.filter(state__in=AGREED, starts_on__lte=on).exclude(name=since)
    rows = models.EditionClause.objects.filter(edition__in=begun.filter(starts_on__gt=day) if day else begun, change=Class.MEANING)
    return frozenset(rows.values_list("clause", flat=True))


def numbers(*, on: date) -> dict[str, int]:
    """The number that people know each edition by ("Version 2"), by its name; 0 for what was before a trust's first. One query."""
    return {NONE_YET: 0, **{one.name: one.number for one in known(on=on)}}


def begin_due(*, at: datetime) -> int:
    """Writes down which editions have come into force and which were superseded by that day. How many began. One query where none did."""
    day = london_day(at)
    due = list(models.Edition.objects.filter(state=State.SCHEDULED, starts_on__lte=day).order_by("starts_on").values_list("pk", flat=True))
    return sum(_begin(pk, at) for pk in due)


def _begin(pk: int, at: datetime) -> bool:
    with transaction.atomic():
        row = models.Edition.objects.select_for_update().get(pk=pk)
        if row.state != State.SCHEDULED:
            return False
        old = models.Edition.objects.filter(state=State.IN_FORCE).first()
        if old is not None:
            models.Edition.objects.filter(pk=old.pk).update(state=State.SUPERSEDED, ended_on=row.starts_on)
        name = old.name if old else the_edition(readings=False).edition
        if name != NONE_YET:
            _wrote("supersede", name, State.IN_FORCE, State.SUPERSEDED, at)
        models.Edition.objects.filter(pk=pk).update(state=State.IN_FORCE, open=False)
        _wrote("begin", row.name, State.SCHEDULED, State.IN_FORCE, at)
    return True


def _wrote(what: str, name: str, before: State, after: State, at: datetime) -> None:
    chain.append(chain=CHAIN, what=what, who="", of=name, before=before, after=after, edition=name, at=at)


def next_number() -> int:
    """The number of the next edition; never one that was given before."""
    return max(len(packs()), models.Edition.objects.aggregate(last=Max("number"))["last"] or 0) + 1


def digest_of(edition: Edition) -> str:
    """SHA-256 over everything an edition says, in hexadecimal; the same words give the same digest on any machine."""
    clauses = [
        [one.id, one.addressee, one.strength, one.plain, one.plain_student, one.exact, [[it.sort, it.name] for it in one.mentions]]
        for one in edition.clauses
    ]
    said = [edition.trust, edition.edition, edition.title, edition.review_due.isoformat(), edition.sections, clauses]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def as_edition(row: models.Edition) -> Edition:
    """An edition's rows as a value, without readings; what is to go is left out. Two queries."""
    first = the_edition(readings=False)
    clauses = tuple(_clause(one) for one in row.rows.filter(removed=False))
    here = {one.id for one in clauses}
    return Edition(
        trust=first.trust,
        edition=row.name,
        title=row.title,
        approved_by=row.approver_role or first.approved_by,
        approved_on=row.approved_on or first.approved_on,
        review_due=row.review_due,
        sections=tuple((prefix, heading) for prefix, heading in row.sections),
        clauses=clauses,
        former=_former(row, first, here),
        elsewhere=the_model().clauses,
    )


def _former(row: models.Edition, first: Edition, here: Collection[str]) -> tuple[Clause, ...]:
    """Clauses of any edition before it that are in it no more, as they last stood."""
    gone = {one.id: one for one in first.clauses}
    before = models.EditionClause.objects.filter(edition__number__lt=row.number, edition__state__in=AGREED, removed=False)
    gone |= {one.clause: _clause(one) for one in before.order_by("edition__number", "place")}
    return tuple(one for id, one in gone.items() if id not in here)


def _clause(row: models.EditionClause) -> Clause:
    return Clause(
        id=row.clause,
        section=row.clause.partition("-")[0],
        addressee=Addressee(row.addressee),
        strength=Strength(row.strength),
        plain=row.plain,
        plain_student=row.student or None,
        mentions=tuple(_mention(one) for one in row.mentions),
        exact=row.exact,
    )


def _mention(written: str) -> Mention:
    sort, _, name = written.partition(": ")
    return Mention(Sort(sort), name)


def _begun(on: date) -> models.Edition | None:
    return models.Edition.objects.filter(state__in=AGREED, starts_on__lte=on).order_by("-starts_on").first()


def _read(row: models.Edition) -> Edition:
    """The clauses are kept by their digest; who approved it, and when, is as the row has it."""
    if not row.digest:
        return as_edition(row)
    kept = _kept(row.pk, row.digest)
    return replace(kept, approved_by=row.approver_role or kept.approved_by, approved_on=row.approved_on or kept.approved_on)


def _with_readings(found: Edition, on: date) -> Edition:
    """And with what schools add on that day."""
    return replace(found, readings=that_fit(found, readings_on(on)), additions=of_its_clauses(found, additions_on(on)))


@lru_cache(maxsize=KEPT)
def _kept(pk: int, digest: str) -> Edition:
    return as_edition(models.Edition.objects.get(pk=pk))


def _listed(row: models.Edition, ends: date | None, on: date) -> Listed:
    state = state_on(State(row.state), starts_on=row.starts_on, ended_on=ends, on=on)
    ended: Mapping[State, date | None] = {State.WITHDRAWN: row.ended_on, State.SUPERSEDED: ends}
    return Listed(
        row.ref,
        row.name,
        row.number,
        state,
        row.title,
        row.approver_role,
        row.approver_name,
        row.approved_on,
        row.starts_on,
        ended.get(state),
    )
