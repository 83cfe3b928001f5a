"""Guides and the ways to have something taken down, on the command line: no Django, nothing kept, one line for a mistake."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ASKFIRST = str(Path(sys.executable).with_name("askfirst"))
PEER = ("--what", "neither", "--asker", "student-13-to-17", "--evidence", "no", "--poster", "student")


def run(*arguments):
    return subprocess.run(
        [ASKFIRST, *arguments], capture_output=True, text=True, env=os.environ | {"NO_COLOR": "1"}, check=False, timeout=60
    )


def test_the_list_and_one_guide():
    assert run("guide").stdout.count(" · ") == 19
    done = run("guide", "twitter", "--on", "2027-06-01")
    assert done.returncode == 0, done
    assert done.stdout.startswith("X\n")
    assert "That is more than 180 days ago." in done.stdout
    assert "We have not checked this." in done.stdout


def test_a_guide_in_students_words_and_as_data():
    assert "You can save a copy of your data." in run("guide", "linkedin", "--as", "student").stdout
    said = json.loads(run("guide", "linkedin", "--json", "--on", "2026-11-25").stdout)
    assert [part["stale"] for part in said["parts"]] == [False] * 5
    assert len(json.loads(run("guide", "--json").stdout)["services"]) == 19


def test_steps_for_a_student_with_words_to_copy():
    done = run("take-down", "Instagram", *PEER)
    assert done.returncode == 0, done
    assert done.stdout.index("Ask them to take it down") < done.stdout.index("Tell the app")
    assert "     It is on Instagram." in done.stdout
    assert "Nothing was kept, and nobody was told." in done.stdout
    assert json.loads(run("take-down", "Instagram", *PEER, "--json").stdout)["route"] == "ask-the-peer"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("take-down",), "Add --what"),
        (("take-down", "--what", "neither"), "Add --asker"),
        (("take-down", "--what", "boom"), "--what"),
        (("take-down", "javascript:alert(1)", *PEER), "not a link to a page"),
        (("take-down", "a" * 8_192, *PEER), "8,192 characters"),
        (("guide", "friendster"), "no guide to friendster"),
        (("guide", "x", "--on", "soon"), "not a date"),
    ],
)
def test_bad_input_ends_in_one_line_and_2(arguments, says):
    done = run(*arguments)
    assert done.returncode == 2, done
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_neither_loads_django_nor_writes():
    code = "import sys; import askfirst.cli.guide, askfirst.cli.take_down; sys.exit('django' in sys.modules or 'sqlite3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
