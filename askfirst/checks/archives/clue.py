"""What one post says by itself, before it is joined with others. Pure."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from askfirst.checks.archives.post import Post
from askfirst.checks.draft import Draft

__all__ = ["Clue", "Look", "sentence_at"]

BEFORE, AFTER = 150, 250


class Clue(NamedTuple):
    """`what` is a kind of fact, `key` by which clues are the same, `shown` how it is written, `at` where it stands in the post's text."""

    what: str
    key: str
    shown: str
    at: int = 0


Look = Callable[[Post, Draft], Iterator[Clue]]


def sentence_at(draft: Draft, at: int) -> str:
    """The sentence around a place, or as much of a long one as stands near."""
    start, end = draft.sentences.around(at)
    return draft.text[max(start, at - BEFORE) : min(end, at + AFTER)]
