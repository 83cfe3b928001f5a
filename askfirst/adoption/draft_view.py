"""A draft as one person sees it: what differs from the edition before, what lint finds, what was said of it, and what they may do now."""

from dataclasses import dataclass
from datetime import date, datetime

from askfirst.adoption import models
from askfirst.adoption.approval import approver_seat, found_in, may_approve, still_to_do
from askfirst.adoption.comments import Comment, comments, may_comment, may_see
from askfirst.adoption.drafting import NOT_THERE, draft, stands_against
from askfirst.adoption.editions import as_edition
from askfirst.adoption.states import EDITED, MOVES, OPEN, Move, Refusal, Refused, State, Who
from askfirst.people.calendar import london_day
from askfirst.people.hats import GOVERNANCE, Standing
from askfirst.procedure.changes import Change, Kind, Piece, changes, word_changes
from askfirst.procedure.clause import Edition
from askfirst.procedure.lint import LintFinding
from askfirst.procedure.whole import faults
from askfirst.words import Sentence

__all__ = ["DraftView", "Found", "Line", "Offer", "comments_wanted", "draft_view", "may_see_drafts", "to_do", "under_way"]


@dataclass(frozen=True, slots=True)
class Line:
    """One clause that differs. `pieces`: its plain words, as runs; `student` and `exact` the same, empty where they are as before."""

    change: Change
    cls: str  # wording, meaning, or "" where nobody has said
    pieces: tuple[Piece, ...]
    student: tuple[Piece, ...]
    exact: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What lint finds in the draft, and why it stays; "" where nobody has said."""

    finding: LintFinding
    why: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A move that is this person's, and what stands in its way now."""

    move: Move
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class DraftView:
    """Everything about one draft for one reader. `version`: to be sent back with a change; `writes`: whether they may change words now."""

    ref: str
    name: str
    number: int
    base: str
    state: State
    version: int
    edition: Edition
    lines: tuple[Line, ...]
    same: tuple[str, ...]  # ids of the clauses that are as before
    found: tuple[Found, ...]
    faults: tuple[tuple[str, Sentence], ...]
    said: tuple[Comment, ...]
    offers: tuple[Offer, ...]
    writes: bool
    asks_students: bool
    opened_at: datetime
    starts_on: date | None
    approver_role: str
    approver_name: str
    approved_on: date | None


def may_see_drafts(by: Standing) -> bool:
    """Whoever owns the procedure, and whoever agrees to it."""
    return by.holds(GOVERNANCE) or by.holds(approver_seat())


def under_way() -> models.Edition | None:
    """The one draft there is, if there is one. One query."""
    return models.Edition.objects.filter(open=True).first()


def to_do(by: Standing) -> str:
    """The reference of a draft that waits for this person: to be agreed to, or written on after it came back; "" for none. One query."""
    if not may_see_drafts(by):
        return ""
    row = under_way()
    if row is None:
        return ""
    waits = (row.state == State.PENDING and may_approve(row, by) is None) or (row.state in EDITED and by.holds(GOVERNANCE))
    return row.ref if waits else ""


def comments_wanted(by: Standing) -> str:
    """The reference of a draft that this person is asked about; "" for none. One query."""
    row = under_way()
    return row.ref if row is not None and may_comment(row, by) else ""


def draft_view(*, ref: str, by: Standing, at: datetime) -> DraftView:
    """Raises Refused for a draft that is not there, or not this person's to read: the two are told alike."""
    row = draft(ref=ref)
    if not may_see(row, by):
        raise Refused(Refusal(NOT_THERE))
    edition, inside = as_edition(row), may_see_drafts(by)
    told = changes(stands_against(row), edition) if row.base else ()
    classes = dict(row.rows.values_list("clause", "change"))
    reasons = dict(row.accepted.values_list("finding", "why"))
    return DraftView(
        ref=row.ref,
        name=row.name,
        number=row.number,
        base=row.base,
        state=State(row.state),
        version=row.changes,
        edition=edition,
        lines=tuple(_line(one, classes.get(one.id, "")) for one in told if one.kind is not Kind.SAME),
        same=tuple(one.id for one in told if one.kind is Kind.SAME),
        found=tuple(Found(one, reasons.get(one.key, "")) for one in found_in(edition, on=london_day(at))) if inside else (),
        faults=tuple(faults(edition)) if inside else (),
        said=tuple(comments(row, by)),
        offers=tuple(_offers(row, by)),
        writes=by.holds(GOVERNANCE) and row.state in EDITED,
        asks_students=row.asks_students,
        opened_at=row.opened_at,
        starts_on=row.starts_on,
        approver_role=row.approver_role,
        approver_name=row.approver_name,
        approved_on=row.approved_on,
    )


def _line(change: Change, cls: str) -> Line:
    old, new = change.old, change.new

    def pieces(before: str, after: str, *, always: bool = False) -> tuple[Piece, ...]:
        return word_changes(before, after) if always or before != after else ()

    return Line(
        change,
        cls,
        pieces(old.plain if old else "", new.plain if new else "", always=True),
        pieces((old and old.plain_student) or "", (new and new.plain_student) or ""),
        pieces(old.exact if old else "", new.exact if new else ""),
    )


OFFERED = ("lint", "consult", "comment", "submit", "take-back", "approve", "send-back", "schedule", "withdraw")


def _offers(row: models.Edition, by: Standing) -> list[Offer]:
    return [
        Offer(MOVES[id], tuple(_against(id, row, by))) for id in OFFERED if row.state in MOVES[id].start and _theirs(MOVES[id], row, by)
    ]


def _theirs(move: Move, row: models.Edition, by: Standing) -> bool:
    """Whether it is a move of their role; what stands in the way of the person is told with it."""
    if move.by is Who.CONSULTED:
        return may_comment(row, by)
    return by.holds(approver_seat() if move.by is Who.APPROVER else GOVERNANCE) and row.state in OPEN


def _against(id: str, row: models.Edition, by: Standing) -> list[Refusal]:
    if id == "submit":
        return still_to_do(row)
    why = may_approve(row, by) if id in ("approve", "send-back") else None
    return [Refusal(why)] if why else []
