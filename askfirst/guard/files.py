"""A file somebody sends: what it is by its own bytes, a copy that is safe to look at, or one sentence that says why not and what to do.

Nothing is decoded here: the first bytes say which reader, and the reader runs in the child.
"""

import hashlib
import unicodedata
from dataclasses import dataclass

from askfirst.guard import child
from askfirst.guard.limits import MILLION, PAGES, PIXELS, UPLOAD
from askfirst.guard.packed import packed
from askfirst.words import Sentence, say

__all__ = ["ENDINGS", "Refused", "Safe", "look", "plain_name"]

LONGEST_NAME = 100
ENDINGS = {"png": ".png", "jpeg": ".jpg", "webp": ".webp", "gif": ".gif", "pdf": ".pdf"}
PICTURES = {"png", "jpg", "jpeg", "jfif", "webp", "gif"}
SENTENCES = {
    "empty": say("This file is empty. Choose another one."),
    "large": say("This file is larger than {most} MB. Make it smaller, then send it.", most=UPLOAD // MILLION),
    "packed": say("This file is packed. We open none of those: send pictures or a PDF."),
    "page": say("This file is a web page or a drawing. Send a picture of it."),
    "unknown": say("This is no picture or PDF. Send it as PNG, JPEG, WebP, GIF or PDF."),
    "name": say("Its name says one thing, and inside is another. Save it again, then send it."),
    "broken": say("This file is cut short or broken. Save it again, then send it."),
    "pixels": say("This picture has more than {most} million dots. Make it smaller, then send it.", most=PIXELS // MILLION),
    "pages": say("This PDF has more than {most} pages. Send the pages that matter.", most=PAGES),
    "locked": say("This PDF has a password. Save it without one, then send it."),
    "too-much": say("This file takes too much to open. Send a picture of it."),
    "busy": say("We are opening other files just now. Wait a minute, then send it."),
}


class Refused(ValueError):
    """A file that is not taken. `why` is its key, `sentence` what a person reads."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
        self.sentence: Sentence = SENTENCES[why]


@dataclass(frozen=True, slots=True)
class Safe:
    """A file that was opened: its type and the SHA-256 (hex) of it as it came, and the copy for viewing with the copy's own type."""

    name: str
    kind: str
    sha256: str
    pages: int
    moves: bool  # a moving picture: the copy shows its first frame
    copy: bytes
    copy_kind: str


def look(name: str, data: bytes) -> Safe:
    """Opens a file in the child. Raises Refused. Takes seconds; call it outside any transaction."""
    kind = _kind_of(data)
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if (ending == "pdf") != (kind == "pdf") and (ending == "pdf" or ending in PICTURES):
        raise Refused("name")
    try:
        said = child.run("pdf" if kind == "pdf" else "image", data)
    except child.Died:
        raise Refused("too-much") from None
    except child.Busy:
        raise Refused("busy") from None
    head = said.head
    if "refused" in head:
        why = head["refused"]
        raise Refused(why if isinstance(why, str) and why in SENTENCES else "broken")
    copy_kind, pages = head.get("kind"), head.get("pages")
    if not isinstance(copy_kind, str) or copy_kind not in ("png", "jpeg", "pdf") or not isinstance(pages, int) or not said.body:
        raise Refused("broken")
    digest = hashlib.sha256(data).hexdigest()
    return Safe(plain_name(name), kind, digest, pages, head.get("moves") is True, said.body, copy_kind)


def _kind_of(data: bytes) -> str:
    """By the first bytes alone. Raises Refused."""
    if not data:
        raise Refused("empty")
    if len(data) > UPLOAD:
        raise Refused("large")
    for kind, first in (("png", b"\x89PNG\r\n\x1a\n"), ("jpeg", b"\xff\xd8\xff"), ("gif", b"GIF8"), ("pdf", b"%PDF-")):
        if data.startswith(first):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if packed(data):
        raise Refused("packed")
    start = data[:200].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b" \t\r\n\xff\xfe")
    raise Refused("page" if start.startswith(b"<") else "unknown")


def plain_name(name: str) -> str:
    """A file's own name without path or signs that are not seen, at most 100 characters; "file" where nothing is left."""
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(letter for letter in unicodedata.normalize("NFC", last) if unicodedata.category(letter)[0] != "C")
    return " ".join(seen.split()).strip(". ")[:LONGEST_NAME] or "file"
