"""A case, lists and tasks as data for other systems: one shape for API and command line (interfaces.md)."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from askfirst.casework.access import Line, ToDo
from askfirst.casework.by_role import reads_roles, with_roles
from askfirst.casework.evidence_words import SAID, TOOK_AWAY
from askfirst.casework.fields import Field
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refusal
from askfirst.casework.reading import Offer, OpenFile, Reached
from askfirst.casework.whose import sits
from askfirst.casework.workflow import INFORM, OPEN, OPEN_TO, OWE, ROUTE, SHUT_TO, Part, Taken
from askfirst.people.calendar import london_day
from askfirst.people.hats import role
from askfirst.people.who import Named, names
from askfirst.words import Sentence, say

__all__ = ["case_json", "line_json", "refusals_json", "task_json", "timeline_json"]

OPENED = say("Opened")
MOVES = frozenset({ROUTE, OPEN_TO, INFORM, SHUT_TO})
OWED = say("A consultation is owed")
Data = dict[str, object]


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def line_json(line: Line) -> Data:
    """One case in a list: nothing that was written in it."""
    return {
        "ref": line.ref,
        "kind": line.kind,
        "state": line.state,
        "says": str(WORKFLOWS[line.kind].states[line.state]),
        "part": line.part.name.lower(),
        "opened_at": _moment(line.opened_at),
        "due": _moment(line.due_at),
        "ended": line.ended,
    }


def task_json(task: ToDo, people: Mapping[str, Named]) -> Data:
    """Something to do now; `people` holds whoever is acted for."""
    step = WORKFLOWS[task.kind].step(task.step)
    return {
        "ref": task.ref,
        "kind": task.kind,
        "step": task.step,
        "of": task.of,
        "says": str(step.says) if step else "",
        "due": _moment(task.due_at),
        "late": task.late,
        "acting_for": _short(people, task.acting_for),
    }


def refusals_json(refused: tuple[Refusal, ...]) -> list[Data]:
    return [{"sentence": str(refusal.sentence), "clause": refusal.clause} for refusal in refused]


def case_json(opened: OpenFile) -> Data:
    """A case as far as one person may read it; where only the status is theirs, `details` is empty and no step has words."""
    case = opened.case
    details = {name: held for name, held in opened.papers.get("details", {}).items() if name != "version"}
    if "draft" in opened.papers:
        details["draft"] = opened.papers["draft"].get("text", "")
    people = _known(opened, {ref for one in opened.reached for ref in (one.person, one.acting_for) if ref})
    return {
        "ref": case.ref,
        "kind": case.kind,
        "state": case.state,
        "says": str(opened.workflow.states[case.state]),
        "part": opened.found.part.name.lower(),
        "opened_at": _moment(case.opened_at),
        "due": _moment(case.due_at),
        "clauses": case.clauses.split(),
        "version": case.version,
        "steps": [_offer(offer) for offer in opened.offers],
        "reached": [_reached(one, people) for one in opened.reached],
        "timeline": timeline_json(opened),
        "details": details,
    }


def _offer(offer: Offer) -> Data:
    return {
        "id": offer.step.id,
        "of": offer.of,
        "says": str(offer.step.says),
        "clause": offer.step.clause,
        "fields": [_field(field) for field in offer.step.fields],
        "refusals": refusals_json(offer.refusals),
    }


def _field(field: Field) -> Data:
    return {
        "id": field.id,
        "says": str(field.says),
        "needed": field.needed,
        "instead": field.instead or None,
        "choices": [choice.value for choice in field.choices],
    }


def _reached(one: Reached, people: Mapping[str, Named]) -> Data:
    return {
        "step": one.step,
        "of": one.of,
        "who": _short(people, one.person),
        "acting_for": _short(people, one.acting_for),
        "asked_at": _moment(one.asked_at),
        "due": _moment(one.due_at),
        "ended_at": _moment(one.ended_at),
    }


def _short(people: Mapping[str, Named], ref: str) -> str | None:
    return people[ref].short if ref in people else None


def _known(opened: OpenFile, refs: Collection[str]) -> dict[str, Named]:
    """Names, or roles alone where this reader knows the others by those."""
    found, file = names(refs), opened.file
    return with_roles(found, but=file.asker) if reads_roles(file, opened.found.seats) else found


def timeline_json(opened: OpenFile, *, since: int = 0) -> list[Data]:
    """What happened after the sequence `since`, oldest first: people's steps, and the machine's moves that tell of somebody."""
    taken = [one for one in opened.file.taken if one.sequence > since]
    people = _known(opened, {ref for one in taken for ref in (one.by, one.acting_for) if ref})
    seated: dict[tuple[str, date], Sentence] = {}
    entries = []
    for one in taken:
        says = _says(opened, one, seated)
        if says is None:
            continue
        entry: Data = {
            "sequence": one.sequence,
            "at": _moment(one.at),
            "step": one.step,
            "says": str(says),
            "by": _short(people, one.by),
            "acting_for": _short(people, one.acting_for),
            "of": one.of,
        }
        if words := opened.papers.get("step-%d" % one.sequence):
            entry["words"] = dict(words)
        entries.append(entry)
    return entries


def _says(opened: OpenFile, one: Taken, seated: dict[tuple[str, date], Sentence]) -> Sentence | None:
    if one.step in MOVES:
        key = (one.seat, london_day(one.at))
        if key not in seated:
            seated[key] = _in_seat(opened, *key)
        return _moved(one.step, seated[key])
    if one.step == OPEN:
        return OPENED
    if one.step == OWE:
        return OWED
    if one.step == TOOK_AWAY and opened.found.part is not Part.ALL:
        return None
    row = opened.workflow.step(one.step)
    return row.done if row else SAID.get(one.step)


def _moved(step: str, who: Sentence) -> Sentence:
    if step == ROUTE:
        return say("{who} is asked", who=who)
    if step == OPEN_TO:
        return say("{who} can see this", who=who)
    if step == INFORM:
        return say("{who} can see how far it has got", who=who)
    return say("{who} can see this no more", who=who)


def _in_seat(opened: OpenFile, seat: str, on: date) -> Sentence:
    """Whoever sat there on that day, and for whom."""
    sitting = sits(opened.case, seat, on=on)
    if sitting is None and role(seat) == "line-manager-of":
        return say("Whoever manages them")
    if sitting is None:
        return say("Somebody we have still to reach")
    people = _known(opened, {ref for ref in (sitting.person, sitting.acting_for) if ref})
    name = say("{name}", name=people[sitting.person].short)
    if sitting.acting_for not in people:
        return name
    return say("{name} acting for {other}", name=name, other=people[sitting.acting_for].short)
