"""Something on my page may be a conflict of interest (WEB-5): it must be talked about, and cannot be put aside. Pure.

Source: workflows.md 3.5, readings A2, A36 and A38, MAN-3.
"""

from dataclasses import replace

from askfirst.casework.fields import Field
from askfirst.casework.kinds.reopened import reopen
from askfirst.casework.kinds.talks import (
    CONFIRM_BY,
    CONFIRMING,
    FACTORS,
    LEFT,
    NOTE,
    REFER_TO,
    STEPS,
    TALKED,
    TOLD,
    ask_again,
    confirm,
    confirm_want,
    decides,
    fits,
    follows,
    hand_on,
    left,
    marks,
    outcome,
    reply,
    sends,
    settle,
    talk,
    talk_want,
    withdraw,
)  # fmt: skip
from askfirst.casework.kinds.yearly import LINE, POST
from askfirst.casework.workflow import Closing, Days, File, Hat, Step, Want, Workflow
from askfirst.words import say

__all__ = ["INTEREST"]

SETTLED, CLOSED, WITHDRAWN = "settled", "closed", "withdrawn"
WAITING = frozenset({TOLD, TALKED})
TIME_TO_TALK = Days(remind=3, due=5, climb=6)
WHAT = Field(
    "text",
    say("What might clash with your work?"),
    say("Say in a line what might clash with your work."),
    hint=say("Such as: my blog praises a firm I own a share in."),
)
ABOUT = Field(
    "about",
    say("Is somebody at work part of it?"),
    say("Give their name, or leave this empty."),
    hint=say("Their name. They cannot see this, nor can anybody in their family."),
    needed=False,
    lines=LINE,
)
OUTCOME = outcome(
    ("no-conflict", say("No conflict")),
    ("managed", say("Managed: we agreed on steps")),
    ("recuse", say("Recuse: they take no part in the matter")),
    ("instruction", say("An instruction follows, with its own rights (MAN-2)")),
    ("referred", say("Referred: somebody else should look at it")),
)
WITH_STEPS = {"outcome": ("managed", "recuse")}


def wants(file: File) -> tuple[Want, ...]:
    if file.state in WAITING:
        return (talk_want(file, TIME_TO_TALK),)
    return (confirm_want(file),) if file.state == CONFIRMING else ()


INTEREST = Workflow(
    kind="interest",
    says=say("A possible conflict of interest"),
    first=TOLD,
    over=frozenset({SETTLED, CLOSED, WITHDRAWN}),
    states={
        TOLD: say("waiting for a talk"),
        TALKED: say("talked about"),
        CONFIRMING: say("settled, with steps to take"),
        SETTLED: say("settled"),
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
    closes={SETTLED: Closing(days=10, step="finish")},
    opening=(WHAT, ABOUT, POST),
    steps=(
        settle(
            "WEB-5",
            WAITING,
            (OUTCOME, *FACTORS, NOTE, replace(STEPS, where=WITH_STEPS), replace(CONFIRM_BY, where=WITH_STEPS), REFER_TO),
            {"no-conflict": SETTLED, "managed": CONFIRMING, "recuse": CONFIRMING, "instruction": SETTLED, "referred": TALKED},
        ),
        talk("WEB-5", WAITING),
        hand_on("WEB-5", WAITING),
        confirm("WEB-5", SETTLED),
        reply(frozenset({TALKED, SETTLED, CONFIRMING, CLOSED})),
        ask_again(frozenset({SETTLED, CONFIRMING})),
        Step(
            "finish",
            say("That settles it"),
            say("Finished"),
            frozenset({SETTLED}),
            CLOSED,
            frozenset({Hat.ASKER, Hat.ASKFIRST}),
            "WEB-5",
            tells=False,
        ),
        reopen("WEB-5", frozenset({SETTLED, CONFIRMING, CLOSED}), TOLD),
        left("WEB-5", WAITING | {SETTLED, CONFIRMING}, CLOSED),
        withdraw("WEB-5", WAITING, WITHDRAWN),
    ),
)
