"""What a step is aimed at: a school, a consultation owed, somebody to pass a question to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from askfirst.casework.access import Found
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.kinds.press import TRUST
from askfirst.casework.models import CaseCall
from askfirst.casework.whose import reached_by
from askfirst.casework.workflow import File, Step
from askfirst.people import hats
from askfirst.people.hats import Seat
from askfirst.people.who import names, schools
from askfirst.words import say

__all__ = ["Target", "aimed", "fitting"]


@dataclass(frozen=True, slots=True)
class Target:
    """`of` as the table has it, the seat that is to act next, and the person acted for."""

    of: str = ""
    seat: Seat = ""
    acting_for: str = ""


def aimed(found: Found, row: Step, *, of: str, words: Mapping[str, object]) -> Target:
    """Whom or what a step is about, from what was sent. Nothing is refused yet: first comes who may take it."""
    if row.id == "pass-on":
        calls = [call for call in reached_by(found) if of in ("", call.of)]
        who = words.get("who")
        return Target(of=who if isinstance(who, str) else "", seat=_passed_to(who, found), acting_for=_acting(found, calls))
    if row.answers:
        calls = [call for call in reached_by(found) if call.step == row.meets and of in ("", call.of)]
        return Target(of=calls[0].of if calls else of or _first_of(found, row), acting_for=_acting(found, calls))
    return Target(of=of)


def fitting(target: Target, found: Found, file: File, row: Step, *, words: Mapping[str, object]) -> Target:
    """The target with the seat that is to act next. Raises BadField for a school that is not there or named before, for a step that is
    about nobody in particular, and for somebody to whom it cannot go. Only for whoever may take the step: each of these tells of the case.
    """
    sent = WORKFLOWS[found.case.kind].sends(file, row.id, words)
    if row.id == "pass-on":
        return target
    if row.answers:
        return replace(target, seat=sent)
    if row.id == "name-school":
        return Target(of=_school(target.of, file))
    if row.id == "ask-again":
        return Target(seat=file.turn.seat)
    if target.of:
        raise BadField("for", say("This step is about the whole case. Leave this out."))
    return Target(seat=sent)


def _acting(found: Found, calls: Sequence[CaseCall]) -> str:
    """The person in whose place this is answered, where somebody stands in."""
    return found.seats.get(calls[0].seat, "") if calls else ""


def _first_of(found: Found, row: Step) -> str:
    """So that a refusal can name who was asked instead."""
    call = found.case.calls.filter(ended_at=None, step=row.meets).order_by("id").first()
    return call.of if call else ""


def _passed_to(who: object, found: Found) -> Seat:
    """The seat behind the choice; "" for no choice, which the step's own field then asks for."""
    asker = found.case.whose
    school = names([asker])[asker].school if asker else found.case.school_id
    safeguarding = hats.dsl(school) if school else hats.DSL_TRUST
    seats = {"dpo": hats.DPO, "hr": hats.HR, "comms": hats.COMMS, "safeguarding": safeguarding}
    return seats.get(who, "") if isinstance(who, str) else ""


def _school(of: str, file: File) -> str:
    if not of:
        raise BadField("for", say("Say which school."))
    if of != TRUST and of not in {school.id for school in schools()}:
        raise BadField("for", say("We do not know this school. Choose one of the Trust’s own."))
    if of in file.owed or file.has("name-school", of=of):
        raise BadField("for", say("This school is named already."))
    return of
