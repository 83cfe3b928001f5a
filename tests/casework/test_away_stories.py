"""Away and back (workflows.md 3.0 and 3.19, ruling 9): who acts meanwhile, from which day, and what they hear at once."""

import pytest

from askfirst.casework.fields import BadField
from askfirst.casework.handover import be_back, go_away
from askfirst.people import away
from askfirst.people.models import Absence, Delegation
from askfirst.trail import chain
from tests.cast import who

TALK = {"starts": "2026-11-25", "ends": "2026-11-27", "to": "obuya"}


@pytest.fixture(autouse=True)
def nobody_stands_in_yet(cast):
    Delegation.objects.all().delete()
    Absence.objects.all().delete()


def goes(someone, **given):
    go_away(someone.by, given, at=someone.at)


def test_ms_devlin_is_away_from_now_and_mr_obuya_hears_at_once_what_waits(as_, told):
    ref = as_("harrow", "2026-11-25 10:00").logs("northgate", asked="About her blog")
    assert as_("devlin", "2026-11-25 10:05").has_to() == [(ref, "consult", "")]
    goes(as_("devlin", "2026-11-25 10:10"), **TALK)
    assert told(ref)[-1] == ("obuya", "to-do")
    obuya = as_("obuya", "2026-11-25 10:15")
    assert obuya.has_to() == [(ref, "consult", who("devlin"))]
    obuya.takes(ref, "consult", advice="Say nothing yet.")
    step = as_("harrow", "2026-11-25 10:20").opens(ref).file.last("consult")
    assert (step.by, step.acting_for) == (who("obuya"), who("devlin"))


def test_it_begins_and_ends_with_its_days(as_, told, time_comes):
    goes(as_("devlin", "2026-11-23 09:00"), **TALK)
    ref = as_("harrow", "2026-11-24 10:00").logs("northgate", asked="About her blog")
    assert as_("obuya", "2026-11-24 10:05").sees() == []
    assert ("obuya", "to-do") not in told(ref)
    time_comes("2026-11-25 08:05")
    assert ("obuya", "to-do") in told(ref)
    assert as_("obuya", "2026-11-27 23:00").sees() == [ref]
    assert as_("obuya", "2026-11-28 00:05").sees() == []


def test_told_twice_nobody_hears_twice(as_, told, time_comes):
    ref = as_("harrow", "2026-11-25 07:00").logs("northgate", asked="About her blog")
    goes(as_("devlin", "2026-11-25 07:30"), **TALK)
    time_comes("2026-11-25 08:05")
    time_comes("2026-11-25 08:06")
    assert [one for one in told(ref) if one == ("obuya", "to-do")] == [("obuya", "to-do")]


def test_back_sooner_it_is_hers_again(as_):
    goes(as_("devlin", "2026-11-23 09:00"), **TALK)
    devlin = as_("devlin", "2026-11-26 09:00")
    (period,) = away.periods(who("devlin"), on=devlin.by.on)
    assert (period.starts.isoformat(), period.to) == ("2026-11-25", who("obuya"))
    assert not be_back(as_("obuya", "2026-11-26 09:00").by, id=period.id, at=devlin.at), "somebody else's days"
    assert be_back(devlin.by, id=period.id, at=devlin.at)
    assert not be_back(devlin.by, id=period.id, at=devlin.at), "twice"
    ref = as_("harrow", "2026-11-26 10:00").logs("northgate", asked="About her blog")
    assert as_("devlin", "2026-11-26 10:05").has_to() == [(ref, "consult", "")]
    assert as_("obuya", "2026-11-26 10:05").sees() == []


def test_where_nobody_is_named_the_next_person_up_is_asked_at_once(as_, told):
    ref = as_("harrow", "2026-11-25 10:00").logs("northgate", asked="About her blog")
    goes(as_("devlin", "2026-11-25 10:10"), starts="2026-11-25", ends="2026-11-27")
    assert told(ref)[-1] == ("achterberg", "to-do")
    assert as_("achterberg", "2026-11-25 10:15").has_to() == [(ref, "consult", "")]


def test_a_line_manager_gives_what_is_a_line_managers_and_no_more(as_):
    ref = as_("harrow", "2026-11-25 10:00").asks()
    goes(as_("pascoe", "2026-11-25 10:10"), **TALK)
    assert as_("obuya", "2026-11-25 10:15").has_to() == [(ref, "answer", who("pascoe"))]
    assert Delegation.objects.get().matters == "line-manager"


def test_nobody_decides_their_own_case_by_standing_in(as_):
    """Ms Harrow's question was Dr Pascoe's to answer; Dr Pascoe is away and names Ms Harrow."""
    ref = as_("harrow", "2026-11-25 10:00").asks()
    goes(as_("pascoe", "2026-11-25 10:10"), starts="2026-11-25", ends="2026-11-27", to="harrow")
    assert as_("harrow", "2026-11-25 10:15").has_to() == []
    assert as_("harrow", "2026-11-25 10:15").may(ref, "answer") != []


def test_who_manages_nobody_names_nobody(as_):
    with pytest.raises(BadField) as problem:
        goes(as_("harrow", "2026-11-25 10:00"), **TALK)
    assert problem.value.field == "to"
    goes(as_("harrow", "2026-11-25 10:00"), starts="2026-11-25", ends="2026-11-25")
    assert Absence.objects.filter(person_id=who("harrow")).count() == 1


@pytest.mark.parametrize(
    ("given", "field", "says"),
    [
        ({}, "starts", "Give the first day"),
        ({"starts": "2026-11-25"}, "ends", "Give the last day"),
        ({"starts": "soon", "ends": "2026-11-25"}, "starts", "could not read this day"),
        ({"starts": "2026-11-20", "ends": "2026-11-25"}, "starts", "has passed"),
        ({"starts": "2026-11-27", "ends": "2026-11-25"}, "ends", "before the first"),
        ({"starts": "2026-11-25", "ends": "2027-12-25"}, "ends", "longer than a year"),
        ({**TALK, "to": "devlin"}, "to", "act for yourself"),
        ({**TALK, "to": "Nobody Atall"}, "to", "Nobody else who is employed here"),
        ({**TALK, "to": "farouk"}, "to", "Nobody else who is employed here"),
        ({**TALK, "to": "Ms"}, "to", "Several people here"),
        ({**TALK, "to": "x" * 300}, "to", "shorten it"),
        ({**TALK, "to": "Mr\0Obuya"}, "to", "cannot be kept"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(as_, given, field, says):
    with pytest.raises(BadField) as problem:
        goes(as_("devlin", "2026-11-25 09:00"), **given)
    assert (problem.value.field, says in str(problem.value.sentence)) == (field, True)
    assert (Absence.objects.count(), Delegation.objects.count()) == (0, 0)


def test_days_told_before_are_not_told_again(as_):
    goes(as_("devlin", "2026-11-23 09:00"), **TALK)
    with pytest.raises(BadField) as problem:
        goes(as_("devlin", "2026-11-23 09:05"), starts="2026-11-26", ends="2026-12-02")
    assert "2026-11-25" in str(problem.value.sentence)
    assert Absence.objects.count() == 1


def test_both_stand_in_the_trail_of_people(as_):
    devlin = as_("devlin", "2026-11-23 09:00")
    goes(devlin, **TALK)
    be_back(devlin.by, id=Absence.objects.get().pk, at=devlin.at)
    said = [(event.what, event.who, event.of, event.of_person) for event in chain.events("people")][-2:]
    assert said == [("away", who("devlin"), "2026-11-25", who("obuya")), ("back", who("devlin"), "2026-11-25", "")]
    assert (Absence.objects.count(), Delegation.objects.count()) == (0, 0), "days that had not begun leave nothing behind"
