"""A document somebody brings: its paragraphs as text, what to know of how it was read, or one sentence that says why not and what to do.

Nothing is decoded here: the reader runs in the child, and what it gives back is looked at as if the file had written it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from askfirst.guard import child
from askfirst.guard.files import plain_name
from askfirst.guard.limits import LETTERS, MILLION, PARAGRAPHS, TEXT_PAGES, UPLOAD
from askfirst.guard.text.paragraph import KINDS, NOTES, Cell, Paragraph
from askfirst.words import Sentence, say

__all__ = ["SAID_OF", "Text", "Unread", "look"]

ENDINGS = {
    "txt": "txt", "text": "txt", "md": "txt", "docx": "docx", "docm": "docx", "dotx": "docx", "odt": "odt", "ott": "odt", "pdf": "pdf",
    "html": "html", "htm": "html", "xhtml": "html", "zip": "zip", "png": "png", "jpg": "jpg", "jpeg": "jpg", "doc": "doc", "rtf": "rtf",
}  # fmt: skip
SENTENCES: Mapping[str, Sentence] = {
    "empty": say("There are no words in this file. Choose another one."),
    "large": say("This file is larger than {most} MB. Send the procedure alone.", most=UPLOAD // MILLION),
    "long": say("This document is longer than {most} pages. Send the procedure alone.", most=TEXT_PAGES),
    "scanned": say("This PDF holds pictures of pages, and no words. Send the file that it was printed from."),
    "locked": say("This file has a password. Save it without one, then send it."),
    "packed": say("This file holds other files. Unpack it, and send the document itself."),
    "old": say("This is an older kind of file. Save it as DOCX, then send it."),
    "unknown": say("We cannot read this kind of file. Send it as DOCX, ODT, PDF, HTML, Markdown or TXT."),
    "name": say("Its name says one thing, and inside is another. Save it again, then send it."),
    "broken": say("This file is cut short or broken. Save it again, then send it."),
    "too-much": say("This file takes too much to open. Save it again, or send it as TXT."),
    "busy": say("We are opening other files just now. Wait a minute, then send it."),
}
SAID_OF: Mapping[str, Sentence] = {
    "changes": say("It has tracked changes. We read what was put in, and left out what was taken out."),
    "hidden": say("Some of its text is hidden. We left that out."),
    "comments": say("It has comments. We left them out."),
    "footnotes": say("Its notes are read too. They stand after the text."),
    "pictures": say("It has pictures. We read no words in them."),
    "running": say("What stands at the edge of each page is left out, and so are lists of contents."),
    "no-text": say("Some pages are pictures. We read no words on them."),
    "menus": say("The site around the page is left out."),
    "letters": say("Some signs are no letters that we can read. They are shown as “\ufffd”."),
}


class Unread(ValueError):
    """A document that is not read. `why` is its key, `sentence` what a person reads."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
        self.sentence: Sentence = SENTENCES[why]


@dataclass(frozen=True, slots=True)
class Text:
    """A document that was read: its plain name, its kind ("txt", "docx", "odt", "pdf", "html"), its paragraphs, and keys of SAID_OF."""

    name: str
    kind: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...]


def look(name: str, data: bytes) -> Text:
    """Reads a document in the child. Raises Unread. Takes up to seconds; call it outside any transaction."""
    if not data.strip():
        raise Unread("empty")
    if len(data) > UPLOAD:
        raise Unread("large")
    try:
        said = child.run("text", data)
    except child.Died:
        raise Unread("too-much") from None
    except child.Busy:
        raise Unread("busy") from None
    refused = said.head.get("refused")
    if refused is not None:
        raise Unread(refused if isinstance(refused, str) and refused in SENTENCES else "broken")
    kind, notes = said.head.get("kind"), said.head.get("notes")
    if not isinstance(kind, str) or kind not in KINDS or not isinstance(notes, list):
        raise Unread("broken")
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ENDINGS.get(ending, kind) != kind:
        raise Unread("name")
    return Text(plain_name(name), kind, _paragraphs(said.body), tuple(key for key in NOTES if key in notes))


def _paragraphs(body: bytes) -> tuple[Paragraph, ...]:
    """A child that was taken over may say anything: each row is held to its shape. Raises Unread."""
    try:
        rows = json.loads(body)
    except (ValueError, RecursionError):
        rows = None
    if not isinstance(rows, list) or not 0 < len(rows) <= PARAGRAPHS:
        raise Unread("broken")
    found = tuple(_paragraph(row) for row in rows)
    if sum(len(one.text) for one in found) > LETTERS:
        raise Unread("long")
    return found


def _paragraph(row: object) -> Paragraph:
    match row:
        case [str(text), int(line), (int() | None) as page, int(heading), bool(item), cell] if (
            text.strip() and line >= 1 and 0 <= heading <= 9
        ):
            seen = "".join(letter if letter.isprintable() else " " for letter in text)
            return Paragraph(" ".join(seen.split()), line, page, heading, item, _cell(cell))
    raise Unread("broken")


def _cell(said: object) -> Cell | None:
    match said:
        case None:
            return None
        case [int(table), int(row), int(column)] if min(table, row, column) >= 1:
            return table, row, column
    raise Unread("broken")
