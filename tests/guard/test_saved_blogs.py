"""A whole blog in one file: only what is public is read, each post by itself; what is no feed, or a hostile one, is one sentence."""

from typing import Any

import pytest

from askfirst.advice.blogs import SavedBlog, about_blog, blog_as_json
from askfirst.advice.pages_asked import page_from
from askfirst.advice.trust import told_by
from askfirst.guard.saved import feed
from askfirst.guard.saved.look import NotRead, look_at_page
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust
from tests.guard import archive_files, archives_besides
from tests.guard.page_files import atom, wxr

TOLD, EDITION = told_by(load_trust()), the_edition(readings=False)
PHONE, FINE, DIVORCE = (
    "<p>Text me on 07700 900455.</p>",
    "<p>Blue paint dries slowly.</p>",
    "<p>My neighbour is going through a messy divorce.</p>",
)


def read(data):
    saved = look_at_page(data)
    assert isinstance(saved, SavedBlog)
    return saved


def about(data, author="staff", **more):
    return about_blog(read(data), page_from({"author": author}), TOLD, EDITION, **more)


def test_only_public_posts_are_read_and_no_comment():
    saved = read(
        wxr(
            "publish|post||Open|" + PHONE, "draft|post||Draft|" + PHONE, "private|post||Private|" + PHONE, "publish|post|key|Locked|" + PHONE,
            "publish|attachment||A picture|" + PHONE, "publish|nav_menu_item||Menu|" + PHONE, "trash|post||Gone|" + PHONE, "publish|page||About|" + FINE,
            comment="Ring 07700 900999",
        )
    )  # fmt: skip
    assert [(one.title, one.text) for one in saved.posts] == [("Open", "Text me on 07700 900455."), ("About", "Blue paint dries slowly.")]
    assert (saved.title, saved.left_out) == ("Connie paints", 6)


def test_a_reader_that_read_drafts_would_be_caught(monkeypatch):
    """The planted flaw: everything counts as public."""
    monkeypatch.setattr(feed.Item, "public", True)
    held: Any = feed.read_feed(wxr("draft|post||Draft|" + PHONE))[1]
    assert [row[0] for row in held["posts"]] == ["Draft"]


def test_only_posts_with_something_to_look_at_are_told():
    said = about(wxr("publish|post||One|" + FINE, "publish|post||Two|" + DIVORCE, "publish|post||Three|" + PHONE + FINE))
    assert [(one.post.title, [found.seen.clause for found in one.answer.findings]) for one in said.posts] == [
        ("Two", ["WEB-3"]),
        ("Three", ["SNS-3"]),
    ]
    assert (said.looked_at, said.left_out, said.late) == (3, 0, 0)
    rows: Any = blog_as_json(said)["posts"]
    assert all(row["text"][one["start"] : one["end"]] == one["quote"] for row in rows for one in row["findings"])


def test_a_post_that_says_where_she_works_needs_no_note_of_its_own():
    said = about(wxr("publish|post||One|<p>I teach art at Eastfield Academy.</p>"))
    assert (said.posts, [one.check for one in said.not_checked][:1]) == ((), ["note"])


@pytest.mark.parametrize(
    "entry",
    [
        '<entry><title>One</title><content type="html">&lt;p&gt;Text me on 07700 900455.&lt;/p&gt;&lt;p hidden&gt;unseen&lt;/p&gt;</content></entry>',
        '<entry><title>One</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text me on 07700 900455.</p></div></content></entry>',
        "<entry><title>One</title><summary>Text me on 07700 900455.</summary></entry>",
    ],
)
def test_atom_in_its_three_dresses(entry):
    draft = "<entry><title>Two</title><app:control><app:draft>yes</app:draft></app:control><content>x</content></entry>"
    saved = read(atom(entry + draft))
    assert [(one.title, one.text) for one in saved.posts] == [("One", "Text me on 07700 900455.")]
    assert saved.left_out == 1


def test_paragraphs_of_xhtml_stay_apart():
    (post,) = read(atom('<entry><content type="xhtml"><div><p>One &amp; two &lt;3</p><p>Three</p></div></content></entry>')).posts
    assert post.text == "One & two <3\nThree"


def test_what_is_not_got_through_in_time_is_said():
    ticks = iter(range(100))
    said = about(wxr(*["publish|post||%d|%s" % (number, PHONE) for number in range(9)]), seconds=3.5, clock=lambda: float(next(ticks)))
    assert (said.looked_at, said.late) == (3, 6)
    assert "Posts not looked at: 6." in str(next(one.reason for one in said.not_checked if one.check == "late"))


def test_somebody_who_may_be_hurt_is_met_first():
    said = about(wxr("publish|post||One|<p>I want to kill myself.</p>", "publish|post||Two|" + PHONE), author="student")
    given: Any = blog_as_json(said)
    assert said.help and given["posts"][0]["findings"] == []


LOL = "<!ENTITY lol 'lol'>" + "".join("<!ENTITY lol%d '%s'>" % (n, "&lol;" * 10) for n in range(9))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'<?xml version="1.0"?><!DOCTYPE rss [' + LOL.encode() + b"]><rss><channel><item><title>&lol9;</title></item></channel></rss>", "broken"),
        (b'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss><channel/></rss>', "broken"),
        (b"<rss><channel><item><title>cut", "broken"), (b"<rss><channel></channel></rss>", "no-posts"), (wxr("draft|post||x|y"), "no-posts"),
        (b"<rss>" + b"<a>" * 5_000, "too-much"), (b"<rss><channel>" + b"a" * 21_000_000, "large"),
        (b"<feed><entry><title>\xff\xfe</title></entry></feed>", "broken"), (b"<html>" + b"a" * 6_000_000, "large"),
    ],
    ids=["entities", "a file of the server", "cut short", "no item", "drafts alone", "deep", "too large", "broken letters", "a page as large"],
)  # fmt: skip
def test_a_hostile_feed_is_one_sentence(data, why):
    with pytest.raises(NotRead) as raised:
        look_at_page(data)
    assert raised.value.why == why


def test_many_posts_are_read_to_a_limit_that_is_said():
    saved = read(wxr(*["publish|post||%d|x%d" % (number, number) for number in range(2_100)]))
    assert (len(saved.posts), saved.notes) == (2_000, ("long",))


# ---------------------------------------------------------------- Tumblr, a page a post in a packed file


@pytest.mark.parametrize("old", [False, True])
def test_a_blog_of_tumblr_is_read_post_by_post_and_doubted_aloud(old):
    data = archive_files.packed(archives_besides.tumblr(old=old))
    saved = read(data)
    assert [(one.title, one.day, one.text) for one in saved.posts] == [
        ("Allotment", "2025-03-07T18:02", "Beans & rain\n#garden #beans"), ("So true", "2025-03-08T00:05", ""),
    ]  # fmt: skip
    said = about(data)
    assert [str(one) for one in said.notes] == [
        "We have not seen many files of this form. We may have missed posts.", "Some posts are in other people’s words. We left them out.",
    ]  # fmt: skip
    assert "someone else" not in str([one.text for one in saved.posts]) and "a secret" not in str([one.text for one in saved.posts])


def test_a_post_on_tumblr_with_something_to_look_at_is_told():
    held = archives_besides.tumblr() | {"posts/html/104.html": "<html><body><h1>Hi</h1>" + PHONE + "</body></html>"}
    assert [(one.post.title, one.answer.findings[0].seen.clause) for one in about(archive_files.packed(held)).posts] == [("Hi", "SNS-3")]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (archive_files.packed({"plan.txt": "sun"}), "packed"), (archive_files.packed({"posts/html/1.html": "no page"}), "no-posts"),
        (archive_files.packed({"posts.zip": archive_files.packed({"html/1.html": "<p>x"})}), "packed"), (b"PK\x03\x04", "packed"),
        (archive_files.packed({"posts/html/1.html": b"<p>" + b"a" * 60_000_000}), "too-much"),
    ],
    ids=["no blog", "no page", "packed twice", "first bytes", "a bomb"],
)  # fmt: skip
def test_a_packed_file_that_is_no_blog_is_one_sentence(data, why):
    with pytest.raises(NotRead) as raised:
        look_at_page(data)
    assert raised.value.why == why
