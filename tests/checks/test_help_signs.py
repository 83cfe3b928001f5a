"""Whoever may be hurt, or may hurt themselves, is met whatever their words (S30, ruling 12); a manner of speaking is not."""

from pathlib import Path

import pytest

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Author, Draft
from askfirst.checks.lists import sections
from askfirst.checks.text import help as help_module
from askfirst.checks.text.help import HELP
from askfirst.checks.text.need.help_signs import SIGNS, signs
from askfirst.checks.text.need.help_tables import TABLES, families
from askfirst.checks.text.words.tokens import Tokens

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


def said(file):
    rows = [line.split("|", 2) for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    need = [met(text, Author(author)) for author, kind, text in rows if kind == "h"]
    idiom = [met(text, Author(author)) for author, kind, text in rows if kind == "-"]
    assert len(need) >= 50 <= len(idiom)
    return sum(need) / len(need), sum(idiom) / len(idiom)


@pytest.mark.parametrize("file", ["help.txt", "help_again.txt", "help_third.txt"])
def test_nearly_all_need_is_met_and_hardly_an_idiom(file):
    need, idiom = said(SAID / file)
    assert (need >= 0.95, idiom <= 0.02) == (True, True), (need, idiom)


@pytest.mark.parametrize(("file", "most"), [("help_fourth.txt", 0.91), ("help_fifth.txt", 0.92), ("help_sixth.txt", 0.97)])
def test_need_said_sideways_is_mostly_met_beside_its_near_copies(file, most):
    """Harder lists: what is hinted at, and harmless sentences that copy it word for word but for one."""
    need, idiom = said(SAID / file)
    assert (need >= most, idiom <= 0.045) == (True, True), (need, idiom)


def test_most_need_is_met_in_sentences_no_sign_was_ever_written_for():
    """Written before the signs were read, and only counted: what can be hoped for in words that nobody foresaw."""
    need, idiom = said(Path(__file__).with_name("help_unread.txt"))
    assert (need >= 0.90, idiom <= 0.04) == (True, True), (need, idiom)


def test_batches_set_apart_are_met_no_worse_than_at_their_first_reading():
    """Whole batches that no rule was mended for: hinted need, and puns on it. docs/decisions/0025 says what was tried for them."""
    need, idiom = said(SAID / "help_set_apart.txt")
    assert (need >= 0.35, idiom <= 0.16) == (True, True), (need, idiom)


def test_without_what_is_put_together_much_of_it_is_missed(monkeypatch):
    """The planted flaw: exact wordings alone."""
    monkeypatch.setattr(help_module, "composed", lambda tokens: iter(()))
    assert said(Path(__file__).with_name("help_unread.txt"))[0] < 0.6


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("fink im gona kil meself tonite", True),  # by ear
        ("i hope the wasps die", False),  # somebody else comes in
        ("im sat on the bridge", True),  # and says no more
        ("im sat on the bridge feeding ducks", False),
        ("they beat us 3-2", False),  # a result
        ("A girl in my form told me her uncle hurts her.", True),
        ("If you want to die, ring Samaritans on 116 123.", False),
    ],
)
def test_what_stands_between_and_after_decides(text, wanted):
    assert met(text) is wanted


def test_every_line_of_the_tables_can_be_read():
    """A sign that a need names is in the table, and every family that a line names is one."""
    names = {name for table in TABLES for name in sections(table, "signs")}
    for lines in (lines for table in TABLES for lines in sections(table, "needs").values()):
        for written in lines.split():
            for one in written.lstrip("!~").split("|"):
                assert "_" not in one or one.startswith("#") or one in names, one
                assert not one.startswith("#") or one[1:] in families(), one


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
