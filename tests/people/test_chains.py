"""Who is asked, told by the cast: every chain, and every reason to pass somebody over."""

from datetime import date

import pytest

from askfirst.people import hats
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Capacity
from askfirst.people.models import Absence, Conflict, Delegation, Holding, Person, Post
from askfirst.people.resolve import Matter, UnknownSeat, chain, route
from askfirst.people.standing import standing
from askfirst.people.who import names
from tests.cast import MONDAY, who

WEDNESDAY = date(2026, 11, 25)
AWAY = date(2026, 12, 3)  # Ms Devlin-Shaw is away and Mr Obuya acts
SATURDAY = date(2026, 12, 5)


def seat(words):
    """A seat as the cast writes it ("line-manager-of:harrow"), with the reference in the place of the username."""
    kind, *rest = words.split(":")
    if kind in {"line-manager-of", "person", "parent"}:
        rest[0] = who(rest[0])
    return ":".join([kind, *rest])


def asked(first, *, by, on=MONDAY, parties=(), unwanted=(), passed=()):
    """(seat, who is asked, for whom, who was passed over and why), by usernames; None at the end of the chain."""
    matter = Matter(who(by), frozenset(map(who, parties)), frozenset(map(who, unwanted)))
    found = route(seat(first), matter=matter, directory=TheDirectory(), on=on, passed=[seat(one) for one in passed])
    if found is None:
        return None
    refs = [found.person, found.acting_for, *(skip.person for skip in found.skipped), *hats.subjects(found.seat)]
    called = {one.ref: one.username for one in names(refs).values()} | {"": ""}
    shown = found.seat
    for ref, username in called.items():
        shown = shown.replace(ref, username) if ref else shown
    skipped = [(called[skip.person], skip.reason) for skip in found.skipped]
    held = standing(found.person, on=on).seats
    assert held.get(found.seat) == found.acting_for, "whoever is asked holds the seat, and acts for the same person"
    return shown, called[found.person], called[found.acting_for], skipped


def test_s11_someone_else_passes_over_the_line_manager(cast):
    story = {"by": "harrow", "unwanted": ["pascoe"]}
    pascoe = ("pascoe", "unwanted")
    assert asked("line-manager-of:harrow", on=WEDNESDAY, **story) == ("line-manager-of:pascoe", "devlin", "", [pascoe])
    on_30th = asked("line-manager-of:harrow", on=date(2026, 11, 30), **story)
    assert on_30th == ("line-manager-of:pascoe", "obuya", "devlin", [pascoe])
    climbed = asked("line-manager-of:harrow", on=date(2026, 12, 1), passed=["line-manager-of:pascoe"], **story)
    assert climbed == ("line-manager-of:devlin", "achterberg", "", [pascoe])


def test_s12_a_student_asks_the_tutor_and_the_question_climbs(cast):
    on_the_way: list[tuple] = []
    passed: list[str] = []
    while (found := asked("tutor:northgate:9S", by="farouk", passed=passed)) is not None:
        on_the_way.append(found[:2])
        passed.append(found[0])
    assert on_the_way == [
        ("tutor:northgate:9S", "standish"),
        ("year-lead:northgate:9", "qureshi"),
        ("alternate-pastoral:northgate", "obuya"),
        ("head:northgate", "devlin"),  # the deputy head is Mr Obuya again
        ("trust-lead", "achterberg"),
        ("chair", "quarshie"),
        ("vice-chair", "vasquez-thorne"),
    ]


def test_s23_the_executive_headteachers_own_matter_goes_to_the_chair_and_climbs_to_the_vice_chair(cast):
    assert asked("trust-lead", by="achterberg") == ("chair", "quarshie", "", [("achterberg", "asker")])
    climbed = asked("trust-lead", by="achterberg", passed=["chair"])
    assert climbed == ("vice-chair", "vasquez-thorne", "", [("achterberg", "asker")])
    assert asked("trust-lead", by="achterberg", passed=["chair", "vice-chair"]) is None


def test_s24_two_schools_two_heads_one_of_them_away(cast):
    tuesday = date(2026, 12, 1)
    assert asked("head:northgate", by="standish", on=tuesday) == ("head:northgate", "obuya", "devlin", [])
    assert asked("head:eastfield", by="standish", on=tuesday) == ("head:eastfield", "abernethy", "", [])


def test_s57_the_delegate_acts_but_never_in_his_own_matter(cast):
    assert asked("head:northgate", by="harrow", on=AWAY) == ("head:northgate", "obuya", "devlin", [])
    skipped = [("obuya", "asker"), ("devlin", "absent")]
    assert asked("head:northgate", by="obuya", on=AWAY) == ("trust-lead", "achterberg", "", skipped)
    skipped = [("obuya", "party"), ("devlin", "absent")]
    assert asked("head:northgate", by="harrow", parties=["obuya"], on=AWAY) == ("trust-lead", "achterberg", "", skipped)


def test_s57_on_saturday_the_head_is_back(cast):
    assert asked("head:northgate", by="harrow", on=SATURDAY) == ("head:northgate", "devlin", "", [])
    assert not standing(who("obuya"), on=SATURDAY).holds(hats.head("northgate"))


def test_s57_without_a_delegation_the_executive_headteacher_is_asked(cast):
    Delegation.objects.all().delete()
    assert asked("head:northgate", by="harrow", on=AWAY) == ("trust-lead", "achterberg", "", [("devlin", "absent")])


def test_a_heads_own_matter_goes_up_even_while_a_deputy_acts(cast):
    assert asked("head:northgate", by="devlin", on=AWAY) == ("trust-lead", "achterberg", "", [("devlin", "asker")])
    assert asked("head:eastfield", by="harrow", parties=["abernethy"]) == ("trust-lead", "achterberg", "", [("abernethy", "party")])


def test_the_second_in_science_acts_for_the_head_of_science_but_not_in_his_own_matter(cast):
    assert asked("line-manager-of:holloway", by="holloway") == ("line-manager-of:holloway", "amadi", "loxley", [])
    own = asked("line-manager-of:amadi", by="amadi")
    assert own == ("line-manager-of:loxley", "abernethy", "", [("loxley", "absent")])
    after = date(2026, 12, 12)
    assert asked("line-manager-of:holloway", by="holloway", on=after) == ("line-manager-of:holloway", "loxley", "", [])
    before = date(2026, 11, 15)
    assert asked("line-manager-of:holloway", by="holloway", on=before) == ("line-manager-of:holloway", "loxley", "", [])


def test_nobody_becomes_their_own_line_manager_by_a_delegation(cast):
    """Asked by somebody else about Mr Amadi, it still does not come to him."""
    found = asked("line-manager-of:amadi", by="holloway")
    assert found == ("line-manager-of:loxley", "abernethy", "", [("loxley", "absent")])
    assert not standing(who("amadi"), on=MONDAY).holds(seat("line-manager-of:amadi"))


def test_a_line_manager_delegation_does_not_make_a_head(cast):
    Delegation.objects.filter(person=who("devlin")).update(matters="line-manager")
    assert asked("head:northgate", by="harrow", on=AWAY) == ("trust-lead", "achterberg", "", [("devlin", "absent")])
    assert asked("line-manager-of:pascoe", by="pascoe", on=AWAY)[:3] == ("line-manager-of:pascoe", "obuya", "devlin")


def test_headteacher_matters_of_somebody_who_is_no_head_cover_nothing(cast):
    Delegation.objects.filter(person=who("loxley")).update(matters="headteacher")
    found = asked("line-manager-of:holloway", by="holloway")
    assert found == ("line-manager-of:loxley", "abernethy", "", [("loxley", "absent")])


def test_a_delegate_who_is_away_too_is_passed_over(cast):
    Absence.objects.create(person_id=who("obuya"), starts=AWAY, ends=AWAY)
    skipped = [("obuya", "absent"), ("devlin", "absent")]
    assert asked("head:northgate", by="harrow", on=AWAY) == ("trust-lead", "achterberg", "", skipped)


def test_a_husband_is_passed_over(cast):
    Holding.objects.filter(seat=hats.dsl("northgate")).delete()
    skipped = [("", "nobody"), ("dunmore", "relative")]
    assert asked("dsl:northgate", by="harrow") == ("dsl-trust", "fitzhugh", "", skipped)
    before_the_wedding = date(2025, 8, 8)
    assert asked("dsl:northgate", by="harrow", on=before_the_wedding)[1] == "dunmore"


def test_a_tie_is_read_both_ways_and_for_parties_too(cast):
    skipped = [("dunmore", "relative")]
    found = asked("line-manager-of:okoropenn", by="okoropenn", parties=["harrow"])
    assert found == ("line-manager-of:dunmore", "obuya", "", skipped)
    Post.objects.filter(person=who("standish"), main=True).update(line_manager=who("harrow"))
    found = asked("line-manager-of:standish", by="dunmore")
    assert found == ("line-manager-of:harrow", "pascoe", "", [("harrow", "relative")])


def test_a_parent_does_not_handle_their_childs_matter(cast):
    Holding.objects.create(seat=hats.tutor("northgate", "8R"), person_id=who("okoropenn"), starts=MONDAY)
    assert asked("tutor:northgate:8R", by="kit") == ("year-lead:northgate:8", "qureshi", "", [("okoropenn", "relative")])


def test_a_declared_conflict_is_passed_over_while_it_lasts(cast):
    Conflict.objects.create(person_id=who("pascoe"), about_id=who("harrow"), since=MONDAY, ended=WEDNESDAY)
    first = "line-manager-of:harrow"
    assert asked(first, by="harrow", on=WEDNESDAY) == ("line-manager-of:pascoe", "devlin", "", [("pascoe", "conflict")])
    assert asked(first, by="harrow", on=date(2026, 11, 26))[1] == "pascoe"
    assert asked("line-manager-of:pascoe", by="pascoe", on=WEDNESDAY)[1] == "devlin"  # said of her, not by her


def test_hr_passes_to_the_next_hr_person_then_to_the_executive_headteacher(cast):
    assert asked("hr", by="harrow")[:2] == ("hr", "braithwaite")
    assert asked("hr", by="braithwaite") == ("hr", "kerrigan", "", [("braithwaite", "asker")])
    both = [("braithwaite", "asker"), ("kerrigan", "party")]
    assert asked("hr", by="braithwaite", parties=["kerrigan"]) == ("trust-lead", "achterberg", "", both)


@pytest.mark.parametrize(
    ("first", "holder", "then"),
    [
        ("comms", "adelakun", [("trust-lead", "achterberg"), ("chair", "quarshie"), ("vice-chair", "vasquez-thorne")]),
        ("dpo", "sethuraman", [("chair", "quarshie"), ("vice-chair", "vasquez-thorne")]),
        ("governance", "pritchard", [("chair", "quarshie"), ("vice-chair", "vasquez-thorne")]),
        ("chair", "quarshie", [("vice-chair", "vasquez-thorne")]),
        ("dsl:eastfield", "omondi", [("deputy-dsl:eastfield", "sallow"), ("dsl-trust", "fitzhugh")]),
        ("dsl:brannocks", "langtree", [("deputy-dsl:brannocks", "oldroyd"), ("dsl-trust", "fitzhugh")]),
        ("head:brannocks", "nwachukwu", [("trust-lead", "achterberg"), ("chair", "quarshie"), ("vice-chair", "vasquez-thorne")]),
        ("year-lead:eastfield:13", "barrowman", [("alternate-pastoral:eastfield", "rainsford"), ("head:eastfield", "abernethy")]),
        ("year-lead:eastfield:12", "barrowman", [("alternate-pastoral:eastfield", "rainsford"), ("head:eastfield", "abernethy")]),
        ("year-lead:northgate:8", "qureshi", [("alternate-pastoral:northgate", "obuya"), ("head:northgate", "devlin")]),
        ("year-lead:brannocks:0", "finnis", [("head:brannocks", "nwachukwu"), ("trust-lead", "achterberg")]),
        ("office:northgate", "rowbotham", [("head:northgate", "devlin")]),
        ("line-manager-of:tolland", "finnis", [("line-manager-of:finnis", "nwachukwu"), ("line-manager-of:nwachukwu", "achterberg")]),
    ],
)
def test_each_chain_step_by_step(cast, first, holder, then):
    assert asked(first, by="calloway")[:2] == (first, holder)
    passed, steps = [first], []
    for _ in then:
        found = asked(first, by="calloway", passed=passed)
        steps.append(found[:2])
        passed.append(found[0])
    assert steps == then


def test_a_deputy_data_protection_officer_comes_before_the_chair_where_there_is_one(cast):
    Holding.objects.create(seat=hats.DEPUTY_DPO, person_id=who("kerrigan"), starts=MONDAY)
    assert asked("dpo", by="sethuraman")[:2] == ("deputy-dpo", "kerrigan")


def test_ruling_4_the_trustee_for_data_protection_comes_after_the_deputy_and_before_the_chair(cast):
    assert asked("dpo", by="harrow", parties=["sethuraman"])[:2] == ("chair", "quarshie"), "the promise can fail: nobody has the seat yet"
    Holding.objects.create(seat=hats.DATA_TRUSTEE, person_id=who("vasquez-thorne"), starts=MONDAY)
    own = asked("dpo", by="harrow", parties=["sethuraman"])
    assert (own[:2], own[3][0]) == (("data-trustee", "vasquez-thorne"), ("sethuraman", "party"))
    assert asked("data-trustee", by="vasquez-thorne")[:2] == ("chair", "quarshie")
    Holding.objects.create(seat=hats.DEPUTY_DPO, person_id=who("kerrigan"), starts=MONDAY)
    assert asked("dpo", by="harrow", parties=["sethuraman"])[:2] == ("deputy-dpo", "kerrigan")
    assert asked("dpo", by="harrow", passed=["dpo", "deputy-dpo"])[:2] == ("data-trustee", "vasquez-thorne")


def test_a_trustees_seat_is_never_held_as_staff(cast):
    Holding.objects.create(seat=hats.DATA_TRUSTEE, person_id=who("vasquez-thorne"), starts=MONDAY)
    assert standing(who("vasquez-thorne"), on=MONDAY).holds(hats.DATA_TRUSTEE)
    Holding.objects.create(seat=hats.DATA_TRUSTEE, order=1, person_id=who("kerrigan"), starts=MONDAY)
    assert not standing(who("kerrigan"), on=MONDAY, capacity=Capacity.STAFF).holds(hats.DATA_TRUSTEE)
    assert standing(who("kerrigan"), on=MONDAY, capacity=Capacity.TRUSTEE).holds(hats.DATA_TRUSTEE)


def test_standish_has_a_line_manager_for_each_post(cast):
    assert asked("line-manager-of:standish", by="standish")[:3] == ("line-manager-of:standish", "pascoe", "")
    second = asked("line-manager-of:standish:eastfield", by="standish")
    assert second[:3] == ("line-manager-of:standish:eastfield", "amadi", "loxley")
    directory = TheDirectory()
    seats = list(chain(seat("line-manager-of:standish:eastfield"), directory=directory, on=MONDAY))
    assert hats.head("eastfield") in seats and hats.head("northgate") not in seats


def test_farrant_of_the_agency_has_no_line_manager_and_asks_hr(cast):
    assert asked("line-manager-of:farrant", by="farrant") == ("hr", "braithwaite", "", [("", "nobody")])  # A43


def test_tarrant_on_leave_may_ask_and_is_not_asked(cast):
    assert asked("line-manager-of:tarrant", by="tarrant")[:2] == ("line-manager-of:tarrant", "rainsford")
    assert asked("person:tarrant", by="harrow") == ("line-manager-of:tarrant", "rainsford", "", [("tarrant", "absent")])


def test_averill_after_leaving(cast):
    last, after = date(2027, 3, 25), date(2027, 3, 26)
    assert asked("person:averill", by="harrow", on=last)[1] == "averill"
    assert asked("person:averill", by="harrow", on=after) == ("line-manager-of:averill", "rainsford", "", [("averill", "left")])


def test_somebody_who_may_no_longer_sign_in_is_passed_over(cast):
    Person.objects.filter(pk=who("pascoe")).update(is_active=False)
    assert asked("line-manager-of:harrow", by="harrow")[1:] == ("devlin", "", [("pascoe", "left")])


def test_a_seat_given_up_is_not_asked(cast):
    Holding.objects.filter(seat=hats.COMMS).update(ends=date(2026, 11, 22))
    assert asked("comms", by="harrow") == ("trust-lead", "achterberg", "", [("", "nobody")])


def test_line_managers_in_a_ring_still_end(cast):
    Post.objects.filter(person=who("devlin")).update(line_manager=who("harrow"))
    found = asked("line-manager-of:harrow", by="harrow", unwanted=["pascoe", "devlin"])
    assert found == (
        "trust-lead",
        "achterberg",
        "",
        [("pascoe", "unwanted"), ("devlin", "unwanted"), ("harrow", "asker"), ("devlin", "unwanted")],
    )


@pytest.mark.parametrize("first", ["", "caretaker", "caretaker:northgate", "tutor:northgate", "head"])
def test_a_seat_of_no_kind_is_a_mistake(cast, first):
    with pytest.raises(UnknownSeat):
        asked(first, by="harrow")


def test_asking_takes_few_queries_however_long_the_chain(cast, django_assert_max_num_queries):
    matter = Matter(who("farouk"), unwanted=frozenset(map(who, ("standish", "qureshi", "obuya", "devlin", "achterberg", "quarshie"))))
    with django_assert_max_num_queries(24):
        assert route(hats.tutor("northgate", "9S"), matter=matter, directory=TheDirectory(), on=AWAY) is not None
