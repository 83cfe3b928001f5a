"""`askfirst settings check`: what this server would run with, and what is wrong with it."""

import click

from askfirst.cli.main import Cannot, Whole
from askfirst.config.environment import BadSettings, read_environment
from askfirst.words import say

__all__ = ["command"]


@click.group(cls=Whole, name="settings", help="Check this server's settings.")
def command() -> None:
    """Settings come from the environment."""


@command.command(help="Show the settings in use, or what is wrong with them.")
def check() -> int:
    """Reads the environment again and prints each field; secrets are left out."""
    try:
        settings = read_environment()
    except BadSettings as problem:
        raise Cannot(say("{why}", why=problem)) from None
    for name, value in settings.shown().items():
        click.echo(str(say("{name}: {value}", name=name, value=value)))
    return 0
