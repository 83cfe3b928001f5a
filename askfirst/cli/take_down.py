"""`askfirst take-down`: which way to have something taken down. No Django, no database; the link is never opened and nothing is kept."""

import json

import click

from askfirst.cli.main import Cannot
from askfirst.procedure.dated import the_contacts
from askfirst.procedure.take_down import Asker, BadAsk, Evidence, Picture, Poster, What, asked_from
from askfirst.procedure.take_down_as_json import message, way_json
from askfirst.procedure.take_down_steps import Step, Way, way
from askfirst.words import say

__all__ = ["command"]


def _show_step(number: int, step: Step) -> None:
    click.echo(click.style(str(say("{n}. {title}", n=number, title=step.title)), bold=True))
    for line in step.says:
        click.echo(str(say("   {line}", line=line)))
    contacts = the_contacts()
    for one in (contacts[id] for id in step.contacts):
        click.echo(str(say("   {name}: {reach}", name=one.name, reach=" · ".join(part for part in (one.number, one.link) if part))))
        click.echo(str(say("     {says} Checked on {day}.", says=one.says, day=one.checked_on.isoformat())))
    if step.letter:
        click.echo(str(say("   Words to copy:")))
        for words in message(step).splitlines():
            click.echo(str(say("     {words}", words=words)))


def _show(found: Way) -> None:
    click.echo(click.style(str(found.title), bold=True))
    for line in found.lead:
        click.echo(str(line))
    for number, step in enumerate(found.steps, 1):
        _show_step(number, step)
    click.echo(click.style(str(say("What not to do")), bold=True))
    for line in found.do_not:
        click.echo(str(say("   {line}", line=line)))
    click.echo(str(say("Nothing was kept, and nobody was told.")))


def _choices(of: type[What | Picture | Asker | Evidence | Poster]) -> click.Choice[str]:
    return click.Choice([one.value for one in of])


@click.command(name="take-down", help="Which way to have something taken down. LINK is where it is, or the app's name. Nothing is kept.")
@click.argument("link", required=False, default="")
@click.option("--what", type=_choices(What), help="Is anyone in danger, or is it a sexual picture?")
@click.option("--picture", type=_choices(Picture), help="With sexual: how old the person in it is.")
@click.option("--asker", type=_choices(Asker), help="Who asks, in bands of age.")
@click.option("--evidence", type=_choices(Evidence), help="Is it evidence of something wrong?")
@click.option("--poster", type=_choices(Poster), help="Who posted it. Nobody is named.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def command(
    *, link: str, what: str | None, picture: str | None, asker: str | None, evidence: str | None, poster: str | None, as_data: bool
) -> int:
    """The steps, in order."""
    given = {"link": link, "what": what, "picture": picture, "asker": asker, "evidence": evidence, "poster": poster}
    try:
        asked = asked_from(given)
    except BadAsk as problem:
        if problem.field != "link" and given[problem.field] is None:
            raise Cannot(say("One answer is missing. Add --{field}; see askfirst take-down --help.", field=problem.field)) from None
        raise Cannot(problem.sentence) from None
    found = way(asked, student=asked.asker is not None and asked.asker.is_student)
    if as_data:
        click.echo(json.dumps(way_json(found), indent=1))
    else:
        _show(found)
    return 0
