"""Ridgeway's 2018 edition as data: the procedure's own ids and strengths, our own words, and words a student can read."""

import csv
import re
from pathlib import Path

import pytest

from askfirst.procedure.clause import Strength
from askfirst.procedure.load import the_edition
from gates.words import convicting
from tests.readability import grade, longest_sentence

SHARED = Path(__file__).parents[3] / "shared"
EDITION = the_edition()
STRENGTH = {
    "must": Strength.MUST,
    "must not": Strength.MUST_NOT,
    "should": Strength.SHOULD,
    "should not": Strength.SHOULD_NOT,
    "advised": Strength.ADVICE,
    "advised not": Strength.ADVICE,
    "may": Strength.MAY,
    "free to": Strength.MAY,
    "fact": Strength.KNOW,
}
CLAUSES = pytest.mark.parametrize("clause", EDITION.clauses, ids=[clause.id for clause in EDITION.clauses])
READINGS = pytest.mark.parametrize("reading", EDITION.readings, ids=[reading.id for reading in EDITION.readings])
SHINGLE = 8  # words in a row


def needs(path):
    """A file of the reference beside the checkout; the product never needs it."""
    if not path.exists():
        pytest.skip("the reference folder is not beside this checkout: %s" % path.name)
    return path.read_text(encoding="utf-8")


def shingles(text):
    found = re.findall(r"[a-z']+", text.lower().replace("’", "'"))
    return {" ".join(found[at : at + SHINGLE]) for at in range(len(found) - SHINGLE + 1)}


def test_ids_addressees_and_strengths_are_the_procedures():
    rows = list(csv.DictReader(needs(SHARED / "domain" / "clauses.csv").splitlines()))
    expected = [(row["id"], row["addressee"], STRENGTH[row["modality_effective"]]) for row in rows]
    assert [(clause.id, clause.addressee.value, clause.strength) for clause in EDITION.clauses] == expected
    assert len(expected) == 65


def test_the_pack_stands_alone():
    assert len(EDITION.clauses) == len({clause.id for clause in EDITION.clauses}) == 65
    assert sum(clause.addressee.reaches_students for clause in EDITION.clauses) == 32
    assert [reading.id for reading in EDITION.readings] == ["A%d" % number for number in range(1, 56)]


@CLAUSES
def test_a_clause_is_in_plain_words_for_a_teacher(clause):
    assert longest_sentence(clause.plain) <= 20
    assert grade(clause.plain) <= 8
    assert convicting(clause.plain) == []


@pytest.mark.parametrize("clause", [one for one in EDITION.clauses if one.addressee.reaches_students], ids=lambda clause: clause.id)
def test_a_clause_for_students_reads_at_grade_6(clause):
    assert clause.plain_student
    assert longest_sentence(clause.plain_student) <= 15
    assert grade(clause.plain_student) <= 6
    assert convicting(clause.plain_student) == []


@READINGS
def test_a_reading_is_in_plain_words(reading):
    for words in (reading.problem, reading.reading):
        assert longest_sentence(words) <= 25
        assert convicting(words) == []
    if reading.reading_student:
        assert longest_sentence(reading.reading_student) <= 15
        assert grade(reading.reading_student) <= 6


def test_no_sentence_is_the_trusts():
    document = next(iter(sorted((SHARED / "procedure").glob("*"))), SHARED / "procedure" / "absent")
    theirs = shingles(needs(document))
    ours = {clause.id: shingles(clause.plain) | shingles(clause.plain_student or "") for clause in EDITION.clauses}
    ours |= {reading.id: shingles(reading.problem) | shingles(reading.reading) for reading in EDITION.readings}
    assert {id: found & theirs for id, found in ours.items() if found & theirs} == {}
    planted = "they must ensure that confidential information is not revealed"
    assert shingles("In their blogs " + planted) & theirs  # a borrowed sentence would have been found


def test_every_clause_with_its_readings_can_be_asked_for():
    assert {reading.id for reading in EDITION.readings_of("CON-12")} >= {"A9", "A16", "A32"}
    assert EDITION.readings_of("CON-8") == ()
