"""S49: sheets for tutor groups. Ms Qureshi-Dale prints for Years 8 and 9, Mr Standish for his own group; nobody else at Northgate's doors."""

from datetime import date

import pytest

from askfirst.adoption import models
from askfirst.adoption.campaigns import NoCampaign
from askfirst.adoption.reminders import remind_due
from askfirst.adoption.tutor_groups import GroupSheet, Pupil, came_back, groups, groups_at, sheet
from askfirst.people.models import Person
from askfirst.people.notify import send_due
from askfirst.procedure.clause import Addressee
from askfirst.trail.models import Event, Notice
from tests.adoption.campaigning import asked
from tests.adoption.conftest import by
from tests.cast import MONDAY
from tests.clock import london

AT = "2026-11-24 09:00"


@pytest.fixture
def campaign(cast):
    return asked("2018-11", audience=("student",), opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")


def ids(name):
    return [(one.school, one.id) for _, one in groups(by(name), on=MONDAY)]


def test_s49_no_signature_is_asked_of_kit_and_one_is_of_amina(campaign):
    year8 = sheet(by("qureshi"), school="northgate", group="8R", on=MONDAY)
    year9 = sheet(by("standish"), school="northgate", group="9S", on=MONDAY)
    assert year8.pupils == (Pupil("Kit Okoro-Penn", signs=False),)
    assert year9.pupils == (Pupil("Amina Farouk-Wells", signs=True),)
    assert sheet(by("qureshi"), school="northgate", group="8R", on=date(2026, 12, 18)).pupils[0].signs is False


def test_s49_only_clauses_for_students_or_both_in_students_words(campaign):
    found = sheet(by("qureshi"), school="northgate", group="8R", on=MONDAY)
    assert {clause.addressee for clause in found.clauses} == {Addressee.STUDENT, Addressee.BOTH}
    assert len(found.clauses) == 32
    assert not [clause.id for clause in found.clauses if clause.id.startswith(("BLG", "WEB"))]
    assert all((clause.plain_student or "absent") in found.words for clause in found.clauses)
    assert found.words.splitlines()[:2] == ["Personal Use of Internet Procedure", "2018-11"]


def test_s49_names_and_boxes_only(campaign):
    """Jorah has SEND support and Kit a mother on the staff: there is no room on a line for either."""
    assert set(Pupil.__slots__) == {"name", "signs"}
    assert set(GroupSheet.__slots__) == {"asked", "group", "school", "edition", "clauses", "pupils", "words", "digest"}


def test_s49_no_email_goes_to_any_student(campaign):
    remind_due(at=london(AT))
    send_due(at=london(AT))
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("name", "prints"),
    [
        ("standish", [("northgate", "9S")]),
        ("qureshi", [("northgate", "8Q"), ("northgate", "8R"), ("northgate", "9S")]),
        ("makoni", [("northgate", "11B"), ("northgate", "11D")]),
        ("devlin", [("northgate", id) for id in ("8Q", "8R", "9S", "11B", "11D")]),
        ("barrowman", [("eastfield", "year-12"), ("eastfield", "year-13")]),
        ("finnis", [("brannocks", "4 Heron")]),
        ("harrow", []),
        ("wieczorek", []),
        ("sethuraman", []),
        ("pritchard", []),
        ("farouk", []),
    ],
)
def test_who_prints_for_which_groups(campaign, name, prints):
    assert ids(name) == prints
    for school, group in (("northgate", "9S"), ("brannocks", "4 Heron")):
        if (school, group) not in prints:
            with pytest.raises(NoCampaign):
                sheet(by(name), school=school, group=group, on=MONDAY)
            with pytest.raises(NoCampaign):
                came_back(by(name), school=school, group=group, at=london(AT))


def test_a_year_without_groups_is_a_group(campaign):
    names = [one.name for one in sheet(by("barrowman"), school="eastfield", group="year-13", on=MONDAY).pupils]
    assert names == ["Freya Osei-Lund", "Luca Brannigan-Cho"]
    assert [str(one.says) for one in groups_at("eastfield", on=MONDAY)] == ["9L", "Year 12", "Year 13"]


def test_no_sheet_without_a_campaign_for_students(cast):
    asked("2018-11", audience=("staff",), opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    asked("2018-11", audience=("student",), schools=("eastfield",), opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    assert ids("qureshi") == []
    assert ids("pickersgill") == [("eastfield", "9L")]


def test_a_sheet_that_came_back_keeps_no_name(campaign):
    assert came_back(by("standish"), school="northgate", group="9S", at=london(AT))
    assert not came_back(by("standish"), school="northgate", group="9S", at=london(AT))
    assert [one.back_on for _, one in groups(by("standish"), on=MONDAY)] == [date(2026, 11, 24)]
    row = models.Sheet.objects.get()
    assert {field.name for field in models.Sheet._meta.get_fields()} == {"id", "campaign", "school", "group", "wording", "on"}
    assert "Amina" not in row.wording.text
    event = Event.objects.get(what="sheet-back")
    assert (event.of, event.of_person, event.edition) == (campaign, "", "2018-11")


def test_whoever_left_is_on_no_sheet(campaign):
    Person.objects.filter(username="farouk").update(left_on=date(2026, 11, 20))
    assert ids("standish") == []
