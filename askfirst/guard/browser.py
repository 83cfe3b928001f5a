"""What a browser that is installed here shows of some words on a page, in the real layout; None where none is, or none could be set apart.

Nothing is drawn in this process, and nothing is kept: `drawn` says how. One at a time.
"""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass

from askfirst.guard import child
from askfirst.guard.saved.found import DRAWN, HARD

__all__ = ["Drawn", "browser_at", "seen_in_browser"]

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MOST, LOWEST = 8, 1_000_000


@dataclass(frozen=True, slots=True)
class Drawn:
    """Of the best place of a quote: `why` a reader does not see it, `hard` what makes it hard to see, `top` its pixels from the top."""

    why: tuple[str, ...]
    hard: tuple[str, ...]
    top: int


def browser_at(chosen: str = "") -> str:
    """The path of a browser: `chosen`, or the first of NAMES that is installed; "" for "no", and where there is none."""
    if chosen == "no":
        return ""
    if chosen:
        return chosen if os.access(chosen, os.X_OK) else ""
    return next(filter(None, map(shutil.which, NAMES)), "")


def seen_in_browser(
    data: bytes, quotes: tuple[str, ...], *, browser: str, sheets: Mapping[str, bytes] | None = None
) -> Mapping[str, Drawn] | None:
    """Each quote that stands in the page as drawn. None where nothing could be drawn.

    Takes about a second; call it outside any transaction.
    """
    if not browser or not quotes:
        return None
    asked = {
        "browser": browser,
        "quotes": quotes[:MOST],
        "sheets": {name: words.decode("latin-1") for name, words in (sheets or {}).items()},
    }
    try:
        said = child.run("drawn", json.dumps(asked).encode() + b"\n" + data)
        rows = json.loads(said.body)
        if len(rows) != len(quotes[:MOST]):
            return None
        return {quote: _drawn(row) for quote, row in zip(quotes, rows, strict=False) if row is not None}
    except (child.Busy, child.Died, KeyError, TypeError, ValueError, RecursionError):
        return None


def _drawn(row: dict[str, object]) -> Drawn:
    """A browser that was taken over may say anything: it is held to its form. Raises KeyError, TypeError and ValueError."""
    why, hard, top = row["why"], row["hard"], row["top"]
    if not isinstance(why, list) or not isinstance(hard, list) or not isinstance(top, int) or not 0 <= top <= LOWEST:
        raise TypeError
    if not set(why) <= set(DRAWN) or not set(hard) <= set(HARD):
        raise ValueError
    return Drawn(tuple(why), tuple(hard), top)
