"""What lies beside a case on the command line: listed, added, saved, by the rules of the pages; bytes go to a file that was not there."""

import json
import stat
from pathlib import Path

import pytest

from askfirst.casework.models import Evidence
from askfirst.trail import chain
from tests.cast import cast
from tests.cli.test_cases import NEVER_USED, opened, run
from tests.clock import at
from tests.guard.test_files import REFUSED, with_place

__all__ = ["at", "cast", "opened", "run"]

PAGE = {"address": "https://www.instagram.com/northgate_prizes", "what": "school", "children": "no"}
WORDS = {"link": "https://page.example/prizes", "seen_on": "2026-11-24", "about": "It asks for money."}


@pytest.fixture
def ref(opened):
    """Ms Harrow has told of a page that is not ours."""
    return opened("harrow", "2026-11-25 10:00", "impostor", **PAGE)


@pytest.fixture
def photo(tmp_path):
    """A picture that says where it was taken."""
    path = tmp_path / "pri ze.jpg"
    path.write_bytes(with_place())
    return path


@pytest.fixture
def added(run, ref, photo):
    done = run(
        "cases", "add-evidence", ref, "--as", "harrow", "--words", "-", "--file", str(photo), "--set", "confirmed=yes", words="The prize."
    )
    assert (done.code, done.out) == (0, "Number 1 lies beside the case now.\n")
    return ref


def looks(ref):
    return [event.of for event in chain.events(ref) if event.of.startswith("evidence")]


def test_words_and_a_file_are_put_there_and_listed_for_whoever_may_look(run, added):
    assert run("cases", "add-evidence", added, "--as", "harrow", "--words", "-", "--json", words=json.dumps(WORDS)).data == {"number": 2}
    shown = run("cases", "evidence", added, "--as", "adelakun")
    assert (shown.code, shown.out) == (
        0,
        "2 beside this case.\n"
        "1 · Wed 25 Nov 2026 10:00 · Ms Harrow · file pri ze.jpg, %d bytes\n"
        "    about: The prize.\n"
        "2 · Wed 25 Nov 2026 10:00 · Ms Harrow · words\n"
        "    link: https://page.example/prizes\n"
        "    seen_on: 2026-11-24\n"
        "    about: It asks for money.\n" % len(with_place()),
    )
    words = run("cases", "evidence", added, "--as", "adelakun", "--json").data["evidence"][1]
    assert {name: words[name] for name in WORDS} == WORDS


def test_the_file_as_it_came_and_the_copy_are_saved_to_new_files_for_their_owner_alone(run, added, tmp_path):
    original, copy = tmp_path / "original.jpg", tmp_path / "copy.jpg"
    assert run("cases", "save-evidence", added, "1", str(original), "--as", "adelakun").code == 0
    assert run("cases", "save-evidence", added, "1", str(copy), "--copy", "--as", "adelakun").code == 0
    assert original.read_bytes() == with_place()
    assert b"zanzibar" not in copy.read_bytes()
    assert stat.S_IMODE(original.stat().st_mode) == 0o600
    assert looks(added)[-2:] == ["evidence-1-original", "evidence-1-copy"]


def test_nothing_is_written_over_and_nothing_was_opened_for_it(run, added, tmp_path):
    there = tmp_path / "there.jpg"
    there.write_bytes(b"mine")
    before = looks(added)
    assert "There is a file of that name already." in run("cases", "save-evidence", added, "1", str(there), "--as", "adelakun").complaint
    (tmp_path / "link.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    assert "already" in run("cases", "save-evidence", added, "1", str(tmp_path / "link.jpg"), "--as", "adelakun").complaint
    for bad in (str(tmp_path / "no" / "such.jpg"), str(tmp_path / "a\0b"), ""):
        assert "cannot be made" in run("cases", "save-evidence", added, "1", bad, "--as", "adelakun").complaint
    assert (there.read_bytes(), looks(added)) == (b"mine", before)
    assert not (tmp_path / "elsewhere.jpg").exists()


@pytest.mark.parametrize("name", ["pascoe", "devlin", "sethuraman", "wieczorek", "kit"])
def test_for_everybody_else_it_is_as_if_it_were_not_there(run, added, tmp_path, name):
    new = tmp_path / "new.jpg"
    for arguments in (("evidence", "REF"), ("add-evidence", "REF", "--words", "-"), ("save-evidence", "REF", "1", str(new))):
        theirs, never = (
            run("cases", *(ref if one == "REF" else one for one in arguments), "--as", name, words="x").complaint
            for ref in (added, NEVER_USED)
        )
        assert theirs == never
    assert not new.exists()
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_is_one_line_and_leaves_nothing(run, ref, tmp_path, case):
    name, data, _ = REFUSED[case]
    path = tmp_path / Path(name).name
    path.write_bytes(data)
    said = run("cases", "add-evidence", ref, "--as", "harrow", "--words", "-", "--file", str(path), "--set", "confirmed=yes", words="It.")
    assert "file: " in said.complaint
    assert not Evidence.objects.exists()


BAD = [
    (("add-evidence", "REF"), "", "about: "),
    (("add-evidence", "REF", "--words", "-"), "x" * 10_001, "10,000"),
    (("add-evidence", "REF", "--words", "-"), '{"about": "cut', "not whole JSON"),
    (("add-evidence", "REF", "--words", "-"), json.dumps(WORDS | {"by": "x"}), "?: "),
    (("add-evidence", "REF", "--words", "-"), json.dumps(WORDS | {"link": "javascript:alert(1)"}), "link: "),
    (("add-evidence", "REF", "--words", "-", "--set", "seen_on=1/1/2030"), "It.", "seen_on: "),
    (("add-evidence", "REF", "--set", "about=It asks."), "", "Only the day and the tick can be set so."),
    (("add-evidence", "REF", "--words", "-", "--file", "no-such-file.png"), "It.", "No such file"),
    (("add-evidence", "REF", "--words", "-", "--file", "."), "It.", "Is a directory"),
    (("add-evidence", "REF", "--words", "-", "--file", "PHOTO"), "It.", "confirmed: Tick that it is no sexual image"),
    (("save-evidence", "REF", "1", "NEW"), "", "nothing of yours"),
    (("save-evidence", "REF", "-1", "NEW"), "", "No such option"),
    (("save-evidence", "REF", "one", "NEW"), "", "is not a valid integer"),
    (("save-evidence", "REF", "99999999999999999999", "NEW"), "", "nothing of yours"),
]


@pytest.mark.parametrize(("arguments", "words", "says"), BAD)
def test_bad_input_ends_in_one_line_and_2_and_leaves_nothing(run, ref, photo, tmp_path, arguments, words, says):
    named = {"REF": ref, "PHOTO": str(photo), "NEW": str(tmp_path / "new.jpg")}
    assert says in run("cases", *(named.get(one, one) for one in arguments), "--as", "harrow", words=words).complaint
    assert not Evidence.objects.exists()
    assert not (tmp_path / "new.jpg").exists()


def test_what_has_ended_takes_no_more(run, ref):
    assert run("cases", "step", ref, "withdraw", "--as", "harrow").code == 0
    said = run("cases", "add-evidence", ref, "--as", "harrow", "--words", "-", words="It.")
    assert said.complaint.endswith("This has ended. Nothing can be added to it.\n")
