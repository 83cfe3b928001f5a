"""Somebody asks for a copy of what the Trust holds about them, or says what went wrong with their data (PRI-4). Pure.

The Data Protection Officer and the person see it, and nobody else (ruling 7). The law sets the time, in calendar days and months: a copy
within one month, two more where it is complex and they are told in the first; a data protection complaint acknowledged within 30 days.
Asking something back does not stop the month. The copy itself is never kept here.
What the officer did is not theirs to look at: it goes to the deputy, then to the trustee for data protection.
Source: workflows.md 3.0 and 3.19, rulings 2 and 4.
"""

from collections.abc import Collection, Mapping
from datetime import date

from askfirst.casework.clocks import Days, Legal
from askfirst.casework.kinds.data_request_words import BACK, HOW, MORE, NOTE, OPENING, TOLD, WHY_LONGER, WHY_PART
from askfirst.casework.workflow import OPEN, ROUTE, Closing, File, Hat, Move, Need, Step, Taken, Want, Workflow
from askfirst.people.calendar import london_day, months_after
from askfirst.people.hats import DPO, Seat
from askfirst.words import Sentence, say

__all__ = ["ABOUT", "COPY", "DATA_REQUEST", "MONTH", "clear", "last_day", "of_the_officer"]

RECEIVED, AT_WORK, ASKED_BACK = "received", "at-work", "asked-back"
GIVEN, PART, CLOSED, WITHDRAWN = "given", "refused-in-part", "closed", "withdrawn"
OPEN_STATES, ANSWERED = frozenset({RECEIVED, AT_WORK, ASKED_BACK}), frozenset({GIVEN, PART})
ABOUT, COPY, MONTH = "about", "copy", "month-ends"
"""What stands in the clear: whom it is about, by reference; that a copy is asked for; the day on which the first month ends."""

CLAUSE, AGAIN = "PRI-4", "MAN-1"
FIRST_MONTH, EXTENDED, TO_ACKNOWLEDGE = 1, 3, 30  # calendar months, calendar months, calendar days
SOON, OWN_TIME = Days(remind=2, due=5, climb=6), Days(remind=5, due=10, climb=15)
ASKER, ASKED = frozenset({Hat.ASKER}), frozenset({Hat.ASKED})


def _turn(file: File) -> Taken:
    """When it was asked, or asked again: the time the law sets runs from there."""
    return file.of(OPEN, "ask-again")[-1]


def _is_extended(file: File) -> bool:
    """Whether two months were added since it was asked."""
    return any(taken.sequence > _turn(file).sequence for taken in file.of("extend"))


def first_month(since: date) -> date:
    """The last day of the month that runs from that day: 28 February for 31 January."""
    return months_after(since, FIRST_MONTH)


def last_day(file: File) -> date:
    """The last day on which it is to be answered, holidays included."""
    return _answer_clock(file).last_day


def _answer_clock(file: File) -> Legal:
    return Legal(london_day(_turn(file).at), months=EXTENDED if _is_extended(file) else FIRST_MONTH)


def wants(file: File) -> tuple[Want, ...]:
    """To be read, to be answered, and, where something was asked back, the person's own answer, asked of nobody after them."""
    if file.state not in OPEN_STATES:
        return ()
    turn = _turn(file)
    before = (route.seat for route in file.of(ROUTE) if route.sequence < turn.sequence and route.of.startswith("give:"))
    passed = tuple(dict.fromkeys(before))
    answer = Want("give", of=str(len(file.of(OPEN, "ask-again", "extend"))), first=DPO, clock=_answer_clock(file), passed=passed)
    if file.state == RECEIVED:
        soon = SOON if file.of(COPY) else Legal(london_day(turn.at), days=TO_ACKNOWLEDGE)
        return (Want("acknowledge", of=str(len(file.of(OPEN, "ask-again"))), first=DPO, clock=soon, passed=passed), answer)
    if file.state == ASKED_BACK:
        return (answer, Want("tell-us", of=str(len(file.of("ask-back"))), first=file.asker_seat, clock=OWN_TIME, alone=True))
    return (answer,)


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """The end of the first month stands in the clear each time it is asked."""
    return (Move(MONTH, of=first_month(london_day(taken.at)).isoformat()),) if taken.step in (OPEN, "ask-again") else ()


def clear(words: Mapping[str, object], about: Seat) -> tuple[Move, ...]:
    """What else of an opening stands in the clear."""
    return (Move(ABOUT, seat=about), *((Move(COPY),) if words["want"] == "copy" else ()))


def of_the_officer(words: Mapping[str, object]) -> bool:
    """Whether it says that the Data Protection Officer's own handling went wrong (ruling 4)."""
    return words["want"] == "wrong" and words.get("handled") == "yes"


def no_copy(file: File) -> Collection[str]:
    """A copy that was asked for."""
    return () if file.of(COPY) else (COPY,)


def extended(file: File) -> Collection[str]:
    """No months added since it was asked."""
    return ("extend",) if _is_extended(file) else ()


def for_copies_alone(missing: str, who: Sentence) -> Sentence:
    return say("Only a copy may take two months longer.")


def only_once(missing: str, who: Sentence) -> Sentence:
    return say("The two months were added already.")


COPIES = Need("copy-asked", CLAUSE, no_copy, for_copies_alone)
ONCE = Need("not-extended", CLAUSE, extended, only_once)

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
    closes={GIVEN: Closing(days=10, step="finish"), PART: Closing(days=10, step="finish")},
    opening=OPENING,
    steps=(
        Step(
            "acknowledge",
            say("I have read it: the work has begun"),
            say("Read: the work has begun"),
            frozenset({RECEIVED}),
            AT_WORK,
            ASKED,
            CLAUSE,
            answers=True,
        ),
        Step(
            "give",
            say("Write down that it is answered"),
            say("Answered"),
            OPEN_STATES,
            GIVEN,
            ASKED,
            CLAUSE,
            fields=(HOW, NOTE),
            answers=True,
        ),
        Step(
            "refuse-part",
            say("Hold part of it back, with a reason"),
            say("Part of it held back"),
            OPEN_STATES,
            PART,
            ASKED,
            CLAUSE,
            fields=(WHY_PART,),
            answers=True,
            want="give",
        ),
        Step(
            "ask-back",
            say("Ask them something"),
            say("Something was asked back"),
            frozenset({RECEIVED, AT_WORK}),
            ASKED_BACK,
            ASKED,
            CLAUSE,
            fields=BACK,
            answers=True,
            want="give",
        ),
        Step(
            "tell-us",
            say("Send my answer"),
            say("Their answer came"),
            frozenset({ASKED_BACK}),
            AT_WORK,
            ASKER,
            CLAUSE,
            fields=(TOLD,),
            answers=True,
            tells=False,
            back=True,
        ),
        Step(
            "extend",
            say("Take two months longer"),
            say("Two months longer"),
            frozenset({AT_WORK, ASKED_BACK}),
            None,
            ASKED,
            CLAUSE,
            fields=(WHY_LONGER,),
            answers=True,
            want="give",
            needs=(COPIES, ONCE),
            until=MONTH,
        ),
        Step("finish", say("That settles it"), say("Finished"), ANSWERED, CLOSED, ASKER | {Hat.ASKFIRST}, CLAUSE, tells=False),
        Step(
            "ask-again",
            say("Ask one level up"),
            say("Asked again, one level up"),
            ANSWERED,
            RECEIVED,
            ASKER,
            AGAIN,
            fields=(MORE,),
            tells=False,
        ),
        Step("withdraw", say("Take it back"), say("Taken back"), OPEN_STATES, WITHDRAWN, ASKER, CLAUSE, tells=False),
    ),
)
