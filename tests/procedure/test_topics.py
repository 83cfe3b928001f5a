"""Topic tiles: a dozen doors in ordinary words, each with what to do, its clauses and one button."""

import re
from pathlib import Path

import pytest

from askfirst.procedure.load import the_edition
from askfirst.procedure.topics import PATHS, BadTopics, Topic, load_topics, the_topics, topic
from askfirst.procedure.trees import Who, tree
from tests.readability import grade, longest_sentence

CONVICTING = re.compile(
    r"\b(breach|violat\w+|offen[cd]e\w*|perpetrator|accused|suspension|exclusion|disclosure|complaint)\b", re.IGNORECASE
)
GOOD = """[[topic]]
id = "a"
title = "A"
words = ["a"]
staff = ["Look."]
student = ["Look."]
clauses = ["PRI-1"]
label = "Look"
path = "/check/"
"""
EACH = pytest.mark.parametrize("one", the_topics(), ids=lambda one: one.id)


def test_a_dozen_tiles_on_what_people_ask() -> None:
    ids = [one.id for one in the_topics()]
    assert len(ids) == len(set(ids)) == 13
    assert set(ids) >= {"friends", "photos", "being-rude", "where-i-work", "blogs", "journalist", "take-down", "keep-safe", "paid-posts"}


@EACH
def test_every_clause_is_in_the_procedure_and_students_have_some(one: Topic) -> None:
    edition = the_edition()
    assert [clause.id for clause in one.clauses_in(edition, student=False)] == list(one.clauses)
    theirs = one.clauses_in(edition, student=True)
    assert all(clause.addressee.reaches_students for clause in theirs)
    assert theirs, "a tile with nothing for a student"


@EACH
def test_one_button_that_leads_somewhere(one: Topic) -> None:
    for student, who in ((False, Who.STAFF), (True, Who.STUDENT)):
        label, path = one.button(student=student)
        assert label and PATHS.fullmatch(path)
        led = re.fullmatch(r"/do-i-need-to/([a-z-]+)/", path)
        assert led is None or tree(led[1], who).id == led[1]


@EACH
def test_words_are_readable_and_do_not_convict(one: Topic) -> None:
    for lines, longest, hardest in ((one.staff, 20, 8), (one.student, 15, 6)):
        for line in lines:
            assert longest_sentence(line) <= longest, line
            assert not CONVICTING.search(line), line
        assert grade(" ".join(lines)) <= hardest, (lines, grade(" ".join(lines)))
    assert not CONVICTING.search(" ".join((one.title, one.label, one.label_student)))


def test_a_student_is_never_put_under_a_staff_duty() -> None:
    paid = topic("paid-posts", the_topics())
    assert "WEB-6" in paid.clauses
    assert "WEB-6" not in {clause.id for clause in paid.clauses_in(the_edition(), student=True)}
    assert not any("manager" in line or " must " in line for line in paid.student)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (GOOD + "\n" + GOOD, 11, "a is here twice"),
        (GOOD.replace('title = "A"\n', ""), 1, "title is missing"),
        (GOOD.replace('["Look."]', "[]", 1), 1, "staff is missing"),
        (GOOD.replace('["a"]', "[3]"), 1, "words is missing or is not a list"),
        (GOOD.replace("/check/", "https://elsewhere.example/"), 1, "not a page"),
        (GOOD + "colour = 'red'\n", 1, "colour is not a field"),
        (GOOD + "label_student = 'Look'\n", 1, "path_student is missing"),
        ("[[topic]\n", 1, ""),
        ("[x]\n", 1, "under its own [[topic]]"),
        ("topic = 3\n", 1, "under its own [[topic]]"),
    ],
)
def test_a_broken_file_is_refused_with_file_line_and_reason(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = tmp_path / "topics.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadTopics) as refused:
        load_topics(path)
    assert str(refused.value).startswith("topics.toml:%d: " % line)
    assert reason in str(refused.value)


def test_a_whole_file_loads(tmp_path: Path) -> None:
    path = tmp_path / "topics.toml"
    path.write_text(GOOD, encoding="utf-8")
    (one,) = load_topics(path)
    assert one.button(student=True) == ("Look", "/check/")
    with pytest.raises(LookupError):
        topic("b", (one,))
