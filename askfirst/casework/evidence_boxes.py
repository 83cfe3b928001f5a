"""The boxes in the vault of what lies beside a case: what each is called, and emptying them, of one thing or of all.

A hold keeps the boxes of what was taken away until it is lifted: see `records.taken_away`.
"""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework.models import Case, Evidence
from askfirst.vault import seal
from askfirst.words import Sentence, say

__all__ = ["BESIDE", "BOX", "COPY", "FOR_A_COPY", "ORIGINAL", "boxes", "empty", "forget_beside", "looked_beside", "named"]

BOX = 1_000_000
"""Bytes of a file in one box."""
BESIDE = "evidence"
COPY, ORIGINAL = "copy", "original"
FOR_A_COPY = "for-a-copy"
"""What the trail says of words of the case that were read for a copy of somebody's data."""


def boxes(data: bytes) -> int:
    """How many boxes these bytes fill."""
    return -(-len(data) // BOX)


def named(number: int, which: str = "", place: int | None = None) -> str:
    """ "evidence-2" for the words of the second thing, "evidence-2-copy-0" for the first box of its copy."""
    parts = [BESIDE, str(number), which, "" if place is None else str(place)]
    return "-".join(part for part in parts if part)


def looked_beside(of: str) -> Sentence | None:
    """What was looked at beside a case, by what the trail has of it; nothing where it was the case itself."""
    _, _, rest = of.partition("-")
    number, _, which = rest.partition("-")
    if of == FOR_A_COPY:
        return say("Read for a copy of somebody’s data")
    if not of.startswith(BESIDE):
        return None
    if not number:
        return say("Looked at the list of what lies beside it")
    if which == ORIGINAL:
        return say("Saved thing {number} beside it, as it came", number=number)
    return say("Looked at thing {number} beside it", number=number)


def _of(row: Evidence) -> list[str]:
    files = ((ORIGINAL, row.boxes), (COPY, row.copy_boxes))
    return [named(row.number), *(named(row.number, which, place) for which, count in files for place in range(count))]


def forget_beside(case: Case) -> None:
    """Every word, file and copy beside a case, gone for good; that something was added stays in the trail, without a word."""
    for row in case.evidence.all():
        for name in _of(row):
            seal.erase(case=case.ref, name=name)
    case.evidence.all().delete()


def empty(row: Evidence, *, left: Mapping[str, object], at: datetime) -> None:
    """The words, the file and the copy of one thing, gone for good; in the place of the words only what is `left` of them."""
    ref = row.case.ref
    for name in _of(row):
        seal.erase(case=ref, name=name)
    if left:
        seal.seal(case=ref, name=named(row.number), words=left, at=at)
    row.boxes = row.copy_boxes = 0
    row.save(update_fields=["boxes", "copy_boxes"])
