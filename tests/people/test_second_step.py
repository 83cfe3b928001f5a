"""The second step itself: whose it is to have, which codes work and when, and what a stolen table tells."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection

from askfirst.people import second_step
from askfirst.people.accounts import TryLater
from askfirst.people.models import Person, UsedCode
from askfirst.people.second_step import By, Unreadable
from askfirst.people.standing import capacities, standing
from askfirst.trail import keyfile
from tests.cast import who
from tests.people.phone import shows

AT = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
DAY = AT.date()
STEP = timedelta(seconds=30)


def set_up(ref, *, at=AT - timedelta(days=1)):
    """The key as the page shows it, and the ten recovery codes."""
    sealed = second_step.new_secret()
    key = second_step.to_show(ref, sealed).key
    return key, second_step.set_up(ref, sealed, shows(key, at), at=at)


@pytest.fixture
def pascoe(cast):
    ref = who("pascoe")
    return ref, *set_up(ref)


def test_our_phone_shows_what_the_standard_says():
    """RFC 6238, appendix B (SHA-1), the last six figures of its eight."""
    key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    told = {59: "287082", 1111111109: "081804", 1234567890: "005924", 2000000000: "279037"}
    assert {second: shows(key, datetime.fromtimestamp(second, UTC)) for second in told} == told


@pytest.mark.parametrize(
    ("name", "needed"),
    [("pascoe", True), ("devlin", True), ("okoropenn", False), ("kit", False), ("harrow", False)],
)
def test_who_may_open_anothers_case_needs_one(cast, name, needed):
    assert second_step.needs(who(name), on=DAY) is needed


def test_whether_it_is_needed_follows_from_seats_alone(cast):
    """Of everybody in the cast, in every hat: needed where any seat is more than a name."""
    got = {person.ref: second_step.needs(person.ref, on=DAY) for person in Person.objects.all()}
    seats: dict[str, set[str]] = {ref: set() for ref in got}
    for ref in got:
        for capacity in capacities(ref, on=DAY):
            seats[ref] |= set(standing(ref, on=DAY, capacity=capacity).seats)
    assert got == {ref: any(not seat.startswith(("person:", "parent:", "outside:")) for seat in held) for ref, held in seats.items()}
    assert 10 < sum(got.values()) < len(got)


def test_nobody_has_one_until_its_first_code_came(cast):
    ref, sealed = who("pascoe"), second_step.new_secret()
    assert not second_step.has(ref)
    for wrong in ("", "123", "000000", "abcdef", "１２３４５６", "\0", "9" * 5000):
        assert second_step.set_up(ref, sealed, wrong, at=AT) == ()
    assert not second_step.has(ref)
    assert len(second_step.set_up(ref, sealed, shows(second_step.to_show(ref, sealed).key, AT), at=AT)) == 10
    assert second_step.has(ref)


def test_the_code_of_now_and_of_one_step_before_or_after_lets_in(pascoe):
    ref, key, _ = pascoe
    got = {n: second_step.check(ref, shows(key, AT + n * STEP), at=AT) for n in (-2, -1, 0, 1, 2)}
    assert got == {-2: None, -1: By.APP, 0: By.APP, 1: By.APP, 2: None}


def test_a_code_works_once_in_all_its_time(pascoe):
    """From the first moment it would work to the last: used at any of them, it works at none after."""
    ref, key, _ = pascoe
    code = shows(key, AT)
    moments = [AT + seconds * timedelta(seconds=1) for seconds in range(-30, 60)]
    assert [second_step.check(ref, code, at=moment) for moment in moments[:3]] == [By.APP, None, None]
    tried: list[object] = []
    for moment in moments[3::29]:
        try:
            tried.append(second_step.check(ref, code, at=moment))
        except TryLater:
            tried.append("later")
    assert tried == [None] * len(tried) and len(tried) == 3
    assert not UsedCode.objects.filter(name__contains=ref).exists()


def test_the_code_that_set_it_up_does_not_sign_in(cast):
    ref = who("pascoe")
    key, _ = set_up(ref, at=AT)
    assert second_step.check(ref, shows(key, AT), at=AT) is None
    assert second_step.check(ref, shows(key, AT + 2 * STEP), at=AT + 2 * STEP) is By.APP


def test_used_codes_are_forgotten_once_they_would_not_work_anyway(pascoe):
    ref, key, _ = pascoe
    second_step.check(ref, shows(key, AT), at=AT)
    later = AT + timedelta(minutes=5)
    second_step.check(ref, shows(key, later), at=later)
    assert UsedCode.objects.count() == 1


def test_each_recovery_code_works_once_as_it_is_printed_or_without_spaces(pascoe):
    ref, _, codes = pascoe
    assert len(set(codes)) == 10 and all(len(code) == 9 for code in codes)
    typed = [codes[0], codes[1].replace(" ", ""), codes[2].replace(" ", "-"), *codes[3:]]
    assert [second_step.check(ref, code, at=AT) for code in typed] == [By.RECOVERY] * 10
    assert second_step.left(ref) == 0
    assert [second_step.check(ref, code, at=AT) for code in typed[:5]] == [None] * 5


def test_new_recovery_codes_end_those_before(pascoe):
    ref, _, codes = pascoe
    others = second_step.new_codes(ref)
    assert set(codes).isdisjoint(others)
    assert second_step.check(ref, codes[0], at=AT) is None
    assert second_step.check(ref, others[0], at=AT) is By.RECOVERY
    assert second_step.new_codes(who("kit")) == ()


def test_one_persons_codes_are_nobody_elses(pascoe):
    _, key, codes = pascoe
    set_up(who("harrow"))
    assert second_step.check(who("harrow"), shows(key, AT), at=AT) is None
    assert second_step.check(who("harrow"), codes[0], at=AT) is None
    assert second_step.check(who("kit"), "", at=AT) is None


def test_guessing_codes_gets_slow_and_the_right_one_ends_it(pascoe):
    ref, key, _ = pascoe
    tested = 0
    for n in range(3600):
        try:
            second_step.check(ref, "%06d" % n if "%06d" % n != shows(key, AT + n * STEP / 30) else "xxxxxx", at=AT + n * STEP / 30)
            tested += 1
        except TryLater:
            pass
    print("an hour of codes: %d tested" % tested)
    assert tested == 49
    assert second_step.check(ref, shows(key, AT + timedelta(hours=2)), at=AT + timedelta(hours=2)) is By.APP


def test_another_app_takes_the_place_of_the_first(pascoe):
    ref, key, codes = pascoe
    other, _ = set_up(ref, at=AT)
    later = AT + 4 * STEP
    assert second_step.check(ref, shows(key, later), at=later) is None
    assert second_step.check(ref, codes[0], at=later) is None
    assert second_step.check(ref, shows(other, later), at=later) is By.APP


def test_reset_leaves_nothing(pascoe):
    ref, key, _ = pascoe
    assert second_step.reset(ref) is True
    assert not second_step.has(ref)
    assert second_step.check(ref, shows(key, AT), at=AT) is None
    assert second_step.reset(ref) is False


def test_a_stolen_table_tells_no_secret_and_not_who_came_in_when(pascoe):
    ref, key, codes = pascoe
    second_step.check(ref, shows(key, AT), at=AT)
    with connection.cursor() as cursor:
        rows = ""
        for table in ("mfa_authenticator", "people_usedcode"):
            cursor.execute("SELECT * FROM %s" % table)
            rows += str(cursor.fetchall())
    assert rows.count(ref) == 2
    assert key.replace(" ", "") not in rows
    assert all(code not in rows and code.replace(" ", "") not in rows for code in codes)
    assert set(Authenticator.objects.values_list("last_used_at", flat=True)) == {None}


def test_the_key_can_be_changed_and_without_it_a_person_is_told(pascoe, settings, tmp_path):
    ref, key, _ = pascoe
    folder = keyfile.folder()
    old = (folder / "second-step.key").read_bytes()
    try:
        (folder / "second-step.key").rename(folder / "second-step-old.key")
        keyfile.put(folder, "second-step.key", b"n" * 32)
        assert second_step.check(ref, shows(key, AT), at=AT) is By.APP
        (folder / "second-step-old.key").unlink()
        with pytest.raises(Unreadable) as told:
            second_step.check(ref, shows(key, AT + STEP), at=AT)
        assert str(told.value.sentence) == "We cannot check your code: our key for it is gone. Ask IT to reset your second step."
    finally:
        (folder / "second-step.key").unlink()
        keyfile.put(folder, "second-step.key", old)


@pytest.mark.django_db(transaction=True)
def test_a_code_sent_eight_times_at_once_works_once():
    ref = Person.objects.create_person("closed", name="Mr Closed", short="Mr Closed", kind="staff").ref
    key, codes = set_up(ref)
    for code, by in ((shows(key, AT), By.APP), (codes[0], By.RECOVERY)):
        got: list[object] = []
        ready = threading.Barrier(4)

        def one(code=code, got=got, ready=ready):
            ready.wait()
            try:
                got.append(second_step.check(ref, code, at=AT))
            finally:
                connection.close()

        threads = [threading.Thread(target=one) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(map(str, got)) == sorted([str(by), "None", "None", "None"])
        second_step.check(ref, codes[1 if by is By.APP else 2], at=AT)  # ends the wait
