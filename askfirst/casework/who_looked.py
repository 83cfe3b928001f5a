"""Who has looked at a case, out of the trail: nothing of the case is opened for it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from askfirst.casework.reading import OpenFile
from askfirst.people.who import today_as
from askfirst.trail import chain

__all__ = ["Looked", "looked_at", "lookers"]


@dataclass(frozen=True, slots=True)
class Looked:
    """Somebody looked at a case."""

    at: datetime
    who: str
    acting_for: str


def looked_at(opened: OpenFile) -> list[Looked]:
    """Who has looked at this case, newest first: for the one it belongs to, and for whoever may read all of it."""
    return lookers([opened.case.ref])[opened.case.ref] if opened.words else []


def lookers(refs: Collection[str]) -> dict[str, list[Looked]]:
    """The same of several cases, by reference, without opening any: nothing is unsealed, and nobody has looked by asking who did.

    The caller has found that more of each than its status is this reader's. Two queries, however many.
    """
    reads = list(chain.events_of(refs, what="read"))
    kept = today_as({ref for event in reads for ref in (event.who, event.acting_for) if ref})
    found: dict[str, list[Looked]] = {ref: [] for ref in refs}
    for one in reversed(reads):
        found[one.chain].append(Looked(one.at, kept.get(one.who, one.who), kept.get(one.acting_for, one.acting_for)))
    return found
