"""Where to turn: helplines with the day they were looked at, and each school's safeguarding lead by name."""

from askfirst.people.holding import todays_trust
from askfirst.procedure.dated import FIRST, Contact, first_to_ring, the_contacts

__all__ = ["helpers", "others"]


def helpers(*, student: bool) -> dict[str, object]:
    """`lines`: Childline and 999; `lines_for_staff`: more for grown-ups; `schools`: whom to ask for, and the number to ring."""
    calls = first_to_ring(student=student)
    return {
        "lines": calls[: len(FIRST)],
        "lines_for_staff": calls[len(FIRST) :],
        "schools": todays_trust().schools,
    }


def others(*, student: bool) -> list[Contact]:
    """Everyone else this reader can turn to."""
    shown = first_to_ring(student=student)
    return [c for c in the_contacts().values() if c not in shown and (c.students if student else c.staff)]
