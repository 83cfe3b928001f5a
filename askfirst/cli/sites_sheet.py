"""`askfirst sites table`, `look` and `apply`: the official pages as a CSV file, and a changed one sent back, by the calls of the page.

A file is looked at first. What that showed has a digest, and with it the same is done: all of it or nothing.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.page_sheet import LARGEST, BadSheet, apply_sheet, as_csv, look_at_sheet, sheet
from askfirst.casework.page_sheet_done import Done, Moved, looked_json
from askfirst.cli.a_person import as_a_person, give, tell
from askfirst.cli.check_read import read_bytes
from askfirst.cli.main import Cannot
from askfirst.cli.places import wrong_places
from askfirst.cli.records import clean, here, records
from askfirst.words import say

__all__ = ["apply", "look", "table"]

NOT_YOURS = say("Only communications keep the official pages. Sign in as them.")
AS_DATA = click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")


@contextmanager
def _keeping() -> Iterator[None]:
    """Raises Cannot for whoever does not keep the register, and for a file that cannot be done now."""
    with records():
        try:
            yield
        except Missing:
            raise Cannot(NOT_YOURS) from None
        except (BadField, Moved) as problem:
            raise Cannot(problem.sentence) from None


@click.command(name="table", help="The official pages as CSV, to be changed and sent back. That you read them is in their trail.")
@as_a_person
@AS_DATA
def table(*, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0, whatever is in it."""
    with _keeping():
        me = here(username, password_stdin=password_stdin)
        rows = sheet(by=me.by, at=me.at)
    if as_data:
        give({"pages": list(rows.values())})
    else:
        text = as_csv(rows)
        click.echo(clean(text.replace("\r\n", "\n")) if sys.stdout.isatty() else text, nl=False)
    return 0


@click.command(name="look", help="What FILE would change and begin. Nothing is done. The columns stand in docs/official-pages.md.")
@click.argument("file")
@as_a_person
@AS_DATA
def look(*, file: str, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0: it would do nothing. 1: it would do something, and says with which digest. 2: something in it is wrong."""
    with _keeping():
        me = here(username, password_stdin=password_stdin)
        try:
            done = look_at_sheet(read_bytes(file, LARGEST), by=me.by, at=me.at)
        except BadSheet as wrong:
            return wrong_places(wrong.places, as_data=as_data, ends=wrong.sentence)
    if as_data:
        give(looked_json(done))
    else:
        _show(done, file, username)
    return 1 if done.changes or done.begun else 0


def _show(done: Done, file: str, username: str) -> None:
    for one in done.changes:
        tell(say("{ref} · {column}: {was} → {now}", ref=one.ref, column=one.column, was=one.was or "-", now=one.now))
    for new in done.begun:
        tell(say("New: {name} · {address} · {owner}", name=new.name, address=new.address, owner=new.owner))
    if not (done.changes or done.begun):
        tell(say("This file changes nothing: all of it is so already."))
        return
    tell(say("Would change: {changed}. Would begin: {begun}. Nothing has changed yet.", changed=len(done.changed), begun=len(done.begun)))
    way = say("askfirst sites apply {file} --as {you} --digest {digest}", file=file, you=username, digest=done.digest)
    tell(say("To do all of it: {way}", way=way))


@click.command(name="apply", help="Do all that `sites look` showed of FILE. It says which digest to give.")
@click.argument("file")
@click.option("--digest", required=True, help="The digest that `sites look` showed.")
@as_a_person
@AS_DATA
def apply(*, file: str, digest: str, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0: done. 2: could not, and nothing was changed."""
    with _keeping():
        me = here(username, password_stdin=password_stdin)
        try:
            changed, begun = apply_sheet(read_bytes(file, LARGEST), by=me.by, at=me.at, shown=digest)
        except BadSheet as wrong:
            return wrong_places(wrong.places, as_data=as_data, ends=wrong.sentence)
    if as_data:
        give({"changed": changed, "begun": begun})
    else:
        tell(say("Changed: {changed}. Begun: {begun}.", changed=changed, begun=begun))
    return 0
