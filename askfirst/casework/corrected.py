"""Entries that put another one right or take its words out: of which they are, and who may read them. Pure."""

from collections.abc import Mapping

from askfirst.casework.fields import Choice, Field
from askfirst.casework.workflow import File, Step, Taken, Workflow
from askfirst.words import Sentence, say

__all__ = ["ENTRY", "FIELDS", "MENDS", "PUT_RIGHT", "RIGHT", "TAKEN_OUT", "TEXT", "WHY", "entry_of", "first_of", "row_of"]

PUT_RIGHT, TAKEN_OUT = "put-right", "taken-out"
MENDS: Mapping[str, Sentence] = {PUT_RIGHT: say("Something was put right"), TAKEN_OUT: say("Something was taken out")}
"""By the step that is written: what a timeline says of it."""

WHAT = Field(
    "outcome",
    say("What is to be done?"),
    say("Choose what is to be done."),
    choices=(
        Choice(PUT_RIGHT, say("Put it right: the old words stay beside the new")),
        Choice(TAKEN_OUT, say("Take it out: the old words are destroyed for good")),
    ),
    lines=1,
)
TEXT = Field(
    "text",
    say("What should stand there?"),
    say("Write what should stand there."),
    hint=say("Where something is taken out, write what may stay, or leave it empty."),
    needed=False,
    lines=5,
)
WHY = Field("reason", say("Why?"), say("Give the reason."), lines=3)
ENTRY = Field("entry", say("Which entry?"), say("Choose which entry it is."), lines=1)
FIELDS = (ENTRY, WHAT, TEXT, WHY)
RIGHT = (TEXT,)


def entry_of(taken: Taken) -> int:
    """The place in the case of the entry that one of MENDS is about."""
    return int(taken.of)


def first_of(file: File, taken: Taken) -> Taken:
    """What somebody wrote first, where this puts it right, or puts right what put it right; itself else."""
    while taken.step in MENDS and taken.of.isdigit():
        number = entry_of(taken)
        taken = next(one for one in file.taken if one.sequence == number)
    return taken


def row_of(workflow: Workflow, file: File, taken: Taken) -> Step | None:
    """The row of the table by which the words of a step are kept to some: of what it puts right, its own."""
    return workflow.step(first_of(file, taken).step)
