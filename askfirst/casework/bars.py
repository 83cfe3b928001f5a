"""Who may not come in by any seat: the person a case is about, whoever is too close to them, whoever they passed over without a reason.

A bar shuts the doors of seats, also to whoever acts for the barred. What is somebody's by name stays theirs.
"""

from collections.abc import Iterable
from datetime import date

from askfirst.casework.models import Case, CaseBar
from askfirst.people.resolve import Matter
from askfirst.people.who import relatives_and_conflicts

__all__ = ["UNWANTED", "bar", "bar_again", "matter_of"]

ABOUT, UNWANTED = "about", "unwanted"


def _closeness(case: Case, *, on: date) -> dict[str, str]:
    return {**relatives_and_conflicts({case.asker_id}, on=on), case.asker_id: ABOUT}


def bar(case: Case, *, unwanted: Iterable[str] = (), on: date) -> None:
    """Write the bars of a new case."""
    reasons = [*_closeness(case, on=on).items(), *((person, UNWANTED) for person in unwanted)]
    CaseBar.objects.bulk_create(CaseBar(person_id=person, case=case, reason=reason) for person, reason in reasons)


def bar_again(people: Iterable[str], *, on: date) -> int:
    """After a tie or a conflict was recorded between these people: shut what it shuts from now on. How many bars were new."""
    people = set(people)
    made = 0
    for case in Case.objects.filter(asker_id__in=people):
        close = _closeness(case, on=on)
        for person in people & set(close):
            _, new = CaseBar.objects.get_or_create(person_id=person, case=case, reason=close[person])
            made += new
    return made


def matter_of(case: Case) -> Matter:
    """What routing must know of a case."""
    unwanted = case.bars.filter(reason=UNWANTED).values_list("person_id", flat=True)
    return Matter(asker=case.asker_id, unwanted=frozenset(unwanted))
