"""One's own archive on the command line (S08): a process, its output, its exit code, and the report that it writes where told to."""

import io
import json
import stat
import zipfile

import pytest

from askfirst.advice.archives_folder import packed_folder
from tests.cli.test_check_post import one_line, run
from tests.guard import archive_files as files
from tests.guard import archives_besides as besides
from tests.guard import archives_of as of


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "twitter.zip"
    path.write_bytes(files.packed(files.drinkwater()))
    return path


def test_s08_three_facts_and_a_report_for_her_alone(mine, tmp_path):
    """S08, lines 1, 2, 3 and 6, by the command line."""
    out = tmp_path / "report.html"
    done = run("check", "archive", str(mine), "--report", str(out))
    assert done.returncode == 1, done
    said = done.stdout.decode()
    for words in (
        "Good to know · SNS-2", "214 posts on X.", "3 to look at. You decide.", "1. Where you are each week, and when · Worth changing · Should · SNS-1",
        "canal path, Tuesdays, about 6.15", "A name that may be in your password · Worth changing · Should · PRI-4", "EF21KLM",
        "8 November 2024: “Washed the car. EF21 KLM looks like new”", "2 message files were not opened.", "nobody was told",
    ):  # fmt: skip
        assert words in said, words
    assert "Important" not in said
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == ["report.html", "twitter.zip"]
    again = run("check", "archive", str(mine), "--report", str(out))
    assert again.returncode == 2 and "cannot be written" in one_line(again)


def test_a_folder_a_pipe_and_a_file_say_the_same(mine, tmp_path):
    folder = tmp_path / "unpacked"
    zipfile.ZipFile(mine).extractall(folder)
    (folder / "data" / "tweets-part1.js").symlink_to("/etc/passwd")
    said = [
        json.loads(run("check", "archive", str(mine), "--json").stdout),
        json.loads(run("check", "archive", str(folder), "--json").stdout),
        json.loads(run("check", "archive", "-", "--json", words=mine.read_bytes()).stdout),
    ]
    assert said[0] == said[1] == said[2]
    assert (said[0]["posts"], said[0]["messages_not_opened"], len(said[0]["facts"])) == (214, 2, 3)


def test_without_a_report_nothing_is_written(mine, tmp_path):
    run("check", "archive", str(mine))
    assert [one.name for one in tmp_path.iterdir()] == ["twitter.zip"]


def test_a_student_is_not_told_rules_for_staff(mine):
    said = run("check", "archive", str(mine), "--as", "student").stdout.decode()
    assert "SNS-8" not in said and "BLG-" not in said and "INT-4" in said


def test_an_archive_that_joins_up_to_nothing_ends_with_0(tmp_path):
    path = tmp_path / "tea.zip"
    path.write_bytes(files.packed(files.tweets([("2026-11-24 06:31", "Tea")])))
    done = run("check", "archive", str(path))
    assert (done.returncode, "Nothing to look at." in done.stdout.decode()) == (0, True)


@pytest.mark.parametrize("forms", ["X or Twitter (zip)", "Facebook (zip, JSON)", "TikTok (zip or JSON)", "Mastodon (zip or tar.gz)"])
def test_a_wrong_file_is_told_what_we_can_read(tmp_path, forms):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"my posts, as I remember them")
    done = run("check", "archive", str(path))
    assert done.returncode == 2 and forms in one_line(done)


def test_a_name_that_is_not_there(tmp_path):
    done = run("check", "archive", str(tmp_path / "none.zip"))
    assert done.returncode == 2 and "cannot be read" in one_line(done)


@pytest.mark.parametrize(
    "make",
    [
        of.facebook, of.instagram, of.tiktok, of.wordpress, of.mastodon, of.linkedin, of.reddit, of.blogger, of.bluesky, of.youtube, besides.snapchat,
        besides.snapchat_of_nothing, besides.tumblr, besides.pinterest, besides.google_maps, besides.youtube_of_old,
    ],
)  # fmt: skip
def test_every_service_from_its_zip_to_a_report(tmp_path, make):
    path, out = tmp_path / "mine.zip", tmp_path / "report.html"
    path.write_bytes(files.packed(make()))
    done = run("check", "archive", str(path), "--report", str(out))
    assert done.returncode in (0, 1), done.stderr
    assert "Nothing was kept, and nobody was told." in done.stdout.decode()
    for other in ("a secret", "someone else’s comment", "boosted"):
        assert other not in done.stdout.decode() and other not in out.read_text()


def test_the_zip_of_a_folder_holds_what_is_opened_and_no_more(tmp_path):
    zipfile.ZipFile(io.BytesIO(files.packed(of.instagram()))).extractall(tmp_path)
    held, messages = packed_folder(tmp_path)
    with held:
        names = zipfile.ZipFile(held).namelist()
    assert messages == 1 and len(names) == 4 and not any("message" in one or "archived" in one for one in names)


def test_archives_of_two_services_are_put_together(tmp_path):
    """The pet is named on one, the joke about the password stands on the other; a folder and a file go together."""
    path, folder = tmp_path / "twitter.zip", tmp_path / "facebook"
    path.write_bytes(files.packed(files.tweets([("2026-11-24 06:31", "First password I ever had? biscuit1")])))
    pet = json.dumps([{"timestamp": 1741370531, "data": [{"post": "My dog Biscuit ate it"}]}])
    zipfile.ZipFile(io.BytesIO(files.packed(of.facebook() | {"your_facebook_activity/posts/your_posts_2.json": pet}))).extractall(folder)
    for alone in (path, folder):
        assert "password" not in [one["what"] for one in json.loads(run("check", "archive", str(alone), "--json").stdout)["facts"]]
    said = json.loads(run("check", "archive", str(path), str(folder), "--json").stdout)
    fact = next(one for one in said["facts"] if one["what"] == "password")
    assert sorted(one["service"] for one in fact["posts"]) == ["facebook", "x"]
    assert said["services"] == [{"id": "x", "posts": 1}, {"id": "facebook", "posts": 4}] and said["messages_not_opened"] == 1
    told = run("check", "archive", str(path), str(folder), "--report", str(tmp_path / "out.html")).stdout.decode()
    for words in ("5 posts on X, Facebook.", "7 March 2025, Facebook: “My dog Biscuit ate it”", "24 November 2026, X: “First password"):
        assert words in told, words
    assert "7 March 2025, Facebook" in (tmp_path / "out.html").read_text()


def test_one_of_several_that_cannot_be_read_is_named_and_nothing_is_half_done(mine, tmp_path):
    wrong = tmp_path / "notes.txt"
    wrong.write_bytes(b"my posts")
    done = run("check", "archive", str(mine), str(wrong), "--report", str(tmp_path / "out.html"))
    assert done.returncode == 2 and "notes.txt" in one_line(done) and not (tmp_path / "out.html").exists()


def test_a_form_we_have_seldom_seen_is_doubted_aloud(tmp_path):
    for make, doubts in ((besides.tumblr, True), (besides.snapchat, True), (besides.pinterest, True), (besides.google_maps, False)):
        path = tmp_path / "mine.zip"
        path.write_bytes(files.packed(make()))
        assert ("We may have missed posts." in run("check", "archive", str(path)).stdout.decode()) is doubts
    path.write_bytes(files.packed(besides.snapchat_of_nothing()))
    done = run("check", "archive", str(path))
    assert done.returncode == 0 and "Most of Snapchat goes to friends. We looked at what everyone can see." in done.stdout.decode()


def test_what_it_cannot_see_stands_with_the_answer(mine):
    said = json.loads(run("check", "archive", str(mine), "--json").stdout)
    plain = run("check", "archive", str(mine)).stdout.decode()
    assert said["cannot_see"] and all("- %s\n" % line in plain for line in said["cannot_see"])
