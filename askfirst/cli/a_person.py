"""What every command for one person of the Trust has in common: who one is, how something is said or given, and why it was not done."""

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refusal, Refused
from askfirst.cli.main import Cannot
from askfirst.cli.records import clean
from askfirst.words import Sentence, say

__all__ = ["NOTHING", "as_a_person", "bad_field", "give", "json_fields", "not_now", "tell"]

NOTHING = say("There is nothing of yours under that reference. Check it and try again.")
Command = TypeVar("Command", bound=Callable[..., Any])


def as_a_person(command: Command) -> Command:
    """The options that say who one is."""
    command = click.option("--as", "username", required=True, help="Your username.")(command)
    return click.option("--password-stdin", is_flag=True, help="Read your password from the first line of standard input.")(command)


def tell(sentence: Sentence) -> None:
    """One line for a person, with nothing in it that a terminal would obey."""
    click.echo(clean(sentence))


def give(data: object) -> None:
    """The same as data: JSON."""
    click.echo(json.dumps(data, ensure_ascii=True, indent=1))


def json_fields(text: str) -> dict[str, object] | None:
    """All fields, where the words begin with a curly bracket; None for plain text. Raises Cannot for what is no whole JSON."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        return dict(json.loads(text))
    except (ValueError, RecursionError):
        raise Cannot(say("Your words begin like JSON, but are not whole JSON. Mend them, or send plain text.")) from None


def bad_field(problem: BadField, known: Iterable[str]) -> Cannot:
    """Which field, where it is one we know, and what to do."""
    return Cannot(say("{field}: {why}", field=problem.field if problem.field in set(known) else "?", why=problem.sentence))


def not_now(problem: Refused) -> Cannot:
    """Every reason, each with its clause."""
    return Cannot(say("{why}", why=" ".join(_reason(refusal) for refusal in problem.refusals)))


def _reason(refusal: Refusal) -> str:
    if not refusal.clause:
        return str(refusal.sentence)
    return str(say("{sentence} ({clause})", sentence=refusal.sentence, clause=refusal.clause))
