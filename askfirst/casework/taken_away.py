"""Taking one thing away from beside a case: the wrong file, somebody else's data in it, not needed any more although the case is.

Nothing goes unsaid: a new entry of the case says who, when, what was wrong and why, and the thing stays in the list with its SHA-256 and
nothing else. Who may, by hat, follows who sees all of it (workflows.md 3.21): safeguarding, HR or the Headteacher, whichever deals with the
kind, any of it, and whoever else deals with it what they put there. Whoever told of a concern asks them for it: they are not to be made to
take back what they showed. A page that is not ours and a request to take something down are the asker's own matter. Also once it is over.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from django.db import transaction

from askfirst.casework import access
from askfirst.casework.access import Found, Missing
from askfirst.casework.corrections import DEALS
from askfirst.casework.evidence import LEFT, beside_the_case, shown_to, tell_handlers, words_beside
from askfirst.casework.evidence_boxes import empty, named
from askfirst.casework.evidence_words import AWAY, TOOK_AWAY
from askfirst.casework.fields import read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.models import Case, Evidence
from askfirst.casework.pen import NEWS, Pen
from askfirst.casework.refused import tried
from askfirst.casework.steps import Once
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import Hat, Part
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.trail import once as only_once
from askfirst.words import say

__all__ = ["ANYTHING", "may_take_away", "take_away", "thing_to_take", "why_not"]

LOOKS_AFTER = frozenset({Hat.ASKED, Hat.HANDLED, Hat.COMMUNICATIONS})
ANYTHING: Mapping[str, frozenset[Hat]] = {
    "concern": frozenset({Hat.SAFEGUARDING, Hat.HR, Hat.HEAD}),
    "staff-route": frozenset({Hat.HR}),
    "student-route": frozenset({Hat.SAFEGUARDING, Hat.HEAD}),
    "impostor": LOOKS_AFTER,
    "removal": LOOKS_AFTER,
}
"""By kind that takes evidence: who of those to whom all of it is open takes away whatever lies there, whoever put it."""
OWN_MATTER = frozenset({"impostor", "removal"})
"""Kinds in which whoever asked, or wrote it down, takes away what they put there themselves: nobody is judged in them."""
GONE = say("This was taken away already.")
ASK_THEM = say("Only whoever deals with this can take it away. Write to them in the case, and say why.")
NOT_YOURS = say("Somebody else put this here. Ask HR, the Headteacher or the safeguarding lead to take it away.")


def may_take_away(found: Found, row: Evidence, by: Standing) -> bool:
    """Whether this person may take this away, of the things that they may look at."""
    hats, _ = hats_of(found, by)
    if found.part is Part.ALL and hats & ANYTHING[found.case.kind]:
        return True
    own = row.by_id == by.person
    if found.case.kind in OWN_MATTER:
        return own and bool(hats & {Hat.ASKER, Hat.LOGGER})
    return own and found.part is Part.ALL and bool(hats & DEALS)


def why_not(found: Found, row: Evidence, by: Standing) -> tuple[Refusal, ...]:
    """Why this cannot be taken away by this person; nothing means it can. Buttons and the step ask here."""
    if row.gone:
        return (Refusal(GONE, ""),)
    if may_take_away(found, row, by):
        return ()
    return (Refusal(NOT_YOURS if found.part is Part.ALL else ASK_THEM, ""),)


def thing_to_take(ref: str, number: int, *, by: Standing, at: datetime) -> tuple[Found, Evidence]:
    """One thing beside a case, for whoever may look at it. Raises Missing, after the try was written down."""
    found = beside_the_case(ref, by=by, at=at)
    row = next((row for row in shown_to(found, by) if row.number == number), None)
    if row is None:
        tried(ref, by=by, at=at)
        raise Missing
    return found, row


def take_away(
    ref: str,
    number: int,
    *,
    given: Mapping[str, object],
    by: Standing,
    at: datetime,
    held: Callable[[Case], bool],
    once: Once | None = None,
) -> str:
    """Takes one thing away for good, by a new entry with what was wrong and why; the case's reference.

    Where the case is `held`, its boxes stay shut in the vault until it is not: nobody can open them. Raises Missing, BadField, Refused
    (not theirs to take, or gone already) and once.Reused; then nothing has changed.
    """
    found, row = thing_to_take(ref, number, by=by, at=at)
    sent = json.dumps({**given, "of": found.case.ref, "number": number}, sort_keys=True, default=str).encode()
    with transaction.atomic():
        if once and (before := only_once.seen(who=by.person, key=once.key, body=sent, at=at)):
            return before
        found = access.find(ref, by)
        row = found.case.evidence.get(number=number)
        if refused := why_not(found, row, by):
            raise Refused(refused)
        _take(found, row, read(AWAY, given, on=london_day(at)), by=by, at=at, held=held(found.case))
        if once:
            only_once.remember(who=by.person, key=once.key, body=sent, reference=found.case.ref, at=at)
    return found.case.ref


def _take(found: Found, row: Evidence, words: Mapping[str, object], *, by: Standing, at: datetime, held: bool) -> None:
    case, name = found.case, named(row.number)
    left = {word: held for word, held in words_beside(case.ref, name).items() if word == LEFT}
    acting = next((acting for acting in found.seats.values() if acting), "")
    pen = Pen(case, at)
    pen.write(TOOK_AWAY, by=by.person, acting_for=acting, of=name, words={**words, **left})
    row.gone = True
    row.save(update_fields=["gone"])
    if not held:
        empty(row, left=left, at=at)
    if row.by_id in {case.whose, case.logger_id} - {by.person}:
        pen.tell(row.by_id, NEWS)
    pen.settle()
    tell_handlers(case, by=by, at=at, of=":".join((name, TOOK_AWAY)))
