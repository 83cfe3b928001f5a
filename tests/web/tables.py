"""Pages that know nobody: the one thing they may ask the database is which edition of the procedure is in force."""

from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

__all__ = ["asks_which_edition_alone"]


@contextmanager
def asks_which_edition_alone(times=1, pages=1):
    """At most so many questions which edition is in force, and once a page what the Trust has set; none about anything else."""
    with CaptureQueriesContext(connection) as asked:
        yield
    told = [query["sql"] for query in asked]
    editions, settings = ([sql for sql in told if 'FROM "%s"' % table in sql] for table in ("adoption_edition", "people_settingchange"))
    assert [sql for sql in told if sql not in editions + settings] == []
    assert len(editions) <= times, told
    assert len(settings) == pages, told
