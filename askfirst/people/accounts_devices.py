"""A browser that signed in before has a lane of its own: whoever guesses at an account elsewhere makes its owner wait no longer there.

The browser keeps a number of its own and, for each account that signed in, an HMAC of both under the server's secret, all of it signed. It
names nobody, it opens nothing, and it spares no wait of an address. Source: trust.md.
"""

import hmac
import secrets
from datetime import datetime

from django.core import signing

from askfirst.people.accounts_throttle import keyed
from askfirst.people.calendar import london_day

__all__ = ["DAYS", "known", "remembered"]

DAYS = 180
MOST = 5  # accounts in one browser
SALT = "askfirst.people.accounts_devices"
LONGEST = 2000


def known(kept: str, username: str, *, at: datetime) -> str:
    """The browser's own number where this account signed in there lately, else nothing. Never raises: anybody may send anything."""
    device, accounts = _opened(kept)
    mark = _mark(device, username)
    today = london_day(at).toordinal()
    lately = [day for one, day in accounts if hmac.compare_digest(one, mark)]
    return device if device and lately and 0 <= today - lately[0] < DAYS else ""


def remembered(kept: str, username: str, *, at: datetime) -> str:
    """What the browser keeps from now on; the account that was longest away goes first."""
    device, accounts = _opened(kept)
    device = device or secrets.token_urlsafe(9)
    mark, today = _mark(device, username), london_day(at).toordinal()
    others = [(one, day) for one, day in accounts if one != mark and 0 <= today - day < DAYS]
    return signing.dumps([device, *(list(one) for one in [(mark, today), *others][:MOST])], salt=SALT)


def _mark(device: str, username: str) -> str:
    return keyed("account on a device", "\0".join((device, username)))[:32]


def _opened(kept: str) -> tuple[str, list[tuple[str, int]]]:
    """The number and the accounts; nothing of either where our signature is not on it."""
    try:
        device, *accounts = signing.loads(kept[:LONGEST], salt=SALT)
    except (signing.BadSignature, ValueError):
        return "", []
    return device, [(mark, day) for mark, day in accounts]
