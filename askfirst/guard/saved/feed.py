"""A whole blog in one file: a feed (RSS, Atom) or what WordPress and Blogger give out (WXR, Takeout). Only the child reads by it.

Only what is public is read: no draft, nothing with a password, no page of settings, no comment, which is another's words. Of each post
its words as a reader sees them. No document type and no entity of its own is taken: `stream` refuses them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from askfirst.guard.saved.found import LETTERS
from askfirst.guard.saved.posts import posts_of
from askfirst.guard.saved.sheet import Sheet
from askfirst.guard.saved.tree import tree
from askfirst.guard.saved.walk import Walk
from askfirst.guard.text.zipped import Reader, stream
from askfirst.guard.unfit import Unfit

__all__ = ["MOST_POSTS", "is_feed", "read_feed"]

MOST_POSTS, LONGEST, LETTERS_IN_ALL = 2_000, 500, 2_000_000
BEFORE = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->)\s*", re.DOTALL)
BEGINS = re.compile(rb"\s*<(?:!DOCTYPE\s+(?:rss|feed|rdf:RDF)|rss|feed|rdf:RDF|\w{1,20}:feed)[\s>]")
ITEMS = frozenset({"item", "entry"})
WORDS = {
    "title": "title", "link": "link", "encoded": "body", "content": "body", "description": "short", "summary": "short", "pubDate": "day",
    "published": "day", "date": "day", "post_date": "day", "updated": "changed", "status": "status", "post_type": "type", "type": "type",
    "post_password": "password", "draft": "draft",
}  # fmt: skip
PUBLIC, POSTS = frozenset({"", "publish", "live", "published"}), frozenset({"", "post", "page"})
MARKUP = re.compile(r"<[a-zA-Z!/]")


@dataclass(slots=True)
class Item:
    held: dict[str, str] = field(default_factory=dict)

    @property
    def public(self) -> bool:
        held = self.held
        kind = held.get("type", "").strip().lower()
        return (
            held.get("status", "").strip().lower() in PUBLIC and kind in POSTS and not held.get("password", "").strip()
            and held.get("draft", "").strip().lower() != "yes"
        )  # fmt: skip


@dataclass(slots=True)
class Feed(Reader):
    """`path`: names of the elements that are open."""

    title: str = ""
    items: list[Item] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    collected: list[str] = field(default_factory=list)
    more: bool = False
    letters: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.path.append(name)
        if name in ITEMS:
            self.more = self.more or len(self.items) >= MOST_POSTS
            if len(self.items) <= MOST_POSTS:
                self.items.append(Item())
        elif self._depth() == 1:
            self.collected = []
            if name == "link" and attributes.get("href") and attributes.get("rel", "alternate") == "alternate":
                self.collected.append(attributes["href"])
        elif self._depth() > 1 and self.collected and name in ("p", "div", "br", "li", "h1", "h2", "h3"):
            self.collected.append("<p>")
        elif len(self.path) in (2, 3) and name == "title" and not self.items:
            self.collected = []

    def words(self, text: str) -> None:
        if (self._depth() >= 1 and "comment" not in self.path) or (self.path and self.path[-1] == "title" and not self.items):
            self.letters += len(text)
            if self.letters > 20 * LETTERS:
                raise Unfit("too-much")
            self.collected.append(escape(text) if self._depth() > 1 else text)

    def end(self, name: str) -> None:
        depth = self._depth()
        if depth == 1 and name in WORDS and self.items:
            held, key = self.items[-1].held, WORDS[name]
            said = "".join(self.collected)
            if key not in held and (said.strip() or name == "encoded"):
                held[key] = said
            self.collected = []
        elif name == "title" and not self.items and not self.title:
            self.title = " ".join("".join(self.collected).split())[:LONGEST]
        elif depth == 2 and name == "draft" and self.items:  # Atom: control, draft
            self.items[-1].held["draft"] = "".join(self.collected)
        self.path.pop()

    def _depth(self) -> int:
        """How far inside a post; 0 in none."""
        at = next((number for number, name in enumerate(self.path) if name in ITEMS), None)
        return 0 if at is None else len(self.path) - 1 - at


def is_feed(data: bytes) -> bool:
    """Whether these bytes begin as a feed does, after what says that it is XML, and remarks."""
    start, at = data[:8_000].removeprefix(b"\xef\xbb\xbf"), 0
    while before := BEFORE.match(start, at):
        at = before.end()
    return BEGINS.match(start, at) is not None


def read_feed(data: bytes) -> tuple[dict[str, object], dict[str, object]]:
    """What it is, and its posts: title, address, day as written, words. Raises Unfit."""
    feed = Feed()
    stream(data.removeprefix(b"\xef\xbb\xbf").lstrip(), feed)
    public = [one for one in feed.items[:MOST_POSTS] if one.public]
    rows, left = [], LETTERS_IN_ALL
    for one in public:
        words = _shown(one.held.get("body", "") or one.held.get("short", ""))[: max(0, left)]
        left -= len(words)
        title = " ".join(_shown(one.held.get("title", "")).split())[:LONGEST]
        if words or title:
            rows.append([title, one.held.get("link", "").strip()[:LONGEST], _day(one), words])
    if not rows:
        raise Unfit("no-posts")
    head: dict[str, object] = {"kind": "blog", "notes": ["long"] if feed.more or left <= 0 else []}
    return head, {"title": feed.title, "posts": rows, "left_out": min(len(feed.items), MOST_POSTS) - len(public)}


def _day(one: Item) -> str:
    return " ".join((one.held.get("day") or one.held.get("changed", "")).split())[:40]


def _shown(body: str) -> str:
    """The words of a post, a stretch a line."""
    if not MARKUP.search(body) and "&" not in body:
        return "\n".join(" ".join(line.split()) for line in body.split("\n") if line.strip())
    root = tree(body)
    walk = Walk(Sheet(), posts_of(root), elsewhere=False)
    walk.all(root)
    return "\n".join(one.shown for one in walk.blocks if one.shown)
