"""An edition as headings and paragraphs in reading order: the one outline that its web page, PDF and Word files are written from. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from askfirst.procedure.clause import Addressee, Clause, Edition
from askfirst.procedure.lint import MONTHS
from askfirst.words import Sentence, say

__all__ = ["Part", "Piece", "day_said", "outline"]

FOR = {
    Addressee.STAFF: say("staff"),
    Addressee.STUDENT: say("students"),
    Addressee.BOTH: say("staff and students"),
    Addressee.MANAGER: say("line managers"),
    Addressee.TRUST: say("the Trust"),
}


ADDED = say("What a school adds stands under its rule, by the school’s name. It is not part of the Trust’s own text.")


class Part(StrEnum):
    """What a piece is: a heading of one of three ranks, or a paragraph."""

    TITLE = "title"
    SECTION = "section"
    CLAUSE = "clause"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading or paragraph. `id`: of the clause that a heading begins, else ""."""

    part: Part
    text: str
    id: str = ""


def day_said(day: date) -> str:
    """A day as people write it, such as 1 November 2018."""
    return "%d %s %d" % (day.day, MONTHS[day.month - 1], day.year)


def _said(sentence: Sentence) -> str:
    return str(sentence)


def outline(edition: Edition) -> Iterator[Piece]:
    """Title, who approved it, sections, and under each its clauses: strength, for whom, each wording, and what schools add."""
    yield Piece(Part.TITLE, edition.title)
    day = day_said(edition.approved_on)
    yield Piece(Part.WORDS, _said(say("Approved by the {role} on {day}.", role=edition.approved_by, day=day)))
    name, due = edition.edition, day_said(edition.review_due)
    yield Piece(Part.WORDS, _said(say("Edition {name}. To be looked at again by {due}.", name=name, due=due)))
    if edition.additions:
        yield Piece(Part.WORDS, _said(ADDED))
    for prefix, heading in edition.sections:
        clauses = [clause for clause in edition.clauses if clause.section == prefix]
        if clauses:
            yield Piece(Part.SECTION, heading)
        for clause in clauses:
            yield from _clause(clause)
            yield from _added(edition, clause)


def _added(edition: Edition, clause: Clause) -> Iterator[Piece]:
    """What schools add, each by its name: never to be taken for the Trust's own text."""
    for one in edition.additions_to(clause.id):
        yield Piece(Part.WORDS, _said(say("{school} adds: {words}", school=one.name, words=one.plain)))
        if one.student:
            yield Piece(Part.WORDS, _said(say("{school} adds for students: {words}", school=one.name, words=one.student)))


def _clause(clause: Clause) -> Iterator[Piece]:
    heading = say("{id}. {strength}, for {who}", id=clause.id, strength=clause.strength, who=FOR[clause.addressee])
    yield Piece(Part.CLAUSE, _said(heading), clause.id)
    yield Piece(Part.WORDS, clause.plain)
    if clause.plain_student:
        yield Piece(Part.WORDS, _said(say("For students: {words}", words=clause.plain_student)))
    if clause.exact:
        yield Piece(Part.WORDS, _said(say("Exact words: {words}", words=clause.exact)))
