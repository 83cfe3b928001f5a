"""A pattern is only tried where one of its clues stands: so whatever it matches holds one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askfirst.checks.catalogue import TEXT_CHECKS, get_ready
from askfirst.checks.draft import Brand, Told
from askfirst.checks.text.need.help_signs import SENTENCES as HELPING
from askfirst.checks.text.need.need_signs import SENTENCES as NEEDING
from askfirst.checks.text.need.need_signs import sorts
from askfirst.checks.text.patterns.clued import FOLDED, Clued, Family, Searched, read_clues
from askfirst.checks.text.private.fact_words import FACTS


@pytest.mark.parametrize(
    ("source", "clues"),
    [
        ("governors?", {"governor"}),
        (r"\b(?:leaked|off the record)\b", {"leaked", "off the record"}),
        (r"(?:the|a) closed (?:meeting|session)", {" closed meeting", " closed session"}),
        (r"in (?:the|his) (?:heart|lungs?)", {" heart", " lung"}),
        (r"(?:door|gate) (?:code|pin)\d*", {"door", "gate"}),
        (r"off with (?:stress|his|her)", {"off with stress", "off with his", "off with her"}),
        (r"(?:staff )?bonus", {"bonus"}),
        (r"(?:upheld){1,2} ?", {"upheld"}),
        (r"(?P<who>head)(?: of)?", {"head"}),
        (r"£ ?\d+", {"£"}),
        (r"(?:for|as) (?:me|myself)", {" me", " myself"}),
        (r"\bcar\b|[\U0001f697\U0001f695]", {"car", "\U0001f697", "\U0001f695"}),
        (r"(?:axe|[ds])", None),
        (r"(?:axe|\d)", None),
        (r"(?:secret)?", None),
        (r"\w+", None),
        (r"(?i:Secret)", None),
    ],
)
def test_the_clues_of_a_pattern(source, clues):
    assert read_clues(source) == clues


def test_a_pattern_without_clues_is_always_worth_a_search_and_one_with_clues_is_not():
    family = Family()
    digits, secret = Clued(r"\d", family), Clued("zq secret", family)
    assert Searched("nothing here", family).worth(digits)
    assert not Searched("nothing here", family).worth(secret)
    assert Searched("a zq secret", family).search(secret)
    assert [match.span() for match in Searched("1 zq secret", family).finditer(secret)] == [(2, 11)]
    assert list(Searched("a secret", family).finditer(secret)) == []
    late = Clued("feeble", family)
    assert Searched("too feeble", family).worth(late)
    assert not Searched("too feeble").worth(*FOLDED.patterns)


OURS = tuple(FOLDED.patterns)
sorts()  # read out of their table
OF_SENTENCES = (*HELPING.patterns, *NEEDING.patterns)


@pytest.mark.parametrize("pattern", OF_SENTENCES, ids=lambda one: one.source[:24])
@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_whatever_a_sign_of_help_or_need_matches_holds_one_of_its_clues(pattern, data):
    text = data.draw(st.from_regex(pattern.source))
    found = pattern.pattern.search(text)
    if found:
        read = Searched(text, HELPING if pattern in HELPING.patterns else NEEDING)
        met = read.search(pattern)
        assert met and met.span() == found.span()


@pytest.mark.parametrize("pattern", OURS, ids=lambda one: one.source[:24])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_whatever_a_pattern_of_ours_matches_holds_one_of_its_clues(pattern, data):
    clues = read_clues(pattern.source)
    assert clues, pattern.source
    text = data.draw(st.from_regex(pattern.source))
    for match in pattern.pattern.finditer(text):
        assert any(clue in match.group() for clue in clues), match.group()


def test_the_examples_of_every_check_hold_the_clues_of_what_they_match():
    texts = [each if isinstance(each, str) else each.text for check in TEXT_CHECKS for each in (*check.flags, *check.passes)]
    stood = set()
    for text in map(str.lower, texts):
        searched = Searched(text)
        for pattern in OURS:
            if pattern.search(text):
                stood.add(pattern)
                assert searched.worth(pattern), (text, pattern.source)
    assert len(stood) > len(OURS) // 2


def test_a_part_of_a_text_is_searched_as_if_it_stood_alone():
    texts = [each for check in TEXT_CHECKS for each in (*check.flags, *check.passes) if isinstance(each, str)]
    low, found = " ".join(texts).lower(), 0
    whole, begin = Searched(low), 0
    for text in texts:
        end = begin + len(text.lower())
        part = whole.part(begin, end)
        assert part.text == text.lower()
        for pattern in OURS:
            match = pattern.search(part.text)
            assert (match and match.span()) == ((here := part.search(pattern)) and here.span()), (text, pattern.source)
            found += match is not None
        begin = end + 1
    assert found > len(OURS) // 2


def test_choices_are_found_as_one_pattern_of_them_would_find_them():
    one = re.compile("|".join("(?P<%s>%s)" % (name, choice.source) for name, choice in FACTS.items()))
    texts = ("she got 14% in her mock and is in foster care", "off with stress since she got sacked, on a pip, suspended for a week", "")
    for text in texts:
        expected = [(match.lastgroup, *match.span()) for match in one.finditer(text)]
        assert [(name, *match.span()) for name, match in Searched(text).choices(FACTS)] == expected
    assert expected == []
    assert len(list(Searched(texts[1]).choices(FACTS))) > 1


def test_a_server_that_got_ready_has_nothing_of_these_left_to_compile():
    get_ready(Told(brands=(Brand("Northgate School"),)))
    assert all("pattern" in vars(one) for one in OURS)
