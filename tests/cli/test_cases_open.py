"""Cases opened on the command line: each kind that has a form, by the same words as the API, with the same refusals in one line."""

import json
from dataclasses import replace

import pytest

from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.models import Case
from tests.access.cells import ROWS
from tests.cast import cast, who
from tests.cli.test_cases import run
from tests.clock import at

__all__ = ["at", "cast", "run"]

STAFF = ("harrow", "finnis", "pascoe", "standish", "rowbotham", "holloway", "okoropenn")
FORMS = {row.kind: row for row in reversed(ROWS) if row.by in STAFF and not row.before and row.kind not in ("question", "press")}
"""By kind: a row of the matrix in which somebody at work opens it by its form."""
FORMS["impostor"] = replace(next(row for row in ROWS if row.kind == "impostor" and not row.before), by="harrow")
DAY = "2026-11-25 10:00"
IMPOSTOR = {"address": "https://www.instagram.com/northgate_prizes", "what": "school", "children": "no"}


@pytest.fixture(autouse=True)
def wednesday(cast, at):
    at(DAY)


@pytest.mark.parametrize("kind", sorted(set(FORMS) - {"exemption", "staff-route", "student-route"}))
def test_what_staff_open_by_a_form_they_open_here(run, kind):
    row = FORMS[kind]
    opened = run("cases", "open", kind, "--as", row.by, "--words", "-", words=json.dumps(row.details))
    assert (opened.code, opened.err) == (0, "")
    case = Case.objects.get()
    assert (case.kind, case.asker_id) == (kind, who(row.by))
    assert opened.out.startswith("%s · " % case.ref)
    assert run("cases", "show", case.ref, "--as", row.by).code == 0


def test_every_kind_with_a_form_is_among_them():
    assert set(WORKFLOWS) - set(FORMS) - {"question", "press"} <= {"staff-route", "student-route", "steps"}


def test_a_question_and_an_enquiry_take_their_words_from_input_and_their_choices_from_options(run, tmp_path):
    words = tmp_path / "words.txt"
    words.write_text("May I name our trip?\n")
    asked = run("cases", "open", "question", "--as", "harrow", "--set", "to=line-manager", "--words", str(words), "--json").data
    assert (asked["kind"], asked["state"], asked["details"]["text"]) == ("question", "asked", "May I name our trip?")
    logged = ("cases", "open", "press", "--as", "harrow", "--set", "schools=northgate", "--set", "schools=eastfield", "--words", "-")
    assert run(*logged, words="A reporter rang.").code == 0
    assert sorted(run("cases", "show", Case.objects.get(kind="press").ref, "--as", "harrow", "--json").data["details"]["schools"]) == [
        "eastfield", "northgate",
    ]  # fmt: skip
    assert [line.split(" ")[2] for line in run("cases", "list", "--as", "devlin").out.splitlines() if " by " in line] != []


BAD = [
    (("rumour",), "", "We do not know this kind of case. Choose one of: concern, data-request"),
    (("",), "", "We do not know this kind of case."),
    (("question",), "", "text: "),
    (("question", "--set", "text=May I?"), "", "Only a choice, a tick or a day can be set so. Send the rest with --words."),
    (("interest", "--set", "about=tolland"), "", "Only a choice, a tick or a day can be set so."),
    (("event", "--set", "called=The awards"), "", "Only a choice, a tick or a day can be set so."),
    (("question", "--set", "to"), "", "text: "),
    (("question", "--words", "-", "--set", "to=my-friend"), "May I?", "to: "),
    (("question", "--words", "no-such-file.txt"), "", "No such file"),
    (("question", "--words", "-"), '{"text": "cut', "not whole JSON"),
    (("question", "--words", "-"), '{"a": ' + "[" * 100_000, "not whole JSON"),
    (("question", "--words", "-", "--set", "to=line-manager"), "x" * 1_000_000, "10,000"),
    (("question", "--words", "-", "--set", "to=line-manager"), "a\0b", "cannot be kept"),
    (("impostor", "--words", "-"), json.dumps(IMPOSTOR | {"address": "javascript:alert(1)"}), "address: "),
    (("impostor", "--words", "-"), json.dumps(IMPOSTOR | {"address": "https://x.example/" + "a" * 8_000}), "address: "),
    (("impostor", "--words", "-"), json.dumps(IMPOSTOR | {"by": "x"}), "?: "),
    (("event", "--words", "-"), '{"called": "The awards", "place": "The hall", "day": "31/2/2027", "rule": "school"}', "day: "),
    (("do-not-post", "--words", "-"), '{"scope": "photos", "until": "1/1/2020"}', "until: "),
    (("data-request", "--set", "want=copy", "--set", "want=wrong"), "", "want: "),
    (("staff-route", "--words", "-"), "He posted it.", "Tell us of a concern first."),
    (("student-route", "--words", "-"), "She posted it.", "Tell us of a concern first."),
]


@pytest.mark.parametrize(("arguments", "words", "says"), BAD)
def test_bad_input_ends_in_one_line_and_2_and_nothing_is_kept(run, arguments, words, says):
    assert says in run("cases", "open", *arguments, "--as", "harrow", words=words).complaint
    assert not Case.objects.exists()


def test_what_is_refused_says_why_and_names_its_clause(run):
    """A student registers no event; whoever has left is nobody here."""
    event = json.dumps(FORMS["event"].details)
    assert (
        "Staff of a school register its events. Ask somebody who works there. (CON-3)"
        in run("cases", "open", "event", "--as", "farouk", "--words", "-", words=event).complaint
    )
    assert "Nobody here has that username" in run("cases", "open", "event", "--as", "grange", "--words", "-", words=event).complaint
    assert not Case.objects.exists()
