"""The steps of the staff route and their gates. Pure. Source: workflows.md 3.14; what is wanted and follows stands in `staff_route`."""

from collections.abc import Collection

from askfirst.casework.fields import Field
from askfirst.casework.kinds.staff_route_words import (
    ACCOUNT,
    CHECK,
    DECIDED,
    GO_ON,
    GONE_ON,
    MARKED,
    NOTE,
    PROTECTED,
    REASON,
    SAFEGUARDING,
    SUBJECT_READS,
    TALK,
)
from askfirst.casework.kinds.support import OFFERED, SUPPORT, first
from askfirst.casework.kinds.talks import MORE
from askfirst.casework.workflow import File, Hat, Need, Step
from askfirst.words import Sentence, say

__all__ = [
    "ABOUT", "AGENCY", "APART", "CHECKED", "CHECKING", "EMPLOYED", "FILE_GONE", "HANDED", "HURT", "INFORMAL", "LAWFUL", "LIVE", "NO_STEP",
    "OF_A_HEAD", "OF_THE_LEAD", "OUTSIDE", "PAUSED", "RECORDED", "STEPS", "SUBJECT", "TALKED", "TELL", "TELLING", "THROUGH_AGENCY",
    "WEIGHED", "WITH_CHAIR",
]  # fmt: skip

CHECKING, WEIGHED, APART, LAWFUL = "checking", "weighed", "apart", "lawful"
INFORMAL, HANDED, AGENCY, WITH_CHAIR, PAUSED = "informal", "handed-off", "hr-and-agency", "hr-and-chair", "paused"
NO_STEP, TALKED, RECORDED = "no-further-step", "talked", "recorded"
EMPLOYED, THROUGH_AGENCY, OF_A_HEAD, OF_THE_LEAD = "is-employed", "through-agency", "is-headteacher", "is-trust-lead"
"""Marks in the clear, from the opening on: what whoever it is about is here."""
ABOUT, HURT, TELL, SUBJECT, FILE_GONE = "about", "hurt", "tell-subject", "subject", "file-gone"
CHECKED = frozenset({WEIGHED, APART, LAWFUL})
OUTSIDE = frozenset({HANDED, AGENCY, WITH_CHAIR})
TELLING = OUTSIDE | {INFORMAL}
OVER = frozenset({NO_STEP, TALKED, RECORDED})
LIVE = CHECKED | TELLING | {CHECKING}
ASKED, OR_HR, MACHINE = frozenset({Hat.ASKED}), frozenset({Hat.ASKED, Hat.HR}), frozenset({Hat.ASKFIRST})
LEAD = frozenset({Hat.SAFEGUARDING})


def nobody_handed_it_on(file: File) -> Collection[str]:
    """The hand-off: to the Disciplinary Procedure, the agency or the Chair."""
    return () if file.state in OUTSIDE else ("hand-off",)


def not_told(file: File) -> Collection[str]:
    """That HR has told whoever it is about."""
    return () if file.of(TELL) else (TELL,)


def not_through_agency(file: File) -> Collection[str]:
    """That they are here through an agency."""
    return () if file.of(THROUGH_AGENCY) else ("agency",)


def comes_through_agency(file: File) -> Collection[str]:
    """That they are not here through an agency."""
    return ("agency",) if file.of(THROUGH_AGENCY) else ()


HANDED_OVER = Need(
    "handed-over", "DIS-2", nobody_handed_it_on,
    lambda missing, who: say("Only HR stores an outcome, with who decided and the day. It is handed over first."),
)  # fmt: skip
SUPPORTED = first()
PERSON_TOLD = Need("person-told", "DIS-1", not_told, lambda missing, who: say("HR must tell the person it is about first."))
BY_AGENCY = Need("by-agency", "INT-1", not_through_agency, lambda missing, who: say("They do not come through an agency."))
BY_NO_AGENCY = Need(
    "by-no-agency", "INT-1", comes_through_agency, lambda missing, who: say("They come through an agency. Hand it to the agency.")
)


def _decides(
    id: str, says: Sentence, done: Sentence, at: tuple[frozenset[str], str], field: Field, *needs: Need, clause: str = "DIS-1"
) -> Step:
    start, end = at
    return Step(id, says, done, start, end, ASKED, clause, fields=(field,), needs=needs, answers=True, want="decide")


def _alone(id: str, says: Sentence, start: str, end: str) -> Step:
    return Step(id, says, says, frozenset({start}), end, MACHINE, "DIS-1", tells=False)


STEPS = (
    Step(
        "check-speech",
        say("Record the lawful-speech check"),
        say("Lawful-speech check recorded"),
        frozenset({CHECKING}),
        None,
        ASKED,
        "PRI-1",
        fields=CHECK,
        answers=True,
        ends={PROTECTED: LAWFUL, GO_ON: WEIGHED},
    ),
    _alone("not-employed", say("Not employed by the Trust: it goes another way"), WEIGHED, APART),
    _decides(
        "informal", say("A talk with the line manager"), say("A talk was asked for"), (frozenset({WEIGHED}), INFORMAL), NOTE, SUPPORTED
    ),
    _decides(
        "hand-off",
        say("Hand it to the Disciplinary Procedure"),
        say("Handed to the Disciplinary Procedure"),
        (frozenset({WEIGHED}), HANDED),
        REASON,
        clause="DIS-2",
    ),
    _decides(
        "to-agency",
        say("Hand it to the agency"),
        say("Handed to the agency"),
        (frozenset({APART}), AGENCY),
        REASON,
        BY_AGENCY,
        clause="INT-1",
    ),
    _decides(
        "to-chair",
        say("Hand it to the Chair"),
        say("Handed to the Chair"),
        (frozenset({APART}), WITH_CHAIR),
        REASON,
        BY_NO_AGENCY,
        clause="INT-1",
    ),
    _decides("check-again", say("Check it again"), say("To be checked again"), (CHECKED, CHECKING), REASON, clause="PRI-1"),
    _decides("no-further", say("End it: no further step"), say("Ended with no further step"), (CHECKED, NO_STEP), REASON, SUPPORTED),
    Step(
        TELL,
        say("Tell the person it is about"),
        say("Told the person it is about"),
        TELLING,
        None,
        ASKED,
        "DIS-1",
        fields=SUBJECT_READS,
        answers=True,
        shown=frozenset({Hat.SUBJECT}),
    ),
    Step(
        "own-account",
        say("Give my own account"),
        say("Gave their own account"),
        TELLING,
        None,
        frozenset({Hat.SUBJECT}),
        "DIS-2",
        fields=(ACCOUNT,),
        beside=True,
        tells=False,
        shown=frozenset({Hat.SUBJECT}),
        back=True,
    ),
    Step(
        "talk-held",
        say("Record the talk"),
        say("Talked about it"),
        frozenset({INFORMAL}),
        TALKED,
        ASKED,
        "DIS-1",
        fields=TALK,
        needs=(PERSON_TOLD,),
        answers=True,
        want="talk",
    ),
    Step(
        "store-outcome",
        say("Store what was decided"),
        say("What was decided is stored"),
        LIVE - {INFORMAL},
        RECORDED,
        ASKED,
        "DIS-2",
        fields=DECIDED,
        needs=(HANDED_OVER, SUPPORTED),
        answers=True,
    ),
    Step(
        "let-decider",
        say("Let whoever decides read it"),
        say("Whoever decides may read it"),
        OUTSIDE | {WEIGHED},
        None,
        OR_HR,
        "DIS-2",
        beside=True,
    ),
    Step("add-note", say("Add a note"), say("Note added"), LIVE, None, OR_HR, "DIS-2", fields=MARKED, beside=True, tells=False),
    Step(
        SUPPORT,
        say("Record the support for whom it hurt"),
        say("Support for whom it hurt is recorded"),
        LIVE,
        None,
        ASKED,
        "CON-10",
        fields=OFFERED[SUPPORT],
        answers=True,
        beside=True,
        tells=False,
        only=frozenset({Hat.HR}),
    ),
    Step(
        "pause",
        say("Pause: a safeguarding question"),
        say("Paused for safeguarding"),
        LIVE,
        PAUSED,
        OR_HR,
        "DIS-1",
        fields=(SAFEGUARDING,),
        shown=LEAD,
        only=LEAD,
    ),
    Step(
        "let-go-on",
        say("It may go on"),
        say("Safeguarding let it go on"),
        frozenset({PAUSED}),
        CHECKING,
        ASKED,
        "DIS-1",
        fields=(MORE,),
        answers=True,
        shown=LEAD,
        only=LEAD,
    ),
    Step(
        FILE_GONE,
        say("Say that the staff file is gone"),
        say("The staff file is gone"),
        OVER,
        None,
        frozenset({Hat.HR}),
        "DIS-2",
        fields=(GONE_ON,),
        beside=True,
        tells=False,
        only=frozenset({Hat.HR}),
    ),
    _alone("again-informal", say("Goes on where it stood"), CHECKING, INFORMAL),
    _alone("again-handed-off", say("Goes on where it stood"), CHECKING, HANDED),
    _alone("again-agency", say("Goes on where it stood"), CHECKING, AGENCY),
    _alone("again-chair", say("Goes on where it stood"), CHECKING, WITH_CHAIR),
)
