"""What a change of people does to cases: open work that changes hands, counted; and new ties, which shut their doors at once."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from askfirst.casework.bars import bar_again
from askfirst.casework.models import CaseBar, CaseCall
from askfirst.people import hats, roll_contacts
from askfirst.people.calendar import london_day
from askfirst.people.hats import Seat, Standing
from askfirst.people.holding import todays_trust
from askfirst.people.roster.seat_words import seat_words
from askfirst.people.who import schools
from askfirst.words import Sentence, say

__all__ = ["accept_contact", "open_work"]

AS_LINE_MANAGER, NAMED = say("Asked as a line manager"), say("Asked by name")


def open_work(seats: Collection[Seat], *, by: Standing | None) -> list[tuple[Sentence, int]]:
    """How many open calls sit in these seats, by seat, no titles; line managers together, so that no line names who asked.

    What this person may not know of is not counted.
    """
    calls = CaseCall.objects.filter(ended_at=None)
    if by is not None:
        calls = calls.exclude(case_id__in=list(CaseBar.objects.filter(person_id=by.person).values_list("case_id", flat=True)))
    at = {school.id: school.name for school in schools()}
    found: Counter[Sentence] = Counter()
    for seat, count in calls.values_list("seat").annotate(calls=Count("id")):
        if seat in seats:
            found[_words(seat, at)] += count
    return sorted(found.items(), key=lambda pair: str(pair[0]))


def _words(seat: Seat, at: dict[str, str]) -> Sentence:
    role = hats.role(seat)
    if role == "line-manager-of":
        return AS_LINE_MANAGER
    return NAMED if role in hats.BY_NAME else seat_words(seat, at, lead=todays_trust().lead_title)


def accept_contact(id: int, *, by: Standing, has_pr: bool, at: datetime) -> None:
    """Accepts a held contact; whoever is close to somebody by it is shut out of their cases in the same change. Raises as `accept`."""
    with transaction.atomic():
        pair = roll_contacts.accept(id, by=by, has_pr=has_pr, at=at)
        bar_again(pair, on=london_day(at))
