"""`askfirst procedure review | draft | step | editions`: the same life on the command line (S46)."""

import io
import json
import sys
from datetime import date

import pytest

from askfirst.adoption.models import Edition
from askfirst.cli.main import main
from askfirst.procedure.exports.pack import signed_pack
from askfirst.procedure.load import the_edition
from tests.adoption.drafts import accepted, approved, s46
from tests.cast import cast
from tests.clock import at

__all__ = ["at", "cast"]


@pytest.fixture
def run(cast, at, capsys, monkeypatch):
    """`run("procedure", "review", "--as", "pritchard")` gives the exit code, what was said, and what was said on standard error."""
    at("2026-11-23 09:00")

    def go(*arguments, words=""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words.encode())))
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        said = capsys.readouterr()
        return ended.value.code, said.out, said.err

    return go


def test_s46_on_the_command_line(run):
    code, said, _ = run("procedure", "review", "--as", "pritchard", "--json")
    assert code == 0
    ref = json.loads(said)["ref"]
    fields = {"clause": "SNS-6", "strength": "Must not", "plain": "Staff must not have students as friends."}
    assert run("procedure", "step", ref, "change", "--words", "-", "--as", "pritchard", words=json.dumps(fields))[0] == 0
    code, said, _ = run("procedure", "step", ref, "classify", "--clause", "SNS-6", "--change", "wording", "--as", "pritchard")
    assert code == 1 and "The strength word has changed" in said
    code, _, wrong = run("procedure", "step", ref, "lint", "--as", "pritchard")
    assert code == 2 and "Mend it, or say why it stays." in wrong and len(wrong.splitlines()) == 1
    accepted(ref)
    assert run("procedure", "step", ref, "lint", "--as", "pritchard")[0] == 0
    code, _, wrong = run("procedure", "step", ref, "submit", "--as", "pritchard")
    assert code == 2 and "Say of SNS-6 if the change is one of wording or of meaning." in wrong
    assert run("procedure", "step", ref, "classify", "--clause", "SNS-6", "--change", "meaning", "--as", "pritchard")[0] == 0
    assert run("procedure", "step", ref, "submit", "--as", "pritchard")[0] == 0
    code, _, wrong = run("procedure", "step", ref, "approve", "--as", "pritchard")
    assert code == 2 and "Only the Executive Headteacher can do this." in wrong
    code, said, _ = run("procedure", "step", ref, "approve", "--starts-on", "2027-01-05", "--as", "achterberg")
    assert code == 0 and "Approved, with a day set" in said
    assert "v2 · version 2 · Approved, with a day set · from 2027-01-05" in run("procedure", "editions")[1]
    assert Edition.objects.get().approver_name == "Dr Philippa Achterberg"


def test_an_edition_after_the_pack_is_named_like_any_other_and_a_draft_is_not(run, tmp_path):
    """`editions` lists v2, so `diff`, `show` and `lint` know it; a signed pack is compared, and not brought in as a text."""
    ref = s46()
    assert "There is no edition v2." in run("procedure", "diff", "2018-11", "v2")[2]
    approved(ref, starts_on=date(2026, 12, 1))
    code, said, _ = run("procedure", "diff", "2018-11", "v2")
    assert (code, "SNS-6 · changed" in said, "Must not · Staff must not have students as friends" in said) == (1, True, True)
    assert "Must not" in run("procedure", "show", "SNS-6", "--edition", "v2")[1] and run("procedure", "lint", "v2")[0] == 1
    path = tmp_path / "2018-11.json"
    path.write_bytes(signed_pack(the_edition(), seed=bytes(32)))
    code, _, wrong = run("procedure", "import", str(path))
    assert (code, wrong.count("\n"), "This is an edition as data, with its signature. Send its document" in wrong) == (2, 1, True)


def test_nobody_else_finds_a_draft(run):
    _, said, _ = run("procedure", "review", "--as", "pritchard", "--json")
    ref = json.loads(said)["ref"]
    never = run("procedure", "draft", "BBBBBBBB", "--as", "harrow")
    assert run("procedure", "draft", ref, "--as", "harrow") == never and never[0] == 2
    assert run("procedure", "step", ref, "withdraw", "--as", "harrow") == never
    assert run("procedure", "review", "--as", "harrow")[0] == 2
    for step, words in (("fly", ""), ("change", "{"), ("change", '{"plain": 1}'), ("approve", '{"starts_on": "soon"}'), ("lint", "words")):
        code, _, wrong = run("procedure", "step", ref, step, "--words", "-", "--as", "pritchard", words=words)
        assert code == 2 and len(wrong.splitlines()) == 1, step


def test_two_packs_are_told_apart(run, tmp_path):
    assert run("procedure", "diff", "2018-11", "2018-11")[:2] == (0, "0 differ, 65 are unchanged.\n")
    assert run("procedure", "diff", "2018-11", "1999-01")[0] == 2


def test_a_signed_pack_is_read_checked_and_told_apart(run, tmp_path):
    pack = tmp_path / "ours.json"
    pack.write_bytes(signed_pack(the_edition(), seed=bytes(32)))
    assert run("procedure", "validate", str(pack))[:2] == (0, "%s is whole: 65 clauses.\n" % pack)
    assert run("procedure", "diff", "2018-11", str(pack))[0] == 0
    pack.write_text(pack.read_text(encoding="utf-8").replace("Must not", "You may", 1), encoding="utf-8")
    code, _, wrong = run("procedure", "validate", str(pack))
    assert code == 2 and "altered since it was signed" in wrong
    assert run("procedure", "validate", "no-such.json")[0] == 2


def test_a_document_is_linted_by_itself(run, tmp_path):
    document = tmp_path / "ours.txt"
    document.write_text("Our Net Procedure\n\nRules\n\nStaff should follow the Data Protection Act 1998.\n", encoding="utf-8")
    code, said, _ = run("procedure", "lint", str(document), "--on", "2026-11-23")
    assert code == 1 and "Data Protection Act 1998 has been replaced" in said
