"""A web page opened inside the child: where its links lead, which of them say “this is me”, and what it says of itself at its head.

Only `inside` imports this. No script runs, nothing else is fetched, no word that its readers wrote is looked at. Linear in the page, which
the parser of Python's own is not.
"""

import json
import re
from collections.abc import Iterator
from html import unescape

__all__ = ["read"]

LINKS, LONGEST = 5_000, 2_000
TAG = re.compile(r"<(a|link|meta)(\s[^<>]{0,6000})>", re.IGNORECASE)
TITLE = re.compile(r"<title(?:\s[^<>]{0,200})?>([^<]{0,2000})", re.IGNORECASE)
HELD = re.compile(r"""([a-z:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
OPENS = re.compile(r"<!--|<(?:script|style|template)", re.IGNORECASE)
CLOSES = {
    "<!--": re.compile("-->"),
    **{"<" + one: re.compile("</" + one, re.IGNORECASE) for one in ("script", "style", "template")},
}


def _shown(text: str) -> str:
    """Without comments, scripts and styles; what is not closed is left out to the end."""
    kept, at = [], 0
    while opens := OPENS.search(text, at):
        kept.append(text[at : opens.start()])
        close = CLOSES[opens[0].lower()].search(text, opens.end())
        at = close.end() if close else len(text)
    return "".join([*kept, text[at:]])


def _tags(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for number, tag in enumerate(TAG.finditer(text)):
        if number == LINKS:
            return
        held = {one[1].lower(): unescape(one[2] or one[3] or one[4] or "").strip()[:LONGEST] for one in HELD.finditer(tag[2])}
        yield tag[1].lower(), held


def read(data: bytes) -> tuple[dict[str, object], bytes]:
    """How many links there are, and all as JSON: `me` those with rel="me", `about` its title and what its meta tags hold.

    What is not UTF-8 is read as near it as can be: addresses are plain letters.
    """
    text = _shown(data.decode("utf-8", "replace"))
    tags = list(_tags(text))
    links = [(held["href"], held.get("rel", "").lower().split()) for tag, held in tags if tag != "meta" and held.get("href")]
    about = [held["content"] for tag, held in tags if tag == "meta" and held.get("content")]
    title = TITLE.search(text)
    body = {
        "me": [where for where, rel in links if "me" in rel],
        "links": [where for where, _ in links],
        "about": [*([unescape(title[1])] if title else []), *about],
    }
    return {"kind": "page", "links": len(links)}, json.dumps(body).encode()
