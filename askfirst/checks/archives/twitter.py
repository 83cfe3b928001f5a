"""The archive of X, which was Twitter: files of script that hold JSON. What others wrote and the account repeated is not read.

Whether posts can be seen is said by the archive itself where it tells of times when the account was protected. Source: exports.md 1.1.
"""

import html
import math
from collections.abc import Iterator
from typing import Any

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Kind, Post, SeenBy
from askfirst.checks.archives.service import Files, Service, text_of

__all__ = ["TWITTER"]

TWEETS = r"(?:community-)?tweets?(?:-part\d+)?\.js"
FIGURES = 2


def _read(files: Files) -> Iterator[Post]:
    seen_by = _seen_by(files)
    long = dict(_long(files))
    for name in files.like(r"profile\.js"):
        yield from _profile(files, name)
    for name in files.like(TWEETS):
        for _, item in files.items(name):
            tweet = item.get("tweet", item) if isinstance(item, dict) else None
            if not isinstance(tweet, dict):
                files.unread += 1
                continue
            post = _post(files, tweet, long, seen_by)
            if post is not None:
                yield post


def _seen_by(files: Files) -> SeenBy:
    """Public where the archive tells the account's history of protection and it holds none; friends where it is protected now."""
    for name in files.like(r"protected-history\.js"):
        actions = [one.get("protectedHistory", {}) for _, one in files.items(name) if isinstance(one, dict)]
        last = actions[0] if actions else {}
        if not isinstance(last, dict):
            return SeenBy.UNSAID
        if "unprotect" in str(last.get("action", "")).lower() or not last:
            return SeenBy.PUBLIC
        return SeenBy.FRIENDS
    return SeenBy.UNSAID


def _long(files: Files) -> Iterator[tuple[str, str]]:
    """Long posts whole: the list of posts has only their start."""
    for name in files.like(r"note-tweet\.js"):
        for _, item in files.items(name):
            note = item.get("noteTweet", {}) if isinstance(item, dict) else {}
            core = note.get("core", {}) if isinstance(note, dict) else {}
            text = text_of(core.get("text")) if isinstance(core, dict) else ""
            if len(text) > 200:
                yield text[:60], text


def _profile(files: Files, name: str) -> Iterator[Post]:
    for _, item in files.items(name):
        profile = item.get("profile") if isinstance(item, dict) else None
        about = profile.get("description") if isinstance(profile, dict) else None
        if isinstance(about, dict):
            yield Post(text_of(about.get("bio")), kind=Kind.PROFILE, place=text_of(about.get("location")))


def _post(files: Files, tweet: dict[str, Any], long: dict[str, str], seen_by: SeenBy) -> Post | None:
    text = html.unescape(text_of(tweet.get("full_text")) or text_of(tweet.get("text")))
    if text.startswith("RT @") or tweet.get("retweeted") is True:
        files.others += 1
        return None
    place = tweet.get("place")
    kind = Kind.COMMENT if tweet.get("in_reply_to_status_id_str") else Kind.POST
    named = text_of(place.get("full_name")) if isinstance(place, dict) else ""
    return Post(
        long.get(text[:60], text), moment_of(tweet.get("created_at")), seen_by, kind, place=named, at=_at(tweet), pictures=_pictures(tweet)
    )


def _at(tweet: dict[str, Any]) -> tuple[float, float] | None:
    """New archives give longitude first, old ones latitude first."""
    for name, turned in (("coordinates", True), ("geo", False)):
        held = tweet.get(name)
        pair = held.get("coordinates") if isinstance(held, dict) else None
        if isinstance(pair, list) and len(pair) == FIGURES:
            try:
                one, other = float(pair[0]), float(pair[1])
            except (TypeError, ValueError):
                continue
            if math.isfinite(one) and math.isfinite(other):
                return (other, one) if turned else (one, other)
    return None


def _pictures(tweet: dict[str, Any]) -> int:
    for name in ("extended_entities", "entities"):
        held = tweet.get(name)
        media = held.get("media") if isinstance(held, dict) else None
        if isinstance(media, list):
            return len(media)
    return 0


TWITTER = Service(
    id="x",
    name="X",
    form="X or Twitter (zip)",
    marks=r"(?:data/)?(?:tweets?(?:-part\d+)?|account|manifest|direct-messages|profile|tweet-headers)\.js",
    wants=r"(?:data/)?(?:" + TWEETS[:-4] + r"|note-tweet|profile|protected-history)\.js",
    read=_read,
    alone=lambda start: start.startswith("window.YTD.tweet"),
)
