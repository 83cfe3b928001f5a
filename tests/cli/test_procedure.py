"""The procedure on the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ASKFIRST = str(Path(sys.executable).with_name("askfirst"))


def run(*arguments):
    return subprocess.run(
        [ASKFIRST, "procedure", *arguments], capture_output=True, text=True, env=os.environ | {"NO_COLOR": "1"}, check=False, timeout=60
    )


def test_show_gives_all_clauses_in_plain_words():
    done = run("show")
    assert done.returncode == 0, done
    assert done.stdout.count(" · for ") == 65
    assert "1 November 2018" in done.stdout or "2018-11-01" in done.stdout


def test_show_one_clause_with_how_it_is_read():
    done = run("show", "con-12")
    assert done.returncode == 0, done
    assert done.stdout.startswith("CON-12 · Must not")
    assert "A16" in done.stdout


def test_show_json_is_the_promised_shape():
    said = json.loads(run("show", "--json").stdout)
    assert set(said) >= {"title", "edition", "approved_on", "review_due", "clauses"}
    assert len(said["clauses"]) == 65


def test_s45_mrs_pritchard_lowe_runs_the_first_lint():
    done = run("lint", "--on", "2026-11-23", "--json")
    assert done.returncode == 1, done
    findings = json.loads(done.stdout)["findings"]
    clauses = {finding["clause"] for finding in findings} | {other for finding in findings for other in finding["also"]}
    assert clauses >= {
        "CON-12",
        "DOC-2",
        "INT-4",
        "SNS-7",
        "DIS-5",
        "SNS-12",
        "WEB-7",
        "CON-11",
        "DIS-1",
        "PRI-2",
        "CON-10",
        "WEB-2",
        "INT-3",
        "DIS-2",
    }


def test_an_earlier_date_gives_an_earlier_answer():
    late = json.loads(run("lint", "--on", "2026-11-23", "--json").stdout)["findings"]
    early = json.loads(run("lint", "--on", "2018-11-02", "--json").stdout)["findings"]
    assert len(early) < len(late)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("show", "XXX-1"), "no clause XXX-1"),
        (("show", "--edition", "1999-01"), "no edition 1999-01"),
        (("lint", "--on", "soon"), "not a date"),
        (("lint", "no-such.toml"), "no-such.toml"),
        (("validate", "no-such.toml"), "cannot be read"),
    ],
)
def test_bad_input_ends_in_one_line_and_2(arguments, says):
    done = run(*arguments)
    assert done.returncode == 2, done
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_pack_with_a_clause_twice_is_refused_with_file_and_line(tmp_path):
    source = Path(__file__).parents[2] / "askfirst/procedure/packs/ridgeway/2018-11.toml"
    twice = tmp_path / "twice.toml"
    twice.write_text(source.read_text(encoding="utf-8").replace('id = "PRI-2"', 'id = "PRI-1"'), encoding="utf-8")
    done = run("validate", str(twice))
    assert done.returncode == 2, done
    assert "twice.toml:" in done.stderr
    assert "PRI-1" in done.stderr
    assert run("validate", str(source)).returncode == 0
