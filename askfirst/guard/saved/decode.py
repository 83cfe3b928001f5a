"""A saved page, a feed or a whole blog into what is seen of it, inside the child. Back comes a line of what it is, and JSON.

Only `inside` runs it, by name.
"""

import dataclasses
import json
import re
from collections.abc import Mapping
from types import MappingProxyType

from askfirst.guard.limits import WEB_PAGE
from askfirst.guard.packed import packed
from askfirst.guard.saved.feed import is_feed, read_feed
from askfirst.guard.saved.found import MOST_BLOCKS, NOTES
from askfirst.guard.saved.posts import posts_of
from askfirst.guard.saved.sheet import Sheet
from askfirst.guard.saved.tree import Node, tree
from askfirst.guard.saved.tumblr import read_tumblr
from askfirst.guard.saved.walk import Walk
from askfirst.guard.text.plain import decoded_page
from askfirst.guard.unfit import Unfit

__all__ = ["read", "read_dressed", "read_page"]

MARKED = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|header|div|span|center|table|h[1-6]|p|ul|ol|a|style|br|!--)[\s>/-]",
    re.IGNORECASE,
)
SAVED_FROM = re.compile(r"saved from url=\(\d{1,5}\)(https?://\S{1,2000})")
IMPORTS = re.compile(r"@import\b", re.IGNORECASE)
LONGEST, MOST_SHEETS = 2_000, 20
NO_SHEETS: Mapping[str, bytes] = MappingProxyType({})
OTHERS = (b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")


def read_dressed(data: bytes) -> tuple[dict[str, object], bytes]:
    """A page with style sheets that were fetched for it: a line of JSON of them by what the page calls them, then the page."""
    line, _, page = data.partition(b"\n")
    return read(page, {str(name): str(words).encode("latin-1") for name, words in json.loads(line).items()})


def read(data: bytes, sheets: Mapping[str, bytes] = NO_SHEETS) -> tuple[dict[str, object], bytes]:
    """{"kind", "notes", …} and what it holds. Raises Unfit; whatever else it raises means broken."""
    if data.startswith(OTHERS):
        raise Unfit("unknown")
    if packed(data):
        blog = read_tumblr(data)
        if blog is None:
            raise Unfit("packed")
        return blog[0], json.dumps(blog[1]).encode()
    if is_feed(data):
        what, held = read_feed(data)
        return what, json.dumps(held).encode()
    if len(data) > WEB_PAGE:
        raise Unfit("large")
    text, lost = decoded_page(data)
    if not MARKED.search(text):
        raise Unfit("no-page")
    return read_page(text, lost=lost, sheets=sheets)


def read_page(text: str, *, lost: bool = False, sheets: Mapping[str, bytes] = NO_SHEETS) -> tuple[dict[str, object], bytes]:
    """Raises Unfit."""
    root = tree(text)
    sheet, named, elsewhere = Sheet(), [], 0
    for one in root.walk():
        if one.tag == "style" and _for_screens(one):
            words = "".join(words for words in one.inside if isinstance(words, str))
            sheet.read(words)
            elsewhere += _leads_on(words)
        elif one.tag == "link" and "stylesheet" in one.attributes.get("rel", "").lower() and _for_screens(one):
            where = one.attributes.get("href", "").strip()[:LONGEST]
            named.append(where)
            words = sheets[where].decode("utf-8", "replace") if where in sheets else ""
            sheet.read(words)
            elsewhere += where not in sheets or _leads_on(words)
    walk = Walk(sheet, posts_of(root), elsewhere=elsewhere > 0)
    walk.all(root)
    if not walk.blocks or not any(one.shown or one.whole for one in walk.blocks):
        raise Unfit("no-words")
    counts = {"sheets": elsewhere, "scripts": _count(root, "script"), "frames": _count(root, "iframe") + _count(root, "frame")}
    notes = [key for key in NOTES if counts.get(key) or (key == "letters" and lost) or (key == "long" and walk.long)]
    body = {
        "blocks": [list(dataclasses.astuple(one)) for one in walk.blocks[:MOST_BLOCKS]],
        "links": [[one.where, one.words] for one in walk.links],
        "pictures": [[one.alt, one.name, one.seen, one.place] for one in walk.pictures],
        "posts": list(walk.posts.titles),
        "sheets": list(dict.fromkeys(one for one in named if one and one not in sheets))[:MOST_SHEETS],
        "title": _title(root),
        "address": _address(root),
    }
    return {"kind": "page", "notes": notes}, json.dumps(body).encode()


def _leads_on(words: str) -> bool:
    """Whether a sheet takes in another: that one is not read."""
    return IMPORTS.search(words) is not None


def _for_screens(node: Node) -> bool:
    media = node.attributes.get("media", "").lower()
    return not media or any(word in media for word in ("all", "screen", "width"))


def _count(root: Node, tag: str) -> int:
    """Those that lie elsewhere."""
    return sum(one.tag == tag and bool(one.attributes.get("src")) for one in root.walk())


def _title(root: Node) -> str:
    found = next((one for one in root.walk() if one.tag == "title" and (one.parent is None or one.parent.tag != "svg")), None)
    return "" if found is None else " ".join(found.words().split())[:500]


def _address(root: Node) -> str:
    """Where the page stood, as a browser wrote into what it saved, or as the page says of itself."""
    for one in root.walk():
        if one.tag == "!" and (met := SAVED_FROM.search(one.attributes.get("text", ""))):
            return met[1]
        if one.tag == "link" and one.attributes.get("rel", "").lower() == "canonical":
            return one.attributes.get("href", "")[:2_000]
        if one.tag == "meta" and one.attributes.get("property", "").lower() == "og:url":
            return one.attributes.get("content", "")[:2_000]
    return ""
