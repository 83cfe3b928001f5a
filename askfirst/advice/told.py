"""What this server may tell a check, and the guard under which checks run: a database that refuses anything but SELECT."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from django.db import connections

from askfirst.advice.trust import told_by
from askfirst.checks.draft import Told
from askfirst.people.holding import todays_trust
from askfirst.procedure.trust import Trust

__all__ = ["WroteDuringACheck", "reading_only", "told"]


class WroteDuringACheck(RuntimeError):
    """Something tried to change the database while a draft was being looked over."""


def _only_select(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if not sql.lstrip().upper().startswith("SELECT"):
        raise WroteDuringACheck("A check may only read.")
    return execute(sql, params, many, context)


@contextmanager
def reading_only() -> Iterator[None]:
    """Inside, every statement but SELECT raises WroteDuringACheck, on every connection."""
    entered = [connection.execute_wrapper(_only_select) for connection in connections.all()]
    for guard in entered:
        guard.__enter__()
    try:
        yield
    finally:
        for guard in reversed(entered):
            guard.__exit__(None, None, None)


@lru_cache(maxsize=4)
def _told(trust: Trust) -> Told:
    return told_by(trust)


def told() -> Told:
    """Signed out, no roll is loaded: two schools' rolls give equal answers. One query."""
    return _told(todays_trust())
