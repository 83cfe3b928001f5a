"""A stolen database file shows nobody's words: cases written and carried on with marked words, then every byte of the database, its log and
its index read. The sweep first finds a mark that was planted."""

import secrets
from pathlib import Path

import pytest
from django.db import connection

from askfirst.casework import deadlines, reading, steps
from askfirst.people import family
from askfirst.people.demo import load_people
from askfirst.people.standing import standing
from tests.cast import MONDAY, who
from tests.clock import london
from tests.promises.test_no_trace import disguises

NOW = london("2026-11-23 10:00")


def files():
    path = Path(connection.settings_dict["NAME"])
    return [file for file in path.parent.iterdir() if file.name.startswith(path.name)]


def held_in(mark):
    """The database's files that hold the mark in any form."""
    return [file.name for file in files() if any(needle in file.read_bytes() for needle in disguises(mark))]


def by(name):
    return standing(who(name), on=MONDAY)


def marked():
    return "CANARY" + secrets.token_hex(8)


@pytest.fixture
def rows(transactional_db):
    load_people(monday=MONDAY)


def test_the_sweep_finds_a_planted_mark(rows):
    mark = marked()
    assert held_in(mark) == []
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_school SET phase = %s", [mark])
    assert held_in(mark) != []


def test_no_word_of_a_case_is_readable(rows):
    marks = {name: marked() for name in ("question", "draft", "answer", "asked", "name", "outlet", "contact", "advice", "note", "again")}
    details = {"text": "May I? " + marks["question"], "to": "line-manager", "draft": marks["draft"]}
    ref = steps.open_case(kind="question", by=by("harrow"), details=details, at=NOW)
    answer = {"text": marks["answer"], "strength": "Should", "clause": "BLG-3"}
    steps.take(ref=ref, step="answer", by=by("pascoe"), given=answer, at=NOW)
    steps.take(ref=ref, step="ask-again", by=by("harrow"), given={"text": marks["again"]}, at=NOW)
    reporter = {part: marks[part] for part in ("name", "outlet", "contact")}
    press = steps.open_case(
        kind="press", by=by("harrow"), details={"schools": ["northgate"], "asked": marks["asked"], "reporter": reporter}, at=NOW
    )
    steps.take(ref=press, step="consult", by=by("devlin"), given={"advice": marks["advice"]}, at=NOW)
    steps.take(ref=press, step="respond", by=by("harrow"), given={"note": marks["note"]}, at=NOW)
    deadlines.run_due(at=london("2026-11-30 12:00"))
    opened = [reading.open_file(one, by=by("harrow"), at=NOW) for one in (ref, press)]
    read = repr([case.papers for case in opened])
    assert [name for name, mark in marks.items() if mark not in read] == []  # all of it is there for whoever may read it
    assert {name: held_in(mark) for name, mark in marks.items()} == {name: [] for name in marks}
    print("%d marks, %d files" % (len(marks), len(files())))


def test_s10_no_name_marked_as_family_is_readable(rows):
    mark = marked()
    family.mark(who("okoropenn"), "Kit " + mark, on=MONDAY)
    assert [tie.name for tie in family.family_of(who("okoropenn"))] == ["Kit " + mark]
    assert held_in(mark) == []
