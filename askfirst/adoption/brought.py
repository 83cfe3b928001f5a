"""Bring your own document: read, looked through clause by clause beside its own words, then kept as a draft edition or as exact words.

Only the governance professional does this. Until it is kept, nothing of the procedure changes; once kept or put away, the row is gone.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from askfirst.adoption import models
from askfirst.adoption.drafting import LAST_DAY, LONGEST, bring_in, open_review, owns
from askfirst.adoption.drafting import draft as drafted
from askfirst.adoption.editions import CHAIN, in_force
from askfirst.adoption.exact import exact_words
from askfirst.adoption.states import Refusal, Refused
from askfirst.people.calendar import london_day
from askfirst.people.hats import GOVERNANCE, Standing
from askfirst.procedure.clause import Addressee, Clause, Edition, Strength
from askfirst.procedure.importing.as_edition import clause_of
from askfirst.procedure.importing.as_json import from_json, imported_json
from askfirst.procedure.importing.by_hand import OWN, taken_as
from askfirst.procedure.importing.proposals import Imported, Proposal
from askfirst.procedure.importing.reading import NotRead, read_in
from askfirst.procedure.load import the_model
from askfirst.trail import chain
from askfirst.trail import once as only_once
from askfirst.trail.once import Keyed
from askfirst.words import say

__all__ = [
    "MOST_AT_ONCE", "Brought", "Considered", "as_draft", "as_exact", "bring", "brought", "confirm", "confirm_plain", "leave_out", "listed",
    "put_away", "rules_beside", "take_as",
]  # fmt: skip

MOST_AT_ONCE = 10
"""Documents that are being looked through at one time."""
LONGEST_TITLE = 200
YES, NO = "yes", "no"
SEEN_BEFORE = say("Somebody decided something here since you read it. Look again, then send your words.")
GONE = say("This document is not here any more. Go back to the list.")


@dataclass(frozen=True, slots=True)
class Considered:
    """A proposal, what was decided of it ("yes", "no", or "" so far), and the clause as it is to be."""

    proposal: Proposal
    decided: str
    clause: Clause

    @property
    def asks(self) -> tuple[str, ...]:
        """What there is to look at, before it was decided."""
        return () if self.decided else self.proposal.asks


@dataclass(frozen=True, slots=True)
class Brought:
    """A document that is being looked through. `changes` is what a form sends back, so that nobody overwrites newer decisions."""

    ref: str
    at: datetime
    by: str
    changes: int
    found: Imported
    considered: tuple[Considered, ...]

    @property
    def open(self) -> tuple[Considered, ...]:
        """Nobody has decided these yet."""
        return tuple(one for one in self.considered if not one.decided)

    def one(self, id: str) -> Considered | None:
        return next((one for one in self.considered if one.proposal.id == id), None)


def bring(*, name: str, data: bytes, by: Standing, at: datetime, once: Keyed | None = None) -> str:
    """Reads a file and keeps what it says to be looked through; its reference. Raises Refused, once.Reused.

    The file is opened in the child, before anything is written: up to seconds. Sent again under the same key, it is the same document.
    """
    owns(by)
    if once is not None:
        with transaction.atomic():
            before = only_once.seen(who=by.person, key=once.key, body=once.body, at=at)
        if before is not None:
            return before
    try:
        found = read_in(name, data, _beside(london_day(at)))
    except NotRead as problem:
        raise Refused(Refusal(problem.sentence)) from None
    return only_once.done(lambda: _kept(found, by, at), once=once, who=by.person, at=at)


def _kept(found: Imported, by: Standing, at: datetime) -> str:
    with transaction.atomic():
        if models.BroughtDocument.objects.count() >= MOST_AT_ONCE:
            raise Refused(Refusal(say("There are {most} documents here already. Put one away first.", most=MOST_AT_ONCE)))
        row = models.BroughtDocument.objects.create(found=imported_json(found), brought_by_id=by.person, brought_at=at)
        _wrote("bring", row, by, at)
    return row.ref


def listed(*, by: Standing) -> list[Brought]:
    """Whatever is being looked through, the newest first. Raises Refused."""
    owns(by)
    return [_brought(row) for row in models.BroughtDocument.objects.all()]


def brought(*, ref: str, by: Standing) -> Brought:
    """Raises Refused: not theirs to see, or gone."""
    owns(by)
    return _brought(_row(ref, held=False))


def rules_beside(whole: Brought) -> tuple[Clause, ...]:
    """The rules of what it is laid beside, in their order: words of it may be any of them."""
    return _beside(london_day(whole.at)).clauses


def confirm(
    *, ref: str, id: str, addressee: Addressee, strength: Strength, plain: str, student: str, seen: int, by: Standing, at: datetime
) -> None:
    """This is what the clause is to be, as proposed or altered. Raises Refused."""
    if any(len(words) > LONGEST for words in (plain, student)):
        raise Refused(Refusal(say("A clause is {most} characters long at most.", most=LONGEST), id))
    if any("\0" in words for words in (plain, student)):
        raise Refused(Refusal(say("There is an empty mark (NUL) in the words. Take it out."), id))
    words = {"addressee": addressee.value, "strength": strength.value, "plain": plain, "student": student}
    _decide(ref, {id: {"do": YES, **words}}, seen=seen, by=by, at=at, what="bring-confirm")


def take_as(*, ref: str, id: str, clause: str, seen: int, by: Standing, at: datetime) -> str:
    """These words are that rule of the edition, or a rule of their own; by which id they stand now. Nothing is decided by it.

    Whatever stood as that rule before becomes a rule of its own, to be decided again. Raises Refused.
    """
    owns(by)
    with transaction.atomic():
        row = _row(ref)
        whole, edition = _brought(row), _beside(london_day(row.brought_at))
        if seen != row.changes:
            raise Refused(Refusal(SEEN_BEFORE))
        if whole.one(id) is None:
            raise Refused(Refusal(say("There is no clause {id} in this document.", id=id[:20])))
        if clause != OWN and clause not in edition.by_id:
            raise Refused(Refusal(say("We know no rule {id}. Choose one from the list.", id=clause[:20]), id))
        found, moved = taken_as(whole.found, id, clause, edition)
        if moved:
            row.found = imported_json(found)
            row.decided = {one: held for one, held in row.decided.items() if one not in moved}
            row.changes += 1
            row.save(update_fields=["found", "decided", "changes"])
            _wrote("bring-take-as", row, by, at, digest=_digest({old: {"id": new} for old, new in moved.items()}))
    return moved.get(id, id)


def leave_out(*, ref: str, id: str, seen: int, by: Standing, at: datetime) -> None:
    """These words are no clause. Raises Refused."""
    _decide(ref, {id: {"do": NO}}, seen=seen, by=by, at=at, what="bring-leave-out")


def confirm_plain(*, ref: str, seen: int, by: Standing, at: datetime) -> int:
    """Says yes to every proposal that asks nothing and is not decided yet; how many those were. Raises Refused."""
    plain = {one.proposal.id: _as_proposed(one.proposal) for one in brought(ref=ref, by=by).open if not one.asks}
    _decide(ref, plain, seen=seen, by=by, at=at, what="bring-confirm")
    return len(plain)


def put_away(*, ref: str, by: Standing, at: datetime) -> None:
    """The document goes, with what was decided of it. Raises Refused."""
    owns(by)
    with transaction.atomic():
        row = _row(ref)
        _wrote("bring-put-away", row, by, at)
        row.delete()


def as_draft(*, ref: str, by: Standing, at: datetime) -> str:
    """Begins a review, and keeps what was confirmed as its draft; the draft's reference. All or nothing. Raises Refused."""
    owns(by)
    with transaction.atomic():
        row = _row(ref)
        whole = _all_decided(_brought(row))
        clauses = [one.clause for one in whole.considered if one.decided == YES]
        draft = open_review(by=by, at=at)
        _front(draft, whole.found, on=london_day(at))
        bring_in(ref=draft, clauses=clauses, by=by, at=at)
        _wrote("bring-draft", row, by, at)
        row.delete()
    return draft


def as_exact(*, ref: str, by: Standing, at: datetime) -> int:
    """Keeps the words of confirmed clauses beside the plain words in force; nothing else changes. How many. Raises Refused."""
    owns(by)
    with transaction.atomic():
        row = _row(ref)
        whole = _all_decided(_brought(row))
        words = {one.proposal.id: one.clause.exact for one in whole.considered if one.decided == YES and one.proposal.known}
        if not words:
            raise Refused(Refusal(say("No clause of the edition in force is among these. Keep them as a draft instead.")))
        exact_words(words=words, by=by, at=at)
        _wrote("bring-exact", row, by, at)
        row.delete()
    return len(words)


def _row(ref: str, *, held: bool = True) -> models.BroughtDocument:
    """`held`: for a change, in its transaction. Raises Refused."""
    rows = models.BroughtDocument.objects.filter(ref=ref)
    row = (rows.select_for_update() if held else rows).first()
    if row is None:
        raise Refused(Refusal(GONE))
    return row


def _front(draft: str, found: Imported, *, on: date) -> None:
    """The document's own title and headings for its draft, and its next review where that is to come; a section of the edition before
    stays, for what is to be seen as taken out.
    """
    row = drafted(ref=draft)
    theirs = {one.id: one.heading for one in found.sections}
    row.sections = [*map(list, theirs.items()), *([prefix, heading] for prefix, heading in row.sections if prefix not in theirs)]
    row.title = found.front.title[:LONGEST_TITLE] or row.title
    if found.front.review_due and on < found.front.review_due < LAST_DAY:
        row.review_due = found.front.review_due
    row.save(update_fields=["sections", "title", "review_due"])


def _decide(ref: str, decided: Mapping[str, Mapping[str, str]], *, seen: int, by: Standing, at: datetime, what: str) -> None:
    owns(by)
    with transaction.atomic():
        row = _row(ref)
        ids = {one.proposal.id for one in _brought(row).considered}
        unknown = sorted(set(decided) - ids)
        if unknown:
            raise Refused(Refusal(say("There is no clause {id} in this document.", id=unknown[0][:20])))
        if seen != row.changes:
            raise Refused(Refusal(SEEN_BEFORE))
        row.decided = {**row.decided, **decided}
        row.changes += 1
        row.save(update_fields=["decided", "changes"])
        _wrote(what, row, by, at, clauses=tuple(decided) if len(decided) == 1 else (), digest=_digest(decided))


def _all_decided(whole: Brought) -> Brought:
    if whole.open:
        first = whole.open[0].proposal.id
        raise Refused(Refusal(say("{count} are not decided yet. The first is {id}.", count=len(whole.open), id=first), first))
    return whole


def _brought(row: models.BroughtDocument) -> Brought:
    found = from_json(json.dumps(row.found).encode())
    edition = _beside(london_day(row.brought_at))
    considered = tuple(_considered(one, row.decided.get(one.id, {}), edition) for one in found.proposals)
    return Brought(row.ref, row.brought_at, str(row.brought_by_id), row.changes, found, considered)


def _beside(on: date) -> Edition:
    """What a document is laid beside: the edition in force, and for a trust that has none yet the clauses that AskFirst knows by itself."""
    found = in_force(on=on, readings=False)
    return found if found.clauses else the_model()


def _considered(one: Proposal, decided: Mapping[str, str], edition: Edition) -> Considered:
    clause = clause_of(one, edition)
    if decided.get("do") == YES:
        clause = replace(
            clause, addressee=Addressee(decided["addressee"]), strength=Strength(decided["strength"]), plain=decided["plain"],
            plain_student=decided["student"] or None,
        )  # fmt: skip
    return Considered(one, decided.get("do", ""), clause)


def _as_proposed(one: Proposal) -> dict[str, str]:
    return {
        "do": YES, "addressee": one.addressee.value, "strength": one.strength.value, "plain": one.plain, "student": one.plain_student or "",
    }  # fmt: skip


def _digest(decided: Mapping[str, Mapping[str, str]]) -> str:
    """Of what was decided, word for word: a trail has no room for many ids, and none for words."""
    return hashlib.sha256(json.dumps(decided, sort_keys=True).encode()).hexdigest()


def _wrote(what: str, row: models.BroughtDocument, by: Standing, at: datetime, *, clauses: tuple[str, ...] = (), digest: str = "") -> None:
    acting = by.acting_for(GOVERNANCE)
    chain.append(chain=CHAIN, what=what, who=by.person, acting_for=acting, of=row.ref, clauses=clauses, words=digest, at=at)
