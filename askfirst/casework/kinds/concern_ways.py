"""The ways on from what was weighed in a concern, and what HR says of a leaver. Pure. Source: workflows.md 3.0 and 3.13."""

from askfirst.casework.fields import Field
from askfirst.casework.kinds.concern_gates import (
    BY_AGENCY,
    COLLEAGUE_HURT,
    DEALT,
    IS_EMPLOYED,
    IS_STUDENT,
    MORE_EVIDENCE,
    NOT_LAWFUL,
    ROUTE_CLAUSE,
    ROUTED,
    STUDENT_HURT,
    TAKEN_BACK,
    TRIAGE,
    WEIGHED,
)
from askfirst.casework.kinds.concern_words import REASON, SENT_ON
from askfirst.casework.kinds.support import FOR_STUDENT, OFFERED, SUPPORT
from askfirst.casework.workflow import Hat, Need, Step
from askfirst.words import Sentence, say

__all__ = ["HELP", "WAYS"]

ASKED = frozenset({Hat.ASKED})


def _ends(id: str, says: Sentence, done: Sentence, *fields: Field, needs: tuple[Need, ...] = (), end: str = DEALT, opens: str = "") -> Step:
    """A way on from what was weighed."""
    return Step(
        id, says, done, frozenset({WEIGHED}), end, ASKED, ROUTE_CLAUSE, fields=fields, needs=needs, answers=True, want="decide", opens=opens
    )


WAYS = (
    _ends("no-action", say("Nothing more is to be done"), say("Nothing more to be done"), REASON),
    _ends("advice", say("Give advice"), say("Advice given"), REASON),
    _ends("restorative", say("Bring them together to talk"), say("They talk it over"), REASON, needs=(MORE_EVIDENCE,)),
    _ends("removal", say("Have it taken down"), say("To be taken down"), REASON),
    _ends("data-breach", say("Tell the Data Protection Officer"), say("The Data Protection Officer was told"), REASON),
    _ends(
        "hr-and-agency",
        say("Give it to HR and the agency"),
        say("With HR and the agency"),
        *SENT_ON,
        needs=(BY_AGENCY, MORE_EVIDENCE, NOT_LAWFUL),
    ),
    _ends(
        "complaint",
        say("Use the complaint procedure, the site or the police"),
        say("Another way: complaint procedure, site or police"),
        REASON,
    ),
    _ends(
        "to-staff-route",
        say("Send it the staff way"),
        say("Sent the staff way"),
        *SENT_ON,
        needs=(IS_EMPLOYED, MORE_EVIDENCE, NOT_LAWFUL),
        end=ROUTED,
        opens="staff-route",
    ),
    _ends(
        "to-student-route",
        say("Send it the student way"),
        say("Sent the student way"),
        *SENT_ON,
        needs=(IS_STUDENT, MORE_EVIDENCE, NOT_LAWFUL),
        end=ROUTED,
        opens="student-route",
    ),
    Step(
        "go-on-leaver",
        say("Go on, although they have left"),
        say("It goes on, although they have left"),
        frozenset({WEIGHED}),
        None,
        ASKED,
        ROUTE_CLAUSE,
        fields=(REASON,),
        answers=True,
        want="leaver",
        beside=True,
        tells=False,
    ),
    Step(
        "close-leaver",
        say("End it, since they have left"),
        say("Ended, since they have left"),
        frozenset({WEIGHED}),
        DEALT,
        ASKED,
        ROUTE_CLAUSE,
        fields=(REASON,),
        answers=True,
        want="leaver",
    ),
)


def _helps(id: str, clause: str, need: Need) -> Step:
    return Step(
        id,
        say("Record the support for whom it hurt"),
        say("Support for whom it hurt is recorded"),
        frozenset({TRIAGE, WEIGHED, ROUTED, DEALT, TAKEN_BACK}),
        None,
        frozenset({Hat.ASKED, Hat.HANDLED, Hat.HR}),
        clause,
        fields=OFFERED[id],
        needs=(need,),
        beside=True,
        tells=False,
    )


HELP = (_helps(SUPPORT, "CON-10", COLLEAGUE_HURT), _helps(FOR_STUDENT, "PRI-2", STUDENT_HURT))
"""Whichever way it goes or ends, once safeguarding has looked. The staff way has its own for a colleague (`staff_route_steps`)."""
