"""Promises that no story of a whole case happens to keep: each was found by a small wrong patch that nothing died of."""

import pytest

from askfirst.casework import bars, refused, who_looked
from askfirst.casework.access import Missing
from askfirst.casework.gates import Refused
from askfirst.casework.workflow import Part
from askfirst.people.directory import TheDirectory
from askfirst.people.models import Relative
from askfirst.people.resolve import Matter, route
from tests.cast import MONDAY, cast, who
from tests.clock import london

__all__ = ["cast"]

NEVER_USED = "BBBBBBBB"


def refuses(someone, ref, step, **named):
    with pytest.raises(Refused) as refused:
        someone.takes(ref, step, **named)
    return [str(refusal.sentence) for refusal in refused.value.refusals]


def test_whoever_reads_a_case_cannot_end_it_for_the_asker(as_):
    question = as_("harrow", "2026-11-23 10:00").asks()
    enquiry = as_("harrow", "2026-11-23 10:00").logs("northgate", asked="About a post")
    assert refuses(as_("pascoe", "2026-11-23 10:05"), question, "withdraw") == ["Only the person whose matter it is can do this."]
    for step in ("respond", "withdraw", "own-up"):
        assert refuses(as_("devlin", "2026-11-23 10:05"), enquiry, step) != []
    assert as_("harrow", "2026-11-23 10:10").opens(question).case.state == "asked"


def test_a_page_that_is_not_stale_is_refused_all_the_same(as_):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    seen = as_("harrow", "2026-11-23 10:01").opens(ref).case.version
    assert refuses(as_("harrow", "2026-11-23 10:02"), ref, "that-helps", version=seen) == [
        "This cannot be done now. It stands at: waiting for an answer."
    ]


def test_whoever_an_enquiry_is_written_down_for_hears_of_it(as_, told):
    ref = as_("rowbotham", "2026-11-23 10:00").logs("northgate", asked="About a post", whose="harrow")
    assert sorted(told(ref)) == [("adelakun", "news"), ("devlin", "to-do"), ("harrow", "news")]


def test_one_change_tells_one_person_once(as_, told):
    ref = as_("harrow", "2026-11-23 10:00").logs(unsure_which=True, asked="About a post")
    assert told(ref) == [("adelakun", "to-do")]


def test_nobody_further_up_hears_in_place_of_whoever_is_shut_out(as_, told):
    ref = as_("adelakun", "2026-11-23 10:00").logs("northgate", asked="About a post")
    assert told(ref) == [("devlin", "to-do")]


def test_whoever_acts_for_somebody_shut_out_is_shut_out(as_):
    ref = as_("harrow", "2026-12-01 10:00").logs("northgate", asked="About a post")
    assert as_("obuya", "2026-12-01 10:05").has_to() == [(ref, "consult", who("devlin"))]
    Relative.objects.create(person_id=who("devlin"), other_id=who("harrow"), how="cousin of", starts=MONDAY)
    bars.bar_again({who("devlin"), who("harrow")}, on=london("2026-12-01 10:10").date())
    assert as_("obuya", "2026-12-01 10:15").has_to() == []
    assert as_("obuya", "2026-12-01 10:15").sees() == []


def test_of_two_ways_in_the_better_counts(as_):
    ref = as_("qureshi", "2026-11-23 10:00").logs("northgate", asked="About his videos", whose="farouk")
    opened = as_("qureshi", "2026-11-23 10:05").opens(ref)
    assert set(opened.found.seats) == {"person:" + who("qureshi"), "year-lead:northgate:9"}
    assert opened.found.part is Part.OWN


def test_a_try_is_told_to_the_data_protection_officer_and_to_nobody_else(as_):
    with pytest.raises(Missing):
        as_("pascoe", "2026-11-23 10:00").opens(NEVER_USED)
    assert [(one.who, one.of) for one in refused.tries(by=as_("sethuraman", "2026-11-23 11:00").by)] == [(who("pascoe"), NEVER_USED)]
    for name in ("devlin", "achterberg", "pritchard", "wieczorek", "pascoe"):
        with pytest.raises(Missing):
            refused.tries(by=as_(name, "2026-11-23 11:00").by)


def test_who_looked_is_not_told_to_whoever_sees_the_status_alone(as_):
    ref = as_("osei", "2026-11-23 10:00").logs("eastfield", asked="About a post")
    as_("abernethy", "2026-11-23 10:05").opens(ref)
    assert who_looked.looked_at(as_("barrowman", "2026-11-23 10:10").opens(ref)) == []
    looked = who_looked.looked_at(as_("osei", "2026-11-23 10:15").opens(ref))
    assert [look.who for look in looked] == [who("osei"), who("barrowman"), who("abernethy")]


def test_a_delegate_who_was_asked_in_one_seat_is_not_asked_again_in_another(cast):
    """Mr Obuya acts for Ms Devlin as manager and as Headteacher: that is one turn."""
    line = ["line-manager-of:" + who(name) for name in ("harrow", "pascoe", "devlin", "achterberg")]
    on = london("2026-12-01 10:00").date()
    found = route(line[0], matter=Matter(who("harrow")), directory=TheDirectory(), on=on, passed=line)
    assert found is not None
    assert (found.seat, found.person) == ("vice-chair", who("vasquez-thorne"))
