"""How a check on the command line shows one finding, what it cannot see, and whom somebody may ring who may be hurt."""

from collections.abc import Iterable
from typing import Any

import click

from askfirst.advice.answer import Answer, Finding
from askfirst.procedure.dated import first_to_ring
from askfirst.words import Sentence, say

__all__ = ["painted", "show_cannot_see", "show_finding", "show_help"]


def painted(words: object, **style: Any) -> str:
    """Colour on a terminal that wants it; plain words elsewhere (click strips what is piped; NO_COLOR is ours to honour)."""
    return click.style(str(words), **style)


def _show(label: Sentence, words: object) -> None:
    click.echo(str(say("    {label} {words}", label=label, words=words)))


def show_finding(number: int, finding: Finding) -> None:
    """One finding, as a few short lines."""
    seen = finding.seen
    clauses = ", ".join([seen.clause, *seen.also])
    head = say("{n}. {level} · {tag} · {clauses}", n=number, level=finding.level, tag=finding.strength, clauses=clauses)
    click.echo(painted(head, bold=True))
    _show(say("Your words:"), say("“{quote}” ({start} to {end})", quote=finding.quote, start=seen.start, end=seen.end))
    _show(say("Why:"), seen.why)
    if seen.fix is not None:
        _show(say("Try:"), seen.fix)
    _show(say("But:"), seen.doubt)


def show_help(said: Answer, *, student: bool) -> None:
    """For somebody who may be hurt: that they are heard, and whom they can ring now (ruling 12)."""
    for finding in said.help:
        click.echo(painted(finding.seen.title, bold=True))
        click.echo(str(finding.seen.why))
    for call in first_to_ring(student=student) if said.help else ():
        day = call.checked_on.isoformat()
        click.echo(str(say("    {number}: {says} Checked on {day}.", number=call.number, says=call.says, day=day)))


def show_cannot_see(lines: Iterable[Sentence]) -> None:
    """What the check cannot see, a line each."""
    click.echo(str(say("What this check cannot see:")))
    for line in lines:
        click.echo(str(say("- {line}", line=line)))
