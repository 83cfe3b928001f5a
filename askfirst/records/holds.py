"""Records that must stay for now (R9): who said so, who owns it, why, and when it is looked at again.

The Data Protection Officer sets, looks at and lifts holds on what they may audit, HR on what HR may see. A hold stops the disposal run, and
keeps what is taken away from beside the case shut in the vault. Why it is held lies sealed with the case. Source: workflows.md 3.20; six
months is the longest between two looks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from askfirst.casework import access, reading
from askfirst.casework.access import Missing
from askfirst.casework.audit import may_audit, to_audit
from askfirst.casework.fields import BadField, Day, read_day, read_text
from askfirst.casework.models import ERASED, Case
from askfirst.people.calendar import at_eight, date_text, london_day, months_after
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import DEPUTY_DPO, DPO, HR, Standing
from askfirst.people.standing import standing
from askfirst.people.who import Named, names
from askfirst.records import retention
from askfirst.records.models import Hold, Morning
from askfirst.records.taken_away import let_go
from askfirst.trail import chain, outbox
from askfirst.vault import seal
from askfirst.words import say

__all__ = ["MONTHS", "InForce", "holds", "keep", "last_day", "lift", "may_hold", "owners", "remind_due", "set_hold", "why"]

MONTHS = 6
REMINDED = timedelta(days=14)
"""How long before a hold is looked at again its owner hears of it."""
REMINDER = "reminder"
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class InForce:
    """A hold in force: on which case, whose it is, since when, and when it is to be looked at again. Not why."""

    ref: str
    case: str
    kind: str
    owner: str
    set_by: str
    since: datetime
    review_on: date


def may_hold(by: Standing) -> bool:
    """Whether this person sets and lifts holds: the Data Protection Officer, their deputy, and HR."""
    return may_audit(by) or by.holds(HR)


def owners(*, on: date) -> list[Named]:
    """Who may own a hold: whoever holds one of those seats that day, by name."""
    directory = TheDirectory()
    known = names({ref for seat in (HR, DPO, DEPUTY_DPO) for ref in directory.holders(seat, on)})
    return sorted((one for one in known.values() if not directory.has_left(one.ref, on)), key=lambda one: one.name)


def last_day(on: date) -> date:
    """The last day to which a hold can be set without being looked at again."""
    return months_after(on, MONTHS)


def holds(*, by: Standing) -> list[InForce]:
    """Every hold in force on what this person may hold, the next to be looked at first. Raises Missing for whoever may hold nothing."""
    if not may_hold(by):
        raise Missing
    running = Hold.objects.filter(lifted_at=None).select_related("case").order_by("review_on", "pk")
    return [_shown(hold) for hold in running if _theirs(hold.case.ref, by) is not None]


def _shown(hold: Hold) -> InForce:
    return InForce(hold.ref, hold.case.ref, hold.case.kind, str(hold.owner_id), str(hold.set_by_id), hold.set_at, hold.review_on)


def _theirs(ref: str, by: Standing) -> Case | None:
    """The case, where they may hold it; None alike for one they may not know of and for one that never was."""
    found = to_audit(by).filter(ref=ref.upper()).exclude(state=ERASED).first()
    if found is None and by.holds(HR):
        try:
            return access.find(ref, by).case
        except Missing:
            return None
    return found


def set_hold(given: Mapping[str, object], *, by: Standing, at: datetime) -> str:
    """Holds a case: fields case, owner (a person's reference), why, review_on. The hold's reference. Raises Missing, BadField."""
    if not may_hold(by):
        raise Missing
    on = london_day(at)
    ref, owner = read_text(given, "case", longest=20).strip(), read_text(given, "owner", longest=20).strip()
    why = _why(given)
    if owner not in {one.ref for one in owners(on=on)}:
        raise BadField("owner", say("Choose who owns the hold: they are asked to look at it again."))
    review_on = _review(given, on)
    with transaction.atomic():
        case = _theirs(ref, by)
        if case is None:
            raise BadField("case", say("There is no such case for you. Check the reference: it has eight letters and digits."))
        if Hold.objects.filter(case=case, lifted_at=None).exists():
            raise BadField("case", say("This case is held already. Look at its hold in the list."))
        hold = Hold.objects.create(case=case, owner_id=owner, set_by_id=by.person, set_at=at, review_on=review_on)
        seal.seal(case=case.ref, name="hold-%s" % hold.ref, words={"why": why}, at=at)
        _trail(hold, "hold", by=by, at=at)
    return hold.ref


def why(ref: str, *, by: Standing, at: datetime) -> tuple[InForce, str]:
    """A hold in force and why it is; that it was read stands in the trail of the case. Raises Missing."""
    hold = _find(ref, by)
    return _shown(hold), str(reading.set_aside(hold.case.ref, name="hold-%s" % hold.ref, by=by, at=at).get("why", ""))


def keep(ref: str, given: Mapping[str, object], *, by: Standing, at: datetime) -> None:
    """Looked at again, and it goes on: field review_on, within six months from now. Raises Missing, BadField."""
    with transaction.atomic():
        hold = _find(ref, by)
        hold.review_on = _review(given, london_day(at))
        hold.save(update_fields=["review_on"])
        _trail(hold, "hold-kept", by=by, at=at)


def lift(ref: str, given: Mapping[str, object], *, by: Standing, at: datetime) -> None:
    """Ends a hold: field why, sealed with the case. From then on the case goes when it is due. Raises Missing, BadField."""
    with transaction.atomic():
        hold = _find(ref, by)
        seal.seal(case=hold.case.ref, name="lifted-%s" % hold.ref, words={"why": _why(given)}, at=at)
        hold.lifted_by_id, hold.lifted_at = by.person, at
        hold.save(update_fields=["lifted_by", "lifted_at"])
        let_go(hold.case, at=at)
        _trail(hold, "hold-lifted", by=by, at=at)


def _find(ref: str, by: Standing) -> Hold:
    hold = Hold.objects.filter(ref=ref, lifted_at=None).select_related("case").first() if may_hold(by) else None
    if hold is None or _theirs(hold.case.ref, by) is None:
        raise Missing
    return hold


def _why(given: Mapping[str, object]) -> str:
    found = read_text(given, "why", longest=LONGEST)
    if not found:
        raise BadField("why", say("Say why. Only those who may set holds can read it."))
    return found


def _review(given: Mapping[str, object], on: date) -> date:
    day = read_day(given, "review_on", side=Day.COMING, on=on)
    if not day:
        raise BadField("review_on", say("Give the day on which it is looked at again."))
    found = date.fromisoformat(day)
    if found == on or found > last_day(on):
        raise BadField("review_on", say("Give a day after today, and by {last} at the latest.", last=date_text(last_day(on))))
    return found


def _trail(hold: Hold, what: str, *, by: Standing, at: datetime) -> None:
    chain.append(
        chain=hold.case.ref, what=what, who=by.person, of=hold.review_on.isoformat(), of_person=str(hold.owner_id), at=at,
        edition=hold.case.edition,
    )  # fmt: skip


def remind_due(*, at: datetime) -> int:
    """Once a London day, from eight: owners hear of holds to be looked at, and the officer once a month that something is due. How many.

    After a stop each is told once: a notice has one key for a hold and its day, and one for the month.
    """
    day = london_day(at)
    if at < at_eight(day) or Morning.objects.filter(day=day).exists():
        return 0
    told = 0
    with transaction.atomic():
        for hold in Hold.objects.filter(lifted_at=None, review_on__lte=day + REMINDED).order_by("pk"):
            key = ":".join(("hold", hold.ref, hold.review_on.isoformat()))
            told += outbox.queue(key=key, to=str(hold.owner_id), kind=REMINDER, at=at)
        for officer in TheDirectory().holders(DPO, day):
            by = standing(officer, on=day)
            if may_audit(by) and any(retention.due(by=by, on=day)):
                told += outbox.queue(key="due:%s:%s" % (format(day, "%Y-%m"), officer), to=officer, kind=REMINDER, at=at)
        Morning.objects.get_or_create(day=day)
    return told
