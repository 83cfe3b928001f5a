"""A concern about a student, once it was sent the student way (DIS-1, DIS-3 to DIS-5). One record for each student. Pure.

The safeguarding lead clears it first. Then the Head of Year talks to the student and says what was found. A parent or carer is told, or
the safeguarding lead says why not. The Headteacher alone decides on a student suspension or a permanent exclusion: here stands the
reference of that decision, never the notice. Source: workflows.md 3.15 and 3.21; readings A8, A45 to A50; ruling 9. The times are our
default.
"""

from collections.abc import Mapping

from askfirst.casework.kinds.student_route_home import MISCONDUCT, NOBODY, REFERENCE, care_untold, family_untold
from askfirst.casework.kinds.student_route_steps import (
    ABOUT,
    BACK,
    CLEARING,
    DONE,
    ENDING,
    FOLLOWED,
    FOUND,
    HELD,
    LEFT,
    PASSED_ON,
    PASTORAL,
    STEPS,
    TALKED,
    TO_TALK,
    WITH_HEAD,
    unheard,
)
from askfirst.casework.kinds.student_route_words import BEFORE, BY_REFERENCE, NONE, SERIOUS
from askfirst.casework.workflow import INFORM, OPEN_TO, ROUTE, SHUT_TO, Days, File, Hat, Move, Taken, Want, Workflow
from askfirst.people.hats import DSL_TRUST, TRUST_LEAD, Seat, dsl, head, role, subjects
from askfirst.words import say

__all__ = ["STUDENT_ROUTE", "about", "families"]

TODAY, SOON, TIME = Days(remind=0, due=0, climb=1), Days(remind=1, due=2, climb=3), Days(remind=3, due=5, climb=8)
SAFEGUARDING = frozenset({"dsl", "deputy-dsl", "dsl-trust"})
HEADS = Days(remind=2, due=3, climb=30)
"""Only a Headteacher, or whoever acts for one, decides (A49): the next person is asked at once where none may, and late otherwise."""
TOLD = frozenset({Hat.SUBJECT, Hat.FAMILY})


def about(file: File) -> str:
    """The reference of the student it is about."""
    mark = file.last(ABOUT)
    return subjects(mark.seat)[0] if mark else ""


def _lead(file: File) -> Seat:
    return dsl(file.school) if file.school else DSL_TRUST


def _head(file: File) -> Seat:
    return head(file.school) if file.school else TRUST_LEAD


def _pastoral(file: File) -> Seat:
    """The Head of Year of the student, by the mark of the opening; whoever may act is found from there (A45)."""
    mark = file.last(PASTORAL)
    return mark.seat if mark else _head(file)


def wants(file: File) -> tuple[Want, ...]:
    """The safeguarding lead's word, the talk, what was found, what follows, the Headteacher's decision, the end; and whom to tell."""
    turn = str(len(file.of("let-talk")))
    lead = _pastoral(file)
    if file.state in (CLEARING, HELD):
        return (Want("let-talk", of=turn, first=_lead(file), clock=TODAY),)
    if file.state == TO_TALK:
        return (Want("record-talk", of=turn, first=lead, clock=SOON),)
    if file.state == TALKED:
        return (Want("take-account" if unheard(file) else "find", of=turn, first=lead, clock=TIME),)
    if file.state == WITH_HEAD:
        return (Want("head-decides", of=turn, first=_head(file), clock=HEADS), *_to_tell(file, lead))
    if file.state == FOUND:
        return (Want("act", of=turn, first=lead, clock=TIME), *_to_tell(file, lead))
    if file.state == ENDING:
        return _to_tell(file, lead) or (Want("close-record", of=turn, first=lead, clock=TIME),)
    return ()


def _to_tell(file: File, lead: Seat) -> tuple[Want, ...]:
    """Whoever is still to be told. Where nobody can be, the safeguarding lead is asked for the reason (A47)."""
    number = str(len(file.of(REFERENCE)))
    care = tuple(Want(step, of=number, first=lead, clock=SOON) for step in care_untold(file))
    if care or not family_untold(file):
        return care
    if file.of(NOBODY, "ask-lead"):
        return (Want("not-told", of="", first=_lead(file), clock=SOON),)
    step = "tell-parent" if file.of("write-summary") else "write-summary"
    return (Want(step, of="", first=lead, clock=TODAY if file.of(MISCONDUCT)[-1].of == SERIOUS else SOON),)


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """Cleared, the Headteacher may read it; at the talk the student hears of it; locked, all but safeguarding are out."""
    if taken.step == "let-talk":
        return (Move(OPEN_TO, seat=_head(file)), *_again(file))
    if taken.step in ("flag", "pass-outside"):
        return tuple(Move(SHUT_TO, seat=seat) for seat in _others(file))
    if taken.step == "record-talk":
        return (Move(INFORM, of=Hat.SUBJECT, seat=file.of(ABOUT)[-1].seat),)
    if taken.step == "close-record":
        told = {one.seat: one.of for one in file.of(INFORM) if one.seat not in untold(file)}
        return tuple(Move(INFORM, of=of, seat=seat) for seat, of in told.items() if of in TOLD)
    return ()


def families(file: File) -> tuple[Seat, ...]:
    """Every parent or carer who was told and may still read it, by their own seat."""
    told = dict.fromkeys(one.seat for one in file.of(INFORM) if one.of == Hat.FAMILY)
    return tuple(seat for seat in told if seat not in untold(file))


def untold(file: File) -> frozenset[Seat]:
    """Who was told once and may be told no more: a shutting that names the student, and nothing since that let them in again."""
    last = {one.seat: one.step for one in file.of(INFORM, SHUT_TO) if one.step == INFORM or one.of}
    return frozenset(seat for seat, step in last.items() if step == SHUT_TO)


def _others(file: File) -> tuple[Seat, ...]:
    """Every seat that was let in and is not safeguarding's."""
    return tuple(dict.fromkeys(one.seat for one in file.of(ROUTE, OPEN_TO, INFORM) if role(one.seat) not in SAFEGUARDING))


def _again(file: File) -> tuple[Move, ...]:
    """After it was locked: where it stood, and open again to whoever it was open to."""
    if not file.of("flag"):
        return ()
    last = file.last("record-talk", "find", "to-head", FOLLOWED)
    stood = {"record-talk": TALKED, "find": FOUND, "to-head": WITH_HEAD, FOLLOWED: ENDING}[last.step] if last else ""
    held = {one.seat: one for one in file.of(ROUTE, OPEN_TO, INFORM) if role(one.seat) not in SAFEGUARDING and one.seat not in untold(file)}
    read = tuple(Move(INFORM, of=one.of, seat=one.seat) if one.step == INFORM else Move(OPEN_TO, seat=one.seat) for one in held.values())
    return (*((Move(BACK[stood]),) if stood else ()), *read)


def marks(step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """In the clear: that misconduct was found, a reference is set, it was followed up; the parent who was told and may read it."""
    if step == "find":
        found = str(words.get("outcome", ""))
        return (Move(FOLLOWED),) if found == NONE else (Move(MISCONDUCT, of=SERIOUS if found == SERIOUS else ""),)
    if step == "head-decides":
        return (*((Move(REFERENCE),) if words.get("outcome") in BY_REFERENCE else ()), Move(FOLLOWED))
    if step in ("restorative", "policy"):
        return (Move(FOLLOWED),)
    if step == "tell-parent" and words.get("parent"):
        return (Move(INFORM, of=Hat.FAMILY, seat=str(words["parent"])),)
    return ()


STUDENT_ROUTE = Workflow(
    kind="student-route",
    says=say("A concern about a student"),
    first=CLEARING,
    over=frozenset({DONE, LEFT, PASSED_ON}),
    states={
        CLEARING: say("Waiting for the safeguarding lead"),
        HELD: say("Waiting for the safeguarding lead"),
        TO_TALK: say("a talk with the student is next"),
        TALKED: say("talked: what was found is next"),
        FOUND: say("found: what follows is next"),
        WITH_HEAD: say("with the Headteacher"),
        ENDING: say("nearly finished"),
        DONE: say("finished"),
        LEFT: say("ended: the student has left"),
        PASSED_ON: say("passed to the safeguarding lead"),
    },
    retention="R6",
    wants=wants,
    follows=follows,
    marks=marks,
    opening=BEFORE,
    leaves=ABOUT,
    evidence=True,
    steps=STEPS,
)
