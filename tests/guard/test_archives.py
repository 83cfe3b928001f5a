"""Archives nobody should be given: each is met with one sentence or read as far as it goes, within its limits, and never ends the server."""

import io
import json
import random
import stat
import subprocess
import sys
import time
import zipfile

import pytest

from askfirst.advice.archives import open_archive
from askfirst.advice.archives_said import REFUSED
from askfirst.advice.asked import BadDraft
from askfirst.checks.catalogue import TEXT_CHECKS
from askfirst.checks.draft import Told
from askfirst.guard.child import unnamed
from askfirst.guard.limits import ARCHIVE
from tests.guard import archive_files as files
from tests.guard import photo_files as photos

ONE = [("2026-11-24 06:31", "Car is EF21 KLM"), ("2026-11-25 06:31", "Car again, EF21 KLM")]
GOOD = files.tweets(ONE)
TWEETS = GOOD["data/tweets.js"]


def opened(data):
    """What the child finds, or the key of why it refuses. By the clock, within its limit."""
    with unnamed() as held:
        held.write(data)
        begun = time.monotonic()
        try:
            return open_archive(held, Told())
        except BadDraft as problem:
            return next(key for key, sentence in REFUSED.items() if sentence == problem.sentence)
        finally:
            assert time.monotonic() - begun < ARCHIVE.wall + 5


def deep(letter, many=100_000):
    return {"data/tweets.js": b"window.YTD.tweets.part0 = [" + letter * many}


REFUSALS = {
    "nothing at all": (lambda: b"", "empty"),
    "only spaces": (lambda: b" \n\n ", "empty"),
    "words": (lambda: b"these are my posts", "unknown"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), "unknown"),
    "another packer": (lambda: b"7z\xbc\xaf\x27\x1c" + bytes(500), "packed"),
    "an empty zip": (lambda: files.packed({}), "unknown"),
    "a zip of something else": (lambda: files.packed({"holiday/plan.txt": "sun"}), "unknown"),
    "a zip cut in half": (lambda: files.packed(GOOD)[:-200], "broken"),
    "a zip that is its first bytes": (lambda: b"PK\x03\x04", "broken"),
    "a list that stands nowhere": (lambda: files.packed(GOOD)[:-6] + b"\xff\xff\xff\x00\x00\x00", "broken"),
    "a zip in a zip": (lambda: files.packed({"inner.zip": files.packed(GOOD)}), "nested"),
    "a zip in a zip in a zip": (lambda: files.packed({"a.zip": files.packed({"b.zip": files.packed(GOOD)})}), "nested"),
    "a picture with a zip behind it": (lambda: photos.jpeg() + files.packed(GOOD), "unknown"),
    "a zip with a password": (lambda: files.zip_of([files.entry("data/tweets.js", TWEETS, flags=1)]), "locked"),
    "one stretch listed 500 times": (files.overlapping, "overlap"),
    "300 MB out of 300 kB": (files.flat_bomb, "tight"),
    "a million files": (files.many, "members"),
    "a tape of 300 MB of nothing": (files.gzip_bomb, "broken"),
    "a tape that is cut": (lambda: files.taped(GOOD)[:100], "broken"),
    "a count that lies": (lambda: files.zip_of([files.entry("data/tweets.js", TWEETS)], count=3), "broken"),
    "a file that unpacks to more than it says": (lambda: files.zip_of([files.entry("data/tweets.js", b"[" + TWEETS * 9, size=30)]), "broken"),
    "a sum that is wrong": (lambda: files.zip_of([files.entry("data/tweets.js", b"[]", crc=1)]), "broken"),
    "a way of packing nobody knows": (lambda: files.zip_of([files.entry("data/tweets.js", TWEETS, method=12)]), "broken"),
    "no JSON in it": (lambda: files.packed({"data/tweets.js": b"alert(1)"}), "broken"),
    "no posts in it": (lambda: files.packed({"data/tweets.js": b"window.YTD.tweets.part0 = []"}), "nothing"),
    "lists in lists, 100,000 deep": (lambda: files.packed(deep(b"[")), "broken"),
    "objects in objects, 100,000 deep": (lambda: files.packed(deep(b'{"a":')), "broken"),
    "one record of 8 MB": (lambda: files.packed({"data/tweets.js": b'[{"tweet": "' + random_letters(8_000_000)}), "broken"),
    "a number of 5,001 digits": (lambda: files.packed({"data/tweets.js": b"[" + b"9" * 5_001 + b"]"}), "broken"),
    "only links and paths that lead out": (
        lambda: files.zip_of(
            [
                files.entry("../data/tweets.js", TWEETS), files.entry("/data/tweets.js", TWEETS), files.entry("C:\\data\\tweets.js", TWEETS),
                files.entry("data/tweets.js", b"/etc/passwd", mode=stat.S_IFLNK | 0o777), files.entry("a/../../tweets.js", TWEETS),
            ]
        ),
        "unknown",
    ),
    "one name twice": (lambda: files.zip_of([files.entry("data/tweets.js", TWEETS), files.entry("data/tweets.js", TWEETS)]), "unknown"),
}  # fmt: skip


def random_letters(size):
    return b"abcdefgh" * (size // 8)


@pytest.mark.parametrize("what", REFUSALS)
def test_what_cannot_be_taken_is_refused_with_its_own_sentence(what):
    make, why = REFUSALS[what]
    assert opened(make()) == why


READ = {
    "as it should be": (lambda: files.packed(GOOD), {"posts": 2}),
    "not packed": (lambda: files.packed(GOOD, method=0), {"posts": 2}),
    "in a folder": (lambda: files.packed({"twitter-2026/" + name: data for name, data in GOOD.items()}), {"posts": 2}),
    "a tape": (lambda: files.taped(GOOD), {"posts": 2}),
    "the file by itself": (lambda: TWEETS, {"posts": 2}),
    "bytes before the letters": (lambda: files.packed({"data/tweets.js": b"\xef\xbb\xbf" + TWEETS}), {"posts": 2}),
    "something behind the list": (lambda: files.packed({"data/tweets.js": TWEETS + b";\n"}), {"posts": 2}),
    "bytes that are no letters": (lambda: files.packed({"data/tweets.js": TWEETS.replace(b"Car", b"C\xff\xfer")}), {"posts": 2}),
    "half letters": (lambda: files.packed({"data/tweets.js": TWEETS.replace(b"again", b"\\ud800 \\u0000")}), {"posts": 2}),
    "a part that is cut short": (lambda: files.packed(GOOD | {"data/tweets-part1.js": TWEETS[:-40]}), {"posts": 3, "broken": 1}),
    "a part that is no JSON": (lambda: files.packed(GOOD | {"data/tweets-part1.js": b"<html>"}), {"posts": 2, "broken": 1}),
    "entries of another form": (lambda: files.packed({"data/tweets.js": b"[1, null, [], " + TWEETS[TWEETS.index(b"[") + 1 :]}), {"posts": 2, "unread": 3}),
    "a link beside it": (
        lambda: files.zip_of([files.entry("data/tweets.js", TWEETS), files.entry("data/tweet.js", b"x", mode=stat.S_IFLNK | 0o777)]),
        {"posts": 2, "odd": 1},
    ),
    "a zip that is not read beside it": (lambda: files.packed(GOOD | {"data/media.zip": files.packed({"a": "b"})}), {"posts": 2}),
    "a note behind the zip": (lambda: files.packed(GOOD)[:-2] + b"\x05\x00hello", {"posts": 2}),
}  # fmt: skip


@pytest.mark.parametrize("what", READ)
def test_what_is_odd_and_harmless_is_read_as_far_as_it_goes(what):
    make, wanted = READ[what]
    found = opened(make())
    assert not isinstance(found, str), found
    assert {name: found.counts[name] for name in wanted} == wanted
    assert found.facts[0].what == "car" or wanted["posts"] != 2 or what == "half letters"


@pytest.mark.prove
def test_a_file_of_more_than_512_mb_is_read_to_its_limit_and_no_further(tmp_path):
    """It unpacks to 530 MB, at a ratio that is not told by its header alone."""
    path, line = tmp_path / "large.zip", random.Random(5)
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("data/tweets.js", "w", force_zip64=True) as file,
    ):
        file.write(b"window.YTD.tweets.part0 = [")
        for number in range(13_000):
            filling = line.randbytes(400).hex().encode() + b" " * 40_000
            file.write(
                b'{"tweet": {"full_text": "Car is EF21 KLM", "created_at": "Tue Nov 24 06:31:00 +0000 2026", "more": "%s", "id": "%d"}},'
                % (filling, number)
            )
    with path.open("rb") as held, pytest.raises(BadDraft) as refused:
        open_archive(held, Told())
    assert refused.value.sentence == REFUSED["too-much"]


LARGE = """
import resource, sys
from askfirst.advice.archives import open_archive
from askfirst.checks.draft import Told
from askfirst.guard.child import unnamed
with unnamed() as held:
    held.write(sys.stdin.buffer.read())
    found = open_archive(held, Told())
print(found.counts["posts"], resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_the_memory_of_the_child_stays_under_its_limit():
    """With the largest things that are taken at all: 150,000 files and a record of 4 MB. By a process that has no other child."""
    record = {"tweet": {"full_text": "EF21 KLM car", "created_at": "Tue Nov 24 06:31:00 +0000 2026", "more": ["[]"] * 500_000}}
    names = {"data/x%06d.txt" % number: b"" for number in range(150_000)}
    given = files.packed(names | {"data/tweets.js": b"[" + json.dumps(record).encode() + b"]"}, method=0)
    done = subprocess.run([sys.executable, "-c", LARGE], input=given, capture_output=True, check=True)
    posts, kilobytes = done.stdout.split()
    assert (int(posts), int(kilobytes) < 300_000) == (1, True), done.stdout


def test_a_file_of_messages_is_counted_and_never_read():
    """It would end the child if a byte of it were unpacked: its bytes are no packed data at all."""
    broken = files.entry("data/direct-messages.js", b"xxxx", method=8, crc=1, size=99)
    found = opened(
        files.zip_of([files.entry("data/tweets.js", TWEETS), broken, files.entry("data/direct-messages-group.js", b"", flags=1)])
    )
    assert (found.counts["messages"], found.counts["posts"], found.counts["broken"]) == (2, 2, 0)


def test_the_table_of_refusals_is_whole():
    """Each sentence is met here, but for those that a face says by itself."""
    assert {why for _, why in REFUSALS.values()} | {"pages", "parts", "too-much", "large", "large-together", "busy"} == set(REFUSED)


def test_nothing_is_looked_for_on_disk_once_files_are_shut_off():
    """Every example of every check of words, as a post: what a check reads or compiles when it first meets such words is there by then."""
    examples = [one if isinstance(one, str) else one.text for check in TEXT_CHECKS for one in (*check.flags, *check.passes)]
    found = opened(files.packed(files.tweets([("2026-11-24 06:31", words) for words in examples])))
    assert not isinstance(found, str), found
    assert found.counts["posts"] == len([one for one in examples if one]) > 200 and len(found.facts) > 5


def test_one_of_several_parts_is_named_as_such():
    data = bytearray(files.packed(GOOD))
    at = data.rindex(b"PK\x05\x06")
    data[at + 4 : at + 8] = b"\x01\x00\x00\x00"
    assert opened(bytes(data)) == "parts"


def test_web_pages_are_named_as_such():
    assert opened(files.packed({"your_facebook_activity/posts/your_posts__check_ins_1.html": "<html>"})) == "pages"


def test_a_reader_that_runs_out_of_time_is_ended(monkeypatch):
    monkeypatch.setattr("askfirst.guard.child.ARCHIVE", type(ARCHIVE)(memory=ARCHIVE.memory, cpu=1, wall=0, output=ARCHIVE.output))
    with unnamed() as held:
        held.write(files.packed(GOOD))
        with pytest.raises(BadDraft) as refused:
            open_archive(held, Told())
    assert refused.value.sentence == REFUSED["too-much"]


def test_reading_leaves_the_file_where_it_is(tmp_path):
    path = tmp_path / "mine.zip"
    data = files.packed(GOOD)
    path.write_bytes(data)
    with path.open("rb") as held:
        assert open_archive(held, Told()).counts["posts"] == 2
    assert [one.name for one in tmp_path.iterdir()] == ["mine.zip"] and path.read_bytes() == data


def test_bytes_are_never_taken_from_a_file_object_that_has_no_descriptor():
    with pytest.raises(io.UnsupportedOperation):
        open_archive(io.BytesIO(files.packed(GOOD)), Told())
