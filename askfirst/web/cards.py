"""What a card shows about one thing to look at, and what its wording does to the text. Pure."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from askfirst.advice.answer import Finding
from askfirst.advice.items import Item
from askfirst.procedure.clause import Edition
from askfirst.words import Sentence, say

__all__ = ["Around", "Card", "Piece", "Rule", "cards", "key_of", "pieces", "reworded", "rules_of"]

ADDED = frozenset({"works-here"})  # a line to add somewhere, not words to put in place of others
FOR_STAFF = say("This rule is written for staff.")
Around = Callable[[int], tuple[int, int]]  # a place in the text: the sentence that holds it
QUOTED = 140  # code points of a quote on a card; the marks show all of it


@dataclass(frozen=True, slots=True)
class Rule:
    """A clause as the card's reader reads it."""

    id: str
    strength: str
    words: str | Sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """A wording and the stretch of text it takes the place of. `end` is `start` for a line to add at the end of the text."""

    start: int
    end: int
    fix: Sentence


@dataclass(frozen=True, slots=True)
class Card:
    item: Item
    key: str
    quote: str
    about: str
    adds: bool
    pieces: tuple[Piece, ...]
    others: tuple[tuple[str, Sentence], ...]  # (words, what to write instead) besides the first piece
    rules: tuple[Rule, ...]
    sharing: bool  # CON-12: who may be told inside the Trust
    event: str  # CON-3: the reference by which its organiser can be asked, or ""

    @property
    def fix(self) -> Sentence | None:
        return self.pieces[0].fix if self.pieces else None


def key_of(finding: Finding) -> str:
    """Names a finding from one page to the next without its place: the check, and a digest of the words it is about."""
    digest = hashlib.sha256(finding.quote.encode("utf-8")).hexdigest()[:12]
    return finding.seen.check + "-" + digest


def _short(quote: str) -> str:
    """A quote a card has room for; none where no word is in it (what is missing from a text stands at its last mark)."""
    if not any(character.isalnum() for character in quote):
        return ""
    return quote if len(quote) <= QUOTED else quote[:QUOTED].rstrip() + "…"


def rules_of(clauses: Iterable[str], edition: Edition, *, student: bool) -> tuple[Rule, ...]:
    """Each clause in the reader's words. Raises UnknownClause."""
    told = []
    for id in clauses:
        clause = edition.clause(id)
        words = clause.plain if not student else clause.plain_student or FOR_STAFF
        told.append(Rule(id, clause.strength.value, words))
    return tuple(told)


def _card(text: str, item: Item, edition: Edition, around: Around, *, student: bool) -> Card:
    made = pieces(text, item, around)
    target = item.lead.seen.target
    return Card(
        item=item,
        key=key_of(item.lead),
        quote=_short(item.lead.quote),
        about="" if target is None else _short(text[target.start : target.end]),
        adds=item.lead.seen.kind in ADDED,
        pieces=made,
        others=tuple((_short(text[piece.start : piece.end]), piece.fix) for piece in made[1:]),
        rules=rules_of(item.clauses, edition, student=student),
        sharing="CON-12" in item.clauses,
        event=item.lead.seen.about if item.lead.seen.kind == "event" else "",
    )


def cards(text: str, items: Iterable[Item], edition: Edition, around: Around, *, student: bool) -> tuple[Card, ...]:
    """One card an item, in their order. Raises UnknownClause where a check cites what the edition does not hold."""
    return tuple(_card(text, item, edition, around, student=student) for item in items)


def _piece(text: str, finding: Finding, around: Around) -> Piece | None:
    """A wording that is a whole sentence takes the place of the whole sentence; any other takes the place of the words marked."""
    seen = finding.seen
    if seen.fix is None:
        return None
    if seen.kind in ADDED:
        return Piece(len(text), len(text), seen.fix)
    if not str(seen.fix).endswith((".", "!", "?")):
        return Piece(seen.start, seen.end, seen.fix)
    start, end = around(seen.start)[0], around(max(seen.start, seen.end - 1))[1]
    held = text[start:end]
    return Piece(start + len(held) - len(held.lstrip()), end - len(held) + len(held.rstrip()), seen.fix)


def pieces(text: str, item: Item, around: Around) -> tuple[Piece, ...]:
    """The wordings of an item that can stand together: the lead's first, none that overlaps one taken already."""
    if item.lead.seen.fix is None:
        return ()
    taken: list[Piece] = []
    for finding in (item.lead, *item.inside):
        piece = _piece(text, finding, around)
        if piece is not None and all(piece.end <= other.start or other.end <= piece.start for other in taken):
            taken.append(piece)
    return tuple(taken)


def reworded(text: str, made: Iterable[Piece]) -> str:
    """The text with the wordings put in."""
    for piece in sorted(made, key=lambda one: one.start, reverse=True):
        if piece.start == len(text) == piece.end:
            text = text + ("\r\n\r\n" if "\r\n" in text else "\n\n") + str(piece.fix)
        else:
            text = text[: piece.start] + str(piece.fix) + text[piece.end :]
    return text
