"""`askfirst trail verify`: whether each chain of what happened is as it was written."""

import json

import click

from askfirst.cli.records import records
from askfirst.trail import chain
from askfirst.words import say

__all__ = ["command"]


@click.group(name="trail", help="What happened, and whether its record is whole.")
def command() -> None:
    """The trail holds references and digests, never words."""


@command.command(help="Look through every chain. The first bad record of each broken one is named.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def verify(*, as_data: bool) -> int:
    """Exit code 1 where a chain is not as it was written."""
    with records():
        broken = chain.verify()
        count = sum(1 for _ in chain.heads())
    if as_data:
        found = [{"chain": one.chain, "sequence": one.sequence, "why": str(one.why)} for one in broken]
        click.echo(json.dumps({"chains": count, "broken": found}, indent=1))
        return 1 if broken else 0
    for one in broken:
        click.echo(str(one.why))
    if broken:
        click.echo(str(say("{count} to look at. Keep a copy of the database, and tell the Data Protection Officer.", count=len(broken))))
        return 1
    click.echo(str(say("Every chain is as it was written: {count} looked at.", count=count)))
    return 0
