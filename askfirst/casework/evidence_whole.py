"""Whether each file beside a case is still as it came: against the SHA-256 taken then, and its words against the trail."""

import hashlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from askfirst.casework.evidence_boxes import BESIDE, ORIGINAL, named
from askfirst.casework.evidence_words import TOOK_AWAY
from askfirst.casework.models import Case, Evidence
from askfirst.casework.reading import beside_unread
from askfirst.trail import chain
from askfirst.vault import seal
from askfirst.words import Sentence, say

__all__ = ["Changed", "verify_evidence"]


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that is not as it was put there. `name` as it was sent, where that can still be read."""

    number: int
    name: str
    says: Sentence


def verify_evidence(ref: str) -> tuple[Changed, ...]:
    """Every file of a case against the SHA-256 taken when it came, and its words against the trail; empty means all are as they were.

    For a machine that hands files on: what is named here is not to go along unsaid. One box in memory at a time. Of what was taken away
    the SHA-256 that is left is looked at. Raises Gone.
    """
    case = Case.objects.get(ref=ref)
    events = list(chain.events(ref))
    written = {event.of: event.words for event in events if event.what == BESIDE}
    changed = [*_left(case, {event.of: event.words for event in events if event.what == TOOK_AWAY})]
    for row in case.evidence.filter(gone=False).order_by("number"):
        name = say("Thing {number}", number=row.number)
        try:
            words = next(iter(beside_unread(ref, [named(row.number)])), None)
            if words is not None:
                name = say("{name}", name=words.get("name") or name)
            whole = words is not None and _as_written(ref, row, words, written.get(named(row.number), ""))
        except seal.Damaged:
            whole = False
        if not whole:
            changed.append(_changed(row, name))
    return tuple(sorted(changed, key=lambda one: one.number))


def _changed(row: Evidence, name: Sentence) -> Changed:
    return Changed(row.number, str(name), say("{name} is not as it was sent. Do not hand it on.", name=name))


def _left(case: Case, written: Mapping[str, str]) -> Iterator[Changed]:
    """Of what was taken away: whose SHA-256 is not the one that the entry of it holds, where its words are there."""
    entries = {step.of: step.sequence for step in case.steps.filter(step=TOOK_AWAY)}
    for row in case.evidence.filter(gone=True):
        name = named(row.number)
        try:
            left = next(iter(beside_unread(case.ref, [name])), {})
            said = next(iter(beside_unread(case.ref, ["step-%d" % entries.get(name, 0)])), None)
            same = said is None or chain.same(written.get(name, ""), seal.digest(case.ref, said))
            whole = same and (said is None or said.get("sha256") == left.get("sha256"))
        except seal.Damaged:
            whole = False
        if not whole:
            yield _changed(row, say("Thing {number}", number=row.number))


def _as_written(ref: str, row: Evidence, words: Mapping[str, object], digest: str) -> bool:
    """Raises Damaged."""
    if not chain.same(digest, seal.digest(ref, words)):
        return False
    if not row.boxes:
        return "sha256" not in words
    found = hashlib.sha256()
    for piece in beside_unread(ref, [named(row.number, ORIGINAL, place) for place in range(row.boxes)]):
        found.update(b64decode(str(piece["data"])))
    return found.hexdigest() == words.get("sha256")
