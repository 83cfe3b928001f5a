"""Decision trees: two or three questions, a plain answer, no record.

A tree is a pure table. `walk(tree, answers)` gives the next question or the answer; it remembers nothing, so a face carries the answers
given so far in the page itself, never in an address. A tree for students has its own words and never puts a staff duty on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from askfirst.words import Sentence, say

__all__ = ["NO", "UNSURE", "YES", "Answer", "BadAnswer", "Button", "Choice", "Question", "Tree", "UnknownTree", "Who", "asks", "walk"]

YES, NO, UNSURE = "yes", "no", "not-sure"
KEPT = say("We kept no record.")


class Who(StrEnum):
    STAFF = "staff"
    STUDENT = "student"


class UnknownTree(LookupError):
    """No tree of that id for that reader."""


class BadAnswer(ValueError):
    """An answer the question does not offer, or one too many. `sentence` is for the person."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class Button:
    """The one next thing a person can press. `path` is a page of AskFirst."""

    label: Sentence
    path: str


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` never changes (it stands in forms); `to` is the id of a question or an answer of the same tree."""

    value: str
    label: Sentence
    to: str


@dataclass(frozen=True, slots=True)
class Question:
    """`clauses` are why we ask; the face shows them with their strengths."""

    id: str
    ask: Sentence
    why: Sentence
    clauses: tuple[str, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What it comes to. `clauses` are shown by the face with their strengths, `contacts` (ids of facts/help.toml) with "checked on"."""

    id: str
    title: Sentence
    says: tuple[Sentence, ...]
    clauses: tuple[str, ...]
    button: Button
    contacts: tuple[str, ...] = ()
    kept: Sentence = KEPT

    @property
    def result(self) -> Sentence:
        """The first thing a person reads: the answer, and that nothing was kept."""
        return say("{title} {kept}", title=self.title, kept=self.kept)


@dataclass(frozen=True, slots=True)
class Tree:
    """The first question is where everyone starts."""

    id: str
    who: Who
    title: Sentence
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]

    def node(self, id: str) -> Question | Answer:
        nodes: tuple[Question | Answer, ...] = (*self.questions, *self.answers)
        for node in nodes:
            if node.id == id:
                return node
        raise LookupError(id)


def walk(tree: Tree, answers: Sequence[str]) -> Question | Answer:
    """Where these answers lead: the next question, or the answer. Raises BadAnswer."""
    here: Question | Answer = tree.questions[0]
    for value in answers:
        if isinstance(here, Answer):
            raise BadAnswer(say("You had already answered every question. Start again."))
        chosen = [choice for choice in here.choices if choice.value == value]
        if not chosen:
            offered = ", ".join(str(choice.label) for choice in here.choices)
            raise BadAnswer(say("Choose one of these: {offered}.", offered=offered))
        here = tree.node(chosen[0].to)
    return here


def asks(id: str, ask: Sentence, why: Sentence, clauses: Sequence[str], *, yes: str, no: str, unsure: str) -> Question:
    """A question with Yes, No and Not sure, and where each leads."""
    choices = (Choice(YES, say("Yes"), yes), Choice(NO, say("No"), no), Choice(UNSURE, say("Not sure"), unsure))
    return Question(id=id, ask=ask, why=why, clauses=tuple(clauses), choices=choices)
