"""A zip archive read where it lies: its list first, under caps, then single files as streams of bytes, counted as they come.

Nothing is written to disk and no path is followed. What headers say is checked and never believed. Only the child uses it.
Source: exports.md 2 (the list of known tricks); the format is APPNOTE.TXT 4.3 and 4.4.
"""

import codecs
import stat
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO, NamedTuple

from askfirst.guard.archives.member import Broken
from askfirst.guard.limits import LISTED, MEMBERS, RATIO, TIGHT
from askfirst.guard.unfit import Unfit

__all__ = ["Entry", "Zip"]

END, END64, AT64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
LINE, LOCAL = struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s5H3L2H")
TAIL = 22 + 65_535
FULL16, FULL32 = 0xFFFF, 0xFFFFFFFF
STORED, DEFLATED = 0, 8
ENCRYPTED, IN_UTF8 = 1, 0x800
UNIX = 3
CHUNK = 65_536
OLD_LETTERS = codecs.lookup("cp437")  # before files are shut off


class Entry(NamedTuple):
    """A file as the list has it: its sizes in bytes and where its own header stands."""

    name: str
    raw: bytes
    packed: int
    size: int
    at: int
    method: int
    crc: int
    locked: bool
    odd: bool  # a link, a path that leads out, or a name that stands there twice


class Zip:
    """The list of one archive. Raises Unfit: no end, too many files, or files that lie over one another."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        count, size, at = self._end()
        if size > LISTED or count > MEMBERS:
            raise Unfit("members")
        self.entries = list(self._listed(count, size, at))
        self._apart(at)
        times = Counter(one.name for one in self.entries)
        self.entries = [one._replace(odd=one.odd or times[one.name] > 1) for one in self.entries]

    def _end(self) -> tuple[int, int, int]:
        """How many files, bytes of their list and where it stands. Raises Unfit."""
        whole = self._file.seek(0, 2)
        start = self._file.seek(max(0, whole - TAIL))
        tail = self._file.read(TAIL)
        found = tail.rfind(END)
        if found < 0 or len(tail) - found < 22:
            raise Unfit("broken")
        disk, first, _, count, size, at = struct.unpack_from("<4H2L", tail, found + 4)
        if disk != first or disk not in (0, FULL16):
            raise Unfit("parts")
        if FULL16 in (count, disk) or FULL32 in (size, at):
            count, size, at = self._end64(tail, found)
        if at + size > start + found:
            raise Unfit("broken")
        return count, size, at

    def _end64(self, tail: bytes, found: int) -> tuple[int, int, int]:
        if found < 20 or tail[found - 20 : found - 16] != AT64:
            raise Unfit("broken")
        (there,) = struct.unpack_from("<Q", tail, found - 12)
        self._file.seek(there)
        record = self._file.read(56)
        if len(record) != 56 or record[:4] != END64:
            raise Unfit("broken")
        count, size, at = struct.unpack_from("<3Q", record, 32)
        return count, size, at

    def _listed(self, count: int, size: int, at: int) -> Iterator[Entry]:
        self._file.seek(at)
        held = self._file.read(size)
        place = 0
        for _ in range(count):
            if place + LINE.size > len(held):
                raise Unfit("broken")
            row = LINE.unpack_from(held, place)
            names, extras, notes = row[10:13]
            stop = place + LINE.size + names + extras + notes
            if row[0] != b"PK\x01\x02" or stop > len(held):
                raise Unfit("broken")
            raw = held[place + LINE.size : place + LINE.size + names]
            yield _entry(row, raw, held[place + LINE.size + names : stop - notes])
            place = stop

    def _apart(self, end: int) -> None:
        """No two files share a byte: one stretch that is unpacked many times is how a small file grows without end."""
        spans = sorted((one.at, one.at + LOCAL.size + len(one.raw) + one.packed) for one in self.entries)
        if any(stop > start for (_, stop), (start, _) in pairwise([*spans, (end, end)])):
            raise Unfit("overlap")

    def read(self, entry: Entry) -> Iterator[bytes]:
        """Its bytes in pieces. Raises Unfit where it is locked or packed too tightly, Broken where it is not as its header says."""
        if entry.locked:
            raise Unfit("locked")
        if entry.size > TIGHT and entry.size > RATIO * entry.packed:
            raise Unfit("tight")
        self._file.seek(entry.at)
        head = self._file.read(LOCAL.size)
        if len(head) != LOCAL.size or head[:4] != b"PK\x03\x04" or entry.method not in (STORED, DEFLATED):
            raise Broken
        names, extras = struct.unpack_from("<2H", head, 26)
        if self._file.read(names) != entry.raw:
            raise Broken
        at = self._file.seek(extras, 1)
        crc = count = 0
        for piece in self._unpacked(entry, at):
            count += len(piece)
            if count > entry.size:
                raise Broken
            crc = zlib.crc32(piece, crc)
            yield piece
        if count != entry.size or crc != entry.crc:
            raise Broken

    def _unpacked(self, entry: Entry, at: int) -> Iterator[bytes]:
        """Raises Broken. The place in the file is kept here: somebody may read another file meanwhile."""
        left, packed = entry.packed, zlib.decompressobj(-zlib.MAX_WBITS)
        while left:
            self._file.seek(at)
            given = self._file.read(min(CHUNK, left))
            if not given:
                raise Broken
            at, left = at + len(given), left - len(given)
            if entry.method == STORED:
                yield given
                continue
            while given and not packed.eof:
                try:
                    piece = packed.decompress(given, CHUNK)
                except zlib.error:
                    raise Broken from None
                given = packed.unconsumed_tail
                if piece:
                    yield piece


def _entry(row: tuple[int, ...], raw: bytes, extra: bytes) -> Entry:
    _, made, _, flags, method, _, _, crc, packed, size, *_, outer, at = row
    if FULL32 in (packed, size, at):
        size, packed, at = _larger(extra, size, packed, at)
    name = _name(raw, flags)
    mode = outer >> 16 if made >> 8 == UNIX else 0
    odd = stat.S_ISLNK(mode) or leads_out(name)
    return Entry(name, raw, packed, size, at, method, crc, bool(flags & ENCRYPTED), odd)


def _larger(extra: bytes, size: int, packed: int, at: int) -> tuple[int, int, int]:
    """Figures that did not fit, out of the extra field. Raises Unfit."""
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind == 1:
            field = iter(struct.unpack_from("<%dQ" % (min(length, len(extra) - place - 4) // 8), extra, place + 4))
            try:
                found = [next(field) if one == FULL32 else one for one in (size, packed, at)]
            except StopIteration:
                break
            return found[0], found[1], found[2]
        place += 4 + length
    raise Unfit("broken")


def _name(raw: bytes, flags: int) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace") if flags & IN_UTF8 else OLD_LETTERS.decode(raw, "replace")[0]


def leads_out(name: str) -> bool:
    """A path that no service writes: absolute, upwards, with a drive or a NUL. None is followed; they are not opened either."""
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or "\0" in name or name[1:2] == ":"
