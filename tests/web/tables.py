"""Pages that know nobody: the one thing they may ask the database is which edition of the procedure is in force."""

from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

__all__ = ["asks_which_edition_alone"]


@contextmanager
def asks_which_edition_alone(times=1):
    """At most so many questions, none about anything but editions."""
    with CaptureQueriesContext(connection) as asked:
        yield
    told = [query["sql"] for query in asked]
    assert [sql for sql in told if 'FROM "adoption_edition"' not in sql] == []
    assert len(told) <= times, told
