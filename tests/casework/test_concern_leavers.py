"""People in a concern leave (3.0): HR says whether it goes on where whoever is meant left; nobody else's leaving ends it."""

from datetime import date

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.gates import Refused
from askfirst.people.models import Person
from tests.casework.test_concern_stories import POST, state, tells, weighed

pytestmark = pytest.mark.django_db
WHY = {"reason": "The class should still hear of it."}


def leaves(name):
    Person.objects.filter(username=name).update(left_on=date(2026, 11, 25))


@pytest.fixture
def left(as_, time_comes):
    """Mr Standish leaves once it was weighed; the next morning comes."""
    told = tells(as_("rowbotham", "2026-11-25 10:00"))
    weighed(as_, told, "obuya")
    with pytest.raises(Refused):
        as_("braithwaite", "2026-11-25 13:00").takes(told, "close-leaver", **WHY)
    leaves("standish")
    time_comes("2026-11-26 08:05")
    return told


def test_hr_is_asked_and_ends_it_and_whoever_told_of_it_is_told(as_, left):
    hr = as_("braithwaite", "2026-11-26 09:00")
    assert ((left, "leaver", "") in hr.has_to(), as_("obuya", "2026-11-26 09:00").may(left, "close-leaver") != []) == (True, True)
    hr.takes(left, "close-leaver", **WHY)
    assert (state(left), as_("obuya", "2026-11-26 09:10").has_to()[0][:2]) == ("dealt-with", (left, "tell-reporter"))
    reporter = as_("rowbotham", "2026-11-26 09:20")
    assert "The class should" not in str(reporter.opens(left).papers)


def test_hr_lets_it_go_on_and_is_not_asked_again(as_, left, time_comes):
    as_("kerrigan", "2026-11-26 09:00").takes(left, "go-on-leaver", **WHY)
    assert state(left) == "weighed"
    time_comes("2026-11-27 08:05")
    assert as_("braithwaite", "2026-11-27 09:00").has_to() == []
    as_("obuya", "2026-11-27 09:00").takes(left, "advice", reason="The class is told.")
    assert state(left) == "dealt-with"


def test_kept_by_safeguarding_after_hr_had_ended_it_it_comes_back_as_dealt_with(as_, left):
    as_("braithwaite", "2026-11-26 09:00").takes(left, "close-leaver", **WHY)
    as_("obuya", "2026-11-26 09:10").takes(left, "flag", reason="A child may be at risk.")
    as_("whitlam", "2026-11-26 10:00").takes(left, "release", outcome="handlers")
    assert state(left) == "dealt-with"


def test_whoever_told_of_it_leaves_and_it_goes_on_without_them(as_, time_comes):
    told = tells(as_("rowbotham", "2026-11-25 10:00"))
    weighed(as_, told, "obuya")
    leaves("rowbotham")
    time_comes("2026-11-26 08:05")
    with pytest.raises(Missing):
        as_("rowbotham", "2026-11-26 09:00").opens(told)
    obuya = as_("obuya", "2026-11-26 09:00")
    assert obuya.has_to()[0][:2] == (told, "decide")
    obuya.takes(told, "advice", reason="He takes it down.")
    obuya.takes(told, "tell-reporter", note="We have looked into it.")
    assert state(told) == "told"


def test_whoever_weighs_it_leaves_and_the_next_person_is_asked(as_, time_comes):
    told = tells(as_("rowbotham", "2026-11-25 10:00"), **POST)
    as_("whitlam", "2026-11-25 11:00").takes(told, "clear", triage="usual")
    leaves("obuya")
    time_comes("2026-11-26 08:05")
    assert as_("devlin", "2026-11-26 09:00").has_to()[0][:2] == (told, "weigh")
    with pytest.raises(Missing):
        as_("obuya", "2026-11-26 09:00").opens(told)
