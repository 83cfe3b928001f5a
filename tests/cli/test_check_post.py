"""The check on the command line, run as a person runs it: a process, its output, its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ASKFIRST = str(Path(sys.executable).with_name("askfirst"))


def run(*arguments, words=b"", **environment):
    given = words if isinstance(words, bytes) else words.encode()
    return subprocess.run([ASKFIRST, *arguments], input=given, capture_output=True, env=os.environ | environment, check=False, timeout=60)


def one_line(done) -> str:
    """The complaint: exit code 2, nothing on standard output, one line on standard error."""
    assert done.returncode == 2, done
    said = done.stderr.decode()
    assert said.count("\n") == 1, said
    assert "Traceback" not in said
    return said


def test_s01_nothing_to_look_at_ends_in_0():
    text = "So proud of my Year 9s, who ran a whole mock trial of Richard III today. Lesson plan free to anyone who wants it."
    done = run("check", "post", "--as", "staff", words=text)
    said = done.stdout.decode()
    assert done.returncode == 0, done
    assert said.startswith("You may · BLG-7")
    assert "Nothing to look at." in said
    assert "INT-7" in said


def test_s04_the_command_line_says_what_it_cannot_see_and_how_often_it_was_wrong_by_dialect():
    done = run("check", "post", "--as", "student", words="bare jokes at practice today, dem lot proper mad innit")
    said = done.stdout.decode()
    rest = said[said.index("What this check cannot see:") :].splitlines()[1:-1]
    assert (done.returncode, "Nothing to look at." in said) == (0, True)
    assert any("African-American English" in line and " of " in line for line in rest)
    data = json.loads(run("check", "post", "--as", "student", "--json", words="hello there").stdout)
    assert rest == ["- " + line for line in data["cannot_see"]]


def test_something_to_look_at_ends_in_1_and_json_matches_the_text():
    text = "Ring me on 07700 900455 if you teach him."
    done = run("check", "post", "--as", "staff", "--json", words=text)
    assert done.returncode == 1, done
    finding = json.loads(done.stdout)["findings"][0]
    assert text[finding["start"] : finding["end"]] == finding["quote"] == "07700 900455"
    assert set(finding) == {
        "check",
        "kind",
        "clause",
        "strength",
        "level",
        "start",
        "end",
        "quote",
        "also",
        "target",
        "why",
        "fix",
        "doubt",
    }


def test_a_file_and_standard_input_give_the_same_answer(tmp_path):
    file = tmp_path / "post.txt"
    file.write_bytes("Ring me\r\non 07700 900455 né".encode())
    from_file = run("check", "post", str(file), "--as", "student", "--json")
    assert from_file.stdout == run("check", "post", "-", "--as", "student", "--json", words=file.read_bytes()).stdout
    assert from_file.returncode == 1


def test_help_is_met_first_and_alone():
    text = "i dont want to be alive anymore. ring me on 07700 900455"
    done = run("check", "post", "--as", "student", words=text)
    said = done.stdout.decode()
    assert done.returncode == 1
    assert "You can talk to someone now" in said
    assert "0800 1111: Talk to Childline" in said
    assert "999" in said
    assert "Education Support" not in said
    assert "07700" not in said
    assert "Nothing to look at" not in said
    assert "07700 900455" in run("check", "post", "--as", "student", "--all", words=text).stdout.decode()


def test_rows_stream_in_order(tmp_path):
    rows = [
        {"id": "b", "text": "Ring me on 07700 900455", "author": "staff", "channel": "tweet"},
        {"id": "a", "text": "hello", "author": "student", "channel": "blog"},
    ]
    done = run("check", "post", "--jsonl", "-", words="".join(json.dumps(row) + "\n" for row in rows))
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done
    assert [row["id"] for row in out] == ["b", "a"]
    assert all(set(row) == {"id", "findings", "noticed"} for row in out)
    assert [finding["kind"] for finding in out[0]["findings"]] == ["contact"]


BAD = [
    ((), b"hello", "--as staff or --as student"),
    (("--as", "head"), b"hello", "head"),
    (("--as", "staff", "--where", "bebo"), b"hello", "bebo"),
    (("--as", "staff"), b"", "nothing to check"),
    (("--as", "staff"), b" \n ", "only spaces"),
    (("--as", "staff"), b"a\0b", "NUL"),
    (("--as", "staff"), b"\xff\xfeabc", "not UTF-8"),
    (("--as", "staff"), b"\xed\xa0\x80", "not UTF-8"),
    (("--as", "staff"), b"x" * 1_000_000, "100,000"),
    (("--as", "staff", "no-such-file.txt"), b"", "No such file"),
    (("--as", "staff", "--roll", "no-such-roll.csv"), b"hello", "No such file"),
    (("--as", "staff", "--store"), b"hello", "--store"),
    (("--jsonl", "-"), b"{cut", "Line 1 is not JSON"),
    (("--jsonl", "-"), b'{"id": "a", "text": "x", "author": "staff", "name": "y"}\n', "a field we do not take"),
    (("--jsonl", "-"), b'{"text": "x", "author": "staff"}\n', "a row with an id"),
    (("--jsonl", "-"), b'{"id": "a", "text": "", "author": "staff"}\n', "Line 1: There is nothing"),
]


@pytest.mark.parametrize(("arguments", "words", "says"), BAD)
def test_bad_input_ends_in_one_line_and_2(arguments, words, says):
    assert says in one_line(run("check", "post", *arguments, words=words))


def test_an_unknown_command_ends_in_one_line():
    assert "chek" in one_line(run("chek", "post"))


def test_a_roll_that_is_no_roll_names_the_line(tmp_path):
    roll = tmp_path / "roll.csv"
    roll.write_text("person_id,given_name,family_name,known_as,role,school,year\nP1,Amina\n")
    said = one_line(run("check", "post", "--as", "staff", "--roll", str(roll), words="hello"))
    assert "line 2" in said.lower()


def test_a_roll_of_the_callers_own_is_looked_for(tmp_path):
    roll = tmp_path / "roll.csv"
    roll.write_text(
        "person_id,given_name,family_name,known_as,role,school,year\nP1,Amina,Farouk-Wells,,student,Northgate School,9\n", encoding="utf-8"
    )
    text = "Amina Farouk-Wells made me laugh today"
    said = json.loads(run("check", "post", "--as", "staff", "--roll", str(roll), "--json", words=text).stdout)
    named = [finding for finding in said["findings"] if finding["kind"] == "roster-name"]
    assert [finding["quote"] for finding in named] == ["Amina Farouk-Wells"]
    assert "roster-name" not in {missed["check"] for missed in said["not_checked"]}


def test_check_and_procedure_load_no_django():
    code = (
        "import sys; sys.argv=['askfirst','check','post','--as','staff']\n"
        "from askfirst.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'django'], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=b"hello there", capture_output=True, check=False)
    assert done.stderr.decode().strip() == "[]"
    assert b"Nothing to look at" in done.stdout
