"""The demo cast for any test: `from tests.cast import cast, who`, then take `cast` as a fixture and ask `who("harrow")` for a reference.

Dates stand as the stories tell them; the stories' Monday is 23 November 2026.
"""

from datetime import date

import pytest

from askfirst.people.demo import load_people
from askfirst.people.who import by_username

__all__ = ["MONDAY", "cast", "who"]

MONDAY = date(2026, 11, 23)


@pytest.fixture
def cast(db):
    """Everybody of the cast, in this test's transaction."""
    load_people(monday=MONDAY)


def who(username: str) -> str:
    """The reference of somebody in the cast; a story that names nobody is a mistake in the story."""
    named = by_username(username)
    assert named is not None, "nobody in the cast is called %s" % username
    return named.ref
