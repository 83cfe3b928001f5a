"""`askfirst procedure …`: read it, and see what has dated. No Django and no database, but for an edition that came after the pack."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from askfirst.cli.main import Cannot, Later, part
from askfirst.people.calendar import read_date
from askfirst.procedure.as_json import change_json, clause_json, edition_json, lint_json
from askfirst.procedure.changes import Kind, changes
from askfirst.procedure.clause import Clause, Edition, UnknownClause
from askfirst.procedure.dated import the_facts
from askfirst.procedure.lint import lint as lint_edition
from askfirst.procedure.load import BadPack, load, the_edition
from askfirst.words import say

__all__ = ["command"]

OURS = re.compile(r"v[1-9][0-9]{0,5}")
DOCUMENTS = (".txt", ".md", ".docx", ".odt", ".pdf", ".html", ".htm")


def _edition(named: str | None) -> Edition:
    """An edition of the Trust by name, or any pack or document by file name. Raises Cannot."""
    if named is not None and named.lower().endswith(DOCUMENTS):
        read: Edition = part("askfirst.cli.procedure_import").as_edition(named)
        return read
    try:
        if named is not None and named.lower().endswith(".json"):
            return _pack(named)
        if named is not None and (named.endswith(".toml") or Path(named).exists()):
            return load(Path(named))
        found = the_edition(edition=named)
        if not found.clauses:
            raise Cannot(say("The procedure of this trust is not here as a pack. Bring it in at /procedure/bring/, or name a file."))
        return found
    except (LookupError, FileNotFoundError):
        if (ours := _kept(named)) is not None:
            return ours
        raise Cannot(say("There is no edition {name}. See `askfirst procedure editions`.", name=named)) from None
    except BadPack as problem:
        raise Cannot(say("{why}", why=problem)) from None


def _kept(named: str | None) -> Edition | None:
    """An edition that came after the pack, such as v2: it lies with the records. None where there is none."""
    if named is None or not OURS.fullmatch(named):
        return None
    part("askfirst.config.set_up").set_up()
    found: Edition | None = part("askfirst.cli.editions").kept(named)
    return found


def _pack(named: str) -> Edition:
    """A signed pack, or proposals that were exported. Raises Cannot; FileNotFoundError where there is none."""
    found: Edition = part("askfirst.cli.procedure_pack").opened(Path(named))
    return found


def _show_clause(edition: Edition, clause: Clause, *, whole: bool) -> None:
    click.echo(str(say("{id} · {strength} · for {who}", id=clause.id, strength=clause.strength, who=clause.addressee)))
    click.echo(str(say("  {words}", words=clause.plain)))
    if whole and clause.plain_student is not None:
        click.echo(str(say("  For students: {words}", words=clause.plain_student)))
    if whole:
        for reading in edition.readings_of(clause.id):
            click.echo(str(say("  How we read this ({id}): {words}", id=reading.id, words=reading.reading)))
        for one in edition.additions_to(clause.id):
            click.echo(str(say("  {school} adds: {words}", school=one.name, words=one.plain)))


class Procedure(Later):
    """Reading a document loads what opens files nobody trusts, and drafts need the database; the other commands start without them."""

    later: Mapping[str, str] = {
        "import": "askfirst.cli.procedure_import",
        **{name: "askfirst.cli.editions:%s" % name for name in ("draft", "editions", "review", "step")},
        **{name: "askfirst.cli.brought:%s" % name for name in ("bring", "brought", "decide", "keep")},
    }
    with_records: Mapping[str, str] = {
        "bring": "Keep your own document to be looked through.",
        "brought": "Documents that are being looked through, or one.",
        "decide": "Confirm a rule of a document, leave it out, or take it as another.",
        "draft": "A draft: what differs, what waits, and your steps.",
        "editions": "Every edition that is, was or will be in force.",
        "keep": "Keep a document as a draft or as exact words, or put it away.",
        "review": "Begin the review: the words in force become a draft.",
        "step": "Take a step of a draft, as its page does.",
    }


@click.group(cls=Procedure, name="procedure", help="Read the procedure, see what has dated in it, bring your own.")
def command() -> None:
    """The procedure as data."""


@command.command(help="Show every clause in plain words, or one CLAUSE with how it is read.")
@click.argument("clause", required=False)
@click.option("--edition", "named", help="Another edition, by name.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def show(*, clause: str | None, named: str | None, as_data: bool) -> int:
    """All clauses, or one."""
    edition = _edition(named)
    if clause is not None:
        try:
            found = edition.clause(clause.upper())
        except UnknownClause:
            raise Cannot(
                say("There is no clause {id}. Clauses look like CON-12; `askfirst procedure show` lists them.", id=clause)
            ) from None
        if as_data:
            click.echo(json.dumps(clause_json(edition, found), indent=1))
        else:
            _show_clause(edition, found, whole=True)
        return 0
    if as_data:
        click.echo(json.dumps(edition_json(edition), indent=1))
        return 0
    click.echo(
        str(
            say(
                "{title}, approved on {day} by the {role}.",
                title=edition.title,
                day=edition.approved_on.isoformat(),
                role=edition.approved_by,
            )
        )
    )
    for prefix, heading in edition.sections:
        click.echo()
        click.echo(click.style(heading, bold=True))
        for one in edition.clauses:
            if one.section == prefix:
                _show_clause(edition, one, whole=False)
    return 0


def _to_lint(named: str | None) -> Edition:
    """An edition, a pack's file, or any document: that one is read by itself. Raises Cannot."""
    if named is None or named.endswith((".toml", ".json")) or not Path(named).is_file():
        return _edition(named)
    found: Edition = part("askfirst.cli.procedure_import").document(named)
    return found


@command.command(
    help="What has dated in EDITION, or in FILE (a pack or a document): each with the fact, since when, its source and a proposal."
)
@click.argument("named", metavar="[EDITION|FILE]", required=False)
@click.option("--on", "day", help="A day, as 2026-11-23; an earlier date gives an earlier answer.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def lint(*, named: str | None, day: str | None, as_data: bool) -> int:
    """Exit code 1 where there is something to look at."""
    on = read_date(day) if day else datetime.now(ZoneInfo("Europe/London")).date()
    if on is None:
        raise Cannot(say("{day} is not a date. Write it as 2026-11-23.", day=day))
    found = lint_edition(_to_lint(named), the_facts(), on)
    if as_data:
        click.echo(json.dumps(lint_json(found, on), indent=1))
        return 1 if found else 0
    click.echo(str(say("{count} to look at on {day}.", count=len(found), day=on.isoformat())))
    for finding in found:
        since = say("since {day}", day=finding.since.isoformat()) if finding.since else say("since it was written")
        click.echo(
            str(say("{clauses} · {says} · {since}", clauses=", ".join([finding.clause, *finding.also]), says=finding.says, since=since))
        )
        click.echo(str(say("    {fact} ({source})", fact=finding.fact, source=finding.source)))
        click.echo(str(say("    Propose: {words}", words=finding.propose)))
    return 1 if found else 0


@command.command(help="What differs between two editions, OLD and NEW: by name, or by a pack's file.")
@click.argument("old")
@click.argument("new")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def diff(*, old: str, new: str, as_data: bool) -> int:
    """Exit code 1 where they differ."""
    before, after = _edition(old), _edition(new)
    told = changes(before, after)
    differ = [one for one in told if one.kind is not Kind.SAME]
    if as_data:
        click.echo(json.dumps({"since": before.edition, "edition": after.edition, "changes": [change_json(one) for one in told]}, indent=1))
        return 1 if differ else 0
    click.echo(str(say("{count} differ, {same} are unchanged.", count=len(differ), same=len(told) - len(differ))))
    for one in differ:
        click.echo(str(say("{id} · {kind}", id=one.id, kind=one.kind)))
        for mark, clause in (("-", one.old), ("+", one.new)):
            if clause is not None:
                click.echo(str(say("  {mark} {strength} · {words}", mark=mark, strength=clause.strength, words=clause.plain)))
    return 1 if differ else 0


@command.command(help="Check that a pack's FILE is whole.")
@click.argument("pack")
def validate(*, pack: str) -> int:
    """Exit code 2 with file, line and reason where it is not."""
    try:
        edition = _pack(pack) if pack.endswith(".json") else load(Path(pack))
    except BadPack as problem:
        raise Cannot(say("{why}", why=problem)) from None
    except OSError as problem:
        raise Cannot(say("{file} cannot be read ({why}). Check the name and try again.", file=pack, why=problem.strerror)) from None
    click.echo(str(say("{file} is whole: {count} clauses.", file=pack, count=len(edition.clauses))))
    return 0
