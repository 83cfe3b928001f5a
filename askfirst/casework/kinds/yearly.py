"""A page of one's own that is looked at again each year: the rows that a declaration and a plan have in common. Pure.

Source: workflows.md 3.2 and 3.3; BLG-4 to BLG-6, HYB-3, HYB-4; readings A35, A36, A38, A41.
"""

from dataclasses import replace

from askfirst.casework.fields import Choice, Field
from askfirst.casework.kinds.reopened import REOPEN, reopen
from askfirst.casework.kinds.talks import (
    ASKED,
    ASKER,
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
    own_want,
    reply,
    sends,
    settle,
    talk,
    talk_want,
    withdraw,
)  # fmt: skip
from askfirst.casework.workflow import Closing, Days, File, Hat, Step, Want, Workflow
from askfirst.people.hats import person
from askfirst.words import Sentence, say

__all__ = ["ADDRESS", "BRAND", "LINE", "NOTE_TO_MANAGER", "POST", "RENAME_OWED", "yearly"]

SETTLED, REVIEW, ENDED, WITHDRAWN = "settled", "review-due", "ended", "withdrawn"
RENAME_OWED = "rename-owed"
TIME_TO_TALK, OWN_TIME = Days(remind=5, due=10, climb=11), Days(remind=10, due=20, climb=25)
TALK_DOES_NOT_FIT = say("Write why no talk is needed. They will read it.")
LINE = 1

ADDRESS = Field(
    "address",
    say("Where is it?"),
    say("Give its address, or leave this empty."),
    hint=say("You do not have to give the address. What it is about is enough."),
    needed=False,
    lines=LINE,
    link=True,
)
BRAND = Field(
    "brand",
    say("Does a name in its address stand for the school?"),
    say("Say whether the name stands for the school, or for a place."),
    hint=say("Some of our schools share their name with a place."),
    choices=(
        Choice("school", say("Yes, it stands for the school or the Trust")),
        Choice("place", say("No, it is a place, or something else")),
    ),
    needed=False,
    lines=LINE,
)
POST = Field("post", say("Which post is it about?"), say("Choose one of your posts, or leave this empty."), needed=False, lines=LINE)
NOTE_TO_MANAGER = Field("note", say("Anything they should know?"), say("Add a word, or leave this empty."), needed=False, lines=4)
STILL = frozenset({REVIEW})
OUTCOME = outcome(
    ("no-conflict", say("No conflict")),
    ("managed", say("Managed: we agreed on steps")),
    ("instruction", say("An instruction follows, with its own rights (MAN-2)")),
    ("referred", say("Referred: somebody else should look at it")),
)
WITH_STEPS = {"outcome": ("managed",)}
A_YEAR = say("A year has passed")
WHY = Field("reason", say("Why is no talk needed?"), TALK_DOES_NOT_FIT, hint=say("They will read this."), lines=3)


def yearly(kind: str, *, says: Sentence, first: str, waits: Sentence, opening: tuple[Field, ...], clause: str) -> Workflow:
    """The table of a page somebody told us about; `first` is the state in which it waits for the talk."""
    waiting = frozenset({first, TOLD, TALKED})
    heard = frozenset({TALKED, SETTLED, CONFIRMING, REVIEW, ENDED})

    def wants(file: File) -> tuple[Want, ...]:
        found = []
        if file.state in waiting:
            found.append(talk_want(file, TIME_TO_TALK))
            if file.has(RENAME_OWED) and not file.of("renamed"):
                again = str(len(file.of("ask-again", "changed", REOPEN)))  # asked of them anew, not of whoever would be next
                found.append(Want("renamed", of=again, first=person(file.asker), clock=OWN_TIME))
        if file.state == CONFIRMING:
            found.append(confirm_want(file))
        if file.state == REVIEW:
            found.append(own_want(file, "still-so", OWN_TIME))
        return tuple(found)

    return Workflow(
        kind=kind,
        says=says,
        first=first,
        over=frozenset({SETTLED, ENDED, WITHDRAWN}),
        states={
            first: waits,
            TOLD: say("waiting for a talk"),
            TALKED: say("talked about"),
            CONFIRMING: say("settled, with steps to take"),
            SETTLED: say("settled"),
            REVIEW: say("a year on, and asked if it is still so"),
            ENDED: say("ended"),
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
        closes={SETTLED: Closing(months=12, step="year-on")},
        opening=opening,
        steps=(
            settle(
                clause,
                waiting,
                (OUTCOME, *FACTORS, NOTE, replace(STEPS, where=WITH_STEPS), replace(CONFIRM_BY, where=WITH_STEPS), REFER_TO),
                {"no-conflict": SETTLED, "managed": CONFIRMING, "instruction": SETTLED, "referred": TALKED},
            ),
            # Should, not Must: the talk may be left out, with a reason the asker reads.
            Step(
                "set-aside",
                say("No talk is needed"),
                say("Settled without a talk"),
                waiting,
                SETTLED,
                ASKED,
                clause,
                fields=(WHY,),
                answers=True,
                want="settle",
            ),
            talk(clause, waiting),
            hand_on(clause, waiting),
            Step(
                "renamed",
                say("I have renamed it"),
                say("Renamed"),
                waiting,
                None,
                ASKER,
                "HYB-3",
                answers=True,
                beside=True,
                tells=False,
                back=True,
            ),
            confirm(clause, SETTLED),
            reply(heard),
            ask_again(frozenset({SETTLED, CONFIRMING})),
            Step(
                "year-on",
                say("A year has passed"),
                say("A year has passed"),
                frozenset({SETTLED}),
                REVIEW,
                frozenset({Hat.ASKFIRST}),
                clause,
                tells=False,
            ),
            Step("still-so", say("It is still so"), say("Still so"), STILL, SETTLED, ASKER, clause, answers=True, tells=False, back=True),
            Step(
                "changed",
                say("Something has changed"),
                say("Changed"),
                STILL | {SETTLED},
                TOLD,
                ASKER,
                clause,
                fields=(
                    replace(NOTE_TO_MANAGER, id="text", says=say("What has changed?"), missing=say("Say what has changed."), needed=True),
                ),
                tells=False,
            ),
            Step("ended", say("It has ended"), say("Ended"), STILL | {SETTLED, CONFIRMING}, ENDED, ASKER, clause, tells=False, back=True),
            reopen(clause, frozenset({SETTLED, CONFIRMING, ENDED}), TOLD),
            left(clause, waiting | {SETTLED, CONFIRMING, REVIEW}, ENDED),
            withdraw(clause, waiting, WITHDRAWN),
        ),
    )
