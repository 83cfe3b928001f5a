"""The archive of Facebook in its JSON form, older and newer paths. It never says who can see a post, so nothing is said of that here.

Titles ("A was with B") name other people and are not read. Source: exports.md 1.2.
"""

from collections.abc import Iterator
from typing import Any

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Kind, Post
from askfirst.checks.archives.service import Files, Service, text_of
from askfirst.checks.archives.words_of import mended

__all__ = ["FACEBOOK", "labelled", "place_in"]

INSIDE = r"(?:your_facebook_activity/|your_activity_across_facebook/)?"
POSTS = r"posts/(?:your_posts(?:__check_ins__photos_and_videos)?_\d+|your_uncategorized_photos|your_videos|check-ins|album/\d+)\.json"
COMMENTS = r"comments(?:_and_reactions)?/comments\.json"
GROUPS = r"groups/(?:your_posts_(?:and_comments_)?in_groups|group_posts_and_comments|your_comments_in_groups)\.json"
PROFILE = r"profile_information/profile_information\.json"
LISTS = r"(?:_v\d+|photos|videos|activity_log_data)$"
TEXTS = frozenset("message text comment post caption beschrijving kommentar".split())


def _read(files: Files) -> Iterator[Post]:
    for name in files.like(PROFILE):
        yield from _profile(files, name)
    for name in files.like(POSTS):
        for record in files.records(name, LISTS):
            yield _post(record)
    for name in (*files.like(COMMENTS), *files.like(GROUPS)):
        for record in files.records(name, LISTS):
            yield _comment(record) if "comment" in str(record.get("data"))[:60] else _post(record)


def _profile(files: Files, name: str) -> Iterator[Post]:
    """Where they live and work now, as they wrote it into their own page."""
    for path, value in files.items(name):
        last = path[-2:]
        if last == ("current_city", "name"):
            yield Post("", kind=Kind.PROFILE, place=mended(text_of(value)))
        elif path[-1:] == ("intro_bio",) or last == ("intro_bio", "name"):
            yield Post(mended(text_of(value)), kind=Kind.PROFILE)
        elif path[-1:] == ("work_experiences",) and isinstance(value, dict) and not value.get("end_timestamp"):
            yield Post(mended(text_of(value.get("title"))), kind=Kind.PROFILE, work=mended(text_of(value.get("employer"))))


def _dicts(held: object, key: str) -> list[dict[str, Any]]:
    found = held.get(key) if isinstance(held, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def labelled(record: dict[str, Any]) -> str:
    """The words of the newest form, in which every field is a label and a value."""
    for one in _dicts(record, "label_values"):
        if text_of(one.get("label")).lower() in TEXTS:
            return text_of(one.get("value"))
    return ""


def _post(record: dict[str, Any]) -> Post:
    words = [text_of(one.get("post")) for one in _dicts(record, "data")] or [labelled(record)]
    place, at, pictures = "", None, 0
    media = [record] if "uri" in record else []
    for attachment in _dicts(record, "attachments"):
        for one in _dicts(attachment, "data"):
            if isinstance(one.get("media"), dict):
                media.append(one["media"])
            held = one.get("place")
            if isinstance(held, dict):
                place = mended(text_of(held.get("name")))
                at = _pair(held.get("coordinate")) or at
    for one in media:
        pictures += 1
        words.append(text_of(one.get("description")))
        at = at or place_in(one)
    when = record.get("timestamp") or record.get("creation_timestamp")
    text = mended("\n".join(dict.fromkeys(one for one in words if one)))
    return Post(text, moment_of(when), place=place, at=at, pictures=pictures)


def _comment(record: dict[str, Any]) -> Post:
    held = [one["comment"] for one in _dicts(record, "data") if isinstance(one.get("comment"), dict)]
    words = "\n".join(text_of(one.get("comment")) for one in held)
    return Post(mended(words), moment_of(record.get("timestamp")), kind=Kind.COMMENT)


def place_in(media: dict[str, Any]) -> tuple[float, float] | None:
    """What the picture's own notes said before the service took them out."""
    notes = media.get("media_metadata")
    for kind in ("photo_metadata", "video_metadata"):
        for one in _dicts(notes.get(kind) if isinstance(notes, dict) else None, "exif_data"):
            pair = _pair(one)
            if pair is not None:
                return pair
    return None


def _pair(held: object) -> tuple[float, float] | None:
    if not isinstance(held, dict):
        return None
    one, other = held.get("latitude"), held.get("longitude")
    if not isinstance(one, int | float) or not isinstance(other, int | float) or not (one or other):
        return None
    return (float(one), float(other)) if abs(one) <= 90 and abs(other) <= 180 else None


FACEBOOK = Service(
    id="facebook",
    name="Facebook",
    form="Facebook (zip, JSON)",
    marks=r"(?:" + INSIDE + r"(?:" + POSTS + "|" + COMMENTS + r"|" + GROUPS + r")|(?:personal_information/)?" + PROFILE + r")",
    wants=r"(?:" + INSIDE + r"(?:" + POSTS + "|" + COMMENTS + r"|" + GROUPS + r")|(?:personal_information/)?" + PROFILE + r")",
    read=_read,
)
