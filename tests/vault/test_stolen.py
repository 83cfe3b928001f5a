"""Somebody takes the database file, with what lies beside it: no word of a case is in it, however it may be written."""

import base64
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection, transaction

from askfirst.trail import once, outbox
from askfirst.trail.chain import append
from askfirst.vault.seal import destroy, digest, erase, new_case, seal

MONDAY = datetime(2026, 9, 7, 8, 30, tzinfo=UTC)
CANARIES = ("Zebedeequorndon", "Ñandúvexilología", "argusquillfeather")


def ways(canary):
    """Every way a careless program writes a text: letters, wide letters, hex, base64 at each of its three starts, escaped, percent."""
    plain = canary.encode()
    yield from ((name, canary.encode(name)) for name in ("utf-8", "utf-16-le", "utf-16-be"))
    yield "reversed", plain[::-1]
    for name, raw in (("utf-8", plain), ("utf-16-le", canary.encode("utf-16-le"))):
        yield name + " hex", raw.hex().encode()
        yield name + " HEX", raw.hex().upper().encode()
        for start in range(3):
            letters = base64.b64encode(bytes(start) + raw)
            yield "%s base64 +%d" % (name, start), letters[(0, 2, 3)[start] : -4]
    yield "escaped", canary.encode("ascii", "backslashreplace")
    yield "percent", "".join("%%%02X" % byte for byte in plain).encode()


def sweep(place, canaries=CANARIES):
    """(file, canary, way) for every find."""
    raw = {path.name: path.read_bytes() for path in sorted(place.iterdir())}
    return {(name, canary, way) for name, found in raw.items() for canary in canaries for way, needle in ways(canary) if needle in found}


def steal(place):
    """The database as it lies on the disk this moment: the file, its write-ahead log, its index."""
    database = Path(connection.settings_dict["NAME"])
    place.mkdir()
    taken = [
        path for path in (database, database.with_name(database.name + "-wal"), database.with_name(database.name + "-shm")) if path.exists()
    ]
    for path in taken:
        shutil.copy(path, place / path.name)
    return [path.name.removeprefix(database.name) for path in taken]


def settle():
    """The log is written back into the file and emptied."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert cursor.fetchall() == [(0, 0, 0)]


def a_case(ref):
    with transaction.atomic():
        new_case(ref, at=MONDAY)
        for number, canary in enumerate(CANARIES):
            words = {canary: canary, "question": "Dear %s, may I?" % canary * 50, "list": [canary]}
            seal(case=ref, name="step-%d" % number, words=words, at=MONDAY)
            append(chain=ref, what="ask", who="HRRW2345", at=MONDAY, words=digest(ref, words))
        once.remember(who="HRRW2345", key=ref, body=" ".join(CANARIES).encode(), reference=ref, at=MONDAY)
        outbox.queue(key=ref, to="NKMR2345", kind="to-do", case=ref, at=MONDAY)


@pytest.mark.django_db(transaction=True)
def test_a_stolen_database_holds_no_word_of_a_case(tmp_path):
    for number in range(20):
        a_case("CASE%04d" % number)
    with transaction.atomic():
        erase(case="CASE0001", name="step-1")
        destroy("CASE0002")
    assert steal(tmp_path / "wal") == ["", "-wal", "-shm"]
    assert sweep(tmp_path / "wal") == set()
    settle()
    steal(tmp_path / "settled")
    assert any(b"CASE0000" in path.read_bytes() for path in (tmp_path / "settled").iterdir())
    assert sweep(tmp_path / "settled") == set()


@pytest.mark.django_db(transaction=True)
def test_the_sweep_finds_what_was_planted(tmp_path):
    """The same sweep over a copy in which somebody wrote the words down, in each of the ways."""
    a_case("CASE2345")
    steal(tmp_path / "copy")
    (database,) = [path for path in (tmp_path / "copy").iterdir() if not path.name.endswith(("-wal", "-shm"))]
    with sqlite3.connect(database) as copy:
        for canary in CANARIES:
            for way, needle in ways(canary):
                copy.execute(
                    "INSERT INTO vault_sealed (\"case\", name, box, made_at) VALUES (?, ?, ?, '2026-09-07')",
                    ("PLANT", "%s %d" % (way, CANARIES.index(canary)), b"\x01\x02" + needle + b"\x03"),
                )
    copy.close()
    found = {(canary, way) for _, canary, way in sweep(tmp_path / "copy")}
    assert found >= {(canary, way) for canary in CANARIES for way, _ in ways(canary)}
    assert len(found) == len(CANARIES) * len(dict(ways(CANARIES[0])))


def test_the_sweep_is_not_fooled_by_where_base64_starts(tmp_path):
    for start in range(9):
        (tmp_path / str(start)).write_bytes(base64.b64encode(b"x" * start + CANARIES[0].encode() + b"y" * 5))
    assert {name for name, _, _ in sweep(tmp_path)} == {str(start) for start in range(9)}


@pytest.mark.django_db(transaction=True)
def test_what_was_destroyed_is_overwritten_in_the_file(tmp_path):
    """With secure_delete the freed pages are emptied: neither box nor wrapped key stays once the log is settled."""
    a_case("CASE2345")
    with connection.cursor() as cursor:
        cursor.execute("SELECT box FROM vault_sealed UNION ALL SELECT wrapped FROM vault_casekey")
        kept = [bytes(row[0])[:40] for row in cursor.fetchall()]
    settle()
    steal(tmp_path / "before")
    destroy("CASE2345")
    settle()
    steal(tmp_path / "after")

    def there(place):
        raw = b"".join(path.read_bytes() for path in place.iterdir())
        return [needle in raw for needle in kept]

    assert there(tmp_path / "before") == [True] * 4
    assert there(tmp_path / "after") == [False] * 4
