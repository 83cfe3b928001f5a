"""The archive of TikTok: one file of JSON that holds messages too; those are passed over. It says of each film who can see it.

Source: exports.md 1.4.
"""

from collections.abc import Iterator
from typing import Any

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Kind, Post, SeenBy
from askfirst.checks.archives.service import Files, Service, text_of

__all__ = ["TIKTOK"]

SEEN_BY = {
    "public": SeenBy.PUBLIC, "everyone": SeenBy.PUBLIC, "friends": SeenBy.FRIENDS, "followers": SeenBy.FRIENDS, "only me": SeenBy.ME,
    "private": SeenBy.ME,
}  # fmt: skip
NOTHING = frozenset(("", "N/A", "None"))
MARKS = ('"ProfileMap"', '"VideoList"', '"Profile And Settings"', '"Activity"')
FILE = r"(?:tiktok/)?user_data(?:_tiktok)?\.json"


def _read(files: Files) -> Iterator[Post]:
    for name in files.like(FILE):
        for path, item in files.items(name):
            if path and path[0].lower().startswith("direct message"):
                files.passed += 1
            elif path[-1:] == ("bioDescription",):
                yield Post(_said(item), kind=Kind.PROFILE)
            elif path[-1:] == ("VideoList",) and isinstance(item, dict) and "browsing" not in "".join(path).lower():
                if {"WhoCanView", "Title", "AllowComments"} & set(item):
                    yield _post(item)
            elif path[-1:] == ("CommentsList",) and isinstance(item, dict):
                low = {key.lower(): value for key, value in item.items()}
                yield Post(_said(low.get("comment")), moment_of(low.get("date")), kind=Kind.COMMENT)


def _said(value: object) -> str:
    text = text_of(value)
    return "" if text in NOTHING else text


def _post(item: dict[str, Any]) -> Post:
    seen_by = SEEN_BY.get(text_of(item.get("WhoCanView")).lower(), SeenBy.UNSAID)
    return Post(_said(item.get("Title")), moment_of(item.get("Date")), seen_by, place=_said(item.get("Location")), pictures=1)


TIKTOK = Service(
    id="tiktok",
    name="TikTok",
    form="TikTok (zip or JSON)",
    marks=FILE,
    wants=FILE,
    read=_read,
    alone=lambda start: start.startswith("{") and any(one in start for one in MARKS),
)  # fmt: skip
