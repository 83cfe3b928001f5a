"""Break-glass: in an emergency IT reads one case, once a second person who was named has agreed. Thirty minutes, and reading alone.

Whoever asks learns nothing from asking: any well-formed reference is taken in the same words, and the address of the case stays missing.
It opens for nobody who is barred from the case, nor on the word of somebody who is; both look as if there were no such case. The Data
Protection Officer hears of each request and each answer; whoever handles the case hears that it was opened. Why lies sealed.
Source: workflows.md 3.0 and 3.21, trust.md ("Admin blind"), S56, docs/decisions/0013.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction

from askfirst.casework import reading, refused
from askfirst.casework.access import Found, Missing
from askfirst.casework.audit import to_audit
from askfirst.casework.bars import matter_of
from askfirst.casework.fields import BadField, read_text
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import ERASED, Case, CaseBar
from askfirst.casework.reading import UNSIGNED, OpenFile
from askfirst.casework.whose import sits
from askfirst.casework.workflow import File, Part, Workflow
from askfirst.people import second
from askfirst.people.calendar import london_day, months_after
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import CHAIR, DPO, DSL_TRUST, GOVERNANCE, HR, IT, TRUST_LEAD, VICE_CHAIR, Standing
from askfirst.people.refs import REF
from askfirst.people.resolve import Matter, route
from askfirst.people.second import NotSecond
from askfirst.people.who import Named, names, records_of
from askfirst.records.models import Emergency
from askfirst.trail import chain, outbox
from askfirst.vault import seal
from askfirst.words import say

__all__ = [
    "KIND", "MINUTES", "MONTHS_KEPT", "Request", "State", "answer", "ask", "forget_old", "may_ask", "may_come", "one", "open_case",
    "requests", "seconds", "wait_for",
]  # fmt: skip

KIND = "break-glass"
MINUTES = 30
"""How long a case stays open, from the moment the second person agreed."""
MONTHS_KEPT = 72
MOST_WAITING = 5
LONGEST = 2000
SECONDS = (TRUST_LEAD, CHAIR, VICE_CHAIR, GOVERNANCE, HR, DSL_TRUST)
"""Who may be named to agree, in their own right. Not the Data Protection Officer, who looks at it afterwards."""
NEWS, TO_DO = "news", "to-do"


class State(StrEnum):
    """How far a request has got."""

    WAITS, LAPSED, REFUSED, AGREED = "waits", "lapsed", "refused", "agreed"


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `case`: a reference that may never have been. `until`: where it was agreed to, the end of its time."""

    ref: str
    case: str
    by: str
    second: str
    asked_at: datetime
    state: State
    answered_at: datetime | None
    until: datetime | None


def may_ask(by: Standing) -> bool:
    """Whether this person may ask: whoever holds IT's seat in their own right."""
    return by.holds(IT) and not by.acting_for(IT)


def _may_agree(by: Standing) -> bool:
    return any(by.holds(seat) and not by.acting_for(seat) for seat in SECONDS)


def may_come(by: Standing) -> bool:
    """Whether there are such pages for this person: who asks, who may be named, and the Data Protection Officer."""
    return may_ask(by) or _may_agree(by) or refused.is_officer(by)


def seconds(by: Standing) -> list[Named]:
    """Who may be named today, by name; never whoever asks."""
    directory = TheDirectory()
    found = {ref for seat in SECONDS for ref in directory.holders(seat, by.on)} - records_of(by.person)
    return sorted((one for one in names(found).values() if not directory.has_left(one.ref, by.on)), key=lambda one: one.name)


def ask(given: Mapping[str, object], *, by: Standing, at: datetime) -> str:
    """Asks for one case: fields case, why, second (a person's reference). The request's own reference. Raises Missing, BadField.

    Nothing here looks whether there is such a case. The same request while one waits is that one again.
    """
    if not may_ask(by):
        raise Missing
    case = read_text(given, "case", longest=20).strip().upper()
    if not REF.fullmatch(case):
        raise BadField("case", say("A reference has eight letters and digits. Check it, then send it again."))
    why = read_text(given, "why", longest=LONGEST).strip()
    if not why:
        raise BadField("why", say("Say why it cannot wait. The second person and the Data Protection Officer read it."))
    named = read_text(given, "second", longest=20).strip()
    if named not in {one.ref for one in seconds(by)}:
        raise BadField("second", say("Name the second person. They must agree before anything opens."))
    with transaction.atomic():
        waiting = [row for row in Emergency.objects.filter(by__in=records_of(by.person), answered_at=None) if _waits(row, at)]
        same = next((row for row in waiting if (row.case, str(row.second_id)) == (case, named)), None)
        if same is not None:
            return same.ref
        if len(waiting) >= MOST_WAITING:
            raise BadField("case", say("You have {count} requests that wait. Wait for an answer first.", count=len(waiting)))
        row = Emergency.objects.create(case=case, by_id=by.person, second_id=named, asked_at=at)
        seal.new_case(row.ref, at=at)
        seal.seal(case=row.ref, name="why", words={"why": why}, at=at)
        second.propose(kind=KIND, of=row.ref, digest=_digest(row), by=by.person, at=at)
        chain.append(chain=KIND, what="asked", who=by.person, at=at, of=case, of_person=named)
        outbox.queue(key=":".join((KIND, row.ref, "agree")), to=named, kind=TO_DO, at=at)
        _tell_officers(row, "asked", at=at)
    return row.ref


def answer(ref: str, *, agree: bool, by: Standing, at: datetime) -> None:
    """The second person agrees, or not. Raises Missing for everybody else, NotSecond where it is too late or was answered."""
    with transaction.atomic():
        row = Emergency.objects.select_for_update().filter(ref=ref, second__in=records_of(by.person)).first()
        if row is None:
            raise Missing
        if row.answered_at is not None or not _waits(row, at):
            raise NotSecond(say("This waits for nobody any more. It was answered, or its time has run out."))
        if agree:
            second.confirm(kind=KIND, of=row.ref, digest=_digest(row), by=by, seats=SECONDS, at=at)
        else:
            second.drop(kind=KIND, of=row.ref)
        row.agreed, row.answered_at = agree, at
        row.save(update_fields=["agreed", "answered_at"])
        chain.append(chain=KIND, what="agreed" if agree else "refused", who=by.person, at=at, of=row.case, of_person=str(row.by_id))
        _tell_officers(row, "answered", at=at)
        case = _case_of(row)
        if case is not None and agree:
            _tell_handlers(row, case, at=at)


def requests(*, by: Standing, at: datetime) -> list[Request]:
    """One's own, those one is named in, and for the Data Protection Officer every one; the newest first. Raises Missing."""
    if not may_come(by):
        raise Missing
    return [_shown(row, at) for row in Emergency.objects.order_by("-pk") if _is_theirs(row, by)]


def wait_for(by: Standing, *, at: datetime) -> int:
    """How many requests wait for this person's answer."""
    named = Emergency.objects.filter(second__in=records_of(by.person), answered_at=None) if _may_agree(by) else []
    return sum(_waits(row, at) for row in named)


def one(ref: str, *, by: Standing, at: datetime) -> tuple[Request, str, bool]:
    """A request, why, and for the officer alone whether it opens a case they audit. The reading is in the trail. Raises Missing."""
    row = Emergency.objects.filter(ref=ref).first() if may_come(by) else None
    if row is None or not _is_theirs(row, by):
        raise Missing
    case = _case_of(row) if row.agreed and refused.is_officer(by) else None
    opened = case is not None and to_audit(by).filter(pk=case.pk).exists()
    return _shown(row, at), str(reading.set_aside(row.ref, name="why", by=by, at=at).get("why", "")), opened


def open_case(ref: str, *, by: Standing, at: datetime) -> OpenFile:
    """The case as whoever asked may read it for now: its words, and no step. Raises Missing, after the try was written down.

    What is for some roles alone, such as safeguarding's own notes, stays shut. Each reading is in the trail of the case.
    """
    row = Emergency.objects.filter(ref=ref, by__in=records_of(by.person)).first() if may_ask(by) else None
    until = _until(row) if row else None
    case = _case_of(row) if row and until and row.agreed and at < until else None
    if case is None:
        refused.tried(row.case if row else "", by=by, at=at)
        raise Missing
    workflow, file, found = WORKFLOWS[case.kind], file_of(case), Found(case, Part.ALL, {})
    papers = _papers(workflow, file)
    with transaction.atomic():
        reading.beside(found, (), of=KIND, by=by, at=at)
        held = {name: dict(words) for name in papers for words in reading.beside_unread(case.ref, [name])}
    if "step-1" in held:
        held["details"] = held.pop("step-1")
    return OpenFile(found, file, workflow, held, (), ())


def _papers(workflow: Workflow, file: File) -> list[str]:
    taken = [taken for taken in file.taken if taken.by or taken.step in UNSIGNED]
    return ["step-%d" % one.sequence for one in taken if not ((row := workflow.step(one.step)) and row.only)]


def forget_old(*, at: datetime) -> int:
    """Removes requests six years after they were made, with their reasons; how many. The trail keeps its references."""
    last = months_after(london_day(at), -MONTHS_KEPT)
    gone = list(Emergency.objects.filter(asked_at__date__lt=last)[:100])
    with transaction.atomic():
        for row in gone:
            seal.destroy(row.ref)
            row.delete()
    return len(gone)


# ---------------------------------------------------------------- what hangs on the case


def _case_of(row: Emergency) -> Case | None:
    """The case, where there is one that neither of the two is shut out of."""
    case = Case.objects.filter(ref=row.case).exclude(state=ERASED).first()
    if case is None:
        return None
    two = records_of(str(row.by_id)) | records_of(str(row.second_id))
    return None if {case.asker_id, *CaseBar.objects.filter(case=case).values_list("person_id", flat=True)} & two else case


def _tell_handlers(row: Emergency, case: Case, *, at: datetime) -> None:
    """Whoever is asked for something in it, and the officer who may know of it; nobody who is shut out."""
    on = london_day(at)
    seated = [sits(case, call.seat, on=on) for call in case.calls.filter(ended_at=None).order_by("id")]
    officer = route(DPO, matter=matter_of(case), directory=TheDirectory(), on=on)
    for person in dict.fromkeys(found.person for found in (*seated, officer) if found is not None):
        outbox.queue(key=":".join((KIND, row.ref, "opened", person)), to=person, kind=NEWS, case=case.ref, at=at)


def _tell_officers(row: Emergency, what: str, *, at: datetime) -> None:
    """Whoever sits as Data Protection Officer, alike for every reference."""
    officer = route(DPO, matter=Matter(""), directory=TheDirectory(), on=london_day(at))
    if officer is not None:
        outbox.queue(key=":".join((KIND, row.ref, what)), to=officer.person, kind=NEWS, at=at)


# ---------------------------------------------------------------- the request


def _is_theirs(row: Emergency, by: Standing) -> bool:
    return bool({str(row.by_id), str(row.second_id)} & records_of(by.person)) or refused.is_officer(by)


def _waits(row: Emergency, at: datetime) -> bool:
    return row.answered_at is None and second.waits(kind=KIND, of=row.ref, at=at)


def _until(row: Emergency) -> datetime | None:
    return row.answered_at + timedelta(minutes=MINUTES) if row.agreed and row.answered_at else None


def _digest(row: Emergency) -> str:
    return seal.digest(row.ref, {"case": row.case, "by": str(row.by_id), "second": str(row.second_id)})


def _shown(row: Emergency, at: datetime) -> Request:
    answers: Mapping[bool | None, State] = {
        True: State.AGREED,
        False: State.REFUSED,
        None: State.WAITS if _waits(row, at) else State.LAPSED,
    }
    state = answers[row.agreed]
    return Request(row.ref, row.case, str(row.by_id), str(row.second_id), row.asked_at, state, row.answered_at, _until(row))
