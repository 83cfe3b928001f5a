"""How large, how deep, how long: the figures each kind of upload is held to, in bytes, pixels, pages and seconds, in one table that the
refusals quote. Sources: trust.md ("Bad input") and media.md 3.4. Pure.
"""

from dataclasses import dataclass

__all__ = [
    "ARCHIVE", "ARCHIVES_AT_ONCE", "AT_ONCE", "BY_WIRE", "CHILD", "COPY_PIXELS", "DEPTH", "DRAWING", "ENTRIES", "ENTRY", "ITEM", "LENGTH",
    "LETTERS", "LISTED", "MEMBER", "MEMBERS", "MILLION", "NESTED", "PAGES", "PAGE_SIDE", "PARAGRAPHS", "PHOTO", "PIXELS",
    "RATIO", "READING", "TEXT_PAGES", "TIGHT", "UNPACKED", "UPLOAD", "VIEW_PIXELS", "WEB_PAGE", "Limits",
]  # fmt: skip

MILLION = 1_000_000
UPLOAD = 20 * MILLION
"""Bytes of one file."""
PIXELS = 50 * MILLION
"""Of one picture, read from its header before anything is decoded."""
VIEW_PIXELS = 16 * MILLION
"""Of the copy for viewing; a larger picture is made smaller."""
COPY_PIXELS = 25 * MILLION
"""Of a clean copy; of a larger picture it has half as many each way, so that the child stays under its limit of memory."""
PAGES = 50
"""Of one PDF."""
PAGE_SIDE = 1_400
"""Pixels of a page's longer side in the copy for viewing: 120 to the inch for A4."""
WEB_PAGE = 5 * MILLION
"""Bytes of one saved web page, which is words and their dress: its pictures lie beside it."""
TEXT_PAGES = 100
"""Of one document that is read as text."""
LETTERS = 400_000
"""Code points of text that one document gives: TEXT_PAGES full pages, and some."""
PARAGRAPHS = 8_000
"""Of one document that is read as text."""
ENTRIES = 5_000
"""Parts of a packed document."""
ENTRY = 30 * MILLION
"""Bytes of one of its parts, unpacked."""
RATIO = 200
"""How many times larger a part may be unpacked than packed; parts under a million bytes are not asked."""
DEPTH = 100
"""Elements of a document inside one another."""
AT_ONCE = 2
"""Children that open files at one time, so that a rush takes no more memory than these."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may use: bytes of address space, seconds of processor, seconds by the clock, bytes of what it gives back."""

    memory: int
    cpu: int
    wall: int
    output: int


CHILD = Limits(memory=1_000 * MILLION, cpu=20, wall=30, output=25 * MILLION)
PHOTO = Limits(memory=700 * MILLION, cpu=50, wall=60, output=25 * MILLION)
"""One photo: trust.md gives 60 s and 300 MB. Address space is more than memory in use: libraries alone are mapped into 200 MB of it."""
READING = Limits(memory=2_000 * MILLION, cpu=30, wall=20, output=MILLION)
"""Words in one photo: at most 20 s. It takes 0.6 to 0.8 GB, and maps more."""
DRAWING = Limits(memory=800 * MILLION, cpu=20, wall=15, output=4 * MILLION)
"""One page that a browser draws: the memory of all its processes together. It takes about a second."""
LENGTH = 8
"""Bytes before each part that goes to a child kept for several files, and comes back from it: how long the part is."""

BY_WIRE = 500 * MILLION
"""Bytes of one archive of one's own data that a page takes; the command line opens larger ones where they lie."""
ARCHIVE = Limits(memory=700 * MILLION, cpu=60, wall=60, output=5 * MILLION)
"""One archive: trust.md gives 60 s and 300 MB, of which libraries map 200 MB that nobody touches."""
ARCHIVES_AT_ONCE = 2
"""Archives that are received or opened at one time."""
MEMBERS = 200_000
"""Files that one archive may list; large ones of a service pass 50,000."""
LISTED = 64 * MILLION
"""Bytes of the list of them."""
MEMBER = 512 * MILLION
"""Bytes of one of its files that is read, unpacked."""
UNPACKED = 2_000 * MILLION
"""Bytes of all that are read, unpacked, counted as they come."""
TIGHT = 10 * MILLION
"""Bytes from which on a file may not be packed more tightly than RATIO."""
ITEM = 4 * MILLION
"""Letters of one record (a post) in a file of many."""
NESTED = 64
"""Objects inside one another on the way to the records."""
