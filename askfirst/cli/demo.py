"""`askfirst demo load`: the invented trust, with its people and their cases, into an empty database."""

import click
from django.conf import settings

from askfirst.casework.demo import load as load_demo
from askfirst.cli.main import Cannot, Whole
from askfirst.cli.records import now, records
from askfirst.people.demo import AlreadyPeopled
from askfirst.words import say

__all__ = ["command"]


@click.group(cls=Whole, name="demo", help="The invented trust to try AskFirst with.")
def command() -> None:
    """Its people are invented, and its dates start on this week's Monday."""


@command.command(help="Load the demo into an empty database. One that holds people is left as it is.")
def load() -> int:
    """Raises Cannot in production, and where people are there already."""
    if settings.PRODUCTION:
        raise Cannot(say("This server runs in production. Use ASKFIRST_MODE=demo and a data folder of its own."))
    with records():
        try:
            count = load_demo(at=now())
        except AlreadyPeopled as problem:
            raise Cannot(problem.sentence) from None
    click.echo(str(say("The demo is loaded, with {count} cases.", count=count)))
    return 0
