"""`askfirst reports …`: numbers of cases, for whoever may count them. The same call as the page."""

import json

import click

from askfirst.casework.access import Missing
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.reports import Report, counts, counts_json, number_words
from askfirst.cli.main import Cannot
from askfirst.cli.records import clean, here, records
from askfirst.words import say

__all__ = ["command"]


@click.group(name="reports", help="Numbers of cases, without a name.")
def command() -> None:
    """Reports on the server's own machine, as one person."""


@command.command(name="counts", help="How many cases there are, by kind, state and school. Small numbers are not shown.")
@click.option("--as", "username", required=True, help="Your username.")
@click.option("--password-stdin", is_flag=True, help="Read your password from the first line of standard input.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def count_cases(*, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0; 2 for whoever may count nothing."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            report = counts(me.by)
        except Missing:
            raise Cannot(say("There is no such report for you.")) from None
    if as_data:
        click.echo(json.dumps(counts_json(report), ensure_ascii=True, indent=1))
    else:
        _show(report)
    return 0


def _show(report: Report) -> None:
    for row in report.rows:
        workflow = WORKFLOWS[row.kind]
        told = say(
            "{kind} · {state} · {school} · {number}",
            kind=workflow.says,
            state=workflow.states[row.state],
            school=row.place.name,
            number=number_words(row.number),
        )
        click.echo(clean(told))
