"""What is asked of whoever wants a post of somebody’s taken down: evidence first (A29), then which, who, how, and in what words. Pure."""

from askfirst.casework.fields import Choice, Field
from askfirst.words import say

__all__ = ["HOW", "MOST_LINKS", "OPENING", "PAGES", "SHORT"]

MOST_LINKS = 10
EVIDENCE = Field(
    "evidence",
    say("Is it evidence of something wrong?"),
    say("Choose an answer. “I’m not sure” is fine too."),
    hint=say("Such as bullying, a threat, or something the school should know."),
    choices=(Choice("yes", say("Yes")), Choice("no", say("No")), Choice("not-sure", say("I’m not sure"))),
    lines=1,
)
KEPT = Field(
    "kept",
    say("I have kept a note of it, or somebody I trust has seen it"),
    say("Keep a note of it first, or show somebody you trust. Then tick this."),
    hint=say("Never copy a sexual picture."),
    lines=0,
    where={"evidence": ("yes", "not-sure")},
)
LINK = Field(
    "links",
    say("Where is it?"),
    say("Paste a link, or say which post it is."),
    hint=say("Paste the link. Use a new line for each one. We do not open it."),
    lines=3,
    instead="item",
)
ITEM = Field(
    "item",
    say("Which picture or words is it?"),
    say("Say which post it is, or paste a link."),
    hint=say("Such as “the second picture of the race”. Leave names out."),
    needed=False,
    lines=2,
)
WHO = Field(
    "who",
    say("Who posted it?"),
    say("Choose who posted it. “Someone else” is fine too."),
    choices=(
        Choice("student", say("A student")),
        Choice("staff", say("Someone who works here")),
        Choice("else", say("Someone else, or I do not know")),
    ),
    lines=1,
)
HOW = Field(
    "how",
    say("Who should ask them?"),
    say("Choose who should ask them."),
    choices=(
        Choice("here", say("AskFirst sends it to them for me")),
        Choice("copy", say("I send the words myself")),
        Choice("school", say("The school asks for me")),
    ),
    lines=1,
)
POSTER = Field(
    "poster",
    say("What is their name?"),
    say("Write their whole name, or leave it empty."),
    hint=say("Write the whole name. You can leave it empty if the school asks."),
    needed=False,
    lines=1,
    where={"how": ("here", "school"), "who": ("student", "staff")},
)
ASK = Field(
    "ask",
    say("What would you like?"),
    say("Choose what you would like."),
    choices=(
        Choice("down", say("Take it down")),
        Choice("me-out", say("Cut me out, or blur me")),
        Choice("untag", say("Take my name or tag off")),
    ),
    lines=1,
)
WHY = Field(
    "why",
    say("A few kind words for them"),
    say("Add a few words, or leave it empty."),
    hint=say("They read this. Blame nobody, and leave names out."),
    needed=False,
    lines=3,
)
NAME = Field(
    "name",
    say("May we say who asks?"),
    say("Say if we may pass on your name."),
    choices=(Choice("yes", say("Yes, you may say it is me")), Choice("no", say("No, leave my name out"))),
    where={"how": ("here", "school")},
    lines=1,
)
ALONE = Field(
    "alone",
    say("Are you the only one in it?"),
    say("Say if you are the only one in it."),
    hint=say("Then they may guess that it is you who asks."),
    choices=(Choice("yes", say("Yes")), Choice("no", say("No")), Choice("not-sure", say("I’m not sure"))),
    where={"how": ("here", "school"), "name": ("no",)},
    lines=1,
)
CHILD = Field("child", say("Which child is it about?"), say("Choose which child it is about."), needed=False, lines=1)

OPENING = (EVIDENCE, KEPT, LINK, ITEM, WHO, HOW, POSTER, ASK, WHY, NAME, ALONE, CHILD)
PAGES = (("evidence", "kept"), ("links", "item"), ("who",), ("how", "poster"), ("ask", "why"), ("name", "alone"), ("child",))
"""What is asked together, a page each."""
SHORT = (("evidence", "kept", "links", "item", "who", "how", "poster", "ask", "why", "name", "alone", "child"),)
"""The same as one page, for whoever comes by a link."""
