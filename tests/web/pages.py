"""A page as a reader meets it: a small tree of its markup, its sentences, its grade."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

VOID = {"meta", "link", "input", "br", "img", "path", "circle", "rect"}
BLOCKS = set("p li h1 h2 h3 label legend button summary option td th div title a".split())
FORM = "application/x-www-form-urlencoded"


@dataclass
class Node:
    tag: str
    attrs: dict
    inside: list = field(default_factory=list)

    def has(self, name):
        return name in (self.attrs.get("class") or "").split()

    def walk(self):
        yield self
        for one in self.inside:
            if isinstance(one, Node):
                yield from one.walk()

    def all(self, *, tag=None, cls=None, **attrs):
        return [
            node
            for node in self.walk()
            if (tag is None or node.tag == tag) and (cls is None or node.has(cls)) and all(node.attrs.get(k) == v for k, v in attrs.items())
        ]

    def one(self, **how):
        found = self.all(**how)
        assert len(found) == 1, (how, len(found))
        return found[0]

    @property
    def text(self):
        return re.sub(r"\s+", " ", "".join(one.text if isinstance(one, Node) else one for one in self.inside)).strip()

    @property
    def raw(self):
        return "".join(one.raw if isinstance(one, Node) else one for one in self.inside)


class Builder(HTMLParser):
    def __init__(self):
        super().__init__()
        self.stack = [Node("page", {})]

    def handle_starttag(self, tag, attrs):
        node = Node(tag, dict(attrs))
        self.stack[-1].inside.append(node)
        if tag not in VOID:
            self.stack.append(node)

    def handle_startendtag(self, tag, attrs):
        self.stack[-1].inside.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert self.stack[-1].tag == tag, (tag, self.stack[-1].tag, self.getpos())
        self.stack.pop()

    def handle_data(self, data):
        self.stack[-1].inside.append(data)


def page_of(response):
    """The tree of a response; every tag must be closed where it should be, and no id stands twice."""
    builder = Builder()
    builder.feed(response.content.decode("utf-8"))
    builder.close()
    assert len(builder.stack) == 1
    ids = Counter(node.attrs["id"] for node in builder.stack[0].walk() if "id" in node.attrs)
    assert [id for id, times in ids.items() if times > 1] == []
    return builder.stack[0]


def token_of(page):
    return page.all(tag="input", name="csrfmiddlewaretoken")[0].attrs["value"]


def look_over(browser, text, author="staff", **more):
    """Open the form, fill it in, press Check."""
    token = token_of(page_of(browser.get("/check/")))
    fields = {"csrfmiddlewaretoken": token, "author": author, "text": text, "channel": "web-page", "audience": "public", **more}
    return browser.post("/check/", urlencode(fields, doseq=True), content_type=FORM)


def cards_of(page):
    """Each card: (level, strength, clauses, its node)."""
    found = []
    for card in page.all(tag="li", cls="af-finding"):
        top = card.all(cls="af-finding__top")[0]
        clauses = top.one(cls="af-clause").text.split(", ")
        found.append((top.one(cls="af-level").text, top.one(cls="af-strength").text, clauses, card))
    return found


def marks_of(page):
    """The marked words in order, without the numbers."""
    return [word.raw for mark in page.all(tag="a", cls="af-mark") for word in mark.inside if isinstance(word, Node) and word.tag == "span"]


def ours(page, *, without=("af-draft", "af-quote")):
    """What AskFirst itself says on a page, in blocks; a person's own words are left out."""
    blocks = []

    def read(node, words):
        if node.tag in ("textarea", "script", "style", "svg") or any(node.has(name) for name in without) or "hidden" in node.attrs:
            return
        if node.tag in BLOCKS:
            words = []
            blocks.append(words)
        for one in node.inside:
            if isinstance(one, Node):
                if one.tag == "br":
                    words = []
                    blocks.append(words)
                read(one, words)
            else:
                words.append(one)

    read(page, [])
    return [text for text in (re.sub(r"\s+", " ", "".join(words)).strip() for words in blocks) if text]


def send(browser, path, fields, *, opened="/sign-in/"):
    """Post a form as a page of ours would, with the token of the page at `opened`."""
    token = token_of(page_of(browser.get(opened)))
    return browser.post(path, urlencode({"csrfmiddlewaretoken": token, **fields}, doseq=True), content_type=FORM)
