"""Two records of one person become one: whatever pointed at the one points at the other, also what nobody sees."""

import io
from datetime import date

import pytest
from django.db import models, transaction

from askfirst.casework import access, deadlines, merged, reading, refused, steps, who_looked
from askfirst.casework.access import Missing
from askfirst.casework.bars import bar_again
from askfirst.casework.gates import Refused
from askfirst.casework.merged import merge_people
from askfirst.casework.models import Case, CaseBar
from askfirst.casework.workflow import Part
from askfirst.people import roll
from askfirst.people.hats import Capacity
from askfirst.people.held import held
from askfirst.people.merge import CannotMerge
from askfirst.people.merge_plan import plan_of
from askfirst.people.models import Conflict, Holding, Person, Post, Relative
from askfirst.people.roll import NotNow, NotThere
from askfirst.people.second import NotSecond
from askfirst.people.standing import standing
from askfirst.people.who import names, records_of
from askfirst.trail import chain
from askfirst.trail.models import Event, Notice
from tests.cast import MONDAY, cast, who
from tests.clock import london
from tests.people.roll_files import as_file, cast_lines, line

__all__ = ["cast"]

NOW = london("2026-11-23 10:00")


def by(name):
    return standing(who(name), on=MONDAY)


def asks(name, to="line-manager"):
    return steps.open_case(kind="question", by=by(name), details={"text": "May I?", "to": to}, at=NOW)


def merge(gone, into):
    merge_people(gone=who(gone), into=who(into), by=by("kerrigan"), at=NOW)


def points_at(ref):
    """Every row of every table that points at somebody."""
    found = []
    for relation in Person._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ForeignObjectRel):
            rows = relation.related_model._base_manager.filter(**{relation.field.name: ref})
            found += [(relation.related_model.__name__, relation.field.name)] * rows.count()
    return found


def test_everything_follows(cast):
    ref = asks("lisle")
    told = asks("harrow")
    assert points_at(who("lisle"))
    merge("lisle", "pascoe")
    assert points_at(who("lisle")) == []
    assert Case.objects.get(ref=ref).asker_id == who("pascoe")
    assert access.find(ref, by("pascoe")).part == Part.OWN
    assert by("lisle").seats == {}
    with pytest.raises(Missing):
        access.find(ref, by("lisle"))
    assert [line.ref for line in access.page(by("pascoe"))] == [told, ref]
    assert access.differences() == [] and chain.verify() == ()
    (written,) = Event.objects.filter(chain="people")
    assert (written.what, written.who, written.of, written.of_person) == ("merge", who("kerrigan"), "person:" + who("lisle"), who("pascoe"))


def test_a_line_manager_merged_is_the_same_line_manager_and_hears(cast):
    ref = asks("harrow")
    merge("pascoe", "thackray")
    assert [task.ref for task in access.to_do(by("thackray"), at=NOW)] == [ref]
    assert list(Notice.objects.filter(case=ref).values_list("to", flat=True)) == [who("thackray")]
    assert Post.objects.filter(person=who("thackray"), main=True, ends=None).count() == 1
    steps.take(ref=ref, step="answer", by=by("thackray"), given={"text": "Yes.", "strength": "You may", "outside": True}, at=NOW)


def test_the_asker_merged_keeps_their_line_manager_and_their_doors_shut(cast):
    ref = asks("harrow")
    merge("harrow", "lisle")
    assert access.find(ref, by("pascoe")).seats == {"line-manager-of:" + who("lisle"): ""}
    assert [row.person_id for row in CaseBar.objects.filter(case__ref=ref, reason="relative")] == [who("dunmore")]
    assert access.differences() == []


def test_whoever_was_asked_turns_out_to_be_the_asker(cast):
    ref = asks("harrow")
    merge("harrow", "pascoe")
    assert access.to_do(by("pascoe"), at=NOW) == []
    assert access.find(ref, by("pascoe")).part == Part.OWN
    deadlines.run_due(at=london("2026-11-24 08:00"))
    assert [task.ref for task in access.to_do(by("devlin"), at=NOW)] == [ref]


def test_ties_follow_and_shut_doors_at_once_and_nobody_is_tied_to_themselves(cast):
    Relative.objects.create(person_id=who("lisle"), other_id=who("devlin"), how="cousin of")
    Relative.objects.create(person_id=who("harrow"), other_id=who("lisle"), how="cousin of")
    Conflict.objects.create(person_id=who("devlin"), about_id=who("lisle"), since=MONDAY)
    ref = asks("harrow", to="someone-else")
    assert [task.ref for task in access.to_do(by("devlin"), at=NOW)] == [ref]
    merge("lisle", "harrow")
    assert access.to_do(by("devlin"), at=NOW) == []
    with pytest.raises(Missing):
        access.find(ref, by("devlin"))
    assert not Relative.objects.filter(person=who("harrow"), other=who("harrow")).exists()


def test_a_seat_held_by_both_is_held_once(cast):
    merge("kerrigan", "braithwaite")
    assert Holding.objects.filter(seat="hr").count() == 1
    assert by("braithwaite").holds("hr")


ONE = "These are one and the same record. Choose two."
NOBODY = "We do not know both of these people. Choose two who are here."


@pytest.mark.parametrize(
    ("gone", "into", "says"), [("harrow", "harrow", ONE), ("harrow", "NOBODY22", NOBODY), ("NOBODY22", "harrow", NOBODY)]
)
def test_there_must_be_two(cast, gone, into, says):
    refs = [one if one == "NOBODY22" else who(one) for one in (gone, into)]
    with pytest.raises(CannotMerge) as problem:
        merge_people(gone=refs[0], into=refs[1], by=by("kerrigan"), at=NOW)
    assert str(problem.value.sentence) == says
    assert not Event.objects.exists()


@pytest.mark.parametrize(("gone", "into"), [("lisle", "pascoe"), ("lisle", "harrow"), ("harrow", "lisle")])
def test_a_record_goes_once(cast, gone, into):
    merge("lisle", "pascoe")
    with pytest.raises(CannotMerge) as problem:
        merge(gone, into)
    assert str(problem.value.sentence) == "“lisle” was merged already. Use “pascoe” instead."
    assert Event.objects.filter(what="merge").count() == 1


# ---------------------------------------------------------------- the plan, and the wrong way round


def test_the_plan_says_what_moves_and_writes_nothing(cast):
    Relative.objects.create(person_id=who("pascoe"), other_id=who("devlin"), how="cousin of")
    Holding.objects.create(person_id=who("pascoe"), seat="union:northgate", starts=MONDAY)
    before = points_at(who("pascoe"))
    plan = plan_of(kept=who("thackray"), gone=who("pascoe"), on=MONDAY)
    assert (plan.kept.username, plan.gone.username, plan.kept_here, plan.gone_here) == ("thackray", "pascoe", True, True)
    assert [str(one) for one in plan.posts] == ["Main post, Northgate School: it ends, for the record that is kept has one"]
    assert [str(one) for one in plan.seats] == ["Union representative, Northgate School"]
    assert (plan.reports, plan.ties, plan.delegations, plan.opens) == (Post.objects.filter(line_manager=who("pascoe")).count(), 1, 0, True)
    assert points_at(who("pascoe")) == before and not Event.objects.exists()
    again = plan_of(kept=who("thackray"), gone=who("pascoe"), on=MONDAY)
    assert again.digest == plan.digest
    Holding.objects.create(person_id=who("pascoe"), seat="comms", starts=MONDAY)
    assert plan_of(kept=who("thackray"), gone=who("pascoe"), on=MONDAY).digest != plan.digest


def test_a_case_changes_no_plan_so_that_no_plan_tells_of_one(cast):
    before = plan_of(kept=who("thackray"), gone=who("harrow"), on=MONDAY)
    asks("harrow")
    assert plan_of(kept=who("thackray"), gone=who("harrow"), on=MONDAY) == before


def test_whoever_is_here_is_kept(cast):
    Person.objects.filter(username="thackray").update(left_on=date(2026, 11, 20))
    with pytest.raises(CannotMerge) as problem:
        plan_of(kept=who("thackray"), gone=who("pascoe"), on=MONDAY)
    assert str(problem.value.sentence) == "“thackray” has left and “pascoe” is here. Swap the two."
    plan = plan_of(kept=who("pascoe"), gone=who("thackray"), on=MONDAY)
    assert (plan.kept_here, plan.gone_here) == (True, False)


def test_a_student_stays_a_student(cast):
    with pytest.raises(CannotMerge) as problem:
        plan_of(kept=who("blenkinsop-g"), gone=who("osei"), on=MONDAY)
    assert str(problem.value.sentence) == "“osei” is the record of a student. Swap the two, so that it is kept."
    assert plan_of(kept=who("osei"), gone=who("blenkinsop-g"), on=MONDAY).kept.username == "osei"


# ---------------------------------------------------------------- two people


def asked(kept, gone, name="wieczorek", at=NOW):
    digest = plan_of(kept=who(kept), gone=who(gone), on=MONDAY).digest
    merged.ask_to_merge(kept=who(kept), gone=who(gone), by=by(name) if name else None, digest=digest, at=at)
    return digest


def confirms(name, kept, gone, digest, at=NOW):
    return merged.confirm_merge(kept=who(kept), gone=who(gone), by=by(name), digest=digest, at=at)


def test_one_asks_and_another_confirms(cast):
    ref = asks("lisle")
    digest = asked("pascoe", "lisle")
    assert access.find(ref, by("lisle")).part == Part.OWN, "nothing has moved yet"
    with pytest.raises(NotSecond) as problem:
        confirms("wieczorek", "pascoe", "lisle", digest)
    assert str(problem.value.sentence) == "You asked for this yourself. Another person must confirm it."
    with pytest.raises(NotThere):
        confirms("devlin", "pascoe", "lisle", digest)
    assert confirms("braithwaite", "pascoe", "lisle", digest) == merged.MERGED
    assert access.find(ref, by("pascoe")).part == Part.OWN
    assert [(one.what, one.who) for one in Event.objects.filter(chain="merge").order_by("sequence")] == [
        ("second-wanted", who("wieczorek")),
        ("second-given", who("braithwaite")),
    ]
    assert merged.waiting(by=by("wieczorek"), at=NOW) == []


def test_the_server_asks_and_then_it_takes_two(cast):
    digest = asked("pascoe", "lisle", name="")
    assert confirms("wieczorek", "pascoe", "lisle", digest) == merged.WAITS
    with pytest.raises(NotSecond):
        confirms("wieczorek", "pascoe", "lisle", digest)
    assert confirms("pritchard", "pascoe", "lisle", digest) == merged.MERGED


def test_nobody_confirms_a_merge_of_their_own_records_nor_by_their_other_record(cast):
    digest = asked("braithwaite", "lisle")
    with pytest.raises(NotSecond) as problem:
        confirms("braithwaite", "braithwaite", "lisle", digest)
    assert str(problem.value.sentence).startswith("You gain something by this yourself.")
    # Mr Wieczorek asks, and turns out to be one with Ms Kerrigan, who could have been the second
    asked("pascoe", "tolland")
    merge("wieczorek", "kerrigan")
    digest = plan_of(kept=who("pascoe"), gone=who("tolland"), on=MONDAY).digest
    with pytest.raises(NotSecond) as problem:
        confirms("kerrigan", "pascoe", "tolland", digest)
    assert str(problem.value.sentence) == "You asked for this yourself. Another person must confirm it."


def test_what_has_changed_or_was_taken_back_is_not_confirmed(cast):
    digest = asked("pascoe", "lisle")
    with pytest.raises(NotNow, match="waits for a second person already"):
        asked("pascoe", "lisle")
    Relative.objects.create(person_id=who("lisle"), other_id=who("devlin"), how="cousin of")
    with pytest.raises(NotNow, match="have changed since you looked"):
        confirms("braithwaite", "pascoe", "lisle", digest)
    with pytest.raises(NotSecond, match="not what was asked for any more"):
        confirms("braithwaite", "pascoe", "lisle", plan_of(kept=who("pascoe"), gone=who("lisle"), on=MONDAY).digest)
    merged.drop_merge(kept=who("pascoe"), gone=who("lisle"), by=by("wieczorek"), at=NOW)
    with pytest.raises(NotSecond, match="Nobody waits for this any more"):
        confirms("braithwaite", "pascoe", "lisle", plan_of(kept=who("pascoe"), gone=who("lisle"), on=MONDAY).digest)
    with pytest.raises(NotNow, match="Nobody waits for this any more"):
        merged.drop_merge(kept=who("pascoe"), gone=who("lisle"), by=by("wieczorek"), at=NOW)
    for name in ("braithwaite", "devlin"):
        with pytest.raises(NotThere):
            merged.drop_merge(kept=who("pascoe"), gone=who("lisle"), by=by(name), at=NOW)
        with pytest.raises(NotThere):
            asked("pascoe", "lisle", name=name)
    assert Person.objects.filter(merged_into__isnull=False).count() == 0


def test_a_merge_that_waited_for_a_record_that_went_waits_no_more(cast):
    asked("harrow", "lisle")
    digest = asked("pascoe", "lisle")
    confirms("braithwaite", "pascoe", "lisle", digest)
    assert merged.waiting(by=by("wieczorek"), at=NOW) == []


def test_open_cases_are_counted_without_those_that_are_about_whoever_counts(cast):
    asks("harrow")
    asks("lisle")
    assert merged.open_cases(who("harrow"), by=by("wieczorek")) == 1
    assert merged.open_cases(who("harrow"), by=None) == 1
    Conflict.objects.create(person_id=who("wieczorek"), about_id=who("harrow"), since=MONDAY)
    bar_again({who("wieczorek"), who("harrow")}, on=MONDAY)
    assert merged.open_cases(who("harrow"), by=by("wieczorek")) == 0


def test_nobody_decides_their_own_case_afterwards_whichever_record_is_kept(cast):
    for kept, gone in (("pascoe", "harrow"), ("harrow", "pascoe")):
        with transaction.atomic():
            ref = asks("harrow")
            digest = asked(kept, gone)
            confirms("braithwaite", kept, gone, digest)
            assert access.to_do(by(kept), at=NOW) == []
            answer = {"text": "Yes.", "strength": "You may", "outside": True}
            with pytest.raises((Refused, Missing)):
                steps.take(ref=ref, step="answer", by=by(kept), given=answer, at=NOW)
            assert access.differences() == []
            transaction.set_rollback(True)


# ---------------------------------------------------------------- the trail keeps the old reference, and readers the name


def test_whoever_went_is_read_by_the_name_that_was_kept(cast):
    ref = asks("harrow")
    reading.open_file(ref, by=by("pascoe"), at=NOW)
    refused.tried("BBBBBBBB", by=by("pascoe"), at=NOW)
    old = who("pascoe")
    merge("pascoe", "thackray")
    assert [event.who for event in chain.events(ref) if event.what == "read"] == [old], "the trail is as it was written"
    assert names([old])[old].ref == who("thackray")
    assert records_of(who("thackray")) == {who("thackray"), old}
    (looked,) = who_looked.lookers([ref])[ref]
    assert looked.who == who("thackray")
    assert [one.of for one in refused.own_tries(by("thackray"))] == ["BBBBBBBB"]
    assert [one.who for one in refused.tries(by=by("sethuraman"))] == [who("thackray")]
    told = {fact.id: str(fact.value) for fact in held(who("thackray"), capacity=Capacity.STAFF, on=MONDAY).facts}
    assert told["merged_into"] == "pascoe"
    merge("thackray", "standish")  # and a chain of merges ends at the last
    assert names([old])[old].username == "standish"
    assert chain.verify() == ()


def test_the_next_file_knows_whoever_went_by_their_username_and_makes_nobody_new(cast):
    raw = as_file(cast_lines())
    looked = roll.look(io.BytesIO(raw), full=False, on=MONDAY)
    ref = roll.keep(raw, looked=looked, full=False, by="", at=NOW)
    assert roll.apply(ref, by=None, digest=looked.plan.digest, at=NOW) == roll.APPLIED
    merge("lisle", "harrow")
    again = roll.look(io.BytesIO(as_file(cast_lines(without=("lisle",)))), full=True, on=MONDAY)
    assert [change.name for change in again.plan.leavers] == []
    new_id = roll.look(io.BytesIO(as_file([line(id="x9", username="lisle", name="Ms Lisle", kind="staff")])), full=False, on=MONDAY)
    assert [str(one.whole) for one in new_id.plan.problems] == [
        "Line 2, column “username”: “lisle” signs in somebody with another id already. Give one of them another username."
    ]
