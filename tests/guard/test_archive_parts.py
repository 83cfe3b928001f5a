"""The parts of opening an archive, without a child: which files are messages, and records out of a file one at a time."""

import io

import pytest

from askfirst.guard.archives.json_items import json_items
from askfirst.guard.archives.member import Broken
from askfirst.guard.archives.messages import holds_messages
from askfirst.guard.archives.pack import pack_of
from askfirst.guard.archives.part import parts_of
from askfirst.guard.archives.xml_items import xml_items
from askfirst.guard.limits import ITEM
from tests.guard import archive_files as files

GOOD = files.tweets([("2026-11-24 06:31", "Tea")])

# ---------------------------------------------------------------- messages are known by path


MESSAGES = (
    "data/direct-messages.js", "data/direct-messages-group.js", "data/direct-message-headers.js", "data/direct_messages_media/1-2.jpg",
    "messages/inbox/ana_1/message_1.json", "your_facebook_activity/messages/inbox/ana_1/photos/1.jpg", "messages/autofill_information.json",
    "your_instagram_activity/messages/inbox/ana_1/message_1.json", "messages/secret_conversations.json", "json/chat_history.json",
    "json/snap_history.json", "json/talk_history.json", "json/my_ai.json", "chat_media/1.jpg", "html/chat_history.html", "messages.csv",
    "guide_messages.csv", "learning_coach_messages.csv", "Invitations.csv", "messages_archive.csv", "chat_history.csv", "message_headers.csv",
    "messages.xml", "Takeout/Mail/All mail.mbox", "Takeout/Google Chat/Groups/DM 1/messages.json", "Takeout/Hangouts/Hangouts.json", "Takeout/Voice/Calls/1.html",
    "messages/archived_threads/a/message_1.json", "messages/message_requests/b/message_1.json", "DATA/DIRECT-MESSAGES.JS",
)  # fmt: skip
NO_MESSAGES = (
    "data/tweets.js", "data/tweets-part1.js", "data/profile.js", "your_facebook_activity/posts/your_posts_1.json", "content/posts_1.json",
    "your_instagram_activity/comments/post_comments_1.json", "posts.csv", "comments.csv", "Shares.csv", "Profile.csv", "user_data_tiktok.json", "outbox.json",
    "actor.json", "Takeout/YouTube and YouTube Music/live chats/live chats.csv", "Takeout/YouTube and YouTube Music/comments/comments.csv",
    "json/memories_history.json", "feed.atom", "repo.car", "your_facebook_activity/posts/media/chatsworth/1.jpg",
)  # fmt: skip


@pytest.mark.parametrize("path", MESSAGES)
def test_a_file_of_messages_is_known_by_its_path(path):
    assert holds_messages(path)


@pytest.mark.parametrize("path", NO_MESSAGES)
def test_posts_are_not_taken_for_messages(path):
    assert not holds_messages(path)


def test_no_file_of_messages_can_be_opened_by_any_reader():
    pack = pack_of(
        io.BytesIO(files.packed({**GOOD, **dict.fromkeys(MESSAGES, b"a secret"), "Takeout/YouTube/live chats/live chats.csv": b""}))
    )
    assert pack.names == ["data/tweets.js", "Takeout/YouTube/live chats/live chats.csv"]
    assert pack.messages == len(MESSAGES)


# ---------------------------------------------------------------- records, one at a time


def items(text, step=7):
    data = text.encode()
    found: list[object] = []
    try:
        found.extend(json_items([data[at : at + step] for at in range(0, len(data), step)]))
    except Broken:
        found.append("broken")
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[1, 2.5, null, true]", [((), 1), ((), 2.5), ((), None), ((), True)]),
        ('{"a": {"b": [1, {"q": [2]}], "d": "w"}, "c": 3}', [(("a", "b"), 1), (("a", "b"), {"q": [2]}), (("a", "d"), "w"), (("c",), 3)]),
        ('x = [ {"a": "\\u00e9\\"]"} ] ;', [((), {"a": 'é"]'})]),
        ("[1234567, 7654321]", [((), 1234567), ((), 7654321)]),
        ("[]", []), ("{}", []), ('{"a": []}', []), ("", ["broken"]), ("true", ["broken"]), ("[1, 2", [((), 1), ((), 2), "broken"]),
        ("[1 2]", [((), 1), "broken"]), ('{"a" 1}', ["broken"]), ("{1: 2}", ["broken"]), ('{"a": 1', [(("a",), 1), "broken"]), ("[1,]", [((), 1), "broken"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("step", [1, 7, 1_000])
def test_records_come_one_at_a_time_however_the_bytes_are_cut(text, wanted, step):
    assert items(text, step) == wanted


def test_a_large_list_is_never_held_whole():
    def chunks():
        yield b"["
        for _ in range(200):
            yield b'{"a": "' + b"x" * 100_000 + b'"},\n'
        yield b"{}]"

    assert sum(1 for _ in json_items(chunks())) == 201


def test_one_record_that_is_whole_and_too_large_is_not_taken():
    whole = '["%s", 2]'
    assert items(whole % ("x" * (ITEM // 2)), 65_536) == [((), "x" * (ITEM // 2)), ((), 2)]
    assert items(whole % ("x" * 3 * ITEM), 65_536) == ["broken"]


# ---------------------------------------------------------------- several archives one behind the other


def test_each_of_several_archives_is_a_file_of_its_own():
    given = [files.packed(GOOD), files.taped(GOOD), b"{}"]
    parts = list(parts_of(io.BytesIO(b"".join(given)), [len(one) for one in given]))
    assert [one.read() for one in parts] == given
    assert [one.seek(0) for one in parts] == [0, 0, 0] and [one.read(2) for one in parts] == [one[:2] for one in given]
    assert (parts[0].seek(-5, io.SEEK_END), parts[0].read(99)) == (len(given[0]) - 5, given[0][-5:]), "no byte of its neighbour"
    assert (parts[0].seek(10**9), parts[0].read(9)) == (10**9, b"")
    assert [pack_of(one).names for one in parts_of(io.BytesIO(b"".join(given)), [len(one) for one in given])] == [
        ["data/tweets.js"],
        ["data/tweets.js"],
        [""],
    ]


def test_one_archive_alone_is_the_file_itself():
    held = io.BytesIO(b"x")
    assert list(parts_of(held, [])) == [held]


@pytest.mark.parametrize("sort", [b"F-8", b"utf-7", b"utf-32", b"big5", b"rot13", b"x" * 60])
def test_letters_of_a_sort_that_nobody_knows_are_a_broken_file(sort):
    with pytest.raises(Broken):
        list(xml_items([b'<?xml version="1.0" encoding="' + sort + b'"?><a><item><b>x</b></item>'], "item"))
