"""A second step at sign-in: a six-figure code from an app (RFC 6238), or one of ten recovery codes, each of which works once.

Whoever may open another person's case needs one. The table, the arithmetic and the recovery codes are django-allauth's; the clock is passed
in, and a code that was used stays used whatever restarts. Source: trust.md, docs/decisions/0010-second-step.md.
"""

import hmac
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

import segno
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.db import IntegrityError, transaction

from askfirst.people import hats
from askfirst.people.accounts_throttle import ACCOUNT, Lane, forget, keyed, take
from askfirst.people.hats import Standing
from askfirst.people.models import Person
from askfirst.people.models.second_step import UsedCode
from askfirst.people.second_step_seal import Sealed, Unreadable
from askfirst.people.standing import capacities, standing

__all__ = [
    "By",
    "SettingUp",
    "Unreadable",
    "check",
    "has",
    "left",
    "needs",
    "new_codes",
    "new_secret",
    "opens_others",
    "reset",
    "set_up",
    "to_show",
]

PERIOD = 30  # seconds
EITHER_SIDE = 1  # steps a clock may be wrong
REMEMBERED = timedelta(seconds=PERIOD * (2 * EITHER_SIDE + 2))
APP_DIGITS = 6


class By(StrEnum):
    """What a code came from."""

    APP = "app"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class SettingUp:
    """What an app needs: the key in groups of four, the same as an address, and as the dark squares of a QR code `side` squares wide."""

    key: str
    address: str
    path: str
    side: int


def opens_others(by: Standing) -> bool:
    """Whether any seat held now is more than one's own name: then another person's case may be open to it."""
    return any(hats.role(seat) not in hats.BY_NAME for seat in by.seats)


def needs(ref: str, *, on: date) -> bool:
    """The same, in any capacity somebody has on that day."""
    return any(opens_others(standing(ref, on=on, capacity=one)) for one in capacities(ref, on=on))


def has(ref: str) -> bool:
    """Whether a second step is set up."""
    return bool(Authenticator.objects.filter(user_id=ref, type=Authenticator.Type.TOTP).exists())


def new_secret() -> str:
    """A fresh secret, sealed: to be kept until its first code comes. Raises NoKey."""
    return str(Sealed().encrypt(generate_totp_secret()))


def to_show(ref: str, sealed: str) -> SettingUp:
    """What to show while somebody sets up. Raises Unreadable."""
    adapter = Sealed()
    secret = adapter.decrypt(sealed)
    address = adapter.build_totp_url(Person.objects.get(pk=ref), secret)
    rows = segno.make(address, error="m", micro=False).matrix
    squares = ["M%d %dh1v1h-1z" % (x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]
    return SettingUp(" ".join(secret[start : start + 4] for start in range(0, len(secret), 4)), address, "".join(squares), len(rows))


def set_up(ref: str, sealed: str, code: str, *, at: datetime) -> tuple[str, ...]:
    """Ten recovery codes, to be shown once; none where the code is not this secret's, and nothing is changed. Raises Unreadable.

    A second step that was there before is replaced, its recovery codes too.
    """
    secret = Sealed().decrypt(sealed)
    with transaction.atomic():
        if not _from_app(ref, secret, _figures(code), at=at):
            return ()
        Authenticator.objects.filter(user_id=ref).delete()
        Authenticator.objects.create(user_id=ref, type=Authenticator.Type.TOTP, data={"secret": sealed}, created_at=at)
        return _codes(ref)


def check(ref: str, code: str, *, at: datetime) -> By | None:
    """What a code came from; None for one that is wrong, or was used. Raises TryLater after many guesses, and Unreadable."""
    lane = Lane("account", keyed("second step", ref), ACCOUNT)
    take((lane,), at=at)
    found = _checked(ref, _figures(code), at=at)
    if found:
        forget(lane)
    return found


def _checked(ref: str, figures: str, *, at: datetime) -> By | None:
    kept = {one.type: one for one in Authenticator.objects.filter(user_id=ref)}
    app, recovery = kept.get(Authenticator.Type.TOTP), kept.get(Authenticator.Type.RECOVERY_CODES)
    if app is None:
        return None
    if len(figures) == APP_DIGITS:
        return By.APP if _from_app(ref, Sealed().decrypt(app.data["secret"]), figures, at=at) else None
    return By.RECOVERY if recovery and RecoveryCodes(recovery).validate_code(figures) else None


def _figures(code: str) -> str:
    """What was typed, without the spaces and dashes people put between."""
    figures = "".join(letter for letter in code[:40] if letter not in " -\u00a0")
    return figures if figures.isascii() and figures.isdigit() else ""


def _from_app(ref: str, secret: str, figures: str, *, at: datetime) -> bool:
    """Whether the figures are the code of now, or of one step before or after, and were not used. Every step is looked at."""
    now = int(at.timestamp()) // PERIOD
    steps = range(now - EITHER_SIDE, now + EITHER_SIDE + 1)
    right = [step for step in steps if hmac.compare_digest(format_hotp_value(hotp_value(secret, step)), figures)]
    return bool(right) and _first_use("%s %s %d" % (ref, secret, right[0]), at=at)


def _first_use(code: str, *, at: datetime) -> bool:
    """Whether this code of this secret was never used before, in whatever process; now it is."""
    UsedCode.objects.filter(until__lt=at).delete()
    try:
        with transaction.atomic():
            UsedCode.objects.create(name=keyed("used code", code), until=at + REMEMBERED)
    except IntegrityError:
        return False
    return True


def new_codes(ref: str) -> tuple[str, ...]:
    """Ten other recovery codes; those before work no more. None without a second step."""
    return _codes(ref) if has(ref) else ()


def _codes(ref: str) -> tuple[str, ...]:
    with transaction.atomic():
        Authenticator.objects.filter(user_id=ref, type=Authenticator.Type.RECOVERY_CODES).delete()
        codes = RecoveryCodes.activate(Person.objects.get(pk=ref)).generate_codes()
    return tuple(" ".join((code[:4], code[4:])) for code in codes)


def left(ref: str) -> int:
    """How many recovery codes still work. Raises Unreadable."""
    kept = Authenticator.objects.filter(user_id=ref, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(RecoveryCodes(kept).get_unused_codes()) if kept else 0


def reset(ref: str) -> bool:
    """Takes the second step away, so that it is set up again at the next sign-in; False where there was none."""
    return bool(Authenticator.objects.filter(user_id=ref).delete()[0])
