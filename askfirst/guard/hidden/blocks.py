"""The chunks of a WebP and the blocks of a GIF: notes, comments, profiles, further frames, and what lies behind the end."""

import struct

from askfirst.guard.hidden.found import Found
from askfirst.guard.hidden.notes import comment, credentials, notes, profile, tail

__all__ = ["gif_facts", "webp_facts"]

MOST = 50_000
DOTS = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM"))
COLOURS, IMAGE, EXTRA, END = 0x80, 0x2C, 0x21, 0x3B
COMMENT, APPLICATION, WORDS = 0xFE, 0xFF, 0x01
XMP, ICC, LOOP = b"XMP DataXMP", b"ICCRGBG1012", (b"NETSCAPE2.0", b"ANIMEXTS1.0")
XMP_END = 257  # of the tail that lets old readers find the end


def webp_facts(data: bytes, found: Found) -> None:
    """Adds what a WebP holds; `found.whole` is False where it is shorter than it says."""
    end, at, frames = 8 + struct.unpack_from("<L", data, 4)[0], 12, 0
    if end > len(data):
        found.whole = False
    for _ in range(MOST):
        if at + 8 > min(end, len(data)):
            break
        name, size = struct.unpack_from("<4sL", data, at)
        held = data[at + 8 : at + 8 + size] if name not in DOTS else b""
        at += 8 + size + size % 2
        if name == b"EXIF":
            notes("exif", held, found)
        elif name == b"XMP ":
            notes("xmp", held, found)
        elif name == b"ICCP":
            profile(held, found)
        elif name == b"C2PA":
            credentials(held, found)
        elif name == b"ANMF":
            frames += 1
        elif name not in DOTS:
            found.count("other")
    _frames(frames, found)
    tail(data[end:], found)


def _frames(many: int, found: Found) -> None:
    if many > 1:
        found.count("seconds", many - 1)
        found.add("seconds", "moving", "yes")


def _parts(data: bytes, at: int) -> tuple[list[bytes], int]:
    """Blocks of at most 255 bytes, to the empty one; and where they end (-1: they do not)."""
    parts: list[bytes] = []
    while at < len(data):
        size = data[at]
        if not size:
            return parts, at + 1
        parts.append(data[at + 1 : at + 1 + size])
        at += 1 + size
    return parts, -1


def _extra(kind: int, data: bytes, at: int, found: Found) -> int:
    """One block that is no picture; where it ends."""
    parts, end = _parts(data, at)
    if kind == COMMENT:
        comment(b"".join(parts), found)
    elif kind == WORDS:
        comment(b"".join(parts[1:]), found)
    elif kind == APPLICATION and parts:
        if parts[0] == XMP:
            start = at + 1 + len(XMP)
            notes("xmp", data[start : max(start, end - XMP_END - 1)], found)
        elif parts[0] == ICC:
            profile(b"".join(parts[1:]), found)
        elif parts[0] not in LOOP:
            found.count("other")
    return end


def gif_facts(data: bytes, found: Found) -> None:
    """Adds what a GIF holds; `found.whole` is False where it has no end."""
    flags = data[10] if len(data) > 10 else 0
    at, frames = 13 + (3 << (flags & 7) + 1 if flags & COLOURS else 0), 0
    for _ in range(MOST):
        mark = data[at] if 0 <= at < len(data) else -1
        if mark == END:
            _frames(frames, found)
            tail(data[at + 1 :], found)
            return
        if mark == EXTRA and at + 2 < len(data):
            at = _extra(data[at + 1], data, at + 2, found)
        elif mark == IMAGE and at + 10 < len(data):
            frames += 1
            local = data[at + 9]
            at = _parts(data, at + 11 + (3 << (local & 7) + 1 if local & COLOURS else 0))[1]
        else:
            break
    found.whole = False
