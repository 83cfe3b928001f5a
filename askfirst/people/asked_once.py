"""What the Trust has set, asked once a request: kept in the request's own context, and in no other.

Outside a request nothing is kept: commands, the daily run and tests ask each time. Once a request writes one of the tables that
answers come from, it keeps nothing more: what it reads back is what it wrote, and after a step that was rolled back, what was there before.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from threading import get_ident
from typing import Any, TypeVar

from django.db import connections

from askfirst.people.models import InsetDay, School, SettingChange, Term

__all__ = ["asked_afresh", "asked_once", "once"]

Answer = TypeVar("Answer")
TABLES = tuple('"%s"' % model._meta.db_table for model in (SettingChange, Term, InsetDay, School))


class _Kept:
    """The answers of one request, in the thread that serves it."""

    def __init__(self) -> None:
        self.thread, self.answers, self.keeps = get_ident(), dict[tuple[Any, ...], Any](), True

    def watch(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        """Sees each statement of the request, since a bulk write sends no signal."""
        if self.keeps and not sql.lstrip().upper().startswith("SELECT") and any(table in sql for table in TABLES):
            self.keeps = False
        return execute(sql, params, many, context)


_kept: ContextVar[_Kept | None] = ContextVar("what the Trust has set", default=None)


@contextmanager
def asked_once() -> Iterator[None]:
    """Inside, each question is asked of the database once. The answers are forgotten at the end."""
    kept = _Kept()
    token = _kept.set(kept)
    try:
        with ExitStack() as watched:
            for connection in connections.all():
                watched.enter_context(connection.execute_wrapper(kept.watch))
            yield
    finally:
        _kept.reset(token)


def once(question: tuple[Any, ...], ask: Callable[[], Answer]) -> Answer:
    """The answer that this request has already, or `ask()`. Whoever gets it must not change it. What raises is not kept."""
    kept = _kept.get()
    if kept is None or not kept.keeps or kept.thread != get_ident():
        return ask()
    if question not in kept.answers:
        kept.answers[question] = ask()
    answer: Answer = kept.answers[question]
    return answer


def asked_afresh() -> None:
    """Forget what was asked so far: for a decision that must rest on how things stand inside its own transaction."""
    kept = _kept.get()
    if kept is not None:
        kept.answers.clear()
