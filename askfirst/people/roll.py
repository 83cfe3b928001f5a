"""A file of people looked at, kept, applied, undone. The plan is worked out outside the write lock; what is written is only what differs.

A gain that opens somebody's cases, or more than 5% of the roll, takes a second person (IT, HR or the governance professional). For seven
days there is a way back. The trail holds references and counts. Source: trust.md 8, design of the roll in scale.md.
"""

import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import BinaryIO

from django.db import transaction

from askfirst.people import second
from askfirst.people.calendar import london_day
from askfirst.people.hats import GOVERNANCE, HR, IT, Standing
from askfirst.people.models import Person, RollImport
from askfirst.people.roll_apply import Moved, write
from askfirst.people.roll_known import the_known
from askfirst.people.roster import ops as writing
from askfirst.people.roster.compare import plan_for
from askfirst.people.roster.ops import Op
from askfirst.people.roster.plan import Plan
from askfirst.people.roster.read import Roster, read
from askfirst.people.roster.who_is_who import ANOTHER
from askfirst.trail import chain
from askfirst.words import Sentence, say

__all__ = [
    "APPLIED", "CONFIRM", "WAITS", "WAY_BACK", "Kept", "Looked", "NotNow", "NotThere",
    "apply", "decide", "drop", "forget_old", "keep", "kept", "latest", "look", "may_confirm", "may_import", "open_import", "undo",
]  # fmt: skip

CHAIN = "people"
CONFIRM = (IT, GOVERNANCE, HR)
WAY_BACK = timedelta(days=7)
APPLIED, WAITS = "applied", "waits"
LATEST = 10


class NotThere(LookupError):
    """There is no such import for this person."""


class NotNow(RuntimeError):
    """It cannot be done as things stand; nothing was changed. `sentence` is for the person."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class Looked:
    """A file and what it would do on a day."""

    roster: Roster
    plan: Plan


@dataclass(frozen=True, slots=True)
class Kept:
    """An import as it stands: who looked, when, whether it waits for a second person, and until when it can be undone."""

    ref: str
    by: str
    made_at: datetime
    on: date
    full: bool
    state: str
    counts: Mapping[str, int]
    waits: bool
    asked_by: str
    ended_at: datetime | None
    until: datetime | None  # it can be undone


def may_import(by: Standing) -> bool:
    """Whether the IT manager's seat is this person's own."""
    return by.holds(IT) and not by.acting_for(IT)


def may_confirm(by: Standing) -> bool:
    """Whether this person may look at imports and be the second of two."""
    return any(by.holds(seat) and not by.acting_for(seat) for seat in CONFIRM)


def look(file: BinaryIO, *, full: bool, on: date, decided: Mapping[str, str] | None = None) -> Looked:
    """What a file would do; nothing is written and no lock is held. Never raises for what is in the file."""
    roster = read(file)
    if roster.problems:
        return Looked(roster, Plan(on, problems=roster.problems, notes=roster.notes))
    return Looked(roster, plan_for(roster, the_known(on=on), full=full, decided=decided))


def keep(file: bytes, *, looked: Looked, full: bool, by: str, at: datetime) -> str:
    """Keeps a file without problems, so that somebody can apply it; the reference. Raises ValueError for one with problems."""
    if looked.plan.problems:
        raise ValueError("a file with problems is not kept")
    row = RollImport.objects.create(
        by=by,
        made_at=at,
        on=looked.plan.on,
        full=full,
        file=zlib.compress(file),
        digest=looked.plan.digest,
        counts=looked.plan.counts(),
    )
    return row.ref


def kept(ref: str, *, by: Standing, at: datetime) -> Kept:
    """One import, for whoever may import or confirm. Raises NotThere."""
    if not may_confirm(by):
        raise NotThere
    return _as_kept(_row(ref), at)


def latest(*, by: Standing, at: datetime) -> list[Kept]:
    """The newest imports that are not dropped. Raises NotThere for whoever may neither import nor confirm."""
    if not may_confirm(by):
        raise NotThere
    return [
        _as_kept(row, at) for row in RollImport.objects.exclude(state="dropped").defer("file", "way_back").order_by("-made_at")[:LATEST]
    ]


def _row(ref: str) -> RollImport:
    row = RollImport.objects.filter(pk=ref).first()
    if row is None:
        raise NotThere
    return row


def _as_kept(row: RollImport, at: datetime) -> Kept:
    until = row.ended_at + WAY_BACK if row.state == "applied" and row.ended_at else None
    return Kept(
        row.ref, row.by, row.made_at, row.on, row.full, row.state, row.counts,
        waits=second.waits(kind=CHAIN, of=row.ref, at=at),
        asked_by=second.proposed_by(kind=CHAIN, of=row.ref),
        ended_at=row.ended_at,
        until=until if until and until > at else None,
    )  # fmt: skip


def open_import(ref: str) -> Looked:
    """The plan of a kept file against what is known now, on the day it was looked at. Raises NotThere once it is over."""
    row = _row(ref)
    if row.file is None:
        raise NotThere
    return look(io.BytesIO(zlib.decompress(row.file)), full=row.full, on=row.on, decided=row.decided)


def decide(ref: str, *, choices: Mapping[str, str], by: Standing, at: datetime) -> None:
    """Says of lines that may be one person who they are: "another", or the key of that person. Raises NotThere, NotNow."""
    if not may_import(by):
        raise NotThere
    pairs = {pair.id: pair.other for pair in open_import(ref).plan.pairs}
    if any(id not in pairs or choice not in (ANOTHER, pairs[id]) for id, choice in choices.items()):
        raise NotNow(say("One of these people is not in the plan any more. Look at it again."))
    with transaction.atomic():
        row = _locked(ref)
        row.decided = {**row.decided, **choices}
        row.save(update_fields=["decided"])
        second.drop(kind=CHAIN, of=ref)
        chain.append(chain=CHAIN, what="people-decided", who=by.person, at=at, of=ref)


def _locked(ref: str) -> RollImport:
    row = RollImport.objects.select_for_update().filter(pk=ref).first()
    if row is None:
        raise NotThere
    if row.state != "looked":
        raise NotNow(say("This was applied or dropped already. Nothing was changed again."))
    return row


def apply(ref: str, *, by: Standing | None, digest: str, at: datetime, looked: Looked | None = None) -> str:
    """Writes the plan whose digest was shown, or asks for a second person: APPLIED or WAITS.

    `by`: None for the nightly command. `looked`: what was worked out a moment ago, where it need not be worked out again.
    Raises NotThere, NotNow, NotSecond.
    """
    who = by.person if by else ""
    if by is not None and not may_confirm(by):
        raise NotThere
    plan = (looked or open_import(ref)).plan
    if plan.problems or plan.digest != digest:
        raise NotNow(say("The roll has changed since you looked, so nothing was written. Look at the plan again."))
    try:
        with transaction.atomic():
            row = _locked(ref)
            if not _two(plan, ref, by, at):
                return WAITS
            done = write(plan.ops, at=at, on=row.on)
            row.state, row.ended_at, row.file = "applied", at, None
            row.digest, row.counts = plan.digest, plan.counts()
            row.way_back = writing.to_json(writing.inverse(done))
            row.save()
            _trail(plan, done, ref, who, at)
    except Moved as moved:
        raise NotNow(moved.sentence) from None
    return APPLIED


def _two(plan: Plan, ref: str, by: Standing | None, at: datetime) -> bool:
    """Whether as many people stand behind it as it takes. The very first people of a server have nobody who could confirm them."""
    if not plan.needs_second or (by is None and not Person.objects.exists()):
        second.drop(kind=CHAIN, of=ref)
        if by is not None and not may_import(by):
            raise NotThere
        return True
    if not second.waits(kind=CHAIN, of=ref, at=at):
        if by is not None and not may_import(by):
            raise NotThere
        second.propose(kind=CHAIN, of=ref, digest=plan.digest, by=by.person if by else "", at=at)
        return False
    if by is None:
        return False
    gainers = {change.key for change in plan.opens_cases}
    return second.confirm(kind=CHAIN, of=ref, digest=plan.digest, by=by, seats=CONFIRM, barred=gainers, at=at)


def _trail(plan: Plan, done: list[Op], ref: str, who: str, at: datetime) -> None:
    """What was done, in numbers; and each gain that opens cases, by references."""
    told = ",".join("%s=%d" % pair for pair in plan.counts().items())
    chain.append(chain=CHAIN, what="applied", who=who, at=at, of=told, after=ref, words=plan.digest)
    refs = {"+" + op.key: (op.after or {})["person"] for op in done if op.table == writing.ROLL and op.after}
    for gain in plan.opens_cases:
        chain.append(chain=CHAIN, what="gained", who=who, at=at, of=gain.seat, of_person=refs.get(gain.key, gain.key), after=ref)


def drop(ref: str, *, by: Standing, at: datetime) -> None:
    """Throws the file away; nothing else changes. Raises NotThere, NotNow."""
    if not may_import(by):
        raise NotThere
    with transaction.atomic():
        row = _locked(ref)
        row.state, row.ended_at, row.file = "dropped", at, None
        row.save(update_fields=["state", "ended_at", "file"])
        second.drop(kind=CHAIN, of=ref)
        chain.append(chain=CHAIN, what="dropped", who=by.person, at=at, of=ref)


def undo(ref: str, *, by: Standing, at: datetime) -> None:
    """Puts back what an import changed, within seven days and while nothing of it has changed again. Raises NotThere, NotNow."""
    if not may_import(by):
        raise NotThere
    try:
        with transaction.atomic():
            row = RollImport.objects.select_for_update().filter(pk=ref).first()
            if row is None:
                raise NotThere
            if row.state != "applied" or row.way_back is None or row.ended_at is None or row.ended_at + WAY_BACK <= at:
                raise NotNow(say("This cannot be undone: it was not applied, or more than seven days ago."))
            write(writing.from_json(row.way_back), at=at, on=london_day(at))
            row.state, row.way_back = "undone", None
            row.save(update_fields=["state", "way_back"])
            chain.append(chain=CHAIN, what="undone", who=by.person, at=at, of=ref)
    except Moved:
        raise NotNow(say("Something of this has changed since, so nothing was undone. Send a new file instead.")) from None


def forget_old(*, at: datetime) -> int:
    """Throws away files nobody applied in time, and ways back after seven days; how many imports were forgotten."""
    second.forget_old(at=at)
    old = RollImport.objects.filter(state="looked", made_at__lte=at - second.LASTS)
    old |= RollImport.objects.exclude(state="looked").filter(ended_at__lte=at - WAY_BACK)
    return old.delete()[0] if old.exists() else 0
