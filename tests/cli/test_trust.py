"""`askfirst trust`: Mrs Pritchard-Lowe sets, Dr Achterberg agrees, on the server's own machine."""

import json

import pytest
from django.conf import settings

from tests.access.world import command
from tests.cast import cast
from tests.clock import london

__all__ = ["cast"]
AS = ("--as", "pritchard")


@pytest.fixture(autouse=True)
def wednesday(monkeypatch, cast):
    monkeypatch.setattr(settings, "CLOCK", lambda: london("2026-11-25 10:00"))


def test_set_agreed_shown_and_undone():
    code, said = command("trust", "set", "trust.duty_phone", "01632 960199", "--why", "A new line.", *AS)
    assert code == 0 and "trust.duty_phone · agreed · from 2026-11-25" in said
    code, said = command("trust", "set", "trust.name", "Moor Edge Trust", "--why", "The board agreed.", "--from", "1/12/2026", *AS)
    assert code == 1 and "trust.name · waits for a second person · from 2026-12-01" in said
    ref = said.split(" ")[0]
    assert "You asked for this yourself." in command("trust", "agree", ref, *AS)[1]
    assert command("trust", "agree", ref, "--as", "achterberg")[0] == 0
    assert command("trust", "settings", "trust.name", *AS) == (0, "trust.name · Ridgeway Education Trust\n")
    assert command("trust", "settings", "trust.name", "--on", "2026-12-01", *AS) == (0, "trust.name · Moor Edge Trust\n")
    assert "undone before its first day" in command("trust", "undo", ref, "--why", "It was too soon.", *AS)[1]
    listed = json.loads(command("trust", "changes", "--json", *AS)[1])["changes"]
    assert {(one["name"], one["state"]) for one in listed} == {("trust.name", "undone"), ("trust.duty_phone", "agreed")}
    assert "school.northgate.lead:name · Mrs Saoirse Whitlam" in command("trust", "settings", *AS)[1]


def test_a_setting_of_several_parts():
    code, said = command(
        "trust", "set", "school.northgate.lead", "name=Mrs Whitlam", "checked_on=24/11/2026", "--why", "Looked at again.", "--json", *AS
    )
    assert code == 0 and json.loads(said)["parts"]["name"] == {"before": "Mrs Saoirse Whitlam", "after": "Mrs Whitlam"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("set", "trust.duty_phone", "ring me", "--why", "x", *AS), "This is no telephone number."),
        (("set", "trust.motto", "x", "--why", "x", *AS), "There is no such setting"),
        (("set", "trust.duty_phone", "01632 960199", "--why", "x", "--as", "harrow"), "There is no such setting"),
        (("set", "school.northgate.lead", "name=x", "soon", "--why", "x", *AS), "Give each part as PART=TEXT"),
        (("settings", "--on", "soon", *AS), "We cannot read this date."),
        (("settings", "--as", "harrow"), "There is no such setting"),
        (("undo", "BBBBBBBB", "--why", "x", *AS), "There is no such setting"),
    ],
)
def test_what_cannot_be_done_is_one_line(arguments, says):
    code, said = command("trust", *arguments)
    assert code == 2 and says in said
