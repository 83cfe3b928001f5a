"""Every check keeps its own word: its examples are marked or left alone, its spans lie in the text, its words are easy to read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.checks import text
from askfirst.checks.catalogue import NAME_CHECKS, TEXT_CHECKS, look_over
from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import KINDS
from tests.readability import grade, longest_sentence


def as_draft(example):
    return example if isinstance(example, Draft) else Draft(example, Author.STAFF)


def named(example):
    return example.text if isinstance(example, Draft) else example


ALL = (*TEXT_CHECKS, *NAME_CHECKS)
FLAGS = [pytest.param(check, one, id=check.name + ": " + named(one)) for check in ALL for one in check.flags]
PASSES = [pytest.param(check, one, id=check.name + ": " + named(one)) for check in ALL for one in check.passes]


@pytest.mark.parametrize(("check", "example"), FLAGS)
def test_what_a_check_says_it_marks_it_marks(check, example):
    draft = as_draft(example)
    hits = list(check.look(draft))
    assert hits
    for hit in hits:
        assert 0 <= hit.start < hit.end <= len(draft.text)
        marked = draft.text[hit.start : hit.end]
        assert marked == marked.strip()
        assert hit.target is None or 0 <= hit.target.start < hit.target.end <= len(draft.text)


@pytest.mark.parametrize(("check", "example"), PASSES)
def test_what_a_check_says_it_leaves_alone_it_leaves_alone(check, example):
    assert list(check.look(as_draft(example))) == []


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.name)
def test_a_check_has_a_name_of_its_own_a_known_kind_and_examples_of_both_sorts(check):
    assert [other for other in ALL if other.name == check.name] == [check]
    assert check.kind in KINDS
    assert len(check.flags) >= 2
    assert len(check.passes) >= 2


def test_a_file_beside_the_checks_of_a_text_is_one_of_them_and_the_rest_lies_in_folders():
    files = {path.stem for path in Path(text.__file__).parent.glob("*.py")} - {"__init__"}
    assert sorted(check.look.__module__ for check in TEXT_CHECKS) == sorted("askfirst.checks.text." + file for file in files)


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.name)
def test_a_check_speaks_so_that_an_eleven_year_old_can_read_it(check):
    for words in (str(check.title), str(check.why), str(check.fix or ""), str(check.doubt)):
        assert longest_sentence(words) <= 15
    assert grade(" ".join((str(check.why), str(check.doubt)))) <= 6


AWKWARD = st.text(
    st.one_of(
        st.sampled_from("0179 @.+-/()oOlIzZqQ\n\u200b\u0301\ufe0f\u20e3\uff10\uff17ВХаоßİŉﬃ½²\u202e📱🐒"),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=80,
)
PIECES = st.lists(
    st.one_of(AWKWARD, st.sampled_from([named(one) for check in TEXT_CHECKS for one in (*check.flags, *check.passes)])),
    min_size=1,
    max_size=4,
)


@given(PIECES, st.sampled_from(Author))
def test_whatever_the_words_every_span_lies_inside_them(pieces, author):
    text = " ".join(pieces)
    seen, missed = look_over(Draft(text, author))
    assert missed == []
    for one in seen:
        assert 0 <= one.start < one.end <= len(text) or (one.start, one.end) == (0, 0)


@pytest.mark.parametrize("check", TEXT_CHECKS, ids=lambda check: check.name)
def test_a_glance_never_says_no_where_something_is(check):
    drafts = [as_draft(one) for other in TEXT_CHECKS for one in (*other.flags, *other.passes)]
    missed = [draft.text for draft in drafts if not check.when(draft) and list(check.look(draft))]
    assert missed == []
    assert any(check.when(draft) for draft in drafts)
