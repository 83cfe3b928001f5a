"""What several kinds of file hold in the same way: notes of a known sort, comments, profiles, credentials, and bytes after the end."""

import struct

from askfirst.guard.hidden.exif import exif_facts
from askfirst.guard.hidden.found import Found
from askfirst.guard.hidden.iptc import iptc_facts, photoshop_facts
from askfirst.guard.hidden.xmp import xmp_facts

__all__ = ["PADDING", "comment", "credentials", "notes", "profile", "tail"]

PADDING = 16  # bytes after the end that say nothing; fillers say nothing however many
FILLERS = b"\0\xff\n\r "
FILM, AFTER_SIZE = b"ftyp", 4
PROFILE_HEAD, ROWS = 128, 100
GROUP = {"exif": "exif", "xmp": "xmp", "iptc": "iptc"}


def notes(kind: str, data: bytes, found: Found) -> None:
    """EXIF ("exif", with or without its mark), "xmp", "iptc" or "photoshop". Notes that are broken count as notes, and leave the others."""
    try:
        _notes(kind, data, found)
    except (struct.error, IndexError, ValueError, OverflowError):
        found.count(GROUP.get(kind, "other"))
        found.add(GROUP.get(kind, "other"), "broken", "yes")


def _notes(kind: str, data: bytes, found: Found) -> None:
    if kind == "exif":
        exif_facts(data.removeprefix(b"Exif\0\0"), found)
    elif kind == "xmp":
        xmp_facts(data, found)
    elif kind == "iptc":
        iptc_facts(data, found)
    else:
        for inner, held in photoshop_facts(data, found):
            notes(inner, held, found)


def comment(data: bytes, found: Found, *, group: str = "comments") -> None:
    """Words that stand in the file itself."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    found.count(group)
    found.add(group, "comment", text)


def credentials(data: bytes, found: Found) -> None:
    """Content credentials (C2PA) or another box of that sort: that they are there is all we read."""
    found.count("credentials")
    if b"c2pa" in data[:4_096]:
        found.add("credentials", "credentials", "yes")


def profile(data: bytes, found: Found) -> None:
    """A colour profile: its own description."""
    found.count("profiles")
    if len(data) < PROFILE_HEAD + 4:
        return
    for row in range(min(struct.unpack_from(">L", data, PROFILE_HEAD)[0], ROWS)):
        if len(data) < PROFILE_HEAD + 16 + row * 12:
            return
        name, at, size = struct.unpack_from(">4sLL", data, PROFILE_HEAD + 4 + row * 12)
        if name == b"desc":
            found.add("profiles", "profile", _described(data[at : at + min(size, 4_096)]))


def _described(held: bytes) -> str:
    """The description as old and as new profiles have it."""
    if held[:4] == b"desc" and len(held) >= 12:
        return held[12 : 12 + struct.unpack_from(">L", held, 8)[0]].decode("latin-1").rstrip("\0")
    if held[:4] == b"mluc" and len(held) >= 28:
        size, at = struct.unpack_from(">LL", held, 20)
        return held[at : at + size].decode("utf-16-be", "replace")
    return ""


def tail(data: bytes, found: Found) -> None:
    """Bytes after the end: a film, or something else; a few fillers are nothing."""
    if not data or (len(data) <= PADDING and not data[AFTER_SIZE:].startswith(FILM)) or not data.strip(FILLERS):
        return
    found.count("tail", len(data))
    at = data.find(FILM)
    if at >= AFTER_SIZE and struct.unpack_from(">L", data, at - AFTER_SIZE)[0] in range(8, 1_024):
        found.count("seconds")
        found.add("tail", "film", "yes")
    else:
        found.add("tail", "tail", str(len(data)))
