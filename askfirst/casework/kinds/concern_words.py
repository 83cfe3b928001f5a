"""What a concern asks of whoever tells of it, the safeguarding lead, whoever weighs it, HR. Pure. Source: workflows.md 3.13."""

from askfirst.casework.fields import Choice, Day, Field
from askfirst.words import say

__all__ = [
    "ACCOUNT",
    "AGAIN",
    "CHOSEN",
    "CLAUSES",
    "DANGER",
    "DECEIT",
    "EVIDENCE",
    "LAWFUL",
    "MERGED_WITH",
    "NOTE",
    "NOT_LAWFUL",
    "OPENING",
    "OUTCOME",
    "OUTSIDE_REF",
    "REASON",
    "RELEASED",
    "SENT_ON",
    "SUBJECT_READS",
    "UNKNOWN",
    "WEIGHED_WORDS",
    "WHAT_ELSE",
]  # fmt: skip

UNKNOWN, LAWFUL, NOT_LAWFUL, DANGER = "not-known", "lawful", "not-lawful", "danger"

DANGER_NOW = Field(
    DANGER,
    say("Has a child been hurt, or could one be?"),
    say("Choose an answer. “I’m not sure” is fine too."),
    choices=(Choice("no", say("No")), Choice("yes", say("Yes")), Choice("not-sure", say("I’m not sure"))),
    lines=1,
)
PICTURE = Field(
    "picture",
    say("It is a sexual picture of somebody under 18"),
    say("Tick it, or leave it."),
    hint=say("Then stop here. Do not copy it or send it."),
    needed=False,
    lines=0,
)
WHERE = Field(
    "where",
    say("Where is it?"),
    say("Say where it is: a link, or the name of the app."),
    hint=say("A link, or the name of the app. We do not open it."),
    lines=2,
    link=True,
)
WHEN = Field("when", say("When was it?"), say("Say when it was, as well as you can."), hint=say("About when is fine."), lines=1)
WHAT = Field(
    "what",
    say("What happened?"),
    say("Say what happened."),
    hint=say("Say what you saw. Copy no pictures of children."),
    lines=6,
)
ABOUT = Field(
    "about",
    say("Who is it about?"),
    say("Choose who it is about. You do not have to know."),
    choices=(
        Choice("staff", say("Somebody who works here")),
        Choice("student", say("A student")),
        Choice("parent", say("A parent or carer")),
        Choice("account", say("An account nobody knows")),
        Choice(UNKNOWN, say("I don’t know")),
    ),
    lines=1,
)
NAME = Field(
    "name",
    say("Their name, if you know it"),
    say("Give the name, or leave it empty."),
    hint=say("We do not tell you if we know the name."),
    needed=False,
    lines=1,
)
HURT = Field(
    "hurt",
    say("Whom did it hurt?"),
    say("Choose whom it hurt."),
    choices=(
        Choice("me", say("Me")),
        Choice("child", say("My child")),
        Choice("somebody", say("Somebody else")),
        Choice("nobody", say("Nobody I know of")),
    ),
    lines=1,
)
HURT_NAME = Field("hurt_name", say("The name of whom it hurt"), say("Give the name, or leave it empty."), needed=False, lines=1)
SCHOOL = Field("school", say("Which school is it?"), say("Choose the school."), lines=1)
OPENING = (PICTURE, DANGER_NOW, WHERE, WHEN, WHAT, ABOUT, NAME, HURT, HURT_NAME, SCHOOL)

CHOSEN = Field(
    "triage",
    say("Who weighs it?"),
    say("Choose who weighs it."),
    choices=(
        Choice("usual", say("Whoever usually does")),
        Choice("pastoral", say("The alternate pastoral lead")),
        Choice("hr", say("HR")),
        Choice("head", say("The Headteacher")),
    ),
    lines=1,
)
REASON = Field("reason", say("Why?"), say("Give the reason."), lines=3)
NOTE = Field(
    "note",
    say("What do you tell them?"),
    say("Write what you tell them."),
    hint=say("Whoever told us reads this. Name nobody."),
    lines=3,
)
OUTSIDE_REF = (
    Field("passed_on", say("On which day was it passed on?"), say("Give the day."), hint=say("Such as 24/11/2026."), day=Day.PAST, lines=1),
    Field("number", say("Its reference there"), say("Give the reference it has there."), lines=1),
)
RELEASED = Field(
    "outcome",
    say("To whom does it open again?"),
    say("Choose to whom it opens."),
    choices=(
        Choice("handlers", say("Whoever was dealing with it")),
        Choice("everyone", say("They, and whoever had been told")),
    ),
    lines=1,
)
CLAUSES = {
    "pri_1": "PRI-1", "pri_2": "PRI-2", "pri_3": "PRI-3", "pri_4": "PRI-4",
    "con_2": "CON-2", "con_10": "CON-10", "con_11": "CON-11", "con_12": "CON-12", "web_2": "WEB-2",
}  # fmt: skip
"""What whoever weighs it may pick; nothing is picked by itself."""
WEIGHED_WORDS = (
    Field(
        "safeguarding",
        say("Could a child be at risk?"),
        say("Say if a child could be at risk."),
        choices=(Choice("no", say("No")), Choice("yes", say("Yes, or I’m not sure"))),
        lines=1,
    ),
    Field(
        "lawful",
        say("Is it lawful speech?"),
        say("Say if it is lawful speech."),
        hint=say("A view may be held and said, even one that others dislike."),
        choices=(Choice(LAWFUL, say("Yes: nobody may be sanctioned for it")), Choice(NOT_LAWFUL, say("No, or it needs a closer look"))),
        lines=1,
    ),
    REASON,
    *(
        Field(field, say("{clause} comes in", clause=clause), say("Tick it, or leave it."), needed=False, lines=0)
        for field, clause in CLAUSES.items()
    ),
)
WHAT_ELSE = Field(
    "evidence",
    say("What else was seen, and by whom?"),
    say("Say what else was seen, and by whom."),
    hint=say("Such as the post itself, seen by you on a day."),
    lines=4,
)
EVIDENCE = (WHAT_ELSE,)
SENT_ON = (
    Field(
        "summary",
        say("What is it about?"),
        say("Say what it is about, in facts."),
        hint=say("Say nothing of who told us."),
        lines=5,
    ),
)
MERGED_WITH = Field("case", say("Which concern is it the same as?"), say("Choose which concern it is the same as."), lines=1)
OUTCOME = Field(
    "outcome",
    say("What came of it?"),
    say("Choose what came of it."),
    choices=(
        Choice("substantiated", say("Substantiated: it was so")),
        Choice("unsubstantiated", say("Unsubstantiated: it could not be shown, either way")),
        Choice("unfounded", say("Unfounded: there was nothing in it")),
        Choice("false", say("False: it was shown not to be so")),
    ),
    lines=1,
)
DECEIT = Field(
    "evidence",
    say("What shows that somebody meant to deceive?"),
    say("Say what shows that somebody meant to deceive. Without it, choose “false”."),
    lines=4,
)
SUBJECT_READS = (
    Field(
        "summary",
        say("What is it about?"),
        say("Say what it is about, in facts."),
        hint=say("They read this. Say nothing of who told us."),
        lines=5,
    ),
    Field("clauses", say("Which clauses come in?"), say("Name the clauses, such as CON-10."), lines=1),
    Field("next", say("What happens next?"), say("Say what happens next, and by when."), lines=3),
    Field("rights", say("What are their rights?"), say("Say what their rights are."), lines=3),
)
AGAIN = Field(
    "outcome",
    say("What do you say?"),
    say("Choose what you say."),
    choices=(Choice("stands", say("It stays as it was")), Choice("open", say("It is weighed again"))),
    lines=1,
)
ACCOUNT = Field("text", say("What would you like to say?"), say("Write what you would like to say."), lines=6)
