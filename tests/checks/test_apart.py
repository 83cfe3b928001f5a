"""A pattern taken apart finds what the whole pattern finds, at the same places, and as quickly on a text twice as long."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askfirst.checks.catalogue import TEXT_CHECKS
from askfirst.checks.text.patterns.apart import apart
from askfirst.checks.text.patterns.clued import FOLDED, Clued, Family, Searched

OURS = tuple(FOLDED.patterns)
TEXTS = [each if isinstance(each, str) else each.text for check in TEXT_CHECKS for each in (*check.flags, *check.passes)]


@pytest.mark.parametrize(
    ("source", "ways"),
    [
        (r"\b(?:leaked|off the record)\b", (r"\b(?:leaked)\b", r"\b(?:off the record)\b")),
        (r"(?<!\w)(?:a (?:b|c)|d[|)]|\))(?!\w)", (r"(?<!\w)(?:a (?:b|c))(?!\w)", r"(?<!\w)(?:d[|)])(?!\w)", r"(?<!\w)(?:\))(?!\w)")),
        (r"@\w|[^]|]x|[]|]\|", (r"@\w", r"[^]|]x", r"[]|]\|")),
        (r"(?:its |the )(?:pool|farm)", ("(?:its )(?:pool|farm)", "(?:the )(?:pool|farm)")),
    ],
)
def test_the_ways_of_a_pattern(source, ways):
    assert apart(source) == ways


@pytest.mark.parametrize(
    "source",
    [
        "leaked",
        r"my (?:pool|farm)",  # begins before its ways
        r"(?:ha|ho)+",
        r"(?:the )?(?:pool|farm)",  # what may be missing is a choice of its own
        r"\b(?:(?P<who>head)|pool)\b",
        r"(head|pool)",
    ],
)
def test_what_cannot_be_taken_apart_stays_whole(source):
    assert apart(source) == (source,)


def found(matches):
    return [match.span() for match in matches]


@pytest.mark.parametrize("pattern", [one for one in OURS if len(apart(one.source)) > 1], ids=lambda one: one.source[:24])
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_the_ways_find_what_the_whole_pattern_finds(pattern, data):
    whole = re.compile(pattern.source)
    text = " ".join(data.draw(st.lists(st.one_of(st.from_regex(whole), st.sampled_from(TEXTS)), min_size=1, max_size=3))).lower()
    assert found(Searched(text).finditer(pattern)) == found(whole.finditer(text))
    first = Searched(text).search(pattern)
    assert (first and first.span()) == ((one := whole.search(text)) and one.span())


def test_of_two_ways_at_one_place_the_first_is_taken():
    family = Family()
    pattern = Clued("ab|abc|bcd", family)
    assert [match.group() for match in Searched("abcd abc", family).finditer(pattern)] == ["ab", "ab"]
    assert [match.group() for match in [Searched("abcd", family).search(pattern)] if match] == ["ab"]


def test_a_way_that_stands_nowhere_more_is_not_looked_for_again():
    family = Family()
    pattern = Clued(r"\b(?:ab|zq\d)\b", family)

    def seconds(times):
        text = "ab " * times + "zq "
        best = 9.0
        for _ in range(3):
            begun = time.process_time()
            assert len(list(Searched(text, family).finditer(pattern))) == times
            best = min(best, time.process_time() - begun)
        return best

    assert seconds(20_000) < 3 * seconds(10_000)
