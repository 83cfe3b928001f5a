"""The Trust's key: turned without losing a case, and kept on paper in the safe."""

import random
import shutil
from datetime import UTC, datetime
from secrets import token_bytes

import pytest

from askfirst.trail.keyfile import NoKey, folder, put
from askfirst.vault.keys import BadSheet, Damaged, current, from_printable, printable, rotate, unwrap, wrap
from askfirst.vault.models import CaseKey
from askfirst.vault.seal import new_case, seal, unseal

MONDAY = datetime(2026, 9, 7, 8, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def same_keys_after(tmp_path):
    """Each story may turn the key; the next begins with the first one again."""
    shutil.copytree(folder(), tmp_path / "keys")
    yield
    shutil.rmtree(folder())
    shutil.copytree(tmp_path / "keys", folder())


def turn():
    (folder() / "trust-old.key").unlink(missing_ok=True)
    (folder() / "trust.key").rename(folder() / "trust-old.key")
    put(folder(), "trust.key", token_bytes(32))


def cases(count, start=0):
    for number in range(start, start + count):
        new_case("CASE%04d" % number, at=MONDAY)
        seal(case="CASE%04d" % number, name="step-1", words={"number": number}, at=MONDAY)


def opened(count):
    return [unseal(case="CASE%04d" % number, names=["step-1"])["step-1"]["number"] for number in range(count)]


@pytest.mark.django_db
def test_the_key_is_turned_and_every_case_still_opens():
    cases(30)
    old = current().id
    turn()
    assert current().id != old
    assert opened(30) == list(range(30))
    cases(5, 30)
    assert rotate() == 30
    assert set(CaseKey.objects.values_list("wrapped_by", flat=True)) == {current().id}
    assert rotate() == 0
    (folder() / "trust-old.key").unlink()
    assert opened(35) == list(range(35))


@pytest.mark.django_db
def test_without_the_old_key_nothing_is_turned_and_the_refusal_names_it():
    cases(3)
    old = current().id
    turn()
    cases(1, 3)
    (folder() / "trust-old.key").unlink()
    with pytest.raises(NoKey, match="The Trust key %s is missing" % old):
        rotate()
    with pytest.raises(NoKey, match=old):
        opened(1)
    assert unseal(case="CASE0003", names=["step-1"]) == {"step-1": {"number": 3}}


@pytest.mark.django_db
def test_one_damaged_key_stops_the_turning_and_leaves_all_as_they_were():
    cases(5)
    CaseKey.objects.filter(case="CASE0003").update(wrapped=bytes(60))
    before = list(CaseKey.objects.order_by("case").values_list("case", "wrapped_by"))
    turn()
    with pytest.raises(Damaged, match="CASE0003"):
        rotate()
    assert list(CaseKey.objects.order_by("case").values_list("case", "wrapped_by")) == before
    assert opened(3) == [0, 1, 2]


def test_a_wrapped_key_opens_for_its_own_case_alone():
    raw = token_bytes(32)
    wrapped, by = wrap("CASE2345", raw)
    assert raw not in wrapped
    assert unwrap("CASE2345", wrapped, by) == raw
    with pytest.raises(Damaged):
        unwrap("CASE6789", wrapped, by)
    with pytest.raises(Damaged):
        unwrap("CASE2345", b"", by)


def test_a_key_never_shows_in_what_is_printed_of_it():
    shown = repr(current())
    assert current().id in shown
    assert current().raw.hex() not in shown
    assert repr(current().raw) not in shown


def test_the_sheet_gives_the_key_back_however_it_is_typed():
    sheet = printable()
    groups = sheet.split()
    assert [len(group) for group in groups] == [4] * 14
    for typed in (sheet, sheet.lower(), "-".join(groups), "".join(groups), "\n".join(groups), sheet.replace("O", "0").replace("I", "1")):
        assert from_printable(typed) == current().raw


def test_a_slip_in_typing_is_found():
    sheet, dice, ran = printable().replace(" ", ""), random.Random(7), 0
    for at in range(len(sheet)):
        other = dice.choice([letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if letter != sheet[at]])
        with pytest.raises(BadSheet, match=r"Compare each group"):
            from_printable(sheet[:at] + other + sheet[at + 1 :])
        ran += 1
    for at in range(len(sheet) - 1):
        if sheet[at] != sheet[at + 1]:
            with pytest.raises(BadSheet):
                from_printable(sheet[:at] + sheet[at + 1] + sheet[at] + sheet[at + 2 :])
            ran += 1
    assert ran > 100


@pytest.mark.parametrize("typed", ["", "ABCD", "not the key", "A" * 57, "é" * 56, "9" * 56])
def test_what_is_no_sheet_is_refused_with_what_to_do(typed):
    with pytest.raises(BadSheet, match=r"Type each group again|Compare each group"):
        from_printable(typed)
