"""Whom somebody may ask, by name: what the form of a question shows."""

from datetime import date

import pytest

from askfirst.people.routes_for import Door, doors
from tests.cast import cast, who

__all__ = ["cast"]

WEDNESDAY, AWAY = date(2026, 11, 25), date(2026, 12, 1)


def ways(name, *, student=False, on=WEDNESDAY):
    return doors(who(name), student=student, on=on)


def test_one_post_has_one_line_manager(cast):
    assert ways("harrow") == (Door("line-manager", "", who("pascoe"), "", who("pascoe")),)


def test_each_post_has_its_own_and_whoever_is_away_has_somebody_acting(cast):
    assert ways("standish") == (
        Door("line-manager", "", who("pascoe"), "", who("pascoe")),
        Door("line-manager", "eastfield", who("amadi"), who("loxley"), who("loxley")),
    )


def test_a_headteacher_away_with_a_delegate_who_would_be_asking_himself(cast):
    [door] = ways("obuya", on=AWAY)
    assert door.holder == who("devlin")
    assert door.person == who("achterberg")  # nobody is asked about their own question


def test_a_student_has_three(cast):
    assert [(door.to, door.person) for door in ways("farouk", student=True)] == [
        ("tutor", who("standish")),
        ("head-of-year", who("qureshi")),
        ("safeguarding-lead", who("whitlam")),
    ]


@pytest.mark.parametrize("name", ["kit", "jorah", "maisie", "rusk", "haddad", "wren", "osei", "elowen"])
def test_every_student_has_somebody_behind_each_door(cast, name):
    for door in ways(name, student=True):
        assert door.person, door
