"""What people do where a campaign asks them to read: a `do(words, at)`, as in deeds.py. No word of anybody's is in it."""

from contextlib import contextmanager
from random import Random

from askfirst.adoption.campaigns import open_campaign, plan
from askfirst.adoption.shown import press, show
from askfirst.people import refs
from tests.access.world import somebody

__all__ = ["are_asked_to_read"]


@contextmanager
def drawn_by(moment):
    """A reference drawn meanwhile is the same in every world: which questions somebody meets hangs on it, and chance is nothing to tell by."""
    by_chance, refs.secrets = refs.secrets, Random(moment.isoformat())
    try:
        yield
    finally:
        refs.secrets = by_chance


def are_asked_to_read(school, *readers):
    """The staff of a school are asked to read the procedure, and some of them say that they have. Nobody writes a word."""

    def do(words, at):
        clerk, days = somebody("pritchard", at), {"opens": at.date().isoformat(), "closes": "2026-12-18"}
        with drawn_by(at):
            ref = plan(clerk, edition="2018-11", audience=("staff",), at_schools=(school,), at=at, **days)
        open_campaign(clerk, ref=ref, at=at)
        for name in readers:
            me = somebody(name, at)
            asked = show(me, at=at)
            if asked is not None and asked.clauses:
                press(me, what="read", digest=asked.digest, at=at)

    return do
