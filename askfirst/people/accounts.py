"""Signing in by password, where guessing gets slower and slower and nobody is ever shut out for good.

Only tries that fail are counted, per account and per address, in rows that outlive a restart. Both are known by an HMAC alone: the
account's under the server's secret, the address's under a key of the day. Unknown accounts count and answer like known ones, and every try
that is looked at costs one password hash (Django's default, PBKDF2 with SHA-256): neither words, waits nor work tell who is here.
Source: trust.md.
"""

import ipaddress
import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from askfirst.people.calendar import london_day
from askfirst.people.directory import gone
from askfirst.people.models import Failure, Person
from askfirst.words import Sentence, say

__all__ = ["ACCOUNT", "ADDRESS", "BadPassword", "Limit", "NobodyOfThatName", "TryLater", "set_password", "sign_in"]

SHORTEST, LONGEST = 12, 200
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


ACCOUNT = Limit(free=5, forgets_one_in=600, longest=60)
ADDRESS = Limit(free=200, forgets_one_in=3, longest=10)  # a school of a thousand mistypes behind one address


class TryLater(Exception):
    """Too many tries failed lately. `seconds` is how long to wait, `sentence` is for the person; both say nothing about the account."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        self.sentence: Sentence = say("Too many sign-ins did not work. Wait {seconds} seconds, then try again.", seconds=seconds)
        super().__init__(str(self.sentence))


class BadPassword(ValueError):
    """A password that will not do. `sentence` is for the person."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


class NobodyOfThatName(LookupError):
    """An operator named an account that is not there. `sentence` is for the operator, who may know."""

    def __init__(self) -> None:
        self.sentence: Sentence = say("There is no account of that name, so nothing was changed. Check the name.")
        super().__init__(str(self.sentence))


def sign_in(username: str, password: str, *, address: str, at: datetime) -> str | None:
    """The reference of whoever this is, or None: a wrong password, no such account, a person who has left. The face says the same for all.

    Raises TryLater, before looking at the password, while the account or the address still has to wait.
    """
    names = _names(username, address, at)
    seconds = max(_still_to_wait(limit, scope, name, at) for scope, name, limit in names)
    if seconds:
        raise TryLater(seconds)
    ref = _look(username, password, at)
    if ref is None:
        for scope, name, limit in names:
            _count(limit, scope, name, at)
        Failure.objects.filter(at__lt=at - FORGOTTEN).delete()
    else:
        _forget(username)
    return ref


def _look(username: str, password: str, at: datetime) -> str | None:
    """One password hash, whoever it is."""
    person = Person.objects.filter(username=username).first() if _storable(username) else None
    given = password if _storable(password) and len(password) <= LONGEST else ""
    if person is None:
        Person().set_password(given)
        return None
    right = person.check_password(given) and given != ""
    return person.ref if right and not gone(person.is_active, person.left_on, london_day(at)) else None


def _storable(words: str) -> bool:
    """Whether a database and a hasher take these words: no NUL, no half of a character."""
    return "\0" not in words and not any("\ud800" <= letter <= "\udfff" for letter in words)


def _names(username: str, address: str, at: datetime) -> tuple[tuple[str, str, Limit], ...]:
    day = london_day(at).isoformat()
    return (
        ("account", _keyed("account", username), ACCOUNT),
        ("address", _keyed("address of %s" % day, _network(address)), ADDRESS),
    )


def _keyed(key: str, name: str) -> str:
    digest = salted_hmac("askfirst.people.accounts %s" % key, name.encode("utf-8", "surrogatepass"), algorithm="sha256")
    return digest.hexdigest()


def _network(address: str) -> str:
    """The address, or of a long one the half that names the network: one machine may take any of the rest."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def _still_to_wait(limit: Limit, scope: str, name: str, at: datetime) -> int:
    """Whole seconds left. A row of the future (the clock went back) keeps nobody waiting."""
    row = Failure.objects.filter(scope=scope, name=name, at__lte=at).first()
    left = (row.at - at).total_seconds() + limit.wait(row.level) if row else 0
    return max(2, math.ceil(left)) if left > 0 else 0  # "1 seconds" is no English


def _count(limit: Limit, scope: str, name: str, at: datetime) -> None:
    """One more failure; those before fade with time."""
    with transaction.atomic():
        row, new = Failure.objects.select_for_update().get_or_create(scope=scope, name=name, defaults={"level": 1.0, "at": at})
        if not new:
            faded = max(0.0, (at - row.at).total_seconds()) / limit.forgets_one_in
            row.level = max(0.0, row.level - faded) + 1
            row.at = at
            row.save(update_fields=["level", "at"])


def _forget(username: str) -> None:
    """The failures of an account are over. Most have none: then nothing is written."""
    failures = Failure.objects.filter(scope="account", name=_keyed("account", username))
    if failures.exists():
        failures.delete()


def set_password(username: str, password: str) -> None:
    """Give somebody this password, and forget the failures of their account. Raises NobodyOfThatName, BadPassword."""
    if not _storable(password):
        raise BadPassword(say("That password holds a character we cannot keep, so nothing was changed. Choose another."))
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadPassword(
            say("A password needs {least} to {most} characters, so nothing was changed. Choose another.", least=SHORTEST, most=LONGEST)
        )
    if password.casefold() == username.casefold():
        raise BadPassword(say("The password is the account's name, so nothing was changed. Choose another."))
    person = Person.objects.filter(username=username).first() if _storable(username) else None
    if person is None:
        raise NobodyOfThatName
    with transaction.atomic():
        person.set_password(password)
        person.save(update_fields=["password"])
        _forget(username)
