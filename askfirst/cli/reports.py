"""`askfirst reports …`: numbers of cases, for whoever may count them. The same call as the page."""

import json
from collections.abc import Sequence

import click

from askfirst.casework.access import Missing
from askfirst.casework.answer_times import Time, time_words
from askfirst.casework.concern_counts import CAME_OF_IT
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.instruction_counts import Lengths, length_words
from askfirst.casework.kinds.instruction import INSTRUCTION
from askfirst.casework.numbers import as_csv, as_json, numbers
from askfirst.casework.reports import Counted, number_words, stage_words
from askfirst.cli.main import Cannot, Whole
from askfirst.cli.records import clean, here, records
from askfirst.words import say

__all__ = ["command"]


@click.group(cls=Whole, name="reports", help="Numbers of cases, without a name.")
def command() -> None:
    """Reports on the server's own machine, as one person."""


@command.command(name="counts", help="How many cases there are, by kind, stage, clause and school, and how soon there was an answer.")
@click.option("--as", "username", required=True, help="Your username.")
@click.option("--password-stdin", is_flag=True, help="Read your password from the first line of standard input.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
@click.option("--csv", "as_table", is_flag=True, help="Give it as a file for a spreadsheet.")
def count_cases(*, username: str, password_stdin: bool, as_data: bool, as_table: bool) -> int:
    """Exit code 0; 2 for whoever may count nothing, and for two forms at once."""
    if as_data and as_table:
        raise Cannot(say("It is JSON or a spreadsheet’s file, not both. Leave one out."))
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            found = numbers(me.by)
        except Missing:
            raise Cannot(say("There is no such report for you.")) from None
    if as_data:
        click.echo(json.dumps(as_json(found), ensure_ascii=True, indent=1))
    elif as_table:
        click.echo(as_csv(found), nl=False)
    else:
        _show(found.report.rows)
        _show_lengths(found.instructions)
        _show(found.concerns)
        _show_clauses(found.clauses)
        _show_times(found.times)
    return 0


def _show(rows: Sequence[Counted]) -> None:
    for row in rows:
        workflow = WORKFLOWS[row.kind]
        told = say(
            "{kind} · {state} · {school} · {number}",
            kind=workflow.says,
            state=CAME_OF_IT.get(row.state) or stage_words(row.kind, row.state),
            school=row.place.name,
            number=number_words(row.number),
        )
        click.echo(clean(told))


def _show_lengths(lines: Sequence[Lengths]) -> None:
    for line in lines:
        told = say("{kind} · {school} · {number}", kind=INSTRUCTION.says, school=line.place.name, number=length_words(line))
        click.echo(clean(told))


def _show_clauses(rows: Sequence[Counted]) -> None:
    for row in rows:
        told = number_words(row.number) if row.number is not None else say("not told")
        says = WORKFLOWS[row.kind].says
        click.echo(clean(say("{kind} · {clause} · {school} · {number}", kind=says, clause=row.state, school=row.place.name, number=told)))


def _show_times(lines: Sequence[Time]) -> None:
    for line in lines:
        says = WORKFLOWS[line.kind].says
        click.echo(clean(say("{kind} · {school} · {time}", kind=says, school=line.place.name, time=time_words(line))))
