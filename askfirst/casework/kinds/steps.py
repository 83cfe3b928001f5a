"""A list of one's own: what somebody has done to have a post taken down, with reference numbers (CON-7 to CON-9). Pure.

Nothing is kept before it is saved, and then for them alone, until a student shares it with the tutor. Source: workflows.md 3.9.
"""

from collections.abc import Collection

from askfirst.casework.fields import Field
from askfirst.casework.workflow import OPEN_TO, SHUT_TO, File, Hat, Move, Need, Step, Taken, Want, Workflow
from askfirst.words import Sentence, say

__all__ = ["FIELDS", "STEPS", "TUTOR"]

KEPT, SHARED, CLOSED = "kept", "shared", "closed"
TUTOR = "tutor-of"
"""Stands in the clear from the opening on: the seat of the tutor, where there is one."""
ASKER = frozenset({Hat.ASKER})
FIELDS = (
    *(
        Field(id, says, say("Tick it, or leave it."), needed=False, lines=0)
        for id, says in (
            ("untagged", say("I have untagged myself")),
            ("hidden", say("I have hidden it")),
            ("blocked", say("I have blocked them")),
            ("reported", say("I have told the site or the app")),
            ("asked_school", say("I have asked the school")),
        )
    ),
    Field(
        "numbers",
        say("Reference numbers and days"),
        say("Write them down, or leave it empty."),
        hint=say("Such as the number of your report."),
        needed=False,
        lines=3,
    ),
)


def tutor_there(file: File) -> Collection[str]:
    """A tutor to share it with."""
    return () if file.of(TUTOR) else (TUTOR,)


def no_tutor(missing: str, who: Sentence) -> Sentence:
    return say("You have no tutor here to share it with. It stays yours alone.")


def wants(file: File) -> tuple[Want, ...]:
    return ()


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """Sharing lets the tutor in; taking it back shuts the door again."""
    tutor = file.last(TUTOR)
    move = {"share": OPEN_TO, "stop-sharing": SHUT_TO}.get(taken.step)
    return (Move(move, seat=tutor.seat),) if move and tutor else ()


BOTH = frozenset({KEPT, SHARED})
STEPS = Workflow(
    kind="steps",
    says=say("My own list: getting something taken down"),
    first=KEPT,
    over=frozenset({CLOSED}),
    states={KEPT: say("kept for them alone"), SHARED: say("shared with the tutor"), CLOSED: say("finished")},
    retention="R1",
    wants=wants,
    follows=follows,
    leaver="left",
    opening=FIELDS,
    steps=(
        Step("tick", say("Save these ticks"), say("Ticked"), BOTH, None, ASKER, "CON-8", fields=FIELDS, beside=True, tells=False),
        Step(
            "share",
            say("Share with my tutor"),
            say("Shared with the tutor"),
            frozenset({KEPT}),
            SHARED,
            ASKER,
            "CON-9",
            needs=(Need("tutor-there", "CON-9", tutor_there, no_tutor),),
            tells=False,
        ),
        Step("stop-sharing", say("Stop sharing"), say("Not shared any more"), frozenset({SHARED}), KEPT, ASKER, "CON-9", tells=False),
        Step("finish", say("Finish"), say("Finished"), BOTH, CLOSED, ASKER, "CON-8", tells=False),
        Step(
            "left",
            say("Ended, because they have left"),
            say("Ended, because they have left"),
            BOTH,
            CLOSED,
            frozenset({Hat.ASKFIRST}),
            "CON-8",
            tells=False,
        ),
    ),
)
