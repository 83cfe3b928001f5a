"""The trail in a copy kept outside: whatever is done to it, the first line that is not as it was written is named."""

import hashlib
import json
import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from askfirst.trail import keyfile
from askfirst.trail.chain import TrailBroken, append
from askfirst.trail.export import LONGEST_LINE, export, verify_export

MONDAY = datetime(2026, 9, 7, 8, 30, 0, 123456, tzinfo=UTC)


@pytest.fixture
def lines(db):
    """Five chains, of one to twelve records, told in turns."""
    dice = random.Random(4)
    lengths = {"CASE%d222" % at: length for at, length in enumerate((1, 3, 12, 2, 7))}
    told = [chain for chain, length in lengths.items() for _ in range(length)]
    dice.shuffle(told)
    for number, chain in enumerate(told):
        what = dice.choice(("ask", "read", "answer"))
        with transaction.atomic():
            append(chain=chain, what=what, who="PRSN%04d" % dice.randint(0, 9999), at=MONDAY + timedelta(seconds=number), words="ab" * 32)
    return list(export())


def test_a_whole_export_is_whole(lines):
    assert len(lines) == 25 + 5 + 1
    assert verify_export(lines) is None
    assert verify_export(list(export())) is None
    first, last = json.loads(lines[0]), json.loads(lines[-1])
    assert (first["line"], first["chain"], first["sequence"], first["at"]) == (1, "CASE0222", 1, first["at"])
    assert (last["line"], last["end"]) == (31, 30)


def first_bad(lines):
    bad = verify_export(lines)
    assert bad is not None
    return bad


def edit(dice, lines):
    at = dice.randrange(len(lines))
    held = json.loads(lines[at])
    name = dice.choice([name for name in held if held[name] != ""])
    value = held[name]
    held[name] = value + dice.randint(1, 9) if isinstance(value, int) else dice.choice((value + "1", value[1:] + "q", ""))
    lines[at] = json.dumps(held, separators=(",", ":")).encode() + b"\n"
    return at


def flip(dice, lines):
    """One bit of one byte, wherever it is."""
    at = dice.randrange(len(lines))
    held = bytearray(lines[at])
    held[dice.randrange(len(held) - 1)] ^= 1 << dice.randrange(7)
    lines[at] = bytes(held)
    return at


def delete(dice, lines):
    at = dice.randrange(len(lines))
    del lines[at]
    return at


def swap(dice, lines):
    low, high = sorted(dice.sample(range(len(lines)), 2))
    lines[low], lines[high] = lines[high], lines[low]
    return low


def truncate(dice, lines):
    at = dice.randrange(len(lines))
    cut = dice.choice((0, dice.randrange(len(lines[at]))))
    lines[at:] = [lines[at][:cut]] if cut else []
    return at


def double(dice, lines):
    at = dice.randrange(len(lines))
    lines.insert(at, lines[at])
    return at + 1


def respace(dice, lines):
    """The same data, written otherwise."""
    at = dice.randrange(len(lines))
    lines[at] = json.dumps(json.loads(lines[at])).encode() + b"\n"
    return at


def take_out_and_number_again(dice, lines):
    """A whole chain goes, all lines are numbered anew and the last counts anew: only the seal of the whole is left to tell."""
    chain = json.loads(dice.choice(lines[:-1]))
    gone = chain.get("chain", chain.get("head"))
    kept = [held for line in lines if gone not in ((held := json.loads(line)).get("chain"), held.get("head"))]
    for number, held in enumerate(kept, start=1):
        held["line"] = number
    kept[-1]["end"] = len(kept) - 1
    lines[:] = [json.dumps(held, separators=(",", ":")).encode() + b"\n" for held in kept]
    return len(lines) - 1


TAMPERS = (edit, flip, delete, swap, truncate, double, respace, take_out_and_number_again)


def tampered(lines, times):
    dice, ran = random.Random(2026), Counter()
    while ran.total() < times:
        tamper = TAMPERS[ran.total() % len(TAMPERS)]
        copy = list(lines)
        at = tamper(dice, copy)
        if copy == lines:
            continue
        bad = first_bad(copy)
        assert bad.line == at + 1, (tamper.__name__, at, bad)
        if (
            tamper in (edit, flip, respace, delete, swap, truncate)
            and at < len(lines) - 1
            and bad.chain
            and "head" not in json.loads(lines[at])
        ):
            held = json.loads(lines[at])
            assert (bad.chain, bad.sequence) == (held["chain"], held["sequence"]) or held["sequence"] == 1, (tamper.__name__, bad)
        ran[tamper.__name__] += 1
    return ran


def test_a_hundred_changes_are_each_found_and_named(lines, capsys):
    ran = tampered(lines, 100)
    with capsys.disabled():
        print("\n  changed exports: %s" % dict(ran))
    assert len(ran) == len(TAMPERS)


@pytest.mark.prove
def test_a_thousand_changes_are_each_found_and_named(lines):
    assert tampered(lines, 1000).total() == 1000


def test_the_record_that_was_changed_is_told_in_a_sentence(lines):
    held = json.loads(lines[6])
    lines[6] = lines[6].replace(held["who"].encode(), b"PRSN9999")
    bad = first_bad(lines)
    assert str(bad.why) == "Line 7 is not as it was written: record %d of %s." % (held["sequence"], held["chain"])


def test_a_line_more_behind_the_end_is_named(lines):
    assert first_bad([*lines, lines[0]]).line == 32
    assert first_bad([*lines, b"\n"]).line == 32


@pytest.mark.parametrize(
    "line", [b"", b"\n", b"\xff\xfe\n", b"[" * 100_000, b"[]\n", b"null\n", b"7\n", b'{"line":1}\n', b"x" * (LONGEST_LINE + 1)]
)  # fmt: skip
def test_what_was_never_an_export_is_bad_in_its_first_line(db, line):
    assert first_bad([line]).line == 1


def test_nothing_at_all_is_no_export(db):
    assert first_bad([]).line == 1


def test_another_key_vouches_for_nothing(lines, monkeypatch):
    assert verify_export(lines) is None
    monkeypatch.setattr("askfirst.trail.export.key", lambda name: hashlib.sha256(b"another").digest())
    assert first_bad(lines).line == 1


def test_a_trail_that_is_not_whole_is_not_copied(lines):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trail_event SET who = 'PRSN9999' WHERE chain = 'CASE2222' AND sequence = 4")
    with pytest.raises(TrailBroken) as problem:
        list(export())
    assert (problem.value.broken.chain, problem.value.broken.sequence) == ("CASE2222", 4)


def test_it_holds_references_and_digests_only(lines):
    names = {name for line in lines for name in json.loads(line)}
    allowed = "line chain sequence at what who acting_for of of_person before after clauses edition words previous mac head end"
    assert names == set(allowed.split())
    assert keyfile.key("trail.key").hex() not in b"".join(lines).decode()
