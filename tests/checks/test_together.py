"""Rules that look at findings side by side: naming kindly, a missing disclaimer, the same words twice."""

import dataclasses

import pytest

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Author, Brand, Draft, Told, Where
from askfirst.checks.finding import Level
from askfirst.checks.together import together

WORDING = "These are my personal views and not those of Ridgeway Education Trust."
TRUST = Told(trust="Ridgeway Education Trust", brands=(Brand("Northgate School"), Brand("Northgate", True)), disclaimer=WORDING)


def look(text, author=Author.STAFF, where=Where.BLOG, **more):
    return look_over(Draft(text, author, where, told=TRUST, **more))[0]


def kinds(seen, *, noticed):
    return [one.kind for one in seen if one.noticed is noticed]


def test_s01_good_practice_brings_no_finding():
    text = "So proud of my Year 9s, who ran a whole mock trial of Richard III today. Lesson plan free to anyone who wants it."
    assert [one for one in look(text) if not one.noticed] == []


def test_s02_two_findings_about_jorah_and_one_way_to_ring():
    text = "Jorah B in 8Q got 14% on the SEND reading screen again. Ring me on 07700 900455 if you teach him."
    said = {(one.kind, one.clause, one.level, text[one.start : one.end]) for one in look(text)}
    assert said == {
        ("roster-name", "CON-2", Level.TIP, "Jorah B"),
        ("confidential", "CON-12", Level.IMPORTANT, "got 14% on the SEND reading screen"),
        ("contact", "SNS-3", Level.TIP, "07700 900455"),
    }


def test_s09_a_belief_gets_advice_on_wording_alone():
    text = "My faith teaches that marriage is between a man and a woman. I try to treat everybody with kindness."
    findings = [one for one in look(text, profile_names_school=True) if not one.noticed]
    assert [(one.clause, one.level) for one in findings] == [("BLG-4", Level.TIP)]
    assert findings[0].start > text.index(".")  # nothing of the belief is marked
    assert str(findings[0].fix) == WORDING


def test_a_student_who_names_a_friend_is_only_noticed():
    assert kinds(look("Mrs Rainsford was so kind today", Author.STUDENT), noticed=True) == ["roster-name"]
    assert "roster-name" in kinds(look("Mrs Rainsford was so kind today"), noticed=False)


def test_a_students_naming_counts_where_a_number_stands_in_the_same_sentence():
    near = look("Jorah B in 8Q is on 07700 900318, ring him", Author.STUDENT)
    apart = look("Jorah B in 8Q is great.\nMy number is 07700 900318", Author.STUDENT)
    assert "roster-name" in kinds(near, noticed=False)
    assert "roster-name" in kinds(apart, noticed=True)


@pytest.mark.parametrize(
    ("where", "level"),
    [(Where.BLOG, Level.WORTH), (Where.WEB_PAGE, Level.WORTH), (Where.PROFILE_BIO, Level.TIP), (Where.TWEET, Level.TIP)],
)
def test_where_one_works_without_a_disclaimer_brings_the_wording_to_copy(where, level):
    text = "I teach history at Northgate School"
    (missing,) = [one for one in look(text, where=where) if not one.noticed]
    assert (missing.clause, missing.kind, missing.level, str(missing.fix)) == ("BLG-4", "works-here", level, WORDING)
    assert text[missing.start : missing.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "I teach history at Northgate School. My views, not the school's.",
        "Retired. Now I only mark the crossword.",
        "As a mum of a Northgate pupil I like the crossing.",
    ],
)
def test_no_disclaimer_is_asked_for_where_one_stands_or_nobody_says_where_they_work(text):
    assert [one for one in look(text) if not one.noticed] == []


def test_of_two_readings_of_the_same_words_the_longer_stays():
    draft = Draft("Ring me on 07700 900455", Author.STAFF, told=TRUST)
    (one,) = [seen for seen in look_over(draft)[0] if seen.kind == "contact"]
    shorter = dataclasses.replace(one, start=one.start + 2)
    assert together(draft, [shorter, one]) == [one]
