"""A document as an edition that can be looked over: each proposal as the clause it would be, with what its own words name. Pure."""

from datetime import date

from askfirst.procedure.clause import Clause, Edition
from askfirst.procedure.importing.mentions import mentions_in
from askfirst.procedure.importing.proposals import Imported, Proposal

__all__ = ["clause_of", "edition_of", "exact_of"]

NEVER = date.max
"""The review of a document that names none: a rule of its own tells that."""


def exact_of(one: Proposal) -> str:
    """The document's own words to the letter, with the words above its list on a line of their own."""
    return one.lead + "\n" + one.exact if one.lead else one.exact


def clause_of(one: Proposal, edition: Edition) -> Clause:
    """As it is proposed, beside the edition that is known."""
    exact = exact_of(one)
    mentions = mentions_in(exact, edition.by_id.get(one.id))
    return Clause(one.id, one.section, one.addressee, one.strength, one.plain, one.plain_student, mentions, exact)


def edition_of(found: Imported, edition: Edition) -> Edition:
    """The whole document, under its own name and dates; without a day of approval it counts as approved since ever."""
    front = found.front
    return Edition(
        trust=edition.trust,
        edition=found.name,
        title=front.title or found.name,
        approved_by=front.approved_by,
        approved_on=front.approved_on or date.min,
        review_due=front.review_due or NEVER,
        sections=tuple((one.id, one.heading) for one in found.sections),
        clauses=tuple(clause_of(one, edition) for one in found.proposals),
    )
