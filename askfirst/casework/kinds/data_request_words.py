"""What is asked of whoever asks about personal data, and of the officer who answers. Pure. Source: workflows.md 3.19, rulings 4 and 7."""

from askfirst.casework.fields import Choice, Field
from askfirst.words import say

__all__ = ["BACK", "HIDES", "HOW", "LEAVES", "MORE", "NOTE", "OPENING", "PART", "STAYS", "TOLD", "WHY", "WHY_LONGER", "WHY_PART", "WORDS"]

WANT = Field(
    "want",
    say("What would you like?"),
    say("Choose what you would like."),
    choices=(
        Choice("copy", say("A copy of the data")),
        Choice("wrong", say("To say that something went wrong with the data")),
    ),
    lines=1,
)
CHILD = Field("child", say("Who is it about?"), say("Choose who it is about."), needed=False, lines=1)
WHICH = Field(
    "which",
    say("What should we look for?"),
    say("Say what to look for, or leave it empty."),
    hint=say("Such as e-mails about a trip. Leave it empty for all of it."),
    needed=False,
    where={"want": ("copy",)},
    lines=3,
)
TEXT = Field(
    "text",
    say("What went wrong?"),
    say("Say what went wrong with the data."),
    hint=say("Say what happened, and when. The law calls this a data protection complaint."),
    where={"want": ("wrong",)},
)
HANDLED = Field(
    "handled",
    say("Is it about what the Data Protection Officer did?"),
    say("Say whether it is about what they did."),
    hint=say("If so, they do not see it. Somebody else looks at it."),
    choices=(Choice("no", say("No")), Choice("yes", say("Yes"))),
    needed=False,
    where={"want": ("wrong",)},
    lines=1,
)
OPENING = (WANT, CHILD, WHICH, TEXT, HANDLED)

BACK = (
    Field(
        "what",
        say("What do you need to know?"),
        say("Choose what you need to know."),
        choices=(Choice("who", say("That it is really them")), Choice("which", say("What they mean"))),
        lines=1,
    ),
    Field(
        "text",
        say("Your question"),
        say("Write your question."),
        hint=say("Ask for no more than you need. The month goes on meanwhile."),
        lines=3,
    ),
)
TOLD = Field(
    "text",
    say("Your answer"),
    say("Write your answer."),
    hint=say("Send no passport and no bank card. You can say who at school knows you."),
    lines=3,
)
WHY_LONGER = Field("reason", say("Why does it take longer?"), say("Say why it takes longer."), hint=say("They read this."), lines=3)
HOW = Field(
    "how",
    say("How did they get it?"),
    say("Choose how they got it."),
    choices=(
        Choice("mail", say("By e-mail")),
        Choice("paper", say("On paper")),
        Choice("seen", say("Shown to them in person")),
        Choice("told", say("Told in words")),
    ),
    lines=1,
)
NOTE = Field(
    "note",
    say("What did they get, or what was found?"),
    say("Say in a few words what they got, or what was found."),
    hint=say("They read this. Do not put the copy itself here: it is not kept."),
    lines=3,
)
WHY_PART = Field(
    "reason",
    say("What is held back, and why?"),
    say("Say what is held back, and why."),
    hint=say("They read this. Name the rule of law that lets you."),
    lines=4,
)
MORE = Field("text", say("Anything to add?"), say("Add a word, or leave it empty."), hint=say("You do not have to say why."), needed=False)

WORDS, PART, WHY, STAYS = "words", "part", "why", "stays"
REASONS = (
    Choice("somebody-else", say("It names somebody else")),
    Choice("their-account", say("It leads to somebody else: their account or address")),
    Choice("harm", say("Somebody could be hurt by it")),
    Choice("advice", say("It is advice of a lawyer")),
)
HIDES = (
    Field(
        WORDS,
        say("Which words?"),
        say("Give the words as they stand in the copy."),
        hint=say("As they stand in the copy. They are left out wherever they stand."),
        lines=1,
    ),
    Field(
        WHY,
        say("Why?"),
        say("Choose why."),
        choices=(*REASONS, Choice(STAYS, say("It may stay: it is their own, or they wrote it"))),
        lines=1,
    ),
)
"""Words that are left out of the copy, or may stay; what was said last of them counts."""
LEAVES = (
    Field(
        PART,
        say("Which part?"),
        say("Give the reference of the part, as it stands in the copy."),
        hint=say("Its reference, as it stands in the copy."),
        lines=1,
    ),
    Field(WHY, say("Why?"), say("Choose why."), choices=(*REASONS, Choice(STAYS, say("It may stay after all"))), lines=1),
)
"""A whole part that is left out of the copy, or may stay after all."""
