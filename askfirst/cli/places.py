"""What is wrong in a file that came in by a command, place by place: nothing of it was done."""

import click

from askfirst.cli.a_person import give
from askfirst.cli.main import Cannot
from askfirst.cli.records import clean
from askfirst.people.roster.read import Place
from askfirst.words import Sentence, say

__all__ = ["wrong_places"]


def wrong_places(places: tuple[Place, ...], *, as_data: bool, ends: Sentence | None = None) -> int:
    """All of them as data, with exit code 2. For a person each on a line of standard error, and `ends` last; without it the first alone.

    Raises Cannot.
    """
    first, *others = places
    if as_data:
        give({"problems": [one.as_json() for one in places]})
        return 2
    if ends is not None:
        for one in places:
            click.echo(clean(one.whole), err=True)
        raise Cannot(ends)
    if others:
        more = say("{first} And {count} more: add --json to see them all. Nothing was changed.", first=first.whole, count=len(others))
        raise Cannot(say("{line}", line=clean(more)))
    raise Cannot(say("{line} Nothing was changed.", line=clean(first.whole)))
