"""A door without an account: a link, sent to an address that is on record already, lets its person in for a while, as nobody's colleague.

Whoever asks is answered the same way and by the same work: one notice waits in the outbox, whatever address was typed. Only the worker
looks whether it is on record, and then forgets it. The link lasts an hour and works once, and its digest alone is kept.
"""

import secrets
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from askfirst.people import hats
from askfirst.people.accounts_passwords import storable
from askfirst.people.accounts_throttle import Lane, Limit, address_lane, keyed, take
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.holding import todays_trust
from askfirst.people.models import Person
from askfirst.people.standing import capacities
from askfirst.trail import once, outbox
from askfirst.words import Sentence, say

__all__ = ["LINK", "BadAddress", "ask_link", "by_link", "link_for", "on_record", "use_link"]

LINK = "link"
LASTS = timedelta(hours=1)
WHO = "by-link"
WEARS = (Capacity.PARENT, Capacity.OUTSIDE)
"""A link opens no duty: whoever works or governs here signs in for that, and students are told nothing by mail."""
ASKS = Limit(free=5, forgets_one_in=600, longest=600)


class BadAddress(ValueError):
    """What was typed is no e-mail address. `sentence` is for the person."""

    def __init__(self) -> None:
        self.sentence: Sentence = say("Write your e-mail address, such as name@mail.example.")
        super().__init__(str(self.sentence))


def ask_link(email: str, *, address: str, at: datetime) -> None:
    """Asks for a link. The same for every address, known or not. Raises BadAddress, and TryLater where too many were asked for."""
    given = email.strip().casefold()
    try:
        validate_email(given if storable(given) else "")
    except ValidationError:
        raise BadAddress from None
    lane = keyed("a link for", given)
    take((Lane("account", lane, ASKS), address_lane(address, at=at)), at=at)
    with transaction.atomic():  # pressed again within the minute, it is the same one
        outbox.queue(key="link:{}:{}".format(lane, int(at.timestamp() // 60)), to="", address=given, kind=LINK, at=at)


def on_record(email: str, *, at: datetime) -> Person | None:
    """The one person with this address who may come in by a link. Nobody where two share it: one might read what the other was told."""
    found = list(Person.objects.filter(email__iexact=email)[:2]) if email else []
    return found[0] if len(found) == 1 and by_link(found[0].ref, at=at) else None


def by_link(ref: str, *, at: datetime) -> Standing | None:
    """What a link lets its person be today: a parent, or somebody from outside or who has left, with their own seat alone."""
    on = london_day(at)
    worn = capacities(ref, on=on) or _left(ref, on)
    for capacity in WEARS:
        if capacity in worn:
            return Standing(ref, capacity, {hats.own(ref, capacity): ""}, on)
    return None


def _left(ref: str, on: date) -> tuple[Capacity, ...]:
    """Whoever has left is from outside from then on, at an address of their own: what goes to the school's, others may read by now."""
    person = Person.objects.filter(pk=ref, is_active=True, left_on__lt=on).first()
    if person is None:
        return ()
    host, trust = ".%s" % person.email.casefold().rpartition("@")[2], todays_trust()
    return () if any(host.endswith(".%s" % domain.casefold()) for domain in trust.domains) else (Capacity.OUTSIDE,)


def link_for(ref: str, *, at: datetime) -> str:
    """The end of a fresh link's address: chance alone. A digest of it is kept for a day, with whose it is and until when."""
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        kept = "{}:{}".format(ref, int((at + LASTS).timestamp()))
        once.remember(who=WHO, key=token, body=b"", reference=kept, at=at)
    return token


def use_link(token: str, *, at: datetime) -> str | None:
    """Whose link this is, once; None for a used, old or made-up one."""
    with transaction.atomic():
        kept = once.take(who=WHO, key=token, at=at) if storable(token) and token else None
    ref, _, until = (kept or "").partition(":")
    if not ref or at.timestamp() >= int(until) or by_link(ref, at=at) is None:
        return None
    return ref
