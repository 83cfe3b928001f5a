"""A code phrase guessed 10,000 times in an hour: how many guesses are looked at, what the guesser reads, and that its holder gets in."""

from collections import Counter
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client

from askfirst.casework import code_phrase
from askfirst.casework.code_phrase import NoBox, TryLater, open_box, tell_without_a_name
from askfirst.casework.phrase_words import WORDS
from askfirst.people.accounts_throttle import Limit
from tests.casework.test_concern_stories import POST
from tests.clock import london

pytestmark = pytest.mark.django_db
AT, HOUR = london("2026-11-25 10:00"), timedelta(hours=1)
GUESSES, FEWER = 10_000, 1_000  # as many come through: waits bound them, not the guesses
AT_MOST, LONGEST_WAIT = 60, 90
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch):
    """The same keyed hash, not slow: what is counted is how many are made."""
    monkeypatch.setattr(code_phrase, "COST", 2**2)


def guess(phrase, at):
    try:
        open_box(phrase, at=at)
    except NoBox:
        return "looked at"
    except TryLater:
        return "later"
    return "in"


def an_hour_of_guesses(count):
    """So many wrong phrases, evenly over the hour."""
    return Counter(guess("one two three four five %d" % n, AT + n * HOUR / count) for n in range(count))


def test_there_are_more_phrases_than_two_to_the_sixty():
    assert len(set(WORDS)) ** len(code_phrase.new_phrase().split()) > 2**60


def test_of_ten_thousand_guesses_in_an_hour_at_most_sixty_are_looked_at_and_the_holder_gets_in_after(cast):
    phrase = tell_without_a_name(POST, at=AT)
    got = an_hour_of_guesses(GUESSES)
    print("10,000 guesses in an hour: %d looked at" % got["looked at"])
    assert got == {"looked at": 55, "later": GUESSES - 55}
    assert got["looked at"] <= AT_MOST
    assert guess(phrase, AT + HOUR + timedelta(seconds=LONGEST_WAIT)) == "in"


def test_a_guesser_who_knows_when_each_wait_ends_gets_no_further(cast):
    """The most that an hour gives: one guess at the very second that the wait before it is over."""
    looked, at = 0, AT
    while at < AT + HOUR:
        try:
            open_box("one two three four five %d" % looked, at=at)
        except NoBox:
            looked += 1
        except TryLater as wait:
            at += timedelta(seconds=wait.seconds)
    print("the most in an hour: %d" % looked)
    assert looked <= AT_MOST


def test_whoever_holds_it_gets_in_again_and_again(cast):
    """A right phrase takes no place: nobody is slowed down by reading their own mailbox often."""
    phrase = tell_without_a_name(POST, at=AT)
    assert {guess(phrase, AT + timedelta(seconds=n)) for n in range(100)} == {"in"}


def test_the_bound_is_found_missing_where_waits_are_short(cast, monkeypatch):
    """The planted flaw: a longest wait of thirty seconds lets more than sixty through."""
    monkeypatch.setattr(code_phrase, "GUESSES", Limit(free=15, forgets_one_in=120, longest=30))
    assert an_hour_of_guesses(FEWER)["looked at"] > AT_MOST


def test_what_the_guesser_reads_is_one_sentence(cast, settings):
    settings.CLOCK = lambda: AT
    browser, seen = Client(HTTP_HOST="localhost"), []
    for n in range(20):
        answer = browser.post("/concern/mailbox/", urlencode({"phrase": "one two three four five %d" % n}), content_type=FORM)
        seen.append((answer.status_code, answer.content.decode()))
    assert [status for status, _ in seen] == [400] * 10 + [429] * 10
    assert "These words open nothing. Check each word and their order, then try again." in seen[0][1]
    assert "Too many words were tried lately. Wait 2 seconds, then try again." in seen[-1][1]
    assert "one two three" not in seen[-1][1]
