"""`askfirst trail`: verify here, export, verify the export; and whatever may be wrong with a file."""

import json
import stat

import pytest
from click.testing import CliRunner
from django.db import connection

from askfirst.casework import steps
from askfirst.cli.main import askfirst
from askfirst.people.standing import standing
from tests.cast import MONDAY, cast, who
from tests.clock import london

__all__ = ["cast"]


def trail(*arguments):
    """(exit code, what was said)."""
    done = CliRunner().invoke(askfirst, ["trail", *map(str, arguments)], standalone_mode=False)
    if done.exception is None:
        return done.return_value or 0, done.output
    if hasattr(done.exception, "format_message"):
        return 2, done.exception.format_message()
    raise done.exception


@pytest.fixture
def copy(cast, tmp_path):
    details = {"text": "Is the zanzibar trip mine to post?", "to": "line-manager"}
    steps.open_case(kind="question", by=standing(who("harrow"), on=MONDAY), details=details, at=london("2026-11-23 10:00"))
    target = tmp_path / "trail.jsonl"
    assert trail("export", target) == (0, "4 lines written.\n")
    return target


def test_a_copy_is_whole_and_holds_no_word_and_is_mine_alone(copy):
    assert trail("verify") == (0, "Every chain is as it was written: 1 looked at.\n")
    assert trail("verify", copy) == (0, "Every line is as it was written.\n")
    assert b"zanzibar" not in copy.read_bytes()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_changed_copy_is_told_and_the_exit_code_says_so(copy):
    copy.write_bytes(copy.read_bytes().replace(b'"what":"route"', b'"what":"inform"'))
    code, said = trail("verify", copy)
    assert code == 1
    assert said.startswith("Line 2 is not as it was written: record 2 of ")
    code, said = trail("verify", copy, "--json")
    assert code == 1
    assert [(one["line"], one["sequence"]) for one in json.loads(said)["broken"]] == [(2, 2)]


def test_a_copy_tells_nothing_to_a_terminal(copy):
    copy.write_bytes(copy.read_bytes().replace(b'"chain":"', b'"chain":"\\u001b[2J'))
    code, said = trail("verify", copy)
    assert code == 1
    assert "\x1b" not in said


def test_a_file_that_is_there_is_left_alone(copy):
    before = copy.read_bytes()
    assert trail("export", copy) == (2, "There is a file of this name already, and it was left alone. Name a new one.")
    assert copy.read_bytes() == before


@pytest.mark.parametrize("path", ["nowhere/trail.jsonl", "."])
def test_a_place_that_cannot_be_written_or_read(copy, path):
    target = copy.parent / path
    code, said = trail("export", target)
    assert code == 2 and ("could not be written" in said or "already" in said)
    code, said = trail("verify", target)
    assert code == 2 and said.startswith("The export cannot be read (")


def test_a_broken_trail_leaves_no_half_copy(copy):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trail_event SET what = 'inform' WHERE sequence = 2")
    target = copy.parent / "another"
    code, said = trail("export", target)
    assert code == 2
    assert said.endswith("is not as it was written. Nothing was written. Run `askfirst trail verify` first.")
    assert not target.exists()
    assert trail("verify")[0] == 1
    assert trail("verify", copy)[0] == 0  # the copy kept outside still tells what was
