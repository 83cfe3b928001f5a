"""The demo trust is loaded whole, once, and moved by whole weeks."""

import datetime
from datetime import date

import pytest

from askfirst.people.demo import AlreadyPeopled, NotAMonday, is_demo, load_people, personas
from askfirst.people.models import Absence, Delegation, Guardian, Installation, Person, Post, Relative, School
from askfirst.people.who import DutyContact, by_username, duty_contact, is_adult, names, schools, the_calendar
from tests.cast import MONDAY, who

TWO_WEEKS = datetime.timedelta(weeks=2)


def test_everybody_is_there(cast):
    assert Person.objects.count() == 61
    assert School.objects.count() == 3
    assert Relative.objects.count() == 2  # a marriage and two siblings, each written once
    assert Guardian.objects.count() == 7
    assert Post.objects.filter(person=who("standish")).count() == 2
    assert not Post.objects.filter(person=who("farrant")).exists()  # no employee: no post, no line manager


def test_nobody_of_the_cast_has_a_password(cast):
    assert [person.username for person in Person.objects.all() if person.has_usable_password()] == []


def test_names_are_short_as_people_say_them(cast):
    named = names([who(name) for name in ("harrow", "achterberg", "farouk", "okoropenn", "drinkwater")])
    shown = {one.username: one.short for one in named.values()}
    assert shown == {
        "harrow": "Ms Harrow",
        "achterberg": "Dr Achterberg",
        "farouk": "Amina",
        "okoropenn": "Mrs Okoro-Penn",
        "drinkwater": "Miss Drinkwater",
    }


def test_the_sign_in_page_has_its_ten(cast):
    assert [one.username for one in personas()] == [
        "harrow",
        "pascoe",
        "devlin",
        "obuya",
        "achterberg",
        "quarshie",
        "adelakun",
        "standish",
        "farouk",
        "osei",
    ]


def test_before_loading_nothing_is_demo(db):
    assert not is_demo()
    assert personas() == ()
    assert by_username("harrow") is None


def test_a_demo_is_marked_and_loads_once(cast):
    assert is_demo()
    people = set(Person.objects.values_list("ref", flat=True))
    with pytest.raises(AlreadyPeopled) as refused:
        load_people(monday=MONDAY)
    assert str(refused.value) == "People are loaded already, so nothing was changed. Use an empty data folder for a new demo."
    assert set(Person.objects.values_list("ref", flat=True)) == people


def test_a_demo_starts_on_a_monday(db):
    with pytest.raises(NotAMonday):
        load_people(monday=date(2026, 11, 24))
    assert not Person.objects.exists()


def test_every_date_moves_by_the_same_weeks(db):
    load_people(monday=MONDAY + TWO_WEEKS)
    assert Installation.objects.get().monday == 2
    delegation = Delegation.objects.get(person=who("devlin"))
    assert (delegation.starts, delegation.ends) == (date(2026, 12, 14), date(2026, 12, 18))
    assert Absence.objects.get(person=who("tarrant")).ends == date(2027, 3, 19)
    assert Person.objects.get(username="averill").left_on == date(2027, 4, 8)
    calendar = the_calendar()
    assert date(2026, 12, 11) in calendar.inset  # 27 November, two weeks on
    assert calendar.add_school_days(date(2026, 12, 9), 2) == date(2026, 12, 14)


@pytest.mark.parametrize("weeks", [-52, 0, 40])
def test_freya_is_eighteen_and_luca_is_not_whenever_the_demo_runs(db, weeks):
    monday = MONDAY + weeks * datetime.timedelta(weeks=1)
    load_people(monday=monday)
    assert is_adult(who("osei"), on=monday)
    assert not is_adult(who("brannigan"), on=monday)
    assert not is_adult(who("harrow"), on=monday)  # no birth is known: nobody is taken for grown up by a gap


def test_a_birthday_counts_from_the_day_itself(cast):
    assert not is_adult(who("brannigan"), on=date(2027, 6, 4))
    assert is_adult(who("brannigan"), on=date(2027, 6, 5))


def test_schools_and_the_duty_contact(cast):
    assert [school.id for school in schools()] == ["eastfield", "northgate", "brannocks"]
    assert duty_contact() == DutyContact(label="Trust duty contact", phone="01632 960100", email="duty@ret.example")
