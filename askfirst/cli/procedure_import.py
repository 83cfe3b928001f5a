"""`askfirst procedure import FILE`: a document read into proposals, beside an edition that is known. Only what --out names is kept."""

import json
from pathlib import Path

import click

from askfirst.cli.main import Cannot
from askfirst.procedure.clause import Edition
from askfirst.procedure.importing.as_document import as_document
from askfirst.procedure.importing.as_edition import edition_of
from askfirst.procedure.importing.as_json import imported_json
from askfirst.procedure.importing.proposals import ASKS, Imported, Proposal
from askfirst.procedure.importing.reading import NotRead, read_in
from askfirst.procedure.load import the_edition, the_model
from askfirst.words import say

__all__ = ["as_edition", "command", "document"]


def _read(file: str, named: str | None) -> Imported:
    """Raises Cannot."""
    try:
        edition = the_edition(edition=named, readings=False)
        edition = edition if edition.clauses else the_model()
    except LookupError:
        raise Cannot(say("There is no edition {name}. See `askfirst procedure editions`.", name=named)) from None
    try:
        return read_in(Path(file).name, Path(file).read_bytes(), edition)
    except OSError as problem:
        raise Cannot(say("{file} cannot be read ({why}). Check the name and try again.", file=file, why=problem.strerror)) from None
    except NotRead as problem:
        raise Cannot(say("{file}: {why}", file=file, why=problem.sentence)) from None


def as_edition(file: str) -> Edition:
    """A document as `lint` and `diff` take it, beside the edition in force. Raises Cannot."""
    beside = the_edition(readings=False)
    return edition_of(_read(file, None), beside if beside.clauses else the_model())


def document(file: str) -> Edition:
    """A document as an edition of its own, to be linted. Raises Cannot."""
    return as_document(_read(file, None))


def _place(line: int, page: int | None) -> object:
    return say("line {line}", line=line) if page is None else say("page {page}, line {line}", page=page, line=line)


def _show(one: Proposal) -> None:
    alike = say("{part} in 100 alike", part=one.alike) if one.known else say("new")
    where = _place(one.line, one.page)
    click.echo(
        str(
            say(
                "{id} · {strength} · for {who} · {where} · {alike}",
                id=one.id,
                strength=one.strength,
                who=one.addressee,
                where=where,
                alike=alike,
            )
        )
    )
    click.echo(str(say("  {lead} {words}", lead=one.lead, words=one.exact)) if one.lead else str(say("  {words}", words=one.exact)))
    for key in one.asks:
        click.echo(str(say("  ? {asks}", asks=ASKS[key])))


def _show_all(found: Imported) -> None:
    known = sum(one.known for one in found.proposals)
    front = found.front
    click.echo(click.style(str(say("{title} ({name})", title=front.title or found.name, name=found.name)), bold=True))
    if front.approved_on is not None:
        who = front.approved_by or say("nobody it names")
        click.echo(str(say("Approved on {day} by {who}.", day=front.approved_on.isoformat(), who=who)))
    if front.review_due is not None:
        click.echo(str(say("To be looked at again by {day}.", day=front.review_due.isoformat())))
    click.echo(str(say("Clauses that we know: {known}. New: {new}.", known=known, new=len(found.proposals) - known)))
    for sentence in found.said:
        click.echo(str(sentence))
    for section in found.sections:
        click.echo()
        click.echo(click.style(section.heading, bold=True))
        for one in found.proposals:
            if one.section == section.id:
                _show(one)
    if found.left:
        click.echo()
        click.echo(click.style(str(say("Not understood")), bold=True))
        for loose in found.left:
            click.echo(str(say("  {where}: {words}", where=_place(loose.line, loose.page), words=loose.text)))
    if found.missing and known:  # one of another descent is asked for nothing of ours
        click.echo()
        click.echo(str(say("No words here for: {ids}.", ids=", ".join(found.missing))))


@click.command(name="import", help="Read a document (TXT, Markdown, DOCX, ODT, PDF, HTML, an export) into clauses to confirm.")
@click.argument("file")
@click.option("--edition", "named", help="Beside another edition than the one in force, by name.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
@click.option("--out", help="Write the JSON into this file; it can be read in again.")
def command(*, file: str, named: str | None, as_data: bool, out: str | None) -> int:
    """Exit code 1 where there is something to look at: words not understood, a question to a clause, a clause without words."""
    found = _read(file, named)
    data = json.dumps(imported_json(found), indent=1, ensure_ascii=False)
    if out is not None:
        try:
            Path(out).write_text(data + "\n", encoding="utf-8")
        except OSError as problem:
            raise Cannot(say("{file} cannot be written ({why}). Choose another name.", file=out, why=problem.strerror)) from None
    if as_data:
        click.echo(data)
    elif out is None:
        _show_all(found)
    else:
        count = len(found.proposals)
        click.echo(
            str(say("{file} holds one clause.", file=out) if count == 1 else say("{file} holds {count} clauses.", file=out, count=count))
        )
    return 1 if found.left or found.missing or any(one.asks for one in found.proposals) else 0
