"""`askfirst check archive`: what one's own posts give away together, on the command line. No Django, no database; --report alone writes."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import click

from askfirst.advice.archives import AboutArchive, ShownFact, about_archive, archive_as_json, open_archives
from askfirst.advice.archives_asked import archive_from, held_pipe
from askfirst.advice.archives_folder import packed_folder
from askfirst.advice.archives_report import line_of, no_steps, report_of
from askfirst.advice.asked import AUTHORS, BadDraft
from askfirst.advice.cannot_see import OF_AN_ARCHIVE
from askfirst.advice.trust import told_by
from askfirst.cli.check_shown import painted, show_cannot_see, show_help
from askfirst.cli.main import Cannot
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust
from askfirst.words import Sentence, say

__all__ = ["archive"]


def _line(sentence: Sentence) -> None:
    click.echo(str(sentence))


def _show_fact(said: AboutArchive, number: int, fact: ShownFact) -> None:
    seen = fact.finding.seen
    head = say(
        "{n}. {title} · {level} · {tag} · {clause}",
        n=number, title=seen.title, level=seen.level, tag=fact.finding.strength, clause=seen.clause,
    )  # fmt: skip
    click.echo(painted(head, bold=True))
    for words in (fact.says, seen.why, fact.sure, seen.fix, seen.doubt):
        if words is not None:
            _line(say("    {words}", words=words))
    _line(say("    {words}", words=fact.gives))
    for post in fact.posts:
        _line(say("      {words}", words=line_of(said, fact, post)))
    if fact.more:
        _line(say("      There are {count} more.", count=fact.more))


def _show(said: AboutArchive, *, everything: bool) -> None:
    show_help(said.answer, student=said.student)
    if not (everything or said.answer.shows_findings):
        _line(say("When you want the rest of the check, add --all."))
        return
    for permission in (*said.answer.allowed, *said.answer.good_to_know):
        _line(say("{tag} · {clause}: {says}", tag=permission.strength, clause=permission.clause, says=permission.says))
    click.echo()
    _line(say("{count} posts on {service}.", count=said.opened.counts["posts"], service=said.service))
    _line(say("{count} to look at. You decide.", count=len(said.facts)) if said.facts else say("Nothing to look at."))
    for number, fact in enumerate(said.facts, 1):
        _show_fact(said, number, fact)
    for one in said.to_do:
        _line(say("To do · {clause}: {says}", clause=one.clause, says=one.says))
    for step in said.steps:
        _line(say("On {service}: {fact} Checked on {day}.", service=step.platform, fact=(said.student and step.student) or step.fact,
                  day=step.checked_on.isoformat()))  # fmt: skip
    for name in said.no_steps:
        _line(no_steps(name))
    for note in said.answer.notes:
        _line(note)
    for missed in said.answer.not_checked:
        _line(say("Not looked at · {check}: {reason}", check=missed.check, reason=missed.reason))
    show_cannot_see(OF_AN_ARCHIVE)
    _line(say("Nothing was kept, and nobody was told."))


@contextmanager
def _opened(source: str) -> Iterator[tuple[IO[bytes], int]]:
    """The archive as a file, and how many files of messages were left out of a folder. Raises Cannot."""
    try:
        if source == "-":
            held, left_out = held_pipe(sys.stdin.buffer), 0
        elif Path(source).is_dir():
            held, left_out = packed_folder(Path(source))
        else:
            held, left_out = Path(source).open("rb"), 0  # noqa: SIM115 -- it is closed below
    except BadDraft as problem:
        raise Cannot(problem.sentence) from None
    except OSError as problem:
        raise Cannot(say("{file} cannot be read ({why}). Check the name and try again.", file=source, why=problem.strerror)) from None
    with held:
        yield held, left_out


def _write(report: bytes, place: Path) -> None:
    """For its owner's eyes alone, and never over a file that is there. Raises Cannot."""
    try:
        number = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(report)
    except OSError as problem:
        why = problem.strerror
        raise Cannot(say("{file} cannot be written ({why}). Name another place for the report.", file=place, why=why)) from None


@click.command(
    help="What your own posts give away together, from the archives that services gave you: files, folders, or - for standard input."
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--as", "author", type=click.Choice(AUTHORS), default="staff", show_default=True, help="Whose posts they are.")
@click.option("--report", type=click.Path(path_type=Path), help="Where the report goes, a page that opens from disk.")
@click.option("--all", "everything", is_flag=True, help="Show facts also where help comes first.")
@click.option("--json", "as_data", is_flag=True, help="Give the answer as JSON.")
def archive(*, files: tuple[str, ...], author: str, report: Path | None, everything: bool, as_data: bool) -> int:
    """Exit code 1 where there is something to look at."""
    with ExitStack() as stack:
        given = [stack.enter_context(_opened(one)) for one in files]
        try:
            asked = archive_from({"author": author})
            opened = open_archives([held for held, _ in given], told_by(load_trust()), left_out=sum(left_out for _, left_out in given))
        except BadDraft as problem:
            raise Cannot(say("{file}: {why}", file=", ".join(files), why=problem.sentence)) from None
    said = about_archive(opened, the_edition(readings=False), asked.author)
    if report is not None:
        _write(report_of(said), report)
    if as_data:
        click.echo(json.dumps(archive_as_json(said, everything=everything), ensure_ascii=True, indent=1))
    else:
        _show(said, everything=everything)
        if report is not None:
            _line(say("The report is {file}. Only you have it.", file=report))
    return 1 if said.answer.to_look_at else 0
