"""A form sent twice changes something once: digests of the keys seen in the last day.

Call `seen` first and `remember` last, both in the transaction of the change: what came of a form is kept with the change or not at all.
`done` does both around a change that says by one reference what came of it.
"""

import hmac
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from django.db import transaction

from askfirst.trail.chain import in_change
from askfirst.trail.keyfile import key as key_file
from askfirst.trail.models import Once
from askfirst.words import Sentence, say

__all__ = ["KEPT", "Keyed", "Reused", "done", "forget_old", "remember", "seen", "take"]

KEPT = timedelta(hours=24)


class Reused(ValueError):
    """A key came again with another body. `sentence` is for the person."""

    def __init__(self) -> None:
        self.sentence: Sentence = say("This form was sent before with other words. Open the page again, then send it.")
        super().__init__(str(self.sentence))


class Keyed(Protocol):
    """A form's key and body."""

    @property
    def key(self) -> str: ...

    @property
    def body(self) -> bytes: ...


def done(act: Callable[[], str], *, once: Keyed | None, who: str, at: datetime) -> str:
    """What comes of `act`, a reference; under a key that came before, what came of it then, and nothing is done. Raises Reused, NoKey."""
    if once is None:
        return act()
    with transaction.atomic():
        found = seen(who=who, key=once.key, body=once.body, at=at)
        if found is None:
            found = act()
            remember(who=who, key=once.key, body=once.body, reference=found, at=at)
    return found


def seen(*, who: str, key: str, body: bytes, at: datetime) -> str | None:
    """The reference that this person's key gave before; None for a new key. Raises Reused, NotInChange, NoKey.

    With IMMEDIATE transactions the second of two at once waits here for the first to finish. On a database that lets both in, the second
    `remember` breaks the unique digest and undoes its own change.
    """
    in_change()
    digest = _digest(who, key)
    row = Once.objects.filter(digest=digest, at__gt=at - KEPT).first()
    if row is None:
        return None
    if not hmac.compare_digest(row.body_mac, _body_mac(digest, body)):
        raise Reused
    return row.reference


def remember(*, who: str, key: str, body: bytes, reference: str, at: datetime) -> None:
    """Keeps what came of a form for a day, under digests alone. Raises IntegrityError for a key that is kept, NotInChange, NoKey."""
    in_change()
    digest = _digest(who, key)
    Once.objects.filter(digest=digest, at__lte=at - KEPT).delete()
    Once.objects.create(digest=digest, body_mac=_body_mac(digest, body), reference=reference, at=at)


def take(*, who: str, key: str, at: datetime) -> str | None:
    """What was remembered under this key, for whoever comes first: after that it is gone. Raises NotInChange, NoKey."""
    in_change()
    row = Once.objects.filter(digest=_digest(who, key), at__gt=at - KEPT).first()
    return row.reference if row and Once.objects.filter(digest=row.digest).delete()[0] else None


def forget_old(*, at: datetime) -> int:
    """Removes what is older than a day; how many that were."""
    return Once.objects.filter(at__lte=at - KEPT).delete()[0]


def _digest(who: str, key: str) -> str:
    if not key:
        raise ValueError(str(say("A form that is sent once needs its key.")))
    named = who.encode()
    return hmac.digest(key_file("trail.key"), b"askfirst.trail.once.1" + len(named).to_bytes(4) + named + key.encode(), "sha256").hex()


def _body_mac(digest: str, body: bytes) -> str:
    """Bound to the key's digest, so that two people who write the same do not show as such."""
    return hmac.digest(key_file("trail.key"), b"askfirst.trail.body.1" + digest.encode() + body, "sha256").hex()
