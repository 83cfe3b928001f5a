"""Bring your own document on the command line: proposals, what was not understood, and the same again from an export."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import documents

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT.parent / "shared" / "procedure" / "ridgeway-personal-use-of-internet-2018-11.txt"


def run(*arguments, command="import"):
    return subprocess.run(
        [sys.executable, "-m", "askfirst.cli.main", "procedure", command, *arguments],
        capture_output=True, text=True, env=os.environ | {"NO_COLOR": "1", "PYTHONPATH": str(ROOT)}, check=False, timeout=60,
    )  # fmt: skip


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "rules.docx"
    path.write_bytes(documents.docx())
    return path


def test_a_document_is_shown_clause_by_clause_with_what_to_look_at(rules):
    done = run(str(rules))
    assert done.returncode == 1, done
    assert "Staying Kind Online (rules.docx)" in done.stdout
    assert "Approved on 2025-03-03 by Board of Trustees." in done.stdout
    assert "Clauses that we know: 2. New: 13." in done.stdout
    assert "GAM-1 · Must not · for student · line 8 · new\n  Pupils must not run a group chat in the name of a form.\n" in done.stdout
    assert (
        "DRO-2 · Must · for both · line 13 · new\n  Visitors: must hand a drone in at reception;\n  ? These words name nobody."
        in done.stdout
    )
    assert "Not understood\n  line 18: Lunch 12.30\n" in done.stdout
    assert "No words here for: INT-1, INT-2" in done.stdout


def test_a_document_with_none_of_our_rules_is_asked_for_none_of_them(tmp_path):
    part = tmp_path / "part.html"
    part.write_text("<h2>Social media</h2><p>Staff must not post photos of lunch.</p><p>Tutors should ask the cook.</p>")
    done = run(str(part))
    assert "Clauses that we know: 0. New: 2." in done.stdout
    assert "No words here for" not in done.stdout


def test_import_export_import_is_equal(rules, tmp_path):
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert run(str(rules), "--out", str(first)).stdout == "%s holds 15 clauses.\n" % first
    assert run(str(first), "--out", str(second)).returncode == 1
    assert first.read_bytes() == second.read_bytes()
    assert json.loads(run(str(rules), "--json").stdout) == json.loads(first.read_bytes())


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("rules.pdf", documents.docx(), "Its name says one thing"), ("empty.txt", b"", "no words in this file"), ("a.zip", documents.packed(a="b"), "holds other files"),
        ("locked.docx", documents.locked_docx(), "has a password"), ("export.json", b'{"format": "askfirst-import-1"}', "Export it again"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_read_ends_in_one_line_and_2(tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    done = run(str(tmp_path / name))
    assert done.returncode == 2, done
    assert says in done.stderr and done.stderr.count("\n") == 1 and not done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(("absent.txt",), "cannot be read"), (("a", "--edition", "1999-01"), "no edition 1999-01"), ((".",), "cannot be read")],
)
def test_what_is_not_there_is_said(arguments, says):
    done = run(*arguments)
    assert (done.returncode, says in done.stderr) == (2, True), done


def test_an_export_cannot_be_written_where_there_is_no_room(rules, tmp_path):
    done = run(str(rules), "--out", str(tmp_path))
    assert (done.returncode, "cannot be written" in done.stderr) == (2, True), done


def test_the_other_commands_start_without_it():
    code = "import sys; import askfirst.cli.procedure; sys.exit('askfirst.procedure.importing' in sys.modules or 'askfirst.guard.child' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_document_is_looked_over_without_becoming_an_edition(rules):
    done = run(str(rules), "--on", "2026-11-23", "--json", command="lint")
    assert done.returncode == 1, done
    says = [one["says"] for one in json.loads(done.stdout)["findings"]]
    assert "It has no version number" in says and not any("overdue" in one for one in says)
    late = run(str(rules), "--on", "2028-04-01", "--json", command="lint")
    assert [one["clause"] for one in json.loads(late.stdout)["findings"] if "overdue" in one["says"]] == ["DOC-2"], "where its date stands"


def test_what_is_wrong_with_a_document_that_is_looked_over_is_one_line(tmp_path):
    (tmp_path / "a.pdf").write_bytes(documents.docx())
    done = run(str(tmp_path / "a.pdf"), command="lint")
    assert (done.returncode, done.stderr.count("\n"), "Its name says one thing" in done.stderr) == (2, 1, True), done


@pytest.mark.skipif(not DOCUMENT.exists(), reason="the Trust's document is not beside this checkout")
def test_s45_lint_finds_in_the_document_itself_what_it_finds_in_the_pack():
    pack, document = (json.loads(run(*named, "--on", "2026-11-23", "--json", command="lint").stdout) for named in ((), (str(DOCUMENT),)))
    print("%d findings" % len(pack["findings"]))
    told = {(one["fact"], one["clause"]) for one in document["findings"]}
    assert {(one["fact"], one["clause"]) for one in pack["findings"]} <= told and len(pack["findings"]) > 20
    assert len(document["findings"]) > len(pack["findings"]), "its own sentences are looked over too"
