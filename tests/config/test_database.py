"""The database before it is served: copied before it is changed, five copies kept, and refused where it is weaker than we promise."""

import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from askfirst.cli.main import Cannot
from askfirst.config import database
from askfirst.config.database import back_up, check_pragmas, pending
from askfirst.people.models import Person
from tests.cast import cast
from tests.clock import london

__all__ = ["cast"]

NOW = london("2026-11-25 10:00")


def test_every_table_is_as_the_program_wants_it(db):
    assert pending() is False


def test_a_database_of_a_newer_program_is_refused(db):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('people', '9999_later', '2027-01-01')")
    with pytest.raises(Cannot, match="made by a newer AskFirst"):
        pending()


def test_a_step_that_is_missing_is_pending(db):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'vault'")
    assert pending() is True


@pytest.mark.parametrize(
    "slip", ["PRAGMA synchronous=OFF", "PRAGMA foreign_keys=OFF", "PRAGMA secure_delete=OFF", "PRAGMA journal_mode=DELETE"]
)
def test_a_weaker_database_is_refused(db, tmp_path, monkeypatch, slip):
    own = ConnectionHandler({"default": {**connection.settings_dict, "NAME": str(tmp_path / "own.sqlite3")}})["default"]
    monkeypatch.setattr(database, "connection", own)
    check_pragmas()
    with own.cursor() as cursor:
        cursor.execute(slip)
    with pytest.raises(Cannot, match="The database runs with"):
        check_pragmas()
    own.close()


def test_a_copy_is_whole_and_for_its_owner_alone_and_five_are_kept(transactional_db, request, tmp_path):
    request.getfixturevalue("cast")
    (tmp_path / "backups").mkdir()
    copies = [back_up(tmp_path, at=NOW + timedelta(days=day)) for day in range(7)]
    kept = sorted((tmp_path / "backups").iterdir())
    assert kept == copies[2:]
    assert {stat.S_IMODE(copy.stat().st_mode) for copy in kept} == {0o600}
    moved = shutil.copy(kept[-1], tmp_path / "elsewhere.sqlite3")
    with closing(sqlite3.connect(moved)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM people_person").fetchone() == (Person.objects.count(),)
