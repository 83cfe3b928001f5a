"""A file of people on the command line, as the nightly job and the IT manager use it."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from askfirst.casework.steps import open_case
from askfirst.cli.main import main
from askfirst.people.calendar import london_day
from askfirst.people.models import Person, Post, Proposal, RollId, RollImport
from askfirst.people.standing import standing
from tests.cast import cast, who
from tests.clock import at
from tests.people.roll_files import as_file, cast_lines, everything, line
from tests.people.test_roll_plan import changed

__all__ = ["at", "cast"]

NEW = line(id="s1", name="Ada New", kind="student", school="northgate", year="9")


class Done:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def complaint(self):
        """The one line of a command that could not do it."""
        assert (self.code, self.out, self.err.count("\n")) == (2, "", 1), vars(self)
        return self.err


@pytest.fixture
def run(cast, at, monkeypatch, capsys, tmp_path):
    """`run(lines, "--dry-run")`: the command with a file of these lines, on the stories' Wednesday."""
    at("2026-11-25 10:00")

    def call(lines, *arguments, folder=False):
        path = tmp_path / "people.csv"
        path.write_bytes(lines if isinstance(lines, bytes) else as_file(lines))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(["people", "import", str(tmp_path if folder else path), *arguments])
        said = capsys.readouterr()
        return Done(ended.value.code, said.out, said.err)

    return call


def test_looked_at_done_and_then_nothing_to_do(run):
    first = run(cast_lines(), "--full")
    assert (first.code, first.err) == (0, "")
    assert first.out == "59 lines read, in UTF-8.\nDone. You can undo it for seven days on the page /people/import/.\n"
    before = everything()
    lines = [*cast_lines(), NEW]
    dry = run(lines, "--dry-run")
    assert (dry.code, everything()) == (1, before)
    assert "Would join: 1\n    Ada New: student, Northgate School\nNothing was written.\n" in dry.out
    assert not RollImport.objects.filter(state="looked").exists(), "a look keeps nothing"
    assert run(lines).code == 0
    assert Person.objects.get(username="s1").name == "Ada New"
    again = run(lines, "--full", folder=True)
    assert (again.code, again.out) == (0, "60 lines read, in UTF-8.\nThere is nothing to change.\n")


def test_a_gain_waits_for_a_second_person_and_says_where(run):
    waits = run(changed(cast_lines(), "harrow", seats="dsl"), "--as", "wieczorek")
    ref = RollImport.objects.get().ref
    assert waits.code == 1
    assert "Would gain: 1\n    Ms Mei-Lin Harrow: Safeguarding lead, Northgate School\n" in waits.out
    assert waits.out.endswith("They confirm it on the page /people/import/%s/.\n" % ref)
    assert not standing(who("harrow"), on=london_day(RollImport.objects.get().made_at)).holds("dsl:northgate")


def test_s54_preview_in_numbers_and_without_a_title(run, at):
    moment = at("2026-11-25 09:00")
    open_case(kind="question", by=standing(who("harrow"), on=moment.date()), details={"text": "CANARY", "to": "line-manager"}, at=moment)
    run(cast_lines())
    lines = changed(cast_lines(without=("farrant",)), "harrow", line_manager_id="obuya")
    lines.append(line(id="e77", name="Mr Kofi Standish", kind="staff", school="eastfield", email="k.standish@eastfield.example"))
    lines.append(line(id="c1", name="Mr Owen Rusk", kind="parent", contact_of="rusk"))
    shown = run(lines, "--full", "--dry-run")
    assert shown.code == 1
    for words in (
        "Would leave: 1\n    Mr Ludovic Farrant: Would leave. Last day: 25 November 2026\n",
        "Possibly one person: line 60, Mr Kofi Standish, k.standish@eastfield.example. Say who they are on the page.\n",
        "New contacts, held for the safeguarding lead: 1\n    Mr Owen Rusk: New contact of Callie Rusk\n",
        "Open work that changes hands: Asked as a line manager: 1\n",
    ):
        assert words in shown.out, words
    assert "CANARY" not in shown.out
    data = json.loads(run(lines, "--full", "--dry-run", "--json").out)
    assert (data["needs_second"], data["done"], data["open_work"]) == (True, "nothing", [{"seat": "Asked as a line manager", "count": 1}])
    assert [one["name"] for one in data["possibly_one_person"]] == ["Mr Kofi Standish"]


def test_what_the_it_manager_may_not_know_of_is_not_counted(run, at):
    """His own question sits with his line manager: he has no need to be told by a count, and no list names it."""
    moment = at("2026-11-25 09:00")
    open_case(kind="question", by=standing(who("wieczorek"), on=moment.date()), details={"text": "CANARY", "to": "line-manager"}, at=moment)
    run(cast_lines())
    lines = changed(cast_lines(), "wieczorek", line_manager_id="achterberg")
    assert "Open work" not in run(lines, "--dry-run", "--as", "wieczorek").out
    assert "Open work" in run(lines, "--dry-run").out


BAD = [
    (b"", "nobody in this file"),
    (b"id,name\nn1,Ada\n", "column “kind”: This column is missing"),
    (as_file([line(id="n1", name="Ada", kind="staff", born="yesterday")]), "Line 2, column “born”: This is no day."),
    (b"id,name,kind\nn1,A\x1b[2Jda,staff\n", "no letter"),
    (as_file([line(id="n%d" % one, name="Ada", kind="robot") for one in range(30)]), "And 29 more: add --json to see them all."),
]


@pytest.mark.parametrize(("raw", "says"), BAD)
def test_a_file_that_cannot_be_used_ends_in_one_line_and_2_and_nothing_half_applied(run, raw, says):
    before = everything()
    assert says in run(raw).complaint
    assert (everything(), RollImport.objects.count()) == (before, 0)


def test_one_bad_line_keeps_every_good_one_out_too(run):
    lines = cast_lines()
    before = everything()
    assert "Line 62, column “school”" in run([*lines, NEW, line(id="s2", name="Bea", kind="student", school="nowhere")]).complaint
    assert everything() == before
    found = run([*cast_lines(), line(id="s2", name="Bea", kind="student", school="nowhere")], "--json")
    assert (found.code, json.loads(found.out)["problems"][0]["column"]) == (2, "school")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--as", "harrow"), "Only the IT manager"),
        (("--as", "nobody"), "Nobody here has that username"),
        (("--wrong",), "No such option"),
    ],
)
def test_who_may_and_how(run, arguments, says):
    assert says in run(cast_lines(), *arguments).complaint
    assert not RollId.objects.exists()


def test_no_file_is_one_line(run, capsys):
    for path in ("no-such-file.csv", "\0", "."):
        with pytest.raises(SystemExit) as ended:
            main(["people", "import", path])
        said = capsys.readouterr()
        assert (ended.value.code, said.out, said.err.count("\n")) == (2, "", 1), path


def test_names_cannot_steer_the_terminal(run):
    run(cast_lines())
    shown = run([*cast_lines(), line(id="n1", name="Ada \u202e gnp", kind="staff")])
    assert "no letter" in shown.complaint
    assert Post.objects.filter(person__name__contains="gnp").count() == 0


def test_without_a_database_it_is_one_line(tmp_path):
    path = tmp_path / "people.csv"
    path.write_bytes(as_file([line(id="n1", name="Ada", kind="staff")]))
    command = str(Path(sys.executable).with_name("askfirst"))
    done = subprocess.run(
        [command, "people", "import", str(path)],
        capture_output=True,
        env=os.environ | {"ASKFIRST_DATA": str(tmp_path / "none")},
        check=False,
        timeout=60,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done


# ---------------------------------------------------------------- two records of one person


@pytest.fixture
def merge(cast, at, monkeypatch, capsys):
    """`merge("pascoe", "lisle", "--dry-run")`: the command, on the stories' Wednesday."""
    at("2026-11-25 10:00")

    def call(*arguments):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(["people", "merge", *arguments])
        said = capsys.readouterr()
        return Done(ended.value.code, said.out, said.err)

    return call


def test_a_merge_is_shown_then_asked_for_and_waits(merge, at):
    by = standing(who("lisle"), on=london_day(at("2026-11-25 10:00")))
    open_case(kind="question", by=by, details={"text": "CANARY", "to": "line-manager"}, at=at("2026-11-25 10:00"))
    dry = merge("pascoe", "lisle", "--dry-run")
    assert (dry.code, dry.out) == (
        0,
        (
            "Dr Anselm Pascoe (pascoe) is kept.\n"
            "Mr Corentin Lisle-Adeyemi (lisle) goes.\n"
            "Posts that move: 1\n"
            "    Main post, Northgate School: it ends, for the record that is kept has one\n"
            "Seats that move: 0\n"
            "Line manager of: 0\n"
            "Ties to other people: 0\n"
            "Delegations: 0\n"
            "Open cases: 1\n"
            "This cannot be undone, so it always takes two people.\n"
            "Nothing was written.\n"
        ),
    )
    assert not Proposal.objects.exists()
    path = "/people/merge/%s/%s/" % (who("pascoe"), who("lisle"))
    done = merge("pascoe", who("lisle"), "--json", "--as", "wieczorek")
    data = json.loads(done.out)
    assert (done.code, data["done"], data["confirm_at"], data["open_cases"], data["can_be_undone"]) == (1, "waits", path, 1, False)
    assert [(one.kind, one.by) for one in Proposal.objects.all()] == [("merge", who("wieczorek"))]
    assert not Person.objects.filter(merged_into__isnull=False).exists()
    assert merge("pascoe", "lisle").complaint == "askfirst: This waits for a second person already. Nothing was asked again.\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("pascoe", "pascoe"), "These are one and the same record. Choose two."),
        (("pascoe", "nobody"), "We know nobody called “nobody”. Check the username."),
        (("thackray", "pascoe"), "“thackray” has left and “pascoe” is here. Swap the two."),
        (("p.lisle", "Dr Anselm Pascoe"), "Several records are called “Dr Anselm Pascoe”. Use one of: p.lisle, pascoe."),
        (("harrow", "tolland"), "“tolland” was merged already. Use “standish” instead."),
        (("tolland", "harrow"), "“tolland” was merged already. Use “standish” instead."),
        (("pascoe", "lisle", "--as", "braithwaite"), "Only the IT manager can ask for this. Sign in as them, or leave out --as."),
    ],
)
def test_why_not_in_one_sentence(merge, arguments, says):
    Person.objects.filter(username="thackray").update(left_on="2026-11-20")
    Person.objects.filter(username="tolland").update(is_active=False, merged_into=who("standish"))
    Person.objects.create(username="p.lisle", name="Dr Anselm Pascoe", short="Dr Pascoe", kind="staff")
    assert merge(*arguments).complaint == "askfirst: %s\n" % says
    assert not Proposal.objects.exists()
