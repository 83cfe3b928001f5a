"""What is held about a person: everything that is theirs, in the hat it belongs to, and nothing that is somebody else's."""

from datetime import date

import pytest
from django.apps import apps

from askfirst.people.hats import Capacity
from askfirst.people.held import LABELS, TOLD, held
from askfirst.people.models import Conflict, Holding, Person
from tests.cast import who

DAY = date(2026, 11, 25)


def told(name, capacity=Capacity.STAFF):
    return [(tie.id, str(tie.says), tie.starts, tie.ends) for tie in held(who(name), capacity=capacity, on=DAY).ties]


def words(name, capacity=Capacity.STAFF):
    return [says for _, says, _, _ in told(name, capacity)]


def facts(name, capacity=Capacity.STAFF):
    return {
        fact.id: fact.value if isinstance(fact.value, date) else str(fact.value)
        for fact in held(who(name), capacity=capacity, on=DAY).facts
    }


def test_no_field_of_a_person_is_forgotten():
    """Whoever adds a field says what it is called; that somebody is not active is what "left on" and the closed door tell."""
    assert {field.name for field in Person._meta.concrete_fields} - {"is_active"} == set(LABELS)


def test_no_table_that_ties_people_is_forgotten():
    """Whoever adds a tie tells it here, or says why not: whom we may not contact could put a child at risk."""
    tied = {
        model.__name__
        for model in apps.get_app_config("people").get_models()
        for field in model._meta.fields
        if field.related_model is Person
    }
    assert tied == {
        "Absence",
        "Agency",
        "CalendarLink",  # no tie: a day, told as a fact
        "Care",
        "Conflict",
        "Delegation",
        "Guardian",
        "HeldContact",  # no tie yet: whom a file names as a contact is the safeguarding lead's to look at first
        "Holding",
        "Interest",
        "MayNotContact",
        "Person",  # a record that was made one with another; told as a fact of the one that was kept
        "Post",
        "Relative",
        "RollId",
        "SettingsCheck",  # no tie: a day, told as a fact
    }
    assert len(TOLD) == 15  # and FamilyTie, which names nobody in the clear


def test_the_persons_own_row_in_words(cast):
    assert facts("farouk", Capacity.STUDENT) == {
        "name": "Amina Farouk-Wells",
        "short": "Amina",
        "username": "farouk",
        "school": "Northgate School",
        "kind": "a student",
        "born": date(2013, 2, 11),
        "year": "9",
        "class_name": "9S",
        "ref": who("farouk"),
        "password": "none is kept",
    }
    assert facts("blenkinsop-g", Capacity.PARENT)["phone"] == "07700 900318"


def test_a_password_is_never_told(cast):
    person = Person.objects.get(username="harrow")
    person.set_password("quiet-canary-93")
    person.save()
    assert facts("harrow")["password"] == "kept scrambled: nobody can read it back"
    assert person.password not in str(held(who("harrow"), capacity=Capacity.STAFF, on=DAY))


def test_posts_and_seats_with_their_days(cast):
    assert told("standish") == [
        ("post", "Main post: Northgate School, 0.60 of full time. Line manager: Dr Pascoe", date(2024, 9, 2), None),
        ("post", "Second post: Eastfield Academy, 0.40 of full time. Line manager: Mrs Loxley", date(2024, 9, 2), None),
        ("seat", "Tutor of 9S, Northgate School", date(2024, 9, 2), None),
    ]
    assert words("qureshi")[1:3] == ["Leads Year 8, Northgate School", "Leads Year 9, Northgate School"]
    assert "Leads Reception, St Brannock's Primary" in words("finnis")
    assert told("lisle")[0][3] == date(2026, 12, 18)


def test_every_seat_of_the_cast_has_words(cast):
    for username, seat in Holding.objects.values_list("person__username", "seat"):
        capacity = Capacity.TRUSTEE if seat in ("chair", "vice-chair", "data-trustee") else Capacity.STAFF
        assert any(kind == "seat" for kind, _, _, _ in told(username, capacity)), seat


def test_absence_and_who_acts_meanwhile_from_both_sides(cast):
    assert ("away", "Away", date(2026, 11, 30), date(2026, 12, 4)) in told("devlin")
    assert ("acting", "Mr Obuya acts for you in a Headteacher’s matters", date(2026, 11, 30), date(2026, 12, 4)) in told("devlin")
    assert ("acting", "You act for Ms Devlin-Shaw in a Headteacher’s matters", date(2026, 11, 30), date(2026, 12, 4)) in told("obuya")
    assert "Away: maternity. Colleagues do not see the reason" in words("tarrant")


def test_a_tie_of_family_is_told_to_both(cast):
    tie = ("close", "Close to you: Mr Dunmore is married to Ms Harrow", date(2025, 8, 9), None)
    assert tie in told("harrow") and tie in told("dunmore")


def test_what_somebody_else_declared_is_theirs(cast):
    Conflict.objects.create(person_id=who("obuya"), about_id=who("harrow"), since=DAY)
    assert "You said you should not handle what concerns Ms Harrow" in words("obuya")
    assert not any("Obuya" in says for says in words("harrow"))


def test_each_hat_has_its_own_ties(cast):
    assert told("okoropenn", Capacity.PARENT) == [("child", "Parent or carer of Kit, with parental responsibility", None, None)]
    assert {kind for kind, _, _, _ in told("okoropenn")} == {"post"}
    assert words("vasquez-thorne", Capacity.TRUSTEE) == ["Vice-chair of Trustees", "You told us: Owns 30% of Larkmoor Print Ltd"]
    assert "Line manager of Dr Achterberg" in words("quarshie", Capacity.TRUSTEE)


def test_whom_we_may_not_contact_is_in_nobodys_copy(cast):
    """Noor's father is not to be contacted, set by Mrs Whitlam: his copy, hers and the setter's look as if it were not so."""
    assert words("haddad-i", Capacity.PARENT) == ["Parent or carer of Noor, with parental responsibility"]
    assert words("haddad", Capacity.STUDENT) == ["Your parent or carer: Mr Haddad"]
    assert not any("Haddad" in says or "Noor" in says for says in words("whitlam"))


def test_care_is_told_to_the_child_and_to_whoever_cares(cast):
    assert words("rusk", Capacity.STUDENT) == [
        "Your social worker: Mr Strand",
        "Your carer: Mrs Attwater",
        "Your virtual school head: vsh@council.example",
    ]
    assert words("strand", Capacity.OUTSIDE) == ["You are the social worker of Callie"]


def test_the_cost_does_not_follow_the_number_of_ties(cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        held(who("finnis"), capacity=Capacity.STAFF, on=DAY)
    Holding.objects.bulk_create(Holding(person_id=who("finnis"), seat="tutor:brannocks:%d" % one, starts=DAY) for one in range(200))
    with django_assert_max_num_queries(30):
        assert len(told("finnis")) > 200


def test_nobody_is_an_error(cast):
    with pytest.raises(Person.DoesNotExist):
        held("BCDFGHJK", capacity=Capacity.STAFF, on=DAY)
