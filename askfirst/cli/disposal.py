"""`askfirst records due` and `purge`: what is past its time, shown first and then removed, by the Data Protection Officer."""

import json

import click

from askfirst.casework.access import Missing
from askfirst.cli.main import Cannot, Whole
from askfirst.cli.records import clean, here, records
from askfirst.people.calendar import london_day
from askfirst.records import retention
from askfirst.records.outcome_lines import OutcomeLine, outcome_lines
from askfirst.records.retention import Changed, Preview, Report
from askfirst.words import Sentence, say

__all__ = ["command"]

NOT_YOURS = say("Only the Data Protection Officer can do this. Sign in as them.")


def _say(sentence: Sentence) -> None:
    click.echo(clean(sentence))


@click.group(cls=Whole, name="records", help="What is past its time: shown first, then removed.")
def command() -> None:
    """Disposal on the server's own machine, as the Data Protection Officer."""


@command.command(name="due", help="What is due to go, class by class. Nothing is removed by it.")
@click.option("--as", "username", required=True, help="Your username.")
@click.option("--password-stdin", is_flag=True, help="Read your password from the first line of standard input.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def show_due(*, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0: nothing is due. 1: something is. 2: could not."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            found, stay = retention.preview(by=me.by, on=london_day(me.at)), outcome_lines(by=me.by)
        except Missing:
            raise Cannot(NOT_YOURS) from None
    if as_data:
        click.echo(json.dumps(_preview_data(found, stay), ensure_ascii=True, indent=1))
    else:
        for row in found.counted:
            told = say(
                "{cls}: {what}. {keeps} Due: {due}. Held: {held}. Not yet due: {kept}.",
                cls=row.cls.shown, what=row.cls.what, keeps=row.cls.keeps, due=row.due, held=row.held, kept=row.kept,
            )  # fmt: skip
            _say(told)
        for line in stay:
            _say(say("One line stays of {ref}: {says}. {day}.", ref=line.ref, says=line.says, day=line.on.isoformat()))
        _say(say("Private checks are not in this list: none were stored."))
        if found.due:
            _say(
                say(
                    "To remove what is due: askfirst records purge --as {username} --digest {digest}",
                    username=username,
                    digest=found.digest,
                )
            )
        else:
            _say(say("Nothing is due."))
    return 1 if found.due else 0


@command.command(name="purge", help="Remove for good what `records due` showed. It says which digest to give.")
@click.option("--as", "username", required=True, help="Your username.")
@click.option("--digest", required=True, help="The digest that `records due` showed.")
@click.option("--password-stdin", is_flag=True, help="Read your password from the first line of standard input.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def purge_due(*, username: str, digest: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0: removed. 1: some cases stay until their trail was looked at. 2: could not, and nothing was removed."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            done = retention.purge(by=me.by, digest=digest, at=me.at)
        except Missing:
            raise Cannot(NOT_YOURS) from None
        except Changed as problem:
            raise Cannot(problem.sentence) from None
    if as_data:
        click.echo(json.dumps(_report_data(done), ensure_ascii=True, indent=1))
    else:
        for cls, count in done.lines:
            _say(say("{cls}: {count} removed.", cls=cls.shown, count=count))
        if done.left:
            _say(say("{count} stay: their trail is not whole. Run `askfirst trail verify`.", count=done.left))
    return 1 if done.left else 0


def _preview_data(found: Preview, stay: list[OutcomeLine]) -> dict[str, object]:
    return {
        "on": found.on.isoformat(),
        "classes": [{"class": row.cls.id, "due": row.due, "held": row.held, "not_yet": row.kept} for row in found.counted],
        "lines": [{"ref": one.ref, "word": one.word, "on": one.on.isoformat()} for one in stay],
        "digest": found.digest,
    }


def _report_data(done: Report) -> dict[str, object]:
    return {
        "at": done.at.isoformat(),
        "whole": done.whole,
        "removed": [{"class": cls.id, "count": count} for cls, count in done.lines],
        "left": done.left,
    }
