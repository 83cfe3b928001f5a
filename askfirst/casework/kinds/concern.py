"""Somebody tells of something online that worries them (PRI, CON-10). The safeguarding lead looks first, before anybody else. Pure.

Then one person weighs it: could a child be at risk, and is it lawful speech? Only then does it end, or go on to the staff or the student
route. No sanction rests on what somebody told without a name and on nothing else (A51). Safeguarding may lock it at any time: then only
safeguarding sees it. Source: workflows.md 3.0, 3.13, 3.20 and 3.21; readings A2, A6, A51, A53 and A55. The times are our default.
"""

from collections.abc import Mapping

from askfirst.casework.fields import BadField
from askfirst.casework.kinds.concern_gates import (
    AGAIN,
    AGENCY,
    DEALT,
    EMPLOYED,
    FAMILY,
    GONE,
    LOCKED,
    MERGED,
    OUTCOMES,
    OUTSIDE,
    PICKED,
    ROUTED,
    SCREEN,
    TAKEN_BACK,
    TOLD,
    TRIAGE,
    USUAL,
    WEIGHED,
    WITHDRAWN,
    WORD,
    latest,
    unhelped,
)
from askfirst.casework.kinds.concern_gates import CLOSED as ENDED
from askfirst.casework.kinds.concern_steps import STEPS
from askfirst.casework.kinds.concern_words import CLAUSES, OPENING
from askfirst.casework.kinds.support import HELPS, checked, unsupported
from askfirst.casework.workflow import (
    INFORM,
    OPEN_TO,
    ROUTE,
    SHUT_TO,
    Closing,
    Days,
    File,
    Hat,
    Move,
    Part,
    Taken,
    Want,
    Workflow,
)
from askfirst.people.hats import DPO, DSL_TRUST, HR, Seat, alternate_pastoral, dsl, head, role
from askfirst.words import say

__all__ = ["CONCERN", "FAMILY", "USUAL", "lead"]

ONE_DAY, SOON, TIME = Days(remind=1, due=1, climb=2), Days(remind=1, due=2, climb=3), Days(remind=3, due=5, climb=8)
SAFEGUARDING = frozenset({"dsl", "deputy-dsl", "dsl-trust"})
TEN = 10  # school days in which somebody may ask again
FALSE = frozenset({"false", "malicious"})
BACK = {
    "clear": "back-weighing",
    "weigh": "back-weighed",
    "second-look": "back-weighed",
    "to-staff-route": "back-routed",
    "to-student-route": "back-routed",
}
"""Where it goes back to once safeguarding has opened it again, by the last step that had moved it on."""


def lead(school: str) -> Seat:
    """Whoever looks first: the safeguarding lead of the school it is about; the Trust's where it is about none."""
    return dsl(school) if school else DSL_TRUST


def _turn(file: File, *steps: str) -> str:
    return str(len(file.of(*steps)))


def wants(file: File) -> tuple[Want, ...]:
    """The safeguarding lead's look, also while it is locked; that it is weighed; how it goes on; that whoever told of it is told."""
    turn = _turn(file, "clear", "release", "flag", "reopen", "weigh", "hold", "second-look")
    if file.state in (SCREEN, LOCKED):
        return (Want("screen", of=turn, first=lead(file.school), clock=ONE_DAY),)
    if file.state == TRIAGE:
        return (Want("weigh", of=turn, first=_triager(file), clock=SOON),)
    if file.state in (WEIGHED, ROUTED, DEALT):
        return (*_next(file, turn), *_left(file))
    if file.state == AGAIN:
        return (Want("second-look", of=turn, first=_triager(file), clock=TIME, passed=(_triager(file),)),)
    if file.state == TAKEN_BACK:
        helper = lead(file.school) if _locked(file) else _triager(file)
        return tuple(Want(step, of=turn, first=helper, clock=TIME) for step in unsupported(file))
    return ()


def _locked(file: File) -> bool:
    """Whether safeguarding alone sees it, or has not looked yet."""
    last = latest(file, "clear", "release", "hold", "flag")
    return last is None or last.step in ("hold", "flag")


def _next(file: File, turn: str) -> tuple[Want, ...]:
    """How it goes on; then support for whom it hurt, while it is dealt with and before anybody is told; then the telling."""
    looked = latest(file, "clear", "second-look")
    above = (_triager(file),) if looked and looked.step == "second-look" else ()
    helps = unhelped(file) if file.state != WEIGHED else ()
    if file.state == ROUTED and not helps:
        return ()
    want, clock = ("tell-reporter", SOON) if file.state == DEALT else ("decide", TIME)
    wanted = [(step, TIME) for step in helps] or [(want, clock)]
    return tuple(Want(step, of=turn, first=_triager(file), clock=time, passed=above) for step, time in wanted)


def _left(file: File) -> tuple[Want, ...]:
    """That HR says whether it goes on, once whoever worked here and is meant has left; asked once, of what was weighed."""
    said = file.state != WEIGHED or not file.of(GONE) or file.of("go-on-leaver", "close-leaver")
    return () if said else (Want("leaver", of="", first=HR, clock=TIME),)


def outside(file: File) -> tuple[Move, ...]:
    """Whoever worked here and is meant may leave, once."""
    works = file.of(EMPLOYED, AGENCY) and not file.of(GONE) and file.state in (TRIAGE, WEIGHED)
    return tuple(Move(GONE, seat=one.seat) for one in file.of("about")) if works else ()


def _triager(file: File) -> Seat:
    """Whom the safeguarding lead chose last; whoever usually weighs it, where they chose nobody."""
    chosen, usual = latest(file, "clear"), file.last(USUAL)
    return (chosen.seat if chosen else "") or (usual.seat if usual else HR)


def sends(file: File, step: str, words: Mapping[str, object]) -> str:
    """Whoever weighs it. Raises BadField for what was weighed and names no clause or is safeguarding's; for support without a reason."""
    if step == "weigh" and words.get("safeguarding") == "yes":
        raise BadField("safeguarding", say("Then it is not for you to weigh. Press “This is about safeguarding” instead."))
    if step == "weigh" and words.get("lawful") and words.get("reason") and not any(words.get(field) for field in CLAUSES):
        raise BadField("pri_2", say("Tick at least one clause that comes in."))
    if step in HELPS:
        checked(step, words)
    if step != "clear":
        return ""
    usual = file.last(USUAL)
    seats = {"pastoral": alternate_pastoral(file.school) if file.school else HR, "hr": HR}
    if words.get("triage") == "head" and not file.of("of-a-head", "of-the-lead") and file.school:
        return head(file.school)
    return seats.get(str(words.get("triage")), "") or (usual.seat if usual else HR)


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """Once safeguarding has looked, HR reads along where it is about staff, and whom it hurt hears of it; locked, all others are out."""
    if taken.step == "clear":
        return _cleared(file)
    if taken.step in ("hold", "flag", "pass-outside"):
        return tuple(Move(SHUT_TO, seat=seat) for seat in _others(file))
    if taken.step == "release":
        return _back(file)
    if taken.step == "withdraw":
        return (Move("still-helping"),) if unsupported(file) else ()
    if taken.step in HELPS:
        return (Move("helped"),) if file.state == TAKEN_BACK and not unsupported(file) else ()
    if taken.step == "release-told":
        return tuple(Move(INFORM, of=one.of, seat=one.seat) for one in _once(file, INFORM))
    if taken.step == "tell-subject":
        return tuple(Move(INFORM, of=Hat.SUBJECT, seat=one.seat) for one in file.of("about"))
    return (Move(OPEN_TO, seat=DPO),) if taken.step == "data-breach" else ()


def _cleared(file: File) -> tuple[Move, ...]:
    along = [Move(OPEN_TO, seat=HR)] if file.of(EMPLOYED, AGENCY) else []
    hurt = [Move(INFORM, of=Hat.TARGET, seat=one.seat) for one in file.of("hurt", FAMILY) if one.seat != file.asker_seat]
    return (*along, *hurt)


def _others(file: File) -> tuple[Seat, ...]:
    """Every seat that was let in and is not safeguarding's."""
    return tuple(dict.fromkeys(one.seat for one in file.of(ROUTE, OPEN_TO, INFORM) if role(one.seat) not in SAFEGUARDING))


def _once(file: File, *moves: str) -> tuple[Taken, ...]:
    return tuple({one.seat: one for one in file.of(*moves) if role(one.seat) not in SAFEGUARDING}.values())


def _back(file: File) -> tuple[Move, ...]:
    """Open again to whoever was dealing with it, where it had stood."""
    last = latest(file, *BACK, "dealt-with", *OUTCOMES)
    stood = BACK.get(last.step if last else "", "back-dealt")
    return (Move(stood), *(Move(OPEN_TO, seat=one.seat) for one in _once(file, ROUTE, OPEN_TO)))


def marks(step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """In the clear: what the speech was found to be, since a gate hangs on it; the clauses picked, since they are counted; the word for
    what came of it, since what is kept hangs on that."""
    if step == "weigh":
        picked = (Move(PICKED, of=clause) for field, clause in CLAUSES.items() if words.get(field))
        return (Move("speech", of=str(words.get("lawful", ""))), *picked)
    if step in ("record-outcome", "record-malicious"):
        return (Move(WORD, of=str(words.get("outcome", "malicious"))),)
    return (Move("release-told"),) if step == "release" and words.get("outcome") == "everyone" else ()


def kept_as(file: File) -> str:
    """R4 where what was told of staff was false, or meant to deceive: one line, out of their file. Else R3."""
    last = file.last(WORD)
    return "R4" if last and last.of in FALSE and file.of(EMPLOYED, AGENCY) else "R3"


CONCERN = Workflow(
    kind="concern",
    says=say("A concern"),
    first=SCREEN,
    over=frozenset({ENDED, OUTSIDE, MERGED, WITHDRAWN}),
    states={
        SCREEN: say("with the safeguarding lead"),
        LOCKED: say("with the safeguarding lead alone"),
        TRIAGE: say("being weighed"),
        WEIGHED: say("weighed: what happens next"),
        ROUTED: say("being dealt with"),
        DEALT: say("dealt with: you will be told"),
        TOLD: say("dealt with"),
        AGAIN: say("asked again: the next person looks"),
        ENDED: say("dealt with, and closed"),
        OUTSIDE: say("passed to the safeguarding lead"),
        MERGED: say("looked into together with another"),
        TAKEN_BACK: say("taken back"),
        WITHDRAWN: say("taken back"),
    },
    retention="R3",
    kept_as=kept_as,
    wants=wants,
    follows=follows,
    marks=marks,
    sends=sends,
    outside=outside,
    closes={TOLD: Closing("close", days=TEN)},
    opening=OPENING,
    asker_part=Part.STATUS,
    evidence=True,
    steps=STEPS,
)
