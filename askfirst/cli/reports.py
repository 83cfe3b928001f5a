"""`askfirst reports …`: numbers of cases, for whoever may count them. The same call as the page."""

import json
from collections.abc import Sequence

import click

from askfirst.casework.access import Missing
from askfirst.casework.concern_counts import CAME_OF_IT, outcomes, outcomes_json
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.instruction_counts import Lengths, length_words, lengths, lengths_json
from askfirst.casework.kinds.instruction import INSTRUCTION
from askfirst.casework.reports import Counted, counts, counts_json, number_words
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
            report, lines, ended = counts(me.by), lengths(me.by), outcomes(me.by)
        except Missing:
            raise Cannot(say("There is no such report for you.")) from None
    if as_data:
        told = {**counts_json(report), "instructions": lengths_json(lines), "concerns": outcomes_json(ended)}
        click.echo(json.dumps(told, ensure_ascii=True, indent=1))
    else:
        _show(report.rows)
        _show_lengths(lines)
        _show(ended)
    return 0


def _show(rows: Sequence[Counted]) -> None:
    for row in rows:
        workflow = WORKFLOWS[row.kind]
        told = say(
            "{kind} · {state} · {school} · {number}",
            kind=workflow.says,
            state=CAME_OF_IT.get(row.state) or workflow.states[row.state],
            school=row.place.name,
            number=number_words(row.number),
        )
        click.echo(clean(told))


def _show_lengths(lines: Sequence[Lengths]) -> None:
    for line in lines:
        told = say("{kind} · {school} · {number}", kind=INSTRUCTION.says, school=line.place.name, number=length_words(line))
        click.echo(clean(told))
