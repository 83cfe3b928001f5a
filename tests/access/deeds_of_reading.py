"""What people do where a campaign asks them to read: a `do(words, at)`, as in deeds.py. No word of anybody's is in it."""

from random import Random
from unittest.mock import patch

from askfirst.adoption.campaigns import open_campaign, plan
from askfirst.adoption.shown import press, show
from tests.access.world import somebody

__all__ = ["are_asked_to_read"]


def are_asked_to_read(school, *readers):
    """The staff of a school are asked to read the procedure, and some of them say that they have. Nobody writes a word."""

    def do(words, at):
        clerk, days = somebody("pritchard", at), {"opens": at.date().isoformat(), "closes": "2026-12-18"}
        with patch("askfirst.people.refs.secrets", Random(at.isoformat())):  # chance is nothing to tell by, and questions hang on it
            ref = plan(clerk, edition="2018-11", audience=("staff",), at_schools=(school,), at=at, **days)
        open_campaign(clerk, ref=ref, at=at)
        for name in readers:
            me = somebody(name, at)
            asked = show(me, at=at)
            if asked is not None and asked.clauses:
                press(me, what="read", digest=asked.digest, at=at)

    return do
