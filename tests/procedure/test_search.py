"""Search in ordinary words finds the clause a person means, best first, and any input is safe."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.procedure.clause import Addressee, Clause, Edition, Mention, Sort, Strength
from askfirst.procedure.load import the_edition
from askfirst.procedure.search import LONGEST, Found, search, stem
from askfirst.procedure.topics import Topic, the_topics

SMALL = Edition(
    trust="small",
    edition="1",
    title="A small procedure",
    approved_by="Headteacher",
    approved_on=date(2020, 1, 1),
    review_due=date(2030, 1, 1),
    sections=(("ONE", "One"),),
    clauses=(
        Clause("ONE-1", "ONE", Addressee.BOTH, Strength.SHOULD, "Think about photographs.", "Think about your photos."),
        Clause("ONE-2", "ONE", Addressee.STAFF, Strength.MUST, "Ask before you answer the press.", None),
        Clause(
            "ONE-3",
            "ONE",
            Addressee.BOTH,
            Strength.MAY,
            "You can untag yourself.",
            "You can untag yourself.",
            (Mention(Sort.SERVICE, "Facebook"),),
        ),
    ),
)
TILE = Topic("tile", "A tile", ("zebra",), ("Look.",), ("Look.",), ("ONE-3",), "Look", "/check/")


def ids(found: Found) -> list[str]:
    return [clause.id for clause in found.clauses]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("photograph", ["ONE-1"]),
        ("photographs", ["ONE-1"]),
        ("photo", ["ONE-1"]),
        ("pic", ["ONE-1"]),
        ("reporter", ["ONE-2"]),
        ("untagging", ["ONE-3"]),
        ("FACEBOOK!", ["ONE-3"]),
        ("zebra", ["ONE-3"]),
        ("one 2", ["ONE-2"]),
        ("one-3 press", ["ONE-3", "ONE-2"]),
        ("elephant", []),
    ],
)
def test_ordinary_words_in_a_small_edition(query: str, expected: list[str]) -> None:
    assert ids(search(query, SMALL, (TILE,))) == expected


def test_more_and_better_matches_come_first() -> None:
    assert ids(search("press photo", SMALL, ())) == ["ONE-2", "ONE-1"], "a very word (4) before a beginning (3)"
    assert ids(search("photos untag Facebook", SMALL, ())) == ["ONE-3", "ONE-1"], "two words before one"


def test_a_student_gets_what_is_addressed_to_students_in_their_words() -> None:
    assert ids(search("press", SMALL, (), student=True)) == []
    assert ids(search("your photos", SMALL, (), student=True)) == ["ONE-1"]


@pytest.mark.parametrize(
    ("query", "clauses", "tile"),
    [
        ("friend", {"SNS-6", "SNS-11"}, "friends"),
        ("photo", {"SNS-4", "CON-3", "CON-7"}, "photos"),
        ("reporter", {"SNS-12", "WEB-7"}, "journalist"),
        ("journalist", {"SNS-12", "WEB-7"}, "journalist"),
        ("untag", {"CON-8"}, "take-down"),
        ("insta", {"SNS-6"}, "friends"),
        ("pic", {"CON-3", "CON-7"}, "photos"),
        ("kid", {"SNS-6", "CON-12"}, "students-details"),
        ("mate", {"SNS-6"}, "friends"),
        ("money for a post", {"WEB-6"}, "paid-posts"),
        ("my boss", {"BLG-3", "BLG-8"}, None),
        ("being rude", {"PRI-2", "CON-10"}, "being-rude"),
        ("con-12", {"CON-12"}, None),
    ],
)
def test_the_real_procedure_answers_in_ordinary_words(query: str, clauses: set[str], tile: str | None) -> None:
    found = search(query, the_edition(), the_topics())
    assert clauses <= set(ids(found))
    assert tile is None or tile in [topic.id for topic in found.topics]


@pytest.mark.parametrize(
    ("query", "first"), [("reporter", {"SNS-12", "WEB-7"}), ("untag", {"CON-8"}), ("con 12", {"CON-12"}), ("disclaimer", {"BLG-4"})]
)
def test_the_clause_that_is_meant_comes_first(query: str, first: set[str]) -> None:
    found = search(query, the_edition(), the_topics())
    assert set(ids(found)[: len(first)]) == first


@pytest.mark.parametrize("query", ["", "   ", "the and of", "?!", "\x00", "\ud800", "\u202e\u200b", "🙂"])
def test_nothing_asked_finds_nothing_and_says_what_to_type(query: str) -> None:
    found = search(query, the_edition(), the_topics())
    assert (found.topics, found.clauses) == ((), ())
    assert "Type a word or two" in str(found.says)


def test_nothing_found_says_so() -> None:
    found = search("xylophone", the_edition(), the_topics())
    assert (found.topics, found.clauses) == ((), ())
    assert "We found nothing" in str(found.says)


def test_a_long_query_is_cut_and_says_so() -> None:
    found = search("photo" + " " * LONGEST + "press", SMALL, ())
    assert ids(found) == ["ONE-1"]
    assert "first 200 letters" in str(found.says)


@given(query=st.text(max_size=400), student=st.booleans())
def test_any_query_is_safe_and_finds_only_what_is_there(query: str, student: bool) -> None:
    found = search(query, SMALL, (TILE,), student=student)
    assert set(found.clauses) <= set(SMALL.clauses)
    assert len(found.clauses) == len(set(found.clauses))
    assert str(found.says)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("photos", "photo"),
        ("tagged", "tag"),
        ("blogging", "blog"),
        ("pages", "page"),
        ("posted", "post"),
        ("parties", "party"),
        ("ads", "ad"),
        ("images", "image"),
    ],
)
def test_endings_fall_away(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_press_and_news_keep_their_endings() -> None:
    assert stem("press") == "press"
    assert stem("news") != stem("new")
