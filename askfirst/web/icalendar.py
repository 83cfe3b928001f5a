"""Days as an iCalendar file (RFC 5545): whole days, folded at 75 octets, every text escaped. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

__all__ = ["Day", "icalendar"]

FOLD = 75  # octets of a line, its end not counted
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None, "\0": None})


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day: its id in this calendar, what it says, and an address."""

    id: str
    day: date
    says: str
    url: str


def icalendar(days: Iterable[Day], *, name: str, host: str, at: datetime) -> str:
    """The whole file. `host` makes the ids unlike those of any other calendar; `at` is the moment it was made."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//AskFirst//AskFirst//EN", "CALSCALE:GREGORIAN", "X-WR-CALNAME:" + _text(name)]
    for one in days:
        lines += _event(one, host, at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ"))
    return "".join(folded + "\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def _event(one: Day, host: str, stamp: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        "UID:%s@%s" % (_text(one.id), _text(host)),
        "DTSTAMP:" + stamp,
        "DTSTART;VALUE=DATE:" + one.day.strftime("%Y%m%d"),
        "DTEND;VALUE=DATE:" + (one.day + timedelta(days=1)).strftime("%Y%m%d"),
        "SUMMARY:" + _text(one.says),
        "URL:" + one.url,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(value: str) -> str:
    return value.translate(ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """A long line in pieces, each but the first with a space before it; no letter is cut in two."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > FOLD:
            yield piece
            piece = " "
        piece += letter
    yield piece
