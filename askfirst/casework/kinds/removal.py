"""Asking somebody here to take a post down (CON-6): who is asked, and when. Between staff and students the school alone asks. Pure.

Whoever posted it, and whoever reminds them, read what is asked and never by whom, unless that was agreed. Declining is an answer.
Source: workflows.md 3.8 and 3.21, readings A9, A28 to A30. Three school days are our default; the procedure sets none.
"""

from collections.abc import Mapping
from datetime import date

from askfirst.casework.fields import BadField
from askfirst.casework.kinds.removal_opening import OPENING
from askfirst.casework.kinds.removal_steps import (
    ANSWERED,
    ASKED,
    BEGINS,
    CLOSED,
    COPIED,
    DECLINED,
    FLAG,
    ITEM,
    LINK_STATES,
    LINKS,
    NO_ANSWER,
    OTHER_WAY,
    OWN_TIME,
    PART,
    POSTER,
    REMINDED,
    REMINDS,
    REMOVED,
    REQUEST_AGAIN,
    SCHOOL_ONLY,
    SENT,
    STEPS,
    THROUGH,
    TIME_TO_ASK,
    TIME_TO_REMIND,
    TIME_TO_SAY,
    WATCHED,
    WITH_SCHOOL,
    WITHDRAWN,
)
from askfirst.casework.kinds.reopened import REOPEN, decided_by
from askfirst.casework.workflow import INFORM, OPEN, Closing, File, Move, Part, Taken, Until, Want, Workflow
from askfirst.words import say

__all__ = ["BEGINS", "FLAG", "ITEM", "LINKS", "LINK_STATES", "POSTER", "REMINDS", "REMOVAL", "SCHOOL_ONLY", "THROUGH"]


def _times(file: File, *steps: str) -> str:
    """Counted, so that each time is a new one."""
    return str(len(file.of(OPEN, *steps)))


def wants(file: File) -> tuple[Want, ...]:
    """Whoever posted it is asked by name, and nobody after them: the one reminder goes by a seat of its own."""
    if file.state == WITH_SCHOOL:
        return (Want("pass-to-them", of=_times(file, "back-again", "ask-school", REOPEN), first=_seat(file, THROUGH), clock=TIME_TO_ASK),)
    if file.state == COPIED:
        return (Want("what-came", of=_times(file, "back-again"), first=file.asker_seat, clock=OWN_TIME, alone=True),)
    if file.state == WATCHED:
        until = file.last("check-on")
        clock = Until(date.fromisoformat(until.of)) if until else OWN_TIME
        return (Want("still-gone", of=str(len(file.of("look-again"))), first=file.asker_seat, clock=clock, alone=True),)
    if file.state not in (SENT, ASKED, REMINDED):
        return ()
    time = _times(file, "back-again", "pass-to-them")
    answer = Want("say-what", of=time, first=_seat(file, POSTER), clock=TIME_TO_SAY, alone=True)
    if file.state != REMINDED or file.has("remind-them", of=time):
        return (answer,)
    return (answer, Want("remind-them", of=time, first=_seat(file, REMINDS), clock=TIME_TO_REMIND))


def _seat(file: File, move: str) -> str:
    found = file.last(move)
    return found.seat if found else file.asker_seat


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """The safeguarding lead sees that the school is asked, where a student is part of it."""
    flag = file.last(FLAG)
    asked = taken.step in ("ask-school", "back-again") and file.state == WITH_SCHOOL
    return (Move(INFORM, of=FLAG, seat=flag.seat),) if asked and flag and not file.has(INFORM, of=FLAG) else ()


def decides(file: File) -> frozenset[str]:
    """Whoever asks for them at school, since they last chose who asks."""
    return decided_by(file, "pass-to-them", since=("back-again", "ask-school"))


def sends(file: File, step: str, words: Mapping[str, object]) -> str:
    """Nobody in particular. Raises BadField for a link that is not there, and for a way that is not open."""
    which, links = words.get("which"), file.last(LINKS)
    if (
        step in ("mark-link", "back-again")
        and isinstance(which, str)
        and which.isascii()
        and which.isdigit()
        and int(which) > int(links.of if links else 1)
    ):
        raise BadField("which", say("There is no such link here. Choose one of those on the page."))
    if step == "back-again" and words.get("outcome") in ("here", "copy"):
        if file.of(SCHOOL_ONLY):
            raise BadField("outcome", REQUEST_AGAIN)
        if words.get("outcome") == "here" and not file.of(POSTER):
            raise BadField("outcome", say("We do not know who posted it. Choose another way."))
    return ""


def _number(which: str) -> int:
    """0 for what is none: the field itself says so."""
    return int(which) if which.isascii() and which.isdigit() and len(which) < NUMBER else 0


def marks(step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """The day to look again stands in the clear, since a reminder hangs on it."""
    day = words.get("check_on")
    return (Move("check-on", of=day),) if isinstance(day, str) and day else ()


NUMBER = 4  # digits no link has

REMOVAL = Workflow(
    kind="removal",
    says=say("A request to take something down"),
    first=WITH_SCHOOL,
    over=ANSWERED | {OTHER_WAY, CLOSED, WITHDRAWN},
    states={
        WITH_SCHOOL: say("with the school, to ask for them"),
        SENT: say("sent: waiting for an answer"),
        COPIED: say("they send it themselves"),
        ASKED: say("asked: waiting for an answer"),
        REMINDED: say("asked, and a reminder goes out"),
        REMOVED: say("removed"),
        PART: say("part removed"),
        DECLINED: say("declined, with a reason"),
        NO_ANSWER: say("no answer"),
        OTHER_WAY: say("goes another way"),
        WATCHED: say("to be looked at again"),
        CLOSED: say("finished"),
        WITHDRAWN: say("taken back"),
    },
    retention="R1",
    wants=wants,
    follows=follows,
    sends=sends,
    marks=marks,
    decides=decides,
    shows={"say-what": Part.STATUS, "remind-them": Part.STATUS},
    told=ITEM,
    evidence=True,
    leaver="left",
    closes={
        SENT: Closing(days=3, step="no-answer"),
        ASKED: Closing(days=3, step="time-to-remind"),
        REMINDED: Closing(days=5, step="no-answer"),
        COPIED: Closing(days=20, step="no-answer"),
        WATCHED: Closing(months=12, step="watched-out"),
    },
    opening=OPENING,
    steps=STEPS,
)
