"""`askfirst mend …`: what an operator puts right without seeing a word of any case."""

import json

import click

from askfirst.casework.access import differences
from askfirst.casework.page_listing import misfits
from askfirst.cli.main import Cannot
from askfirst.cli.records import records
from askfirst.words import say

__all__ = ["command"]

ONLY_LOOKS = say("This can only look so far. Add --check, and nothing is changed.")


@click.group(name="mend", help="Look whether what is worked out still fits what is recorded.")
def command() -> None:
    """No case words are shown."""


@command.command(name="access", help="Work out again who sees each case, and show where the table says something else.")
@click.option("--check", is_flag=True, help="Only look; nothing is changed.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def access_rows(*, check: bool, as_data: bool) -> int:
    """Exit code 1 where a row differs."""
    if not check:
        raise Cannot(ONLY_LOOKS)
    with records():
        found = differences()
    if as_data:
        rows = [{"ref": one.ref, "scope": one.scope, "says": str(one.says)} for one in found]
        click.echo(json.dumps({"differences": rows}, indent=1))
        return 1 if found else 0
    for one in found:
        click.echo(str(one.says))
    click.echo(str(say("{count} to look at.", count=len(found))))
    return 1 if found else 0


@command.command(
    name="register", help="Work out again what the public look-up says of each page, and show where the table says something else."
)
@click.option("--check", is_flag=True, help="Only look; nothing is changed.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def register_rows(*, check: bool, as_data: bool) -> int:
    """Exit code 1 where a row differs. No address is shown."""
    if not check:
        raise Cannot(ONLY_LOOKS)
    with records():
        found = misfits()
    if as_data:
        click.echo(json.dumps({"differences": [{"ref": one.ref, "says": str(one.says)} for one in found]}, indent=1))
        return 1 if found else 0
    for one in found:
        click.echo(str(one.says))
    click.echo(str(say("{count} to look at.", count=len(found))))
    return 1 if found else 0
