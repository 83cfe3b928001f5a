"""Two records of one person become one: whatever pointed at the one points at the other, also what nobody sees."""

import pytest
from django.db import models

from askfirst.casework import access, deadlines, steps
from askfirst.casework.access import Missing
from askfirst.casework.merged import merge_people
from askfirst.casework.models import Case, CaseBar
from askfirst.casework.workflow import Part
from askfirst.people.merge import CannotMerge
from askfirst.people.models import Conflict, Holding, Person, Post, Relative
from askfirst.people.standing import standing
from askfirst.trail import chain
from askfirst.trail.models import Event, Notice
from tests.cast import MONDAY, cast, who
from tests.clock import london

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


@pytest.mark.parametrize(("gone", "into"), [("harrow", "harrow"), ("harrow", "NOBODY22")])
def test_there_must_be_two(cast, gone, into):
    with pytest.raises(CannotMerge) as problem:
        merge_people(gone=who(gone), into=who(into) if into == gone else into, by=by("kerrigan"), at=NOW)
    assert str(problem.value.sentence).startswith("We do not know both of these people")
    assert not Event.objects.exists()
