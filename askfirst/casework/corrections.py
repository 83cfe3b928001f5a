"""What was written in a case and is not so, or should not stand there: put right, or taken out, by a new entry with who, when and why.

Nothing is written over. Put right, the words as they were stay readable beside the right ones. Taken out, they are destroyed and the entry
stays without them; its digest in the trail says that there were words, and none of them. Whoever deals with the case may do either with
what they wrote; HR, a Headteacher and safeguarding, where it is open to them, with whatever they may read; also once it is over.
What was shown to somebody is not shown anew by it: they are told by a step. Source: workflows.md 3.0 (an edit is a new event).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from askfirst.casework import access
from askfirst.casework.access import Found, Missing
from askfirst.casework.corrected import FIELDS, MENDS, PUT_RIGHT, TAKEN_OUT, TEXT, entry_of
from askfirst.casework.evidence_words import SAID
from askfirst.casework.fields import BadField, read
from askfirst.casework.pen import Pen
from askfirst.casework.reading import OpenFile, open_file
from askfirst.casework.refused import tried
from askfirst.casework.steps import Once, Stale
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import OPEN, Hat, Part, Taken
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.trail import once as only_once
from askfirst.vault import seal
from askfirst.words import Sentence, say

__all__ = ["KINDS", "Entry", "correct", "entries", "entry_says", "may_correct", "opened_to_correct", "written"]

KINDS = frozenset({"concern", "staff-route", "student-route", "instruction"})
ANYTHING = frozenset({Hat.HR, Hat.HEAD, Hat.SAFEGUARDING})
DEALS = ANYTHING | {Hat.ASKED, Hat.HANDLED, Hat.MANAGER}
"""Who deals with a case of these kinds, where all of it is open to them; and who of them may put right what somebody else wrote."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that somebody wrote in a case, as this reader may have it. `mended`: it was put right or taken out since."""

    number: int  # its place in the case
    says: Sentence
    at: datetime
    by: str
    words: Mapping[str, object]
    mended: bool


def may_correct(found: Found, by: Standing) -> bool:
    """Whether this person deals with it and may read all of it."""
    return found.case.kind in KINDS and found.part is Part.ALL and bool(hats_of(found, by)[0] & DEALS)


def entries(opened: OpenFile, by: Standing) -> list[Entry]:
    """What this reader could put right or take out, oldest first; nothing for whoever may not."""
    if not may_correct(opened.found, by):
        return []
    anything = bool(hats_of(opened.found, by)[0] & ANYTHING)
    return [one for one in written(opened) if anything or one.by == by.person]


def written(opened: OpenFile) -> Iterator[Entry]:
    """Everything with words in it that this reader may read, oldest first."""
    mended = {entry_of(taken) for taken in opened.file.of(*MENDS)}
    for taken in opened.file.taken:
        words = opened.papers.get("details" if taken.step == OPEN else "step-%d" % taken.sequence)
        if words:
            yield Entry(taken.sequence, entry_says(opened, taken), taken.at, taken.by, words, taken.sequence in mended)


def entry_says(opened: OpenFile, taken: Taken) -> Sentence:
    """What a timeline says of an entry."""
    row = opened.workflow.step(taken.step)
    return row.done if row else SAID.get(taken.step, say("Told"))


def correct(
    ref: str, *, given: Mapping[str, object], by: Standing, at: datetime, version: int | None = None, once: Once | None = None
) -> str:
    """Puts an entry right, or takes its words out; the case's reference.

    Raises Missing (whoever does not deal with the case, as for one never used), BadField, Stale (something was done since `version`), and
    once.Reused; then nothing has changed.
    """
    _deals(ref, by=by, at=at)
    words = read(FIELDS, given, on=london_day(at))
    if words["outcome"] == PUT_RIGHT and not words.get("text"):
        raise BadField(TEXT.id, TEXT.missing)
    sent = json.dumps({**words, "of": ref.upper()}, sort_keys=True).encode()
    with transaction.atomic():
        if once and (before := only_once.seen(who=by.person, key=once.key, body=sent, at=at)):
            return before
        opened = open_file(ref, by=by, at=at)
        chosen = next((one for one in entries(opened, by) if str(one.number) == words["entry"]), None)
        if chosen is None:
            raise BadField("entry", say("Choose one of the entries on this page."))
        if version is not None and version < opened.file.taken[-1].sequence:
            raise Stale
        _write(opened, chosen, words, by=by, at=at)
        if once:
            only_once.remember(who=by.person, key=once.key, body=sent, reference=opened.case.ref, at=at)
    return opened.case.ref


def opened_to_correct(ref: str, *, by: Standing, at: datetime) -> OpenFile:
    """The case, for whoever deals with it; that they read it is in the trail. Raises Missing, after the try was written down."""
    _deals(ref, by=by, at=at)
    return open_file(ref, by=by, at=at)


def _deals(ref: str, *, by: Standing, at: datetime) -> None:
    """Nothing, for whoever deals with the case; before any word sent is looked at. Raises Missing, after the try was written down."""
    try:
        if not may_correct(access.find(ref, by), by):
            raise Missing
    except Missing:
        tried(ref, by=by, at=at)
        raise


def _write(opened: OpenFile, entry: Entry, words: Mapping[str, object], *, by: Standing, at: datetime) -> None:
    case, step = opened.case, str(words["outcome"])
    acting = next((acting for acting in opened.found.seats.values() if acting), "")
    if step == TAKEN_OUT:
        seal.erase(case=case.ref, name="step-%d" % entry.number)
    pen = Pen(case, at)
    held = {name: words[name] for name in ("text", "reason") if words.get(name)}
    pen.write(step, by=by.person, acting_for=acting, of=str(entry.number), words=held)
    pen.settle()
