"""Sessions, as Django keeps them in the database, with whose each one is beside it, so that people can see and end their own.

The browser holds the key; the table holds its digest, which is also how a page names a session. Source: trust.md.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as TheirStore
from django.db import transaction

from askfirst.people.models.session import Session

__all__ = ["OwnSession", "SessionStore", "end", "end_all", "forget_ended", "own_sessions"]

SINCE, SEEN = "since", "seen"
NAME = re.compile(r"[0-9a-f]{64}", re.ASCII)


class SessionStore(TheirStore):
    """Django's store over our table."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        row = Session.objects.filter(session_key=digest(self.session_key or ""), expire_date__gt=datetime.now(UTC)).first()
        if row is None:
            self._session_key = None
        return row

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(session_key=digest(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = super().create_model_instance(data)
        return Session(
            session_key=digest(row.session_key),
            session_data=row.session_data,
            expire_date=row.expire_date,
            person=str(data.get(SESSION_KEY, "")),
        )

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            Session.objects.filter(session_key=digest(key)).delete()


def digest(session_key: str) -> str:
    """What stands in the table for a key. The key is long and random, so its plain digest cannot be undone."""
    return hashlib.sha256(session_key.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class OwnSession:
    """One browser: since when, when last used (to the minute), and whether it is the one that asks. Neither place nor device is kept."""

    name: str
    since: datetime
    seen: datetime
    this: bool


def own_sessions(ref: str, *, key: str | None, live: Callable[[Mapping[str, Any]], bool]) -> tuple[OwnSession, ...]:
    """This one first, then the latest used. `live` says whether what a session holds still lets somebody in."""
    mine = digest(key or "")
    found = []
    for row in Session.objects.filter(person=ref):
        held = SessionStore().decode(row.session_data)
        if live(held):
            since = datetime.fromtimestamp(held[SINCE], UTC)
            found.append(OwnSession(row.session_key, since, _minute(held[SEEN]), row.session_key == mine))
    return tuple(sorted(found, key=lambda one: (one.this, one.seen, one.since), reverse=True))


def _minute(seen: int) -> datetime:
    return datetime.fromtimestamp(seen - seen % 60, UTC)


def end(ref: str, name: str) -> bool:
    """Ends one session of this person's own; False where there is none of that name."""
    return NAME.fullmatch(name) is not None and Session.objects.filter(person=ref, session_key=name).delete()[0] > 0


def end_all(ref: str, *, but: str | None = None) -> int:
    """Ends every session of this person's, but for the one with this key; how many those were."""
    with transaction.atomic():
        return Session.objects.filter(person=ref).exclude(session_key=digest(but or "")).delete()[0]


def forget_ended(*, at: datetime) -> int:
    """Removes the sessions of windows that were closed without signing out; how many that were."""
    old = Session.objects.filter(expire_date__lte=at)
    return old.delete()[0] if old.exists() else 0
