"""`askfirst guide [SERVICE]`: what is known of a service, by five questions. No Django, no database, nothing kept."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import click

from askfirst.cli.main import Cannot
from askfirst.people.calendar import read_date
from askfirst.procedure.dated import PlatformFact
from askfirst.procedure.guides import Guide, UnknownService, guide, service, the_services
from askfirst.procedure.guides_as_json import guide_json, guides_json
from askfirst.words import say

__all__ = ["command"]


def _day(given: str | None) -> date:
    day = read_date(given) if given else datetime.now(ZoneInfo("Europe/London")).date()
    if day is None:
        raise Cannot(say("{day} is not a date. Write it as 2026-11-23.", day=given))
    return day


def _show_fact(fact: PlatformFact, on: date, *, student: bool) -> None:
    click.echo(str(say("    {words}", words=(student and fact.student) or fact.fact)))
    if fact.to_confirm:
        click.echo(str(say("    Not sure yet, so look for yourself.")))
    click.echo(str(say("    Checked on {day}. Source: {source}.", day=fact.checked_on.isoformat(), source=fact.source)))
    if fact.stale_on(on):
        click.echo(str(say("    That is more than {days} days ago. It may have changed.", days=fact.stale_after_days)))


def _show(one: Guide, on: date, *, student: bool) -> None:
    click.echo(click.style(one.service.name, bold=True))
    for fact in one.ages:
        _show_fact(fact, on, student=student)
    for part in one.parts:
        click.echo(str(say("  {title}", title=part.question.heading(student=student))))
        note = part.note_student if student else part.note
        if note is not None and not one.service.closed:
            click.echo(str(say("    {note}", note=note)))
        for fact in part.facts:
            _show_fact(fact, on, student=student)
        if not part.facts:
            click.echo(str(say("    We have not checked this.")))
    if one.service.help:
        click.echo(str(say("  More help: {link}", link=one.service.help)))


@click.command(name="guide", help="What is known of SERVICE: who can see, friends, untag, report, your data. All services without one.")
@click.argument("named", metavar="[SERVICE]", required=False)
@click.option("--as", "reader", type=click.Choice(["staff", "student"]), default="staff", show_default=True, help="Whose words to use.")
@click.option("--on", "day", help="A day, as 2026-11-23: what had been looked at too long before it says so.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def command(*, named: str | None, reader: str, day: str | None, as_data: bool) -> int:
    """The list, or one guide."""
    on = _day(day)
    if named is None:
        if as_data:
            click.echo(json.dumps(guides_json(on), indent=1))
            return 0
        for one in the_services():
            click.echo(str(say("{id} · {name}", id=one.id, name=one.name)))
        return 0
    try:
        found = guide(service(named))
    except UnknownService:
        raise Cannot(say("There is no guide to {name}. `askfirst guide` lists those there are.", name=named)) from None
    if as_data:
        click.echo(json.dumps(guide_json(found, on), indent=1))
    else:
        _show(found, on, student=reader == "student")
    return 0
