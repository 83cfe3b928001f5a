"""What somebody asks with an archive: who they are, and how many message files their browser left out. Every face comes through here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from askfirst.advice.archives_said import REFUSED
from askfirst.advice.asked import AUTHORS, BadDraft, choice
from askfirst.checks.archives.pinterest import MESSAGES
from askfirst.checks.archives.services import MIXED, PAGES, WANTED
from askfirst.checks.draft import Author
from askfirst.guard.archives.messages import ALLOWED, DENIED
from askfirst.guard.child import unnamed
from askfirst.guard.limits import BY_WIRE, MEMBERS
from askfirst.words import say

__all__ = [
    "ALLOWED",
    "DENIED",
    "LARGEST",
    "MESSAGES",
    "MIXED",
    "MOST",
    "PAGES",
    "WANTED",
    "ArchiveAsked",
    "archive_from",
    "held_pipe",
    "refuse_upload",
]

LARGEST = BY_WIRE
MOST = 10  # archives at a time
NUMBER = re.compile(r"\d{1,6}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ArchiveAsked:
    """`left_out`: message files that never left the person's own device."""

    author: Author
    left_out: int = 0


def archive_from(fields: Mapping[str, object]) -> ArchiveAsked:
    """`fields` as in the API: author, and messages (a number). Raises BadDraft."""
    author = Author(choice(fields, "author", AUTHORS, None))
    messages = str(fields.get("messages") or "0")
    if not NUMBER.fullmatch(messages) or int(messages) > MEMBERS:
        raise BadDraft("messages", say("Say in figures how many message files were left out."))
    return ArchiveAsked(author, int(messages))


def refuse_upload(sizes: Sequence[int], *, busy: bool) -> None:
    """Raises BadDraft for archives that cannot be looked at as they came: `sizes` in bytes, one for each."""
    if busy:
        raise BadDraft("file", REFUSED["busy"])
    if len(sizes) > MOST:
        raise BadDraft("file", say("Choose at most {most} files at a time.", most=MOST))
    if sum(sizes) > LARGEST:
        raise BadDraft("file", REFUSED["large"])


def held_pipe(given: IO[bytes]) -> IO[bytes]:
    """What comes through a pipe, held in memory that has no name. Raises BadDraft where it is more than LARGEST."""
    held, size = unnamed(), 0
    while piece := given.read(1 << 20):
        size += len(piece)
        if size > LARGEST:
            held.close()
            raise BadDraft("file", REFUSED["large"])
        held.write(piece)
    return held
