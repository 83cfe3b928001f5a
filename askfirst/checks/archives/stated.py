"""A habit that one post states by itself: "every Monday night", "Thursdays are for" (SNS-1).

What somebody else does, or what a question asks, is none.

Each pattern looks at a bounded stretch: linear in the post.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from askfirst.checks.archives.clue import sentence_at
from askfirst.checks.archives.places import DAYS, HEAD, hour_in, own_words
from askfirst.checks.archives.post import Kind, Post
from askfirst.checks.draft import Draft

__all__ = ["Stated", "habits_of"]

DAY = r"(?P<day>mon|tues|wednes|thurs|fri|satur|sun)day"
EVERY = re.compile(
    r"\b(?:every|each)(?: single)? " + DAY + r"\b|\b" + DAY.replace("day>", "other>") + r"s? (?:are|is|means?) (?:for|my|our)?"
    r"|\bon " + DAY.replace("day>", "third>") + r"s\b"
)
MINE = re.compile(r"\b(?:i|i'm|i’m|im|i've|me|we|we're|us|same)\b|\b\w+days are for\b")
NOT_MINE = re.compile(r"\b(?:he|she|they|his|her|their|your|you)\b|\bnot (?:on )?every\b")
PLACE = re.compile(r"\b(?:at|in|to) (?P<name>(?:(?:the|The) )?(?:St )?[A-Z][\w'’]+(?: [A-Z][\w'’]+){0,3})")


class Stated(NamedTuple):
    """The place as it stands, the day of the week (0 is Monday), minutes after midnight or -1, and where in the post."""

    shown: str
    weekday: int
    minute: int
    at: int


def habits_of(post: Post, draft: Draft) -> Iterator[Stated]:
    """At most one for a post."""
    if post.kind is Kind.PROFILE:
        return
    low = draft.text.lower()
    match = EVERY.search(low)
    if match is None:
        return
    near = sentence_at(draft, match.start())
    if near.rstrip().endswith("?") or not MINE.search(near.lower()) or NOT_MINE.search(near.lower()):
        return
    place = PLACE.search(near)
    head = None if place else HEAD.search(near.lower())
    if (place is None and head is None) or (place is not None and place["name"] in DAYS):
        return
    shown = place["name"] if place else " ".join([*own_words(head[1].split()), head[2]]) if head else ""
    day = match["day"] or match["other"] or match["third"]
    weekday = next(number for number, one in enumerate(DAYS) if one.lower().startswith(day))
    yield Stated(shown, weekday, hour_in(near.lower()), match.start())
