"""The database before it is served: as strong as we promise, as new as the program, and copied before it is changed."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from askfirst.cli.main import Cannot
from askfirst.words import say

__all__ = ["back_up", "check_pragmas", "pending"]

BACKUPS_KEPT = 5
STRONG = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


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
