"""A saved page somebody brings: what a reader sees of it, and what is there unseen; or one sentence that says why not and what to do.

Nothing is decoded here: the reader runs in the child, and what it gives back is looked at as if the page had written it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NoReturn

from askfirst.guard import child
from askfirst.guard.limits import MILLION, UPLOAD, WEB_PAGE
from askfirst.guard.saved.feed import MOST_POSTS
from askfirst.guard.saved.found import HARD, LETTERS, MOST_BLOCKS, NOT_SEEN, NOTES, PLACES, Block, Link, Picture
from askfirst.words import Sentence, say

__all__ = ["NotRead", "Post", "SavedBlog", "SavedPage", "look_at_page", "saved_page"]

SENTENCES: Mapping[str, Sentence] = {
    "empty": say("This file is empty. Save the page again, then choose it."),
    "large": say("This is larger than {most} MB. Save the page alone, without its pictures.", most=WEB_PAGE // MILLION),
    "no-page": say("This is not a web page. In your browser, save the page as HTML, then choose that file."),
    "no-words": say("There are no words on this page that we can read. A script may write them: save the page once it shows."),
    "no-posts": say("This file holds no post that is public. We read no drafts and nothing with a password."),
    "blog": say("A whole blog is too long to go with this. Choose its first page alone."),
    "unknown": say("The name says a web page, but inside is another kind of file. Save the page as HTML."),
    "packed": say("This file holds other files. Unpack it, and choose the page itself."),
    "broken": say("This page is broken in a way we cannot read. Save it again, then choose it."),
    "too-much": say("This page takes too much to read. Save a smaller page of the site."),
    "busy": say("We are opening other files just now. Wait a minute, then try again."),
}
LONGEST, MOST_SHEETS = 2_000, 20


class NotRead(ValueError):
    """A page that is not read. `why` is its key, `sentence` what a person reads."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
        self.sentence: Sentence = SENTENCES[why]


@dataclass(frozen=True, slots=True, repr=False)
class SavedPage:
    """A page as it was read, and what it was read from. `address`: where it stood, if it says so; `posts`: what each is called."""

    title: str
    address: str
    blocks: tuple[Block, ...] = field(repr=False)
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    posts: tuple[str, ...]
    notes: tuple[str, ...]
    sheets: tuple[str, ...] = ()  # as the page calls those that were not read
    dressed: int = 0  # sheets that were fetched and read
    source: bytes = field(default=b"", repr=False)  # the page itself, and those sheets, for whoever draws it
    worn: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def __repr__(self) -> str:
        return "<SavedPage>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A page is never stored.")


class Post(NamedTuple):
    """One post of a blog; `day` as the file has it."""

    title: str
    where: str
    day: str
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class SavedBlog:
    """A feed or a blog that was given out: its public posts. `left_out`: how many are not public, and were not read."""

    title: str
    posts: tuple[Post, ...] = field(repr=False)
    left_out: int
    notes: tuple[str, ...]

    def __repr__(self) -> str:
        return "<SavedBlog>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A blog is never stored.")


def look_at_page(data: bytes, sheets: Mapping[str, bytes] | None = None) -> "SavedPage | SavedBlog":
    """Reads a page in the child, with style sheets of its own by what it calls them where some were fetched. Raises NotRead.

    Takes up to seconds; call it outside any transaction.
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise NotRead("empty")
    if len(data) > UPLOAD:
        raise NotRead("large")
    try:
        said = child.run("dressed", _dressed(data, sheets)) if sheets else child.run("saved", data)
    except child.Died:
        raise NotRead("too-much") from None
    except child.Busy:
        raise NotRead("busy") from None
    refused = said.head.get("refused")
    if refused is not None:
        raise NotRead(refused if isinstance(refused, str) and refused in SENTENCES else "broken")
    try:
        if said.head.get("kind") == "blog":
            return _blog(said.head, json.loads(said.body))
        return saved_page(said.head, json.loads(said.body))
    except (KeyError, TypeError, ValueError, RecursionError):
        raise NotRead("broken") from None


def _dressed(data: bytes, sheets: Mapping[str, bytes]) -> bytes:
    """What the child takes apart again: a letter for each byte of a sheet, none of them read here."""
    return json.dumps({name: words.decode("latin-1") for name, words in sheets.items()}).encode() + b"\n" + data


def saved_page(head: Mapping[str, object], held: Any) -> SavedPage:
    """A child that was taken over may say anything: it is held to its form. Raises KeyError, TypeError and ValueError."""
    notes = head["notes"]
    if not isinstance(notes, list) or not 0 < len(held["blocks"]) <= MOST_BLOCKS:
        raise TypeError
    blocks = tuple(_block(row) for row in held["blocks"])
    if sum(len(one.whole) for one in blocks) > LETTERS:
        raise ValueError
    return SavedPage(
        title=_line(held["title"]),
        address=_line(held["address"]),
        blocks=blocks,
        links=tuple(Link(_line(where), _line(words)) for where, words in held["links"]),
        pictures=tuple(Picture(_line(alt), _line(name), seen is True, _one(place)) for alt, name, seen, place in held["pictures"]),
        posts=tuple(_line(one) for one in held["posts"]),
        notes=tuple(key for key in NOTES if key in notes),
        sheets=tuple(_line(one) for one in held["sheets"][:MOST_SHEETS]),
    )


def _blog(head: Mapping[str, object], held: Any) -> SavedBlog:
    """The same of a blog. Raises KeyError, TypeError and ValueError."""
    notes, left_out = head["notes"], int(held["left_out"])
    if not isinstance(notes, list) or left_out < 0 or not 0 < len(held["posts"]) <= MOST_POSTS:
        raise TypeError
    posts = tuple(Post(_line(title), _line(where), _line(day), _lines(text)) for title, where, day, text in held["posts"])
    return SavedBlog(_line(held["title"]), posts, left_out, tuple(key for key in NOTES if key in notes))


def _lines(text: object) -> str:
    """Raises TypeError."""
    if not isinstance(text, str):
        raise TypeError
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _line(text: object) -> str:
    """Text in one line, whatever it is. Raises TypeError."""
    if not isinstance(text, str):
        raise TypeError
    return " ".join("".join(letter if letter.isprintable() or letter in "\u200b\u200c\u200d" else " " for letter in text).split())[:LONGEST]


def _one(place: object) -> str:
    """Raises ValueError."""
    if place not in PLACES:
        raise ValueError
    return str(place)


def _words(text: object) -> str:
    """Raises TypeError."""
    if not isinstance(text, str):
        raise TypeError
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8").replace("\n", " ")


def _block(row: Any) -> Block:
    """Raises KeyError, TypeError and ValueError."""
    shown, whole, why, hard, post, passed, top, place, heading = row
    numbers = tuple(int(one) for one in (post, passed, top, heading))
    if min(numbers) < 0 or numbers[3] > 6:
        raise ValueError
    return Block(
        shown=_words(shown), whole=_words(whole),
        why=tuple(key for key in NOT_SEEN if key in why), hard=tuple(key for key in HARD if key in hard),
        post=numbers[0], passed=numbers[1], top=numbers[2], place=_one(place), heading=numbers[3],
    )  # fmt: skip
