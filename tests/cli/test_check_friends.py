"""The friend-list check on the command line (S10): general words, or the roll that the person brings; a process, its output, its exit code."""

import json
import subprocess
import sys

import pytest

from tests.cli.test_check_post import one_line, run

LIST = "Kit Okoro-Penn\nNoor Haddad-Lyle · 12 mutual friends\nMrs Rowbotham\nCallie Rusk\n"
HEAD = "person_id,given_name,family_name,known_as,role,school,year\n"
ROLL = (
    HEAD
    + "1,Noor,Haddad-Lyle,,student,Northgate School,11\n2,Kit,Okoro-Penn,,student,Northgate School,8\n3,Jacinta,Rowbotham,,staff,Northgate School,\n"
)


@pytest.fixture
def roll(tmp_path):
    path = tmp_path / "roll.csv"
    path.write_text(ROLL, encoding="utf-8")
    return str(path)


def test_s10_general_words_alone_and_nothing_that_depends_on_a_name():
    done = run("check", "friends", "-", words=LIST)
    assert done.returncode == 0, done
    said = done.stdout.decode()
    for words in ("Advice · SNS-6", "Advice · SNS-11", "Should · SNS-10", "We did not compare your list", "nobody was told"):
        assert words in said
    for name in ("Kit", "Noor", "Rowbotham", "Callie"):
        assert name not in said
    assert run("check", "friends", words="Sam Poe").stdout == done.stdout


def test_s10_a_roll_of_ones_own(roll, tmp_path):
    path = tmp_path / "friends.txt"
    path.write_text(LIST, encoding="utf-8")
    done = run("check", "friends", str(path), "--roll", roll)
    assert done.returncode == 1, done
    said = done.stdout.decode()
    assert "2 to think about. You decide." in said
    assert "Noor Haddad-Lyle · Advice · SNS-6" in said
    assert "Mrs Rowbotham · Good to know · SNS-9, SNS-10" in said
    assert "This might be a student here." in said
    assert "Your school's staff code of conduct may be stricter" in said
    assert "Callie" not in said


def test_json_and_its_places(roll):
    done = run("check", "friends", "--roll", roll, "--json", words=LIST)
    said = json.loads(done.stdout)
    assert set(said) == {"allowed", "general", "findings", "noticed", "not_checked", "cannot_see"}
    assert [LIST[one["start"] : one["end"]] for one in said["findings"]] == ["Kit Okoro-Penn", "Noor Haddad-Lyle"]
    assert [one["quote"] for one in said["noticed"]] == ["Mrs Rowbotham"]
    assert said["not_checked"] == []
    nobody = run("check", "friends", "--roll", roll, words="Sam Poe")
    assert (nobody.returncode, "Nobody to think about." in nobody.stdout.decode()) == (0, True)


@pytest.mark.parametrize("author", ["student", "parent"])
def test_a_roll_says_nothing_to_a_student_or_parent(roll, author):
    done = run("check", "friends", "--as", author, "--roll", roll, "--json", words=LIST)
    assert (done.returncode, json.loads(done.stdout)["findings"]) == (0, [])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (b"", "There is no list yet."),
        (b"  \n\n", "We found no names here."),
        (b"%%% 12 34", "We found no names here."),
        (b"\x89PNG\r\n\x1a\n\xff\xd8", "is not UTF-8 text"),
        (b"Kit\0Okoro", "This holds something that is not text."),
        (b"Kit Okoro-Penn\n" * 70_000, "The list is too long: it has 1,050,000 characters and we look at 300,000."),
        (b"a" * 5_000_001, "is too long"),
    ],
    ids=["empty", "spaces", "no names", "a picture", "a mark", "a megabyte", "five megabytes"],
)
def test_what_is_no_list_is_one_sentence(words, says):
    assert says in one_line(run("check", "friends", "-", words=words))


def test_a_file_or_a_roll_that_cannot_be_read_is_one_line(tmp_path):
    assert "cannot be read" in one_line(run("check", "friends", str(tmp_path / "none.txt")))
    bad = tmp_path / "roll.csv"
    bad.write_text(HEAD + "1,,Rusk,,student,Eastfield Academy,9\n", encoding="utf-8")
    assert "line 2: A name is missing." in one_line(run("check", "friends", "--roll", str(bad), words="Kit"))


def test_no_django_is_loaded():
    code = "import sys, askfirst.cli.check; sys.exit(any(name.partition('.')[0] == 'django' for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("author", ["staff", "student", "parent"])
def test_what_it_cannot_see_stands_with_every_answer(author):
    said = json.loads(run("check", "friends", "--as", author, "--json", words=LIST).stdout)
    plain = run("check", "friends", "--as", author, words=LIST).stdout.decode()
    assert said["cannot_see"] and all("- %s\n" % line in plain for line in said["cannot_see"])
