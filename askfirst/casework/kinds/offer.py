"""Somebody offers to pay for what I post (WEB-6): it must be talked about; whether they accept, only they say. Pure.

Source: workflows.md 3.6, readings A36, A38 and A43, MAN-1 and MAN-3. Amounts are never asked for, only a band.
"""

from dataclasses import replace

from askfirst.casework.fields import Choice, Field
from askfirst.casework.kinds.reopened import reopen
from askfirst.casework.kinds.talks import (
    ASKER,
    FACTORS,
    LEFT,
    NOTE,
    REFER_TO,
    TALKED,
    TOLD,
    YES_NO,
    ask_again,
    decides,
    fits,
    follows,
    hand_on,
    left,
    marks,
    outcome,
    own_want,
    reply,
    sends,
    settle,
    talk,
    talk_want,
    withdraw,
)  # fmt: skip
from askfirst.casework.kinds.yearly import LINE, POST
from askfirst.casework.workflow import Days, File, Step, Want, Workflow
from askfirst.words import say

__all__ = ["BANDS", "OFFER"]

DECIDED, CLOSED, WITHDRAWN = "decided", "closed", "withdrawn"
WAITING = frozenset({TOLD, TALKED})
TIME_TO_TALK, OWN_TIME = Days(remind=3, due=5, climb=6), Days(remind=5, due=10, climb=15)
BANDS = (
    Choice("gift", say("A gift, or free things")),
    Choice("under-100", say("Under £100 in all, or each month")),
    Choice("to-500", say("£100 to £500")),
    Choice("over-500", say("More than £500")),
    Choice("unsure", say("I’m not sure")),
)
PAYER = Field("payer", say("Who offers it?"), say("Say who offers it."), hint=say("A firm, or whoever asks for them."), lines=LINE)
WHAT = Field(
    "text", say("What do they want you to post?"), say("Say in a line what they want."), hint=say("Leave the amount out."), lines=4
)
BAND = Field("band", say("About how much?"), say("Choose a band. We do not ask for the amount."), choices=BANDS)
ALREADY = Field("already", say("Have you said yes already?"), say("Say if you have answered. Both are fine to say."), choices=YES_NO[:2])
SUPPLIER = Field("supplier", say("Do they sell anything to the Trust?"), say("Say if they sell to the Trust."), choices=YES_NO)
OUTCOME = outcome(
    ("no-conflict", say("No conflict")),
    ("with-steps", say("Allowed with steps")),
    ("conflict", say("Conflict: please do not accept")),
    ("referred", say("Referred: somebody else should look at it")),
)
ALLOWED = {"outcome": ("with-steps",)}
TICKS = tuple(
    Field(id, says, say("Tick what they are to do."), needed=False, lines=0, where=ALLOWED)
    for id, says in (
        ("say_it_is_paid", say("They say that it is paid")),
        ("own_time", say("They do it in their own time")),
        ("no_brand", say("No school name or badge is in it")),
        ("no_students", say("No students are in it")),
    )
)
WHY = Field(
    "reason",
    say("Why should they not accept?"),
    say("Give the reason for “please do not accept” (MAN-1). They will read it."),
    hint=say("They will read this."),
    where={"outcome": ("conflict",)},
    lines=3,
)


def wants(file: File) -> tuple[Want, ...]:
    if file.state in WAITING:
        return (talk_want(file, TIME_TO_TALK),)
    return (own_want(file, "decide", OWN_TIME),) if file.state == DECIDED else ()


OFFER = Workflow(
    kind="offer",
    says=say("An offer to pay for a post"),
    first=TOLD,
    over=frozenset({CLOSED, WITHDRAWN}),
    states={
        TOLD: say("waiting for a talk"),
        TALKED: say("talked about"),
        DECIDED: say("settled: their answer is still to come"),
        CLOSED: say("finished"),
        WITHDRAWN: say("taken back"),
    },
    retention="R2",
    wants=wants,
    follows=follows,
    sends=sends,
    marks=marks,
    decides=decides,
    fits=fits,
    leaver=LEFT,
    opening=(PAYER, WHAT, BAND, ALREADY, SUPPLIER, POST),
    steps=(
        settle(
            "WEB-6",
            WAITING,
            (OUTCOME, *FACTORS, NOTE, *TICKS, WHY, replace(REFER_TO)),
            {"no-conflict": DECIDED, "with-steps": DECIDED, "conflict": DECIDED, "referred": TALKED},
        ),
        talk("WEB-6", WAITING),
        hand_on("WEB-6", WAITING),
        Step(
            "accept",
            say("I have accepted"),
            say("Accepted"),
            frozenset({DECIDED}),
            CLOSED,
            ASKER,
            "WEB-6",
            answers=True,
            want="decide",
            tells=False,
            back=True,
        ),
        Step(
            "decline",
            say("I have said no to it"),
            say("Declined"),
            frozenset({DECIDED}),
            CLOSED,
            ASKER,
            "WEB-6",
            answers=True,
            want="decide",
            tells=False,
            back=True,
        ),
        reply(frozenset({TALKED, DECIDED, CLOSED})),
        ask_again(frozenset({DECIDED})),
        reopen("WEB-6", frozenset({DECIDED, CLOSED}), TOLD),
        left("WEB-6", WAITING | {DECIDED}, CLOSED),
        withdraw("WEB-6", WAITING, WITHDRAWN),
    ),
)
