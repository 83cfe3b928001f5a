"""What may be said is noticed and never a problem: unions, pay, politics, speaking up, and words told of to stop them."""

import pytest

from askfirst.checks.catalogue import run
from askfirst.checks.draft import Author, Draft
from askfirst.checks.text.abuse import ABUSE
from askfirst.checks.text.derogatory import DEROGATORY
from askfirst.checks.text.protected import PROTECTED
from askfirst.checks.text.quoted import QUOTED

SAID = (
    ("union", "Our union rep is the best thing about Tuesdays"),
    ("union", "Voting in the NASUWT ballot before half term"),
    ("union", "On strike Thursday, soup provided"),
    ("pay", "A real-terms cut again. I am angry and I will say so."),
    ("pay", "The pay award does not cover the bus fare"),
    ("politics", "The Secretary of State has never met a glue stick"),
    ("politics", "Write to your MP about SEND"),
    ("speaking_up", "I raised my concern with the governors and heard nothing"),
    ("speaking_up", "Whistleblowing is not disloyal"),
    ("criticism", "The trust should answer parents about the catchment"),
)
HARD_BUT_FAIR = (
    "The head was wrong about phones and should say so.",
    "We got our books back six weeks late, that's not good enough.",
    "The trust is wasting money on consultants while roofs leak.",
    "This government is a disgrace and the minister is clueless.",
    "Ofsted is a broken, cruel, lazy way to judge a school.",
    "The union sold us out and I am furious.",
    "I don't agree with the new uniform rule, it is silly and it costs too much.",
    "Management ignored three warnings about the boiler.",
    "I believe the Bible is the word of God.",
    "As a Muslim I fast, and no, not even water.",
    "I do not believe in God and assemblies should not make me pray.",
    "In my view sex is real and matters, and trans people deserve respect.",
    "Abortion is wrong in my view. I know friends who disagree.",
)
TOLD_OF = (
    'Someone wrote "fat cow" on my locker and I told my tutor',
    'A pupil was called a "dirty pikey" on the bus. Report it.',
    "someone called me a spaz today and the whole row laughed",
    '"Retard" is not banter. Thank you for coming to my assembly.',
    "he called me a fat mong in front of everyone",
    "stop calling people retards, it isn't funny",
)


@pytest.mark.parametrize(("about", "text"), SAID)
def test_what_may_be_said_is_noticed(about, text):
    seen = run(PROTECTED, Draft(text, Author.STAFF))
    assert about in {one.about for one in seen}
    assert all(one.noticed and str(one.title).startswith("You may") for one in seen)


@pytest.mark.parametrize("author", list(Author))
@pytest.mark.parametrize("text", [text for _, text in SAID] + list(HARD_BUT_FAIR))
def test_fair_words_are_never_a_finding(text, author):
    draft = Draft(text, author)
    assert run(ABUSE, draft) + run(DEROGATORY, draft) == []


@pytest.mark.parametrize("text", [text for text in HARD_BUT_FAIR if "believe" in text or "Muslim" in text])
def test_a_belief_is_not_even_noticed(text):
    assert run(PROTECTED, Draft(text, Author.STAFF)) == []


@pytest.mark.parametrize("text", TOLD_OF)
def test_words_told_of_are_noticed_and_no_problem(text):
    draft = Draft(text, Author.STUDENT)
    assert run(ABUSE, draft) + run(DEROGATORY, draft) == []
    seen = run(QUOTED, draft)
    assert seen and all(one.noticed for one in seen)


def test_the_same_words_thrown_at_somebody_are_found():
    assert run(ABUSE, Draft("Josh in 9F is a fat mong", Author.STUDENT))
