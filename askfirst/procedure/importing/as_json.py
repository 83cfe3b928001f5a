"""Proposals as data and back: what is exported is read again as the very same. Pure; what is not whole is refused in one sentence."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from askfirst.guard.limits import LETTERS, PARAGRAPHS
from askfirst.guard.text.paragraph import KINDS, NOTES
from askfirst.procedure.clause import Addressee, Strength
from askfirst.procedure.importing.front import Front
from askfirst.procedure.importing.proposals import ASKS, Imported, Proposal, Section
from askfirst.procedure.importing.statements import Loose
from askfirst.procedure.load import ID_OF
from askfirst.procedure.page import shown
from askfirst.words import Sentence, say

__all__ = ["FORMAT", "NotWhole", "from_json", "imported_json", "is_export"]

Kept = TypeVar("Kept")
FORMAT = "askfirst-import-1"
MOST = 5_000_000  # bytes
BEGINS = b'"format": "' + FORMAT.encode() + b'"'


class NotWhole(ValueError):
    """An export that cannot be read again; `sentence` says where it is wrong."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def _loose(one: Loose) -> dict[str, object]:
    return {"line": one.line, "page": one.page, "text": one.text}


def _clause(one: Proposal) -> dict[str, object]:
    return {
        "id": one.id,
        "section": one.section,
        "known": one.known,
        "addressee": one.addressee.value,
        "strength": one.strength.value,
        "heard": None if one.heard is None else one.heard.value,
        "line": one.line,
        "page": one.page,
        "lead": one.lead,
        "exact": one.exact,
        "plain": one.plain,
        "plain_student": one.plain_student,
        "alike": one.alike,
        "asks": list(one.asks),
    }


def imported_json(one: Imported) -> dict[str, object]:
    """One object; `clauses` are the proposals, each as in `_clause`.

    Dates are ISO or null; `left` is what was not understood; `asks` and `notes` are keys, whose sentences the faces have.
    """
    front = one.front
    return {
        "format": FORMAT,
        "name": one.name,
        "kind": one.kind,
        "title": front.title,
        "trust": front.trust,
        "approved_by": front.approved_by,
        "approved_on": None if front.approved_on is None else front.approved_on.isoformat(),
        "review_due": None if front.review_due is None else front.review_due.isoformat(),
        "sections": [{"id": section.id, "heading": section.heading} for section in one.sections],
        "clauses": [_clause(proposal) for proposal in one.proposals],
        "left": [_loose(loose) for loose in one.left],
        "missing": list(one.missing),
        "notes": list(one.notes),
    }


def is_export(data: bytes) -> bool:
    """Whether these bytes begin as an export does."""
    return BEGINS in data[:200] and data.lstrip()[:1] == b"{"


class _Row:
    """One object of an export, and where it stands; each field is taken once by what it must be, and none may be left."""

    def __init__(self, held: object, at: Sentence) -> None:
        if not isinstance(held, dict):
            raise NotWhole(say("{at} is of the wrong kind. Export it again.", at=at))
        self.held: dict[str, Any] = dict(held)
        self.at = at

    def take(self, name: str, fits: Callable[[Any], Kept]) -> Kept:
        try:
            return fits(self.held.pop(name))
        except (KeyError, ValueError, TypeError):
            raise NotWhole(say("{at}: the field {name} is missing or wrong. Export it again.", at=self.at, name=name)) from None

    def done(self) -> None:
        if self.held:
            raise NotWhole(say("{at}: we do not know the field {name}. Export it again.", at=self.at, name=shown(min(self.held))))


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LETTERS:
        raise TypeError
    return value


def _words(value: object) -> str:
    if not _text(value).strip():
        raise ValueError
    return _text(value)


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= MOST:
        raise TypeError
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _or_none(fits: Callable[[Any], Kept]) -> Callable[[Any], Kept | None]:
    return lambda value: None if value is None else fits(value)


def _listed(fits: Callable[[Any], Kept]) -> Callable[[Any], tuple[Kept, ...]]:
    def all_of(value: object) -> tuple[Kept, ...]:
        if not isinstance(value, list) or len(value) > PARAGRAPHS:
            raise TypeError
        return tuple(fits(one) for one in value)

    return all_of


def _id(value: object) -> str:
    if not ID_OF["clause"].fullmatch(_text(value)):
        raise ValueError
    return _text(value)


def _one_of(known: Iterable[str]) -> Callable[[Any], str]:
    allowed = frozenset(known)

    def fits(value: object) -> str:
        if value not in allowed:
            raise ValueError
        return _text(value)

    return fits


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


def _a_section(value: object) -> Section:
    row = _Row(value, say("A section"))
    section = Section(row.take("id", _words), row.take("heading", _words))
    row.done()
    return section


def _a_loose(value: object) -> Loose:
    row = _Row(value, say("What was left"))
    loose = Loose(line=row.take("line", _number), page=row.take("page", _or_none(_number)), text=row.take("text", _words))
    row.done()
    return loose


def _a_clause(value: object) -> Proposal:
    row = _Row(value, say("A clause"))
    id = row.take("id", _id)
    row.at = say("Clause {id}", id=id)
    row.take("section", _one_of([id.partition("-")[0]]))
    proposal = Proposal(
        id=id,
        known=row.take("known", _yes_or_no),
        addressee=row.take("addressee", Addressee),
        strength=row.take("strength", Strength),
        heard=row.take("heard", _or_none(Strength)),
        line=row.take("line", _number),
        page=row.take("page", _or_none(_number)),
        lead=row.take("lead", _text),
        exact=row.take("exact", _words),
        plain=row.take("plain", _text),
        plain_student=row.take("plain_student", _or_none(_text)),
        alike=row.take("alike", _number),
        asks=row.take("asks", _listed(_one_of(ASKS))),
    )
    row.done()
    return proposal


def from_json(data: bytes) -> Imported:
    """The very proposals that were exported. Raises NotWhole."""
    try:
        held = json.loads(data) if len(data) <= MOST else None
    except (ValueError, RecursionError):
        held = None
    row = _Row(held, say("This export"))
    row.take("format", _one_of([FORMAT]))
    front = Front(
        title=row.take("title", _text),
        trust=row.take("trust", _text),
        approved_by=row.take("approved_by", _text),
        approved_on=row.take("approved_on", _or_none(_day)),
        review_due=row.take("review_due", _or_none(_day)),
    )
    one = Imported(
        name=row.take("name", _words),
        kind=row.take("kind", _one_of(KINDS)),
        front=front,
        sections=row.take("sections", _listed(_a_section)),
        proposals=row.take("clauses", _listed(_a_clause)),
        left=row.take("left", _listed(_a_loose)),
        missing=row.take("missing", _listed(_id)),
        notes=row.take("notes", _listed(_one_of(NOTES))),
    )
    row.done()
    if len({proposal.id for proposal in one.proposals}) != len(one.proposals):
        raise NotWhole(say("A clause stands here twice. Export it again."))
    return one
