"""`askfirst cases evidence`, `add-evidence`, `save-evidence`, `take-away`: what lies beside a case, by the calls and rules of the pages."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from askfirst.casework.access import Missing
from askfirst.casework.evidence import FIELDS, LARGEST, LEFT, File, Gone, Thing, add_evidence, evidence_json, evidence_of, open_evidence
from askfirst.casework.evidence_boxes import COPY, ORIGINAL
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.cli.a_person import NOTHING, as_a_person, bad_field, give, json_fields, not_now, tell
from askfirst.cli.main import Cannot
from askfirst.cli.records import here, records, time_words, words_from
from askfirst.people.who import names
from askfirst.records.taken_away import take_away
from askfirst.words import Sentence, say

__all__ = ["add", "away", "listed", "save"]

OPTIONS = ("seen_on", "confirmed")
"""What may stand in an argument: a day and a tick, nothing that somebody wrote."""


@click.command(
    name="evidence", help="What lies beside the case REF, as far as it is yours to see. That you read it is written into its trail."
)
@click.argument("ref")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
@as_a_person
def listed(*, ref: str, as_data: bool, username: str, password_stdin: bool) -> int:
    """Exit code 0, whatever lies there."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            things = evidence_of(ref, by=me.by, at=me.at)
        except Missing:
            raise Cannot(NOTHING) from None
        known = names(({one.by for one in things} | {one.gone.by for one in things if one.gone}) - {""})
    held = evidence_json(things, {who: named.short for who, named in known.items()})
    if as_data:
        give({"evidence": held})
        return 0
    tell(say("{count} beside this case.", count=len(things)))
    for one, thing in zip(held, things, strict=True):
        tell(say("{number} · {when} · {by} · {what}", number=thing.number, when=time_words(thing.at), by=one["by"], what=_what(thing, one)))
        if thing.gone:
            _tell_gone(thing.gone, one)
        for name in ("link", "seen_on", "about"):
            if one[name]:
                tell(say("    {name}: {value}", name=name, value=str(one[name]).replace("\n", "\n        ")))
    return 0


def _what(thing: Thing, held: Mapping[str, object]) -> Sentence:
    if thing.gone:
        return say("taken away")
    return say("file {name}, {size} bytes", name=held["name"], size=held["size"]) if thing.file else say("words")


def _tell_gone(gone: Gone, held: Mapping[str, Any]) -> None:
    by = held["taken_away"].get("by")
    when = time_words(gone.at)
    tell(say("    taken away: {when}, {by}", when=when, by=by) if by else say("    taken away: {when}", when=when))
    if gone.reason:
        tell(say("    why: {value}", value=gone.reason.replace("\n", "\n        ")))
    if held[LEFT]:
        tell(say("    sha256: {value}", value=held[LEFT]))


@click.command(name="add-evidence", help="Put a link, words or a file beside the case REF. Never a sexual picture of anyone under 18.")
@click.argument("ref")
@click.option("--words", "source", help="A file with what it shows, or - for standard input: plain text, or all fields as a JSON object.")
@click.option("--file", "path", help="A screenshot or a PDF, at most 20 MB.")
@click.option("--set", "pairs", multiple=True, metavar="FIELD=VALUE", help="seen_on=2026-11-24, and with a file confirmed=yes. No words.")
@click.option("--json", "as_data", is_flag=True, help="Give its number as JSON.")
@as_a_person
def add(
    *, ref: str, source: str | None, path: str | None, pairs: tuple[str, ...], as_data: bool, username: str, password_stdin: bool
) -> int:
    """Exit code 0 when it was put there; 2, with one line, when it was not. Then nothing has changed."""
    with records():
        me = here(username, password_stdin=password_stdin)
        given = _chosen(pairs) | (_written(words_from(source)) if source is not None else {})
        data = _bytes(path) if path is not None else None
        try:
            number = add_evidence(ref, by=me.by, at=me.at, given=given, name=Path(path or "").name, data=data)
        except Missing:
            raise Cannot(NOTHING) from None
        except BadField as problem:
            raise bad_field(problem, {"file", *(field.id for field in FIELDS)}) from None
        except Refused as problem:
            raise not_now(problem) from None
    if as_data:
        give({"number": number})
    else:
        tell(say("Number {number} lies beside the case now.", number=number))
    return 0


@click.command(name="save-evidence", help="Save the file with this NUMBER beside the case REF to the new file FILE.")
@click.argument("ref")
@click.argument("number", type=int)
@click.argument("path", metavar="FILE")
@click.option("--copy", is_flag=True, help="The copy for viewing, made anew from what came, not the file as it came.")
@as_a_person
def save(*, ref: str, number: int, path: str, copy: bool, username: str, password_stdin: bool) -> int:
    """Exit code 0 when it was saved; 2 when not, and then no file is left. That it was opened is written into the trail of the case."""
    with records():
        me = here(username, password_stdin=password_stdin)
        target = _fresh(path)
        try:
            file = open_evidence(ref, number, COPY if copy else ORIGINAL, by=me.by, at=me.at)
            _fill(target, file)
        except BaseException as problem:
            with suppress(OSError):
                Path(path).unlink()
            if isinstance(problem, Missing):
                raise Cannot(NOTHING) from None
            if isinstance(problem, Refused):
                raise not_now(problem) from None
            if isinstance(problem, OSError):
                raise Cannot(say("The file cannot be written ({why}). Make room, or choose another place.", why=problem.strerror)) from None
            raise
    tell(say("Saved: {count} bytes.", count=len(file.data)))
    return 0


@click.command(
    name="take-away", help="Take the thing with this NUMBER away from beside the case REF, for good. A new entry says who, when and why."
)
@click.argument("ref")
@click.argument("number", type=int)
@click.option("--ground", required=True, metavar="GROUND", help="wrong (file or link), others (their data), or early (not needed).")
@click.option("--words", "source", required=True, help="A file with the reason, or - for standard input: plain text.")
@as_a_person
def away(*, ref: str, number: int, ground: str, source: str, username: str, password_stdin: bool) -> int:
    """Exit code 0 when it was taken away; 2, with one line, when it was not. Then nothing has changed."""
    with records():
        me = here(username, password_stdin=password_stdin)
        given = {"ground": ground, "reason": words_from(source).removesuffix("\n").removesuffix("\r")}
        try:
            take_away(ref, number, given=given, by=me.by, at=me.at)
        except Missing:
            raise Cannot(NOTHING) from None
        except BadField as problem:
            raise bad_field(problem, set(given)) from None
        except Refused as problem:
            raise not_now(problem) from None
    tell(say("Number {number} was taken away. The list says so.", number=number))
    return 0


def _fresh(path: str) -> int:
    """A new file, for its owner alone. Raises Cannot for one that is there, before anything of the case is opened."""
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Cannot(say("There is a file of that name already. Choose another name: nothing is written over.")) from None
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or "no such name"
        raise Cannot(say("The file cannot be made ({why}). Check its name and try again.", why=why)) from None


def _fill(target: int, file: File) -> None:
    """Raises OSError."""
    with os.fdopen(target, "wb") as held:
        held.write(file.data)


def _bytes(path: str) -> bytes:
    """A file as it is, one byte more than we take at most. Raises Cannot."""
    try:
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or "no such name"
        raise Cannot(say("The file cannot be read ({why}). Check its name and try again.", why=why)) from None


def _chosen(pairs: tuple[str, ...]) -> dict[str, object]:
    """Raises Cannot for anything that is for words: others can read arguments."""
    given: dict[str, object] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        if name not in OPTIONS:
            raise Cannot(say("Only the day and the tick can be set so. Send the rest with --words."))
        given[name] = value
    return given


def _written(text: str) -> dict[str, object]:
    """Plain text is what it shows; what begins with a curly bracket is all of the fields. Raises Cannot."""
    held = json_fields(text)
    return held if held is not None else {"about": text.removesuffix("\n").removesuffix("\r")}
