"""Ridgeway's 2018 edition as data: the procedure's own ids and strengths, our own words, and words a student can read."""

import csv
import re
from pathlib import Path

import pytest

from askfirst.procedure.clause import Mention, Sort, Strength
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


def stronger(strength, words):
    """The words in a text by which it would be heard as stronger than its clause, or as its opposite."""
    said = set(re.findall(r"\b(?:must|should)(?: not)?\b", words.lower()))
    return said - {strength.value.lower()}


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
        assert longest_sentence(words) <= 20
        assert grade(words) <= 8
        assert convicting(words) == []
    if reading.reading_student:
        assert longest_sentence(reading.reading_student) <= 15
        assert grade(reading.reading_student) <= 6
        assert convicting(reading.reading_student) == []
        assert any(EDITION.clause(id).addressee.reaches_students for id in reading.clauses)


def test_the_measures_above_can_fail():
    hard = "Employees disseminating institutional information notwithstanding managerial prohibition commit an offence."
    assert grade(hard) > 8
    assert convicting(hard) == ["offence"]
    assert longest_sentence("one " * 16) == 16


@CLAUSES
def test_no_words_are_stronger_than_their_clause(clause):
    assert stronger(clause.strength, clause.plain) == stronger(clause.strength, clause.plain_student or "") == set()
    assert stronger(clause.strength, "You must, must not, should, should not. It is best.") != set()


def document():
    return needs(next(iter(sorted((SHARED / "procedure").glob("*.txt"))), SHARED / "procedure" / "absent"))


def test_no_sentence_is_the_trusts():
    prescribed = "These are my personal views and not those of Ridgeway Education Trust."
    theirs = shingles(document()) - shingles(prescribed)
    ours = {clause.id: shingles(clause.plain) | shingles(clause.plain_student or "") for clause in EDITION.clauses}
    ours |= {
        reading.id: shingles(reading.problem) | shingles(reading.reading) | shingles(reading.reading_student or "")
        for reading in EDITION.readings
    }
    assert {id: found & theirs for id, found in ours.items() if found & theirs} == {}
    planted = "they must ensure that confidential information is not revealed"
    assert shingles("In their blogs " + planted) & theirs  # a borrowed sentence would have been found


# How often the document uses a name or a term, by the clauses that use it.
USED = [
    ("law", "Data Protection Act 1988", "CON-12"),
    ("document", "IT Acceptable Use guidelines", "INT-3"),
    ("document", "Disciplinary Procedure for all Employees in Schools", "DIS-2"),
    ("link", "http://www.heppell.net/facebook_in_school/", "SNS-7"),
    *[("service", name, "INT-4") for name in ("Twitter", "Tumblr", "Pinterest", "Bebo", "MySpace")],
    ("service", "Facebook", "INT-4 SNS-6 SNS-9 CON-8"),
    ("role", "head teacher", "WEB-7"),
    ("role", "Head of Year", "DIS-3"),
    ("role", "line manager", "BLG-3 BLG-5 BLG-6 BLG-8 WEB-5 WEB-6 HYB-4"),
    ("role", "line managers", "MAN-1 MAN-2 MAN-3"),
    ("term", "disrepute", "PRI-1 SNS-5 WEB-1 DIS-1"),
    ("term", "derogatory", "PRI-3"),
    ("term", "sensitive personal information", "PRI-4"),
    ("term", "friends", "SNS-6 SNS-8 SNS-9 SNS-10 SNS-11"),
    ("term", "friend", "CON-9"),
    ("term", "press", "SNS-12 WEB-7"),
    ("term", "exclusion", "DIS-5"),
    ("term", "cyber-bullying", "CON-11"),
    ("term", "cyber bullying", "DIS-1"),
    ("term", "this procedure", "INT-1"),
    ("term", "this policy", "INT-1 INT-7 MAN-1"),
    ("term", "this document", "INT-3 BLG-7"),
    ("term", "this guidance", "WEB-1"),
    ("date", "November 2021", "DOC-2"),
]


@pytest.mark.parametrize(("sort", "name", "clauses"), USED, ids=[name for _, name, _ in USED])
def test_what_the_document_names_stands_where_it_names_it(sort, name, clauses):
    found = [clause.id for clause in EDITION.clauses if Mention(Sort(sort), name) in clause.mentions]
    assert found == clauses.split()
    times = len(re.findall(r"(?<![\w/-])%s(?![\w-])" % re.escape(name), document().replace("’", "'"), re.IGNORECASE))
    assert len(found) == times


@CLAUSES
def test_what_a_clause_mentions_is_in_the_document(clause):
    text = " ".join(re.findall(r"\S+", document().replace("’", "'"))).casefold()
    for mention in clause.mentions:
        names = mention.name.split(", ") if mention.sort is Sort.PEOPLE else [mention.name.replace("1 November", "01 November")]
        assert [name for name in names if name.casefold() not in text] == []


def test_every_clause_with_its_readings_can_be_asked_for():
    assert {reading.id for reading in EDITION.readings_of("CON-12")} >= {"A9", "A16", "A32"}
    assert EDITION.readings_of("CON-8") == ()
