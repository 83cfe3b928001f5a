"""Whom a sentence speaks to, by the words in front of what it asks: staff, students, both, managers, the trust. Pure."""

import re

from askfirst.procedure.clause import Addressee

__all__ = ["hear"]

ASKS = re.compile(
    r"\b(?:should|must|shall|may|can|cannot|will|ought|(?:is|are) (?:also )?(?:not )?(?:strongly )?"
    r"(?:advised|expected|asked|required|free|welcome|allowed|permitted|encouraged|recommended))\b",
    re.IGNORECASE,
)
STAFF = re.compile(r"\b(?:staff|employees?|teachers?|tutors?|colleagues)\b", re.IGNORECASE)
STUDENTS = re.compile(
    r"(?<!ex-)(?<!former )\b(?:students?|pupils?|learners?|children|young people|sixth[- ]formers?|boarders?)\b", re.IGNORECASE
)
MANAGERS = re.compile(r"\b(?:line )?managers?\b(?! before)", re.IGNORECASE)
TRUST = re.compile(
    r"\b(?:we|the (?:trust|school|academy|college|federation|group|partnership)|(?:the )?governing (?:board|body)|trustees|governors)\b",
    re.IGNORECASE,
)
ALL = re.compile(r"\b(?:everyone|everybody|nobody|no one|anyone|anybody)\b", re.IGNORECASE)
CONDITION = re.compile(r"\W*(?:if|when|where|once|before|after|for example)\b[^,]*,", re.IGNORECASE)
PURPOSE = re.compile(r"(?<!for the )\b(?:intention|purpose|aim) of this (?:policy|procedure|document|guidance)\b", re.IGNORECASE)


def hear(words: str) -> Addressee | None:
    """By who stands before the first word that asks, else by the whole sentence; None where nobody is named."""
    if PURPOSE.search(words):
        return Addressee.TRUST
    asks = ASKS.search(words)
    before = words[: asks.start()] if asks else words
    condition = CONDITION.match(before)
    main = before[condition.end() :] if condition else before
    return _named(main, asks=asks is not None) or _named(before, asks=asks is not None)


def _named(before: str, *, asks: bool) -> Addressee | None:
    if MANAGERS.search(before) and not STAFF.search(before):
        return Addressee.MANAGER
    staff, students = STAFF.search(before) is not None, STUDENTS.search(before) is not None
    if (staff and students) or ALL.search(before):
        return Addressee.BOTH
    if staff or students:
        return Addressee.STAFF if staff else Addressee.STUDENT
    return Addressee.TRUST if TRUST.search(before) and asks else None
