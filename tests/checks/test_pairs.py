"""One thing said in five varieties of English: what is found does not differ, whichever way it is said (docs/fairness.md)."""

from pathlib import Path

import pytest

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Author, Draft
from askfirst.checks.text.words import disguises, fronted
from askfirst.checks.text.words.tokens import Tokens

LINES = Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8").splitlines()


def pairs():
    standard, found = "", []
    for line in LINES:
        if line.startswith("= "):
            standard = line[2:]
        elif line and not line.startswith("#"):
            found.append((standard, *line.split("|", 1)))
    return found


def kinds(text):
    seen, missed = look_over(Draft(text, Author.STUDENT))
    assert missed == []
    return {one.kind for one in seen if (not one.noticed or one.kind == "help") and one.kind != "roster-name"}


def differing():
    return [(variety, text) for standard, variety, text in pairs() if kinds(standard) != kinds(text)]


def test_what_is_found_does_not_differ_by_the_variety_of_english():
    wrong = differing()
    assert len(wrong) <= 0.02 * len(pairs()), wrong


def test_the_pairs_are_two_hundred_in_five_varieties_with_and_without_something_to_find():
    found = pairs()
    assert len(found) == 200
    assert {variety for _, variety, _ in found} == {"mle", "scots", "scouse", "welsh", "eal"}
    some = [standard for standard in {one for one, _, _ in found} if kinds(standard)]
    assert 14 <= len(some) <= 26


def test_without_the_words_of_dialects_and_the_order_of_welsh_english_they_differ(monkeypatch):
    """The planted flaw: each is read as if it were standard English."""
    monkeypatch.setattr(fronted, "turned", lambda tokens: None)
    monkeypatch.setattr("askfirst.checks.text.words.tokens.DIALECT", {})
    assert disguises.DIALECT
    assert len(differing()) > 0.05 * len(pairs())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("thick they are", "they are thick"),
        ("a waste of money people are, see", "people are a waste of money see"),
        ("I know who you are", "i know who you are"),
        ("what a nuisance they are", "what they are a nuisance"),
        ("as good as they are", "as good as they are"),
        ("this is where we were", "this is where we were"),
        ("she said the bus was late", "she said the bus was late"),
    ],
)
def test_a_clause_said_the_other_way_round_is_read_in_order_and_others_as_they_stand(text, wanted):
    tokens = Draft(text, Author.STUDENT).once(Tokens)
    assert [one.word for one in tokens.all] == wanted.split()
    assert {tokens.span(number, number) for number in range(len(tokens.all))} == {
        (one.start, one.end) for one in sorted(tokens.all, key=lambda one: one.start)
    }


def test_what_is_marked_in_a_turned_clause_lies_in_it():
    text = "It rained. A stupid idiot you are, mun. We went home."
    seen, _ = look_over(Draft(text, Author.STUDENT))
    assert [text[one.start : one.end] for one in seen if one.kind == "abuse"]
    assert all(text.index("A stupid") <= one.start < one.end <= text.index(", mun") for one in seen if one.kind == "abuse")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Disabled people arejust so sickening", "disabled people are just so sickening"),
        ("Gay people goingto church", "gay people going to church"),
        ("women can'tstop talking", "women can not stop talking"),
        ("womenarebasicallylikechildren", "women are basically like children"),
        ("the girls were together yesterday, therefore happy", "the girls were together yesterday therefore happy"),
        ("arejust", "arejust"),  # nobody is meant: nothing is taken apart
    ],
)
def test_words_written_as_one_are_taken_apart_where_somebody_may_be_meant(text, wanted):
    tokens = Draft(text, Author.STUDENT).once(Tokens)
    assert [one.word for one in tokens.all] == wanted.split()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("what a f#ck up", "what a fuck up"),
        ("sh.t happens", "shit happens"),
        ("those g a y people", "those gay people"),
        ("all mslms", "all muslims"),
        ("see example.com and do_not.reply", "see example com and do not reply"),
    ],
)
def test_marks_and_vowels_left_out_are_read_as_the_word(text, wanted):
    tokens = Draft(text, Author.STUDENT).once(Tokens)
    assert [one.word for one in tokens.all] == wanted.split()
