"""Campaigns and what somebody is asked to read as data: one shape for API and command line."""

from askfirst.adoption.campaigns import Campaign
from askfirst.adoption.outstanding import Line
from askfirst.adoption.shown import ToRead
from askfirst.adoption.understood import CENTRAL, PRESS

__all__ = ["campaign_json", "line_json", "to_read_json"]


def campaign_json(one: Campaign) -> dict[str, object]:
    """ref, edition, audience, schools (none: the whole Trust; "central": its central team), opens, closes (ISO days), phase."""
    return {
        "ref": one.ref,
        "edition": one.asked.edition,
        "audience": sorted(one.asked.audience),
        "schools": ["central" if school == CENTRAL else school for school in sorted(one.asked.schools)],
        "opens": one.asked.opens.isoformat(),
        "closes": one.asked.closes.isoformat(),
        "phase": one.phase,
    }


def to_read_json(asked: ToRead | None) -> dict[str, object]:
    """What somebody is asked to read; {"asked": false} where nobody asks them. A scenario's `better` counts its choices from 0."""
    if asked is None:
        return {"asked": False}
    student = asked.member.student
    return {
        "asked": True,
        "campaign": asked.asked.ref,
        "title": asked.edition.title,
        "edition": asked.edition.edition,
        "state": asked.state.value,
        "first": asked.span.first.isoformat() if asked.span else None,
        "last": asked.span.last.isoformat() if asked.span else None,
        "since": asked.since or None,
        "clauses": [
            {
                "id": clause.id,
                "strength": clause.strength.value,
                "words": clause.plain_student if student and clause.plain_student else clause.plain,
                "additions": [
                    {"school": one.school, "name": one.name, "words": words}
                    for one in asked.edition.additions_to(clause.id)
                    if (words := one.words(student=student))
                ],
            }
            for clause in asked.clauses
        ],
        "gone": [clause.id for clause in asked.gone],
        "scenarios": [
            {"id": one.id, "clause": one.clause, "ask": one.ask, "choices": list(one.choices), "better": one.better, "reason": one.reason}
            for one in asked.scenarios
        ],
        "press": str(PRESS) if asked.signs else None,
        "digest": asked.digest,
    }


def line_json(line: Line) -> dict[str, object]:
    """A line of a manager's list: who, and how they stand."""
    return {"who": line.ref, "name": line.name, "state": line.state.value, "outstanding": line.outstanding}
