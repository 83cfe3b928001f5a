"""Facts grow old: 180 days after somebody looked they are named on a page, the oldest first."""

from datetime import date, timedelta

from askfirst.procedure.dated import the_facts
from askfirst.procedure.facts_age import STALE_AFTER, aged

TODAY = date(2026, 11, 23)


def test_a_fact_is_old_from_the_181st_day():
    fact = the_facts()[0]
    last = fact.checked_on + STALE_AFTER
    for day, old in ((last, False), (last + timedelta(days=1), True)):
        assert {one.old for one in aged(day) if one.words == fact.fact} == {old}


def test_all_are_listed_with_source_and_day_the_oldest_first():
    found = aged(TODAY)
    assert len(found) > 100 and [one.checked_on for one in found] == sorted(one.checked_on for one in found)
    assert all(one.source and one.words for one in found)
    assert {str(one.sort) for one in found} == {"A service", "Where to send people", "What lint goes by", "A page that pretends to be ours"}


def test_a_fact_that_does_not_count_any_more_grows_no_older():
    assert not [one for one in aged(TODAY) if "1984" in one.words]
