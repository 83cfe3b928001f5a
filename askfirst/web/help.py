"""Where to turn: helplines with the day they were looked at, and each school's safeguarding lead by name."""

from askfirst.procedure.dated import Contact, the_contacts
from askfirst.procedure.trust import load_trust

__all__ = ["helpers", "others"]

FIRST = ("childline", "emergency")
FOR_STAFF = ("samaritans", "education-support")


def helpers(*, student: bool) -> dict[str, object]:
    """`lines`: Childline and 999; `lines_for_staff`: more for grown-ups; `schools`: whom to ask for, and the number to ring."""
    contacts = the_contacts()
    return {
        "lines": [contacts[name] for name in FIRST],
        "lines_for_staff": [] if student else [contacts[name] for name in FOR_STAFF],
        "schools": load_trust().schools,
    }


def others(*, student: bool) -> list[Contact]:
    """Everyone else this reader can turn to."""
    shown = FIRST if student else FIRST + FOR_STAFF
    return [c for c in the_contacts().values() if c.id not in shown and (c.students if student else c.staff)]
