"""The steps of a request about personal data. Pure. Source: workflows.md 3.19; the gates stand in `data_request_gates`."""

from askfirst.casework.fields import Field
from askfirst.casework.kinds.data_request_gates import (
    A_COPY,
    AGAIN,
    ANSWERED,
    ASKED_BACK,
    AT_WORK,
    CLAUSE,
    CLOSED,
    CON_12,
    COPIES,
    GIVEN,
    LEAD,
    LEAD_PART,
    MONTH,
    ONCE,
    OPEN_STATES,
    OUT,
    PART,
    RECEIVED,
    REDACT,
    WITHDRAWN,
)
from askfirst.casework.kinds.data_request_words import BACK, HIDES, HOW, LEAVES, MORE, NOTE, TOLD, WHY_LONGER, WHY_PART
from askfirst.casework.kinds.reopened import reopen
from askfirst.casework.workflow import Hat, Step
from askfirst.words import Sentence, say

__all__ = ["STEPS"]

ASKER, ASKED = frozenset({Hat.ASKER}), frozenset({Hat.ASKED})
OFFICERS = frozenset({Hat.HANDLED})


def _leaves_out(id: str, says: Sentence, done: Sentence, fields: tuple[Field, ...]) -> Step:
    """What whoever asked never reads: it holds the words that were left out."""
    return Step(
        id,
        says,
        done,
        OPEN_STATES,
        None,
        ASKED,
        CON_12,
        fields=fields,
        answers=True,
        want="give",
        needs=(A_COPY,),
        beside=True,
        tells=False,
        only=OFFICERS,
    )


STEPS = (
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
        needs=(LEAD,),
    ),
    Step(
        LEAD_PART,
        say("Our part of the copy is seen to"),
        say("The safeguarding lead has seen to their part"),
        OPEN_STATES,
        None,
        ASKED,
        CLAUSE,
        answers=True,
        beside=True,
        tells=False,
    ),
    _leaves_out(REDACT, say("Leave words out of the copy"), say("Words of the copy were looked at"), HIDES),
    _leaves_out(OUT, say("Leave a part out of the copy"), say("A part of the copy was looked at"), LEAVES),
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
    reopen(CLAUSE, ANSWERED | {CLOSED}, AT_WORK, leaves=False),
    Step("withdraw", say("Take it back"), say("Taken back"), OPEN_STATES, WITHDRAWN, ASKER, CLAUSE, tells=False),
)
