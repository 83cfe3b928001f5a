"""A database in a folder of its own, with the settings a server has, removed again at the end.

A benchmark imports this before any model, since the models need the settings first. Sorted imports put it there by themselves.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

os.environ["ASKFIRST_DATA"] = tempfile.mkdtemp(prefix="askfirst-bench-")
os.environ["DJANGO_SETTINGS_MODULE"] = "askfirst.config.settings"

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- the models need the settings first
from django.db import connection  # noqa: E402

from askfirst.people.demo import load_people  # noqa: E402
from askfirst.people.who import by_username  # noqa: E402
from askfirst.trail.keyfile import make_missing  # noqa: E402

__all__ = ["MONDAY", "database", "ref"]

FOLDER = Path(os.environ["ASKFIRST_DATA"])
MONDAY = date(2026, 11, 23)


@contextmanager
def database(*, cast: bool = True) -> Iterator[None]:
    """Keys and tables, and the demo's people where they are wanted; nothing is left afterwards, whatever happened."""
    try:
        (FOLDER / "db").mkdir()
        make_missing(FOLDER / "keys")
        call_command("migrate", interactive=False, verbosity=0)
        if cast:
            load_people(monday=MONDAY)
        yield
    finally:
        connection.close()
        shutil.rmtree(FOLDER, ignore_errors=True)


def ref(name: str) -> str:
    """The reference of somebody in the cast."""
    found = by_username(name)
    assert found is not None
    return found.ref
