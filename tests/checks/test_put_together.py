"""How words are read before any check sees them, and put together after: one small story for each rule, each of which can go wrong alone."""

import re
from dataclasses import replace

import pytest

from askfirst.advice.trust import told_by
from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Author, Brand, Draft, Told
from askfirst.checks.text.contact.published import public
from askfirst.checks.text.contact.riddle import riddles
from askfirst.checks.text.patterns.apart import apart
from askfirst.checks.text.people.roll import read_roll
from askfirst.checks.text.people.school_words import brand_pattern
from askfirst.checks.text.unkind.meant import Meant
from askfirst.checks.text.unkind.targets import Targets
from askfirst.checks.text.words.fold import fold
from askfirst.procedure.trust import load_trust

ROLL = read_roll(["person_id,given_name,family_name,known_as,role,school,year", "S1,Kit,Okoro-Penn,,student,Northgate School,8"])


def said(text, author=Author.STUDENT):
    seen, missed = look_over(Draft(text, author, told=Told(roll=ROLL)))
    assert missed == []
    return [(one.kind, text[one.start : one.end]) for one in seen]


def test_marks_that_nobody_sees_hide_no_letter():
    assert fold("k\u200bi\u2060t").text == "kit"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they make me do the deliveries on my bike and if i say no they batter me", [("help", "say no they batter me")]),  # no butter
        ("dad says hes gonna batter me when i get in and he means it", [("help", "says hes gonna batter me")]),
        ("i dont wanna wake up tomorrow", [("help", "dont wanna wake up")]),  # "to", "ever": what a sign may leave out
        ("cant stop cutting", [("help", "cant stop cutting")]),
        ("im gonna kill myself", [("help", "gonna kill myself")]),
        ("the book is about a girl whose stepmother locks her in the cellar", []),
        ("my cousin is getting married and shes 26", []),
        ("we live three doors up from the bakery on Chandler Street", [("contact", "three doors up from the bakery on Chandler Street")]),
        ("my locker is two doors down from the hall", []),
    ],
)
def test_words_are_put_together_as_they_are_meant(text, found):
    assert said(text) == found


def test_what_one_says_of_oneself_is_pointed_at_where_it_stands():
    text = "I'm the dad. I want to be dead. I've got three kids and I want to be dead."
    assert [words for kind, words in said(text, Author.STAFF) if kind == "help" and "kids" in words] == []


def test_a_plan_about_one_person_is_told_once_and_as_that_persons():
    assert said("At the pupil panel it was agreed that Kit moves to the unit after Christmas.", Author.STAFF) == [
        ("confidential", "moves to the unit after Christmas")
    ]


def test_a_number_with_its_key_beside_it_is_read():
    assert [digits for _, _, digits in riddles("07700 e00 318, e is nine")] == ["07700900318"]
    assert list(riddles("07700 e00 318")) == []


def test_an_office_is_public_until_somebodys_own_is_named():
    assert public("ring the office on ")
    assert not public("not the office, ring my own number ")


def test_a_shop_of_the_same_name_is_no_school():
    school = re.compile(brand_pattern((Brand("Northgate", ambiguous=True),)))
    assert school.search("i teach at northgate")
    assert school.search("i work at northgate tesco") is None
    assert school.search("the northgate staff room")  # "st" is a street only as a word of its own


@pytest.mark.parametrize("name", ["Дмитри Карпов", "Карпов Дмитри"])
def test_a_name_in_another_script_is_known_in_either_order(name):
    roll = read_roll(["person_id,given_name,family_name,known_as,role,school,year", "S1,Dmitri,Karpov,,student,Northgate School,8"])
    text = "опять " + name
    seen, _ = look_over(Draft(text, Author.STUDENT, told=Told(roll=roll)))
    assert [text[one.start : one.end] for one in seen if one.kind == "roster-name"] == [name]


def test_a_set_by_its_number_is_a_group():
    draft = Draft("set 4 are lovely, set off early", Author.STAFF)
    assert Meant(draft.once(Targets)).starts("G") == [0]


@pytest.mark.parametrize(
    ("whole", "ways"),
    [
        (r"\b(?:closed meeting|leaked)\b", (r"\b(?:closed meeting)\b", r"\b(?:leaked)\b")),
        (r"one|two", ("one", "two")),
        (r"sat (?:in|on) it", (r"sat (?:in|on) it",)),  # begins before its ways: it stays whole
        (r"(?:one|two)+", (r"(?:one|two)+",)),
        (r"(?:(?P<who>he)|she)", (r"(?:(?P<who>he)|she)",)),
    ],
)
def test_a_pattern_is_taken_apart_only_where_its_ways_begin_with_it(whole, ways):
    assert apart(whole) == ways


def test_a_hit_may_cite_rules_of_its_own():
    seen, _ = look_over(Draft("A journalist has asked me about my blog post on school.", Author.STAFF))
    assert [(one.clause, one.also) for one in seen if one.kind == "press"] == [("SNS-12", ("WEB-7",))]


def test_a_motto_is_no_name_that_a_post_is_searched_for():
    trust = load_trust()
    first, *others = trust.brands
    told = told_by(replace(trust, brands=(replace(first, motto=True), *others)))
    assert told.mottos == (first.term,)
    assert first.term not in {brand.term for brand in told.brands}


HALF = "You say that the views are yours. Say too that they are not your school's."


@pytest.mark.parametrize(
    ("note", "half"),
    [
        ("My views are my own.", True),
        ("All views my own.", True),
        ("Opinions here are mine alone.", True),
        ("I speak only for myself.", True),
        ("My personal view is that Leeds will go up.", False),
        ("People who write views my own are silly.", False),
        ("Retweets are not endorsements.", False),
    ],
)
def test_half_a_note_is_told_what_it_lacks_and_none_is_told_that_there_is_none(note, half):
    draft = Draft("I teach at Northgate School. " + note, Author.STAFF, told=told_by(load_trust()))
    (told,) = [one for one in look_over(draft)[0] if one.check == "missing-disclaimer"]
    assert (str(told.why) == HALF, str(told.title) == "A note that says half of it") == (half, half)
