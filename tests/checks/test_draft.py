"""A draft leaks by no accident: it cannot be printed, logged, formatted or pickled; and folding always leads back to the text."""

import copy
import gc
import logging
import pickle
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.checks.catalogue import TEXT_CHECKS, look_over
from askfirst.checks.draft import Author, Draft
from askfirst.checks.text.words.fold import fold
from askfirst.checks.text.words.sentences import Sentences

SECRET = "CANARY words nobody should see"


@pytest.fixture
def draft():
    return Draft(SECRET, Author.STAFF)


def test_a_draft_cannot_be_shown_by_accident(draft, caplog):
    with caplog.at_level(logging.INFO):
        logging.getLogger("any").info("looking at %s and %r", draft, draft)
    shown = [str(draft), repr(draft), "{}".format(draft), "{!r}".format(draft), "%s" % draft, str([draft]), caplog.text]
    assert not [one for one in shown if "CANARY" in one]
    assert all("<Draft>" in one for one in shown)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_draft_cannot_be_pickled(draft, protocol):
    with pytest.raises(TypeError, match="never stored"):
        pickle.dumps(draft, protocol)
    with pytest.raises(TypeError, match="never stored"):
        copy.deepcopy(draft)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＨＥＬＬＯ ０７７００", "hello 07700"),
        ("r\u200be\u200bt", "ret"),
        ("fаt сow", "fat cow"),
        ("Łukasz Zieliński", "lukasz zielinski"),
        ("O’Connell", "o'connell"),
        ("Straße", "strasse"),
        ("ﬁne", "fine"),
        ("𝓱𝓲", "hi"),
        ("a\u202eb", "ab"),
    ],
)
def test_disguises_are_undone(text, folded):
    assert fold(text).text == folded


@given(st.text(max_size=200))
def test_every_folded_place_leads_back_into_the_text(text):
    folded = fold(text)
    assert len(folded.came_from) == len(folded.text) + 1
    assert list(folded.came_from) == sorted(folded.came_from)
    assert all(0 <= place <= len(text) for place in folded.came_from)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("check", TEXT_CHECKS, ids=lambda check: check.name)
def test_a_draft_is_gone_as_soon_as_nobody_holds_it_though_what_was_read_out_of_it_held_it(check):
    text = "\n".join(one if isinstance(one, str) else one.text for one in (*check.flags, *check.passes))
    gc.disable()
    try:
        draft = Draft(text, Author.STAFF)
        gone = weakref.ref(draft)
        assert look_over(draft)[1] == []
        del draft
        assert gone() is None
    finally:
        gc.enable()


@given(st.text(max_size=200), st.data())
def test_every_place_stands_in_one_sentence(text, data):
    sentences = Sentences(text)
    for place in range(len(text)):
        start, end = sentences.around(place)
        assert start <= place < end
    if text:
        one = data.draw(st.integers(0, len(text) - 1))
        assert sentences.same(one, one)


def test_titles_end_no_sentence():
    text = "Mr. Standish ran. Dr Pascoe walked! St. Brannock's won"
    ends = sorted({text[slice(*Sentences(text).around(place))] for place in range(len(text))})
    assert len(ends) == 3
