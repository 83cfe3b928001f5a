"""Taking one thing away from beside a case, where a hold may keep it: nobody of the case is told of a hold, so nothing tells of it here.

What is held lies shut in the vault until the hold is lifted, and goes then. Source: workflows.md 3.0 and 3.20 (R9).
"""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework import taken_away
from askfirst.casework.evidence import LEFT, words_beside
from askfirst.casework.evidence_boxes import empty, named
from askfirst.casework.models import Case
from askfirst.casework.steps import Once
from askfirst.people.hats import Standing
from askfirst.records.models import Hold

__all__ = ["is_held", "let_go", "take_away"]


def take_away(ref: str, number: int, *, given: Mapping[str, object], by: Standing, at: datetime, once: Once | None = None) -> str:
    """Takes one thing away from beside a case; the case's reference. Raises as casework.taken_away.take_away does."""
    return taken_away.take_away(ref, number, given=given, by=by, at=at, held=is_held, once=once)


def is_held(case: Case) -> bool:
    return Hold.objects.filter(case=case, lifted_at=None).exists()


def let_go(case: Case, *, at: datetime) -> None:
    """What was taken away while the case was held goes now, in the caller's transaction."""
    for row in case.evidence.filter(gone=True):
        words = words_beside(case.ref, named(row.number))
        empty(row, left={word: held for word, held in words.items() if word == LEFT}, at=at)
