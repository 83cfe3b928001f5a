"""What a step is aimed at: a school, a consultation owed, somebody to pass a question to."""

from collections.abc import Mapping
from dataclasses import dataclass

from askfirst.casework.access import Found
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.kinds.press import TRUST
from askfirst.casework.whose import reached_by
from askfirst.casework.workflow import File, Step
from askfirst.people import hats
from askfirst.people.hats import Seat
from askfirst.people.who import names, schools
from askfirst.words import say

__all__ = ["Target", "aimed"]


@dataclass(frozen=True, slots=True)
class Target:
    """`of` as the table has it, the seat that is to act next, and the person acted for."""

    of: str = ""
    seat: Seat = ""
    acting_for: str = ""


def aimed(found: Found, file: File, row: Step, *, of: str, words: Mapping[str, object]) -> Target:
    """The target of a step, from what was sent. Raises BadField for a school that is not there, or named before."""
    sent = WORKFLOWS[found.case.kind].sends(file, row.id, words)
    if row.answers or row.id == "pass-on":
        calls = [call for call in reached_by(found) if (row.id == "pass-on" or call.step == row.meets) and of in ("", call.of)]
        acting = found.seats.get(calls[0].seat, "") if calls else ""
        if row.id == "pass-on":
            who = words.get("who")
            return Target(of=who if isinstance(who, str) else "", seat=_passed_to(who, found), acting_for=acting)
        return Target(of=calls[0].of if calls else of or _first_of(found, row), seat=sent, acting_for=acting)
    if row.id == "name-school":
        return Target(of=_school(of, file))
    if row.id == "ask-again":
        return Target(seat=file.turn.seat)
    if of:
        raise BadField("for", say("This step is about the whole case. Leave this out."))
    return Target(seat=sent)


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
