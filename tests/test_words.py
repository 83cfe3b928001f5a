"""Sentences keep words and values apart until they are shown."""

import pytest

from askfirst.words import Sentence, say


def test_a_sentence_is_shown_in_english_or_in_translation():
    sentence = say("Ask {who} first.", who="Dr Pascoe")
    assert str(sentence) == "Ask Dr Pascoe first."
    assert sentence.shown({"Ask {who} first.": "Gofynnwch i {who} yn gyntaf."}.__getitem__) == "Gofynnwch i Dr Pascoe yn gyntaf."


def test_a_value_that_is_a_sentence_is_translated_too():
    inner = say("the Headteacher")
    welsh = {"Ask {who} first.": "Gofynnwch i {who} yn gyntaf.", "the Headteacher": "y Pennaeth"}.__getitem__
    assert say("Ask {who} first.", who=inner).shown(welsh) == "Gofynnwch i y Pennaeth yn gyntaf."


def test_a_value_with_braces_is_only_words():
    assert str(say("You wrote {text}.", text="{who.__class__}")) == "You wrote {who.__class__}."


@pytest.mark.parametrize(("msgid", "values"), [("Ask {who}.", {}), ("Ask.", {"who": "x"}), ("Ask {who}.", {"whom": "x"})])
def test_gaps_and_values_must_agree(msgid, values):
    with pytest.raises(ValueError, match="gaps"):
        say(msgid, **values)


def test_equal_words_are_equal_and_cannot_be_changed():
    assert say("Ask {who}.", who="x") == say("Ask {who}.", who="x")
    assert len({say("Ask {who}.", who="x"), say("Ask {who}.", who="x")}) == 1
    with pytest.raises(AttributeError):
        say("Ask.").msgid = "Tell."  # type: ignore[misc]
    assert isinstance(say("Ask."), Sentence)
