"""Blogs as WordPress and Blogger give them: only what is published, without a password, is what a reader can see.

Comments under them are other people's words and are not read. Source: exports.md 1.9 and media.md 5.4.
"""

from collections.abc import Iterator

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Post, SeenBy
from askfirst.checks.archives.service import Files, Service
from askfirst.checks.archives.words_of import without_marks
from askfirst.guard.archives.xml_items import xml_items

__all__ = ["BLOGGER", "WORDPRESS"]

WXR = r"[^/]*wordpress[^/]*\.xml|[^/]*\.wxr"
ATOM = r"(?:Takeout/)?(?:Blogger/Blogs/[^/]+/)?(?:feed|blog-[^/]*)\.(?:atom|xml)"
PAGES = frozenset(("post", "page", ""))
SEEN_BY = {
    "publish": SeenBy.PUBLIC,
    "private": SeenBy.ME,
    "draft": SeenBy.ME,
    "pending": SeenBy.ME,
    "future": SeenBy.ME,
    "trash": SeenBy.ME,
}


def _wordpress(files: Files) -> Iterator[Post]:
    for name in files.like(WXR):
        for item in files.whole(name, xml_items(files.pack.read(name), "item")):
            if item.get("wp:post_type", "") not in PAGES:
                continue
            files.others += item.get("wp:comment/wp:comment_content") is not None
            seen_by = SEEN_BY.get(item.get("wp:status", ""), SeenBy.UNSAID)
            if item.get("wp:post_password"):
                seen_by = SeenBy.FRIENDS
            when = item.get("wp:post_date_gmt") or item.get("pubDate")
            yield Post(_words(item.get("title", ""), item.get("content:encoded", "")), moment_of(when), seen_by)


def _blogger(files: Files) -> Iterator[Post]:
    for name in files.like(ATOM):
        for entry in files.whole(name, xml_items(files.pack.read(name), "entry")):
            kind = entry.get("category@term", "") + entry.get("blogger:type", "").lower()
            if "comment" in kind:
                files.others += 1
                continue
            if any(word in kind for word in ("#template", "#settings")):
                continue
            draft = entry.get("app:control/app:draft") == "yes" or entry.get("blogger:status", "LIVE") != "LIVE"
            words = _words(entry.get("title", ""), entry.get("content", ""))
            yield Post(words, moment_of(entry.get("published")), SeenBy.ME if draft else SeenBy.UNSAID)


def _words(title: str, page: str) -> str:
    return "\n".join(one for one in (title, without_marks(page)) if one)


WORDPRESS = Service(
    id="blog",
    name="WordPress",
    form="WordPress (XML)",
    marks=WXR,
    wants=WXR,
    read=_wordpress,
    alone=lambda start: "<rss" in start and ("wp:wxr_version" in start or "wordpress.org/export" in start),
)
BLOGGER = Service(
    id="blog",
    name="Blogger",
    form="Blogger (feed.atom)",
    marks=ATOM,
    wants=ATOM,
    read=_blogger,
    alone=lambda start: "<feed" in start[:1_000] and "logger" in start,
)
