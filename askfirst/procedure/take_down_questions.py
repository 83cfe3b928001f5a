"""The questions of “Get something taken down”, in the words of whoever reads: one a page, “not sure” is always an answer.

Pure. What follows from an answer is take_down's.
"""

from dataclasses import dataclass

from askfirst.procedure.take_down import Asker, Evidence, Picture, Poster, What
from askfirst.words import Sentence, say

__all__ = ["Choice", "Question", "question"]


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: Sentence
    hint: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """`field` is its name in forms and in the API."""

    field: str
    ask: Sentence
    why: Sentence
    choices: tuple[Choice, ...]
    clauses: tuple[str, ...] = ()


UNSURE = say("I’m not sure")
WHAT = Question(
    "what",
    say("Is anyone in danger, or is it a sexual picture?"),
    say("Then there is help that comes first."),
    (
        Choice(What.DANGER, say("Someone is in danger"), say("Next you see who can help now.")),
        Choice(What.SEXUAL, say("It is a sexual or nude picture"), say("Do not send the picture to anyone.")),
        Choice(What.NEITHER, say("No, neither")),
        Choice(What.UNSURE, UNSURE),
    ),
)
PICTURE = Question(
    "picture",
    say("How old is the person in the picture?"),
    say("Who can help depends on it. You need not look at it again."),
    (
        Choice(Picture.UNDER_18, say("Under 18")),
        Choice(Picture.ADULT, say("18 or over")),
        Choice(Picture.UNSURE, UNSURE),
    ),
)
ASKER = Question(
    "asker",
    say("Who is asking?"),
    say("Some help is for one age, or for one kind of work."),
    (
        Choice(Asker.STAFF, say("I work at one of our schools, or for the Trust")),
        Choice(Asker.PARENT, say("I’m a parent or carer, for a child under 18"), say("From 18 on, they ask for themselves.")),
        Choice(Asker.OTHER_ADULT, say("Someone else, 18 or over"), say("A former student, for example.")),
        Choice(Asker.OTHER_UNDER_18, say("Someone else, under 18")),
    ),
)
ASKER_STUDENT = Question(
    "asker",
    say("How old are you?"),
    say("Some help is for one age only."),
    (
        Choice(Asker.STUDENT_UNDER_13, say("Under 13")),
        Choice(Asker.STUDENT_TEEN, say("13 to 17")),
        Choice(Asker.STUDENT_ADULT, say("18 or over")),
    ),
)
EVIDENCE = Question(
    "evidence",
    say("Is this evidence of something wrong?"),
    say("Once it is down, it may be hard to show what was there."),
    (
        Choice(Evidence.YES, say("Yes"), say("It shows somebody being hurt, a crime, or a rule not kept.")),
        Choice(Evidence.NO, say("No"), say("I just want it to be gone.")),
        Choice(Evidence.UNSURE, UNSURE),
    ),
    ("CON-6",),
)
EVIDENCE_STUDENT = Question(
    "evidence",
    say("Does it show that something bad has happened?"),
    say("Once it is down, it may be hard to show what was there."),
    (
        Choice(Evidence.YES, say("Yes"), say("It shows someone being hurt or bullied.")),
        Choice(Evidence.NO, say("No"), say("I just want it to be gone.")),
        Choice(Evidence.UNSURE, UNSURE),
    ),
    ("CON-6",),
)
NOT_SAFE = Choice(
    Poster.NOT_SAFE, say("I do not feel safe contacting them"), say("Then we give you other ways. You never have to write to them.")
)
POSTER = Question(
    "poster",
    say("Who posted it?"),
    say("You never have to give a name."),
    (
        Choice(Poster.ME, say("Me")),
        Choice(Poster.STAFF, say("Someone who works here")),
        Choice(Poster.STUDENT, say("A student here")),
        Choice(Poster.OFFICIAL, say("One of the schools, on its own page")),
        Choice(Poster.ELSE, say("Someone else I can contact")),
        Choice(Poster.UNKNOWN, say("I don’t know who posted it")),
        NOT_SAFE,
    ),
    ("CON-6", "CON-9"),
)
POSTER_STUDENT = Question(
    "poster",
    say("Who posted it?"),
    say("You never have to give a name."),
    (
        Choice(Poster.ME, say("Me")),
        Choice(Poster.STUDENT, say("A student at school")),
        Choice(Poster.STAFF, say("Someone who works at school")),
        Choice(Poster.OFFICIAL, say("The school, on its own page")),
        Choice(Poster.ELSE, say("Someone else I know")),
        Choice(Poster.UNKNOWN, say("I don’t know who posted it")),
        NOT_SAFE,
    ),
    ("CON-6", "CON-9"),
)
FOR_STAFF = {one.field: one for one in (WHAT, PICTURE, ASKER, EVIDENCE, POSTER)}
FOR_STUDENTS = {one.field: one for one in (WHAT, PICTURE, ASKER_STUDENT, EVIDENCE_STUDENT, POSTER_STUDENT)}


def question(field: str, *, student: bool) -> Question:
    """The question of that name in this reader's words. Raises KeyError."""
    return (FOR_STUDENTS if student else FOR_STAFF)[field]
