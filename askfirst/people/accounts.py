"""Signing in by password. Unknown accounts count and answer like known ones, and every try that is looked at costs one password hash
(Django's default, PBKDF2 with SHA-256): neither words, waits nor work tell who is here. How guessing is slowed stands in
accounts_throttle.py. Source: trust.md.
"""

from datetime import datetime

from django.db import transaction

from askfirst.people.accounts_devices import known
from askfirst.people.accounts_passwords import BadPassword, look_at_new, storable
from askfirst.people.accounts_throttle import ACCOUNT, Lane, TryLater, address_lane, forget, forget_old, give_back, keyed, take
from askfirst.people.calendar import london_day
from askfirst.people.directory import gone
from askfirst.people.models import Person
from askfirst.words import Sentence, say

__all__ = ["BadPassword", "NobodyOfThatName", "TryLater", "change_password", "is_mine", "set_password", "sign_in", "unlock"]

LONGEST = 200


class NobodyOfThatName(LookupError):
    """An operator named an account that is not there. `sentence` is for the operator, who may know."""

    def __init__(self) -> None:
        self.sentence: Sentence = say("There is no account of that name, so nothing was changed. Check the name.")
        super().__init__(str(self.sentence))


def sign_in(username: str, password: str, *, address: str, at: datetime, browser: str = "") -> str | None:
    """The reference of whoever this is, or None: a wrong password, no such account, a person who has left. The face says the same for all.

    `browser` is what the browser kept of earlier sign-ins (accounts_devices). Raises TryLater, before looking at the password, while the
    account or the address still has to wait.
    """
    account = _account(username, known(browser, username, at=at))
    places = take((account, address_lane(address, at=at)), at=at)
    ref = _look(username, password, at)
    if ref is None:
        forget_old(at=at)
    else:
        forget(account)
        give_back(places[1])
    return ref


def _account(username: str, device: str = "") -> Lane:
    """An account's lane for strangers, or for one browser that signed in before."""
    if device:
        return Lane("account", keyed("account in a browser", "\0".join((device, username))), ACCOUNT)
    return Lane("account", keyed("account", username), ACCOUNT)


def _look(username: str, password: str, at: datetime) -> str | None:
    """One password hash, whoever it is."""
    person = _named(username)
    given = password if storable(password) and len(password) <= LONGEST else ""
    if person is None:
        Person().set_password(given)
        return None
    right = person.check_password(given) and given != ""
    return person.ref if right and not gone(person.is_active, person.left_on, london_day(at)) else None


def _named(username: str) -> Person | None:
    return Person.objects.filter(username=username).first() if storable(username) else None


def is_mine(ref: str, password: str, *, at: datetime) -> bool:
    """Whether this is the password of somebody who is signed in. Guessed too often it makes wait: raises TryLater."""
    lane = Lane("account", keyed("own password", ref), ACCOUNT)
    take((lane,), at=at)
    person = Person.objects.get(pk=ref)
    right = storable(password) and 0 < len(password) <= LONGEST and person.check_password(password)
    if right:
        forget(lane)
    return right


def change_password(ref: str, password: str) -> None:
    """Give oneself another password. Sessions made with the old one end at their next request. Raises BadPassword."""
    _give(Person.objects.get(pk=ref), password)


def set_password(username: str, password: str) -> None:
    """Give somebody this password, and forget the failures of their account. Raises NobodyOfThatName, BadPassword."""
    look_at_new(password, username=username)
    person = _named(username)
    if person is None:
        raise NobodyOfThatName
    _give(person, password)


def _give(person: Person, password: str) -> None:
    look_at_new(password, username=person.username)
    with transaction.atomic():
        person.set_password(password)
        person.save(update_fields=["password"])
        forget(_account(person.username))


def unlock(username: str) -> str:
    """Forgets the failures of an account, for an operator; whose it is. Raises NobodyOfThatName."""
    person = _named(username)
    if person is None:
        raise NobodyOfThatName
    forget(_account(username))
    return person.ref
