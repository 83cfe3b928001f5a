"""`askfirst sites lookup URL`: is this page official? The same answers as the page and the API. Nothing is kept of a look-up."""

import json

import click

from askfirst.cli.main import Cannot, Whole
from askfirst.cli.records import clean, records
from askfirst.cli.sites_sheet import apply, look, table
from askfirst.sites.register import Answer, BadAddress, Found, answer_json, look_up
from askfirst.sites.snippet import as_button, as_link
from askfirst.words import say

__all__ = ["command"]


@click.group(cls=Whole, name="sites", help="Whose a page is; and the official pages as a file.")
def command() -> None:
    """The register, on the server's own machine."""


for one in (table, look, apply):
    command.add_command(one)


@command.command(name="lookup", help="Is a page official? URL is an address, or an @name and its app in quotes.")
@click.argument("url")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def lookup(*, url: str, as_data: bool) -> int:
    """Exit code 0 for official, 1 for every other answer."""
    with records():
        try:
            found = look_up(url)
        except BadAddress as problem:
            raise Cannot(problem.sentence) from None
    if as_data:
        click.echo(json.dumps(answer_json(found), indent=1))
    else:
        _show(found)
    return 0 if found.answer is Answer.OFFICIAL else 1


@command.command(name="snippet", help="HTML for a page of the school's: a button that looks URL up, or a link where there is no URL.")
@click.argument("url", default="")
@click.option("--base", required=True, help="Where people reach AskFirst, such as https://askfirst.example.")
def snippet(*, url: str, base: str) -> int:
    """No database is opened; nothing is kept."""
    try:
        click.echo(as_button(base.rstrip("/"), url) if url else as_link(base.rstrip("/")))
    except BadAddress as problem:
        raise Cannot(problem.sentence) from None
    return 0


def _show(found: Found) -> None:
    click.echo(str(found.answer.says))
    if found.note:
        click.echo(str(found.note))
    if found.name:
        click.echo(clean(say("Name: {name}", name=found.name)))
    if found.school:
        click.echo(clean(say("School: {school}", school=found.school)))
    if found.role:
        click.echo(clean(say("Looked after by: {role}", role=found.role)))
    if found.checked_on:
        click.echo(str(say("Last checked: {day}", day=found.checked_on.isoformat())))
    if found.ended_on:
        click.echo(str(say("Not used since: {day}", day=found.ended_on.isoformat())))
