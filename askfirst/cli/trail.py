"""`askfirst trail verify [EXPORT]` and `export FILE`: whether each chain of what happened is as it was written, here or in a copy."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from askfirst.cli.main import Cannot, Whole
from askfirst.cli.records import clean, records
from askfirst.trail import chain
from askfirst.trail.chain import TrailBroken
from askfirst.trail.export import LONGEST_LINE, export, verify_export
from askfirst.words import say

__all__ = ["command"]


@click.group(cls=Whole, name="trail", help="What happened, and whether its record is whole.")
def command() -> None:
    """The trail holds references and digests, never words."""


@command.command(help="Look through every chain, or through an EXPORT of them. The first bad record of each broken one is named.")
@click.argument("source", metavar="[EXPORT]", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def verify(*, source: Path | None, as_data: bool) -> int:
    """Exit code 1 where a chain is not as it was written."""
    if source is not None:
        return _verify_export(source, as_data=as_data)
    with records():
        broken = chain.verify()
        count = sum(1 for _ in chain.heads())
    if as_data:
        found = [{"chain": one.chain, "sequence": one.sequence, "why": str(one.why)} for one in broken]
        click.echo(json.dumps({"chains": count, "broken": found}, indent=1))
        return 1 if broken else 0
    for one in broken:
        click.echo(str(one.why))
    if broken:
        click.echo(str(say("{count} to look at. Keep a copy of the database, and tell the Data Protection Officer.", count=len(broken))))
        return 1
    click.echo(str(say("Every chain is as it was written: {count} looked at.", count=count)))
    return 0


def _lines(source: Path) -> Iterator[bytes]:
    """A file's lines; of one that never ends, as much as shows that it is none of ours."""
    with source.open("rb") as held:
        while line := held.readline(LONGEST_LINE + 1):
            yield line


def _verify_export(source: Path, *, as_data: bool) -> int:
    try:
        with records():
            bad = verify_export(_lines(source))
    except OSError as problem:
        raise Cannot(
            say("The export cannot be read ({why}). Name a file that `askfirst trail export` made.", why=problem.strerror)
        ) from None
    if as_data:
        found = [{"line": bad.line, "chain": bad.chain, "sequence": bad.sequence, "why": str(bad.why)}] if bad else []
        click.echo(json.dumps({"broken": found}, indent=1))
    elif bad:
        click.echo(clean(bad.why))
        click.echo(str(say("Keep this copy as it is, and tell the Data Protection Officer.")))
    else:
        click.echo(str(say("Every line is as it was written.")))
    return 1 if bad else 0


@command.command(name="export", help="Write every chain into the new FILE: references and digests only. Keep it as you keep the database.")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
def write_export(*, target: Path) -> int:
    """Exit code 0 when it was written; a trail that is not whole is not copied."""
    count = 0
    try:
        with records(), target.open("xb") as held:
            try:
                for line in export():
                    held.write(line)
                    count += 1
            except TrailBroken as problem:
                target.unlink()
                raise Cannot(say("{why} Nothing was written. Run `askfirst trail verify` first.", why=problem.broken.why)) from None
            except BaseException:
                target.unlink()
                raise
    except FileExistsError:
        raise Cannot(say("There is a file of this name already, and it was left alone. Name a new one.")) from None
    except OSError as problem:
        raise Cannot(say("The file could not be written ({why}). Name another place.", why=problem.strerror)) from None
    click.echo(str(say("{count} lines written.", count=count)))
    return 0
