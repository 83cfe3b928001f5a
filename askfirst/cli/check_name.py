"""`askfirst check name`: is a school's name in the name or address of a page of one's own? No Django, no database, nothing written."""

import json

import click

from askfirst.advice.answer import Finding
from askfirst.advice.asked import BadDraft
from askfirst.advice.cannot_see import OF_A_NAME
from askfirst.advice.names import AUTHORS, MEANINGS, AboutName, look_at_name, means_from, name_as_json, name_from
from askfirst.advice.trust import told_by
from askfirst.cli.check_read import read_text
from askfirst.cli.check_shown import show_cannot_see
from askfirst.cli.main import Cannot
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust
from askfirst.words import say

__all__ = ["name"]


def _show_one(finding: Finding) -> None:
    seen = finding.seen
    clauses = ", ".join([seen.clause, *seen.also])
    click.echo(str(say("{title} · {tag} · {clauses}", title=seen.title, tag=finding.strength, clauses=clauses)))
    for words in (seen.why, seen.fix, seen.doubt):
        if words is not None:
            click.echo(str(say("    {words}", words=words)))


def _show(said: AboutName) -> None:
    for one in said.allowed:
        click.echo(str(say("{tag} · {clause}: {says}", tag=one.strength, clause=one.clause, says=one.says)))
    click.echo()
    if said.asks:
        _show_one(said.asks)
        click.echo(str(say("Ask again with --means school or --means place.")))
    elif not said.findings and not said.noticed and not said.notes:
        click.echo(str(say("We see no name of a school in it.")))
    for finding in (*said.findings, *said.noticed):
        _show_one(finding)
    for other in said.suggested:
        click.echo(str(say("    Such as: {name}", name=other)))
    for note in (*said.notes, *(missed.reason for missed in said.not_checked)):
        click.echo(str(note))
    show_cannot_see(OF_A_NAME)
    click.echo(str(say("Nothing was kept, and nobody was told.")))


@click.command(
    help="Is a school's name in NAME, the name or address of your own page? - reads it from standard input. Nothing is looked up."
)
@click.argument("name", metavar="NAME")
@click.option("--as", "author", type=click.Choice(AUTHORS), default="staff", show_default=True, help="Whose page it is.")
@click.option("--means", type=click.Choice(MEANINGS), help="What the word stands for, where that was asked.")
@click.option("--json", "as_data", is_flag=True, help="Give the answer as JSON.")
def name(*, name: str, author: str, means: str | None, as_data: bool) -> int:
    """Exit code 1 where there is something to think about, or something is asked."""
    try:
        text = read_text("-").removesuffix("\n") if name == "-" else name
        draft = name_from({"text": text, "author": author}, told_by(load_trust()))
    except BadDraft as problem:
        raise Cannot(problem.sentence) from None
    said = look_at_name(draft, the_edition(readings=False), means=means_from(means))
    if as_data:
        click.echo(json.dumps(name_as_json(said), ensure_ascii=True, indent=1))
    else:
        _show(said)
    return int(bool(said.findings) or said.asks is not None)
