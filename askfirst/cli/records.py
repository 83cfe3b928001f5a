"""Whoever runs a command on the server's own machine, as a person of the Trust; and one line for whatever its database cannot do.

Neither a password nor a word of a case is ever an argument or in the environment: both can be read in a list of processes.
"""

import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click
from django.conf import settings
from django.db import OperationalError, ProgrammingError

from askfirst.cli.main import Cannot
from askfirst.people import second_step
from askfirst.people.accounts import TryLater, sign_in
from askfirst.people.calendar import london, london_day
from askfirst.people.hats import Standing
from askfirst.people.standing import capacities, standing
from askfirst.people.who import by_username
from askfirst.trail.keyfile import NoKey
from askfirst.words import say

__all__ = ["Here", "clean", "here", "now", "records", "time_words", "words_from"]

LONGEST = 5_000_000  # bytes
HERE = "the command line"  # where tries to sign in are counted: nobody else's address
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Here:
    """The person, what they hold today, and the one reading of the clock."""

    by: Standing
    at: datetime


def now() -> datetime:
    """The server's clock, read once by each command."""
    at: datetime = settings.CLOCK()
    return at


@contextmanager
def records() -> Iterator[None]:
    """Raises Cannot for a database that is not there or not ready, and for a missing key."""
    os.umask(0o077)
    try:
        yield
    except NoKey as problem:
        raise Cannot(problem.sentence) from None
    except (OperationalError, ProgrammingError):
        raise Cannot(say("The database is not ready, or busy. Run `askfirst serve` once here, then try again.")) from None


def here(username: str, *, password_stdin: bool) -> Here:
    """Somebody signed in for this one command; in the demo without a password, as on its sign-in page. Raises Cannot."""
    at = now()
    password = _password(password_stdin) if settings.PRODUCTION or password_stdin else ""
    if settings.PRODUCTION:
        try:
            ref = sign_in(username, password, address=HERE, at=at)
        except TryLater as problem:
            raise Cannot(problem.sentence) from None
    else:
        found = by_username(username) if "\0" not in username else None
        ref = found.ref if found else None
    if ref is None or not capacities(ref, on=london_day(at)):
        raise Cannot(say("Nobody here has that username and password. Check both, and try again."))
    if settings.PRODUCTION and (second_step.has(ref) or second_step.needs(ref, on=london_day(at))):
        _second_step(ref, password_stdin, at)
    return Here(standing(ref, on=london_day(at)), at)


def _second_step(ref: str, from_stdin: bool, at: datetime) -> None:
    """A code more, of whoever may open another person's case; from standard input it is the second line. Raises Cannot."""
    if not second_step.has(ref):
        raise Cannot(say("You need a second step first. Sign in with a browser, set it up, and try again."))
    code = sys.stdin.buffer.readline(LONGEST).decode("ascii", "replace") if from_stdin else click.prompt("Code", err=True)
    try:
        right = second_step.check(ref, code.strip(), at=at)
    except (TryLater, second_step.Unreadable) as problem:
        raise Cannot(problem.sentence) from None
    if right is None:
        raise Cannot(say("That code does not work, or was used before. Wait for the next one, and try again."))


def _password(from_stdin: bool) -> str:
    if not from_stdin:
        if not sys.stdin.isatty():
            raise Cannot(say("Your password is asked for on a terminal. Here, send it with --password-stdin."))
        typed: str = click.prompt("Password", hide_input=True, err=True)
        return typed
    try:
        return sys.stdin.buffer.readline(LONGEST).decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        raise Cannot(say("The password is not UTF-8 text. Send it as UTF-8, in a line of its own.")) from None


def words_from(source: str) -> str:
    """The text of a file, or of standard input for "-". Raises Cannot."""
    try:
        if source == "-":
            raw = sys.stdin.buffer.read(LONGEST + 1)
        else:
            with Path(source).open("rb") as file:
                raw = file.read(LONGEST + 1)
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or "no such name"
        raise Cannot(say("The words cannot be read ({why}). Check the file’s name and try again.", why=why)) from None
    if len(raw) > LONGEST:
        raise Cannot(say("That is too long: we take {limit} bytes at most. Send less.", limit=format(LONGEST, ",")))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise Cannot(say("The words are not UTF-8 text (byte {at}). Save them as UTF-8.", at=problem.start + 1)) from None


def clean(words: object) -> str:
    """What somebody wrote, with nothing in it that a terminal would obey."""
    return "".join(
        letter if letter in "\n\t" or not (letter in TURNS or unicodedata.category(letter) == "Cc") else "\ufffd" for letter in str(words)
    )


def time_words(at: datetime) -> str:
    return format(london(at), "%a %d %b %Y %H:%M")
