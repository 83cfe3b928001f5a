"""What the student route asks to be filled in: the talk, the student's own account, the finding, whom we told, the decision. Pure.

Source: workflows.md 3.15; readings A8, A45 to A50. What a family reads names no other student: `families` looks at those words.
"""

from askfirst.casework.fields import Choice, Day, Field
from askfirst.words import say

__all__ = [
    "ACCOUNT", "BEFORE", "BY_REFERENCE", "DECIDED", "EVIDENCE", "FAMILY_READS", "FINDING", "MORE", "NONE", "OUTCOME", "OUTSIDE",
    "OWN_WORDS", "POLICY", "REASON", "SERIOUS", "TALK", "TOLD_CARE", "TOLD_PARENT",
]  # fmt: skip

NONE, SERIOUS = "none", "serious"
BY_REFERENCE = ("student-suspension", "permanent-exclusion")

BEFORE = (
    Field(
        "summary",
        say("What is it about?"),
        say("Say what it is about, in facts."),
        hint=say("Say nothing of who told us."),
        lines=5,
    ),
)
MORE = (Field("text", say("What should the Head of Year know?"), say("Add a word, or leave it empty."), needed=False, lines=3),)
REASON = Field("reason", say("Why?"), say("Give the reason."), lines=3)
OUTSIDE = (
    Field("passed_on", say("On which day was it passed on?"), say("Give the day."), hint=say("Such as 24/11/2026."), day=Day.PAST, lines=1),
    Field("number", say("Its reference there"), say("Give the reference it has there."), lines=1),
)
TALK = (
    Field(
        "talked_on", say("On which day did you talk?"), say("Give the day you talked."), hint=say("Such as 23/11/2026."), day=Day.PAST,
        lines=1,
    ),
    Field("notes", say("What did you talk about?"), say("Write down what you talked about."), lines=6),
    Field(
        "support",
        say("What support did the student need?"),
        say("Say what support the student needed, or write “None”."),
        hint=say("Such as SEND support, an interpreter, or somebody with them."),
        lines=3,
    ),
)  # fmt: skip
ACCOUNT = Field(
    "text",
    say("What did the student say?"),
    say("Write down what the student said, in their own words."),
    hint=say("The student reads this. If they said nothing, write that."),
    lines=6,
)
OWN_WORDS = Field("text", say("What would you like to say?"), say("Write what you would like to say."), lines=6)
EVIDENCE = Field(
    "evidence",
    say("What else was seen, and by whom?"),
    say("Say what else was seen, and by whom."),
    hint=say("Such as the post itself, seen by you on a day."),
    lines=4,
)
FINDING = (
    Field(
        "outcome",
        say("What was found?"),
        say("Choose what was found."),
        choices=(
            Choice(NONE, say("No misconduct")),
            Choice("misconduct", say("Misconduct")),
            Choice(SERIOUS, say("Serious misconduct: a parent or carer is told today")),
        ),
        lines=1,
    ),
    REASON,
)
FAMILY_READS = Field(
    "summary",
    say("What it is about"),
    say("Write what the family reads."),
    hint=say("The family reads this. Write about their own child alone. Name no other student."),
    lines=6,
)
WAY = Field(
    "way",
    say("How did you tell them?"),
    say("Choose how you told them."),
    choices=(Choice("met", say("We met")), Choice("rang", say("By phone")), Choice("wrote", say("In writing"))),
    lines=1,
)
TOLD_ON = Field("told_on", say("On which day?"), say("Give the day you told them."), hint=say("Such as 23/11/2026."), day=Day.PAST, lines=1)
TOLD_PARENT = (
    Field(
        "who",
        say("Whom did you tell?"),
        say("Name somebody who may be told."),
        hint=say("Somebody named on this page. Leave it empty where there is only one."),
        needed=False,
        lines=1,
    ),
    TOLD_ON,
    WAY,
)
TOLD_CARE = (TOLD_ON, WAY)
POLICY = (Field("number", say("Its reference under the behaviour policy"), say("Give its reference under the behaviour policy."), lines=1),)
DECIDED = (
    Field(
        "outcome",
        say("What did you decide?"),
        say("Choose what you decided."),
        choices=(
            Choice("student-suspension", say("Student suspension")),
            Choice("permanent-exclusion", say("Permanent exclusion")),
            Choice(NONE, say("Neither of the two")),
        ),
        lines=1,
    ),
    Field("decided_on", say("On which day?"), say("Give the day you decided."), hint=say("Such as 23/11/2026."), day=Day.PAST, lines=1),
    Field(
        "number",
        say("The reference of the decision"),
        say("Give the reference of the decision. The notice itself is not kept here."),
        where={"outcome": BY_REFERENCE},
        lines=1,
    ),
)
OUTCOME = Field(
    "result",
    say("What came of it"),
    say("Write what the student and the family read."),
    hint=say("The student and the family read this. Name no other student."),
    lines=6,
)
