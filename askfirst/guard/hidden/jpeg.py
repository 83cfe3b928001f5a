"""A JPEG from its first mark to its end, and what lies behind the end: a second picture, a film, or what a crop left behind."""

import re
import struct

from askfirst.guard.hidden.found import Found
from askfirst.guard.hidden.iptc import photoshop_facts
from askfirst.guard.hidden.notes import comment, credentials, notes, profile, tail

__all__ = ["jpeg_facts"]

NEXT = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")  # what ends the dots
SCAN, END, COMMENT, JFIF, LAST_APP = 0xDA, 0xD9, 0xFE, 0xE0, 0xEF
EXIF, XMP, LONG_XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
ICC, PHOTOSHOP, SEVERAL, JUMBF, SMALL = b"ICC_PROFILE\0", b"Photoshop 3.0\0", b"MPF\0", b"JP", b"JFXX\0"
PLAIN = (b"JFIF\0", b"Adobe")  # how the dots are to be read, and no more
LONG_HEAD, ICC_HEAD = 40, 2
PICTURES = 16  # further ones behind the first


class _Jpeg:
    def __init__(self, found: Found) -> None:
        self.found = found
        self.icc: list[bytes] = []
        self.long: list[bytes] = []
        self.photoshop: list[bytes] = []

    def block(self, mark: int, held: bytes) -> None:
        """One segment between the marks."""
        if mark == COMMENT:
            comment(held, self.found)
        elif JFIF <= mark <= LAST_APP:
            self.app(held)

    def app(self, held: bytes) -> None:
        if held.startswith(EXIF):
            notes("exif", held[len(EXIF) :], self.found)
        elif held.startswith(XMP):
            notes("xmp", held[len(XMP) :], self.found)
        elif held.startswith(LONG_XMP):
            self.long.append(held[len(LONG_XMP) + LONG_HEAD :])
        elif held.startswith(ICC):
            self.icc.append(held[len(ICC) + ICC_HEAD :])
        elif held.startswith(PHOTOSHOP):
            self.photoshop.append(held[len(PHOTOSHOP) :])
        elif held.startswith(JUMBF):
            credentials(held, self.found)
        elif held.startswith(SMALL) and held[5:6] == b"\x10":
            self.found.thumbs.append(held[6:])
            self.found.count("other")
        elif not held.startswith(PLAIN):
            self.found.count("other", not held.startswith(SEVERAL))

    def done(self) -> None:
        if self.icc:
            profile(b"".join(self.icc), self.found)
        if self.long:
            notes("xmp", b"".join(self.long), self.found)
        for kind, held in photoshop_facts(b"".join(self.photoshop), self.found):
            notes(kind, held, self.found)


def _walk(data: bytes, at: int, one: _Jpeg | None) -> int:
    """Where this picture ends, from the place behind its first mark; -1 where it is cut short."""
    while True:
        if at + 2 > len(data) or data[at] != 0xFF:
            return -1
        mark = data[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if mark == END:
            return at + 2
        if mark == 0x01 or 0xD0 <= mark <= 0xD8:
            at += 2
            continue
        if at + 4 > len(data):
            return -1
        size = struct.unpack_from(">H", data, at + 2)[0]
        if one is not None:
            one.block(mark, data[at + 4 : at + 2 + size])
        at += 2 + max(size, 2)
        if mark == SCAN:
            after = NEXT.search(data, at)
            if after is None:
                return -1
            at = after.start()


def jpeg_facts(data: bytes, found: Found) -> None:
    """Adds what a JPEG holds; `found.whole` is False where it has no end."""
    one = _Jpeg(found)
    end = _walk(data, 2, one)
    one.done()
    if end < 0:
        found.whole = False
        return
    for _ in range(PICTURES):
        at = data.find(b"\xff\xd8\xff", end, end + 65_536)
        after = _walk(data, at + 2, None) if at >= 0 else -1
        if after < 0:
            break
        found.count("seconds")
        found.add("seconds", "second", "yes")
        end = after
    tail(data[end:], found)
