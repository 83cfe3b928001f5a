"""What is asked of whoever puts something beside a case: where it is, when it was seen, what it shows; of a file one thing more. Pure."""

from askfirst.casework.fields import Day, Field
from askfirst.words import say

__all__ = ["CONFIRMED", "FIELDS"]

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
