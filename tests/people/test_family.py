"""S10, A24: a name marked as family is its owner's alone: sealed, under keyed digests, undone in a press, gone when its owner has left."""

from base64 import b64encode
from datetime import date, timedelta

import pytest
from django.db import connection

from askfirst.people.family import MOST, CannotMark, Daily, family_of, mark, undo
from askfirst.people.merge import merge
from askfirst.people.models import FamilyTie, Person
from askfirst.trail import keyfile
from tests.cast import MONDAY, who
from tests.clock import london

pytestmark = pytest.mark.django_db
NOW = london("2026-11-23 10:00")


def kept(name):
    return [tie.name for tie in family_of(who(name))]


def test_s10_a_name_is_kept_once_for_its_owner_alone(cast):
    for written in ("Kit Okoro-Penn", " Kit  Okoro-Penn ", "KIT OKORO-PENN"):
        mark(who("okoropenn"), written, on=MONDAY)
    mark(who("harrow"), "Kit Okoro-Penn", on=MONDAY)
    (tie,) = family_of(who("okoropenn"))
    assert (tie.name, tie.since) == ("Kit Okoro-Penn", MONDAY)
    assert kept("dunmore") == kept("kit") == []
    assert FamilyTie.objects.count() == 2
    assert "Kit" not in repr(tie)


def test_s10_no_row_says_whose_it_is_nor_what(cast):
    """Planted first: a name in the clear is seen."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM people_person WHERE username = 'kit'")
        assert "Kit Okoro-Penn" in repr(cursor.fetchall())
    for owner in ("okoropenn", "harrow"):
        for name in ("Kit Okoro-Penn", "Noor Haddad-Lyle", "A"):
            mark(who(owner), name, on=MONDAY)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_familytie")
        rows = cursor.fetchall()
    assert len(rows) == 6
    shown = repr(rows)
    for word in ("Kit", "Okoro", "Noor", who("okoropenn"), who("harrow"), who("kit"), "2026", b64encode(b"Kit Okoro").decode()):
        assert word not in shown
    assert len({len(bytes(row.box)) for row in FamilyTie.objects.all()}) == 1  # no length tells how long a name is
    assert len({row.mark for row in FamilyTie.objects.all()}) == 6  # one name marked by two people is not one mark


def test_nobody_undoes_what_is_another_persons(cast):
    mark(who("okoropenn"), "Kit Okoro-Penn", on=MONDAY)
    (tie,) = family_of(who("okoropenn"))
    for name in ("dunmore", "kit", "wieczorek"):
        assert undo(who(name), tie.id) is False
    assert undo(who("okoropenn"), "0" * 64) is False
    assert kept("okoropenn") == ["Kit Okoro-Penn"]
    assert undo(who("okoropenn"), tie.id) is True
    assert undo(who("okoropenn"), tie.id) is False
    assert FamilyTie.objects.count() == 0


def test_a_row_moved_to_another_owner_opens_for_nobody(cast):
    for name in ("okoropenn", "harrow"):
        mark(who(name), "Kit Okoro-Penn", on=MONDAY)
    mine, theirs = FamilyTie.objects.get(mark=family_of(who("okoropenn"))[0].id), FamilyTie.objects.get(mark=family_of(who("harrow"))[0].id)
    FamilyTie.objects.filter(pk=mine.pk).update(owner=theirs.owner)
    assert len(family_of(who("harrow"))) == 1
    assert kept("okoropenn") == []
    FamilyTie.objects.filter(pk=theirs.pk).update(box=b"short")
    assert kept("harrow") == []


@pytest.mark.parametrize("name", ["", "   ", "K" * 201, "Kit\0", "Kit \ud800"])
def test_what_is_no_name_is_refused_in_one_sentence(cast, name):
    with pytest.raises(CannotMark, match="That is no name we can mark"):
        mark(who("okoropenn"), name, on=MONDAY)
    assert FamilyTie.objects.count() == 0


def test_there_is_an_end_to_how_many(cast):
    for number in range(MOST):
        mark(who("okoropenn"), "Ada Number%d" % number, on=MONDAY)
    with pytest.raises(CannotMark, match="200 names"):
        mark(who("okoropenn"), "One More", on=MONDAY)
    mark(who("okoropenn"), "Ada Number7", on=MONDAY)  # marked already: nothing to refuse
    assert len(kept("okoropenn")) == MOST


def test_what_was_marked_follows_a_record_that_is_made_one_with_another(cast):
    other = Person.objects.create(username="d.penn", name="Mrs Dilys Penn", short="Mrs Penn", kind="staff", school_id="northgate")
    mark(other.ref, "Kit Okoro-Penn", on=MONDAY)
    mark(who("okoropenn"), "kit okoro-penn", on=MONDAY)
    mark(other.ref, "Noor Haddad-Lyle", on=MONDAY)
    merge(gone=other.ref, into=who("okoropenn"), by=who("braithwaite"), at=NOW, on=MONDAY)
    tie, _ = family_of(who("okoropenn"))
    assert [one.casefold() for one in kept("okoropenn")] == ["kit okoro-penn", "noor haddad-lyle"]
    mark(who("okoropenn"), "Noor Haddad-Lyle", on=MONDAY)
    assert Daily()(at=NOW + timedelta(days=1)) == 0
    assert undo(who("okoropenn"), tie.id) is True
    assert kept("okoropenn") == ["Noor Haddad-Lyle"]
    assert FamilyTie.objects.count() == 1


def test_it_goes_when_its_owner_has_left(cast):
    for name in ("okoropenn", "harrow", "rowbotham"):
        mark(who(name), "Kit Okoro-Penn", on=MONDAY)
    Person.objects.filter(username="okoropenn").update(left_on=MONDAY)
    Person.objects.filter(username="rowbotham").update(is_active=False)
    forget = Daily()
    assert forget(at=NOW) == 1  # the last day itself still counts
    assert forget(at=NOW) == 0  # once a day
    assert kept("okoropenn") == ["Kit Okoro-Penn"]
    assert forget(at=NOW + timedelta(days=1)) == 1
    assert (kept("okoropenn"), kept("rowbotham"), kept("harrow")) == ([], [], ["Kit Okoro-Penn"])


@pytest.fixture
def keys(tmp_path, settings):
    """A folder of keys of its own."""
    settings.ASKFIRST = type(settings.ASKFIRST)(**{**vars_of(settings.ASKFIRST), "data": tmp_path})
    keyfile.make_missing(tmp_path / "keys")
    return tmp_path / "keys"


def vars_of(held):
    return {name: getattr(held, name) for name in held.__dataclass_fields__}


def test_a_key_is_changed_and_a_lost_one_loses_names_and_nothing_else(cast, keys):
    mark(who("okoropenn"), "Kit Okoro-Penn", on=MONDAY)
    (keys / "family.key").rename(keys / "family-old.key")
    keyfile.put(keys, "family.key", b"n" * 32)
    assert kept("okoropenn") == ["Kit Okoro-Penn"]
    mark(who("okoropenn"), "Kit Okoro-Penn", on=MONDAY)  # under the old key already
    mark(who("okoropenn"), "Noor Haddad-Lyle", on=MONDAY)
    assert kept("okoropenn") == ["Kit Okoro-Penn", "Noor Haddad-Lyle"]
    assert FamilyTie.objects.count() == 2
    assert Daily()(at=NOW) == 0
    (keys / "family-old.key").unlink()
    assert kept("okoropenn") == ["Noor Haddad-Lyle"]
    (keys / "family.key").unlink()
    assert kept("okoropenn") == []
    assert Daily()(at=NOW) == 0  # nobody could tell whose they are
    assert FamilyTie.objects.count() == 2
    with pytest.raises(CannotMark, match="a key is missing"):
        mark(who("okoropenn"), "Kit Okoro-Penn", on=date(2026, 11, 24))
