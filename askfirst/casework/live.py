"""Which requests not to be in posts are in force: whom they are about, and nothing else of them. Opens no case and unseals no word.

For `advice`, which tells the private check what it may know. Nothing is written, so nobody can see that it was asked.
"""

from collections.abc import Collection
from datetime import date

from askfirst.casework.kinds.do_not_post import ABOUT, LIVE, UNTIL
from askfirst.casework.models import CaseStep
from askfirst.people.hats import subjects

__all__ = ["asked_not_to"]

KIND = "do-not-post"


def asked_not_to(*, schools: Collection[str] | None, on: date) -> frozenset[str]:
    """References of everybody at these schools (None: anywhere) with an entry in force on that day. Two queries, however many entries."""
    marks = CaseStep.objects.filter(case__kind=KIND, case__state=LIVE)
    if schools is not None:
        marks = marks.filter(case__school__in=list(schools))
    running = marks.filter(step=UNTIL, of__gte=on.isoformat()).values("case_id")
    return frozenset(subjects(seat)[0] for seat in marks.filter(step=ABOUT, case_id__in=running).values_list("seat", flat=True))
