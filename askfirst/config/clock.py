"""The one clock. It is read once for each request and each pass of the worker; everything below is told the time."""

from datetime import UTC, datetime

__all__ = ["now"]


def now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)
