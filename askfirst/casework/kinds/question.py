"""Ask in doubt (BLG-3, BLG-8): a question to a line manager, or to somebody else without a reason; students ask whom they choose. Pure.

Source: workflows.md 3.1, rulings 7, 9 and 17.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from askfirst.casework.fields import BadField, Choice, Field, read_text
from askfirst.casework.kinds.reopened import REOPEN, decided_by, reopen
from askfirst.casework.workflow import OPEN, ROUTE, SHUT_TO, Closing, Days, File, Hat, Move, Step, Taken, Want, Workflow
from askfirst.words import say

__all__ = [
    "PASSED_TO",
    "QUESTION",
    "STRENGTHS",
    "TIME_TO_ANSWER",
    "TO_ORGANISER",
    "TO_STAFF",
    "TO_STUDENTS",
    "QuestionDetails",
    "read_question",
]

ASKED, ANSWERED, CLOSED, WITHDRAWN = "asked", "answered", "closed", "withdrawn"
TO_STAFF = ("line-manager", "someone-else")
TO_STUDENTS = ("tutor", "head-of-year", "safeguarding-lead")
TO_ORGANISER = "organiser"
"""Whoever registered the event that is named, for staff and students of its school (CON-3)."""
PASSED_TO = {
    "dpo": say("the Data Protection Officer"),
    "hr": say("HR"),
    "comms": say("the communications officer"),
    "safeguarding": say("the safeguarding lead"),
}
STRENGTHS = ("Must", "Must not", "Should", "Should not", "Advice", "You may", "Good to know")
LONGEST_DRAFT = 20_000
TIME_TO_ANSWER = Days(remind=1, due=2, climb=3)

TEXT = Field(
    "text", say("Your answer"), say("Write your answer. It needs words, a strength, and a clause or “outside the procedure”."), lines=7
)
STRENGTH = Field(
    "strength",
    say("How strong is it?"),
    say("Choose how strong your answer is, such as Should or You may."),
    choices=tuple(Choice(word, say("{word}", word=word)) for word in STRENGTHS),
    lines=1,
)
CLAUSE = Field(
    "clause",
    say("Which clause is it from?"),
    say("Name the clause your answer rests on, or tick “outside the procedure”."),
    hint=say("Such as BLG-3. Leave it empty if the procedure does not cover it."),
    lines=1,
    instead="outside",
)
OUTSIDE = Field("outside", say("This is outside the procedure"), say("Tick this, or name a clause."), needed=False, lines=0)
WHO = Field(
    "who",
    say("Who should answer instead?"),
    say("Choose whom to pass it to."),
    choices=tuple(Choice(value, words) for value, words in PASSED_TO.items()),
    lines=1,
)
MORE = Field("text", say("Anything to add?"), say("Add a word, or leave it empty."), hint=say("You do not have to say why."), needed=False)


@dataclass(frozen=True, slots=True)
class QuestionDetails:
    """What was asked. `draft` is kept apart, so that the asker can delete it alone."""

    text: str
    to: str
    clause: str = ""
    post: str = ""  # the school of a second post, where it is about that one
    draft: str = ""
    event: str = ""  # the reference of an event, where its organiser is to answer
    version: int = 1


def read_question(given: Mapping[str, object], *, student: bool) -> QuestionDetails:
    """The details of a new question. Raises BadField."""
    known = {"text", "to", "clause", "post", "draft", "event"}
    if other := sorted(set(given) - known):
        raise BadField(other[0], say("There is a field here we do not take. We take: {known}.", known=", ".join(sorted(known))))
    text = read_text(given, "text")
    wrong = [] if text else [BadField("text", say("Write your question first."))]
    choices = TO_STUDENTS if student else TO_STAFF
    to, event = read_text(given, "to", longest=40), read_text(given, "event", longest=40)
    if to not in choices and not (event and to == TO_ORGANISER):
        wrong.append(BadField("to", say("Choose who should answer.")))
    if wrong:
        raise BadField.together(wrong)
    return QuestionDetails(
        text=text,
        to=to,
        clause=read_text(given, "clause", longest=10),
        post=read_text(given, "post", longest=40),
        draft=read_text(given, "draft", longest=LONGEST_DRAFT),
        event=event if to == TO_ORGANISER else "",
    )


def wants(file: File) -> tuple[Want, ...]:
    """While asked: one answer, from the seat the last opening, passing on or asking again named."""
    if file.state != ASKED:
        return ()
    turns = file.of(OPEN, "pass-on", "ask-again")
    turn = turns[-1]
    passed = (
        tuple(dict.fromkeys(route.seat for route in file.of(ROUTE) if route.sequence < turn.sequence)) if turn.step == "ask-again" else ()
    )
    return (Want("answer", of=str(len(turns) + len(file.of(REOPEN))), first=turn.seat, clock=TIME_TO_ANSWER, passed=passed),)


def decides(file: File) -> frozenset[str]:
    """Whoever answers it, since it last went to somebody else."""
    return decided_by(file, "answer", since=("pass-on", "ask-again"))


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """Passing on shuts the case to whoever passed it: asker and answerer see a question, nobody else (ruling 7)."""
    if taken.step == "pass-on":
        held = dict.fromkeys(route.seat for route in file.of(ROUTE) if route.sequence < taken.sequence)
        return tuple(Move(SHUT_TO, seat=seat) for seat in held)
    return ()


QUESTION = Workflow(
    kind="question",
    says=say("A question"),
    first=ASKED,
    over=frozenset({ANSWERED, CLOSED, WITHDRAWN}),
    states={
        ASKED: say("waiting for an answer"),
        ANSWERED: say("answered"),
        CLOSED: say("finished"),
        WITHDRAWN: say("taken back"),
    },
    retention="R1",
    closes={ANSWERED: Closing(days=10, step="that-helps")},
    wants=wants,
    follows=follows,
    decides=decides,
    steps=(
        Step(
            "answer",
            say("Send the answer"),
            say("Answered"),
            start=frozenset({ASKED}),
            end=ANSWERED,
            by=frozenset({Hat.ASKED}),
            clause="BLG-3",
            fields=(TEXT, STRENGTH, CLAUSE, OUTSIDE),
            answers=True,
        ),
        Step(
            "pass-on",
            say("Pass it on"),
            say("Passed on"),
            start=frozenset({ASKED}),
            end=None,
            by=frozenset({Hat.ASKED}),
            clause="BLG-8",
            fields=(WHO,),
            gives=True,
        ),
        Step(
            "that-helps",
            say("That helps"),
            say("Finished"),
            start=frozenset({ANSWERED}),
            end=CLOSED,
            by=frozenset({Hat.ASKER, Hat.ASKFIRST}),
            clause="BLG-8",
            tells=False,
        ),
        Step(
            "ask-again",
            say("Ask one level up"),
            say("Asked again, one level up"),
            start=frozenset({ANSWERED}),
            end=ASKED,
            by=frozenset({Hat.ASKER}),
            clause="BLG-8",
            fields=(MORE,),
            tells=False,
        ),
        reopen("BLG-8", frozenset({ANSWERED, CLOSED}), ASKED, leaves=False),
        Step(
            "delete-draft",
            say("Delete my draft"),
            say("Draft deleted"),
            start=frozenset({ASKED, ANSWERED, CLOSED, WITHDRAWN}),
            end=None,
            by=frozenset({Hat.ASKER}),
            clause="BLG-8",
            paper="draft",
            beside=True,
            tells=False,
        ),
        Step(
            "withdraw",
            say("Take the question back"),
            say("Taken back"),
            start=frozenset({ASKED}),
            end=WITHDRAWN,
            by=frozenset({Hat.ASKER}),
            clause="BLG-8",
            tells=False,
        ),
    ),
)
