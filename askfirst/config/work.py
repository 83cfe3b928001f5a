"""`askfirst work`: one loop over what is due. Mail, reminders and deadlines; what was missed while nobody worked is caught up."""

import logging
import secrets
import signal
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial

import click
from django.conf import settings
from django.db import close_old_connections

from askfirst.adoption import comments, draft_reminders, editions, reminders, shown
from askfirst.casework import deadlines
from askfirst.people import calendar_links, family, notify, roll, settings_check
from askfirst.people.accounts_sessions import forget_ended
from askfirst.records import break_glass, holds
from askfirst.trail import lease, once

__all__ = ["EVERY", "WORKER", "command", "one_pass"]

log = logging.getLogger("askfirst.work")
WORKER = "worker"
EVERY = 2
LEASE = 60


JOBS: tuple[tuple[str, Callable[..., object]], ...] = (
    ("procedure", editions.begin_due),
    ("deadlines", deadlines.run_due),  # early: what it queues goes out in the same pass
    ("settings", settings_check.remind_due),
    ("campaigns", reminders.remind_due),
    ("drafts", draft_reminders.remind_due),
    ("records", holds.remind_due),
    ("mail", notify.send_due),
    ("forget", once.forget_old),
    ("sessions", forget_ended),
    ("roll", roll.forget_old),
    ("family", family.forget_left),
    ("campaigns-forget", shown.forget_left),
    ("calendar-links", calendar_links.forget_left),
    ("break-glass", break_glass.forget_old),
    ("comments", comments.forget_old),
)


@click.command(name="work", help="Do what is due: mail, reminders, deadlines. `askfirst serve` starts it too.")
@click.option("--once", "only_once", is_flag=True, help="One pass, then stop.")
def command(*, only_once: bool) -> int:
    """One worker at a time, by a lease in the database; the others wait for it to lapse. SIGTERM ends it between two passes."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    holder = secrets.token_hex(8)
    whole = True
    try:
        while not stop.is_set():
            whole = _turn(holder)
            close_old_connections()
            if only_once:
                break
            stop.wait(EVERY)
    finally:
        _quietly("lease", lambda: lease.release(name=WORKER, holder=holder))
    return 0 if whole or not only_once else 2


def _turn(holder: str) -> bool:
    """One pass, if no other worker is at it. Whether all of it went well."""
    now: datetime = settings.CLOCK()
    held = [False]

    def hold() -> None:
        held[0] = lease.hold(name=WORKER, holder=holder, at=now, seconds=LEASE)

    went = _quietly("lease", hold)
    if held[0]:
        went = one_pass(at=now) and went
    return went


def one_pass(*, at: datetime) -> bool:
    """Every job once. One that fails is logged by its name and the kind of fault, without a word, and the others still run."""
    went = [_quietly(name, partial(job, at=at)) for name, job in JOBS]
    return all(went)


def _quietly(name: str, act: Callable[[], object]) -> bool:
    try:
        act()
    except Exception as problem:  # noqa: BLE001 -- a worker that stops at the first fault would leave the rest undone
        log.error("", extra={"event": "job-failed", "code": type(problem).__name__, "route": name})  # noqa: TRY400 -- no traceback: it may hold words
        return False
    return True
