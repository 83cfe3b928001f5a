"""The check of a page on the command line (S07): a process, its output and its exit code; nothing is written and no database is asked."""

import json

import pytest

from tests.cli.test_check_post import one_line, run
from tests.guard.page_files import AVERILL, DEPARTMENT, NOTE, page, wxr


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "connie.html"
    path.write_bytes(AVERILL)
    return path


def test_s07_by_the_command_line(saved, tmp_path):
    done = run("check", "page", str(saved))
    said = done.stdout.decode()
    assert done.returncode == 1, done
    assert "Worth changing · Should · BLG-4\n" in said
    assert "Why: There is a note, but people must scroll past posts to see it." in said
    assert "Words you can use: These are my personal views and not those of Ridgeway Education Trust." in said
    assert "Tip · Advice · SNS-3, SNS-1" in said and "07700 900627" in said
    assert "Worth changing · Should · WEB-3" in said
    assert "Your note: Only where a reader will not see it" in said
    assert [one.name for one in tmp_path.iterdir()] == ["connie.html"]
    school = run("check", "page", "-", "--whose", "school", words=DEPARTMENT)
    assert (school.returncode, b"Nothing to look at." in school.stdout) == (0, True)


def test_json_has_what_the_page_has(saved):
    said = json.loads(run("check", "page", str(saved), "--json").stdout)
    assert [(one["clause"], one["level"]) for one in said["findings"]] == [
        ("WEB-3", "Worth changing"),
        ("BLG-4", "Worth changing"),
        ("SNS-3", "Tip"),
    ]
    assert all(said["text"][one["start"] : one["end"]] == one["quote"] for one in said["findings"])
    assert (said["note"]["answer"], said["note"]["decided_by"], said["official"]) == ("hidden", "rules", False)
    plain = run("check", "page", str(saved)).stdout.decode()
    assert said["cannot_see"] and all("- %s\n" % line in plain for line in said["cannot_see"])


def test_a_seen_note_ends_with_0():
    done = run("check", "page", "-", words=page("<p>" + NOTE))
    assert (done.returncode, b"Your note: Seen in the page" in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "words", "says"),
    [
        ((), b"", "Give one page: the saved file, or its address with --url and --mine."),
        (("a.html", "--url", "https://a.example/"), b"", "Give one page"),
        (("no-such.html",), b"", "no-such.html cannot be read"),
        (("-", "--browser", "/no/such/browser"), b"<p>A page", "This browser is no program that can run."),
        (("-",), b"", "This file is empty."),
        (("-",), b"%PDF-1.4", "inside is another kind of file"),
        (("-",), b"x" * 6_000_000, "This is larger than 5 MB."),
        (("https://a.example/",), b"", "add --mine"),
        (("--url", "https://a.example/"), b"", "add --mine"),
        (("--url", "https://a.example/", "--mine", "--as", "student"), b"", "We do not open addresses for students."),
        (("--url", "http://127.0.0.1/", "--mine"), b"", "This address is not on the public web."),
        (("--url", "file:///etc/passwd", "--mine"), b"", "This is not the address of a page."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_ends_with_2_and_one_line(arguments, words, says):
    done = run("check", "page", *arguments, words=words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in one_line(done)


def test_a_whole_blog():
    done = run(
        "check",
        "page",
        "-",
        words=wxr("publish|post||Fine|<p>Blue.</p>", "publish|post||Hot|<p>Text me on 07700 900455.</p>", "draft|post||D|x"),
    )
    said = done.stdout.decode()
    assert (done.returncode, "Posts looked at: 2; with something to look at: 1." in said, "SNS-3" in said) == (1, True, True)
    assert "Posts that are not public, and were not read: 1." in said
    assert "What this check cannot see:\n- It reads the words of the posts and nothing else.\n" in said
    assert run("check", "page", "-", words=wxr("publish|post||Fine|<p>Blue.</p>")).returncode == 0
    assert json.loads(run("check", "page", "-", "--json", words=wxr("publish|post||Fine|<p>Blue.</p>")).stdout)["posts"] == []
