"""I have a blog or a site that says where I work (BLG-4, BLG-5): told, talked about, looked at again each year. Pure.

Source: workflows.md 3.2, readings A35, A36, A38 and A40.
"""

from dataclasses import replace

from askfirst.casework.fields import Choice, Day, Field
from askfirst.casework.kinds.talks import YES_NO
from askfirst.casework.kinds.yearly import ADDRESS, BRAND, LINE, NOTE_TO_MANAGER, POST, yearly
from askfirst.words import say

__all__ = ["CHECKED_ON", "DECLARATION", "PAGE_CHECK", "PROFILE"]

PROFILE = "profile"
"""A profile or bio: advice alone, and nothing to declare (A35)."""
WHAT = Field(
    "what",
    say("What do you have?"),
    say("Choose what you have."),
    choices=(
        Choice("blog", say("A blog or a website")),
        Choice("newsletter", say("A newsletter")),
        Choice("channel", say("A channel or a podcast")),
        Choice(PROFILE, say("Only a profile that names where I work")),
    ),
)
TOPIC = Field("topic", say("What is it about?"), say("Say in a few words what it is about."), lines=LINE)
SAYS = Field("says", say("Does it say, in any way, that you work here?"), say("Say if it shows where you work."), choices=YES_NO)
DISCLAIMER = Field(
    "disclaimer",
    say("Does it say that your views are your own?"),
    say("Say if it has such words."),
    hint=say("Where a reader sees it first, without scrolling."),
    choices=YES_NO,
    where={"says": ("yes", "unsure")},
)
PAGE_CHECK = Field(
    "page_check",
    say("What did a check of the page find?"),
    say("Say what the check found, or leave this empty."),
    hint=say("Only where you had it checked and want to say so."),
    choices=(Choice("pass", say("A reader sees the note")), Choice("missing", say("No note that a reader sees"))),
    needed=False,
    lines=LINE,
    where={"says": ("yes", "unsure")},
)
"""Pass or missing, never the page: somebody adds it who had it looked at from here (S07)."""
CHECKED_ON = Field(
    "page_checked_on",
    say("On which day was it checked?"),
    say("Give the day of the check."),
    needed=False,
    lines=LINE,
    day=Day.PAST,
    where={"page_check": ("pass", "missing")},
)

DECLARATION = yearly(
    "declaration",
    says=say("A blog or page"),
    first="told",
    waits=say("waiting for a talk"),
    opening=(WHAT, TOPIC, ADDRESS, BRAND, SAYS, DISCLAIMER, PAGE_CHECK, CHECKED_ON, POST, replace(NOTE_TO_MANAGER)),
    clause="BLG-5",
)
