"""A large file on its way in: held in memory that has no name, few at a time, and gone when it is closed or forgotten."""

import io
import os
import threading

from askfirst.guard.child import Busy, unnamed
from askfirst.guard.limits import ARCHIVES_AT_ONCE

__all__ = ["Received"]

_free = threading.BoundedSemaphore(2 * ARCHIVES_AT_ONCE)


class Received(io.FileIO):
    """Raises Busy where as many as may be are held already."""

    def __init__(self) -> None:
        self._holds = _free.acquire(blocking=False)
        if not self._holds:
            raise Busy
        with unnamed() as file:
            super().__init__(os.dup(file.fileno()), "r+b")

    def close(self) -> None:
        """Lets another come; it is called too when nobody knows the file any more."""
        super().close()
        if self._holds:
            self._holds = False
            _free.release()
