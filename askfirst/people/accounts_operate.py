"""What an operator does to somebody's account, from a shell on the server: each act and its line in the trail are one change.

The trail takes no words, so of the reason it keeps a digest under its own key: whoever wrote the reason down can show later that it was
this one. Source: trust.md, running.md.
"""

import hmac
from datetime import datetime

from django.db import transaction

from askfirst.people import accounts, accounts_sessions, second_step
from askfirst.people.accounts import NobodyOfThatName
from askfirst.people.who import by_username
from askfirst.trail import chain
from askfirst.trail.keyfile import key
from askfirst.words import Sentence, say

__all__ = ["CHAIN", "NoReason", "end_sessions", "give_password", "reset_second_step", "unlock"]

CHAIN = "operate"
OPERATOR = "operator"
LONGEST = 500


class NoReason(ValueError):
    """An act of an operator's without a reason. `sentence` is for the operator."""

    def __init__(self) -> None:
        self.sentence: Sentence = say("Say why, in 3 to {most} characters. Nothing was changed.", most=LONGEST)
        super().__init__(str(self.sentence))


def end_sessions(*, username: str, reason: str, at: datetime) -> int:
    """Ends every session of an account; how many those were. Raises NobodyOfThatName, NoReason."""
    with transaction.atomic():
        ref = _noted("sessions-ended", username, reason, at)
        return accounts_sessions.end_all(ref)


def reset_second_step(*, username: str, reason: str, at: datetime) -> bool:
    """Takes a second step away and ends the sessions; it is set up again at the next sign-in. False where there was none.

    Raises NobodyOfThatName, NoReason.
    """
    with transaction.atomic():
        ref = _noted("second-step-reset", username, reason, at)
        accounts_sessions.end_all(ref)
        return second_step.reset(ref)


def give_password(*, username: str, password: str, reason: str, at: datetime) -> None:
    """Another password, and every session ends. Raises NobodyOfThatName, NoReason, BadPassword."""
    with transaction.atomic():
        ref = _noted("password-given", username, reason, at)
        accounts.set_password(username, password)
        accounts_sessions.end_all(ref)


def unlock(*, username: str, reason: str, at: datetime) -> None:
    """Whoever is waiting after wrong passwords waits no more. Raises NobodyOfThatName, NoReason."""
    with transaction.atomic():
        _noted("unlocked", username, reason, at)
        accounts.unlock(username)


def _noted(what: str, username: str, reason: str, at: datetime) -> str:
    """Whose account it is, after the line in the trail."""
    given = reason.strip()
    if not 3 <= len(given) <= LONGEST:
        raise NoReason
    found = by_username(username) if "\0" not in username else None
    if found is None:
        raise NobodyOfThatName
    digest = hmac.digest(key("trail.key"), b"askfirst.operate.reason.1\0" + given.encode("utf-8", "surrogatepass"), "sha256").hex()
    chain.append(chain=CHAIN, what=what, who=OPERATOR, of_person=found.ref, words=digest, at=at)
    return found.ref
