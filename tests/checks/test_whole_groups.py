"""Words about whole groups: what is said or wished of them is found, their names alone never are, and a "not" turns it round.

The tables are our own; what public sets say is measured in bench/abuse.py.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.checks.catalogue import run
from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Level
from askfirst.checks.lists import listed
from askfirst.checks.text.abuse import ABUSE
from askfirst.checks.text.derogatory import DEROGATORY
from askfirst.checks.text.quoted import QUOTED
from askfirst.checks.text.words.tokens import Tokens
from tests.checks.words_about_groups import HARMLESS_ABOUT_GROUPS, HURTS

GROUPS = ("Muslims", "gay people", "immigrants", "disabled people", "trans women", "Romanians")


def found(text, author=Author.STUDENT):
    draft = Draft(text, author)
    return [text[one.start : one.end] for check in (ABUSE, DEROGATORY) for one in run(check, draft)]


@pytest.mark.parametrize("text", HURTS)
def test_what_hurts_a_whole_group_is_found(text):
    assert found(text)


@pytest.mark.parametrize("text", HARMLESS_ABOUT_GROUPS)
def test_kind_calm_and_told_of_words_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I think Muslims are nothing but vermin", "are nothing but vermin"),
        ("so glad my gran came. I despise all gay people", "despise all gay people"),
        ("Immigrants should be deported, I say", "should be deported"),
        ("honestly black people don't deserve rights", "don't deserve rights"),
        ("we are off to lunch and gay people make me sick", "make me sick"),
    ],
)
def test_the_words_that_do_the_harm_are_marked_and_no_more(text, words):
    (marked,) = found(text)
    assert words.removeprefix("are ") in marked
    assert len(marked) <= len(words) + 16


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(
    ("hurts", "kind"),
    [
        ("{} are vermin", "{} are not vermin"),
        ("{} should be shot", "{} should never be shot"),
        ("{} do not deserve respect", "{} deserve respect"),
        ("{} are not human", "{} are human"),
        ("I will kill all {}", "I will never kill {}"),
        ("I hate {}", "I do not hate {}"),
        ("let's get rid of {}", "let's not get rid of {}"),
        ("I don't like {}", "I like {}"),
        ("I hope {} all die", "I hope {} all win"),
        ("{} make me sick", "{} make me smile"),
    ],
)
def test_a_not_turns_it_round(group, hurts, kind):
    assert found(hurts.format(group))
    assert found(kind.format(group)) == []


@pytest.mark.parametrize("hard", ["Muslims are vermin", "all immigrants should be shot"])
@pytest.mark.parametrize(
    "told",
    [
        'It is wrong to say "{}"',
        "People who think that {} should be ashamed",
        "Saying {} is hateful",
        "Stop saying that {}",
        "How can anyone say {}",
        "My uncle says {} and that is racist",
    ],
)
def test_words_told_of_are_noticed_and_no_problem(hard, told):
    text = told.format(hard)
    assert found(text) == []
    assert run(QUOTED, Draft(text, Author.STUDENT))
    assert found(hard)


@pytest.mark.parametrize(
    "opinion",
    [
        "I think {}",
        "I'm not racist but {}",
        "Everybody knows {}",
        "In my opinion {}",
        "Isn't it clear that {}?",
        "I say {} and it is wrong to let them in",
    ],
)
def test_an_opinion_tells_of_nothing(opinion):
    assert found(opinion.format("immigrants are parasites"))


@pytest.mark.parametrize(
    "written",
    [
        "Musilms",
        "Mslims",
        "Musl1ms",
        "M u s l i m s",
        "Mus\u200blims",
        "Mu\u2764slims".replace("\u2764s", "\u2764"),
        "M\u016bslims",
        "Muslims\ufe0f",
    ],
)
def test_a_disguise_of_the_name_hides_nothing(written):
    assert found("all " + written + " are scum")


@pytest.mark.parametrize("written", ["sucm", "scum", "s c u m", "5cum", "sc*m", "absolutescum"])
def test_a_disguise_of_the_hard_word_hides_nothing(written):
    assert found("all Muslims are " + written)


@pytest.mark.parametrize(
    "text", ["you are a total wanker", "you are human garbage", "somebody should snap his neck", "I am going to make you suffer"]
)
def test_words_thrown_at_nobody_known_are_asked_about_and_no_more(text):
    (one,) = run(ABUSE, Draft(text, Author.STUDENT))
    assert one.level is Level.TIP
    assert "someone" in str(one.why)


@pytest.mark.parametrize(
    "text", ["you are a total wanker lol", "you absolute donkey, love you", "ye absolute dobber of a machine", "I could kill him haha"]
)
def test_a_joke_with_a_friend_or_a_word_to_a_machine_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["typical slut behaviour", "I hate sluts", "your people are fags", "i hate f4gs", "of course that idiot was a Muslim"]
)
def test_names_that_put_down_are_groups_of_their_own(text):
    assert found(text)


@pytest.mark.parametrize("text", ["I'm a proud dyke", "we're here, we're queer", "popped out for a fag", "he keeps a bitch and two pups"])
def test_ones_own_word_and_other_senses_are_left_alone(text):
    assert found(text) == []


def test_words_of_every_day_are_never_taken_for_a_slip_of_the_pen_or_for_two():
    words = sorted(
        listed("whole", "real_words") | {"therapist", "manslaughter", "peasant", "assassin", "homeless", "girlfriend", "together"}
    )
    tokens = Tokens(Draft(" ".join(words), Author.STAFF))
    assert set(words) <= tokens.vocabulary


@given(
    st.lists(
        st.sampled_from((*GROUPS, "are", "should", "not", "die", "hate", "I", "they", "🐀", "vermin", ".", "say", "f i l t h", "🏳️‍🌈")),
        max_size=25,
    )
)
def test_what_is_marked_lies_inside_the_text(pieces):
    text = " ".join(pieces)
    for check in (ABUSE, DEROGATORY, QUOTED):
        for one in run(check, Draft(text, Author.STUDENT)):
            assert 0 <= one.start < one.end <= len(text)
            assert text[one.start : one.end] == text[one.start : one.end].strip()


@given(st.sampled_from(GROUPS), st.sampled_from(("love", "know", "meet", "teach", "thank", "visit", "cook for", "sing with", "see")))
def test_a_name_of_a_group_is_never_hurtful(group, verb):
    assert found("I %s %s" % (verb, group)) == []


@given(st.sampled_from(HURTS), st.sampled_from(("We had pizza for lunch.", "Netball is at four.", "Thank you for the cake!")))
def test_a_clean_sentence_more_takes_nothing_away(hurts, clean):
    assert found(clean + " " + hurts)
    assert found(hurts + ". " + clean)
