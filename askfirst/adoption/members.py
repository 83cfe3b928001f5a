"""Who works and learns here on a day, as the rules of campaigns see them: role, schools, first day, days away."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Q

from askfirst.adoption.understood import CENTRAL, Member
from askfirst.people import hats
from askfirst.people.hats import Capacity
from askfirst.people.models import Absence, Holding, Person, Post, running

__all__ = ["away_on", "members"]

LEADS = frozenset({hats.TRUST_LEAD, hats.GOVERNANCE})


def members(*, on: date, refs: Collection[str] | None = None) -> dict[str, Member]:
    """Staff and students of that day by reference; of these references alone where some are given. Five queries.

    Somebody with a post is staff, whatever else they are. Parents, trustees and whoever has left are nobody here.
    """
    here = Person.objects.filter(Q(left_on__isnull=True) | Q(left_on__gte=on), is_active=True)
    if refs is not None:
        here = here.filter(pk__in=refs)
    people = {str(ref): (kind, school) for ref, kind, school in here.values_list("ref", "kind", "school_id")}
    schools, begins = _posts(people, on)
    managers = {str(ref) for ref in Post.objects.filter(running(on), line_manager__isnull=False).values_list("line_manager_id", flat=True)}
    seats = Holding.objects.filter(Q(seat__in=LEADS) | Q(seat__startswith="head:"), running(on)).values_list("person_id", flat=True)
    leads = {str(ref) for ref in seats}
    away = defaultdict[str, list[tuple[date, date | None]]](list)
    for ref, starts, ends in Absence.objects.filter(person_id__in=people).order_by("starts").values_list("person_id", "starts", "ends"):
        away[str(ref)].append((starts, ends))
    found = {}
    for ref, (kind, school) in people.items():
        works = kind == Capacity.STAFF or ref in schools
        if works or kind == Capacity.STUDENT:
            own = {school or CENTRAL} if kind in (Capacity.STAFF, Capacity.STUDENT) else set()
            found[ref] = Member(
                ref,
                student=not works,
                schools=frozenset(own | schools.get(ref, set())),
                manages=ref in managers,
                for_trust=ref in leads,
                begins=begins.get(ref),
                away=tuple(away[ref]),
            )
    return found


def _posts(people: Collection[str], on: date) -> tuple[dict[str, set[str]], dict[str, date]]:
    """Where each works on that day, and the first day of their first post here."""
    schools, begins = defaultdict[str, set[str]](set), dict[str, date]()
    rows = Post.objects.filter(person_id__in=people).order_by("starts").values_list("person_id", "school_id", "starts", "ends")
    for ref, school, starts, ends in rows:
        begins.setdefault(str(ref), starts)
        if ends is None or ends >= on:
            schools[str(ref)].add(school or CENTRAL)
    return schools, begins


def away_on(member: Member, on: date) -> bool:
    """Whether somebody is away on that day."""
    return any(starts <= on and (ends is None or on <= ends) for starts, ends in member.away)
