"""Whoever may be hurt, or may hurt themselves, is met whatever their words (S30, ruling 12); a manner of speaking is not."""

from pathlib import Path

import pytest

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Author, Draft
from askfirst.checks.text.help import HELP
from askfirst.checks.text.help_signs import SIGNS, signs
from askfirst.checks.text.tokens import Tokens

SAID = Path(__file__).parents[2] / "bench" / "said"
NEED = (
    "i swallowed twenty tablets of mums",
    "i no longer want to be alive",
    "my cousin punched me again and nobody believes me",
    "im terrified of my stepdad",
    "my uncle climbed into my bed",
    "the older lad makes me carry packages for him",
    "he says he will share the nudes unless i pay",
    "mr b from games gave me his snap",
    "i dont feel safe going home",
    "what 's the point of being alive",
    "she hits me when i get my homework wrong",
)
TALK = (
    "my brother beat me 3-0",
    "mum locked me out of the bathroom",
    "i 'm sick of living in a village",
    "coach texted us all about the fixture at night",
    "dad punched the air",
    "i hope the wasps die",
    "i 'm going to die of laughing",
    "nobody would notice if i wore odd shoes",
    "someone help me with my maths",
)


def met(text, author=Author.STUDENT):
    return bool(list(HELP.look(Draft(text, author))))


@pytest.mark.parametrize("text", NEED)
def test_signs_of_need_are_met_in_words_nobody_listed(text):
    assert met(text)


@pytest.mark.parametrize("text", TALK)
def test_talk_that_only_sounds_like_it_is_left_alone(text):
    assert not met(text)


@pytest.mark.parametrize("file", ["help.txt", "help_again.txt"])
def test_nearly_all_need_is_met_and_hardly_an_idiom(file):
    rows = [line.split("|", 2) for line in (SAID / file).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    need = [met(text, Author(author)) for author, kind, text in rows if kind == "h"]
    idiom = [met(text, Author(author)) for author, kind, text in rows if kind == "-"]
    assert len(need) >= 50 <= len(idiom)
    assert sum(need) >= 0.95 * len(need)
    assert sum(idiom) <= 0.02 * len(idiom)


def test_every_sort_of_sign_is_named_and_spans_lie_in_the_text():
    assert set(SIGNS) == {"self_harm", "hurt", "contact"}
    for text in NEED:
        tokens = Tokens(Draft(text, Author.STUDENT))
        for first, last, _ in signs(tokens):
            start, end = tokens.span(first, last)
            assert 0 <= start < end <= len(text)


def test_a_clean_sentence_beside_it_takes_no_sign_away():
    for text in NEED:
        seen, _ = look_over(Draft(text + ". The bus was late.", Author.STUDENT))
        assert any(one.kind == "help" for one in seen)


def test_a_sign_is_found_in_time_that_grows_with_the_text_alone():
    """No sign may make a long text slow: one sentence of a thousand words is read whole, and says the same."""
    for text in NEED[:4]:
        assert met(text + " and then " + "a long day went on " * 200)
