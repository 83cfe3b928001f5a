"""`askfirst check friends`: one's own list of friends, looked through on the command line. No Django, no database, nothing written."""

import json

import click

from askfirst.advice.answer import Finding
from askfirst.advice.asked import BadDraft
from askfirst.advice.cannot_see import OF_FRIENDS
from askfirst.advice.friends import READERS, AboutFriends, friends_as_json, friends_from, look_at_friends, reader_from, table_from
from askfirst.advice.trust import BadRoll, read_roll
from askfirst.cli.check_read import read_text, roll_lines
from askfirst.cli.check_shown import show_cannot_see
from askfirst.cli.main import Cannot
from askfirst.procedure.load import the_edition
from askfirst.words import say

__all__ = ["friends"]


def _show_one(finding: Finding) -> None:
    seen = finding.seen
    clauses = ", ".join([seen.clause, *seen.also])
    click.echo(str(say("{name} · {tag} · {clauses}", name=finding.quote, tag=finding.strength, clauses=clauses)))
    for words in (seen.why, seen.fix, seen.doubt):
        if words is not None:
            click.echo(str(say("    {words}", words=words)))


def _show(said: AboutFriends) -> None:
    for one in (*said.allowed, *said.general):
        click.echo(str(say("{tag} · {clause}: {says}", tag=one.strength, clause=one.clause, says=one.says)))
    click.echo()
    if said.findings:
        click.echo(str(say("{count} to think about. You decide.", count=len(said.findings))))
    elif said.compared:
        click.echo(str(say("Nobody to think about.")))
    for finding in (*said.findings, *said.noticed):
        _show_one(finding)
    for missed in said.not_checked:
        click.echo(str(missed.reason))
    show_cannot_see(OF_FRIENDS)
    click.echo(str(say("Nothing was kept, and nobody was told.")))


@click.command(help="Look through your own list of friends, from FILE or - for standard input: one name a line, or commas between.")
@click.argument("file", default="-")
@click.option("--as", "author", type=click.Choice(READERS), default="staff", show_default=True, help="Whose list it is.")
@click.option("--roll", help="Your own list of names (CSV) to compare with.")
@click.option("--json", "as_data", is_flag=True, help="Give the answer as JSON.")
def friends(*, file: str, author: str, roll: str | None, as_data: bool) -> int:
    """Exit code 1 where there is somebody to think about."""
    try:
        table = None if roll is None else table_from(read_roll(roll_lines(roll)))
        pasted = friends_from({"text": read_text(file)})
    except BadDraft as problem:
        raise Cannot(problem.sentence) from None
    except BadRoll as problem:
        raise Cannot(say("{file}: {why}", file=roll, why=problem)) from None
    said = look_at_friends(pasted, the_edition(readings=False), reader=reader_from(author), table=table)
    if as_data:
        click.echo(json.dumps(friends_as_json(said), ensure_ascii=True, indent=1))
    else:
        _show(said)
    return 1 if said.findings else 0
