"""Moments as the archives write them, in the United Kingdom's own time: routines are what the clock on the wall says. No files read."""

import re
from datetime import UTC, datetime, timedelta

__all__ = ["at_home", "moment_of"]

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
SIGNED = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d) (\d{4})", re.ASCII)
PLAIN = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?", re.ASCII)
MAILED = re.compile(r"(?:\w{3}, )?(\d{1,2}) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1990, 2100


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def at_home(when: datetime) -> datetime:
    """The same moment by the clock of the United Kingdom, without a zone: summer time runs from March to October."""
    summer = _last_sunday(when.year, 3) <= when.astimezone(UTC) < _last_sunday(when.year, 10)
    return when.astimezone(UTC).replace(tzinfo=None) + timedelta(hours=1 if summer else 0)


def _made(year: int, month: int, day: int, *, clock: tuple[int, int, int], ahead: int) -> datetime | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return at_home(datetime(year, month, day, clock[0], clock[1], min(clock[2], 59), tzinfo=UTC) - timedelta(minutes=ahead))
    except ValueError:
        return None


def _month(word: str) -> int:
    return MONTHS.index(word.lower()) + 1 if word.lower() in MONTHS else 0


def _ahead(sign: str, hours: str, minutes: str) -> int:
    return (int(hours) * 60 + int(minutes)) * (-1 if sign == "-" else 1)


def moment_of(said: object) -> datetime | None:
    """Seconds since 1970, "Wed Oct 10 20:19:24 +0000 2018", "2025-03-07 18:02:11 UTC", ISO 8601 or the form of mails; None for none."""
    if isinstance(said, bool) or said is None:
        return None
    if isinstance(said, int | float):
        seconds = said / 1000 if said > 10**11 else said
        return at_home(datetime.fromtimestamp(seconds, UTC)) if 6 * 10**8 < seconds < 4 * 10**9 else None
    text = str(said).strip()[:60]
    if text.isascii() and text.isdigit() and len(text) < 15:
        return moment_of(int(text))
    if match := SIGNED.match(text):
        month, day, hour, minute, second, sign, hours, minutes, year = match.groups()
        clock = int(hour), int(minute), int(second)
        return _made(int(year), _month(month), int(day), clock=clock, ahead=_ahead(sign, hours, minutes))
    if match := MAILED.match(text):
        day, month, year, hour, minute, second, sign, hours, minutes = match.groups()
        clock = int(hour), int(minute), int(second)
        return _made(int(year), _month(month), int(day), clock=clock, ahead=_ahead(sign, hours, minutes))
    if match := PLAIN.match(text):
        year, month, day, hour, minute, second, zone = match.groups()
        ahead = _ahead(zone[0], zone[1:3], zone[-2:]) if zone and zone[0] in "+-" else 0
        return _made(int(year), int(month), int(day), clock=(int(hour or 12), int(minute or 0), int(second or 0)), ahead=ahead)
    return None
