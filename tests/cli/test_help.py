"""What each command says of itself, and what it says where it was put wrongly: whole sentences, and where to read on."""

import click
import pytest

from askfirst.cli.main import COMMANDS, askfirst, main

pytestmark = pytest.mark.django_db


def every():
    """Each command and each of its own, by the words one types."""
    found = []

    def walk(command, words):
        context = click.Context(command, info_name=" ".join(words))
        found.append((words, command, context))
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                walk(command.get_command(context, name), (*words, name))

    walk(askfirst, ("askfirst",))
    return found


def said(capsys, *argv):
    with pytest.raises(SystemExit) as left:
        main(list(argv))
    return left.value.code, capsys.readouterr()


def test_no_help_is_cut_off(capsys):
    """ "Look through your own list of friends, from FILE or - for standard input: one name a line, or..." tells nobody the rest."""
    commands = every()
    assert len(commands) > 60 and {words[1] for words, _, _ in commands[1:]} == set(COMMANDS)
    assert click.Command("x", help="So many words that they end in dots where a line ends").get_short_help_str(20).endswith("...")
    for words, command, context in commands:
        lines = command.get_help(context).splitlines()[1:]
        assert [line for line in lines if line.endswith("...")] == [], words


WRONG = (
    (("nope",), "askfirst: No such command 'nope'. See `askfirst --help`."),
    (("cases", "zzzz"), "askfirst: No such command 'zzzz'. See `askfirst cases --help`."),
    (("cases", "list"), "askfirst: Missing option '--as'. See `askfirst cases list --help`."),
    (("check", "post", "--as", "head"), "is not one of 'staff', 'student'. See `askfirst check post --help`."),
    (("trust", "set", "--nope"), "askfirst: No such option '--nope'. See `askfirst trust set --help`."),
)


@pytest.mark.parametrize(("argv", "says"), WRONG)
def test_a_command_put_wrongly_says_where_it_says_what_it_takes(capsys, argv, says):
    code, printed = said(capsys, *argv)
    assert (code, printed.out, printed.err.count("\n")) == (2, "", 1)
    assert printed.err.strip().endswith(says)


def test_what_is_wrong_with_the_words_alone_sends_nobody_to_the_help(capsys):
    code, printed = said(capsys, "procedure", "show", "XX-1")
    assert (code, "--help" in printed.err) == (2, False)


@pytest.mark.parametrize("day", ["2/11/2018", "2018-11-02", "2 November 2018"])
def test_a_day_is_taken_as_on_a_page(capsys, day):
    assert "Since 2 November 2018" not in said(capsys, "procedure", "lint", "--on", day)[1].err
    assert said(capsys, "procedure", "lint", "--on", day) == said(capsys, "procedure", "lint", "--on", "2018-11-02")
