"""What a school adds to a rule is read with it: by whoever is asked to read, on the tutor groups' sheets, and kept with the words shown."""

from datetime import date, timedelta
from typing import Any

import pytest

from askfirst.adoption import models
from askfirst.adoption.shown import NotNow, press, show, to_read
from askfirst.adoption.tutor_groups import came_back
from askfirst.adoption.variations import fresh_since
from askfirst.people.models import SettingChange
from askfirst.procedure.clause import Edition
from tests.adoption.campaigning import asked, line, reads
from tests.adoption.conftest import by
from tests.cast import MONDAY
from tests.clock import london
from tests.web.pages import page_of
from tests.web.people_at_work import text_of
from tests.web.test_additions import FOR_STUDENTS, HERE, NAME, SAYS, STUDENT, THERE, added, work
from tests.web.test_settings_pages import agreed

__all__ = ["added", "work"]

PAGE, TUESDAY, LATER = "/to-read/", date(2026, 11, 24), date(2026, 12, 2)
SHEET = "/to-read/sheets/%s/%s/"
AGAIN = "Ask Mr Obuya, and tell the office."


def campaign(opens=MONDAY, at="2026-11-23 09:00"):
    return asked("2018-11", audience=("staff", "student"), opens=opens, closes=date(2026, 12, 18), at=at)


def test_it_stands_beside_its_rule_for_the_people_of_that_school(added, signed_in):
    campaign()
    for name, (here, there, students) in {
        "harrow": (True, False, False), "holloway": (False, True, False), "farouk": (False, False, True),
    }.items():  # fmt: skip
        page = text_of(signed_in(name), PAGE)
        assert (HERE in page, THERE in page, FOR_STUDENTS in page) == (here, there, students), name


def test_as_data_too_and_the_words_that_are_kept_hold_it(added, signed_in):
    campaign()
    found = signed_in("harrow").get("/api/v1/me/reading").json()
    beside = {one["id"]: one["additions"] for one in found["clauses"] if one["additions"]}
    assert beside == {"CON-3": [{"school": "northgate", "name": "Northgate School", "words": SAYS}]}
    kept = models.Wording.objects.get(digest=found["digest"]).text.splitlines()
    at = kept.index("CON-3")
    assert kept[at + 3 : at + 5] == ["Northgate School", SAYS]


def test_a_page_that_left_it_out_would_be_seen(added, signed_in, monkeypatch):
    campaign()
    monkeypatch.setattr(Edition, "additions_to", lambda edition, clause: ())
    assert HERE not in text_of(signed_in("harrow"), PAGE)


def test_it_stands_on_the_sheet_of_a_tutor_group_of_that_school_and_on_no_other(added, signed_in):
    campaign()
    his = page_of(signed_in("standish").get(SHEET % ("northgate", "9S"))).one(tag="main").text
    assert FOR_STUDENTS in his and HERE not in his and THERE not in his
    other = page_of(signed_in("finnis").get(SHEET % ("brannocks", "4 Heron"))).one(tag="main").text
    assert "adds:" not in other
    came_back(by("standish"), school="northgate", group="9S", at=london("2026-11-24 10:00"))
    assert STUDENT in models.Sheet.objects.get().wording.text


def test_words_that_a_school_put_otherwise_meanwhile_are_to_be_looked_at_again(added):
    campaign()
    me, when = by("harrow", on=TUESDAY), london("2026-11-24 10:00")
    first: Any = show(me, at=when)
    agreed(NAME, {"plain": AGAIN, "student": ""})
    with pytest.raises(NotNow):
        press(me, what="read", digest=first.digest, at=when)
    again: Any = show(me, at=when)
    assert press(me, what="read", digest=again.digest, at=when).digest != first.digest


def test_what_a_school_adds_since_somebody_last_read_is_new_to_them_and_to_nobody_else(work):
    """Ms Harrow and Miss Drinkwater had both read all of it; then Northgate adds to one rule."""
    campaign()
    for name in ("harrow", "drinkwater"):
        reads(name, "2026-11-23 08:00")
    asked("2018-11", opens=date(2026, 12, 1), closes=date(2026, 12, 18), at="2026-12-01 08:30")
    assert states("pascoe", "harrow") == states("rainsford", "drinkwater") == "nothing-new"
    agreed(NAME, {"plain": SAYS, "student": ""})
    SettingChange.objects.filter(name=NAME).update(starts_on=LATER)
    mine: Any = to_read(by("harrow", on=LATER), on=LATER)
    assert [clause.id for clause in mine.clauses] == ["CON-3"] and SAYS in mine.words
    assert states("pascoe", "harrow") == "not-started" and states("rainsford", "drinkwater") == "nothing-new"


def states(manager, name):
    return line(manager, name, LATER)


@pytest.mark.parametrize("days", [1, 40])
def test_it_costs_as_many_queries_however_many_days_people_read_on(added, days, django_assert_num_queries):
    with django_assert_num_queries(3):
        found = fresh_since({MONDAY - timedelta(days=number) for number in range(days)}, on=LATER)
    assert not found[MONDAY]
    assert {len(several) for day, several in found.items() if day < MONDAY} <= {2}
