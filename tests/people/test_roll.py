"""A file of people applied: once, by as many people as it takes, only what differs, and back again within seven days."""

import io
from datetime import timedelta

import pytest

from askfirst.people import roll, roll_contacts, second
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity
from askfirst.people.models import (
    Absence,
    Delegation,
    Guardian,
    HeldContact,
    Holding,
    MayNotContact,
    Person,
    Post,
    Proposal,
    RollId,
    RollImport,
    School,
)
from askfirst.people.roll import APPLIED, WAITS, NotNow, NotThere
from askfirst.people.roster.read import Roster
from askfirst.people.second import NotSecond
from askfirst.people.standing import capacities, standing
from askfirst.trail import chain
from tests.cast import who
from tests.clock import london
from tests.people.roll_files import as_file, cast_lines, everything, line
from tests.people.test_roll_plan import changed

NOW = london("2026-11-25 10:00")
NEW = line(id="s1", name="Ada New", kind="student", school="northgate", year="9")


def by(name, at=NOW):
    return standing(who(name), on=london_day(at))


def keep(lines, *, full=False, name="wieczorek", at=NOW):
    raw = as_file(lines)
    looked = roll.look(io.BytesIO(raw), full=full, on=london_day(at))
    assert [str(one.whole) for one in looked.plan.problems] == []
    return roll.keep(raw, looked=looked, full=full, by=who(name) if name else "", at=at)


def apply(ref, name="wieczorek", at=NOW):
    return roll.apply(ref, by=by(name, at) if name else None, digest=roll.open_import(ref).plan.digest, at=at)


def imported(lines, *, at=NOW, second="pritchard", **how):
    """Applied, by two people where it takes two."""
    ref = keep(lines, at=at, **how)
    if apply(ref, at=at) == WAITS:
        assert apply(ref, second, at=at) == APPLIED
    return ref


def told(name="people"):
    return [(event.what, event.who, event.of_person) for event in chain.events(name)]


def test_s54_joined_when_confirmed_left_when_applied_and_twice_is_once(cast):
    Post.objects.filter(person__username="standish", school="eastfield").delete()
    marks = list(MayNotContact.objects.values())
    lines = cast_lines(without=("farrant", "standish"))
    name = {"name": "Mr Kofi Standish", "kind": "staff"}
    lines += [
        line(
            id="standish",
            school="northgate",
            email="k.standish@northgate.example",
            line_manager_id="pascoe",
            share="0.6",
            tutor_of="9S",
            **name,
        ),
        line(id="e77", school="eastfield", email="k.standish@eastfield.example", line_manager_id="loxley", share="0.4", **name),
        line(id="c1", name="Mr Owen Rusk", kind="parent", email="o.rusk@mail.example", contact_of="rusk"),
    ]
    ref = keep(lines, full=True)
    assert "farrant" in Person.objects.filter(left_on=None).values_list("username", flat=True), "nothing is removed before Apply"
    roll.decide(ref, choices={"e77": who("standish")}, by=by("wieczorek"), at=NOW)
    assert apply(ref) == WAITS, "a second line manager may read what he asked: that takes two people"
    assert apply(ref, "braithwaite") == APPLIED
    assert Person.objects.filter(name="Mr Kofi Standish").count() == 1
    posts = Post.objects.filter(person__username="standish", ends=None).order_by("-main").values_list("school", "line_manager__username")
    assert list(posts) == [("northgate", "pascoe"), ("eastfield", "loxley")]
    assert by("loxley").holds("line-manager-of:%s:eastfield" % who("standish"))
    assert capacities(who("farrant"), on=NOW.date()) and not capacities(who("farrant"), on=NOW.date() + timedelta(days=1))
    assert list(MayNotContact.objects.values()) == marks
    assert not Person.objects.filter(name="Mr Owen Rusk").exists() and not RollId.objects.filter(pk="c1").exists()
    before = everything()
    again = roll.look(io.BytesIO(as_file(lines)), full=True, on=NOW.date() + timedelta(days=1)).plan
    assert (again.ops, again.pairs, again.to_look_at) == ((), (), False)
    assert apply(keep(lines, full=True)) == APPLIED
    assert everything() == before, "the same file twice changes nothing"


def test_two_ids_of_one_person_at_one_school_are_one_post(cast):
    lines = [
        *cast_lines(),
        line(id="e77", name="Mr Kofi Standish", kind="staff", school="eastfield", email="k@eastfield.example", share="0.4"),
    ]
    ref = keep(lines)
    roll.decide(ref, choices={"e77": who("standish")}, by=by("wieczorek"), at=NOW)
    assert apply(ref) == APPLIED
    assert Post.objects.filter(person__username="standish").count() == 2
    assert roll.look(io.BytesIO(as_file(lines)), full=True, on=NOW.date()).plan.ops == ()


def test_s54_the_contact_is_usable_by_nothing_until_the_safeguarding_lead_accepts(cast):
    imported([*cast_lines(), line(id="c1", name="Mr Owen Rusk", kind="parent", email="o.rusk@mail.example", contact_of="rusk")])
    for stranger in ("wieczorek", "abernethy", "devlin"):
        with pytest.raises(NotThere):
            roll_contacts.waiting(by=by(stranger))
    assert roll_contacts.waiting(by=by("whitlam")) == [], "she is the lead of another school"
    (found,) = roll_contacts.waiting(by=by("omondi"))
    assert (found.name, found.student, found.marked) == ("Mr Owen Rusk", "Callie Rusk", False)
    with pytest.raises(NotThere):
        roll_contacts.accept(found.id, by=by("whitlam"), has_pr=True, at=NOW)
    adult, student = roll_contacts.accept(found.id, by=by("omondi"), has_pr=True, at=NOW)
    assert student == who("rusk")
    assert capacities(adult, on=NOW.date()) == (Capacity.PARENT,)
    assert Guardian.objects.filter(adult=adult, student=student, has_pr=True, may_contact=True).exists()
    with pytest.raises(NotNow):
        roll_contacts.refuse(found.id, by=by("omondi"), at=NOW)
    assert list(HeldContact.objects.values_list("decision", "name", "email")) == [("accepted", "", "")]
    assert ("contact-accepted", who("omondi"), who("rusk")) in told()


def test_a_refused_contact_is_not_asked_about_again_and_a_mark_survives_an_accepted_one(cast):
    Guardian.objects.filter(adult__username="haddad-i").delete()
    lines = [*cast_lines(), line(id="haddad-i", name="Mr Idris Haddad", kind="parent", contact_of="haddad"),
             line(id="c2", name="Ms Odd Caller", kind="parent", contact_of="haddad")]  # fmt: skip
    imported(lines)
    waiting = {one.name: one for one in roll_contacts.waiting(by=by("whitlam"))}
    assert {name: one.marked for name, one in waiting.items()} == {"Mr Idris Haddad": True, "Ms Odd Caller": False}
    roll_contacts.refuse(waiting["Ms Odd Caller"].id, by=by("whitlam"), at=NOW)
    roll_contacts.accept(waiting["Mr Idris Haddad"].id, by=by("whitlam"), has_pr=False, at=NOW)
    assert Guardian.objects.get(adult__username="haddad-i").may_contact is False
    assert MayNotContact.objects.filter(who__username="haddad-i").count() == 1
    assert roll.look(io.BytesIO(as_file(lines)), full=False, on=NOW.date()).plan.held == []


def test_a_small_plain_change_takes_one_person_and_writes_only_what_differs(cast, django_assert_max_num_queries):
    imported(cast_lines())
    before = everything()
    ref = keep([*cast_lines(), NEW])
    with django_assert_max_num_queries(40):
        assert apply(ref) == APPLIED
    after = everything()
    assert [len(one) - len(other) for one, other in zip(after, before, strict=True)] == [1, 1, 0, 0, 0, 0, 0, 0, 0]
    assert all(set(other) <= set(one) for one, other in zip(after, before, strict=True)), "no row that stood was touched"
    with pytest.raises((NotNow, NotThere)):
        apply(ref)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("wieczorek", "You asked for this yourself. Another person must confirm it."),
        ("kerrigan", "You gain something by this yourself. Another person must confirm it."),
    ],
)
def test_nobody_confirms_their_own(cast, name, says):
    Holding.objects.create(seat="it", person_id=who("harrow"), starts=NOW.date())
    ref = keep(changed(cast_lines(), "kerrigan", seats="hr; comms"))
    assert apply(ref) == WAITS
    with pytest.raises(NotSecond) as refused:
        apply(ref, name)
    assert str(refused.value.sentence) == says
    assert not by("kerrigan").holds("comms")
    assert apply(ref, "harrow") == APPLIED
    assert by("kerrigan").holds("comms")
    assert told()[-3:] == [("second-given", who("harrow"), ""), ("applied", who("harrow"), ""), ("gained", who("harrow"), who("kerrigan"))]


def test_people_without_the_seats_see_and_confirm_nothing(cast):
    ref = keep(changed(cast_lines(), "harrow", seats="dsl"))
    assert apply(ref) == WAITS
    for name in ("harrow", "devlin", "sethuraman", "achterberg", "osei"):
        with pytest.raises(NotThere):
            apply(ref, name)
        with pytest.raises(NotThere):
            roll.kept(ref, by=by(name), at=NOW)
        with pytest.raises(NotThere):
            roll.latest(by=by(name), at=NOW)
    for name in ("braithwaite", "pritchard"):
        for act in (roll.drop, roll.undo):
            with pytest.raises(NotThere):
                act(ref, by=by(name), at=NOW)
    other = keep([*cast_lines(), NEW])
    with pytest.raises(NotThere):
        apply(other, "pritchard")


def test_a_delegate_of_the_headteacher_is_no_it_manager(cast):
    Absence.objects.all().delete()
    Delegation.objects.create(person_id=who("wieczorek"), to_id=who("harrow"), matters="headteacher", starts=NOW.date(), ends=NOW.date())
    with pytest.raises(NotThere):
        roll.latest(by=by("harrow"), at=NOW)


def test_a_proposal_runs_out_and_a_plan_that_changed_is_another(cast):
    ref = keep(changed(cast_lines(), "harrow", seats="dsl"))
    assert apply(ref) == WAITS
    late = NOW + second.LASTS
    assert not second.waits(kind="people", of=ref, at=late)
    with pytest.raises(NotThere):
        apply(ref, "pritchard", at=late)
    assert apply(ref, at=late) == WAITS, "asking again starts again"
    shown = roll.open_import(ref).plan.digest
    Person.objects.filter(username="harrow").update(title="Head of everything")
    with pytest.raises(NotNow):
        roll.apply(ref, by=by("pritchard"), digest=shown, at=late)
    with pytest.raises(NotSecond):
        apply(ref, "pritchard", at=late)
    assert not by("harrow").holds("dsl:northgate")


def test_a_decision_made_meanwhile_ends_the_waiting(cast):
    lines = [*changed(cast_lines(), "harrow", seats="dsl"),
             line(id="e9", name="Dr Anselm Pascoe", kind="staff", school="eastfield", email="a@eastfield.example")]  # fmt: skip
    ref = keep(lines)
    assert apply(ref) == WAITS
    roll.decide(ref, choices={"e9": "another"}, by=by("wieczorek"), at=NOW)
    assert not Proposal.objects.exists()
    with pytest.raises(NotNow):
        roll.decide(ref, choices={"e9": who("harrow")}, by=by("wieczorek"), at=NOW)


def test_what_somebody_changed_between_look_and_lock_stops_the_whole_plan(cast, monkeypatch):
    imported(cast_lines())
    ref = keep([*changed(cast_lines(), "harrow", job_title="Head of History"), NEW])
    plan = roll.open_import(ref).plan
    Person.objects.filter(username="harrow").update(title="Changed meanwhile")
    before = everything()
    monkeypatch.setattr(roll, "open_import", lambda _: roll.Looked(Roster(), plan))
    with pytest.raises(NotNow) as refused:
        roll.apply(ref, by=by("wieczorek"), digest=plan.digest, at=NOW)
    assert "nothing was written" in str(refused.value.sentence)
    assert everything() == before, "nothing half applied"


def test_undo_puts_every_row_back_and_only_once(cast):
    imported(cast_lines())
    before = everything()
    lines = [*changed(cast_lines(without=("farrant", "averill")), "harrow", line_manager_id="obuya", seats="dsl", job_title="Lead"), NEW]
    lines.append(line(id="n1", name="Ms Ada Post", kind="staff", school="eastfield", line_manager_id="loxley", tutor_of="7A"))
    ref = imported(lines, full=True)
    assert everything() != before
    with pytest.raises(NotThere):
        roll.undo(ref, by=by("pritchard"), at=NOW)
    roll.undo(ref, by=by("wieczorek"), at=NOW + timedelta(days=6))
    assert everything() == before
    with pytest.raises(NotNow):
        roll.undo(ref, by=by("wieczorek"), at=NOW)
    assert told()[-1] == ("undone", who("wieczorek"), "")


def test_undo_is_refused_after_seven_days_and_where_something_changed_since(cast):
    imported(cast_lines())
    ref = imported([*changed(cast_lines(), "harrow", job_title="Lead"), NEW])
    Person.objects.filter(username="harrow").update(title="Head of History")
    before = everything()
    with pytest.raises(NotNow):
        roll.undo(ref, by=by("wieczorek"), at=NOW)
    assert everything() == before
    Person.objects.filter(username="harrow").update(title="Lead")
    with pytest.raises(NotNow):
        roll.undo(ref, by=by("wieczorek"), at=NOW + roll.WAY_BACK)


def test_whoever_joined_and_did_something_stays_as_somebody_who_has_left(cast):
    imported(cast_lines())
    ref = imported([*cast_lines(), NEW])
    joined = Person.objects.get(username="s1")
    Absence.objects.create(person=joined, starts=NOW.date())
    roll.undo(ref, by=by("wieczorek"), at=NOW)
    joined.refresh_from_db()
    assert not joined.is_active and capacities(joined.ref, on=NOW.date()) == ()


def test_files_and_ways_back_are_forgotten_in_time(cast):
    imported(cast_lines())
    applied, looked = imported([*cast_lines(), NEW]), keep(cast_lines())
    assert RollImport.objects.get(pk=applied).file is None, "the file goes when it is applied"
    assert RollImport.objects.get(pk=looked).file is not None
    roll.forget_old(at=NOW + second.LASTS - timedelta(seconds=1))
    assert RollImport.objects.filter(pk=looked).exists()
    roll.forget_old(at=NOW + second.LASTS)
    assert not RollImport.objects.filter(pk=looked).exists() and RollImport.objects.get(pk=applied).way_back
    roll.forget_old(at=NOW + roll.WAY_BACK)
    assert not RollImport.objects.exists() and not Proposal.objects.exists()


def test_dropped_is_gone(cast):
    ref = keep([*cast_lines(), NEW])
    roll.drop(ref, by=by("wieczorek"), at=NOW)
    assert RollImport.objects.get(pk=ref).file is None
    with pytest.raises(NotThere):
        roll.open_import(ref)


def test_the_trail_is_whole_and_holds_no_name(cast):
    imported([*changed(cast_lines(), "harrow", seats="dsl"), NEW])
    assert chain.verify("people") == ()
    held = " ".join("%s %s %s %s" % (event.what, event.of, event.before, event.after) for event in chain.events("people"))
    assert "joiners=1,leavers=0" in held and "harrow" not in held.lower() and "Ada" not in held


def test_the_nightly_command_is_nobody_so_it_takes_two_people_more(cast):
    ref = keep(changed(cast_lines(), "harrow", seats="dsl"), name="")
    assert apply(ref, None) == WAITS
    assert apply(ref, None) == WAITS, "a command confirms nothing"
    assert apply(ref, "wieczorek") == WAITS
    with pytest.raises(NotSecond):
        apply(ref, "wieczorek")
    assert apply(ref, "kerrigan") == APPLIED


def test_the_first_people_of_a_server_need_nobody_to_confirm_them(db):
    School.objects.create(
        id="northgate", name="Northgate School", phase="", student_word="student", pastoral_lead_title="Head of Year", phone="", domain=""
    )
    raw = as_file(
        [
            line(id="t1", name="Mr Tom First", kind="staff", school="northgate", seats="it"),
            line(id="t2", name="Ms Bea Next", kind="staff", school="northgate", line_manager_id="t1"),
        ]
    )
    looked = roll.look(io.BytesIO(raw), full=True, on=NOW.date())
    ref = roll.keep(raw, looked=looked, full=True, by="", at=NOW)
    assert roll.apply(ref, by=None, digest=looked.plan.digest, at=NOW) == APPLIED
    first = Person.objects.get(username="t1")
    assert standing(first.ref, on=NOW.date()).holds("it") and first.short == "Mr First" and not first.has_usable_password()
