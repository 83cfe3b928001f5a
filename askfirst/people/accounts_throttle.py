"""Guessing gets slower and slower, and nobody is ever shut out for good.

A try takes its place before it is looked at, and gives it back when it was right: as many tries at once as one likes count as many. Places
are rows that outlive a restart, known by an HMAC alone, so that a row tells neither account nor address. Source: trust.md.
"""

import ipaddress
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from askfirst.people.calendar import london_day
from askfirst.people.models import Failure
from askfirst.words import Sentence, say

__all__ = ["ACCOUNT", "ADDRESS", "Lane", "Limit", "Place", "TryLater", "address_lane", "forget", "forget_old", "give_back", "keyed", "take"]

FORGOTTEN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """How many failures are free, in how many seconds one of them is forgotten, and how many seconds the longest wait takes."""

    free: int
    forgets_one_in: int
    longest: int

    def wait(self, level: float) -> int:
        """Seconds to wait after the latest failure: none up to the free ones, then twice as many each time."""
        over = round(level - self.free)
        return 0 if over < 0 else min(2 ** (1 + min(over, 30)), self.longest)


ACCOUNT = Limit(free=5, forgets_one_in=600, longest=90)  # an hour of guessing at one account comes to 50 tries
ADDRESS = Limit(free=200, forgets_one_in=3, longest=10)  # a school of a thousand mistypes behind one address


class TryLater(Exception):
    """Too many tries failed lately. `seconds` is how long to wait, `sentence` is for the person; both say nothing about the account."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        self.sentence: Sentence = say("Too many sign-ins did not work. Wait {seconds} seconds, then try again.", seconds=seconds)
        super().__init__(str(self.sentence))


@dataclass(frozen=True, slots=True)
class Lane:
    """What is counted together: one account, one account on one device, or one address. `name` is an HMAC."""

    scope: str
    name: str
    limit: Limit


@dataclass(frozen=True, slots=True)
class Place:
    """A try's place in a lane, and what stood there before it."""

    lane: Lane
    level: float
    at: datetime
    before: tuple[float, datetime] | None


def keyed(key: str, name: str) -> str:
    """An HMAC of a name under the server's secret; another `key` gives another, and neither tells the name."""
    digest = salted_hmac("askfirst.people.accounts %s" % key, name.encode("utf-8", "surrogatepass"), algorithm="sha256")
    return digest.hexdigest()


def address_lane(address: str, *, at: datetime) -> Lane:
    """All tries from one address, by a key of the day."""
    day = london_day(at).isoformat()
    return Lane("address", keyed("address of %s" % day, _network(address)), ADDRESS)


def _network(address: str) -> str:
    """The address, or of a long one the half that names the network: one machine may take any of the rest."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def take(lanes: Sequence[Lane], *, at: datetime) -> tuple[Place, ...]:
    """A place in each lane, or TryLater and a place in none. Whoever has to wait takes no lock."""
    _waits([_row(lane) for lane in lanes], lanes, at)
    with transaction.atomic():
        rows = [
            Failure.objects.select_for_update().get_or_create(scope=lane.scope, name=lane.name, defaults={"level": 0.0, "at": at})
            for lane in lanes
        ]
        _waits([None if new else row for row, new in rows], lanes, at)
        return tuple(_count(lane, row, new, at) for lane, (row, new) in zip(lanes, rows, strict=True))


def _row(lane: Lane) -> Failure | None:
    return Failure.objects.filter(scope=lane.scope, name=lane.name).first()


def _waits(rows: Sequence[Failure | None], lanes: Sequence[Lane], at: datetime) -> None:
    seconds = max(_still_to_wait(lane.limit, row, at) for lane, row in zip(lanes, rows, strict=True))
    if seconds:
        raise TryLater(seconds)


def _still_to_wait(limit: Limit, row: Failure | None, at: datetime) -> int:
    """Whole seconds left. A row of the future (the clock went back) keeps nobody waiting."""
    left = (row.at - at).total_seconds() + limit.wait(row.level) if row and row.at <= at else 0
    return max(2, math.ceil(left)) if left > 0 else 0  # "1 seconds" is no English


def _count(lane: Lane, row: Failure, new: bool, at: datetime) -> Place:
    """One more try; those before fade with time."""
    before = None if new else (row.level, row.at)
    faded = max(0.0, (at - row.at).total_seconds()) / lane.limit.forgets_one_in
    row.level, row.at = max(0.0, row.level - faded) + 1, at
    row.save(update_fields=["level", "at"])
    return Place(lane, row.level, at, before)


def give_back(place: Place) -> None:
    """The try was right, so it was never there. Where others came after it, one place is given back."""
    lane = place.lane
    with transaction.atomic():
        row = Failure.objects.select_for_update().filter(scope=lane.scope, name=lane.name).first()
        if row is None:
            return
        alone = (row.level, row.at) == (place.level, place.at)
        row.level, row.at = place.before if alone and place.before else (row.level - 1, row.at)
        if row.level > 0:
            row.save(update_fields=["level", "at"])
        else:
            row.delete()


def forget(lane: Lane) -> None:
    """The failures of a lane are over."""
    Failure.objects.filter(scope=lane.scope, name=lane.name).delete()


def forget_old(*, at: datetime) -> None:
    """What a day has passed over."""
    Failure.objects.filter(at__lt=at - FORGOTTEN).delete()
