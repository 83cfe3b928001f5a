"""Who holds what today, in which capacity, and for whom."""

from datetime import date

import pytest

from askfirst.people import hats
from askfirst.people.hats import Capacity
from askfirst.people.models import Agency, Delegation, Guardian, Holding, Person, Post
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


def test_standing_takes_one_query_for_many_reports_as_for_none(cast, django_assert_num_queries):
    teacher, deputy = who("harrow"), who("obuya")
    with django_assert_num_queries(1):
        standing(teacher, on=AWAY)
    for n in range(60):
        one = Person.objects.create_person("many%d" % n, name="Mr Many", short="Mr Many", kind="staff")
        Post.objects.create(person=one, line_manager_id=who("devlin"), starts=MONDAY)
    with django_assert_num_queries(1):
        assert len(standing(deputy, on=AWAY).seats) == 70


def read_plainly(ref, day):
    """The capacities and the seats held at work, slowly: every row of every table, one by one."""

    def runs(row):
        return row.starts <= day and (row.ends is None or row.ends >= day)

    def here(person):
        return person.is_active and (person.left_on is None or person.left_on >= day)

    def held(of):
        seats = {row.seat for row in Holding.objects.all() if row.person_id == of and runs(row)}
        managed = {
            (row.person_id, "" if row.main else str(row.school_id)) for row in Post.objects.all() if row.line_manager_id == of and runs(row)
        }
        return seats, {hats.line_manager_of(person, school) for person, school in managed}

    me = Person.objects.get(pk=ref)
    seats, managed = held(ref)
    works = any(row.person_id == ref and runs(row) for model in (Post, Agency) for row in model.objects.all())
    ties = [(Capacity.STAFF, works or seats - hats.TRUSTEE_SEATS), (Capacity.TRUSTEE, seats & hats.TRUSTEE_SEATS)]
    ties.append((Capacity.PARENT, any(row.adult_id == ref for row in Guardian.objects.all())))
    worn = [Capacity(me.kind), *(capacity for capacity, tied in ties if tied and capacity != me.kind)] if here(me) else []
    acted = {}
    for row in Delegation.objects.order_by("starts", "pk"):
        if row.to_id == ref and runs(row) and here(row.person):
            given, led = held(row.person_id)
            head = {seat for seat in given if hats.role(seat) == "head"}
            taken = {seat for seat in led if hats.subjects(seat)[0] != ref} if head or row.matters == "line-manager" else set()
            for seat in taken | (head if row.matters == "headteacher" else set()):
                acted.setdefault(seat, row.person_id)
    return worn, acted | dict.fromkeys(managed | {seat for seat in seats if seat not in hats.TRUSTEE_SEATS}, "")


@pytest.mark.parametrize("day", [date(2026, 7, 1), date(2026, 9, 3), MONDAY, AWAY, SATURDAY, date(2026, 12, 19), date(2027, 3, 26)])
def test_the_one_query_says_what_the_tables_say_row_by_row(cast, day):
    Agency.objects.create(person_id=who("standish"), agency="Supply Hands", starts=MONDAY, ends=AWAY)
    Holding.objects.create(seat=hats.tutor("northgate", "8R"), person_id=who("okoropenn"), starts=date(2026, 9, 1), ends=SATURDAY)
    Delegation.objects.create(person_id=who("pascoe"), to_id=who("obuya"), matters="line-manager", starts=MONDAY, ends=SATURDAY)
    several = 0
    for ref in Person.objects.values_list("pk", flat=True):
        worn, at_work = read_plainly(ref, day)
        assert list(capacities(ref, on=day)) == worn
        if Capacity.STAFF in worn:
            assert standing(ref, on=day, capacity=Capacity.STAFF).seats == at_work | {hats.person(ref): ""}
            several += len(at_work) > 1
    assert several > 5
