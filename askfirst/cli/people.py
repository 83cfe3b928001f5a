"""`askfirst people import` and `askfirst people merge`: the Trust's own people from one file, and two records of one person made one.

What opens cases waits for a second person, and so does every merge: from that there is no way back.
"""

import io
import json
from pathlib import Path

import click

from askfirst.casework import merged
from askfirst.casework.roll import open_work
from askfirst.cli.main import Cannot, Whole
from askfirst.cli.places import wrong_places
from askfirst.cli.records import clean, here, now, records
from askfirst.people import roll
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.people.merge import CannotMerge
from askfirst.people.merge_plan import MergePlan, plan_of, records_called
from askfirst.people.roll import APPLIED, Looked, NotNow, NotThere
from askfirst.people.roster.lines import LONGEST_FILE
from askfirst.people.roster.plan import Change, Plan
from askfirst.people.second import NotSecond
from askfirst.words import Sentence, say

__all__ = ["command"]

IN_A_FOLDER = "people.csv"
SHOWN = 20
LISTS: tuple[tuple[str, Sentence], ...] = (
    ("joiners", say("Would join")),
    ("leavers", say("Would leave")),
    ("moves", say("Would move")),
    ("details", say("Details that change")),
    ("gains", say("Would gain")),
    ("losses", say("Would lose")),
    ("held", say("New contacts, held for the safeguarding lead")),
)


def _say(sentence: Sentence) -> None:
    click.echo(clean(sentence))


@click.group(cls=Whole, name="people", help="The Trust's own people, from a file; and two records of one person made one.")
def command() -> None:
    """The columns of the file stand in docs/roll.md."""


@command.command(name="import", help="Bring in the people of FILE, or of people.csv in a folder. The columns stand in docs/roll.md.")
@click.argument("source", metavar="FILE|FOLDER")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--full", is_flag=True, help="The file names everybody: whoever is not in it leaves.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
@click.option("--as", "username", default="", help="Your username, if you hold the IT manager's seat. Without: the server itself.")
@click.option("--password-stdin", is_flag=True, help="Read your password from the first line of standard input.")
def import_people(*, source: str, dry_run: bool, full: bool, as_data: bool, username: str, password_stdin: bool) -> int:
    """Exit code 0: nothing to do, or done. 1: something to look at. 2: could not."""
    raw = _bytes(source)
    with records():
        me = here(username, password_stdin=password_stdin) if username else None
        if me is not None and not roll.may_import(me.by):
            raise Cannot(say("Only the IT manager can bring in people. Sign in as them, or leave out --as."))
        at = me.at if me else now()
        by = me.by if me else None
        looked = roll.look(io.BytesIO(raw), full=full, on=london_day(at))
        if looked.plan.problems:
            return wrong_places(looked.plan.problems, as_data=as_data)
        work = open_work(looked.plan.moved, by=by)
        done = "" if dry_run or not looked.plan.ops else _apply(raw, looked, by, full=full)
    _show(looked, work, done, as_data=as_data)
    waits = done not in ("", APPLIED)
    left = looked.plan.undecided or looked.plan.notes or looked.plan.contacts_differ or looked.plan.held
    return 1 if waits or left or (looked.plan.ops and done != APPLIED) else 0


def _bytes(source: str) -> bytes:
    """The file, or the one of that name in a folder. Raises Cannot."""
    try:
        path = Path(source)
        path = path / IN_A_FOLDER if path.is_dir() else path
        with path.open("rb") as file:
            raw = file.read(LONGEST_FILE + 1)
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or "no such name"
        raise Cannot(say("The file cannot be read ({why}). Check its name and try again.", why=why)) from None
    return raw


def _apply(raw: bytes, looked: Looked, by: Standing | None, *, full: bool) -> str:
    """Applied, or the reference under which it waits. Raises Cannot."""
    at = now()
    ref = roll.keep(raw, looked=looked, full=full, by=by.person if by else "", at=at)
    try:
        done = roll.apply(ref, by=by, digest=looked.plan.digest, at=at, looked=looked)
    except (NotNow, NotSecond) as problem:
        raise Cannot(problem.sentence) from None
    except NotThere:
        raise Cannot(say("Only the IT manager can bring in people. Sign in as them, or leave out --as.")) from None
    return done if done == APPLIED else ref


def _show(looked: Looked, work: list[tuple[Sentence, int]], done: str, *, as_data: bool) -> None:
    plan = looked.plan
    if as_data:
        click.echo(json.dumps(_data(looked, work, done), ensure_ascii=True, indent=1))
        return
    _say(say("{count} lines read, in {encoding}.", count=len(looked.roster.rows), encoding=looked.roster.encoding))
    for name, says in LISTS:
        _list(says, getattr(plan, name))
    for pair in plan.undecided:
        _say(
            say(
                "Possibly one person: line {line}, {name}, {mail}. Say who they are on the page.",
                line=pair.line,
                name=pair.name,
                mail=pair.email,
            )
        )
    for note in plan.notes[:SHOWN]:
        _say(note.whole)
    if plan.contacts_differ:
        _say(say("{count} known contacts differ. Nothing of theirs is changed by a file.", count=plan.contacts_differ))
    for seat, count in work:
        _say(say("Open work that changes hands: {seat}: {count}", seat=seat, count=count))
    _say(_ended(plan, done))


def _ended(plan: Plan, done: str) -> Sentence:
    if done == APPLIED:
        return say("Done. You can undo it for seven days on the page /people/import/.")
    if done:
        return say("This waits for a second person. They confirm it on the page /people/import/{ref}/.", ref=done)
    return say("Nothing was written.") if plan.ops else say("There is nothing to change.")


def _list(says: Sentence, changes: list[Change]) -> None:
    if changes:
        _say(say("{says}: {count}", says=says, count=len(changes)))
        for change in changes[:SHOWN]:
            _say(say("    {name}: {what}", name=change.name, what=change.says))
        if len(changes) > SHOWN:
            _say(say("    and {count} more", count=len(changes) - SHOWN))


def _data(looked: Looked, work: list[tuple[Sentence, int]], done: str) -> dict[str, object]:
    plan = looked.plan
    lists = {name: [_change(one) for one in getattr(plan, name)] for name, _ in LISTS}
    return {
        "lines": len(looked.roster.rows),
        "encoding": looked.roster.encoding,
        "rows_to_write": len(plan.ops),
        "needs_second": plan.needs_second,
        "done": {"": "nothing", APPLIED: "applied"}.get(done, "waits"),
        "ref": done if done not in ("", APPLIED) else "",
        **lists,
        "possibly_one_person": [{"id": pair.id, "line": pair.line, "name": pair.name, "email": pair.email} for pair in plan.undecided],
        "notes": [note.as_json() for note in plan.notes],
        "contacts_differ": plan.contacts_differ,
        "open_work": [{"seat": str(seat), "count": count} for seat, count in work],
    }


def _change(change: Change) -> dict[str, object]:
    return {"name": change.name, "says": str(change.says), "line": change.line, "seat": change.seat}


@command.command(name="merge", help="Ask that the record GONE becomes one with KEPT. A second person confirms it. It cannot be undone.")
@click.argument("kept")
@click.argument("gone")
@click.option("--dry-run", is_flag=True, help="Only show what would move.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
@click.option("--as", "username", default="", help="Your username, if you hold the IT manager's seat. Without: the server itself.")
@click.option("--password-stdin", is_flag=True, help="Read your password from the first line of standard input.")
def merge_people(*, kept: str, gone: str, dry_run: bool, as_data: bool, username: str, password_stdin: bool) -> int:
    """Exit code 0: only shown. 1: it waits for a second person now. 2: could not."""
    with records():
        me = here(username, password_stdin=password_stdin) if username else None
        if me is not None and not roll.may_import(me.by):
            raise Cannot(say("Only the IT manager can ask for this. Sign in as them, or leave out --as."))
        at, by = (me.at, me.by) if me else (now(), None)
        stays, goes = _record(kept), _record(gone)
        try:
            plan = plan_of(kept=stays, gone=goes, on=london_day(at))
            cases = merged.open_cases(goes, by=by)
            if not dry_run:
                merged.ask_to_merge(kept=stays, gone=goes, by=by, digest=plan.digest, at=at)
        except (CannotMerge, NotNow) as problem:
            raise Cannot(problem.sentence) from None
    path = "/people/merge/{}/{}/".format(stays, goes)
    if as_data:
        click.echo(json.dumps(_merge_data(plan, cases, "" if dry_run else path), ensure_ascii=True, indent=1))
    else:
        _show_merge(plan, cases, "" if dry_run else path)
    return 0 if dry_run else 1


def _record(text: str) -> str:
    """The one record of that username, reference or name. Raises Cannot."""
    found = records_called(text)
    if not found:
        raise Cannot(say("We know nobody called “{text}”. Check the username.", text=clean(text)))
    if len(found) > 1:
        known = ", ".join(one.username for one in found)
        raise Cannot(say("Several records are called “{text}”. Use one of: {known}.", text=clean(text), known=known))
    return found[0].ref


def _show_merge(plan: MergePlan, cases: int, path: str) -> None:
    _say(say("{name} ({username}) is kept.", name=plan.kept.name, username=plan.kept.username))
    _say(say("{name} ({username}) goes.", name=plan.gone.name, username=plan.gone.username))
    for says, moving in ((say("Posts"), plan.posts), (say("Seats"), plan.seats)):
        _say(say("{says} that move: {count}", says=says, count=len(moving)))
        for one in moving:
            _say(say("    {what}", what=one))
    _say(say("Line manager of: {count}", count=plan.reports))
    _say(say("Ties to other people: {count}", count=plan.ties))
    _say(say("Delegations: {count}", count=plan.delegations))
    _say(say("Open cases: {count}", count=cases))
    _say(say("This cannot be undone, so it always takes two people."))
    _say(say("It waits. A second person confirms it on the page {path}.", path=path) if path else say("Nothing was written."))


def _merge_data(plan: MergePlan, cases: int, path: str) -> dict[str, object]:
    return {
        "kept": {"ref": plan.kept.ref, "username": plan.kept.username, "name": plan.kept.name},
        "gone": {"ref": plan.gone.ref, "username": plan.gone.username, "name": plan.gone.name},
        "posts": [str(one) for one in plan.posts],
        "seats": [str(one) for one in plan.seats],
        "line_manager_of": plan.reports,
        "ties": plan.ties,
        "delegations": plan.delegations,
        "open_cases": cases,
        "can_be_undone": False,
        "done": "waits" if path else "nothing",
        "confirm_at": path,
    }
