"""IPTC records and the blocks of Photoshop they lie in: by-lines, captions, keywords, places, in the letters they say they use."""

import struct

from askfirst.guard.hidden.found import Found

__all__ = ["iptc_facts", "photoshop_facts"]

RECORDS = {
    5: "comment", 25: "keyword", 80: "artist", 85: "artist", 90: "place-name", 92: "place-name", 95: "place-name", 101: "place-name",
    103: "id", 105: "comment", 110: "artist", 115: "artist", 116: "copyright", 118: "comment", 120: "comment", 122: "artist",
}  # fmt: skip
DAY, CHARSET, UTF8 = 55, 90, b"\x1b%G"
MARK, MOST = 0x1C, 500
IPTC, THUMBS, EXIF, XMP = 0x0404, (0x0409, 0x040C), (0x0422, 0x0423), 0x0424
THUMB_HEAD = 28


def iptc_facts(data: bytes, found: Found) -> None:
    """Each record of the bytes."""
    at, letters = 0, "latin-1"
    for _ in range(MOST):
        if at + 5 > len(data) or data[at] != MARK:
            break
        part, record, size = struct.unpack_from(">BBH", data, at + 1)
        held = data[at + 5 : at + 5 + size]
        at += 5 + size
        found.count("iptc")
        if (part, record) == (1, CHARSET) and held == UTF8:
            letters = "utf-8"
        if part == 2:
            _fact(record, held, letters, found)


def _fact(record: int, held: bytes, letters: str, found: Found) -> None:
    try:
        text = held.decode(letters)
    except UnicodeDecodeError:
        text = held.decode("latin-1")
    if record in RECORDS:
        found.add("iptc", RECORDS[record], text)
    elif record == DAY and len(text) == 8 and text.isdecimal():
        found.add("iptc", "taken", ":".join((text[:4], text[4:6], text[6:])))


def photoshop_facts(data: bytes, found: Found) -> list[tuple[str, bytes]]:
    """The blocks "8BIM" in these bytes; EXIF and XMP that lie in them are given back as ("exif" or "xmp", bytes)."""
    at, inner = 0, []
    for _ in range(MOST):
        if data[at : at + 4] != b"8BIM" or at + 12 > len(data):
            break
        block = struct.unpack_from(">H", data, at + 4)[0]
        name = data[at + 6] + 1
        at += 6 + name + name % 2
        size = struct.unpack_from(">L", data, at)[0] if at + 4 <= len(data) else 0
        held = data[at + 4 : at + 4 + size]
        at += 4 + size + size % 2
        if block == IPTC:
            iptc_facts(held, found)
        elif block in THUMBS and len(held) > THUMB_HEAD:
            found.thumbs.append(held[THUMB_HEAD:])
        elif block in EXIF:
            inner.append(("exif", held))
        elif block == XMP:
            inner.append(("xmp", held))
        found.count("other", block != IPTC)
    return inner
