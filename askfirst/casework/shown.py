"""What somebody reads of a case of which only the status is theirs: the words meant for them, and nobody's name but in those. Pure.

Whose matter it is, whom it is about, whom it hurt, whose family: by name, since they were told. Source: workflows.md 3.0 and 3.21.
"""

from collections.abc import Collection
from dataclasses import replace

from askfirst.casework.workflow import INFORM, OPEN, ROUTE, SHUT_TO, File, Hat, Taken, Workflow

__all__ = ["TOLD", "shown", "unnamed", "worn"]

TOLD = frozenset({Hat.SUBJECT, Hat.TARGET, Hat.FAMILY})
"""What a move of `INFORM` makes of whoever holds the seat, by its `of`."""


def worn(file: File, seats: Collection[str]) -> frozenset[Hat]:
    """What the holder of these seats is by name: whose matter it is, whom it is about, whom it hurt, whose family; since they were told."""
    told = {taken.seat: taken.of for taken in file.of(INFORM, SHUT_TO) if taken.of in TOLD or taken.step == SHUT_TO}
    hats = {Hat(of) for seat, of in told.items() if seat in seats and of in TOLD}
    return frozenset(hats | ({Hat.ASKER} if file.asker and file.asker_seat in seats else set()))


def shown(workflow: Workflow, file: File, hats: Collection[Hat]) -> tuple[Taken, ...]:
    """The steps whose words somebody in these hats reads although only the status is theirs. Whose matter it is reads what they wrote."""
    rows = {step.id: step.shown & frozenset(hats) for step in workflow.steps}
    return tuple(taken for taken in file.taken if rows.get(taken.step) or (taken.step == OPEN and Hat.ASKER in hats))


def unnamed(workflow: Workflow, file: File, seats: Collection[str], *, hats: Collection[Hat], by: str) -> File:
    """The file as somebody may have it who knows what is asked and not by whom: their own part in it, and nobody else's name."""
    seen = {taken.sequence for taken in shown(workflow, file, hats)}
    own = tuple(
        taken
        for taken in file.taken
        if (taken.by == by if workflow.told else taken.sequence in seen) or (taken.step == ROUTE and taken.seat in seats)
    )
    return replace(file, asker="", logger="", school="", capacity="", taken=own)
