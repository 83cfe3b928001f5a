"""Instructions in force, with their last day and how they were answered: for whoever may see each. Opens no case and unseals no word.

HR sees every one, a manager those of whom they manage, a person their own (ruling 7). Nothing is written by reading it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from askfirst.casework import access
from askfirst.casework.filed import file_of
from askfirst.casework.kinds.instruction import ABOUT, GIVEN, INSTRUCTION, counts_from
from askfirst.casework.kinds.instruction_words import LAST
from askfirst.casework.models import Case
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing, subjects

__all__ = ["InForce", "in_force"]

MOST = 500


@dataclass(frozen=True, slots=True)
class InForce:
    """One instruction that was given and has not ended. `about`: whom it is for, by reference; days are London days, the last included."""

    ref: str
    state: str
    about: str
    drafter: str
    school: str
    given: date
    first: date
    last: date
    received: bool


def in_force(by: Standing) -> list[InForce]:
    """Those that this person may see, the one that ends first before the others; 500 at most. A query for each, two for the list."""
    refs = [line.ref for line in access.page(by, kind=INSTRUCTION.kind, open_only=True, limit=MOST) if line.state in GIVEN]
    return sorted(_found(refs), key=lambda one: (one.last, one.ref))


def _found(refs: list[str]) -> Iterator[InForce]:
    for case in Case.objects.filter(ref__in=refs, state__in=GIVEN):
        file = file_of(case)
        about, last, issued, first = file.last(ABOUT), file.last(LAST), file.last("issue"), counts_from(file)
        if about and last and issued and first:
            received = bool(file.of("receive", "receive-later"))
            yield InForce(
                case.ref, case.state, subjects(about.seat)[0], file.asker, file.school, london_day(issued.at), first,
                date.fromisoformat(last.of), received,
            )  # fmt: skip
