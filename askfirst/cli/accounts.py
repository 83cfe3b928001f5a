"""`askfirst accounts …`: what an operator does for somebody who cannot sign in. It needs a shell and a reason, and is in the trail."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from askfirst.cli.main import Cannot, Whole
from askfirst.cli.records import now, records
from askfirst.people import accounts_operate
from askfirst.people.accounts import BadPassword, NobodyOfThatName
from askfirst.people.accounts_operate import NoReason
from askfirst.words import Sentence, say

__all__ = ["command"]

LONGEST = 5000
WHY = click.option("--reason", required=True, help="Why, in your own words. The trail keeps a digest of it: write it down yourself.")
WHOSE = click.argument("username")


@click.group(cls=Whole, name="accounts", help="Passwords, sessions and second steps, for somebody who cannot sign in.")
def command() -> None:
    """No case is opened by any of it."""


@contextmanager
def _changing() -> Iterator[None]:
    """Raises Cannot."""
    with records():
        try:
            yield
        except (NobodyOfThatName, NoReason, BadPassword) as problem:
            raise Cannot(problem.sentence) from None


def _done(sentence: Sentence) -> int:
    click.echo(str(sentence))
    return 0


@command.command(help="Give somebody a new password. All their sessions end.")
@WHOSE
@WHY
@click.option("--password-stdin", is_flag=True, help="Read it from the first line of standard input.")
def password(*, username: str, reason: str, password_stdin: bool) -> int:
    """Never an argument: those can be read in a list of processes."""
    new = _line() if password_stdin else _asked()
    with _changing():
        accounts_operate.give_password(username=username, password=new, reason=reason, at=now())
    return _done(say("The password is changed. Ask them to choose their own at /me/password/ when they are in."))


def _asked() -> str:
    if not sys.stdin.isatty():
        raise Cannot(say("The password is asked for on a terminal. Here, send it with --password-stdin."))
    typed: str = click.prompt("New password", hide_input=True, confirmation_prompt="And again", err=True)
    return typed


def _line() -> str:
    try:
        return sys.stdin.buffer.readline(LONGEST).decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        raise Cannot(say("The password is not UTF-8 text. Send it as UTF-8, in a line of its own.")) from None


@command.command(help="Let somebody try again at once after wrong passwords.")
@WHOSE
@WHY
def unlock(*, username: str, reason: str) -> int:
    with _changing():
        accounts_operate.unlock(username=username, reason=reason, at=now())
    return _done(say("They can try again now."))


@command.group(help="Where somebody is signed in.")
def sessions() -> None:
    """See `end`."""


@sessions.command(name="end", help="Sign somebody out everywhere.")
@WHOSE
@WHY
def end_sessions(*, username: str, reason: str) -> int:
    with _changing():
        ended = accounts_operate.end_sessions(username=username, reason=reason, at=now())
    return _done(say("Signed out everywhere. Sessions ended: {count}.", count=ended))


@command.group(name="second-step", help="The codes somebody signs in with.")
def second_step() -> None:
    """See `reset`."""


@second_step.command(name="reset", help="Take a second step away. Its owner sets it up again at the next sign-in.")
@WHOSE
@WHY
def reset(*, username: str, reason: str) -> int:
    """Make sure first that it is they who ask: the next to sign in with their password sets it up."""
    with _changing():
        there = accounts_operate.reset_second_step(username=username, reason=reason, at=now())
    if not there:
        return _done(say("They had no second step, so none was taken away. Their sessions are ended."))
    return _done(say("The second step is taken away. They set it up again at the next sign-in."))
