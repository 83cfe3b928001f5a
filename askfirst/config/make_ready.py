"""The part of `askfirst serve` that runs before anything is served: folders, keys, style sheets, database, and in demo mode the cast.

It runs in a process of its own, so that what waits beside the server stays small.
"""

import os
from datetime import datetime
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from askfirst.casework.demo import load
from askfirst.casework.page_marks import mark_again_if_due
from askfirst.cli.main import Cannot
from askfirst.config.database import back_up, check_pragmas, pending
from askfirst.people.demo import is_demo
from askfirst.people.founding import found
from askfirst.people.who import schools
from askfirst.procedure.trust import load_trust
from askfirst.trail.keyfile import NoKey, key, make_missing
from askfirst.words import say

__all__ = ["command"]

FOLDERS = ("db", "keys", "outbox", "backups", "static", "tmp")


@click.command(name="make-ready", hidden=True)
def command() -> None:
    """Raises Cannot with the one line that says what is in the way."""
    os.umask(0o077)
    data: Path = settings.ASKFIRST.data
    try:
        for name in FOLDERS:
            (data / name).mkdir(parents=True, exist_ok=True, mode=0o700)
        _keys(data / "keys")
    except OSError as problem:
        raise Cannot(say("The data folder cannot be written ({why}). Check who owns it.", why=problem.strerror)) from None
    now: datetime = settings.CLOCK()
    call_command("collectstatic", interactive=False, verbosity=0)
    check_pragmas()
    if pending():
        back_up(data, at=now)
        call_command("migrate", interactive=False, verbosity=0)
    _right_people(at=now)
    mark_again_if_due(at=now)


def _keys(folder: Path) -> None:
    """Made where nothing hangs on them yet; a key that was there and is gone is never replaced by another. Raises Cannot."""
    if "trail_event" in connection.introspection.table_names():
        for name in ("trail.key", "trust.key"):
            try:
                key(name)
            except NoKey as problem:
                raise Cannot(problem.sentence) from None
    make_missing(folder)


def _right_people(*, at: datetime) -> None:
    """The demo's cast where nobody is yet; in production never the demo's, but the schools of the Trust's own pack. Raises Cannot."""
    if settings.ASKFIRST.mode == "demo":
        if not schools():
            with transaction.atomic():  # whole or not at all: a start that was stopped half-way begins again
                load(at=at)
    elif is_demo():
        raise Cannot(say("This database holds the demo. Give production a data folder of its own."))
    else:
        found(load_trust(), at=at)
