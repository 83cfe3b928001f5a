"""How many checks one address may ask for in a minute, counted in memory only.

An address is known by an HMAC under a key drawn at random and thrown away each hour; counts go each minute. Nothing is written, nothing
outlives the process. Generous: a whole school may stand behind one address.
"""

import hmac
import secrets
import threading
import time
from collections.abc import Callable

__all__ = ["CHECKS", "Throttle"]

MINUTE = 60.0
HOUR = 3600.0


class Throttle:
    """At most `most` per address and minute. `clock` gives seconds that never go back."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._key = secrets.token_bytes(32)
        self._hour = self._minute = -1
        self._counts: dict[bytes, int] = {}

    def allows(self, address: str) -> bool:
        """Count one more; False where it is too many."""
        with self._lock:
            self._forget()
            name = hmac.digest(self._key, address.encode("utf-8", "replace"), "sha256")
            count = self._counts.get(name, 0) + 1
            self._counts[name] = count
            return count <= self._most

    def _forget(self) -> None:
        now = self._clock()
        if int(now // HOUR) != self._hour:
            self._hour = int(now // HOUR)
            self._key = secrets.token_bytes(32)
            self._counts.clear()
        if int(now // MINUTE) != self._minute:
            self._minute = int(now // MINUTE)
            self._counts.clear()


CHECKS = Throttle(3000)  # shared by pages and API: a school of a thousand stands behind one address
