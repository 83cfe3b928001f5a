"""What is asked of whoever puts something beside a case, and of whoever takes it away again. Pure.

Putting: where it is, when it was seen, what it shows; of a file one thing more. Taking away: what is wrong with it, and why.
"""

from collections.abc import Mapping

from askfirst.casework.corrected import MENDS
from askfirst.casework.fields import Choice, Day, Field
from askfirst.words import Sentence, say

__all__ = ["AWAY", "CONFIRMED", "FIELDS", "GROUND", "SAID", "TOOK_AWAY", "WHY"]

TOOK_AWAY = "took-away"
"""The entry that says that something beside the case was taken away; its `of` names the thing."""
SAID: Mapping[str, Sentence] = {**MENDS, TOOK_AWAY: say("Something beside it was taken away")}
"""What a timeline says of each entry that stands in no table."""

LINK = Field(
    "link",
    say("Where is it?"),
    say("Paste its address, or leave it empty."),
    hint=say("Paste its address. We do not open it."),
    needed=False,
    lines=1,
    link=True,
)
SEEN_ON = Field(
    "seen_on",
    say("On which day did you see it?"),
    say("Give the day you saw it."),
    hint=say("Such as 24/11/2026."),
    needed=False,
    day=Day.PAST,
    lines=1,
)
ABOUT = Field(
    "about",
    say("What does it show?"),
    say("Say in a few words what it shows."),
    hint=say("A few words are enough. Name no more people than you must."),
    lines=3,
)
CONFIRMED = Field(
    "confirmed",
    say("It is no sexual image of anyone under 18"),
    say("Tick that it is no sexual image of anyone under 18. If it is, send nothing."),
    needed=False,
    lines=0,
)
FIELDS = (LINK, SEEN_ON, ABOUT, CONFIRMED)

GROUND = Field(
    "ground",
    say("What is wrong with it?"),
    say("Choose what is wrong with it."),
    choices=(
        Choice("wrong", say("It is the wrong file or link")),
        Choice("others", say("Somebody else’s data is in it")),
        Choice("early", say("It is not needed any more, and the case is")),
    ),
    lines=1,
)
WHY = Field(
    "reason",
    say("Why is it taken away?"),
    say("Say why it is taken away."),
    hint=say("Whoever deals with the case reads this. Do not repeat what was in it."),
    lines=3,
)
AWAY = (GROUND, WHY)
