"""`askfirst mend …`: what an operator puts right without seeing a word of any case."""

import json

import click
from django.conf import settings

from askfirst.casework.access import differences
from askfirst.casework.page_listing import misfits
from askfirst.casework.page_marks import mark_again, outdated
from askfirst.cli.main import Cannot, Whole
from askfirst.cli.records import records
from askfirst.words import say

__all__ = ["command"]

ONLY_LOOKS = say("This can only look so far. Add --check, and nothing is changed.")


@click.group(cls=Whole, name="mend", help="Look whether what is worked out still fits what is recorded.")
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
    name="register",
    help="Mark each page by today’s table of spellings. With --check, work out again what the public look-up says, and show what differs.",
)
@click.option("--check", is_flag=True, help="Only look; nothing is changed.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def register_rows(*, check: bool, as_data: bool) -> int:
    """Exit code 1 where something differs. No address is shown."""
    if not check:
        return _mark_again(as_data=as_data)
    with records():
        found = misfits()
        old = list(outdated())
    lines = [(one.ref, one.says) for one in found] + [(ref, say("{ref} is marked by an older table of spellings.", ref=ref)) for ref in old]
    if as_data:
        click.echo(json.dumps({"differences": [{"ref": ref, "says": str(says)} for ref, says in lines]}, indent=1))
        return 1 if lines else 0
    for _, says in lines:
        click.echo(str(says))
    click.echo(str(say("{count} to look at.", count=len(lines))))
    return 1 if lines else 0


def _mark_again(*, as_data: bool) -> int:
    with records():
        again = mark_again(at=settings.CLOCK())
    if as_data:
        click.echo(json.dumps({"marked": again.marked, "unread": again.unread}))
    else:
        click.echo(str(say("{count} marked anew.", count=again.marked)))
        if again.unread:
            click.echo(str(say("{count} kept as they were: their address cannot be read any more.", count=again.unread)))
    return 0
