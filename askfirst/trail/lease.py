"""A job that only one may do: whoever holds its lease does it, and says again and again that they live."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from askfirst.trail.models import Lease

__all__ = ["beats", "hold", "release"]


def hold(*, name: str, holder: str, at: datetime, seconds: int) -> bool:
    """Takes a lease that is free or has run out, or lengthens one's own; False where another holds it. Each call that holds is a beat."""
    until = at + timedelta(seconds=seconds)
    with transaction.atomic():
        free = Q(holder=holder) | Q(holder="") | Q(until__lte=at)
        if Lease.objects.filter(free, name=name).update(holder=holder, until=until, beat_at=at):
            return True
        return Lease.objects.get_or_create(name=name, defaults={"holder": holder, "until": until, "beat_at": at})[1]


def release(*, name: str, holder: str) -> bool:
    """Gives a lease back, so that the next need not wait; False where this holder did not have it. The last beat stays."""
    return Lease.objects.filter(name=name, holder=holder).exclude(holder="").update(holder="") == 1


def beats() -> dict[str, Lease]:
    """Each lease by its name: who holds it (nobody where it is free), until when, and the last beat."""
    return {lease.name: lease for lease in Lease.objects.order_by("name")}
