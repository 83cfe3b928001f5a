"""I would like to start a blog that says where I work (BLG-6, HYB-4 by A39): told before it starts, never approved. Pure.

Source: workflows.md 3.3, readings A36 to A41.
"""

from askfirst.casework.fields import Field
from askfirst.casework.kinds.talks import YES_NO
from askfirst.casework.kinds.yearly import ADDRESS, BRAND, LINE, NOTE_TO_MANAGER, POST, yearly
from askfirst.words import say

__all__ = ["PLAN"]

IDEA = Field("topic", say("What will it be about?"), say("Say in a few words what it will be about."), lines=LINE)
NAME = Field(
    "name",
    say("What will it be called?"),
    say("Give its name, or leave this empty."),
    hint=say("A pen name is fine. Only your line manager and HR see it."),
    needed=False,
    lines=LINE,
)
SAYS = Field("says", say("Will it say, in any way, that you work here?"), say("Say if it will show where you work."), choices=YES_NO)

PLAN = yearly(
    "plan",
    says=say("A planned blog"),
    first="planned",
    waits=say("planned, and waiting for a talk"),
    opening=(IDEA, NAME, ADDRESS, BRAND, SAYS, POST, NOTE_TO_MANAGER),
    clause="BLG-6",
)
