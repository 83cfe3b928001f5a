"""Each service's forms in a table: where they are known from, and a sample of our own in an older, a newer and a broken form."""

from datetime import date

import pytest

from askfirst.checks.archives.known import KNOWN
from askfirst.checks.archives.services import SERVICES
from askfirst.guard.unfit import Unfit
from tests.checks.test_archives import READ, opened
from tests.guard import archive_files as files
from tests.guard import archives_besides as besides
from tests.guard import archives_of as of

ONE = [("2026-11-24 06:31", "Tea & cake")]
FORMS = {
    "X": (files.tweets(ONE, form="oldest"), files.tweets(ONE)),
    "Facebook": (of.facebook(old=True), of.facebook()),
    "Instagram": (of.instagram(old=True), of.instagram()),
    "TikTok": (of.tiktok(old=True), of.tiktok()),
    "WordPress": ({"me.wxr": of.wordpress()["me.wordpress.2026-11-24.xml"].replace(b"/1.2/", b"/1.1/").replace(b">1.2<", b">1.1<")}, of.wordpress()),
    "Blogger": (of.blogger(old=True), of.blogger()),
    "LinkedIn": ({name.replace("_", " "): held for name, held in of.linkedin().items()}, of.linkedin()),
    "Snapchat": (besides.snapchat(old=True), besides.snapchat()),
    "Mastodon": (files.taped(of.mastodon()), of.mastodon()),
    "YouTube": (besides.youtube_of_old(), of.youtube()),
    "Google Maps": (besides.google_maps(old=True), besides.google_maps()),
    "Tumblr": (besides.tumblr(old=True), besides.tumblr_as_xml()),
    "Pinterest": (besides.pinterest(old=True), besides.pinterest()),
    "Bluesky": (of.bluesky()["repo.car"], of.bluesky()),
    "Reddit": ({name: held for name, held in of.reddit().items() if name != "post_headers.csv"}, of.reddit()),
}  # fmt: skip
"""An older and a newer form of each. Of Bluesky the file alone and packed: it has had one form."""


def broken(given):
    """The same with every byte after the first fifth of each file gone."""
    if isinstance(given, bytes):
        return given[: len(given) // 5]
    return {name: (held if isinstance(held, bytes) else held.encode())[: len(held) // 5] for name, held in given.items()}


@pytest.mark.parametrize("name", [one.name for one in SERVICES])
def test_each_service_has_an_older_a_newer_and_a_broken_form(name):
    for given in FORMS[name]:
        found, posts, held = opened(given)
        assert found == name and posts and held.broken == 0
    whole = len(posts)
    try:
        found, posts, held = opened(broken(FORMS[name][1]))
    except Unfit:
        return  # it is refused by a sentence of its own
    assert found == name and (held.broken or len(posts) < whole)


def test_the_tables_are_whole():
    assert set(FORMS) == {one.name for one in SERVICES} == {one.service for one in KNOWN} == {what.partition(",")[0] for what in READ}


def test_every_form_says_where_it_is_known_from_and_when():
    for one in KNOWN:
        assert one.source and one.form and date(2026, 1, 1) <= one.on <= date(2026, 12, 31)


@pytest.mark.parametrize("name", ["Snapchat", "Tumblr", "Pinterest"])
def test_whoever_was_shown_no_archive_doubts_aloud(name):
    (reader,) = (one for one in SERVICES if one.name == name)
    assert reader.guessed


def test_an_unknown_form_of_a_known_service_is_counted_as_not_read():
    """The planted flaw's net: entries that no reader understands are told of, and the rest is read."""
    given = of.facebook() | {"your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_2.json": '["a new form", 7]'}
    assert opened(given)[2].unread == 2
