"""A document that is being looked through, as data for other systems."""

from askfirst.adoption.brought import Brought
from askfirst.procedure.importing.as_json import imported_json

__all__ = ["brought_json", "listed_json"]

DECIDED = {"yes": "confirmed", "no": "left out", "": "open"}


def listed_json(one: Brought) -> dict[str, object]:
    """ref, name, who brought it and when, and how many rules are still open."""
    return {"ref": one.ref, "name": one.found.name, "brought_by": one.by, "brought_at": one.at.isoformat(), "open": len(one.open)}


def brought_json(one: Brought) -> dict[str, object]:
    """The document as `askfirst procedure import --json` gives it, with what was decided of each rule; `seen` goes back with a decision."""
    decided = {
        each.proposal.id: {
            "decided": DECIDED[each.decided],
            "addressee": each.clause.addressee.value,
            "strength": each.clause.strength.value,
            "plain": each.clause.plain,
            "student": each.clause.plain_student,
        }
        for each in one.considered
    }
    return {**listed_json(one), "seen": one.changes, "found": imported_json(one.found), "rules": decided}
