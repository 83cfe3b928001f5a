"""`askfirst trust …`: what this trust has set for itself, and each change; the pages' own calls."""

import sys
from collections.abc import Sequence

import click

from askfirst.adoption import settings_all
from askfirst.adoption.settings_as_json import change_json, setting_json, settings_json
from askfirst.cli.a_person import as_a_person, give, json_fields, tell
from askfirst.cli.main import Cannot, Whole
from askfirst.cli.records import Here, here, records
from askfirst.people.calendar import read_date
from askfirst.people.second import NotSecond
from askfirst.people.settings import changes as made
from askfirst.people.settings import history
from askfirst.people.settings.changes import NotNow
from askfirst.people.settings.history import NoSetting
from askfirst.people.settings.values import BadSetting
from askfirst.words import say

__all__ = ["command"]

AS_DATA = click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
NONE_SUCH = say("There is no such setting, or it is not yours to change. Look with: askfirst trust settings.")
STATES = {
    "waits": say("waits for a second person"),
    "lapsed": say("nobody agreed in three days"),
    "agreed": say("agreed"),
    "dropped": say("taken back"),
    "undone": say("undone before its first day"),
}


@click.group(cls=Whole, name="trust", help="What this trust has set for itself, and each change.")
def command() -> None:
    """Settings on the server's own machine, as one person."""


@command.command(name="settings", help="What holds on a day: every setting, or one by its name.")
@click.argument("name", required=False)
@click.option("--on", "day", default="", help="The day, such as 2026-11-23; today if left out.")
@as_a_person
@AS_DATA
def show(*, name: str | None, day: str, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0; 2 for whoever it is no business of."""
    with records():
        me = here(username, password_stdin=password_stdin)
        on = read_date(day) if day else me.by.on
        if on is None:
            raise Cannot(say("We cannot read this date. Write it as 2026-11-23."))
        try:
            found = settings_json(on=on, by=me.by, at=me.at) if name is None else setting_json(name, on=on, by=me.by, at=me.at)
        except NoSetting:
            raise Cannot(NONE_SUCH) from None
    if as_data:
        give(found)
        return 0
    listed = found["settings"] if name is None else [found]
    for one in listed if isinstance(listed, list) else []:
        for part, text in one["value"].items():
            called = one["name"] if part == "value" else "{}:{}".format(one["name"], part)
            tell(say("{name} · {text}", name=called, text=" / ".join(str(text).splitlines())))
    return 0


@command.command(name="set", help="Change a setting: TEXT, or PART=TEXT for each part, or - for one JSON object on standard input.")
@click.argument("name")
@click.argument("values", nargs=-1, required=True, metavar="TEXT...")
@click.option("--from", "starts_on", default="", help="Its first day; today if left out.")
@click.option("--why", required=True, help="Why it is changed. It stays with the change.")
@as_a_person
@AS_DATA
def put(
    *, name: str, values: tuple[str, ...], starts_on: str, why: str, username: str, password_stdin: bool, as_data: bool
) -> int:  # fmt: skip
    """Exit code 0: it holds from its day on. 1: it waits for a second person. 2: could not."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            ref = settings_all.ask(name, _parts(values), starts_on=starts_on, why=why, by=me.by, at=me.at)
        except NoSetting:
            raise Cannot(NONE_SUCH) from None
        except BadSetting as problem:
            raise Cannot(problem.sentence) from None
        return _now(me, ref, as_data=as_data)


def _parts(values: Sequence[str]) -> dict[str, object]:
    """Raises Cannot."""
    if list(values) == ["-"]:
        found = json_fields(sys.stdin.read(100_000))
        if found is None:
            raise Cannot(say("Give one JSON object: each part by its name."))
        return found
    if len(values) == 1 and "=" not in values[0].split(" ")[0]:
        return {"value": values[0]}
    split = [one.partition("=") for one in values]
    if any(not sign for _, sign, _ in split):
        raise Cannot(say("Give each part as PART=TEXT, such as phone=01632 960100."))
    return {part: text for part, _, text in split}


def _now(me: Here, ref: str, *, as_data: bool) -> int:
    one = history.change(ref, by=me.by, at=me.at)
    if as_data:
        give(change_json(one, on=me.by.on, by=me.by))
    else:
        _tell(one)
    return 1 if one.state == "waits" else 0


def _tell(one: history.Change) -> None:
    tell(say("{ref} · {name} · {state} · from {day}", ref=one.ref, name=one.name, state=STATES[one.state], day=one.starts_on.isoformat()))


@command.command(name="changes", help="The latest changes, the newest first.")
@as_a_person
@AS_DATA
def listed(*, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0; 2 for whoever it is no business of."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            found = history.changes(by=me.by, at=me.at)
        except NoSetting:
            raise Cannot(NONE_SUCH) from None
        if as_data:
            give({"changes": [change_json(one, on=me.by.on, by=me.by) for one in found]})
            return 0
    for one in found:
        _tell(one)
    return 0


@command.command(name="agree", help="Agree to a change that somebody else asked for. See it first: askfirst trust changes --json.")
@click.argument("ref")
@as_a_person
@AS_DATA
def agree(*, ref: str, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0: agreed. 2: could not."""
    return _step(ref, "agree", username, password_stdin=password_stdin, as_data=as_data)


@command.command(name="take-back", help="Nobody asks for this change any more.")
@click.argument("ref")
@as_a_person
@AS_DATA
def take_back(*, ref: str, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0: taken back. 2: could not."""
    return _step(ref, "take-back", username, password_stdin=password_stdin, as_data=as_data)


@command.command(name="undo", help="What held before a change holds again.")
@click.argument("ref")
@click.option("--why", required=True, help="Why. It stays with the change.")
@as_a_person
@AS_DATA
def undo(*, ref: str, why: str, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0: undone. 1: it waits for a second person. 2: could not."""
    return _step(ref, "undo", username, password_stdin=password_stdin, as_data=as_data, why=why)


def _step(ref: str, step: str, username: str, *, password_stdin: bool, as_data: bool, why: str = "") -> int:
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            if step == "undo":
                ref = settings_all.undo(ref, why=why, by=me.by, at=me.at)
            elif step == "agree":
                made.agree(ref, digest=history.change(ref, by=me.by, at=me.at).digest, by=me.by, at=me.at)
            else:
                made.take_back(ref, by=me.by, at=me.at)
        except NoSetting:
            raise Cannot(NONE_SUCH) from None
        except (BadSetting, NotNow, NotSecond) as problem:
            raise Cannot(problem.sentence) from None
        return _now(me, ref, as_data=as_data)
