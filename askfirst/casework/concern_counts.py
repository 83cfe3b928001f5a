"""How many concerns were looked into at each school, by what came of them: the report of workflows.md 3.21. It names nobody (S60).

Read by whoever counts cases (reports.py), for the places that are theirs. A concern counts once it is over, and never by its stage: both
together would give a small number back. What was found to be false, or could not be shown, counts as no action and as nothing worse.
There are no sums. Not counted: what was taken back, what was merged with another, and what safeguarding passed on.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from askfirst.casework import reports
from askfirst.casework.kinds.concern_gates import CLOSED, TOLD, WORD
from askfirst.casework.models import CaseStep
from askfirst.people.hats import Standing
from askfirst.words import Sentence, say

__all__ = ["CAME_OF_IT", "outcomes", "outcomes_json"]

KIND, SO_IT_WAS = "concern", "substantiated"
NO_ACTION, SETTLED, SENT_ON = "no-action", "settled", "sent-on"
CAME_OF_IT: Mapping[str, Sentence] = {
    NO_ACTION: say("No action"),
    SETTLED: say("Advice, a talk, or taken down"),
    SENT_ON: say("Sent on to another procedure"),
}
"""What people read for each, in the order of the report."""
WAYS: Mapping[str, str] = {
    "no-action": NO_ACTION,
    "close-leaver": NO_ACTION,
    "advice": SETTLED,
    "restorative": SETTLED,
    "removal": SETTLED,
    "data-breach": SENT_ON,
    "hr-and-agency": SENT_ON,
    "complaint": SENT_ON,
    "to-staff-route": SENT_ON,
    "to-student-route": SENT_ON,
}
"""By the step that ended it. Every way on from what was weighed is one of them."""


def outcomes(by: Standing) -> tuple[reports.Counted, ...]:
    """A number for each of CAME_OF_IT and each place in which this person counts; its `state` is what came of it.

    Raises Missing for whoever may count nothing. One query over the steps of concerns that are over, linear in them, and one for the
    names of schools; it reads what stands in the clear.
    """
    places = reports.places_of(by)
    found = Counter(_over(by))
    return tuple(_counted(came, place, found[came, place.id]) for came in CAME_OF_IT for place in places)


def _counted(came: str, place: reports.Place, number: int) -> reports.Counted:
    return reports.Counted(KIND, came, place, number if number >= reports.LEAST else None)


def _over(by: Standing) -> Iterator[tuple[str, str]]:
    """What came of each, and at which school."""
    rows = (
        CaseStep.objects.filter(case__kind=KIND, case__state__in=(TOLD, CLOSED), step__in=(*WAYS, WORD))
        .exclude(case__in=reports.kept_from(by))
        .order_by("case_id", "sequence")
        .values_list("case_id", "case__school_id", "step", "of")
    )
    for _, taken in groupby(rows, key=lambda row: row[0]):
        yield _one(taken)


def _one(taken: Iterable[Any]) -> tuple[str, str]:
    """The last way counts, since it may have been weighed again; and the last word for what came of it."""
    came, school, word = NO_ACTION, reports.NOWHERE, SO_IT_WAS
    for _, at_school, step, of in taken:
        school = at_school or reports.NOWHERE
        if step == WORD:
            word = of
        else:
            came = WAYS[step]
    return (came if word == SO_IT_WAS else NO_ACTION), school


def outcomes_json(rows: Sequence[reports.Counted]) -> list[dict[str, Any]]:
    """The same as plain values; `number` is null where there are fewer than `fewer_than`, `school` where it is of no one school."""
    return [{"came_of_it": row.state, "school": row.place.id or None, "number": row.number} for row in rows]
