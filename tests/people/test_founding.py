"""A server of a Trust's own has the Trust's schools from its first start, so that a file of people can name them."""

import pytest

from askfirst.people.founding import found
from askfirst.people.models import Person, School
from askfirst.people.who import duty_contact, schools
from askfirst.procedure.trust import load_trust
from tests.clock import london

NOW = london("2026-11-25 10:00")


@pytest.mark.django_db
def test_the_schools_of_the_pack_are_there_once_and_what_is_there_stays():
    assert found(load_trust(), at=NOW) == 3
    assert {school.id for school in schools()} == {"northgate", "eastfield", "brannocks"}
    contact = duty_contact()
    assert contact is not None and contact.email == "duty@ret.example"
    School.objects.filter(id="northgate").update(name="Northgate High")
    assert found(load_trust(), at=NOW) == 0
    assert School.objects.get(id="northgate").name == "Northgate High"
    assert Person.objects.count() == 0


@pytest.mark.django_db
def test_a_school_added_to_the_pack_later_comes_by_itself():
    found(load_trust(), at=NOW)
    School.objects.filter(id="brannocks").delete()
    assert found(load_trust(), at=NOW) == 1
