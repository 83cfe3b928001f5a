"""Whom at home a concern reaches about a student whom it hurt: nobody who must not be contacted, or has no parental responsibility (A47)."""

from datetime import date

import pytest

from askfirst.casework import access
from askfirst.casework.access import Missing
from askfirst.casework.models import CaseStep
from askfirst.people.models import Guardian, MayNotContact
from askfirst.trail.models import Notice
from tests.casework.test_concern_stories import tells
from tests.cast import who

pytestmark = pytest.mark.django_db


def nobody_may_contact_mr_wells():
    MayNotContact.objects.create(student_id=who("farouk"), who_id=who("wells-p"), set_by_id=who("whitlam"), starts=date(2026, 11, 1))


def mr_wells_has_no_responsibility():
    Guardian.objects.filter(student=who("farouk"), adult=who("wells-p")).update(has_pr=False)


def mr_wells_may_not_be_rung():
    Guardian.objects.filter(student=who("farouk"), adult=who("wells-p")).update(may_contact=False)


def amina_is_grown_up():
    type(Guardian.objects.get(student=who("farouk")).student).objects.filter(ref=who("farouk")).update(born=date(2008, 11, 1))


def hears(as_, *, before=None, later=None):
    """What Mr Wells gets of a concern in which his daughter Amina was hurt: (what he sees, notices, marks that name him and let him in)."""
    if before:
        before()
    told = tells(
        as_("rowbotham", "2026-11-25 10:00"), about="student", name="Jorah Blenkinsop", hurt="somebody", hurt_name="Amina Farouk-Wells"
    )
    if later:
        later()
    as_("whitlam", "2026-11-25 11:00").takes(told, "clear", triage="usual")
    wells = as_("wells-p", "2026-11-25 12:00")
    try:
        wells.opens(told)
        opened = True
    except Missing:
        opened = False
    informed = CaseStep.objects.filter(case__ref=told, step="inform", seat="parent:" + who("wells-p")).exists()
    return opened, bool(wells.sees()), informed, Notice.objects.filter(to=who("wells-p")).exists()


def test_a_father_who_may_be_told_is_told(as_):
    assert hears(as_) == (True, True, True, True)


REASONS = (nobody_may_contact_mr_wells, mr_wells_has_no_responsibility, mr_wells_may_not_be_rung, amina_is_grown_up)


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("moment", ["before", "later"])
def test_whoever_may_not_be_told_hears_and_sees_nothing_also_where_it_was_recorded_since(as_, reason, moment):
    assert hears(as_, **{moment: reason}) == (False, False, False, False)


def test_once_mr_wells_may_not_be_told_nothing_is_opened_to_him_again(as_):
    told = tells(
        as_("rowbotham", "2026-11-25 10:00"), about="student", name="Jorah Blenkinsop", hurt="somebody", hurt_name="Amina Farouk-Wells"
    )
    as_("whitlam", "2026-11-25 11:00").takes(told, "clear", triage="usual")
    assert as_("wells-p", "2026-11-25 11:10").sees() == [told]
    as_("qureshi", "2026-11-25 12:00").takes(told, "flag", reason="A child may be at risk.")
    nobody_may_contact_mr_wells()
    as_("whitlam", "2026-11-25 13:00").takes(told, "release", outcome="everyone")
    assert (as_("farouk", "2026-11-25 14:00").sees(), as_("wells-p", "2026-11-25 14:00").sees()) == ([told], [])


@pytest.mark.parametrize("reason", REASONS)
def test_what_he_was_told_of_is_shut_to_him_once_he_may_not_be_told(as_, reason):
    """On every door, from the moment that it is recorded; what Amina herself sees stays."""
    told = tells(
        as_("rowbotham", "2026-11-25 10:00"), about="student", name="Jorah Blenkinsop", hurt="somebody", hurt_name="Amina Farouk-Wells"
    )
    as_("whitlam", "2026-11-25 11:00").takes(told, "clear", triage="usual")
    reason()
    wells = as_("wells-p", "2026-11-25 12:00")
    with pytest.raises(Missing):
        wells.opens(told)
    assert (wells.sees(), access.count(wells.by), wells.has_to(), as_("farouk", "2026-11-25 12:00").sees()) == ([], 0, [], [told])
