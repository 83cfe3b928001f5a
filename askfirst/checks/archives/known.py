"""Where the form of each archive is known from, and when somebody last looked. No archive of a real person was read for any of them. Pure.

`docs/archives.md` is written from this table, and a test holds it against the readers and their sample archives.
"""

from dataclasses import dataclass
from datetime import date

__all__ = ["KNOWN", "Known"]


@dataclass(frozen=True, slots=True)
class Known:
    """`service` is a reader's name, `form` what of it, `source` who shows it; `not_seen` is what nothing public showed."""

    service: str
    form: str
    source: str
    on: date
    not_seen: str = ""


NOTES, AGAIN = date(2026, 11, 1), date(2026, 11, 28)  # our notes on exports, and when public readers were looked at again
KNOWN: tuple[Known, ...] = (
    Known("X", "data/tweets.js, note-tweet.js and parts", "ten public readers that open these names", AGAIN, "protected-history.js"),
    Known("X", "tweet.js without a wrapper, to 2018", "public readers of older archives", NOTES),
    Known(
        "Facebook",
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_N.json",
        "public readers, and made-up samples",
        AGAIN,
    ),
    Known("Facebook", "posts/your_posts_N.json, to 2024", "public readers", NOTES, "one post as a bare object"),
    Known("Instagram", "comments_media_comments and string_map_data", "public readers, and made-up samples", AGAIN),
    Known("Instagram", "content/posts_N.json and its later folders", "public readers", NOTES, "keys in German"),
    Known("TikTok", "user_data_tiktok.json, and user_data.json before", "two public readers", NOTES, "each value of WhoCanView"),
    Known("WordPress", "WXR 1.1 and 1.2", "a public sample", NOTES, "passwords and comments"),
    Known("Blogger", "blogger:type and blogger:status; before, categories of kind", "public readers of both", AGAIN),
    Known(
        "LinkedIn",
        "CSV files, flat, with notes before the headings",
        "a public reader and its made-up sample",
        NOTES,
        "quotes inside paragraphs",
    ),
    Known(
        "Snapchat",
        "shared_story.json: Spotlight History, Shared Story",
        "a public reader, and a tool that asks for the films",
        AGAIN,
        "words of a story",
    ),
    Known("Snapchat", "snap_pro.json: Profile, Profile Title, Location", "two public readers and a made-up sample", AGAIN, "Bio"),
    Known("Mastodon", "actor.json and outbox.json, a tape or a zip", "a public viewer", NOTES, "the zip"),
    Known("YouTube", "comments.csv in three forms, by the names of its columns", "public readers, and made-up samples", AGAIN),
    Known("YouTube", "my-comments.html", "public readers", NOTES),
    Known("Google Maps", "Reviews.json in two forms", "public readers, and made-up samples", AGAIN),
    Known("Tumblr", "posts/html/ID.html with a foot; submissions beside it", "a public importer and its test, a viewer's notes", AGAIN),
    Known("Tumblr", "posts/posts.xml", "two public converters, a viewer's notes", AGAIN, "how a private post is marked"),
    Known(
        "Pinterest",
        "one page: pins and boards as headings, links and lines",
        "three public readers",
        AGAIN,
        "comments, the page about oneself",
    ),
    Known("Bluesky", "repo.car", "the service's own tests and cookbook", NOTES),
    Known("Reddit", "posts.csv, comments.csv and their headers", "six public readers", AGAIN),
)
