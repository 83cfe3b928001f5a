"""`askfirst procedure bring | brought | decide | keep`: Mrs Pritchard-Lowe keeps her own document, by the calls of the pages (3.17)."""

import json

import pytest

from askfirst.adoption import models
from askfirst.adoption.today import todays_edition
from tests import documents
from tests.adoption.test_brought import FRIENDS
from tests.cli.test_editions import at, cast, run

__all__ = ["at", "cast", "run"]

ME = ("--as", "pritchard")


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "rules.docx"
    path.write_bytes(documents.docx(FRIENDS))
    return str(path)


def brings(run, rules):
    return json.loads(run("procedure", "bring", rules, *ME, "--json")[1])["ref"]


def test_from_the_file_to_a_draft(run, rules):
    code, said, _ = run("procedure", "bring", rules, *ME)
    assert code == 1 and "rules.docx · 2 not decided yet" in said
    assert "SNS-13 · Must · for staff · open\n  Staff must tell the games lead of any raft." in said
    ref = said.split(" · ")[0]
    code, said, _ = run("procedure", "keep", ref, "plain", *ME)
    assert code == 1 and "SNS-6 · Advice · for staff · confirmed" in said and "1 not decided yet" in said
    code, _, wrong = run("procedure", "keep", ref, "draft", *ME)
    assert code == 2 and "1 are not decided yet. The first is SNS-13." in wrong and len(wrong.splitlines()) == 1
    words = "You must tell the games lead of any raft."
    code, said, _ = run("procedure", "decide", ref, "sns-13", "confirm", "--strength", "Should", "--words", "-", *ME, words=words)
    assert code == 0 and "SNS-13 · Should · for staff · confirmed" in said
    code, said, _ = run("procedure", "keep", ref, "draft", *ME)
    assert code == 0 and "Go on: askfirst procedure draft" in said
    draft = said.split("draft ")[1].split(".")[0]
    assert run("procedure", "draft", draft, *ME)[0] in (0, 1)
    row = models.EditionClause.objects.get(edition__ref=draft, clause="SNS-13")
    assert (row.plain, row.strength, row.exact) == (words, "Should", FRIENDS[2])
    assert run("procedure", "brought", *ME) == (0, "No document waits. Bring one with: askfirst procedure bring FILE\n", "")


def test_by_hand_they_are_a_known_rule_and_its_exact_words(run, rules):
    ref = brings(run, rules)
    code, said, _ = run("procedure", "brought", ref, *ME, "--json")
    assert code == 1 and set(json.loads(said)["rules"]) == {"SNS-6", "SNS-13"}
    assert run("procedure", "decide", ref, "SNS-13", "take-as", "--clause", "int-1", *ME)[0] == 1
    assert run("procedure", "decide", ref, "INT-1", "confirm", *ME)[0] == 1
    assert run("procedure", "decide", ref, "SNS-6", "leave-out", *ME)[0] == 0
    assert run("procedure", "keep", ref, "exact", *ME) == (0, "Kept beside 1 rules: the Trust’s own words.\n", "")
    assert todays_edition().by_id["INT-1"].exact == FRIENDS[2]


def test_put_away_and_listed(run, rules):
    ref = brings(run, rules)
    code, said, _ = run("procedure", "brought", *ME)
    assert code == 1 and said == "%s · rules.docx · 2 not decided yet\n" % ref
    assert run("procedure", "keep", ref, "away", *ME)[:2] == (0, "Put away. Nothing of the procedure has changed.\n")
    assert not models.BroughtDocument.objects.exists() and not models.Edition.objects.exists()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("SNS-99", "leave-out"), "There is no clause SNS-99 in this document."),
        (("SNS-13", "take-as"), "--clause goes with take-as alone"),
        (("SNS-13", "take-as", "--clause", "NO-1"), "We know no rule NO-1."),
        (("SNS-13", "leave-out", "--strength", "Must"), "go with confirm"),
        (("SNS-13", "leave-out", "--seen", "7"), "Somebody decided something here since you read it."),
        (("SNS-13", "confirm", "--words", "-"), "Use only: addressee, strength, plain, student."),
        (("SNS-13", "burn"), "burn"),
    ],
)
def test_what_cannot_be_is_one_line_and_leaves_it_as_it_was(run, rules, given, says):
    ref = brings(run, rules)
    held = models.BroughtDocument.objects.values_list().get()
    code, said, wrong = run("procedure", "decide", ref, *given, *ME, words='{"rules": "all"}')
    assert (code, said, len(wrong.splitlines())) == (2, "", 1) and says in wrong, wrong
    assert models.BroughtDocument.objects.values_list().get() == held


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("gone.docx", None, "cannot be read"), ("empty.txt", b"", "no words in this file"),
        ("locked.docx", documents.locked_docx(), "has a password"), ("rules.pdf", documents.docx(), "Its name says one thing"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_read_leaves_nothing(run, tmp_path, name, data, says):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    code, said, wrong = run("procedure", "bring", str(path), *ME)
    assert (code, said, len(wrong.splitlines())) == (2, "", 1) and says in wrong, wrong
    assert not models.BroughtDocument.objects.exists()


@pytest.mark.parametrize("name", ["achterberg", "harrow"])
def test_nobody_else_brings_looks_or_keeps(run, rules, name):
    ref, them = brings(run, rules), ("--as", name)
    for given in (("bring", rules), ("brought",), ("brought", ref), ("decide", ref, "SNS-6", "leave-out"), ("keep", ref, "away")):
        code, said, wrong = run("procedure", *given, *them)
        assert (code, said) == (2, "") and "Only the governance professional can do this." in wrong
    assert models.BroughtDocument.objects.get().changes == 0
