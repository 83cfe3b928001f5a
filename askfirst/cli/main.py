"""The `askfirst` command: groups are loaded by name, so that `check` and `procedure` load no Django and start at once.

Exit code 0: done, nothing to look at. 1: done, something to look at.
2: could not do it; one line on standard error says why and what to do.
"""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

import click

from askfirst.procedure.page import BadPack
from askfirst.words import Sentence, say

__all__ = ["COMMANDS", "Cannot", "Later", "Whole", "main", "part"]

COMMANDS = {
    "accounts": ("askfirst.cli.accounts", "Passwords, sessions and second steps, for an operator."),
    "campaigns": ("askfirst.cli.campaigns", "Who is asked to read the procedure, and who has."),
    "cases": ("askfirst.cli.cases", "Your cases: what waits for you, and the next step."),
    "check": ("askfirst.cli.check", "Look a draft over before you post it. Nothing is kept."),
    "demo": ("askfirst.cli.demo", "Load the invented trust into an empty database."),
    "guide": ("askfirst.cli.guide", "What is known of a service: who can see, untag, report, your data."),
    "mend": ("askfirst.cli.mend", "Look whether who sees what still fits the records."),
    "people": ("askfirst.cli.people", "Bring in the Trust's own people; make two records one."),
    "procedure": ("askfirst.cli.procedure", "Read the procedure, see what has dated in it, bring your own."),
    "records": ("askfirst.cli.disposal", "What is past its time: shown first, then removed."),
    "reports": ("askfirst.cli.reports", "Numbers of cases by kind and school, without a name."),
    "serve": ("askfirst.config.serve", "Serve the pages and the API, and do what is due."),
    "settings": ("askfirst.config.settings_check", "Check this server's settings."),
    "sites": ("askfirst.cli.sites", "Is a page official? And the official pages as a file."),
    "take-down": ("askfirst.cli.take_down", "Which way to have something taken down. Nothing is kept."),
    "trail": ("askfirst.cli.trail", "Check that the record of what happened is whole."),
    "trust": ("askfirst.cli.trust", "What this trust has set for itself, and each change."),
    "work": ("askfirst.config.work", "Do what is due: mail, reminders, deadlines."),
}
LONGEST_HELP = 1_000
INSIDE = {"make-ready": "askfirst.config.make_ready"}  # a part of `serve`, in a process of its own
NEEDS_DJANGO = {
    "accounts",
    "campaigns",
    "cases",
    "demo",
    "make-ready",
    "mend",
    "people",
    "records",
    "reports",
    "sites",
    "trail",
    "trust",
    "work",
}


class Cannot(click.ClickException):
    """We could not do it, and here is the one line that says why and what to do."""

    exit_code = 2

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))


class ByName(click.Group):
    """A group whose commands live in modules of their own, imported when called; what runs a server lives with the settings."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = COMMANDS[cmd_name][0] if cmd_name in COMMANDS else INSIDE.get(cmd_name)
        if place is None:
            return None
        if cmd_name in NEEDS_DJANGO:
            import_module("askfirst.config.set_up").set_up()
        module = import_module(place)
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """From the table above, so that help loads nothing either."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted((name, says) for name, (_, says) in COMMANDS.items()))


def part(name: str) -> ModuleType:
    """A part of a command that most calls of it do without, such as what opens files nobody trusts."""
    return import_module(name)


class Whole(click.Group):
    """A group whose help says of each command the whole first sentence; click cuts it off to fit one line."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted((name, one.get_short_help_str(LONGEST_HELP)) for name, one in self.commands.items()))


class Later(click.Group):
    """A group some of whose commands are loaded when they are called: the others start without them."""

    later: Mapping[str, str] = {}  # module, or module:attribute
    with_records: Mapping[str, str] = {}  # those of them that need the database, with what help says of them

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *self.later})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.later:
            return super().get_command(ctx, cmd_name)
        if cmd_name in self.with_records:
            import_module("askfirst.config.set_up").set_up()
        place, _, name = self.later[cmd_name].partition(":")
        command: click.Command = getattr(import_module(place), name or "command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Help loads nothing that needs the database."""
        here = {name: found.get_short_help_str(LONGEST_HELP) for name in self.list_commands(ctx) if name not in self.with_records
                and (found := self.get_command(ctx, name))}  # fmt: skip
        with formatter.section("Commands"):
            formatter.write_dl(sorted({**here, **self.with_records}.items()))


@click.command(cls=ByName, help="AskFirst: ask before you post. It flags, it never blocks, and it watches nobody.")
@click.version_option(package_name="askfirst", prog_name="askfirst")
def askfirst() -> None:
    """The root of all commands."""


def _complain(sentence: Sentence) -> int:
    click.echo(str(say("askfirst: {why}", why=sentence)), err=True)
    return 2


def _said(problem: click.ClickException) -> Sentence:
    """What is wrong; and where the command itself was put wrongly, where it says what it takes."""
    line = " ".join(problem.format_message().split())
    if not isinstance(problem, click.UsageError):
        return say("{line}", line=line)
    command = problem.ctx.command_path if problem.ctx is not None else "askfirst"
    return say("{line} See `{command} --help`.", line=line, command=command)


def main(argv: list[str] | None = None) -> None:
    """Run a command; whatever goes wrong, unforeseen things too, ends in one line and exit code 2."""
    try:
        colour = False if "NO_COLOR" in os.environ else None
        code = askfirst.main(args=argv, prog_name="askfirst", standalone_mode=False, color=colour)
    except click.exceptions.NoArgsIsHelpError as wanted:
        click.echo(wanted.format_message())
        code = 0
    except click.ClickException as problem:
        code = _complain(_said(problem))
    except (click.Abort, KeyboardInterrupt):
        code = _complain(say("Stopped. Nothing was kept."))
    except BadPack as problem:  # the trust's own folder, which any command may need
        code = _complain(problem.sentence)
    except BrokenPipeError:
        sys.stderr.close()
        code = 2
    except Exception as problem:  # noqa: BLE001 -- the last net: a person sees one line, never a traceback or their own words
        code = _complain(
            say("Something went wrong inside AskFirst ({kind}). Nothing was kept. Please try again.", kind=type(problem).__name__)
        )
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
