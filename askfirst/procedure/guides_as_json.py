"""Guides as data for other systems: one shape for API and command line."""

from datetime import date

from askfirst.procedure.dated import PlatformFact
from askfirst.procedure.guides import Guide, Part, guide, the_services

__all__ = ["guide_json", "guides_json"]


def _fact(fact: PlatformFact, on: date) -> dict[str, object]:
    return {
        "fact": fact.fact,
        "fact_student": fact.student or fact.fact,
        "source": fact.source,
        "checked_on": fact.checked_on.isoformat(),
        "stale": fact.stale_on(on),
        "to_confirm": fact.to_confirm,
    }


def _part(part: Part, on: date) -> dict[str, object]:
    return {
        "section": part.question.section.value,
        "title": str(part.question.title),
        "checked": bool(part.facts),
        "stale": part.stale_on(on),
        "clauses": list(part.question.clauses),
        "note": None if part.note is None else str(part.note),
        "facts": [_fact(fact, on) for fact in part.facts],
    }


def guide_json(one: Guide, on: date) -> dict[str, object]:
    """One service: its five parts in order, and who may have an account. `checked` is false where nobody has looked."""
    of = one.service
    return {
        "id": of.id,
        "name": of.name,
        "named": of.named or None,
        "closed": of.closed,
        "help": of.help or None,
        "parts": [_part(part, on) for part in one.parts],
        "ages": [_fact(fact, on) for fact in one.ages],
    }


def guides_json(on: date) -> dict[str, object]:
    """{"on", "services": [...]}; `on` is the day staleness is counted to."""
    return {"on": on.isoformat(), "services": [guide_json(guide(of), on) for of in the_services()]}
