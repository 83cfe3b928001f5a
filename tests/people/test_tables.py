"""What the database itself refuses, and what it never removes along."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from askfirst.people.models import (
    Absence,
    Care,
    Conflict,
    Delegation,
    Guardian,
    Holding,
    Installation,
    MayNotContact,
    Person,
    Post,
    Relative,
    Term,
)
from askfirst.people.refs import REF
from askfirst.people.who import names, relatives_and_conflicts
from tests.cast import MONDAY, who

EARLIER = date(2026, 11, 22)


def refuses(table, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        table.objects.create(**fields)
    return True


def test_pairs_are_kept_together(cast):
    harrow, pascoe, kit = who("harrow"), who("pascoe"), who("kit")
    assert refuses(Absence, person_id=harrow, starts=MONDAY, ends=EARLIER)
    assert refuses(Holding, person_id=harrow, seat="comms", starts=MONDAY, ends=EARLIER)
    assert refuses(Holding, person_id=harrow, seat="line-manager-of:%s" % pascoe, starts=MONDAY)
    assert refuses(Post, person_id=harrow, school_id="northgate", main=False, starts=MONDAY, ends=EARLIER)
    assert refuses(Post, person_id=harrow, school_id="northgate", main=False, line_manager_id=harrow, starts=MONDAY)
    assert refuses(Post, person_id=harrow, school_id="northgate", main=True, starts=MONDAY)  # a second main post
    assert refuses(Post, person_id=harrow, main=False, starts=MONDAY)  # a second post at no school
    assert refuses(Delegation, person_id=harrow, to_id=harrow, matters="line-manager", starts=MONDAY, ends=MONDAY)
    assert refuses(Delegation, person_id=harrow, to_id=pascoe, matters="line-manager", starts=MONDAY)  # no last day
    assert refuses(Delegation, person_id=harrow, to_id=pascoe, matters="everything", starts=MONDAY, ends=MONDAY)
    assert refuses(Relative, person_id=harrow, other_id=harrow, how="self")
    assert refuses(Conflict, person_id=harrow, about_id=pascoe, since=MONDAY, ended=EARLIER)
    assert refuses(Guardian, adult_id=kit, student_id=kit, has_pr=True, may_contact=True)
    assert refuses(MayNotContact, student_id=kit, who_id=kit, set_by_id=harrow, starts=MONDAY)
    assert refuses(Care, student_id=kit, how="nobody")
    assert refuses(Care, student_id=kit, who_id=harrow, email="vsh@council.example", how="two in one")
    assert refuses(Term, name="Odd", starts=MONDAY, ends=EARLIER, half_term_starts=MONDAY, half_term_ends=MONDAY)
    assert refuses(Installation, id=2, loaded_at="2026-11-23T00:00Z", trust="Another")
    assert refuses(Person, username="", name="Nobody", short="Nobody", kind="staff")
    assert refuses(Person, username="robot", name="Robot", short="Robot", kind="robot")
    assert refuses(Person, username="harrow", name="Another", short="Another", kind="staff")


def test_no_tie_takes_another_row_with_it():
    rules = {
        (table.__name__, key.name): key.remote_field.on_delete
        for table in apps.get_app_config("people").get_models()
        for key in table._meta.get_fields()
        if isinstance(key, models.ForeignKey)
    }
    assert len(rules) > 20
    assert {place for place, rule in rules.items() if rule is not models.PROTECT} == set()


def test_references_are_random_and_say_nothing(cast):
    refs = list(Person.objects.values_list("ref", flat=True))
    assert [ref for ref in refs if not REF.fullmatch(ref)] == []
    assert len(set(refs)) == 61


def test_when_somebody_last_signed_in_is_not_kept():
    assert "last_login" not in {column.name for column in Person._meta.get_fields()}


def test_those_too_close_in_few_queries(cast, django_assert_num_queries):
    Conflict.objects.create(person_id=who("pascoe"), about_id=who("harrow"), since=MONDAY)
    refs = [who("harrow"), who("jorah"), who("achterberg")]
    with django_assert_num_queries(3):
        close = relatives_and_conflicts(refs, on=MONDAY)
    called = {one.username: close[one.ref] for one in names(close).values()}
    assert called == {"dunmore": "relative", "pascoe": "conflict", "maisie": "relative", "blenkinsop-g": "relative"}


def test_names_of_many_in_one_query(cast, django_assert_num_queries):
    refs = [who("harrow"), who("grange"), "BBBBBBBB"]
    with django_assert_num_queries(1):
        named = names(refs)
    assert sorted(one.name for one in named.values()) == ["Ms Mei-Lin Harrow", "Ottilie Grange"]
