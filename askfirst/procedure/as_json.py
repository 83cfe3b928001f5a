"""The procedure as data for other systems: one shape for API and command line (interfaces.md)."""

from collections.abc import Iterable, Sequence
from datetime import date

from askfirst.procedure.changes import Change
from askfirst.procedure.clause import Addition, Clause, Edition
from askfirst.procedure.lint import LintFinding

__all__ = ["additions_json", "change_json", "clause_json", "edition_json", "lint_json"]


def clause_json(edition: Edition, clause: Clause) -> dict[str, object]:
    """One clause: id, section, addressee, strength, plain, plain_student, exact (null until brought in), readings, mentions, additions."""
    return {
        "id": clause.id,
        "section": clause.section,
        "addressee": clause.addressee.value,
        "strength": clause.strength.value,
        "plain": clause.plain,
        "plain_student": clause.plain_student,
        "exact": clause.exact or None,
        "readings": [
            {"id": reading.id, "problem": reading.problem, "reading": reading.reading, "status": reading.status}
            for reading in edition.readings_of(clause.id)
        ],
        "mentions": [{"sort": mention.sort.value, "name": mention.name} for mention in clause.mentions],
        "additions": additions_json(edition.additions_to(clause.id)),
    }


def additions_json(additions: Iterable[Addition]) -> list[dict[str, object]]:
    """What schools add: [{"school", "name", "clause", "plain", "student"}]; student null where the rule is not for them."""
    return [
        {"school": one.school, "name": one.name, "clause": one.clause, "plain": one.plain, "student": one.student or None}
        for one in additions
    ]


def _said(clause: Clause | None) -> dict[str, object] | None:
    if clause is None:
        return None
    return {
        "addressee": clause.addressee.value,
        "strength": clause.strength.value,
        "plain": clause.plain,
        "plain_student": clause.plain_student,
        "exact": clause.exact or None,
        "names": list(clause.names),
    }


def change_json(change: Change) -> dict[str, object]:
    """One clause in two editions: id, kind (unchanged, changed, added, removed), and what it says in each; null where it is not there."""
    return {"id": change.id, "kind": change.kind.value, "old": _said(change.old), "new": _said(change.new)}


def edition_json(edition: Edition) -> dict[str, object]:
    """title, edition, approved_on, review_due (ISO dates) and every clause in the order of the document."""
    return {
        "title": edition.title,
        "edition": edition.edition,
        "approved_by": edition.approved_by,
        "approved_on": edition.approved_on.isoformat(),
        "review_due": edition.review_due.isoformat(),
        "clauses": [clause_json(edition, clause) for clause in edition.clauses],
    }


def lint_json(findings: Sequence[LintFinding], on: date) -> dict[str, object]:
    """{"on", "findings": [{"clause", "also", "says", "fact", "since", "source", "propose"}]}; `also` holds the rest of a pair or group."""
    return {
        "on": on.isoformat(),
        "findings": [
            {
                "clause": finding.clause,
                "also": list(finding.also),
                "says": str(finding.says),
                "fact": str(finding.fact),
                "since": None if finding.since is None else finding.since.isoformat(),
                "source": str(finding.source),
                "propose": str(finding.propose),
            }
            for finding in findings
        ],
    }
