"""Which rule some words of a document are, said by a person: one that is known, or a rule of its own. Pure.

What stood as that rule before becomes a rule of its own, so that no words are lost and no rule has words twice.
"""

from dataclasses import replace

from askfirst.procedure.clause import Edition, Strength
from askfirst.procedure.importing.ids import Prefixes
from askfirst.procedure.importing.proposals import FIGURES, Imported, Proposal, Section
from askfirst.procedure.importing.signs import Known, known_of

__all__ = ["OWN", "taken_as"]

OWN = "own"
"""A rule of its own, and none that is known."""


def taken_as(found: Imported, id: str, clause: str, edition: Edition) -> tuple[Imported, dict[str, str]]:
    """The document with the words of `id` taken for `clause` (an id of the edition, or OWN), and each new id by the one before.

    Raises KeyError where the document has no such words, or the edition no such rule.
    """
    one = found.proposal(id)
    if one is None or (clause != OWN and clause not in edition.by_id):
        raise KeyError(id)
    if clause == id or (clause == OWN and not one.known):
        return found, {}
    taken = {each.id for each in found.proposals}
    if clause == OWN:
        moved = {id: _as_own(one, _free(one.section, taken, edition))}
    else:
        known = known_of(edition)
        moved = {id: _as_known(one, clause, known)}
        other = found.proposal(clause)
        if other is not None:
            moved[clause] = _as_own(other, _free(other.section, taken, edition))
    proposals = tuple(moved.get(each.id, each) for each in found.proposals)
    return _whole(found, proposals, edition), {old: new.id for old, new in moved.items()}


def _free(prefix: str, taken: set[str], edition: Edition) -> str:
    prefixes = Prefixes(edition)
    while (id := prefixes.next_id(prefix)) in taken:
        pass
    return id


def _as_known(one: Proposal, clause: str, known: Known) -> Proposal:
    """As if it had been known again: of how the edition is settled to be read where its own words say the same."""
    here = known.edition.by_id[clause]
    heard = one.heard or Strength.KNOW
    settled = heard == known.heard[known.edition.clauses.index(here)]
    asks = {
        "read-as": settled and heard != here.strength,
        "differs": not settled,
        "who-differs": one.addressee != here.addressee,
        "plain": not _figures(here.plain) <= _figures(one.exact),
    }
    return replace(
        one, id=clause, known=True, strength=here.strength if settled else heard, plain="" if asks["plain"] else here.plain,
        plain_student=here.plain_student, alike=0, asks=tuple(key for key, so in asks.items() if so),
    )  # fmt: skip


def _as_own(one: Proposal, id: str) -> Proposal:
    asks = ("plain",) if one.heard else ("strength", "plain")
    return replace(one, id=id, known=False, strength=one.heard or Strength.KNOW, plain="", plain_student=None, alike=0, asks=asks)


def _figures(words: str) -> set[int]:
    return {int(figure) for figure in FIGURES.findall(words)}


def _whole(found: Imported, proposals: tuple[Proposal, ...], edition: Edition) -> Imported:
    headings = {**dict(edition.sections), **{one.id: one.heading for one in found.sections}}
    here = {one.id for one in proposals}
    return replace(
        found,
        proposals=proposals,
        sections=tuple(Section(id, headings.get(id, id)) for id in dict.fromkeys(one.section for one in proposals)),
        missing=tuple(clause.id for clause in edition.clauses if clause.id not in here),
    )
