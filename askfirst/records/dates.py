"""The days and moments of a copy as a person reads them; the copy as data keeps them as programs do."""

import re
from datetime import datetime

from django.utils.dateformat import format as in_format

__all__ = ["day_said"]

WRITTEN = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?", re.ASCII)


def day_said(text: str) -> str:
    """ "2026-11-23 05:26" as "Monday 23 November 2026, 05:26"; "2026-11-23" as "23 November 2026"; whatever else as it stands."""
    if not WRITTEN.fullmatch(text):
        return text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return in_format(moment, "l j F Y, H:i" if " " in text else "j F Y")
