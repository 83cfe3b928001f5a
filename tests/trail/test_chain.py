"""The trail: what was written can be read back, and nobody changes, moves or drops a record unseen."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askfirst.trail.chain import Broken, NotInChange, TrailBroken, append, events, heads, verify
from askfirst.trail.models import AppendOnly, Event, Head

MONDAY = datetime(2026, 9, 7, 8, 30, 0, 123456, tzinfo=UTC)
ASKED = {
    "what": "ask",
    "who": "HRRW2345",
    "of": "person:LNDM2345",
    "before": "",
    "after": "waiting",
    "clauses": ("BLG-3", "BLG-8"),
    "edition": "2018-11",
    "words": "ab" * 32,
}


def tell(chain="CASE2345", *, at=MONDAY, **changed):
    append(chain=chain, at=at, **{**ASKED, **changed})


def raw(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


@pytest.mark.django_db
def test_three_steps_of_a_question_are_read_back_in_order():
    for number, what in enumerate(("ask", "read", "answer")):
        tell(what=what, at=MONDAY + timedelta(minutes=number), acting_for="NKMR2345" if what == "answer" else "")
    told = list(events("CASE2345"))
    assert [(event.sequence, event.what, event.acting_for) for event in told] == [
        (1, "ask", ""),
        (2, "read", ""),
        (3, "answer", "NKMR2345"),
    ]
    assert told[0].at == MONDAY
    assert told[0].clauses == "BLG-3 BLG-8"
    assert [event.previous for event in told[1:]] == [event.mac for event in told[:-1]]
    assert verify() == ()
    assert [(chain, sequence) for chain, sequence, _ in heads()] == [("CASE2345", 3)]


@pytest.mark.django_db
def test_chains_are_numbered_apart():
    tell("CASE2345")
    tell("CASE6789")
    tell("CASE2345")
    assert [event.sequence for event in events("CASE2345")] == [1, 2]
    assert [event.sequence for event in events("CASE6789")] == [1]


@pytest.mark.django_db
def test_a_time_is_the_same_time_in_any_zone():
    tell(at=MONDAY.astimezone(timezone(timedelta(hours=1))))
    assert verify() == ()
    with pytest.raises(ValueError, match="zone"):
        tell(at=MONDAY.replace(tzinfo=None))


@pytest.mark.django_db(transaction=True)
def test_a_record_outside_its_change_is_refused():
    with pytest.raises(NotInChange):
        tell()
    assert not Event.objects.exists()
    with transaction.atomic():
        tell()
    assert verify() == ()


@pytest.mark.django_db(transaction=True)
def test_a_change_undone_takes_its_record_along():
    with transaction.atomic():
        tell()
    with pytest.raises(ValueError, match="digests only"), transaction.atomic():
        [tell(who=who) for who in ("HRRW2345", "not a reference")]
    with transaction.atomic():
        tell(what="answer")
    assert [(event.sequence, event.what) for event in events("CASE2345")] == [(1, "ask"), (2, "answer")]
    assert verify() == ()


CANARY = "Zebedee wrote to the Argus"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "column", ["chain", "what", "who", "acting_for", "of", "of_person", "before", "after", "edition", "words", "clauses"]
)
def test_words_are_refused_and_not_repeated(column):
    with pytest.raises(ValueError, match="references and digests only") as refused:
        tell(**{column: (CANARY,) if column == "clauses" else CANARY})
    assert "Zebedee" not in str(refused.value)
    with pytest.raises(ValueError, match="references and digests only"):
        tell(**{column: ("X" * 500,) if column == "clauses" else "X" * 500})
    assert not Event.objects.exists()


@pytest.mark.django_db
def test_the_orm_neither_changes_nor_removes_a_record():
    tell()
    one = Event.objects.get()
    ways = [
        one.delete,
        one.save,
        lambda: one.save(force_update=True),
        Event.objects.all().delete,
        lambda: Event.objects.filter(what="ask").update(who="QQQQ2222"),
        lambda: Event.objects.bulk_update([one], ["who"]),
        lambda: Event.objects.update_or_create(chain="CASE2345", sequence=1, defaults={"who": "QQQQ2222"}),
        lambda: Event.objects.bulk_create([one], update_conflicts=True, unique_fields=["chain", "sequence"], update_fields=["who"]),
        lambda: Event._base_manager.filter(pk=one.pk).update(who="QQQQ2222"),
        lambda: Event(pk=one.pk, chain="CASE2345", sequence=1, at=MONDAY, what="other").save(),
    ]
    for way in ways:
        with pytest.raises(AppendOnly):
            way()
    assert verify() == ()
    assert Event.objects.get().who == ASKED["who"]


@pytest.mark.django_db
def test_a_number_is_given_once():
    tell()
    old = Event.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Event(chain=old.chain, sequence=1, at=MONDAY, what="ask", previous=old.previous, mac=old.mac).save()


@pytest.mark.django_db
def test_a_chain_cut_short_with_a_new_end_is_not_written_over():
    for _ in range(3):
        tell()
    second = Event.objects.get(sequence=2)
    raw("DELETE FROM trail_event WHERE sequence = 3")
    raw("UPDATE trail_head SET sequence = 2, mac = %s", second.mac)
    with pytest.raises(TrailBroken) as broken:
        tell()
    assert (broken.value.broken.chain, broken.value.broken.sequence) == ("CASE2345", 3)
    assert [(one.chain, one.sequence) for one in verify("CASE2345")] == [("CASE2345", 3)]


@pytest.mark.django_db
def test_a_head_that_went_is_missed():
    tell()
    Head.objects.all().delete()
    assert [(one.chain, one.sequence) for one in verify()] == [("CASE2345", 2)]
    with pytest.raises(TrailBroken):
        tell()


@pytest.mark.django_db
@pytest.mark.parametrize("value", [b"\xff\xfe", "no time at all", 7, ""])
def test_a_time_that_cannot_be_read_is_named_not_raised(value):
    for _ in range(5):
        tell()
    raw("UPDATE trail_event SET at = CAST(%s AS TEXT) WHERE sequence = 4", value)
    assert [(one.chain, one.sequence) for one in verify()] == [("CASE2345", 4)]


@pytest.mark.django_db
def test_a_millionth_of_a_second_counts():
    tell()
    raw("UPDATE trail_event SET at = '2026-09-07 08:30:00.123457'")
    assert [(one.chain, one.sequence) for one in verify()] == [("CASE2345", 1)]


@pytest.mark.django_db
def test_a_letter_cannot_move_from_one_column_to_the_next():
    tell(who="HRRW2345", acting_for="NKMR2345")
    raw("UPDATE trail_event SET who = 'HRRW234', acting_for = '5NKMR2345'")
    assert [(one.chain, one.sequence) for one in verify()] == [("CASE2345", 1)]


# ------------------------------------------------------------ whatever is done to the table, the first bad record is named

TEXTS = ("what", "who", "acting_for", "of", "of_person", "before", "after", "clauses", "edition", "words", "previous", "mac")


def edit(dice, chain, length):
    at = dice.randint(1, length)
    if dice.random() < 0.2:
        raw(
            "UPDATE trail_event SET at = %s WHERE chain = %s AND sequence = %s",
            "2026-09-07 08:30:00.%06d" % dice.randint(200_000, 999_999),
            chain,
            at,
        )
    else:
        column = dice.choice(TEXTS)
        how = dice.choice(("{0} || '1'", "NULLIF('x', {0})", "substr({0}, 2) || 'q'"))
        raw("UPDATE trail_event SET %s = %s WHERE chain = %%s AND sequence = %%s" % (column, how.format(column)), chain, at)
    return at


def delete(dice, chain, length):
    at = dice.randint(1, length)
    raw("DELETE FROM trail_event WHERE chain = %s AND sequence = %s", chain, at)
    return at


def swap(dice, chain, length):
    if length < 2:
        return edit(dice, chain, length)
    low, high = sorted(dice.sample(range(1, length + 1), 2))
    for old, new in ((low, 9_000), (high, low), (9_000, high)):
        raw("UPDATE trail_event SET sequence = %s WHERE chain = %s AND sequence = %s", new, chain, old)
    return low


def truncate(dice, chain, length):
    left = dice.randint(0, length - 1)
    raw("DELETE FROM trail_event WHERE chain = %s AND sequence > %s", chain, left)
    move = dice.choice(("leave", "number", "forge"))
    if move == "forge" and left:
        raw(
            "UPDATE trail_head SET sequence = %s, mac = (SELECT mac FROM trail_event WHERE chain = %s AND sequence = %s) WHERE chain = %s",
            left,
            chain,
            left,
            chain,
        )
    elif move != "leave":
        raw("UPDATE trail_head SET sequence = %s WHERE chain = %s", left, chain)
    return left + 1


def drop_and_close_up(dice, chain, length):
    """A record goes, those after it move up, the head too: numbers without a gap."""
    at = dice.randint(1, length)
    raw("DELETE FROM trail_event WHERE chain = %s AND sequence = %s", chain, at)
    for number in range(at + 1, length + 1):
        raw("UPDATE trail_event SET sequence = %s WHERE chain = %s AND sequence = %s", number - 1, chain, number)
    raw("UPDATE trail_head SET sequence = sequence - 1 WHERE chain = %s", chain)
    return at


def rewrite(dice, chain, length):
    """All from one record on is written anew, with every link right, by somebody who has not the key."""
    at = dice.randint(1, length)
    rows = list(Event.objects.filter(chain=chain, sequence__gte=at).order_by("sequence"))
    before = rows[0].previous
    for row in rows:
        mac = dice.randbytes(32).hex()
        raw("UPDATE trail_event SET who = 'QQQQ2222', previous = %s, mac = %s WHERE id = %s", before, mac, row.pk)
        before = mac
    raw("UPDATE trail_head SET mac = %s WHERE chain = %s", before, chain)
    return at


def add(dice, chain, length):
    """A record is put behind the end, a copy of another."""
    like = Event.objects.get(chain=chain, sequence=dice.randint(1, length))
    last = Event.objects.get(chain=chain, sequence=length)
    like.pk, like._state.adding, like.sequence, like.previous = None, True, length + 1, last.mac
    like.save()
    return length + 1


def carry_over(dice, chain, length):
    """A record of another chain takes the place of one."""
    at = dice.randint(1, length)
    other = Event.objects.exclude(chain=chain).filter(sequence=at).first()
    if other is None:
        return edit(dice, chain, length)
    raw("DELETE FROM trail_event WHERE chain = %s AND sequence = %s", chain, at)
    raw("UPDATE trail_event SET chain = %s WHERE id = %s", chain, other.pk)
    return at


TAMPERS = (edit, delete, swap, truncate, drop_and_close_up, rewrite, add, carry_over)


def follows_links_only(chain):
    """A poor verifier, without the key: numbers and links. What it lets pass is what the key is for."""
    last, mac = 0, "0" * 64
    for event in events(chain):
        if (event.sequence, event.previous) != (last + 1, mac):
            return False
        last, mac = event.sequence, event.mac
    return Head.objects.filter(chain=chain, sequence=last).exists()


@pytest.mark.django_db
def test_whatever_is_done_to_a_chain_the_first_bad_record_is_named(capsys):
    ran: Counter[str] = Counter()
    unseen_without_key: Counter[str] = Counter()

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(st.integers(1, 12), min_size=1, max_size=3), st.integers(0, 2**64))
    def holds(lengths, seed):
        dice = random.Random(seed)
        with transaction.atomic():
            for place in random.Random(seed).sample([at for at, length in enumerate(lengths) for _ in range(length)], sum(lengths)):
                tell(
                    "CHAIN%d" % place,
                    what=dice.choice(("ask", "read", "answer")),
                    who="PRSN%04d" % dice.randint(0, 9999),
                    at=MONDAY + timedelta(seconds=dice.randint(0, 9**6)),
                )
            assert verify() == ()
            for tamper in TAMPERS * 3:
                sid = transaction.savepoint()
                place = dice.randrange(len(lengths))
                chain = "CHAIN%d" % place
                at = tamper(dice, chain, lengths[place])
                found = {one.chain: one.sequence for one in verify()}
                assert found.get(chain) == at, (tamper.__name__, chain, at, found)
                assert set(found) == {chain} or tamper is carry_over, found
                ran[tamper.__name__] += 1
                unseen_without_key[tamper.__name__] += follows_links_only(chain)
                transaction.savepoint_rollback(sid)
            assert verify() == ()
            transaction.set_rollback(True)

    holds()
    with capsys.disabled():
        print(
            "\n  tampered chains: %d, each found and named; a verifier without the key would miss %d"
            % (ran.total(), unseen_without_key.total())
        )
    assert set(ran) == {tamper.__name__ for tamper in TAMPERS}
    assert ran.total() >= 1000
    assert min(unseen_without_key["edit"], unseen_without_key["rewrite"], unseen_without_key["truncate"]) > 0


@pytest.mark.django_db
def test_a_broken_chain_is_told_in_a_sentence():
    tell()
    tell()
    raw("DELETE FROM trail_event WHERE sequence = 1")
    (broken,) = verify()
    assert isinstance(broken, Broken)
    assert str(broken.why) == "Record 1 of CASE2345 is missing."
