"""What a group only for learning asks to be filled in, and the school-owned address. Pure. Source: workflows.md 3.12, SNS-6, SNS-7, A23."""

from dataclasses import replace

from askfirst.casework.fields import Choice, Day, Field
from askfirst.words import say

__all__ = ["AGES", "LOGIN", "MESSAGES", "OPENING", "READ_BY_BOTH", "READ_ON", "SAFE", "SECOND"]

SAFE = frozenset({"off", "logged"})

ABOUT_PAGE = Field("about_page", say("Which page is the group part of?"), say("Choose one of your department’s pages."), lines=1)
GROUP = Field("group", say("What is the group called?"), say("Give the group a name."), lines=1)
SERVICE = Field("service", say("Which app or site is it on?"), say("Say which app or site it is on."), lines=1)
PURPOSE = Field(
    "purpose",
    say("What do they learn in it?"),
    say("Say what they learn in it."),
    hint=say("It must be only for learning (SNS-6)."),
    lines=3,
)
SECOND = Field(
    "second", say("Who is the second adult?"), say("Name the second adult who runs it."),
    hint=say("Somebody who is employed here, not through an agency. A fixed-term contract is fine."), lines=1,
)  # fmt: skip
LOGIN = Field(
    "login", say("Which e-mail address signs in to it?"), say("Give the address that signs in."),
    hint=say("It must belong to the school."), lines=1,
)  # fmt: skip
AGES = Field(
    "ages", say("Is everybody in it old enough for the app?"), say("Say if everybody is old enough for the app."),
    hint=say("Our guide to the app says from which age."), choices=(Choice("yes", say("Yes")), Choice("no", say("No, or I’m not sure"))),
)  # fmt: skip
MESSAGES = Field(
    "messages", say("Can you and a student write in private?"), say("Say how private messages are handled."),
    choices=(
        Choice("off", say("No, private messages are off")),
        Choice("logged", say("Yes, and the school keeps a log")),
        Choice("open", say("Yes, and nobody else sees them")),
    ),
)  # fmt: skip
READ_ON = Field("read_on", say("On which day?"), say("Give the day it was read."), hint=say("Such as 23/11/2026."), day=Day.PAST, lines=1)
READ_BY_BOTH = Field("both", say("The second adult has read it too"), say("Tick it, or leave it."), needed=False, lines=0)
OPENING = (
    ABOUT_PAGE,
    GROUP,
    SERVICE,
    PURPOSE,
    replace(SECOND, needed=False),
    replace(LOGIN, needed=False),
    replace(AGES, needed=False),
    replace(MESSAGES, needed=False),
)
