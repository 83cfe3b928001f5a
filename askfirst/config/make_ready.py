"""The part of `askfirst serve` that runs before anything is served: folders, keys, style sheets, database, and in demo mode the cast.

It runs in a process of its own, so that what waits beside the server stays small.
"""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from askfirst.casework.demo import load
from askfirst.cli.main import Cannot
from askfirst.people.demo import is_demo
from askfirst.people.who import schools
from askfirst.trail.keyfile import NoKey, key, make_missing
from askfirst.words import say

__all__ = ["back_up", "check_pragmas", "command"]

FOLDERS = ("db", "keys", "outbox", "backups", "static", "tmp")
BACKUPS_KEPT = 5
STRONG = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


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


def _keys(folder: Path) -> None:
    """Made where nothing hangs on them yet; a key that was there and is gone is never replaced by another. Raises Cannot."""
    if "trail_event" in connection.introspection.table_names():
        for name in ("trail.key", "trust.key"):
            try:
                key(name)
            except NoKey as problem:
                raise Cannot(problem.sentence) from None
    make_missing(folder)


def check_pragmas() -> None:
    """Refuses a database that would forget less or lose more than we promise. Raises Cannot."""
    with connection.cursor() as cursor:
        for name, wanted in STRONG.items():
            found = cursor.execute("PRAGMA {}".format(name)).fetchone()[0]
            if found != wanted:
                raise Cannot(
                    say("The database runs with {name} {found}. Keep it on a local disk, and start again.", name=name, found=found)
                )


def pending() -> bool:
    """Whether the database is behind the program. Raises Cannot where it is ahead."""
    executor = MigrationExecutor(connection)
    unknown = [key for key in executor.loader.applied_migrations if key not in executor.loader.disk_migrations and key[0] in _ours()]
    if unknown:
        raise Cannot(say("The database was made by a newer AskFirst. Run that one, or put back a backup."))
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _ours() -> set[str]:
    return {name.rpartition(".")[2] for name in settings.INSTALLED_APPS if name.startswith("askfirst.")}


def back_up(data: Path, *, at: datetime) -> Path | None:
    """A whole copy of the database before it is changed, the newest five kept; None where there is nothing in it yet."""
    source = Path(str(connection.settings_dict["NAME"]))
    if not source.is_file() or not connection.introspection.table_names():
        return None
    copy = data / "backups" / "askfirst-{}.sqlite3".format(at.strftime("%Y%m%dT%H%M%S"))
    os.close(os.open(copy, os.O_CREAT | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
    for older in sorted((data / "backups").glob("askfirst-*.sqlite3"))[:-BACKUPS_KEPT]:
        older.unlink()
    return copy


def _right_people(*, at: datetime) -> None:
    """The demo's cast where nobody is yet; in production, never the demo's. Raises Cannot."""
    if settings.ASKFIRST.mode == "demo":
        if not schools():
            load(at=at)
    elif is_demo():
        raise Cannot(say("This database holds the demo. Give production a data folder of its own."))
