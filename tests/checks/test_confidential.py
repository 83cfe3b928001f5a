"""What was learned through school and is not public; and what is public, one's own, or raised as a concern."""

import pytest

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Level
from askfirst.checks.text.claim import CLAIM
from askfirst.checks.text.confidential import CONFIDENTIAL
from askfirst.checks.text.press import PRESS
from askfirst.checks.text.private_life import PRIVATE_LIFE


def told(text, author=Author.STAFF):
    return [text[hit.start : hit.end] for hit in CONFIDENTIAL.look(Draft(text, author))]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Jorah B in 8Q got 14% on the SEND reading screen again. Ring me.", "got 14% on the SEND reading screen"),
        ("One of my Year 8s has just had her EHCP refused again.", "One of my Year 8s has just had her EHCP refused"),
        ("Mr Tolland has been put on a capability plan, which explains it", "has been put on a capability plan"),
        ("Callie R in 9L is in foster care now so be kind", "is in foster care now"),
        (
            "heads up: governors voted to close the pool in July, not announced yet",
            "governors voted to close the pool in July, not announced yet",
        ),
        ("Amina Farouk-Wells in 9S went from a 3 to a 6 in her mock.", "went from a 3 to a 6 in her mock"),
        ("Callie R in 9L dropped from a B to a D this term", "dropped from a B to a D this term"),
        ("the gate code is 4821 for late duty", "gate code is 4821"),
        ("New code for the side gate: 4821", "code for the side gate: 4821"),
        ("Strictly hush: the hall is to be painted gold", "the hall is to be painted gold"),
        ("The trust is about to buy the old cinema.", "The trust is about to buy the old cinema"),
        ("We got the call at 9. Inspectors in tomorrow.", "We got the call at 9. Inspectors in tomorrow"),
    ],
)
def test_the_span_is_what_tells_it(text, span):
    assert told(text) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "One of my students has a test result to talk about.",
        "The hall is to be painted over the summer.",
        "We went from 3 to 6 runs in one over, and Year 9 went from a whisper to a roar.",
        "My class went from a 3 to a 6 on the noise scale.",
        "The trust's published accounts show £2m in reserves.",
        "Governors will vote on it at the public meeting; the agenda is on the website.",
        "I have told the HSE and the governors that the fire exits were locked in June.",
        "I can't talk about what was said in the meeting. I need a biscuit.",
        "The government wants schools to find another £500m.",
        "I was diagnosed with ADHD at forty and school made sense.",
        "Mrs Rainsford ran the marathon for cancer research.",
        "One of my Year 9s has written a sonnet about chips.",
        "I think the head was wrong about phones and should say so.",
        "i got 14% in maths rip me",
        "We strike on Thursday because the trust wants to cut maternity pay.",
    ],
)
def test_public_matters_ones_own_and_concerns_raised_are_left_alone(text):
    assert told(text) == []
    assert told(text, Author.STUDENT) == []


def test_staff_hold_it_through_school_students_are_asked_to_protect_it():
    text = "Jorah B in 8Q got 14% on the SEND reading screen again."
    (staff,) = CONFIDENTIAL.look(Draft(text, Author.STAFF))
    (student,) = CONFIDENTIAL.look(Draft(text, Author.STUDENT))
    assert (staff.clause, staff.level) == ("CON-12", Level.IMPORTANT)
    assert (student.clause, student.level) == ("PRI-4", Level.WORTH)
    assert not {"CON-12", "BLG-1", "WEB-3"} & {student.clause, *(student.also or ())}
    assert str(staff.fix) == "One of my students has a test result to talk about."


def test_an_inner_matter_is_the_blogs_clause_for_staff():
    (hit,) = CONFIDENTIAL.look(Draft("Between us, governors voted to close the pool for good.", Author.STAFF))
    assert (hit.clause, hit.also, hit.level) == ("BLG-1", ("BLG-2",), Level.IMPORTANT)


@pytest.mark.parametrize("check", [CONFIDENTIAL, PRIVATE_LIFE, PRESS, CLAIM], ids=lambda check: check.name)
def test_each_check_keeps_its_own_promises(check):
    for example in check.flags:
        draft = example if isinstance(example, Draft) else Draft(example, Author.STAFF)
        assert list(check.look(draft)) != []
    for example in check.passes:
        draft = example if isinstance(example, Draft) else Draft(example, Author.STAFF)
        assert list(check.look(draft)) == []


def test_a_reporter_leads_to_the_headteacher_first():
    (staff,) = PRESS.look(Draft("A reporter has asked me about my blog post on our toilets", Author.STAFF))
    (student,) = PRESS.look(Draft("a reporter messaged me about my tiktok of the toilets", Author.STUDENT))
    assert (staff.also, student.also) == (("WEB-7",), ())
    assert "Headteacher" in str(PRESS.why)


@pytest.mark.parametrize(
    "text",
    [
        "A reporter from the Herald has asked me what happened at the gate.",
        "I have told the local paper everything about the roof.",
        "Channel 4 want to film in our playground.",
        "some journalist dmed me asking about the fight",
    ],
)
def test_whoever_of_the_press_asks_me_has_asked_me(text):
    assert list(PRESS.look(Draft(text, Author.STAFF))) != []


@pytest.mark.parametrize(
    "text", ["Press the dough gently.", "The Guardian is my Sunday treat.", "Our school newspaper wants poems from us."]
)
def test_a_paper_that_is_read_or_made_asks_nobody(text):
    assert list(PRESS.look(Draft(text, Author.STAFF))) == []


def test_a_claim_that_a_teacher_hurt_a_pupil_speaks_of_the_law_that_forbids_naming():
    (hit,) = CLAIM.look(Draft("Mr Standish slapped a kid in 9L today", Author.STUDENT))
    assert "141F" in str(hit.doubt)
    (other,) = CLAIM.look(Draft("Mrs Rainsford stole from the trip fund", Author.STAFF))
    assert other.doubt is None
    assert CLAIM.clause == "WEB-4"
