"""Checks run where the database refuses anything but SELECT."""

import pytest
from django.db import connection

from askfirst.advice.told import WroteDuringACheck, reading_only

pytestmark = pytest.mark.django_db


def run(sql: str) -> list:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_outside_the_guard_a_table_can_be_made():
    run("CREATE TEMPORARY TABLE flaw (words TEXT)")
    run("INSERT INTO flaw VALUES ('planted')")
    assert run("SELECT words FROM flaw") == [("planted",)]
    run("DROP TABLE flaw")


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO flaw VALUES ('x')",
        "UPDATE flaw SET words = 'x'",
        "DELETE FROM flaw",
        "CREATE TABLE flaw (words TEXT)",
        "PRAGMA user_version = 7",
        "ATTACH DATABASE 'x' AS y",
        "  insert into flaw values ('x')",
        "WITH one AS (SELECT 1) INSERT INTO flaw SELECT * FROM one",
    ],
)
def test_inside_the_guard_only_select_runs(sql):
    with reading_only():
        assert run("SELECT 1") == [(1,)]
        with pytest.raises(WroteDuringACheck):
            run(sql)
    assert run("SELECT 2") == [(2,)]
