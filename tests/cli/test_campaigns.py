"""`askfirst campaigns`: Mrs Pritchard-Lowe plans and opens, Miss Drinkwater reads and says so, Mrs Rainsford sees who is outstanding. S48."""

import json

import pytest
from django.conf import settings

from askfirst.adoption import models
from tests.access.world import command
from tests.cast import cast, who
from tests.clock import london

__all__ = ["cast"]

PLAN = (
    "--edition",
    "2018-11",
    "--who",
    "staff",
    "--who",
    "student",
    "--opens",
    "2026-11-25",
    "--closes",
    "2026-12-18",
    "--as",
    "pritchard",
)


@pytest.fixture(autouse=True)
def wednesday(monkeypatch):
    monkeypatch.setattr(settings, "CLOCK", lambda: london("2026-11-25 10:00"))


def planned():
    return json.loads(command("campaigns", "plan", *PLAN, "--json")[1])["ref"]


def test_s48_planned_opened_read_and_followed(cast):
    code, said = command("campaigns", "plan", *PLAN)
    assert code == 0 and "2018-11 · staff, student · 2026-11-25 to 2026-12-18 · Planned, not opened" in said
    ref = models.Campaign.objects.get().ref
    assert command("campaigns", "read", "--as", "drinkwater") == (0, "There is nothing for you to read now.\n")
    assert "· Open" in command("campaigns", "open", ref, "--as", "pritchard")[1]
    code, said = command("campaigns", "read", "--as", "drinkwater")
    assert code == 1 and said.count("What would you do?") == 3 and "askfirst campaigns press read --digest" in said
    digest = json.loads(command("campaigns", "read", "--as", "drinkwater", "--json")[1])["digest"]
    assert command("campaigns", "press", "read", "--as", "drinkwater")[0] == 2
    assert command("campaigns", "press", "read", "--digest", digest, "--as", "drinkwater") == (0, "Written down: I have read this.\n")
    row = models.Shown.objects.get()
    assert (row.person_id, row.state, row.wording_id) == (who("drinkwater"), "acknowledged", digest)
    code, said = command("campaigns", "team", "--as", "rainsford")
    assert code == 1 and "Miss Paloma Drinkwater · has read it" in said and "Ms Sunniva Tarrant · cannot: leave" in said
    assert command("campaigns", "press", "copy", "--as", "averill") == (0, "Written down: given a copy.\n")
    code, said = command("campaigns", "show", ref, "--as", "pritchard")
    assert code == 0 and "Northgate School · still to read it · 14" in said and "fewer than 5, or not shown" in said
    assert "Northgate School · sheets back: 0 of 5" in said
    assert "Called off" in command("campaigns", "drop", ref, "--as", "pritchard")[1]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--opens", "soon"), "--opens: We cannot read this date. Write it as in 23/11/2026."),
        (("--closes", "2026-11-26"), "--closes: The last day comes 16 to 182 days after the first."),
        (("--school", "nowhere"), "--school: Choose schools from the list"),
        (("--edition", "v9"), "--edition: That edition is not in force on the first day."),
    ],
)
def test_a_plan_that_cannot_be_says_which_option(cast, arguments, says):
    code, said = command("campaigns", "plan", *PLAN, *arguments)
    assert code == 2 and said.startswith(says)
    assert not models.Campaign.objects.exists()


def test_whoever_it_is_no_business_of_is_told_in_one_line(cast):
    ref = planned()
    none = "There is no such campaign for you. Check the reference."
    for name in ("rainsford", "wieczorek", "farouk"):
        assert command("campaigns", "list", "--as", name) == (2, none)
        for step in ("open", "drop", "show"):
            assert command("campaigns", step, ref, "--as", name) == (2, none)
    assert command("campaigns", "show", ref, "--as", "devlin") == (2, none), "it has not begun"
    assert command("campaigns", "open", "BBBBBBBB", "--as", "pritchard") == (2, none)
    assert command("campaigns", "team", "--as", "drinkwater") == (2, "You manage nobody, so there is no such list for you.")
    assert json.loads(command("campaigns", "list", "--as", "pritchard", "--json")[1])["campaigns"][0]["ref"] == ref
