"""Which kind of picture these bytes are, by themselves, and everything they carry beside it."""

from collections.abc import Callable, Mapping
from typing import Literal

from askfirst.guard.hidden.blocks import gif_facts, webp_facts
from askfirst.guard.hidden.boxes import boxes_facts
from askfirst.guard.hidden.exif import exif_facts
from askfirst.guard.hidden.found import Found
from askfirst.guard.hidden.jpeg import jpeg_facts
from askfirst.guard.hidden.notes import notes, profile, tail
from askfirst.guard.hidden.png import png_facts
from askfirst.guard.hidden.tiff import Value

__all__ = ["KINDS", "kind_of", "read_hidden"]

KINDS = ("jpeg", "png", "webp", "gif", "tiff", "heic", "avif")
FIRST = (
    ("png", b"\x89PNG\r\n\x1a\n"),
    ("jpeg", b"\xff\xd8\xff"),
    ("gif", b"GIF87a"),
    ("gif", b"GIF89a"),
    ("tiff", b"II*\0"),
    ("tiff", b"MM\0*"),
)
AVIF, HEIC = (b"avif", b"avis"), (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
TIFF_XMP, TIFF_IPTC, TIFF_PHOTOSHOP, TIFF_ICC = 0x02BC, 0x83BB, 0x8649, 0x8773


def kind_of(data: bytes) -> str:
    """One of KINDS, or "". Looks at the first bytes alone."""
    for kind, first in FIRST:
        if data.startswith(first):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        brands = {data[8:12], *(data[at : at + 4] for at in range(16, min(int.from_bytes(data[:4], "big"), 256), 4))}
        return "avif" if brands & set(AVIF) else "heic" if brands & set(HEIC) else ""
    return ""


def _bytes(held: Value, data: bytes) -> bytes:
    """The bytes of a value; some programs write them four at a time, as numbers."""
    if isinstance(held, bytes):
        return held
    order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"
    return b"".join(one.to_bytes(4, order) for one in held if isinstance(one, int) and 0 <= one < 1 << 32)


def _tiff_facts(data: bytes, found: Found) -> None:
    entries = exif_facts(data, found, whole_file=True)
    main = entries.of.get("0", {})
    for tag, kind in ((TIFF_XMP, "xmp"), (TIFF_IPTC, "iptc"), (TIFF_PHOTOSHOP, "photoshop")):
        held = main.get(tag)
        if held:
            notes(kind, _bytes(held, data), found)
    colours = main.get(TIFF_ICC)
    if isinstance(colours, bytes):
        profile(colours, found)
    if entries.pages > 1:
        found.count("seconds", entries.pages - 1)
        found.add("seconds", "pages", str(entries.pages))
    found.whole = entries.reach <= len(data) and entries.pages > 0
    tail(data[entries.reach :], found)


WALKERS: Mapping[str, Callable[[bytes, Found], None]] = {
    "jpeg": jpeg_facts, "png": png_facts, "webp": webp_facts, "gif": gif_facts, "tiff": _tiff_facts, "heic": boxes_facts,
    "avif": boxes_facts,
}  # fmt: skip


def read_hidden(kind: str, data: bytes) -> Found:
    """All that a file of this kind says. What is broken in one note leaves the others; raises nothing that a broken file could cause
    but IndexError, ValueError and struct.error where the file itself is no such file.
    """
    found = Found()
    WALKERS[kind](data, found)
    return found
