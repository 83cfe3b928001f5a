"""What is in force at a school, for whoever is of that school: requests not to be in posts, and whose events are whose.

Opens no case and unseals no word. Nothing is written, so nobody can see that it was asked.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from askfirst.casework.filed import file_of
from askfirst.casework.kinds.do_not_post import ABOUT, LIVE, UNTIL
from askfirst.casework.kinds.event import DAY, ISSUED, NEW, SHOWN, organiser
from askfirst.casework.kinds.event import UNTIL as WINDOW_ENDS
from askfirst.casework.models import Case, CaseStep
from askfirst.people.hats import Capacity, Standing, person, subjects
from askfirst.people.refs import REF
from askfirst.people.who import names, works_at

__all__ = ["asked_not_to", "event_cases", "of_school", "organiser_of", "organises_at"]

KIND, EVENTS = "do-not-post", "event"
SHOWN_FOR = timedelta(days=365)
"""How long after its window an event stays on the list (ruling 8)."""


def asked_not_to(*, schools: Collection[str] | None, on: date) -> frozenset[str]:
    """References of everybody at these schools (None: anywhere) with an entry in force on that day. Two queries, however many entries."""
    marks = CaseStep.objects.filter(case__kind=KIND, case__state=LIVE)
    if schools is not None:
        marks = marks.filter(case__school__in=list(schools))
    running = marks.filter(step=UNTIL, of__gte=on.isoformat()).values("case_id")
    return frozenset(subjects(seat)[0] for seat in marks.filter(step=ABOUT, case_id__in=running).values_list("seat", flat=True))


def of_school(by: Standing) -> frozenset[str]:
    """The schools whose events this person may know: staff where they work, a student where they learn, nobody else any (ruling 7)."""
    if not by.seats:
        return frozenset()
    if by.capacity is Capacity.STAFF:
        return works_at(by.person, on=by.on)
    if by.capacity is Capacity.STUDENT:
        return frozenset({names([by.person])[by.person].school} - {""})
    return frozenset()


def event_cases(by: Standing, *, days: Collection[date] | None = None, ref: str = "", most: int = 200) -> list[Case]:
    """The events that this person may know, those whose day comes last first; on these days, or of this reference alone, where given.

    A query or two for their schools, one for the events.
    """
    schools = of_school(by)
    if not schools:
        return []
    marks = CaseStep.objects.filter(case__kind=EVENTS, case__state__in=SHOWN, case__school__in=list(schools), step=DAY)
    marks = marks.filter(case_id__in=_until(by.on - SHOWN_FOR))
    if ref:
        marks = marks.filter(case__ref=ref)
    if days is not None:
        marks = marks.filter(of__in=[day.isoformat() for day in days])
    return [mark.case for mark in marks.select_related("case").order_by("-of", "-case_id")[:most]]


def _until(day: date) -> QuerySet[CaseStep, Any]:
    """Events whose window ends on that day or later."""
    return CaseStep.objects.filter(case__kind=EVENTS, step=WINDOW_ENDS, of__gte=day.isoformat()).values("case_id")


def organises_at(by: Standing) -> frozenset[str]:
    """The schools at which this person’s event has its notice out, and is to come or has its window open. A query, and one for each event.

    Only once its whole school can read of it: nobody sees names for an event that nobody knows of.
    """
    if by.capacity is not Capacity.STAFF or not by.seats:
        return frozenset()
    own = person(by.person)
    had = CaseStep.objects.filter(step=NEW, seat=own).values("case_id")
    marks = CaseStep.objects.filter(Q(case__asker=by.person) | Q(case_id__in=had), case__kind=EVENTS, case__state=ISSUED, step=DAY)
    marks = marks.filter(case_id__in=_until(by.on)).select_related("case")
    schools = {str(mark.case.school_id) for mark in marks if mark.case.school_id and organiser(file_of(mark.case)) == own}
    return frozenset(schools) & works_at(by.person, on=by.on) if schools else frozenset()


def organiser_of(ref: str, *, by: Standing) -> str:
    """Who looks after the event of this reference, by reference; "" where this person may know of no such event."""
    ref = ref.upper()
    found = event_cases(by, ref=ref) if REF.fullmatch(ref) else []
    return subjects(organiser(file_of(found[0])))[0] if found else ""
