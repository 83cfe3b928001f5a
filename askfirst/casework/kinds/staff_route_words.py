"""What the staff route asks to be filled in: the worksheet of the lawful-speech check, what the person is told, the outcome. Pure.

Source: workflows.md 3.14; readings A6, A7 and A8; law-and-facts.md (lawful speech). No clause is ticked before somebody in HR ticks it.
"""

from askfirst.casework.fields import Choice, Day, Field
from askfirst.casework.kinds.talks import HOW, MET_ON
from askfirst.words import say

__all__ = [
    "ACCOUNT", "CHECK", "CLAUSES", "CODE", "DECIDED", "GONE_ON", "GO_ON", "MARKED", "NOTE", "PROTECTED", "REASON", "REMARK", "SAFEGUARDING",
    "SUBJECT_READS", "SUMMARY", "TALK", "WORKSHEET",
]  # fmt: skip

GO_ON, PROTECTED, REMARK = "go-on", "protected", "remark"
THEY_READ = say("The person it is about reads this. Say nothing of who told us.")

WORKSHEET = tuple(
    Field(id, says, say("Write a line for each part of the check, such as “Does not come in.”"), hint=hint, lines=2)
    for id, says, hint in (
        ("belief", say("Is it about a religion or belief?"), say("A belief may be held and said, even one that others dislike.")),
        ("union", say("Is it about union work?"), say("Union work is protected.")),
        ("whistleblowing", say("Does it tell of something wrong, for the good of others?"),
         say("Whoever tells of a wrong is protected by law.")),
        ("politics", say("Is it about politics?"), say("Staff may have views, and say them.")),
        ("audience", say("Who could read it?"), None),
        ("reach", say("How far did it go?"), None),
        ("link", say("What has it to do with the school?"), None),
        ("harm", say("What harm did it do, in fact?"), None),
        ("lesser", say("Would a lesser step do?"), say("Such as a talk, or taking the post down.")),
    )
)  # fmt: skip
"""What was weighed before anything rests on what somebody said."""
CLAUSES = {
    "pri_1": "PRI-1", "pri_2": "PRI-2", "pri_3": "PRI-3", "pri_4": "PRI-4",
    "con_10": "CON-10", "con_11": "CON-11", "con_12": "CON-12", "web_2": "WEB-2",
}  # fmt: skip
"""What HR may pick; nothing is picked by itself."""
PICKED = tuple(
    Field(field, say("{clause} comes in", clause=clause), say("Tick it, or leave it."), needed=False, lines=0)
    for field, clause in CLAUSES.items()
)
ANSWER = Field(
    "outcome",
    say("What does the check say?"),
    say("Choose what the check says."),
    choices=(
        Choice(PROTECTED, say("It is lawful speech: no step may rest on it")),
        Choice(GO_ON, say("It may be looked at further")),
    ),
    lines=1,
)
REASON = Field("reason", say("Why?"), say("Give the reason."), lines=3)
CHECK = (*WORKSHEET, ANSWER, REASON, *PICKED)

SUMMARY = Field("summary", say("What is it about?"), say("Say what it is about, in facts."), hint=THEY_READ, lines=5)
SUBJECT_READS = (
    SUMMARY,
    Field("clauses", say("Which clauses come in?"), say("Name the clauses, such as CON-10."), lines=1),
    Field("next", say("What happens next?"), say("Say what happens next, and by when."), hint=THEY_READ, lines=3),
    Field(
        "rights",
        say("What are their rights?"),
        say("Say what their rights are."),
        hint=say("Such as to give their own account, and to bring somebody with them."),
        lines=3,
    ),
)
ACCOUNT = Field("text", say("What would you like to say?"), say("Write what you would like to say."), lines=8)
NOTE = Field("note", say("What should they know?"), say("Write a line. They will read it."), lines=3)
MARKED = (
    Field(
        "sort",
        say("What is it?"),
        say("Choose what it is."),
        choices=(
            Choice("fact", say("What happened, or what somebody saw")),
            Choice(REMARK, say("A remark: what somebody thinks")),
        ),
        lines=1,
    ),
    Field(
        "text", say("What is it?"), say("Write it down."), hint=say("Write nothing about safeguarding here. Use “Pause” for that."), lines=5
    ),
)
SAFEGUARDING = Field(
    "text", say("What should the safeguarding lead know?"), say("Write a line for the safeguarding lead."),
    hint=say("Only the safeguarding lead reads this, and you."), lines=4,
)  # fmt: skip
TALK = (HOW, MET_ON, NOTE)
CODE = Field(
    "outcome",
    say("What was decided?"),
    say("Choose what was decided."),
    choices=(
        Choice("no-case", say("No case")),
        Choice("informal", say("Settled informally")),
        Choice("first-warning", say("First written warning")),
        Choice("final-warning", say("Final written warning")),
        Choice("dismissal", say("Dismissal")),
        Choice("resigned", say("They resigned")),
        Choice("other", say("Something else")),
    ),
    lines=1,
)
DECIDED = (
    CODE,
    Field(
        "decided_by",
        say("Who decided it?"),
        say("Name who decided it."),
        hint=say("A name or a username. Not somebody it is about."),
        lines=1,
    ),
    Field("decided_on", say("On which day?"), say("Give the day it was decided."), hint=say("Such as 23/11/2026."), day=Day.PAST, lines=1),
)
GONE_ON = Field(
    "gone_on",
    say("On which day did the staff file go?"),
    say("Give the day on which the staff file went."),
    hint=say("What is here then goes with the next disposal run, for good."),
    day=Day.PAST,
    lines=1,
)
