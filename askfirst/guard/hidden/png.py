"""The chunks of a PNG: text in its three forms, EXIF, profiles, credentials, and what lies behind the last chunk."""

import struct
import zlib

from askfirst.guard.hidden.found import Found
from askfirst.guard.hidden.notes import comment, credentials, notes, profile, tail

__all__ = ["png_facts"]

FIRST, CHUNKS, LARGEST = 8, 20_000, 2_000_000
KNOWN = frozenset(  # how the dots are to be read, and no more
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB cICP sBIT bKGD hIST pHYs sPLT mDCV cLLI acTL fcTL fdAT".split()
)
RAW = {"exif": "exif", "APP1": "exif", "xmp": "xmp", "iptc": "photoshop", "8bim": "photoshop"}
XMP = "XML:com.adobe.xmp"
AUTHOR = {"author": "artist", "artist": "artist", "copyright": "copyright", "software": "software", "source": "device"}


def _opened(data: bytes) -> bytes:
    """What was squeezed, to a limit; nothing where it is broken."""
    try:
        return zlib.decompressobj().decompress(data, LARGEST)
    except zlib.error:
        return b""


def _text(key: str, held: bytes, found: Found, encoding: str) -> None:
    found.count("png-text")
    raw = key.removeprefix("Raw profile type ")
    if key == XMP:
        notes("xmp", held, found)
    elif raw != key and raw in RAW:
        _raw(RAW[raw], held, found)
    elif key.lower() in AUTHOR:
        found.add("png-text", AUTHOR[key.lower()], held.decode(encoding, "replace"))
    else:
        comment(held.decode(encoding, "replace").encode(), found, group="png-text")
        found.counts["png-text"] -= 1


def _raw(kind: str, held: bytes, found: Found) -> None:
    """Notes written as hexadecimal digits, after their name and length."""
    parts = held.split(None, 2)
    try:
        whole = bytes.fromhex(parts[2].decode("ascii")) if len(parts) == 3 else b""
    except ValueError:
        return
    xmp = b"http://ns.adobe.com/xap/1.0/\0"
    if whole.startswith(xmp):
        notes("xmp", whole[len(xmp) :], found)
    else:
        notes(kind, whole.removeprefix(b"Photoshop 3.0\0"), found)


def _long_text(held: bytes, found: Found) -> None:
    """iTXt: key, whether squeezed, language, key again, text."""
    key, _, rest = held.partition(b"\0")
    squeezed, rest = rest[:1] == b"\1", rest[2:]
    _, _, rest = rest.partition(b"\0")
    _, _, rest = rest.partition(b"\0")
    _text(key.decode("latin-1"), _opened(rest) if squeezed else rest, found, "utf-8")


def _chunk(name: bytes, held: bytes, found: Found) -> None:
    if name == b"tEXt":
        key, _, text = held.partition(b"\0")
        _text(key.decode("latin-1"), text, found, "latin-1")
    elif name == b"zTXt":
        key, _, text = held.partition(b"\0")
        _text(key.decode("latin-1"), _opened(text[1:]), found, "latin-1")
    elif name == b"iTXt":
        _long_text(held, found)
    elif name == b"eXIf":
        notes("exif", held, found)
    elif name == b"iCCP":
        _, _, squeezed = held.partition(b"\0")
        profile(_opened(squeezed[1:]), found)
    elif name == b"caBX":
        credentials(held, found)
    elif name == b"tIME" and len(held) == 7:
        found.count("other")
        found.add("other", "changed", "%04d:%02d:%02d %02d:%02d:%02d" % struct.unpack(">HBBBBB", held))
    elif name not in KNOWN:
        found.count("other")


def png_facts(data: bytes, found: Found) -> None:
    """Adds what a PNG holds; `found.whole` is False where it has no end."""
    at = FIRST
    for _ in range(CHUNKS):
        if at + 12 > len(data):
            break
        size, name = struct.unpack_from(">L4s", data, at)
        if name == b"acTL":
            found.add("seconds", "moving", "yes")
            found.count("seconds")
        if name not in (b"IDAT", b"fdAT"):
            _chunk(name, data[at + 8 : at + 8 + size], found)
        at += 12 + size
        if name == b"IEND" and at <= len(data):
            tail(data[at:], found)
            return
    found.whole = False
