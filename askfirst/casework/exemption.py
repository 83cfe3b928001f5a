"""Which groups that are only for learning are active: for `advice`, which tells a private check what it may know. Unseals no word.

Nothing is written, so nobody can see that it was asked. Source: workflows.md 3.12, SNS-6, readings A21 and A23.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from askfirst.casework.kinds.exemption import ACTIVE, ON
from askfirst.casework.models import Case, CaseStep
from askfirst.people.calendar import london_day

__all__ = ["Running", "active_for"]


@dataclass(frozen=True, slots=True)
class Running:
    """A group that is active. `service`: our own name of the app or site ("facebook"), "" where we know none. `until`: its last day."""

    ref: str
    service: str
    until: date


def active_for(person: str, *, on: date) -> tuple[Running, ...]:
    """The groups of this person that are active on that day, the oldest first. Two queries.

    Members of such a group give no SNS-6 finding in this person's own check of that group's list. Their own list of friends is another
    matter: there a student still gives the Tip.
    """
    rows = Case.objects.filter(kind="exemption", state=ACTIVE, asker=person, closes_at__isnull=False)
    cases = list(rows.order_by("id").values_list("id", "ref", "closes_at"))
    services = _services([id for id, _, _ in cases])
    found = (Running(ref, services.get(id, ""), london_day(closes)) for id, ref, closes in cases if closes is not None)
    return tuple(one for one in found if one.until >= on)


def _services(cases: list[int]) -> Mapping[int, str]:
    return dict(CaseStep.objects.filter(case__in=cases, step=ON).values_list("case_id", "of"))
