"""Unkind words: aimed at somebody they are found; said of a thing, in praise, in play or in quotation marks they are not.

What is not found yet is measured in bench/, not hidden here.
"""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askfirst.checks.catalogue import run
from askfirst.checks.draft import Author, Brand, Draft, Told
from askfirst.checks.finding import Level, Span
from askfirst.checks.reputation import reputation
from askfirst.checks.text.abuse import ABUSE
from askfirst.checks.text.derogatory import DEROGATORY
from askfirst.checks.text.swearing import SWEARING
from askfirst.checks.text.tone import TONE
from tests.checks.unkind_words import AT_A_GROUP, AT_SOMEBODY, HARMLESS

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "text"


def marked(check, author, text):
    return [(seen.start, seen.end) for seen in run(check, Draft(text, Author(author)))]


def meets(span, text, words):
    start = text.index(words)
    shared = min(span[1], start + len(words)) - max(span[0], start)
    return 2 * shared >= len(words)


@pytest.mark.parametrize(("author", "text", "words"), AT_SOMEBODY)
def test_an_attack_on_somebody_is_found_where_it_stands(author, text, words):
    assert any(meets(span, text, words) for span in marked(ABUSE, author, text))


@pytest.mark.parametrize(("author", "text", "words"), AT_A_GROUP)
def test_a_put_down_of_a_group_is_found_where_it_stands(author, text, words):
    assert any(meets(span, text, words) for span in marked(DEROGATORY, author, text))


@pytest.mark.parametrize(("author", "text"), HARMLESS)
def test_harmless_words_are_left_alone(author, text):
    assert marked(ABUSE, author, text) + marked(DEROGATORY, author, text) == []


def test_s03_mr_holloway_finch_about_mrs_rainsford():
    text = "Mrs Rainsford is a lazy, clueless cow and the whole staffroom knows it."
    draft = Draft(text, Author.STAFF)
    (seen,) = run(ABUSE, draft)
    assert text[seen.start : seen.end] == "lazy, clueless cow"
    assert seen.target is not None
    assert text[seen.target.start : seen.target.end] == "Mrs Rainsford"
    assert (seen.clause, seen.also, seen.level) == ("CON-10", ("PRI-2", "WEB-2"), Level.IMPORTANT)
    assert seen.fix is not None
    assert "cow" not in str(seen.fix)
    (note,) = run(TONE, draft)
    assert (note.kind, note.clause, note.level) == ("tone", "CON-4", Level.TIP)


def test_s04_amina_about_a_referee_and_about_her_team():
    first = "that ref was blind, worst decision of the whole tournament"
    second = "bare jokes at practice today, dem lot proper mad innit"
    (seen,) = run(DEROGATORY, Draft(first, Author.STUDENT))
    assert (seen.clause, seen.level) == ("PRI-3", Level.TIP)
    assert marked(ABUSE, "student", first) == []
    assert marked(ABUSE, "student", second) + marked(DEROGATORY, "student", second) == []


BELIEF = "My faith teaches that marriage is between a man and a woman. I try to treat everybody with kindness."
ADDED = "and anyone at our school who disagrees is a pervert"


def test_s09_mr_tolland_believes_and_then_attacks():
    calm = Draft(BELIEF, Author.STAFF, profile_names_school=True)
    hard = Draft(BELIEF + " " + ADDED, Author.STAFF, profile_names_school=True)
    assert run(ABUSE, calm) + run(DEROGATORY, calm) == []
    assert reputation(calm, []) == []
    seen = run(ABUSE, hard) + run(DEROGATORY, hard)
    assert [one.level for one in seen] == [Level.IMPORTANT]
    assert {seen[0].clause, *seen[0].also} >= {"PRI-2", "PRI-3"}
    assert seen[0].start >= len(BELIEF)
    (question,) = reputation(hard, seen)
    assert (question.clause, question.also, question.level) == ("PRI-1", ("SNS-5", "INT-6"), Level.TIP)
    assert str(question.why).startswith("This might")


@pytest.mark.parametrize(
    ("text", "brands", "asked"),
    [
        ("Mr Abernethy is a wanker", (), 0),
        ("Mr Abernethy of Eastfield Academy is a wanker", (Brand("Eastfield Academy"),), 1),
        ("Mr Abernethy of Northgate is a wanker", (Brand("Northgate", ambiguous=True),), 0),
        ("Eastfield Academy was wrong about phones", (Brand("Eastfield Academy"),), 0),
    ],
)
def test_the_schools_name_is_asked_about_only_beside_an_attack(text, brands, asked):
    draft = Draft(text, Author.STUDENT, told=Told(brands=brands))
    assert len(reputation(draft, run(ABUSE, draft))) == asked


def test_a_poll_is_about_the_whole_name_of_a_class():
    text = "rank the ugliest girls in year 10"
    (seen,) = run(ABUSE, Draft(text, Author.STUDENT))
    assert seen.target == Span(text.index("year 10"), len(text))


@pytest.mark.parametrize(
    ("author", "text", "clauses"),
    [
        ("staff", "Mr Abernethy is a wanker", ("CON-10", "PRI-2", "WEB-2")),
        ("student", "Mr Abernethy is a wanker", ("PRI-2", "CON-10")),
        ("student", "Maisie in 11B is a slag", ("PRI-2",)),
        ("staff", "To the father who shouted at our caretaker: you are an idiot", ("PRI-3",)),
    ],
)
def test_who_is_hit_decides_the_clauses(author, text, clauses):
    (seen,) = run(ABUSE, Draft(text, Author(author)))
    assert (seen.clause, *seen.also) == clauses


@pytest.mark.parametrize(
    ("text", "known", "level"),
    [
        ("year 8s are vermin", False, Level.IMPORTANT),
        ("romanians are vermin", False, Level.TIP),
        ("romanians are vermin", True, Level.IMPORTANT),
    ],
)
def test_a_group_weighs_more_when_it_is_the_schools_own_or_staff_speak_as_staff(text, known, level):
    (seen,) = run(DEROGATORY, Draft(text, Author.STAFF, profile_names_school=known))
    assert seen.level is level


@pytest.mark.parametrize(
    "text", ["Mr Day is a w4nker", "Mr Day is a w*nker", "Mr Day is a w a n k e r", "Mr Day is a waaaaanker", "Mr Day is a w\u200banker"]
)
def test_a_disguise_hides_nothing(text):
    assert len(marked(ABUSE, "student", text)) == 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(("Mr Day", "is a", "w4nker", "w a n k e r", "fat", "cow", "🐷", "🤡", ".", "\n", '"', "year 8s", "are", "\u200b")),
        max_size=20,
    )
)
def test_what_is_marked_lies_inside_the_text(pieces):
    text = " ".join(pieces)
    for seen in run(ABUSE, Draft(text, Author.STUDENT)) + run(DEROGATORY, Draft(text, Author.STUDENT)):
        assert 0 <= seen.start < seen.end <= len(text)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reference is not on this machine")
@pytest.mark.parametrize(
    ("name", "label"), [("identity_templates", "nontoxic"), ("hatecheck", "non-hateful"), ("hatemojicheck", "non-hateful")]
)
def test_a_name_of_a_group_is_no_insult(name, label):
    """At most one calm sentence in fifty about people of any faith, colour, love or body is marked."""
    rows = [json.loads(line) for line in (SHARED / name / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    calm = [
        row["text"] for row in rows if row["label"] == label and "target_" not in row["functionality" if "functionality" in row else "id"]
    ][:400]
    assert len(calm) == 400
    wrong = [text for text in calm if marked(ABUSE, "student", text) or marked(DEROGATORY, "student", text)]
    assert len(wrong) <= 8


@pytest.mark.parametrize("text", ["my stupid printer ate the worksheet", "what the fuck was that traffic", "f u c k this weather"])
def test_strong_words_at_a_thing_are_noticed_and_no_problem(text):
    seen = run(SWEARING, Draft(text, Author.STAFF))
    assert seen and all(one.noticed for one in seen)
    assert marked(ABUSE, "staff", text) + marked(DEROGATORY, "staff", text) == []


def test_what_is_found_already_is_not_noticed_once_more():
    text = "Mr Abernethy is a stupid wanker"
    assert marked(ABUSE, "student", text)
    assert marked(SWEARING, "student", text) == []


@pytest.mark.parametrize(
    "text", ["silly me, rubbish at maths", "dem lot proper mad innit", "finna get lit, we was wilin", "ye wee rascal, gonnae no dae that"]
)
def test_mild_words_and_dialect_are_not_even_noticed(text):
    assert marked(SWEARING, "student", text) == []
