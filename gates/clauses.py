"""Whoever a clause reaches can read it in words meant for them."""

from pathlib import Path

from gates.gate import Gate
from gates.shown import clauses, packs

__all__ = ["STUDENT_WORDS"]


def student_words(root: Path) -> list[str]:
    wrong = []
    for at, pack in packs(root):
        for clause in clauses(pack):
            if clause.get("for") in ("student", "both") and not str(clause.get("student", "")).strip():
                wrong.append("%s: %s reaches students and has no words for them" % (at, clause.get("id", "?")))
    return wrong


STUDENT_WORDS = Gate(
    "student-words",
    "Every clause that reaches students says so in their words.",
    student_words,
    "write the field student beside plain, in the same strength",
)
