"""The archive of Instagram in its JSON form. It says whether the account is private, and that is all it says of who can see a post.

What was archived or deleted is not opened: nobody else sees it. Source: exports.md 1.3.
"""

from collections.abc import Iterator
from typing import Any

from askfirst.checks.archives.facebook import labelled, place_in
from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Kind, Post, SeenBy
from askfirst.checks.archives.service import Files, Service, text_of
from askfirst.checks.archives.words_of import mended

__all__ = ["INSTAGRAM"]

INSIDE = r"(?:your_instagram_activity/)?"
POSTS = r"(?:content|media)/(?:posts_\d+|reels|stories|profile_photos)\.json"
COMMENTS = r"comments/(?:post_comments(?:_\d+)?|reels_comments)\.json"
PROFILE = r"(?:account_information|personal_information(?:/personal_information)?)/personal_information\.json"
LISTS = r"(?:ig_\w+|comments_\w+|_v\d+)$"
PRIVATE = frozenset(("private account", "privates konto", "privéaccount"))
COMMENT = frozenset(("comment", "kommentar", "opmerking"))
BIO = frozenset(("bio", "steckbrief"))


def _read(files: Files) -> Iterator[Post]:
    seen_by = SeenBy.UNSAID
    for name in files.like(PROFILE):
        for record in files.records(name, r"profile_user$"):
            fields = _fields(record)
            private = next((value.lower() for key, value in fields.items() if key in PRIVATE), "")
            seen_by = {"true": SeenBy.FRIENDS, "false": SeenBy.PUBLIC}.get(private, SeenBy.UNSAID)
            yield Post(next((value for key, value in fields.items() if key in BIO), ""), kind=Kind.PROFILE)
    for name in files.like(POSTS):
        for record in files.records(name, LISTS):
            yield _post(record, seen_by)
    for name in files.like(COMMENTS):
        for record in files.records(name, LISTS):
            words = next((value for key, value in _fields(record).items() if key in COMMENT), "") or mended(labelled(record))
            if words:
                yield Post(words, _moment(record), kind=Kind.COMMENT)
            else:
                files.unread += 1


def _fields(record: dict[str, Any]) -> dict[str, str]:
    """Fields by their label in small letters; labels are in the person's own language."""
    held = record.get("string_map_data")
    if not isinstance(held, dict):
        return {}
    return {mended(str(key)).lower(): mended(text_of(one.get("value"))) for key, one in held.items() if isinstance(one, dict)}


def _moment(record: dict[str, Any]) -> Any:
    held = record.get("string_map_data")
    times = [one.get("timestamp") for one in held.values() if isinstance(one, dict)] if isinstance(held, dict) else []
    return moment_of(next((one for one in times if one), record.get("timestamp")))


def _post(record: dict[str, Any], seen_by: SeenBy) -> Post:
    """One picture has its caption beside it, several have it above them."""
    held = record.get("media")
    media = [one for one in held if isinstance(one, dict)] if isinstance(held, list) else [record] if "uri" in record else []
    words = [text_of(record.get("title")), labelled(record), *(text_of(one.get("title")) for one in media)]
    when = record.get("creation_timestamp") or next((one.get("creation_timestamp") for one in media), None)
    at = next((pair for one in media if (pair := place_in(one)) is not None), None)
    text = mended("\n".join(dict.fromkeys(one for one in words if one)))
    return Post(text, moment_of(when), seen_by, at=at, pictures=len(media))


INSTAGRAM = Service(
    id="instagram",
    name="Instagram",
    form="Instagram (zip, JSON)",
    marks=INSIDE + r"(?:" + POSTS + "|" + COMMENTS + ")|" + PROFILE,
    wants=INSIDE + r"(?:" + POSTS + "|" + COMMENTS + ")|" + PROFILE,
    read=_read,
)
