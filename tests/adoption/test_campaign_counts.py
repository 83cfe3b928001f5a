"""How far a campaign is, by school: numbers from five on, none that gives a small one away, and for whom."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.adoption.campaign_counts import COUNTED, LEAST, begun, kept_back, may_count, progress, progress_json
from askfirst.adoption.campaigns import NoCampaign
from askfirst.adoption.tutor_groups import came_back
from tests.adoption.campaigning import asked, reads
from tests.adoption.conftest import by
from tests.cast import MONDAY
from tests.clock import london

NORTHGATE = ("harrow", "pascoe", "devlin", "obuya", "whitlam")
ON = date(2026, 11, 25)


@pytest.fixture
def campaign(cast):
    ref = asked("2018-11", audience=("staff", "student"), opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    for name in NORTHGATE:
        reads(name, "2026-11-24 10:00")
    return ref


def test_the_numbers_at_each_school(campaign):
    came_back(by("standish"), school="northgate", group="9S", at=london("2026-11-24 11:00"))
    found: dict[str, Any] = {one.school: one for one in progress(by("pritchard", on=ON), ref=campaign)}
    assert list(found) == ["eastfield", "northgate", "brannocks", ""]
    assert found["northgate"].staff == {"has-read": 5, "outstanding": 9, "question": None, "copy": None, "cannot": None, "not-now": None}
    assert found["brannocks"].staff["has-read"] is None and found["brannocks"].staff["outstanding"] == 5
    assert (found["northgate"].sheets.back, found["northgate"].sheets.groups) == (1, 5)
    assert found[""].sheets is None
    for name in ("harrow", "Harrow", "TTTT"):
        assert name not in repr(progress_json(tuple(found.values())))


@pytest.mark.parametrize(
    ("name", "schools"),
    [
        ("pritchard", 4), ("achterberg", 4), ("sethuraman", 4), ("devlin", 1), ("thackray", 1), ("abernethy", 1),
        ("rainsford", 0), ("wieczorek", 0), ("harrow", 0), ("farouk", 0), ("blenkinsop-g", 0), ("adelakun", 0),
    ],
)  # fmt: skip
def test_who_may_count_and_where(campaign, name, schools):
    assert may_count(by(name)) is bool(schools)
    if schools:
        assert len(progress(by(name, on=ON), ref=campaign)) == schools
        assert [one.ref for one in begun(by(name, on=ON))] == [campaign]
    else:
        for call in (lambda: progress(by(name, on=ON), ref=campaign), lambda: begun(by(name, on=ON))):
            with pytest.raises(NoCampaign):
                call()


def test_after_the_close_it_stays_as_it_was_on_the_last_day(campaign):
    before = progress(by("pritchard", on=date(2026, 12, 18)), ref=campaign)
    reads("okoropenn", "2027-01-12 10:00")
    assert progress(by("pritchard", on=date(2027, 1, 13)), ref=campaign) == before


def test_a_campaign_elsewhere_counts_only_there(cast):
    ref = asked("2018-11", schools=("eastfield", "central"), opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    found = progress(by("pritchard", on=ON), ref=ref)
    assert [(one.school, one.sheets) for one in found] == [("eastfield", None), ("", None)]
    assert progress(by("devlin", on=ON), ref=ref) == ()


@given(st.dictionaries(st.sampled_from(list(COUNTED)), st.integers(0, 40)))
def test_no_small_number_can_be_worked_out_from_the_size_of_a_school(numbers):
    shown = kept_back(numbers)
    assert list(shown) == list(COUNTED)
    assert all(number is None or (number >= LEAST and number == numbers[name]) for name, number in shown.items())
    rest = sum(numbers.values()) - sum(number for number in shown.values() if number is not None)
    assert rest == 0 or rest >= LEAST or all(number is None for number in shown.values())


def test_a_rest_that_is_small_takes_the_smallest_number_with_it():
    assert kept_back({"has-read": 20, "outstanding": 6, "copy": 2})["outstanding"] is None
    assert kept_back({"has-read": 20, "outstanding": 6, "copy": 2})["has-read"] == 20
    assert kept_back({"has-read": 20, "outstanding": 6})["outstanding"] == 6
