"""Who holds what today, in which capacity, and for whom."""

from datetime import date

import pytest

from askfirst.people import hats
from askfirst.people.hats import Capacity
from askfirst.people.models import Delegation, Holding, Person, Post
from askfirst.people.standing import capacities, standing
from tests.cast import MONDAY, who

AWAY = date(2026, 12, 3)
SATURDAY = date(2026, 12, 5)
REPORTS_OF_DEVLIN = ("obuya", "whitlam", "pascoe")


def reports(*people):
    return {hats.line_manager_of(who(one)) for one in people}


def test_a_teacher_holds_her_own_seat_alone(cast):
    assert standing(who("harrow"), on=MONDAY).seats == {hats.person(who("harrow")): ""}


def test_a_head_of_department_manages_main_posts_plainly(cast):
    seats = standing(who("pascoe"), on=MONDAY).seats
    assert set(seats) == {hats.person(who("pascoe"))} | reports("harrow", "standish", "lisle", "thackray")
    assert set(seats.values()) == {""}


def test_a_second_post_names_its_school(cast):
    seats = set(standing(who("loxley"), on=MONDAY).seats)
    assert seats == {hats.person(who("loxley")), hats.line_manager_of(who("standish"), "eastfield")} | reports("amadi", "holloway")


def test_a_delegate_holds_what_is_delegated_and_says_for_whom(cast):
    """Mr Obuya acts in everything Ms Devlin-Shaw does as Headteacher, but is not his own line manager."""
    obuya, devlin = who("obuya"), who("devlin")
    own = {hats.person(obuya), hats.deputy_head("northgate"), hats.alternate_pastoral("northgate")}
    own |= reports("dunmore", "qureshi", "makoni", "rowbotham")
    acted = {hats.head("northgate")} | reports("whitlam", "pascoe")
    today = standing(obuya, on=AWAY)
    assert today.seats == dict.fromkeys(own, "") | dict.fromkeys(acted, devlin)
    assert today.acting_for(hats.head("northgate")) == devlin
    assert today.acting_for(hats.deputy_head("northgate")) == ""
    for day in (date(2026, 11, 29), SATURDAY):
        assert standing(obuya, on=day).seats == dict.fromkeys(own, "")
    assert set(standing(devlin, on=AWAY).seats) == {hats.person(devlin), hats.head("northgate")} | reports(*REPORTS_OF_DEVLIN)


def test_a_line_manager_delegation_gives_no_headship(cast):
    Delegation.objects.filter(person=who("devlin")).update(matters="line-manager")
    today = standing(who("obuya"), on=AWAY)
    assert not today.holds(hats.head("northgate"))
    assert today.acting_for(hats.line_manager_of(who("pascoe"))) == who("devlin")


def test_what_is_mine_stays_mine(cast):
    Holding.objects.create(seat=hats.head("northgate"), person_id=who("obuya"), starts=MONDAY, order=1)
    today = standing(who("obuya"), on=AWAY)
    assert today.holds(hats.head("northgate"))
    assert today.acting_for(hats.head("northgate")) == ""


def test_a_delegation_is_not_handed_on(cast):
    Delegation.objects.create(person_id=who("obuya"), to_id=who("dunmore"), matters="headteacher", starts=AWAY, ends=AWAY)
    assert not standing(who("dunmore"), on=AWAY).holds(hats.head("northgate"))


def test_a_delegation_of_somebody_who_left_gives_nothing(cast):
    Person.objects.filter(pk=who("devlin")).update(left_on=date(2026, 12, 2))
    assert not standing(who("obuya"), on=AWAY).holds(hats.head("northgate"))


def test_a_delegation_of_somebody_who_leaves_later_still_runs(cast):
    Person.objects.filter(pk=who("devlin")).update(left_on=AWAY)
    assert standing(who("obuya"), on=AWAY).acting_for(hats.head("northgate")) == who("devlin")
    Person.objects.filter(pk=who("devlin")).update(is_active=False)
    assert not standing(who("obuya"), on=AWAY).holds(hats.head("northgate"))


def test_of_two_who_delegate_one_seat_the_first_is_acted_for(cast):
    Holding.objects.create(seat=hats.head("northgate"), person_id=who("whitlam"), starts=MONDAY, order=1)
    Delegation.objects.create(person_id=who("whitlam"), to_id=who("obuya"), matters="headteacher", starts=AWAY, ends=AWAY)
    assert standing(who("obuya"), on=AWAY).acting_for(hats.head("northgate")) == who("devlin")


def test_two_hats_are_worn_one_at_a_time(cast):
    ref = who("okoropenn")
    Holding.objects.create(seat=hats.tutor("northgate", "8R"), person_id=ref, starts=MONDAY)
    assert capacities(ref, on=MONDAY) == (Capacity.STAFF, Capacity.PARENT)
    assert standing(ref, on=MONDAY).seats == {hats.person(ref): "", hats.tutor("northgate", "8R"): ""}
    assert standing(ref, on=MONDAY, capacity=Capacity.PARENT).seats == {hats.parent(ref): ""}
    assert standing(ref, on=MONDAY, capacity=Capacity.TRUSTEE).seats == {}


@pytest.mark.parametrize(
    ("name", "worn"),
    [
        ("harrow", [Capacity.STAFF]),
        ("farrant", [Capacity.STAFF]),  # of the agency: staff in what he does, no employee
        ("farouk", [Capacity.STUDENT]),
        ("wells-p", [Capacity.PARENT]),
        ("quarshie", [Capacity.TRUSTEE]),
        ("achterberg", [Capacity.STAFF]),
        ("calloway", [Capacity.OUTSIDE]),
        ("grange", []),  # left in July
    ],
)
def test_in_what_capacity_each_is_here(cast, name, worn):
    assert list(capacities(who(name), on=MONDAY)) == worn


def test_the_chair_holds_the_chair_and_manages_as_a_trustee(cast):
    ref = who("quarshie")
    assert set(standing(ref, on=MONDAY).seats) == {hats.person(ref), hats.CHAIR} | reports("achterberg", "pritchard")


def test_a_parent_who_becomes_a_trustee_keeps_the_hats_apart(cast):
    ref = who("wells-p")
    Holding.objects.create(seat=hats.VICE_CHAIR, person_id=ref, starts=MONDAY)
    assert capacities(ref, on=MONDAY) == (Capacity.PARENT, Capacity.TRUSTEE)
    assert standing(ref, on=MONDAY).seats == {hats.parent(ref): ""}
    assert standing(ref, on=MONDAY, capacity=Capacity.TRUSTEE).seats == {hats.person(ref): "", hats.VICE_CHAIR: ""}


def test_students_and_outside_people_hold_their_own_seat(cast):
    for name, seat in (("farouk", "person"), ("calloway", "outside")):
        assert standing(who(name), on=MONDAY).seats == {"%s:%s" % (seat, who(name)): ""}


def test_whoever_has_left_holds_nothing(cast):
    last, after = date(2027, 3, 25), date(2027, 3, 26)
    ref = who("averill")
    assert standing(ref, on=last).seats == {hats.person(ref): ""}
    assert standing(ref, on=after).seats == {}
    assert capacities(ref, on=after) == ()
    Person.objects.filter(pk=who("rainsford")).update(is_active=False)
    assert standing(who("rainsford"), on=MONDAY).seats == {}


def test_a_reference_of_nobody_holds_nothing(db):
    assert standing("BBBBBBBB", on=MONDAY).seats == {}
    assert standing("BBBBBBBB", on=MONDAY).capacity is Capacity.OUTSIDE


def test_posts_and_seats_hold_from_the_first_day_to_the_last(cast):
    lisle, pascoe = who("lisle"), who("pascoe")
    managed = hats.line_manager_of(lisle)
    days = [date(2026, 9, 2), date(2026, 9, 3), date(2026, 12, 18), date(2026, 12, 19)]
    assert [standing(pascoe, on=day).holds(managed) for day in days] == [False, True, True, False]


def test_rank_opens_nothing(cast):
    """The IT manager operates the system: he holds his own seat and the seat "it", and nothing over anybody's matter."""
    ref = who("wieczorek")
    assert set(standing(ref, on=MONDAY).seats) == {hats.person(ref), hats.IT}
    assert not hasattr(Person, "is_superuser")
    assert not hasattr(Person, "user_permissions")


def test_standing_takes_as_many_queries_for_many_reports_as_for_none(cast, django_assert_num_queries):
    teacher, deputy = who("harrow"), who("obuya")
    with django_assert_num_queries(4):
        standing(teacher, on=AWAY)
    for n in range(60):
        one = Person.objects.create_person("many%d" % n, name="Mr Many", short="Mr Many", kind="staff")
        Post.objects.create(person=one, line_manager_id=who("devlin"), starts=MONDAY)
    with django_assert_num_queries(4):
        assert len(standing(deputy, on=AWAY).seats) == 70
