"""What differs between two editions: clause by clause for readers, word by word for whoever edits. Pure.

`changes(old, new)` lists every clause, the unchanged ones too, in the order of the new edition, with what was taken out where it stood;
`applied(old, changes)` gives the new edition's clauses back, so that nobody is shown less than what changed. Linear in the clauses.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from askfirst.procedure.clause import Addressee, Clause, Edition

__all__ = ["Change", "Class", "Kind", "Piece", "Reader", "applied", "changes", "for_reader", "word_changes"]

TOKEN = re.compile(r"\s+|\w+(?:[’'-]\w+)*|[^\w\s]")
MOST_TOKENS = 2_000  # of one side; a longer text is compared as a whole


class Kind(StrEnum):
    """What became of a clause."""

    SAME = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


class Class(StrEnum):
    """What sort of change its author says it is. Only a change of meaning is put to people again."""

    WORDING = "wording"
    MEANING = "meaning"


class Reader(StrEnum):
    """For whom a clause is shown: what it asks of this reader, in this reader's words."""

    STAFF = "staff"
    STUDENT = "student"
    MANAGER = "manager"
    TRUST = "trust"  # whoever answers for the Trust's own duties: all of it

    def meets(self, addressee: Addressee) -> bool:
        """Whether a clause for this addressee asks something of this reader."""
        if self is Reader.STUDENT:
            return addressee.reaches_students
        if self is Reader.TRUST:
            return True
        own = {Addressee.STAFF, Addressee.BOTH}
        return addressee in (own | {Addressee.MANAGER} if self is Reader.MANAGER else own)


@dataclass(frozen=True, slots=True)
class Change:
    """One clause in two editions; `old` is None for an added one, `new` for a removed one."""

    id: str
    kind: Kind
    old: Clause | None
    new: Clause | None

    @property
    def strength_changed(self) -> bool:
        """Whether the word of strength is another: then it can hardly be a matter of wording alone."""
        return self.old is not None and self.new is not None and self.old.strength != self.new.strength

    @property
    def addressee_changed(self) -> bool:
        return self.old is not None and self.new is not None and self.old.addressee != self.new.addressee

    @property
    def names_gone(self) -> tuple[str, ...]:
        """What it named outside itself (a law, a service, a link) and names no more."""
        return tuple(name for name in _names(self.old) if name not in _names(self.new))

    @property
    def names_new(self) -> tuple[str, ...]:
        return tuple(name for name in _names(self.new) if name not in _names(self.old))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both sides have ("same"), that went ("gone"), or that came ("new")."""

    what: str
    text: str


def _names(clause: Clause | None) -> tuple[str, ...]:
    return clause.names if clause else ()


def changes(old: Edition, new: Edition) -> tuple[Change, ...]:
    """Every clause of both, in the new order; a removed one after the clause it stood behind."""
    gone_after: dict[str, list[Clause]] = {}
    behind = ""
    for clause in old.clauses:
        if clause.id in new.by_id:
            behind = clause.id
        else:
            gone_after.setdefault(behind, []).append(clause)
    found = [Change(one.id, Kind.REMOVED, one, None) for one in gone_after.get("", ())]
    for clause in new.clauses:
        before = old.by_id.get(clause.id)
        kind = Kind.ADDED if before is None else Kind.SAME if before == clause else Kind.CHANGED
        found.append(Change(clause.id, kind, before, clause))
        found.extend(Change(one.id, Kind.REMOVED, one, None) for one in gone_after.get(clause.id, ()))
    return tuple(found)


def applied(old: Sequence[Clause], changed: Sequence[Change]) -> tuple[Clause, ...]:
    """The clauses that come of making these changes to the old ones. Raises ValueError where they were made for other clauses."""
    left = {clause.id: clause for clause in old}
    made = []
    for change in changed:
        if left.pop(change.id, None) != change.old:
            raise ValueError(change.id)
        if change.new is not None:
            made.append(change.new)
    if left:
        raise ValueError(next(iter(left)))
    return tuple(made)


def for_reader(edition: Edition, reader: Reader) -> Edition:
    """The edition as far as it asks something of this reader."""
    return replace(edition, clauses=tuple(clause for clause in edition.clauses if reader.meets(clause.addressee)))


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """The old text and the new one as runs of words. Joining "same" and "gone" gives the old text, "same" and "new" the new one.

    Runs that are parted by no word that both have are one: nobody reads every other word.
    """
    pieces: list[Piece] = []
    gone = came = between = ""
    for before, after in _runs(old, new):
        if before != after:
            gone, came, between = gone + between + before, came + between + after, ""
        elif (gone or came) and not re.search(r"\w", before):
            between = before  # a gap between two changes; what follows says whether it parts them
        else:
            pieces += _changed(gone, came)
            pieces.append(Piece("same", between + before))
            gone = came = between = ""
    return (*pieces, *_changed(gone, came), *([Piece("same", between)] if between else []))


def _changed(gone: str, came: str) -> list[Piece]:
    return [Piece(what, text) for what, text in (("gone", gone), ("new", came)) if text]


def _runs(old: str, new: str) -> Iterator[tuple[str, str]]:
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    if max(len(before), len(after)) > MOST_TOKENS:
        before, after = [old], [new]
    for _, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield "".join(before[a:b]), "".join(after[c:d])
