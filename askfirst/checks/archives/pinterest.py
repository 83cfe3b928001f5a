"""The archive of Pinterest: one long web page of headings, and under each its entries, a field a line.

Pins that were saved from others are other people's words; what one put up oneself, one's boards and one's comments are one's own. Messages
stand in the same page under a heading of their own and are passed over. The form of pins and boards is that of public readers; comments and
the page about oneself are from memory, and the reader says so.
"""

import re
from collections.abc import Iterator

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Kind, Post, SeenBy
from askfirst.checks.archives.service import Files, Service
from askfirst.checks.archives.words_of import without_marks
from askfirst.guard.archives.json_items import seen
from askfirst.guard.archives.member import Broken
from askfirst.guard.limits import MILLION

__all__ = ["HEADING", "MESSAGES", "PINTEREST"]

FILE = r"(?:[^/]*pinterest[^/]*|pins|boards)\.html?"
HEADING = r"<h1[^>]*>"
MESSAGES = r"^\s*(?:[\w ]* )?(?:messages?|conversations?|inbox)\b"
LARGEST = 20 * MILLION
FIELD = re.compile(r"([A-Z][A-Za-z ]{1,30}): ?(.*)")
NOTHING = frozenset(("", "No data", "None"))
YES = frozenset(("true", "yes", "secret", "private", "protected"))
_headings, _messages = re.compile(HEADING, re.IGNORECASE), re.compile(MESSAGES, re.IGNORECASE)


def _read(files: Files) -> Iterator[Post]:
    for name in files.like(FILE):
        for page in files.whole(name, _whole(files, name)):
            for piece in _headings.split(page)[1:]:
                heading, _, rest = piece.partition("</h1>")
                yield from _section(files, without_marks(heading[:500]), rest)


def _whole(files: Files, name: str) -> Iterator[str]:
    held = bytearray()
    for piece in files.pack.read(name):
        held += piece
        if len(held) > LARGEST:
            raise Broken
    page = seen(held.decode("utf-8", "replace"))
    yield page
    if "</html" not in page[-500:].lower() and "</div" not in page[-500:].lower():
        raise Broken


def _section(files: Files, heading: str, rest: str) -> Iterator[Post]:
    if _messages.search(heading):
        files.passed += 1
        return
    low, boards = heading.lower(), set()
    for entry in _entries(without_marks(rest), named="board" in low and "pin" not in low):
        hidden = any(entry.get(key, "").lower() in YES for key in ("private", "secret", "privacy"))
        seen_by = SeenBy.ME if hidden else SeenBy.UNSAID
        when = entry.get("created at", "").replace("/", "-") or None
        if "comment" in low:
            words = next((entry[key] for key in ("text", "comment", "details") if entry.get(key)), "")
            yield Post(words, moment_of(when), seen_by, Kind.COMMENT)
        elif "pin" in low:
            board = entry.get("board name", "")
            if board and not hidden and board not in boards:
                boards.add(board)
                yield Post(board, None, seen_by, Kind.PROFILE)
            if entry.get("is a repin", "").lower() in YES:
                files.others += 1
            else:
                yield Post(_words(entry, "title", "details", "alt text"), moment_of(when), seen_by, pictures=1)
        elif "board" in low:
            yield Post(_words(entry, "name", "title", "description", "details"), moment_of(when), seen_by)
        elif "profile" in low or "account" in low or "about" in low:
            yield Post(_words(entry, "about", "about me", "bio"), None, SeenBy.UNSAID, Kind.PROFILE, place=entry.get("location", ""))


def _words(entry: dict[str, str], *names: str) -> str:
    return "\n".join(dict.fromkeys(entry[name] for name in names if entry.get(name)))


def _entries(words: str, *, named: bool = False) -> Iterator[dict[str, str]]:
    """Fields by their name in small letters. An entry begins where a field comes again, or at an address that stands alone in its line;
    `named`: or at a line without a field, which is the name of what follows.
    """
    held: dict[str, str] = {}
    last = ""
    for line in words.split("\n"):
        field = FIELD.fullmatch(line.removesuffix(","))
        name = field[1].lower() if field else ""
        if (name in held or line.startswith("https://")) and held:
            yield held
            held, last = {}, ""
        if named and not field and line.strip() and not line.startswith("https://"):
            if held:
                yield held
            held, last = {"name": line.strip()}, ""
            continue
        if field:
            last = name
            held[name] = "" if field[2] in NOTHING else field[2]
        elif last and not line.startswith("https://"):
            held[last] = " ".join((held[last], line)).strip()
    if held:
        yield held


PINTEREST = Service(
    id="pinterest",
    name="Pinterest",
    form="Pinterest (HTML)",
    marks=FILE,
    wants=FILE,
    read=_read,
    alone=lambda start: "<" in start[:20] and "pinterest" in start.lower(),
    guessed=True,
)
