"""Files and links put beside a case: taken in through the guard, sealed in the vault, each look at them a line in the trail.

A link, a day and a few words come first; a file is second best. The file as it came is sealed in boxes of a megabyte, so is the copy
for viewing, made anew from its pixels. The file's SHA-256 is sealed with the words of it, and the trail holds the digest of those under
the case's key: a file that changed is found (`evidence_whole`), and erasing the case empties the trail of it (trust.md). What was taken
away (`taken_away`) stays in the list, with its SHA-256 and not a word of what it was. Source: workflows.md 3.0.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from askfirst.casework import access
from askfirst.casework.access import Found, Missing
from askfirst.casework.evidence_boxes import BOX, COPY, ORIGINAL, boxes, named
from askfirst.casework.evidence_words import CONFIRMED, FIELDS, GROUND, TOOK_AWAY, WHY
from askfirst.casework.fields import BadField, read
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.models import Case, Evidence
from askfirst.casework.pen import NEWS
from askfirst.casework.reading import beside, beside_unread
from askfirst.casework.refused import tried
from askfirst.casework.seated import sitting
from askfirst.casework.steps import Once
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import Hat, Part
from askfirst.guard import files
from askfirst.guard.limits import UPLOAD
from askfirst.people.calendar import london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Standing
from askfirst.trail import chain, outbox
from askfirst.trail import once as only_once
from askfirst.vault import seal
from askfirst.words import say

__all__ = [
    "FIELDS", "LARGEST", "LEFT", "MOST", "OVER", "File", "Gone", "Thing", "add_evidence", "beside_the_case", "evidence_json", "evidence_of",
    "may_add", "may_look", "open_evidence", "shown_to", "tell_handlers", "things_of", "words_beside",
]  # fmt: skip

MOST = 20
"""Things beside one case, not counting those that were taken away."""
ADDED, WORDS = "evidence", "words"
LEFT = "sha256"
"""What is left of the words of a thing that was taken away."""
LARGEST = UPLOAD
"""Bytes of one file; nobody need hold more than this and one, to be told so."""
OVER = say("This has ended. Nothing can be added to it.")
NOT_WHOLE = say("This file is not whole any more. Ask for it to be put back from a backup.")


@dataclass(frozen=True, slots=True)
class Gone:
    """That a thing was taken away. By whom and why only whoever sees all of the case is told; `ground` is a choice of GROUND."""

    at: datetime
    by: str = ""
    acting_for: str = ""
    ground: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing beside a case, as whoever may look at it reads it. In `words`: `sha256` (hex), `name`, `size` (bytes) and `pages` of its
    file, if any; nothing at all where they are damaged, and LEFT alone where it was taken away.
    """

    number: int
    at: datetime
    by: str
    acting_for: str
    kind: str
    copy_kind: str
    words: Mapping[str, object]
    gone: Gone | None = None

    @property
    def file(self) -> bool:
        return self.kind != WORDS


@dataclass(frozen=True, slots=True)
class File:
    """Bytes to be saved, never shown as a page; `name` is ours and says nothing."""

    name: str
    kind: str
    data: bytes


def may_look(found: Found, by: Standing) -> bool:
    """Whoever sees all of the case; whoever's it is or wrote it down, for what they put there. Of kinds that take evidence."""
    if not WORKFLOWS[found.case.kind].evidence:
        return False
    return found.part is Part.ALL or bool(hats_of(found, by)[0] & {Hat.ASKER, Hat.LOGGER})


def may_add(found: Found, by: Standing) -> bool:
    """The same people, until it has ended."""
    return found.case.ended_at is None and may_look(found, by)


def shown_to(found: Found, by: Standing) -> list[Evidence]:
    """The rows this person may look at: all of them, or those they put there. No word is opened."""
    if not may_look(found, by):
        return []
    rows = found.case.evidence.order_by("number")
    return list(rows if found.part is Part.ALL else rows.filter(by=by.person))


def beside_the_case(ref: str, *, by: Standing, at: datetime) -> Found:
    """The case, for whoever may look beside it. Raises Missing, after the try was written down: for a case of theirs that takes none as
    for any other.
    """
    try:
        found = access.find(ref, by)
        if not may_look(found, by):
            raise Missing
    except Missing:
        tried(ref, by=by, at=at)
        raise
    return found


def add_evidence(
    ref: str,
    *,
    by: Standing,
    at: datetime,
    given: Mapping[str, object],
    name: str = "",
    data: bytes | None = None,
    once: Once | None = None,
) -> int:
    """Puts a link or a file with a few words beside a case; its number. The file is opened in the child before anything is written.

    Raises Missing, BadField (a file is the field "file"), Refused (too many, or ended) and once.Reused; then nothing has changed.
    """
    found = beside_the_case(ref, by=by, at=at)
    if not may_add(found, by):
        raise Refused((Refusal(OVER, ""),))
    words = read(FIELDS, given, on=london_day(at))
    confirmed = words.pop(CONFIRMED.id, False)
    safe = None
    if data is not None:
        if not confirmed:
            raise BadField(CONFIRMED.id, CONFIRMED.missing)
        try:
            safe = files.look(name, data)
        except files.Refused as problem:
            raise BadField("file", problem.sentence) from None
        words |= {"name": safe.name, "sha256": safe.sha256, "size": len(data), "pages": safe.pages, "moves": safe.moves}
    sent = json.dumps({**words, "of": found.case.ref}, sort_keys=True).encode()
    with transaction.atomic():
        if once and (before := only_once.seen(who=by.person, key=once.key, body=sent, at=at)):
            return int(before)
        number = _write(access.find(ref, by), words, safe, data or b"", by=by, at=at)
        if once:
            only_once.remember(who=by.person, key=once.key, body=sent, reference=str(number), at=at)
    return number


def _write(found: Found, words: Mapping[str, object], safe: files.Safe | None, data: bytes, *, by: Standing, at: datetime) -> int:
    case, copy = found.case, safe.copy if safe else b""
    number = case.evidence.count() + 1
    if case.evidence.filter(gone=False).count() >= MOST:
        raise Refused((Refusal(say("There are {most} things here already. Say the rest in words.", most=MOST), ""),))
    acting = next((acting for acting in found.seats.values() if acting), "")
    Evidence.objects.create(
        case=case, number=number, by_id=by.person, acting_for_id=acting or None, at=at, kind=safe.kind if safe else WORDS,
        copy_kind=safe.copy_kind if safe else "", boxes=boxes(data), copy_boxes=boxes(copy),
    )  # fmt: skip
    seal.seal(case=case.ref, name=named(number), words=words, at=at)
    for which, held in ((ORIGINAL, data), (COPY, copy)):
        for place in range(boxes(held)):
            piece = b64encode(held[place * BOX : (place + 1) * BOX]).decode()
            seal.seal(case=case.ref, name=named(number, which, place), words={"data": piece}, at=at)
    tell_handlers(case, by=by, at=at, of=named(number))
    digest = seal.digest(case.ref, words)
    chain.append(
        chain=case.ref, what=ADDED, of=named(number), who=by.person, acting_for=acting, at=at, edition=case.edition, words=digest
    )  # fmt: skip
    return number


def tell_handlers(case: Case, *, by: Standing, at: datetime, of: str) -> None:
    """Whoever is asked for something in the case hears that there is something new in it; `of`: what, once each."""
    directory = TheDirectory()
    seats = dict.fromkeys(case.calls.filter(ended_at=None).order_by("id").values_list("seat", flat=True))
    for found in (sitting(case, seat, directory=directory, on=london_day(at)) for seat in seats):
        if found is not None and found.person != by.person:
            key = ":".join((case.ref, of, found.person))
            outbox.queue(key=key, to=found.person, kind=NEWS, case=case.ref, at=at)


def evidence_of(ref: str, *, by: Standing, at: datetime) -> list[Thing]:
    """What this person may look at, with its words, oldest first. That they read them is in the trail. Raises Missing."""
    return things_of(beside_the_case(ref, by=by, at=at), by=by, at=at)


def things_of(found: Found, *, by: Standing, at: datetime) -> list[Thing]:
    """The same of a case that was found; nothing for whoever may not look."""
    with transaction.atomic():
        rows = shown_to(found, by)
        if not rows:
            return []
        beside(found, (), of=ADDED, by=by, at=at)
        gone = _gone(found) if any(row.gone for row in rows) else {}
        return [_thing(found, row, gone.get(named(row.number)) if row.gone else None) for row in rows]


def _thing(found: Found, row: Evidence, gone: Gone | None) -> Thing:
    words = words_beside(found.case.ref, named(row.number))
    held = {name: held for name, held in words.items() if name == LEFT or not row.gone}
    return Thing(row.number, row.at, row.by_id, row.acting_for_id or "", row.kind, row.copy_kind, held, gone)


def _gone(found: Found) -> dict[str, Gone]:
    """What was taken away, by what each was called."""
    away: dict[str, Gone] = {}
    for step in found.case.steps.filter(step=TOOK_AWAY).order_by("sequence"):
        if found.part is not Part.ALL:
            away[step.of] = Gone(step.at)
            continue
        words = words_beside(found.case.ref, "step-%d" % step.sequence)
        said = (str(words.get(field.id, "")) for field in (GROUND, WHY))
        away[step.of] = Gone(step.at, step.by_id or "", step.acting_for_id or "", *said)
    return away


def words_beside(ref: str, name: str) -> Mapping[str, object]:
    """The words in one box; nothing where it is gone or damaged, so that one thing hides no other."""
    try:
        return next(beside_unread(ref, [name]), {})
    except seal.Damaged:
        return {}


def open_evidence(ref: str, number: int, which: str, *, by: Standing, at: datetime) -> File:
    """A file's copy for viewing, or ("original") the file as it came. Each time is a line in the trail.

    Raises Missing, after the try was written down, and Refused for a file that is not whole any more.
    """
    found = beside_the_case(ref, by=by, at=at)
    row = next((row for row in shown_to(found, by) if row.number == number and row.boxes and not row.gone), None)
    if row is None or which not in (COPY, ORIGINAL):
        tried(ref, by=by, at=at)
        raise Missing
    kind, count = (row.kind, row.boxes) if which == ORIGINAL else (row.copy_kind, row.copy_boxes)
    names = [named(number, which, place) for place in range(count)]
    try:
        with transaction.atomic():
            held = [b64decode(str(piece["data"])) for piece in beside(found, names, of=named(number, which), by=by, at=at)]
    except seal.Damaged:
        held = []
    if len(held) != count:
        raise Refused((Refusal(NOT_WHOLE, ""),))
    name = "askfirst-{}-{}{}{}".format(found.case.ref, number, "-original" if which == ORIGINAL else "", files.ENDINGS[kind])
    return File(name, kind, b"".join(held))


def evidence_json(things: list[Thing], people: Mapping[str, object]) -> list[dict[str, object]]:
    """As data, one shape for API and command line; `people`: who is called what."""
    return [
        {
            "number": one.number,
            "at": one.at.isoformat(),
            "by": str(people.get(one.by, "")),
            "kind": one.kind,
            **{name: one.words.get(name) for name in ("link", "seen_on", "about", "name", "sha256", "size", "pages")},
            "taken_away": _gone_json(one.gone, people) if one.gone else None,
        }
        for one in things
    ]


def _gone_json(gone: Gone, people: Mapping[str, object]) -> dict[str, object]:
    by = {"by": str(people.get(gone.by, "")), "ground": gone.ground, "reason": gone.reason} if gone.by else {}
    return {"at": gone.at.isoformat(), **by}
