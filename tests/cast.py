"""The demo cast for any test: `from tests.cast import cast, who`, then take `cast` as a fixture and ask `who("harrow")` for a reference.

Dates stand as the stories tell them; the stories' Monday is 23 November 2026.
"""

from datetime import date

import pytest
from django.db import connection

from askfirst.people.demo import load_people
from askfirst.people.who import by_username

__all__ = ["MONDAY", "cast", "who"]

MONDAY = date(2026, 11, 23)


LOADED: dict[str, list[tuple]] = {}  # what loading the cast into an empty database wrote, table by table


def _rows():
    with connection.cursor() as cursor:
        return {table: cursor.execute('SELECT * FROM "%s"' % table).fetchall() for table in connection.introspection.table_names(cursor)}


@pytest.fixture
def cast(db):
    """Everybody of the cast, in this test's transaction. They are loaded once in each run of the tests; then their rows are written again."""
    if not LOADED:
        before = _rows()
        load_people(monday=MONDAY)
        if not any(before[table] for table in before if table.startswith(("people_", "casework_", "trail_", "vault_"))):
            LOADED.update({table: rows for table, rows in _rows().items() if rows != before[table]})
        return
    with connection.cursor() as cursor:
        for table, rows in LOADED.items():
            cursor.executemany('INSERT INTO "%s" VALUES (%s)' % (table, ", ".join(["%s"] * len(rows[0]))), rows)


def who(username: str) -> str:
    """The reference of somebody in the cast; a story that names nobody is a mistake in the story."""
    named = by_username(username)
    assert named is not None, "nobody in the cast is called %s" % username
    return named.ref
