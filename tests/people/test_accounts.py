"""Signing in: nobody learns who is here, guessing gets slow, and an honest school is never slowed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from askfirst.people.accounts import BadPassword, NobodyOfThatName, TryLater, set_password, sign_in, unlock
from askfirst.people.accounts_throttle import ACCOUNT, ADDRESS
from askfirst.people.models import Failure, Person
from tests.cast import who
from tests.people.hashers import WORK

AT = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SCHOOL = "192.0.2.7"
RIGHT = "a pot of ink by the window"
WRONG = "not the pot of ink at all"


@pytest.fixture(autouse=True)
def counting(settings):
    settings.PASSWORD_HASHERS = ["tests.people.hashers.Counting"]
    WORK.clear()


@pytest.fixture
def harrow(cast):
    set_password("harrow", RIGHT)
    return who("harrow")


def tried(username="harrow", password=WRONG, *, address=SCHOOL, at=AT):
    """What a person gets to know: signed in, refused, or how long to wait and in what words."""
    try:
        found = sign_in(username, password, address=address, at=at)
    except TryLater as later:
        return later.seconds, str(later.sentence)
    return "in" if found else "refused"


def test_the_right_password_signs_in(harrow):
    assert sign_in("harrow", RIGHT, address=SCHOOL, at=AT) == harrow
    assert sign_in("harrow", WRONG, address=SCHOOL, at=AT) is None
    assert sign_in("pascoe", RIGHT, address=SCHOOL, at=AT) is None


def test_passwords_are_kept_by_djangos_default_hasher(cast, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    set_password("harrow", RIGHT)
    assert Person.objects.get(username="harrow").password.startswith("pbkdf2_sha256$1000000$")


def test_nobody_of_the_demo_signs_in_by_password(cast):
    assert [tried("devlin", password) for password in ("", "!", "devlin")] == ["refused"] * 3


def test_known_and_unknown_accounts_cannot_be_told_apart_by_answers_or_waits(harrow):
    """The same fifteen tries at the same moments: every answer and every wait is the same, word for word."""
    moments = [AT + n * 7 * SECOND for n in range(15)]
    sees = {
        name: [tried(name, address="198.51.100.%d" % n, at=at) for at in moments]
        for n, name in enumerate(["harrow", "nobody-at-all", "pascoe", "averill", ""])
    }
    assert len(set(map(str, sees.values()))) == 1
    assert "refused" in sees["harrow"] and any(isinstance(one, tuple) for one in sees["harrow"])


@pytest.mark.parametrize("name", ["harrow", "pascoe", "nobody-at-all", "grange", "closed", "", "har\0row", "har\ud800row", "x" * 5000])
@pytest.mark.parametrize("password", [WRONG, "", "with\0nul", "half\ud800", "long" * 50_000])
def test_every_try_costs_one_hash_of_the_same_work(harrow, name, password):
    Person.objects.create_person("closed", name="Mr Closed", short="Mr Closed", kind="staff", password=RIGHT, is_active=False)
    WORK.clear()
    assert tried(name, password) == "refused"
    assert WORK == [10]


def test_the_right_password_of_somebody_who_left_is_refused_with_the_same_work(cast):
    set_password("averill", RIGHT)
    last, after = datetime(2027, 3, 25, 23, 59, tzinfo=UTC), datetime(2027, 3, 26, 0, 0, tzinfo=UTC)
    assert tried("averill", RIGHT, at=last) == "in"
    WORK.clear()
    assert tried("averill", RIGHT, at=after) == "refused"
    assert WORK == [10]
    Person.objects.filter(username="averill").update(is_active=False, left_on=None)
    assert tried("averill", RIGHT, at=last) == "refused"


def test_an_empty_password_never_signs_in(cast):
    Person.objects.create_person("open", name="Mr Open", short="Mr Open", kind="staff", password="")
    assert tried("open", "") == "refused"
    assert tried("open", "long" * 500) == "refused"


def test_waits_grow_up_to_a_minute_and_a_half_and_then_the_right_password_signs_in(harrow):
    at = AT
    waits: list[int] = []
    while len(waits) < 9:
        while (got := tried(at=at)) == "refused":
            pass
        seconds, _ = got
        waits.append(seconds)
        at += seconds * SECOND
    assert waits == [2, 4, 8, 16, 32, 64, 90, 90, 90]
    assert Failure.objects.get(scope="account").level > ACCOUNT.free + 6
    assert tried(password=RIGHT, at=at) == "in"


@pytest.fixture
def five_failures(harrow):
    for _ in range(ACCOUNT.free):
        assert tried() == "refused"


def test_while_waiting_even_the_right_password_is_not_looked_at(five_failures):
    WORK.clear()
    assert tried(password=RIGHT) == (2, "Too many sign-ins did not work. Wait 2 seconds, then try again.")
    assert tried(password=RIGHT, at=AT + SECOND) == (2, "Too many sign-ins did not work. Wait 2 seconds, then try again.")
    assert WORK == []
    assert tried(password=RIGHT, at=AT + 2 * SECOND) == "in"


def test_tries_during_a_wait_do_not_make_it_longer(five_failures):
    for _ in range(50):
        tried(at=AT + SECOND)
    assert tried(password=RIGHT, at=AT + 2 * SECOND) == "in"


def test_signing_in_forgets_the_failures_of_the_account(five_failures):
    later = AT + 2 * SECOND
    assert tried(password=RIGHT, at=later) == "in"
    assert [tried(at=later) for _ in range(4)] == ["refused"] * 4
    assert tried(password=RIGHT, at=later) == "in"


def test_failures_fade_with_time(five_failures):
    later = AT + timedelta(seconds=3 * ACCOUNT.forgets_one_in)
    assert [tried(at=later) for _ in range(3)] == ["refused"] * 3
    assert tried(password=RIGHT, at=later)[0] == 2


def test_a_new_password_opens_at_once(five_failures):
    set_password("harrow", RIGHT + " again")
    assert tried(password=RIGHT + " again") == "in"


def test_waiting_survives_a_restart_because_it_is_in_the_tables(five_failures):
    assert sorted(Failure.objects.values_list("scope", "level")) == [("account", 5.0), ("address", 5.0)]


def test_a_clock_that_goes_back_shuts_nobody_out(five_failures):
    assert tried(password=RIGHT, at=AT - timedelta(days=300)) == "in"


def test_one_account_guessed_does_not_slow_another(five_failures):
    set_password("pascoe", RIGHT)
    assert tried("pascoe", RIGHT) == "in"


def test_one_address_guessing_through_accounts_is_slowed_and_others_are_not(harrow):
    for n in range(ADDRESS.free):
        assert tried("somebody%d" % n) == "refused"
    assert tried(password=RIGHT) == (2, "Too many sign-ins did not work. Wait 2 seconds, then try again.")
    assert tried(password=RIGHT, address="192.0.2.8") == "in"
    assert tried(password=RIGHT, at=AT + 2 * SECOND) == "in"


def test_one_machine_with_many_long_addresses_is_one(harrow):
    for n in range(ADDRESS.free):
        assert tried("somebody%d" % n, address="2001:db8:0:1::%x" % n) == "refused"
    assert tried(password=RIGHT, address="2001:db8:0:1:aaaa::1")[0] == 2
    assert tried(password=RIGHT, address="2001:db8:0:2::1") == "in"


def test_two_thousand_honest_sign_ins_behind_one_address_in_ten_minutes(harrow):
    """One in eight mistypes first. Nobody is made to wait."""
    people = Person.objects.bulk_create(
        Person(username="pupil%d" % n, name="Pupil", short="Pupil", kind="student", password=Person.objects.get(pk=harrow).password)
        for n in range(2000)
    )
    got = []
    for n, pupil in enumerate(people):
        at = AT + n * 0.3 * SECOND
        if n % 8 == 0:
            assert tried(pupil.username, at=at) == "refused"
        got.append(tried(pupil.username, RIGHT, at=at))
    assert got == ["in"] * 2000


def test_honest_sign_ins_leave_nothing(harrow):
    assert tried(password=RIGHT) == "in"
    assert not Failure.objects.exists()


def test_an_honest_sign_in_leaves_the_failures_of_others_at_its_address_as_they_were(harrow):
    for n in range(ADDRESS.free):
        tried("somebody%d" % n)
    before = Failure.objects.filter(scope="address").values_list("level", "at").get()
    assert tried(password=RIGHT, at=AT + 2 * SECOND) == "in"
    assert Failure.objects.filter(scope="address").values_list("level", "at").get() == before


def test_an_operator_unlocks(five_failures):
    assert unlock("harrow") == who("harrow")
    assert tried(password=RIGHT) == "in"
    for name in ("nobody-at-all", "nul\0"):
        with pytest.raises(NobodyOfThatName):
            unlock(name)


def test_rows_of_failures_tell_neither_account_nor_address_and_go_after_a_day(harrow):
    tried()
    first = set(Failure.objects.values_list("name", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_failure")
        rows = str(cursor.fetchall())
    assert rows.count("address") == rows.count("account") == 1
    assert "harrow" not in rows and SCHOOL not in rows
    tried(at=AT + timedelta(hours=25))
    second = dict(Failure.objects.values_list("scope", "name"))
    assert second["account"] in first  # an account keeps its name
    assert second["address"] not in first  # an address gets a new one each day
    assert Failure.objects.count() == 2


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("short", "A password needs 12 to 200 characters, so nothing was changed. Choose another."),
        ("x" * 201, "A password needs 12 to 200 characters, so nothing was changed. Choose another."),
        ("nul \0 in the middle", "That password holds a character we cannot keep, so nothing was changed. Choose another."),
        ("half \ud800 in the middle", "That password holds a character we cannot keep, so nothing was changed. Choose another."),
    ],
)
def test_a_password_that_will_not_do(harrow, password, words):
    with pytest.raises(BadPassword) as refused:
        set_password("harrow", password)
    assert str(refused.value.sentence) == words
    assert tried(password=RIGHT) == "in"


def test_the_name_of_the_account_is_no_password(db):
    Person.objects.create_person("blenkinsop-gareth", name="Mr Blenkinsop", short="Mr Blenkinsop", kind="parent")
    with pytest.raises(BadPassword):
        set_password("blenkinsop-gareth", "Blenkinsop-Gareth")


def test_an_operator_is_told_that_an_account_is_not_there(db):
    for name in ("nobody-at-all", "nul\0"):
        with pytest.raises(NobodyOfThatName):
            set_password(name, RIGHT)


def test_leaving_day_is_a_london_day(cast):
    set_password("averill", RIGHT)
    Person.objects.filter(username="averill").update(left_on=date(2026, 7, 1))
    assert tried("averill", RIGHT, at=datetime(2026, 7, 1, 22, 59, tzinfo=UTC)) == "in"
    assert tried("averill", RIGHT, at=datetime(2026, 7, 1, 23, 0, tzinfo=UTC)) == "refused"
