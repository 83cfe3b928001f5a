"""Somebody asks for a copy of what the Trust holds about them, or says what went wrong with their data (PRI-4). Pure.

The Data Protection Officer and the person see it, and nobody else (ruling 7). The law sets the time, in calendar days and months: a copy
within one month, two more where it is complex and they are told in the first; a data protection complaint acknowledged within 30 days.
Asking something back does not stop the month. The copy itself is never kept here.
What the officer did is not theirs to look at: it goes to the deputy, then to the trustee for data protection.
Of a copy, the part that is safeguarding's is asked of the safeguarding lead each time, whether there is one or not: nothing shows by it.
They read whose data it is and who asks, and nothing else. Source: workflows.md 3.0 and 3.19, rulings 2, 4 and 7, reading A32.
"""

from collections.abc import Mapping
from datetime import date

from askfirst.casework.clocks import Days, Legal
from askfirst.casework.fields import BadField
from askfirst.casework.kinds.data_request_gates import (
    ANSWERED,
    ASKED_BACK,
    AT_WORK,
    CLOSED,
    COPY,
    GIVEN,
    LEAD_PART,
    MONTH,
    OPEN_STATES,
    OUT,
    PART,
    RECEIVED,
    REDACT,
    WITHDRAWN,
    is_extended,
    lead_missing,
    since,
    turn,
)
from askfirst.casework.kinds.data_request_steps import STEPS
from askfirst.casework.kinds.data_request_words import OPENING, WHY, WORDS
from askfirst.casework.kinds.data_request_words import PART as WHICH_PART
from askfirst.casework.kinds.reopened import REOPEN, decided_by
from askfirst.casework.workflow import OPEN, ROUTE, Closing, File, Move, Part, Taken, Want, Workflow
from askfirst.people.calendar import london_day, months_after
from askfirst.people.hats import DPO, DSL_TRUST, Seat, dsl
from askfirst.people.refs import REF
from askfirst.words import say

__all__ = ["ABOUT", "COPY", "DATA_REQUEST", "FOR_LEAD", "LEFT_OUT", "MONTH", "clear", "last_day", "of_the_officer"]

ABOUT, FOR_LEAD, LEFT_OUT = "about", "for-lead", "left-out"
"""Whom it is about, in the clear, by reference; the paper that tells the safeguarding lead whose data it is, and who asks; the mark in the
clear that says why something was left out of the copy, by the choice."""
SHORTEST = 2  # letters
FIRST_MONTH, EXTENDED, TO_ACKNOWLEDGE = 1, 3, 30  # calendar months, calendar months, calendar days
LEAD_TIME = Days(remind=3, due=5, climb=8)
SOON, OWN_TIME = Days(remind=2, due=5, climb=6), Days(remind=5, due=10, climb=15)


def first_month(since: date) -> date:
    """The last day of the month that runs from that day: 28 February for 31 January."""
    return months_after(since, FIRST_MONTH)


def last_day(file: File) -> date:
    """The last day on which it is to be answered, holidays included."""
    return _answer_clock(file).last_day


def _answer_clock(file: File) -> Legal:
    return Legal(london_day(since(file).at), months=EXTENDED if is_extended(file) else FIRST_MONTH)


def wants(file: File) -> tuple[Want, ...]:
    """To be read, to be answered, the lead's part of a copy; of the person alone, their answer to what was asked back."""
    if file.state not in OPEN_STATES:
        return ()
    asked = turn(file)
    before = (route.seat for route in file.of(ROUTE) if route.sequence < asked.sequence and route.of.startswith("give:"))
    passed = tuple(dict.fromkeys(before))
    answer = Want("give", of=str(len(file.of(OPEN, "ask-again", "extend", REOPEN))), first=DPO, clock=_answer_clock(file), passed=passed)
    if file.state == RECEIVED:
        soon = SOON if file.of(COPY) else Legal(london_day(asked.at), days=TO_ACKNOWLEDGE)
        return (Want("acknowledge", of=str(len(file.of(OPEN, "ask-again"))), first=DPO, clock=soon, passed=passed), answer, *_leads(file))
    if file.state == ASKED_BACK:
        own = Want("tell-us", of=str(len(file.of("ask-back"))), first=file.asker_seat, clock=OWN_TIME, alone=True)
        return (answer, own, *_leads(file))
    return (answer, *_leads(file))


def _leads(file: File) -> tuple[Want, ...]:
    """The safeguarding lead's part, until they have seen to it: of the school of the one it is about, else of the Trust."""
    if not lead_missing(file):
        return ()
    first = dsl(file.school) if file.school else DSL_TRUST
    return (Want(LEAD_PART, of=str(len(file.of(OPEN, "ask-again"))), first=first, clock=LEAD_TIME),)


def decides(file: File) -> frozenset[str]:
    """Whoever answers it, since it was last asked."""
    return decided_by(file, "give", since=("ask-again",))


def marks(step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """In the clear: why something was left out, so that whoever audits reads it; never what."""
    return (Move(LEFT_OUT, of=str(words.get(WHY, ""))),) if step in (REDACT, OUT) else ()


def sends(file: File, step: str, words: Mapping[str, object]) -> Seat:
    """Nobody in particular. Raises BadField for words too short to find, and for what is no reference."""
    if step == REDACT and 0 < len(str(words.get(WORDS) or "").strip()) < SHORTEST:
        raise BadField(WORDS, say("One letter is too little: it stands everywhere. Give the whole word."))
    if step == OUT and words.get(WHICH_PART) and not REF.fullmatch(str(words[WHICH_PART]).strip().upper()):
        raise BadField(WHICH_PART, say("That is no reference. Give it as it stands in the copy."))
    return ""


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """The end of the first month stands in the clear each time it is asked."""
    return (Move(MONTH, of=first_month(london_day(taken.at)).isoformat()),) if taken.step in (OPEN, "ask-again", REOPEN) else ()


def clear(words: Mapping[str, object], about: Seat) -> tuple[Move, ...]:
    """What else of an opening stands in the clear."""
    return (Move(ABOUT, seat=about), *((Move(COPY),) if words["want"] == "copy" else ()))


def of_the_officer(words: Mapping[str, object]) -> bool:
    """Whether it says that the Data Protection Officer's own handling went wrong (ruling 4)."""
    return words["want"] == "wrong" and words.get("handled") == "yes"


DATA_REQUEST = Workflow(
    kind="data-request",
    says=say("A request about personal data"),
    first=RECEIVED,
    over=ANSWERED | {CLOSED, WITHDRAWN},
    states={
        RECEIVED: say("waiting to be read"),
        AT_WORK: say("read, and being worked on"),
        ASKED_BACK: say("waiting for an answer from whoever asked"),
        GIVEN: say("answered"),
        PART: say("answered, and part of it held back"),
        CLOSED: say("finished"),
        WITHDRAWN: say("taken back"),
    },
    retention="R1",
    wants=wants,
    follows=follows,
    marks=marks,
    decides=decides,
    sends=sends,
    shows={LEAD_PART: Part.STATUS},
    told=FOR_LEAD,
    closes={GIVEN: Closing(days=10, step="finish"), PART: Closing(days=10, step="finish")},
    opening=OPENING,
    steps=STEPS,
)
