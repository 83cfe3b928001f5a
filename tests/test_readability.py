"""The counter that other promises lean on: it tells easy from hard, and knows a sentence's end."""

import pytest

from tests.readability import grade, longest_sentence, syllables

EASY = "You can talk to us. We will help you. It is up to you."
HARD = "Notwithstanding the aforementioned provisions, individuals disseminating institutional information unnecessarily jeopardise organisational confidentiality."


def test_easy_words_read_easier_than_hard_ones():
    assert grade(EASY) < 2 < 16 < grade(HARD)
    assert grade("") == 0


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("made", 1),
        ("asked", 1),
        ("wanted", 2),
        ("teacher", 2),
        ("Headteacher", 3),
        ("confidential", 4),
        ("people", 2),
        ("07700", 1),
    ],
)
def test_syllables(word, count):
    assert syllables(word) == count


def test_the_longest_sentence():
    assert longest_sentence("One two three. Four five!\nSix") == 3
    assert longest_sentence("") == 0
