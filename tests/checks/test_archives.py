"""Archives of each service, made by hand in the forms they have had: what is read of them, what is left out, and what is never claimed."""

import io
import json
import random
import re
from itertools import islice

import pytest

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.services import SERVICES, WANTED, which
from askfirst.checks.archives.words_of import mended, without_marks
from askfirst.guard.archives.car import car_records
from askfirst.guard.archives.member import Broken
from askfirst.guard.archives.messages import holds_messages
from askfirst.guard.archives.pack import pack_of
from askfirst.guard.unfit import Unfit
from tests.guard import archive_files as files
from tests.guard import archives_besides as besides
from tests.guard import archives_of as of
from tests.proved import PROVED


def opened(given):
    """The reader and its posts as (day, words, who sees it, kind), and the counts of what it left out."""
    data = given if isinstance(given, bytes) else files.packed(given)
    ((service, held), *rest) = which(pack_of(io.BytesIO(data)))
    assert rest == []
    posts = [one for one in service.read(held) if one.text or one.place or one.at or one.work]
    return service.name, posts, held


def told(given):
    """Words and who sees them, shortly."""
    return [(one.text, one.seen_by.value) for one in opened(given)[1] if one.kind != "profile"]


PINNED = [("Shelf I made myself", ""), ("Mine alone", "me"), ("Reading corner\nY4 ideas", ""), ("So pretty, where is it?", "")]
READ = {
    "X": (files.tweets([("2026-11-24 06:31", "Tea & cake")]), [("Tea & cake", "")]),
    "X, older": (files.tweets([("2016-11-24 06:31", "Tea & cake")], form="old"), [("Tea & cake", "")]),
    "X, oldest": (files.tweets([("2012-11-24 06:31", "Tea & cake")], form="oldest"), [("Tea & cake", "")]),
    "X, protected": (files.tweets([("2026-11-24 06:31", "Tea")]) | of.protected("Protect"), [("Tea", "friends")]),
    "X, never protected": (files.tweets([("2026-11-24 06:31", "Tea")]) | of.protected(), [("Tea", "public")]),
    "X, a long post": (files.tweets([("2026-11-24 06:31", of.LONG[:250] + "…")]) | of.long_post(), [(of.LONG, "")]),
    "Facebook": (of.facebook(), [("Sports day at Northgate café\nBig splash", ""), ("At the lido", ""), ("Well done!", "")]),
    "Facebook, before 2024": (of.facebook(old=True), [("Sports day at Northgate café\nBig splash", ""), ("At the lido", ""), ("Well done!", "")]),
    "Facebook, one post": (of.facebook_of_one(), [("Only this", "")]),
    "Instagram": (of.instagram(private="False"), [("Year 6 leavers 🎓", "public"), ("Two at once", "public"), ("A story", "public"), ("So proud", "")]),
    "Instagram, private": (of.instagram(private="True"), [("Year 6 leavers 🎓", "friends"), ("Two at once", "friends"), ("A story", "friends"), ("So proud", "")]),
    "Instagram, before 2022": (of.instagram(old=True), [("Year 6 leavers 🎓", ""), ("Two at once", ""), ("A story", ""), ("So proud", "")]),
    "TikTok": (of.tiktok(), [("INSET day", "public"), ("Mates alone", "friends"), ("Mine alone", "me"), ("so done with 9B", "")]),
    "TikTok, older": (of.tiktok(old=True), [("INSET day", "public"), ("Mates alone", "friends"), ("Mine alone", "me"), ("so done with 9B", "")]),
    "TikTok, the file alone": (of.tiktok()["user_data_tiktok.json"], [("INSET day", "public"), ("Mates alone", "friends"), ("Mine alone", "me"), ("so done with 9B", "")]),
    "WordPress": (of.wordpress(), [("Term starts\nNew shoes & a bag", "public"), ("A draft\nNot yet", "me"), ("For family\nBaby news", "friends")]),
    "WordPress, the file alone": (
        of.wordpress()["me.wordpress.2026-11-24.xml"],
        [("Term starts\nNew shoes & a bag", "public"), ("A draft\nNot yet", "me"), ("For family\nBaby news", "friends")],
    ),
    "Blogger": (of.blogger(), [("Allotment\nBeans at last", ""), ("Draft\nNot yet", "me")]),
    "Blogger, older": (of.blogger(old=True), [("Allotment\nBeans at last", ""), ("Draft\nNot yet", "me")]),
    "Mastodon": (of.mastodon(), [("Hello\nall", "public"), ("Quietly", "public"), ("For friends", "friends")]),
    "Mastodon, a tape": (files.taped(of.mastodon()), [("Hello\nall", "public"), ("Quietly", "public"), ("For friends", "friends")]),
    "LinkedIn": (of.linkedin(), [("Open evening\n“Come along”, she said", "public"), ("For my network", "friends"), ('Well "said"', "")]),
    "Bluesky": (of.bluesky(), [("Good morning ☀", "public"), ("A picture\nMy desk", "public"), ("In reply", "public")]),
    "Bluesky, the file alone": (of.bluesky()["repo.car"], [("Good morning ☀", "public"), ("A picture\nMy desk", "public"), ("In reply", "public")]),
    "YouTube": (of.youtube(), [("Great lesson", ""), ("Older form", ""), ("Hello all", ""), ("Choir\nSpring concert", "public"), ("Mine", "me")]),
    "YouTube, older": (besides.youtube_of_old(), [("Great lesson\ntwice", ""), ("Tea & cake", "")]),
    "Snapchat": (besides.snapchat(), [("Netball & rain, what's new", "public")]),
    "Snapchat, older": (besides.snapchat(old=True), [("Netball & rain, what's new", "public")]),
    "Snapchat, nothing public": (besides.snapchat_of_nothing(), []),
    "Tumblr": (besides.tumblr(), [("Allotment\nBeans & rain\n#garden #beans", ""), ("So true", "")]),
    "Tumblr, as XML": (besides.tumblr_as_xml(), [("Allotment\nBeans & rain\n#garden", ""), ("So true", ""), ("In May", ""), ("Not yet", "me"), ("My desk", "")]),
    "Tumblr, the posts alone": (besides.tumblr(old=True), [("Allotment\nBeans & rain\n#garden #beans", ""), ("So true", "")]),
    "Pinterest": (besides.pinterest(), PINNED),
    "Pinterest, older": (besides.pinterest(old=True), PINNED),
    "Pinterest, the file alone": (besides.pinterest(old=True)["Pins.html"], PINNED),
    "Google Maps": (besides.google_maps(), [("My daughter learned here", "public")]),
    "Google Maps, older": (besides.google_maps(old=True), [("My daughter learned here", "public")]),
    "Reddit": (of.reddit(), [("Best chalk?\nIt snaps, always", ""), ("Try the thick ones", "")]),
}  # fmt: skip


@pytest.mark.parametrize("what", READ)
def test_an_archive_is_read(what):
    given, wanted = READ[what]
    name, _, held = opened(given)
    assert name == what.partition(",")[0]
    assert told(given) == wanted
    assert held.broken == 0


@pytest.mark.parametrize("what", READ)
def test_a_cut_archive_gives_what_stands_before_the_cut(what):
    """Each of its files loses its last tenth: nothing is refused, and what came before the cut is read."""
    given, wanted = READ[what]
    if isinstance(given, bytes):
        return
    cut = {name: (data if isinstance(data, bytes) else data.encode())[: int(len(data) * 0.9)] for name, data in given.items()}
    _, posts, held = opened(cut)
    assert held.broken >= 1 or what.startswith(("LinkedIn", "Reddit", "YouTube", "Tumblr", "X"))
    assert len(posts) <= len(wanted) + 3


@pytest.mark.parametrize("what", READ)
def test_an_archive_with_any_bytes_changed_is_read_as_far_as_it_goes(what):
    """No change inside a file ends the look at the others: what comes is posts, or one of the refusals."""
    given, _ = READ[what]
    if isinstance(given, bytes):
        given = {"": given}
    line = random.Random(what)
    for _ in range(300 if PROVED else 25):
        held = {name: bytearray(data if isinstance(data, bytes) else data.encode()) for name, data in given.items()}
        for data in held.values():
            for _ in range(line.randint(0, 6)):
                at = line.randrange(len(data)) if data else 0
                data[at : at + line.randint(0, 3)] = line.choice(
                    (b'"', b"{", b"]", b"<", b"\xff", b"\0", b"null", b"1e999", b"[[[", b"}", b",", b"")
                )
        try:
            opened(bytes(held[""]) if "" in held else {name: bytes(data) for name, data in held.items()})
        except Unfit:
            continue


LEFT_OUT = {
    "X": (files.tweets([("2026-11-24 06:31", "RT @ana: hello"), ("2026-11-24 06:31", "Tea")]), "others", 1),
    "Mastodon boosts": (of.mastodon(), "others", 1),
    "Mastodon posts to one person": (of.mastodon(), "passed", 1),
    "Blogger comments": (of.blogger(), "others", 1),
    "TikTok messages": (of.tiktok(), "passed", 2),
    "Tumblr, passed on from another blog": (besides.tumblr(), "others", 1),
    "Pinterest, pins of others": (besides.pinterest(), "others", 1),
    "Pinterest messages": (besides.pinterest(), "passed", 1),
}


@pytest.mark.parametrize("what", LEFT_OUT)
def test_what_is_left_out_is_counted(what):
    given, count, many = LEFT_OUT[what]
    assert getattr(opened(given)[2], count) == many


def test_no_word_of_somebody_else_is_read():
    for given, _ in READ.values():
        words = " ".join(one.text for one in opened(given)[1])
        for other in ("boosted", "secret", "Sam Example was with", "someone else’s comment", "direct to one"):
            assert other not in words, other


@pytest.mark.parametrize(
    ("given", "at"),
    [
        (files.tweets([("2026-11-24 06:31", "Here", {"coordinates": {"type": "Point", "coordinates": ["-1.5", "53.8"]}})]), (53.8, -1.5)),
        (files.tweets([("2026-11-24 06:31", "Here", {"geo": {"type": "Point", "coordinates": [53.8, -1.5]}})]), (53.8, -1.5)),
        (of.facebook(), (53.8, -1.5)),
        (of.instagram(), (53.8, -1.5)),
        (besides.google_maps(), (53.8, -1.5)),
        (besides.google_maps(old=True), (53.8, -1.5)),
        (files.tweets([("2026-11-24 06:31", "Here", {"coordinates": {"coordinates": ["x", None]}})]), None),
        (files.tweets([("2026-11-24 06:31", "Here", {"coordinates": {"coordinates": ["nan", "1"]}})]), None),
    ],
)
def test_where_a_post_says_it_was(given, at):
    assert next(one.at for one in opened(given)[1] if one.kind != "profile") == at


def test_fields_of_ones_own_page():
    assert [(one.text, one.place, one.work) for one in opened(of.linkedin())[1] if one.kind == "profile"] == [
        ("Teacher of art\nPaint everywhere", "Haddon", ""), ("Teacher of art", "", "Northgate School"),
    ]  # fmt: skip
    assert [(one.text, one.place) for one in opened(of.facebook())[1] if one.kind == "profile"] == [("", "Haddon")]
    assert [one.text for one in opened(of.tiktok())[1] if one.kind == "profile"] == ["Y4 teacher @ Northgate"]
    for old, wanted in ((True, [("Miss E\nY4 teacher @ Northgate", "Haddon")]), (False, [("Y4 teacher @ Northgate", ""), ("", "Haddon")])):
        assert [(one.text, one.place) for one in opened(besides.snapchat(old=old))[1] if one.kind == "profile"] == wanted
    assert [(one.text, one.place) for one in opened(besides.pinterest())[1] if one.kind == "profile"] == [
        ("Art and tea", "Haddon"), ("Flat in Haddon", ""), ("Classroom", ""),
    ]  # fmt: skip


def test_the_moments_of_a_blog_are_by_its_own_foot():
    assert [one.on and one.on.isoformat() for one in opened(besides.tumblr())[1]] == ["2025-03-07T18:02:00", "2025-03-08T00:05:00"]
    assert [one.on.year for one in opened(besides.google_maps(old=True))[1]] == [2019]


def test_posts_in_a_packed_file_inside_are_asked_for():
    with pytest.raises(Unfit) as refused:
        opened(besides.tumblr_inside(files.packed))
    assert refused.value.why == "nested"


@pytest.mark.parametrize(
    ("given", "many"),
    [(besides.snapchat(), 5), (besides.snapchat(old=True), 5), (besides.tumblr(), 1), (besides.google_maps(), 2), (of.youtube(), 0)],
)
def test_files_of_messages_of_the_services_are_counted_and_not_opened(given, many):
    pack = pack_of(io.BytesIO(files.packed(given)))
    assert pack.messages == many
    assert not [one for one in pack.names if "chat" in one.lower() and "live" not in one.lower()]


def test_all_that_google_gives_in_one_archive_is_read_and_nothing_private():
    data = files.packed(of.youtube() | besides.google_maps() | of.blogger())
    found = {service.name: [one.text for one in service.read(held)] for service, held in which(pack_of(io.BytesIO(data)))}
    assert set(found) == {"YouTube", "Google Maps", "Blogger"} and all(found.values()) and "a secret" not in str(found)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Wed Jul 10 20:19:24 +0000 2024", "2024-07-10T21:19:24"), ("Wed Jan 10 20:19:24 +0000 2024", "2024-01-10T20:19:24"),
        (1741370531, "2025-03-07T18:02:11"), ("1741370531", "2025-03-07T18:02:11"), (1741370531000, "2025-03-07T18:02:11"),
        ("2025-07-07 18:02:11 UTC", "2025-07-07T19:02:11"), ("2025-03-07T18:02:11.123Z", "2025-03-07T18:02:11"),
        ("2025-03-07T18:02:11+02:00", "2025-03-07T16:02:11"), ("Fri, 07 Mar 2025 18:02:11 +0000", "2025-03-07T18:02:11"),
        ("2025-03-30 00:59:00", "2025-03-30T00:59:00"), ("2025-03-30 01:00:00", "2025-03-30T02:00:00"), ("2025-10-26 01:00:00", "2025-10-26T01:00:00"),
        ("2025-13-40 10:00", None), ("yesterday", None), ("", None), (None, None), (True, None), ({}, None), (float("inf"), None), (10**30, None), ("9" * 40, None),
    ],
)  # fmt: skip
def test_moments_by_the_clock_on_the_wall(said, wanted):
    found = moment_of(said)
    assert (found and found.isoformat()) == wanted


def test_letters_written_twice_over_are_put_right_and_others_left():
    assert mended("caf\u00c3\u00a9 \u00f0\u009f\u008e\u0093") == "café 🎓"
    for right in ("café", "plain", "Łódź 🎓", "Ã alone"):
        assert mended(right) == right


def test_words_of_a_page():
    assert (
        without_marks("<p>One &amp; two</p><script>x()</script><p>three<br>four <b>five</b></p><!-- no -->")
        == "One & two\nthree\nfour five"
    )
    assert without_marks("1 < 2 and 3 > 2") == "1 < 2 and 3 > 2"


@pytest.mark.parametrize("piece", ["<", "<!--", "<p ", "<script>", "&", "<a>", "&lt;", " \n", "<a href='"])
def test_marks_are_taken_off_in_time_that_grows_with_the_page(piece):
    page = piece * 20_000
    assert isinstance(without_marks(page), str)


# ---------------------------------------------------------------- what a browser sends on


def test_no_file_that_is_wanted_is_taken_for_messages_and_none_is_opened_besides():
    wanted = re.compile(WANTED, re.IGNORECASE)
    for given, _ in READ.values():
        if isinstance(given, bytes):
            continue
        _, _, held = opened(given)
        for name in held.names:
            assert wanted.search(name), name
            assert not holds_messages(name), name
    for name in (
        "data/direct-messages.js",
        "messages/inbox/a/message_1.json",
        "data/like.js",
        "data/account.js",
        "Connections.csv",
        "ip_logs.csv",
    ):
        assert not wanted.search(name), name


def test_the_patterns_hold_nothing_that_a_browser_reads_otherwise():
    for pattern in (WANTED, *(one.opens for one in SERVICES)):
        assert not re.search(r"\(\?[^:=!]", pattern), "a group that only Python knows"
        assert "\\A" not in pattern and "\\Z" not in pattern


def test_an_archive_of_nothing_we_know():
    with pytest.raises(Unfit) as refused:
        opened({"plan.txt": "sun", "data/likes.json": json.dumps([1])})
    assert refused.value.why == "unknown"


# ---------------------------------------------------------------- files of Bluesky that lie


CARS = {
    "cut in its head": lambda whole: [whole[:20]],
    "cut in half": lambda whole: [whole[: len(whole) // 2]],
    "cut in its last block": lambda whole: [whole[:-10]],
    "a length without an end": lambda whole: [b"\xff" * 40 + whole],
    "a length of more than there is": lambda whole: [whole[:1] + b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff" + whole[10:]],
    "lists in lists": lambda whole: [b"\xff\x7f" + b"\x81" * 16_383],
    "a name of nothing": lambda whole: [whole.replace(b"data", b"date", 1)],
    "every byte turned once": lambda whole: [whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :] for at in range(len(whole))],
}


@pytest.mark.parametrize("what", CARS)
def test_a_file_of_bluesky_that_lies_is_read_as_far_as_it_goes_or_not_at_all(what):
    whole = of.bluesky()["repo.car"]
    for data in CARS[what](whole):
        found = []
        try:
            found.extend(car_records([data], ("app.bsky.feed.post/",)))
        except Broken:
            found.append("broken")
        assert "a secret" not in str(found) and len(found) <= 4


def test_a_tree_that_bites_its_tail_ends():
    """Names are digests of what they name, so a tree cannot; a file can say so all the same: here a node is its own first branch."""
    whole = of.bluesky()["repo.car"]
    names = [at for at in range(len(whole)) if whole[at : at + 4] == b"\x01\x71\x12\x20"]
    node, branch = names[3], names[4]
    turned = whole[:branch] + whole[node : node + 36] + whole[branch + 36 :]
    assert turned != whole
    assert len(list(islice(car_records([turned], ("app.bsky.feed.post/",)), 10))) == 3
