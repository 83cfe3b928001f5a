"""Editions and drafts as data for other systems: one shape for API and command line."""

from collections.abc import Sequence
from datetime import date

from askfirst.adoption.draft_view import DraftView, Line, Offer
from askfirst.adoption.editions import Listed
from askfirst.adoption.states import SAYS, Refusal
from askfirst.procedure.as_json import additions_json, change_json, clause_json
from askfirst.procedure.changes import Change
from askfirst.procedure.clause import Addition

__all__ = ["changes_json", "draft_json", "listed_json", "refusals_json"]

Data = dict[str, object]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def listed_json(one: Listed) -> Data:
    """name, number, state, says, title, approver_role, approver_name, and the days it was approved, starts and ended (null where unset)."""
    return {
        "name": one.name,
        "number": one.number,
        "state": one.state.value,
        "says": str(SAYS[one.state]),
        "title": one.title,
        "approver_role": one.approver_role or None,
        "approver_name": one.approver_name or None,
        "approved_on": _day(one.approved_on),
        "starts_on": _day(one.starts_on),
        "ended_on": _day(one.ended_on),
    }


def changes_json(since: str, now: str, changes: Sequence[Change], additions: Sequence[Addition]) -> Data:
    """{"since", "edition", "changes": [{"id", "kind", "old", "new"}], "additions"}, the unchanged ones too."""
    told = [change_json(one) for one in changes]
    return {"since": since or None, "edition": now, "changes": told, "additions": additions_json(additions)}


def refusals_json(refused: Sequence[Refusal]) -> list[dict[str, str]]:
    """[{"sentence", "clause"}]; clause "" where it is about the whole."""
    return [{"sentence": str(one.sentence), "clause": one.clause} for one in refused]


def draft_json(one: DraftView) -> Data:
    """A draft as this person sees it: what differs, what lint finds, comments, and the steps that are theirs, each with its refusals."""
    return {
        "ref": one.ref,
        "name": one.name,
        "number": one.number,
        "base": one.base,
        "state": one.state.value,
        "says": str(SAYS[one.state]),
        "version": one.version,
        "starts_on": _day(one.starts_on),
        "approved": {"role": one.approver_role, "name": one.approver_name, "on": _day(one.approved_on)} if one.approved_on else None,
        "changes": [_line(line) for line in one.lines],
        "unchanged": list(one.same),
        "clauses": [clause_json(one.edition, clause) for clause in one.edition.clauses],
        "lint": [
            {"finding": found.finding.key, "clause": found.finding.clause, "says": str(found.finding.says), "stays": found.why or None}
            for found in one.found
        ],
        "faults": [{"clause": id, "sentence": str(why)} for id, why in one.faults],
        "comments": [
            {
                "id": said.id,
                "clause": said.clause or None,
                "words": said.words,
                "by": said.name or None,
                "union": said.union,
                "answer": said.answer or None,
            }
            for said in one.said
        ],
        "steps": [_offer(offer) for offer in one.offers],
    }


def _line(line: Line) -> Data:
    return {**change_json(line.change), "class": line.cls or None}


def _offer(offer: Offer) -> Data:
    return {"id": offer.move.id, "says": str(offer.move.says), "refusals": refusals_json(offer.refusals)}
