"""How many concerns were looked into at each school, by what came of them and by clause (workflows.md 3.21). It names nobody (S60).

Read by whoever counts cases (reports.py), for the places that are theirs. A concern counts once it is over, and never by its stage: both
together would give a small number back. What was found to be false, or could not be shown, counts as no action and as nothing worse.
There are no sums. Not counted: what was taken back, what was merged with another, and what safeguarding passed on. By clause they are
counted as every kind is (clause_counts.py).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from askfirst.casework import reports
from askfirst.casework.clause_counts import Group, of_a_kind
from askfirst.casework.kinds.concern_gates import CLOSED, PICKED, TOLD, WORD
from askfirst.casework.kinds.concern_words import CLAUSES
from askfirst.casework.models import CaseStep
from askfirst.people.hats import Standing
from askfirst.words import Sentence, say

__all__ = ["CAME_OF_IT", "KIND", "Ended", "ended", "of_clauses", "of_outcomes", "outcomes", "outcomes_json"]

KIND, SO_IT_WAS = "concern", "substantiated"
WEIGH, TELL = "weigh", "tell-reporter"
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


@dataclass(frozen=True, slots=True)
class Ended:
    """A concern that is over: at which school ("" for none), what came of it, the clauses picked when it was last weighed, and when
    whoever told of it was first told (None: never)."""

    school: str
    came: str
    clauses: frozenset[str]
    opened_at: datetime
    told_at: datetime | None


def ended(by: Standing) -> list[Ended]:
    """Every concern that is over and may be counted by this person. One query over steps, linear in them, of what stands in the clear."""
    rows = (
        CaseStep.objects.filter(case__kind=KIND, case__state__in=(TOLD, CLOSED), step__in=(*WAYS, WORD, WEIGH, PICKED, TELL))
        .exclude(case__in=reports.kept_from(by))
        .order_by("case_id", "sequence")
        .values_list("case_id", "case__school_id", "case__opened_at", "step", "of", "at")
    )
    return [_one(list(taken)) for _, taken in groupby(rows, key=lambda row: row[0])]


def _one(taken: Sequence[Any]) -> Ended:
    """The last way counts, since it may have been weighed again; and the last word for what came of it."""
    came, word, clauses, told = NO_ACTION, SO_IT_WAS, set[str](), None
    for _, _, _, step, of, at in taken:
        if step == WORD:
            word = of
        elif step == WEIGH:
            clauses = set()
        elif step == PICKED:
            clauses.add(of)
        elif step == TELL:
            told = told or at
        else:
            came = WAYS[step]
    return Ended(taken[0][1] or reports.NOWHERE, came if word == SO_IT_WAS else NO_ACTION, frozenset(clauses), taken[0][2], told)


def outcomes(by: Standing) -> tuple[reports.Counted, ...]:
    """A number for each of CAME_OF_IT and each place in which this person counts; its `state` is what came of it.

    Raises Missing for whoever may count nothing. Two queries: the concerns, and the names of schools.
    """
    return of_outcomes(reports.places_of(by), ended(by))


def of_outcomes(places: Sequence[reports.Place], found: Iterable[Ended]) -> tuple[reports.Counted, ...]:
    """The same of these concerns. Pure."""
    numbers = Counter((one.came, one.school) for one in found)
    return tuple(reports.Counted(KIND, came, place, _shown(numbers[came, place.id])) for came in CAME_OF_IT for place in places)


def of_clauses(places: Sequence[reports.Place], found: Sequence[Ended]) -> tuple[reports.Counted, ...]:
    """A number of these concerns for each clause that may be picked and each place; its `state` is the clause's id. Pure."""
    groups = [Group(one.school, one.came, one.clauses) for one in found]
    return of_a_kind(KIND, CLAUSES.values(), places, groups)


def _shown(number: int) -> int | None:
    return number if number >= reports.LEAST else None


def outcomes_json(rows: Sequence[reports.Counted]) -> list[dict[str, Any]]:
    """The same as plain values; `number` is null where there are fewer than `fewer_than`, `school` where it is of no one school."""
    return [{"came_of_it": row.state, "school": row.place.id or None, "number": row.number} for row in rows]
