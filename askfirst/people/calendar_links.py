"""A private link by which somebody's own calendar reads their dates. Made and ended by themselves; it goes when they leave.

The link is shown once. What is kept is its digest and the day, so that nobody can find it out from here.
"""

import hashlib
import re
import secrets
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from askfirst.people.calendar import london_day
from askfirst.people.models import CalendarLink
from askfirst.trail import chain

__all__ = ["end", "forget_left", "made_on", "make", "whose"]

CHAIN = "people"
BYTES = 32
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def make(ref: str, *, at: datetime) -> str:
    """A new link's token; an older one opens nothing from now on."""
    token = secrets.token_urlsafe(BYTES)
    with transaction.atomic():
        CalendarLink.objects.update_or_create(person_id=ref, defaults={"digest": _digest(token), "made_on": london_day(at)})
        chain.append(chain=CHAIN, what="calendar-link", who=ref, at=at)
    return token


def end(ref: str, *, at: datetime) -> bool:
    """The link opens nothing any more. False where there was none."""
    with transaction.atomic():
        gone, _ = CalendarLink.objects.filter(person_id=ref).delete()
        if gone:
            chain.append(chain=CHAIN, what="calendar-link-ended", who=ref, at=at)
    return bool(gone)


def made_on(ref: str) -> date | None:
    """The day on which this person made their link; None where there is none. One query."""
    return CalendarLink.objects.filter(person_id=ref).values_list("made_on", flat=True).first()


def whose(token: str) -> str | None:
    """Whose dates this link opens; None for what is no link. One query at most."""
    if not TOKEN.fullmatch(token):
        return None
    found = CalendarLink.objects.filter(digest=_digest(token)).values_list("person_id", flat=True).first()
    return str(found) if found else None


def forget_left(*, at: datetime) -> int:
    """Links of whoever has left are removed; how many."""
    return CalendarLink.objects.filter(Q(person__is_active=False) | Q(person__left_on__lt=london_day(at))).delete()[0]
