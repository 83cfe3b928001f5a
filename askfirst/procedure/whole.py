"""What the words of a clause must have, wherever they come from: a pack, a draft, or a document that was brought in. Pure."""

import re
from collections.abc import Iterator

from askfirst.procedure.clause import Clause, Edition, Strength
from askfirst.words import Sentence, say

__all__ = ["faults", "lacks", "too_long"]

LONGEST_STUDENT_SENTENCE = 15  # words

# The words by which a person hears how strong a clause is. "Must not" is no "must"; May is a month.
HEARD = {
    Strength.MUST: ("must", re.compile(r"\b[Mm]ust\b(?! not\b)")),
    Strength.MUST_NOT: ("must not", re.compile(r"\b[Mm]ust not\b")),
    Strength.SHOULD: ("should", re.compile(r"\b[Ss]hould\b(?! not\b)")),
    Strength.SHOULD_NOT: ("should not", re.compile(r"\b[Ss]hould not\b")),
    Strength.ADVICE: ("it is best", re.compile(r"\b(?:[Ii]t is best|[Ww]e advise)\b")),
    Strength.MAY: ("may", re.compile(r"\bmay\b")),
}


def lacks(clause: Clause) -> Iterator[Sentence]:
    """What students read is there, short, and says the strength by the same word as the staff's."""
    if not clause.plain.strip():
        yield say("{id} has no plain words. Write them.", id=clause.id)
    if clause.addressee.reaches_students and not (clause.plain_student or "").strip():
        yield say("{id} reaches students but has no words for them. Add the field student.", id=clause.id)
    for words in filter(None, (clause.plain, clause.plain_student)):
        if clause.strength in HEARD:
            word, heard = HEARD[clause.strength]
            if not heard.search(words):
                yield say("{id} never says “{word}”. Its strength must be heard in its words.", id=clause.id, word=word)
    yield from too_long(clause.id, clause.plain_student)


def too_long(id: str, words: str | None) -> Iterator[Sentence]:
    """Every sentence for students can be taken in at once."""
    for sentence in re.split(r"(?<=[.!?:])\s+", words or ""):
        if len(sentence.split()) > LONGEST_STUDENT_SENTENCE:
            yield say("{id} has a sentence for students of more than {most} words. Cut it in two.", id=id, most=LONGEST_STUDENT_SENTENCE)


def faults(edition: Edition) -> list[tuple[str, Sentence]]:
    """Every clause that is not whole, by id, with what it lacks."""
    return [(clause.id, why) for clause in edition.clauses for why in lacks(clause)]
