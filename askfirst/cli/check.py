"""`askfirst check …`: the private check on the command line. No Django, no database, nothing written."""

import json
from collections.abc import Mapping
from dataclasses import replace

import click

from askfirst.advice.answer import Answer, answer, as_json
from askfirst.advice.asked import AUDIENCES, AUTHORS, PLACES, BadDraft, draft_from
from askfirst.advice.cannot_see import OF_A_POST, by_dialect, post_as_json
from askfirst.advice.trust import BadRoll, told_by
from askfirst.cli.check_friends import friends
from askfirst.cli.check_name import name
from askfirst.cli.check_read import read_text, roll_lines
from askfirst.cli.check_shown import painted, show_cannot_see, show_finding, show_help
from askfirst.cli.main import Cannot, Later
from askfirst.procedure.clause import Edition
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust
from askfirst.words import say

__all__ = ["command"]

ROW_FIELDS = frozenset({"id", "text", "author", "channel"})
UNLABELLED = frozenset({"tone"})  # a note beside an attack; the scorer of labelled rows knows no such kind and refuses the file


def show(said: Answer, *, student: bool, everything: bool) -> None:
    """The answer as a person reads it: what is allowed, what to look at, what was noticed, what could not be seen."""
    show_help(said, student=student)
    if not (everything or said.shows_findings):
        click.echo(str(say("When you want the rest of the check, add --all.")))
        return
    for permission in said.allowed:
        click.echo(str(say("{tag} · {clause}: {says}", tag=permission.strength, clause=permission.clause, says=permission.says)))
    click.echo()
    if said.findings:
        click.echo(painted(say("{count} to look at. You decide.", count=len(said.findings)), bold=True))
    else:
        click.echo(painted(say("Nothing to look at."), bold=True))
    for number, finding in enumerate(said.findings, 1):
        show_finding(number, finding)
    for finding in said.noticed:
        if finding.seen.kind != "help":
            click.echo(
                str(
                    say(
                        "Noticed, and fine · {clause}: “{quote}” {why}",
                        clause=finding.seen.clause,
                        quote=finding.quote,
                        why=finding.seen.why,
                    )
                )
            )
    for note in said.notes:
        click.echo(str(note))
    for missed in said.not_checked:
        click.echo(str(say("Not looked at · {check}: {reason}", check=missed.check, reason=missed.reason)))
    show_cannot_see((*OF_A_POST, *by_dialect()))
    click.echo(str(say("Nothing was kept, and nobody was told.")))


def _row(line: str, number: int) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise Cannot(say("Line {n} is not JSON. Mend it and run again.", n=number)) from None
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise Cannot(say("Line {n} is not a row with an id. Give id, text, author and channel.", n=number))
    other = sorted(set(row) - ROW_FIELDS)
    if other:
        raise Cannot(say("Line {n} has a field we do not take: {field}. Give id, text, author and channel only.", n=number, field=other[0]))
    return row


def _labelled(said: Answer) -> dict[str, object]:
    """Findings and noticed of the kinds that labelled rows know."""
    kept = replace(
        said,
        findings=tuple(one for one in said.findings if one.seen.kind not in UNLABELLED),
        noticed=tuple(one for one in said.noticed if one.seen.kind not in UNLABELLED),
    )
    given = as_json(kept, everything=True)
    return {"findings": given["findings"], "noticed": given["noticed"]}


def _rows(source: str, edition: Edition, roll: list[str] | None) -> None:
    """Labelled rows in, findings out, in order, one at a time: memory stays that of one row."""
    told = told_by(load_trust(), roll=roll)
    try:
        with click.open_file(source, "r", encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                row = _row(line, number)
                try:
                    said = _labelled(answer(draft_from(row, told), edition))
                except BadDraft as problem:
                    raise Cannot(say("Line {n}: {why}", n=number, why=problem.sentence)) from None
                click.echo(json.dumps({"id": row["id"], **said}, ensure_ascii=True))
    except UnicodeDecodeError:
        raise Cannot(say("{file} is not UTF-8 text. Save it as UTF-8 and try again.", file=source)) from None
    except OSError as problem:
        raise Cannot(say("{file} cannot be read ({why}). Check the name and try again.", file=source, why=problem.strerror)) from None


class Check(Later):
    """A check of a photo loads what opens files; one of words starts without it."""

    later: Mapping[str, str] = {
        "archive": "askfirst.cli.check_archive:archive",
        "page": "askfirst.cli.check_page:page",
        "photo": "askfirst.cli.check_photo:photo",
    }


@click.group(name="check", cls=Check, help="Look a draft over before you post it. Nothing is kept; nobody is told.")
def command() -> None:
    """Checks of text, photo, page, name and archive."""


command.add_command(friends)
command.add_command(name)


@command.command(help="Look over the words of a post, from FILE or - for standard input.")
@click.argument("file", default="-")
@click.option("--as", "author", type=click.Choice(AUTHORS), help="Who is writing.")
@click.option("--where", type=click.Choice(PLACES), default="web-page", show_default=True, help="Where it will go.")
@click.option(
    "--audience", type=click.Choice(AUDIENCES), default="public", show_default=True, help="Who will see it; unsure is treated as public."
)
@click.option("--profile-names-school", is_flag=True, help="My profile says where I work.")
@click.option("--roll", help="Your own list of names (CSV) to look for.")
@click.option("--all", "everything", is_flag=True, help="Show findings also where help comes first.")
@click.option("--json", "as_data", is_flag=True, help="Give the answer as JSON.")
@click.option("--jsonl", is_flag=True, help="FILE holds labelled rows, for benchmarks only.")
def post(
    *,
    file: str,
    author: str | None,
    where: str,
    audience: str,
    profile_names_school: bool,
    roll: str | None,
    everything: bool,
    as_data: bool,
    jsonl: bool,
) -> int:
    """Exit code 1 where there is something to look at."""
    edition = the_edition(readings=False)
    try:
        if jsonl:
            _rows(file, edition, None if roll is None else roll_lines(roll))
            return 0
        told = told_by(load_trust(), roll=None if roll is None else roll_lines(roll))
        fields = {
            "text": read_text(file),
            "author": author,
            "channel": where,
            "audience": audience,
            "profile_names_school": profile_names_school,
        }
        said = answer(draft_from(fields, told), edition)
    except BadDraft as problem:
        if problem.field == "author":
            raise Cannot(say("Say who is writing: add --as staff or --as student.")) from None
        raise Cannot(problem.sentence) from None
    except BadRoll as problem:
        raise Cannot(say("{file}: {why}", file=roll, why=problem)) from None
    if as_data:
        click.echo(json.dumps(post_as_json(said, everything=everything), ensure_ascii=True, indent=1))
    else:
        show(said, student=author == "student", everything=everything)
    return 1 if said.to_look_at else 0
