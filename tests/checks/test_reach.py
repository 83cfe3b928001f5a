"""Some nine hundred drafts, each with exactly what is marked in it: contact and identifiers as people write them, and what only looks like them."""

from pathlib import Path

import pytest

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Author, Draft, Told

KINDS = {"contact": "c", "identifier": "i"}
# Northgate and its Trust as their pages have them.
TOLD = Told(published_phones=frozenset({"01632960100", "01632960110"}), published_domains=frozenset({"northgate.example"}))
LINES = [line for line in Path(__file__).with_name("reach.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def marked(text):
    seen, missed = look_over(Draft(text, Author.STUDENT, told=TOLD))
    assert missed == []
    return [KINDS[one.kind] + ":" + text[one.start : one.end] for one in seen if one.kind in KINDS]


@pytest.mark.parametrize("line", LINES)
def test_what_is_marked_is_what_lets_a_stranger_in_and_nothing_else(line):
    text, wanted = line.rsplit("|", 1)
    assert sorted(marked(text)) == sorted(filter(None, wanted.split(";")))


def test_both_sorts_of_line_are_many():
    assert sum(line.endswith("|") for line in LINES) > 300
    assert sum(not line.endswith("|") for line in LINES) > 400
