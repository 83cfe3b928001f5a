"""Where no word of a text is a name of the roll its words are not looked at: so whoever is named there is named by a word of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.checks.catalogue import run
from askfirst.checks.draft import Author, Draft
from askfirst.checks.lists import listed
from askfirst.checks.text.names import NAMES
from askfirst.checks.text.people import names_on_roll
from askfirst.checks.text.people.roll import Roll
from askfirst.checks.text.words import run_together
from askfirst.checks.text.words.reading import Reading, near
from tests.checks.test_names_beside import TOLD

PARTS = (
    "Jorah jorah Jora Blenkinsop Blenkinsopp blenkinsop's Amina Farouk-Wells FarQuk-Wells Rose rose Summer Field Grace Noor AF JB in 9S year 8 Mrs Mr miss"
    " Williams Wiliams , . and @ J0rah gr@ce Kofi St-andish the of our twins Мария"
).split()
TEXTS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map(" ".join)


def named(text):
    return [(hit.start, hit.end) for hit in run(NAMES, Draft(text, Author.STAFF, told=TOLD))]


@given(TEXTS)
def test_nobody_is_missed_where_no_word_is_a_name_of_the_roll(text):
    short = named(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Roll, "has_part", lambda roll, words: True)
        patch.setattr(names_on_roll, "TITLES", {*Draft(text, Author.STAFF).words, "mr"})
        assert named(text) == short


@given(st.text("ab'-é_1 @", max_size=30))
def test_the_cores_of_a_text_are_those_of_its_words(text):
    reading = Draft(text + "x", Author.STAFF).once(Reading)
    assert reading.cores == {word.core for word in reading.words}


@given(st.text("abcde", min_size=5, max_size=9), st.integers(0, 8), st.sampled_from("xyz"))
def test_a_letter_changed_or_left_out_is_still_near(name, at, letter):
    at = 1 + at % (len(name) - 1)
    changed, longer = name[:at] + letter + name[at + 1 :], name[:at] + letter + name[at:]
    assert near(name, changed)
    assert near(name, longer) or longer.startswith(name)
    assert not near(name, name[0] + "xyz" + name[4:])


def test_words_that_we_know_and_leave_whole_are_none_that_would_be_taken_apart():
    for word in run_together._stay_whole():
        if len(word) > 6 and word.isalpha() and run_together._may_hold_a_hard_one(word) and word not in listed("whole", "real_words"):
            assert run_together._run_together(word) is None
        if len(word) > 4 and word.isalpha():
            assert run_together._of_small_words(word) is None
