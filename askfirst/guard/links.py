"""A web page opened inside the child: where its links lead, which of them say “this is me”, and what it says of itself at its head.

Only `inside` imports this. No script runs, nothing else is fetched, no word that its readers wrote is looked at. Linear in the page.
"""

import json

from askfirst.guard.markup import Close, Open, Words, parts

__all__ = ["read"]

MOST, LONGEST = 5_000, 2_000


def read(data: bytes) -> tuple[dict[str, object], bytes]:
    """How many links there are, and all as JSON: `me` those with rel="me", `about` its title and what its meta tags hold.

    What is not UTF-8 is read as near it as can be: addresses are plain letters.
    """
    links: list[tuple[str, list[str]]] = []
    titles: list[str] = []
    about: list[str] = []
    tags, kept_back, inside = 0, 0, ""
    for part in parts(data.decode("utf-8", "replace")):
        match part:
            case Open("template", _, _):
                kept_back += 1
            case Close("template"):
                kept_back = max(0, kept_back - 1)
            case Open("a" | "link" | "meta" as tag, held, _) if not kept_back and tags < MOST:
                tags += 1
                if tag == "meta" and held.get("content"):
                    about.append(held["content"].strip()[:LONGEST])
                elif tag != "meta" and held.get("href"):
                    links.append((held["href"].strip()[:LONGEST], held.get("rel", "").lower().split()))
            case Words(text) if inside == "title" and not titles:
                titles.append(text[:LONGEST])
        inside = part.tag if isinstance(part, Open) else ""
    body = {"me": [where for where, rel in links if "me" in rel], "links": [where for where, _ in links], "about": [*titles, *about]}
    return {"kind": "page", "links": len(links)}, json.dumps(body).encode()
