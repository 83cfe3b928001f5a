"""Cases after two records of one person became one: seats, who sees what, and the doors that are shut."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from askfirst.casework import access
from askfirst.casework.bars import bar_again
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import Case, CaseCall, CaseStep
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.hats import Seat, Standing
from askfirst.people.merge import merge
from askfirst.people.who import close_either_way

__all__ = ["merge_people"]


def merge_people(*, gone: str, into: str, by: Standing, at: datetime) -> None:
    """Two records become one, and cases with them, in one transaction. Raises people.merge.CannotMerge.

    The steps taken name the person, whichever record they were taken by; the trail keeps the reference it was written with.
    """
    on = london_day(at)
    with transaction.atomic():
        merge(gone=gone, into=into, by=by.person, at=at, on=on)
        touched = set(Case.objects.filter(Q(asker=into) | Q(logger=into)).values_list("id", flat=True))
        for table in (CaseStep, CaseCall):
            for seat in set(table.objects.filter(_names(gone)).values_list("seat", flat=True)):
                rows = table.objects.filter(seat=seat)
                touched |= set(rows.values_list("case_id", flat=True))
                rows.update(seat=_renamed(seat, gone, into))
        for case in Case.objects.filter(id__in=touched).order_by("id"):
            access.rewrite(case, WORKFLOWS[case.kind], file_of(case))
        bar_again({into, *close_either_way(into, on=on)}, on=on)


def _names(ref: str) -> Q:
    line = hats.line_manager_of(ref)
    return Q(seat__in=(hats.person(ref), hats.parent(ref), line)) | Q(seat__startswith="%s:" % line)


def _renamed(seat: Seat, gone: str, into: str) -> Seat:
    role, _, about = seat.partition(":")
    return ":".join((role, into + about.removeprefix(gone)))
