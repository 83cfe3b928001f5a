"""What a card shows about one thing to look at, and what its wording does to the text. Pure."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from askfirst.advice.answer import Finding
from askfirst.advice.items import Item
from askfirst.procedure.clause import Edition
from askfirst.words import Sentence, say

__all__ = ["Card", "Rule", "cards", "key_of", "replacing", "reworded"]

ADDED = frozenset({"works-here"})  # a line to add somewhere, not words to put in place of others
FOR_STAFF = say("This rule is written for staff.")
QUOTED = 140  # code points of a quote on a card; the marks show all of it


@dataclass(frozen=True, slots=True)
class Rule:
    """A clause as the card's reader reads it."""

    id: str
    strength: str
    words: str | Sentence


@dataclass(frozen=True, slots=True)
class Card:
    item: Item
    key: str
    quote: str
    about: str
    adds: bool
    others: tuple[tuple[str, Sentence], ...]  # (words, what to write instead) of the findings inside
    rules: tuple[Rule, ...]
    sharing: bool  # CON-12: who may be told inside the Trust

    @property
    def fix(self) -> Sentence | None:
        return self.item.lead.seen.fix


def key_of(finding: Finding) -> str:
    """Names a finding from one page to the next without its place: the check, and a digest of the words it is about."""
    digest = hashlib.sha256(finding.quote.encode("utf-8")).hexdigest()[:12]
    return finding.seen.check + "-" + digest


def _short(quote: str) -> str:
    return quote if len(quote) <= QUOTED else "".join((quote[:QUOTED].rstrip(), "…"))


def _rules(item: Item, edition: Edition, *, student: bool) -> tuple[Rule, ...]:
    told = []
    for id in item.clauses:
        clause = edition.clause(id)
        words = clause.plain if not student else clause.plain_student or FOR_STAFF
        told.append(Rule(id, clause.strength.value, words))
    return tuple(told)


def cards(text: str, items: Iterable[Item], edition: Edition, *, student: bool) -> tuple[Card, ...]:
    """One card an item, in their order. Raises UnknownClause where a check cites what the edition does not hold."""
    return tuple(
        Card(
            item=item,
            key=key_of(item.lead),
            quote=_short(item.lead.quote),
            about="" if (at := item.lead.seen.target) is None else _short(text[at.start : at.end]),
            adds=item.lead.seen.kind in ADDED,
            others=tuple((_short(f.quote), f.seen.fix) for f in replacing(item) if f is not item.lead and f.seen.fix is not None),
            rules=_rules(item, edition, student=student),
            sharing="CON-12" in item.clauses,
        )
        for item in items
    )


def replacing(item: Item) -> Sequence[Finding]:
    """The findings of an item whose wordings can stand together: the lead's first, none that overlaps one taken already."""
    taken: list[Finding] = []
    for finding in (item.lead, *item.inside):
        seen = finding.seen
        if seen.fix is not None and all(seen.end <= other.seen.start or other.seen.end <= seen.start for other in taken):
            taken.append(finding)
    return taken


def reworded(text: str, item: Item) -> str:
    """The text with an item's wordings put in: each in place of its own words, or at the end where it is a line to add."""
    for finding in sorted(replacing(item), key=lambda one: one.seen.start, reverse=True):
        seen = finding.seen
        if seen.kind in ADDED:
            text = ("\r\n\r\n" if "\r\n" in text else "\n\n").join((text, str(seen.fix)))
        else:
            text = "".join((text[: seen.start], str(seen.fix), text[seen.end :]))
    return text
