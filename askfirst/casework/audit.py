"""Who has opened a case, when, and for whom: for the people of the case, and, without a word of it, for the Data Protection Officer.

Whoever asks is written into the trail of the case, once each time. The deputy of the Data Protection Officer may ask only where the officer
may not: away, or shut out of that case. Source: workflows.md 3.21 ("audit"), trust.md, ruling 4.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from askfirst.casework import access
from askfirst.casework.access import Found, Missing
from askfirst.casework.evidence_boxes import BESIDE
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import ERASED, Case, CaseBar
from askfirst.casework.refused import is_officer, tried
from askfirst.casework.seated import passed_over
from askfirst.casework.workflow import Hat, Part
from askfirst.people import hats
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import DEPUTY_DPO, DPO, Standing
from askfirst.people.resolve import Matter, Skip, route
from askfirst.people.who import names, today_as
from askfirst.people.would_handle import reads_reasons
from askfirst.trail import chain
from askfirst.trail.models import Event

__all__ = ["Audited", "Opened", "WhoOpened", "audited", "may_audit", "of_the_case", "opened_json", "to_audit", "who_opened"]

READ, AUDIT = "read", "audit"
SAID = frozenset({"relative", "conflict", "unwanted", "left", "absent"})
"""Reasons that name nobody but the one who was passed over."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody opened the case, or (`list_only`) looked at who has. `who` is "" where it is the one whose case it is, unnamed here.

    `beside`: what lies beside it was opened, "evidence" for all of it or "evidence-2-original" for one file.
    """

    at: datetime
    who: str
    acting_for: str
    list_only: bool
    beside: str = ""


@dataclass(frozen=True, slots=True)
class WhoOpened:
    """Every time a case was opened, the newest first. `theirs`: whoever asked for this takes part in the case and may open it.

    `passed_over`: who may not act in it today, and why, for the Data Protection Officer alone; nobody whose own matter it is (3.0).
    """

    ref: str
    kind: str
    theirs: bool
    opened: tuple[Opened, ...]
    passed_over: tuple[Skip, ...] = ()


@dataclass(frozen=True, slots=True)
class Audited:
    """One case in the list of whoever audits: that it is there, and how often it was opened, by how many, and when last."""

    ref: str
    kind: str
    began: datetime
    times: int
    people: int
    last: datetime | None


def may_audit(by: Standing) -> bool:
    """Whether this person is the Data Protection Officer, acts for them, or is their deputy."""
    return by.holds(DPO) or by.holds(DEPUTY_DPO)


def of_the_case(found: Found, by: Standing) -> bool:
    """Whether somebody who found a case may know who has opened it: whose it is, whom it is for, and whoever handles it."""
    if found.part is Part.ALL:
        return True
    by_name = any(hats.role(seat) in hats.BY_NAME for seat in found.seats)
    if found.part is Part.STATUS or not by_name:
        return False
    return by.person in (found.case.asker_id, found.case.logger_id) or _is_for(found)


def _is_for(found: Found) -> bool:
    """Whether they came in as the one whom the case is for, such as an instruction given to them, or to whom it has fallen since."""
    hats_by_mark, leaves = WORKFLOWS[found.case.kind].hats, WORKFLOWS[found.case.kind].leaves
    marks = {mark for mark, hat in hats_by_mark.items() if hat is Hat.ASKER or (mark == leaves and hat is Hat.SUBJECT)}
    return any(taken.step in marks and taken.seat in found.seats for taken in file_of(found.case).taken)


def who_opened(ref: str, *, by: Standing, at: datetime) -> WhoOpened:
    """Every opening of a case. Raises Missing, the same for forbidden and for never used, after the try was written down."""
    try:
        with transaction.atomic():
            case, theirs = _case(ref, by)
            skipped = () if theirs or not reads_reasons(by) else _passed_over(case, by)
            found = WhoOpened(case.ref, case.kind, theirs, tuple(_openings(case, theirs=theirs)), skipped)
            acting = by.acting_for(DPO) if not theirs and by.holds(DPO) else ""
            chain.append(chain=case.ref, what=AUDIT, who=by.person, acting_for=acting, at=at, edition=case.edition)
    except Missing:
        tried(ref, by=by, at=at)
        raise
    return found


def _case(ref: str, by: Standing) -> tuple[Case, bool]:
    """The case, and whether they take part in it. Raises Missing."""
    try:
        found = access.find(ref, by)
        if of_the_case(found, by):
            return found.case, True
    except Missing:
        pass
    case = to_audit(by).filter(ref=ref.upper()).first()
    if case is None:
        raise Missing
    return case, False


def _passed_over(case: Case, by: Standing) -> tuple[Skip, ...]:
    """For a reason that names neither whose matter it is nor whom it is about; nothing where a name would be too much to know."""
    first = file_of(case).turn.seat
    if not first or WORKFLOWS[case.kind].confidential:
        return ()
    return tuple(one for one in passed_over(case, first, directory=TheDirectory(), on=by.on) if one.reason in SAID)


def to_audit(by: Standing) -> QuerySet[Case]:
    """Every case this person may audit today; whoever is barred from a case is shut out here too, and whoever they act for.

    What was erased is no case any more: nobody is shut out of a tombstone, so nobody is shown one.
    """
    if not may_audit(by):
        return Case.objects.none()
    shut = CaseBar.objects.filter(person__in={by.person, by.acting_for(DPO) if by.holds(DPO) else ""} - {""})
    cases = Case.objects.exclude(id__in=shut.values("case_id")).exclude(state=ERASED)
    if is_officer(by):
        return cases
    officer = route(DPO, matter=Matter(""), directory=TheDirectory(), on=by.on)
    if officer is None:
        return cases
    return cases.filter(id__in=CaseBar.objects.filter(person=officer.person).values("case_id"))


def _openings(case: Case, *, theirs: bool) -> list[Opened]:
    events = _once([event for event in chain.events(case.ref) if event.what in (READ, AUDIT)])
    kept = today_as({ref for event in events for ref in (event.who, event.acting_for) if ref})
    unnamed = set() if theirs else {case.asker_id, case.logger_id}

    def shown(ref: str) -> str:
        today = kept.get(ref, ref)
        return "" if today in unnamed else today

    return [
        Opened(event.at, shown(event.who), shown(event.acting_for), event.what == AUDIT, event.of if event.what == READ else "")
        for event in reversed(events)
    ]


def _once(events: list[Event]) -> list[Event]:
    """A page of the case shows what lies beside it too: that is one opening, not two."""
    opened = {(event.who, event.at) for event in events if event.what == READ and not event.of}
    return [event for event in events if event.of != BESIDE or (event.who, event.at) not in opened]


def audited(by: Standing, *, after: str = "", limit: int = 25) -> list[Audited]:
    """The newest cases this person may audit, after the reference `after`. Raises Missing, also for a place that is not theirs."""
    if not may_audit(by):
        raise Missing
    cases = to_audit(by)
    if after:
        place = cases.filter(ref=after.upper()).values_list("id", flat=True).first()
        if place is None:
            raise Missing
        cases = cases.filter(id__lt=place)
    return [_audited(case) for case in cases.order_by("-id")[:limit]]


def _audited(case: Case) -> Audited:
    reads = _once([event for event in chain.events(case.ref) if event.what == READ])
    kept = today_as({event.who for event in reads})
    people = {kept.get(event.who, event.who) for event in reads}
    return Audited(case.ref, case.kind, case.opened_at, len(reads), len(people), reads[-1].at if reads else None)


def opened_json(found: WhoOpened) -> dict[str, object]:
    """The same as plain values. `who` is null for the one whose case it is, where that is not for whoever asked."""
    known = names({ref for one in found.opened for ref in (one.who, one.acting_for) if ref} | {skip.person for skip in found.passed_over})
    return {
        "ref": found.ref,
        "kind": found.kind,
        "opened": [
            {
                "at": one.at.isoformat(),
                "who": known[one.who].name if one.who in known else None,
                "post": known[one.who].title if one.who in known else "",
                "acting_for": known[one.acting_for].name if one.acting_for in known else None,
                "list_only": one.list_only,
                "beside": one.beside,
            }
            for one in found.opened
        ],
        "passed_over": [{"who": known[skip.person].name, "why": skip.reason} for skip in found.passed_over if skip.person in known],
    }
