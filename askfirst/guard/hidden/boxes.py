"""The boxes of HEIC and AVIF: items of EXIF and XMP, profiles, further pictures, small pictures, films and credentials.

Nothing is decoded, so that this reads a HEIC also where nothing is installed that can open one.
"""

import struct
from collections.abc import Iterator

from askfirst.guard.hidden.found import Found
from askfirst.guard.hidden.notes import credentials, notes, profile, tail

__all__ = ["boxes_facts"]

MOST, DEEPEST = 2_000, 6
CREDENTIALS = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
PICTURES = (b"hvc1", b"av01", b"hev1", b"jpeg", b"avc1")
FILMS = (b"moov", b"mpvd")
KNOWN = (b"ftyp", b"meta", b"mdat", b"free", b"skip", b"moov", b"mpvd", b"uuid")
MIME_XMP = b"application/rdf+xml"


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Each box as (kind, where its inside begins, where it ends)."""
    at = start
    for _ in range(MOST):
        if at + 8 > end:
            return
        size, kind = struct.unpack_from(">L4s", data, at)
        head = 8
        if size == 1 and at + 16 <= end:
            size, head = struct.unpack_from(">Q", data, at + 8)[0], 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            return
        yield kind, at + head, at + size
        at += size


class _Meta:
    """The items of a file: what each is, and where its bytes lie."""

    def __init__(self, data: bytes, found: Found) -> None:
        self.data, self.found = data, found
        self.kinds: dict[int, tuple[bytes, bytes]] = {}
        self.hidden: set[int] = set()
        self.primary = -1
        self.smaller: set[int] = set()  # pictures that are small ones, masks or gain maps of another
        self.own = 0, 0

    def read(self, start: int, end: int) -> None:
        for kind, begin, stop in _boxes(self.data, start + 4, end):
            if kind == b"iinf":
                self.infos(begin, stop)
            elif kind == b"pitm":
                self.primary = self.number(begin + 4, 4 if self.data[begin] else 2)
            elif kind == b"iref":
                self.links(begin, stop)
            elif kind == b"idat":
                self.own = begin, stop
            elif kind == b"iprp":
                self.properties(begin, stop, 0)
        for kind, begin, stop in _boxes(self.data, start + 4, end):
            if kind == b"iloc":
                self.places(begin, stop)
        pictures = [one for one, (kind, _) in self.kinds.items() if kind in PICTURES and one not in self.hidden]
        more = len([one for one in pictures if one != self.primary])
        if more and self.primary in pictures:
            self.found.count("seconds", more)
            self.found.add("seconds", "second", "yes")

    def number(self, at: int, size: int) -> int:
        return int.from_bytes(self.data[at : at + size], "big")

    def infos(self, start: int, end: int) -> None:
        first = start + (6 if self.data[start] == 0 else 8)
        for kind, begin, stop in _boxes(self.data, first, end):
            version = self.data[begin]
            if kind != b"infe" or version < 2:
                continue
            wide = 4 if version > 2 else 2
            item, at = self.number(begin + 4, wide), begin + 6 + wide
            self.kinds[item] = self.data[at : at + 4], self.data[at + 4 : min(stop, at + 300)]
            if self.data[begin + 3] & 1:
                self.hidden.add(item)

    def links(self, start: int, end: int) -> None:
        wide = 4 if self.data[start] else 2
        for kind, begin, _ in _boxes(self.data, start + 4, end):
            if kind == b"thmb":
                self.smaller.add(self.number(begin, wide))
                self.found.count("seconds")
                self.found.add("seconds", "small", "yes")
                self.hidden.add(self.number(begin, wide))
            elif kind == b"dimg":  # tiles of the picture itself
                count = self.number(begin + wide, 2)
                self.hidden |= {self.number(begin + wide + 2 + one * wide, wide) for one in range(min(count, MOST))}

    def properties(self, start: int, end: int, depth: int) -> None:
        for kind, begin, stop in _boxes(self.data, start, end):
            if kind == b"ipco" and depth < DEEPEST:
                self.properties(begin, stop, depth + 1)
            elif kind == b"colr" and self.data[begin : begin + 4] in (b"prof", b"rICC"):
                profile(self.data[begin + 4 : stop], self.found)

    def places(self, start: int, end: int) -> None:
        """Reads each item of notes where the table of places says that it lies."""
        version, sizes, more = self.data[start], self.data[start + 4], self.data[start + 5]
        offset, length, base, index = sizes >> 4, sizes & 15, more >> 4, (more & 15) if version else 0
        wide = 4 if version > 1 else 2
        at = start + 6
        many, at = self.number(at, wide), at + wide
        for _ in range(min(many, MOST)):
            if at >= end:
                return
            item, at = self.number(at, wide), at + wide
            inside = self.number(at, 2) & 15 if version else 0
            at += (2 if version else 0) + 2
            begin, at = self.number(at, base), at + base
            parts, at = self.number(at, 2), at + 2
            held = b""
            for _ in range(min(parts, MOST)):
                at += index
                where, size = begin + self.number(at, offset), self.number(at + offset, length)
                at += offset + length
                held += self.piece(item, where, size, inside)
            self.item(item, held)

    def piece(self, item: int, where: int, size: int, inside: int) -> bytes:
        if self.kinds.get(item, (b"",))[0] not in (b"Exif", b"mime"):
            return b""
        if inside == 1:
            start, end = self.own
            return self.data[start + where : min(end, start + where + size)]
        return self.data[where : where + size]

    def item(self, item: int, held: bytes) -> None:
        kind, more = self.kinds.get(item, (b"", b""))
        if kind == b"Exif" and len(held) > 4:
            notes("exif", held[4 + min(int.from_bytes(held[:4], "big"), len(held)) :], self.found)
        elif kind == b"mime" and MIME_XMP in more:
            notes("xmp", held, self.found)


def boxes_facts(data: bytes, found: Found) -> None:
    """Adds what the boxes hold; `found.whole` is False where the last one is cut short, or where none holds dots."""
    last, dots = 0, False
    for kind, begin, stop in _boxes(data, 0, len(data)):
        last = stop
        dots = dots or kind == b"mdat"
        if kind == b"meta":
            meta = _Meta(data, found)
            meta.read(begin, stop)
            dots = dots or meta.own != (0, 0)
        elif kind in FILMS:
            found.count("seconds")
            found.add("seconds", "film" if kind == b"mpvd" else "moving", "yes")
        elif kind == b"uuid" and data[begin : begin + 16] == CREDENTIALS:
            credentials(b"c2pa", found)
        elif kind not in KNOWN:
            found.count("other")
    rest = data[last:]
    found.whole = dots and not (len(rest) >= 8 and rest[4:8] in (b"mdat", b"meta"))
    if found.whole:
        tail(rest, found)
