"""Changes of settings as they stand: who may ask for one, agree to it or read of it, and what came of each. Nothing is done here."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from askfirst.people import second
from askfirst.people.hats import CHAIR, DPO, GOVERNANCE, TRUST_LEAD, Standing
from askfirst.people.models import SettingChange

__all__ = [
    "KIND", "SECONDS", "Change", "NoSetting", "Value", "change", "changes", "digest_of", "in_force", "may_agree", "may_ask", "may_see",
    "waiting",
]  # fmt: skip

Value = Mapping[str, str] | None
KIND = "settings"
SECONDS = (TRUST_LEAD, CHAIR, DPO, GOVERNANCE)
"""Who may be the second of two, in their own right."""
LATEST = 50


class NoSetting(LookupError):
    """There is no such setting, or no such change, for this person."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change as it stands. `value` None: the pack holds again. `state`: waits, lapsed, agreed, dropped or undone."""

    ref: str
    name: str
    value: Value
    starts_on: date
    why: str
    state: str
    by: str
    acting_for: str
    at: datetime
    agreed_by: str
    agreed_at: datetime | None
    undoes: str
    digest: str


def may_ask(by: Standing) -> bool:
    """Whether this person changes settings: the governance professional."""
    return by.holds(GOVERNANCE)


def may_agree(by: Standing) -> bool:
    """Whether this person may be the second of two."""
    return any(by.holds(seat) and not by.acting_for(seat) for seat in SECONDS)


def may_see(by: Standing) -> bool:
    """Whether the settings are any business of theirs."""
    return may_ask(by) or may_agree(by)


def change(ref: str, *, by: Standing, at: datetime) -> Change:
    """One change. Raises NoSetting."""
    found = next(iter(_changes(Q(ref=ref), by, at)), None)
    if found is None:
        raise NoSetting
    return found


def changes(*, by: Standing, at: datetime, name: str = "") -> list[Change]:
    """The latest changes, the newest first; of one setting or of all. Raises NoSetting."""
    return _changes(Q(name=name) if name else Q(), by, at)


def waiting(*, by: Standing, at: datetime) -> list[Change]:
    """What waits for a second person, the newest first. Raises NoSetting."""
    return [one for one in _changes(Q(state="waits"), by, at) if one.state == "waits"]


def in_force(*, on: date, by: Standing, at: datetime) -> dict[str, Change]:
    """Of each setting that was changed, the change that holds on that day, going back to the pack included. Raises NoSetting."""
    found = _changes(Q(state="agreed", starts_on__lte=on), by, at, most=None)
    return {one.name: one for one in sorted(found, key=lambda one: (one.starts_on, one.agreed_at or one.at))}


def _changes(which: Q, by: Standing, at: datetime, *, most: int | None = LATEST) -> list[Change]:
    if not may_see(by):
        raise NoSetting
    there = {of for of, _, _ in second.waiting(kind=KIND, at=at)}
    rows = SettingChange.objects.filter(which).order_by("-at", "-ref")[:most]
    return [
        Change(
            row.ref, row.name, row.value, row.starts_on, row.why, "lapsed" if row.state == "waits" and row.ref not in there else row.state,
            row.by, row.acting_for, row.at, row.agreed_by, row.agreed_at, row.undoes, digest_of(row),
        )
        for row in rows
    ]  # fmt: skip


def digest_of(row: SettingChange) -> str:
    """Of exactly what is asked for."""
    asked = [row.name, row.value, row.starts_on.isoformat(), row.why]
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
