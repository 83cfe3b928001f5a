"""Entries of a TIFF structure, which EXIF is too: each directory once, so that one that points at itself ends.

Bounded in directories, entries and the bytes of one value; whatever points outside the file is left out.
"""

import struct
from dataclasses import dataclass, field

__all__ = ["Entries", "Value", "read_tiff"]

Value = bytes | tuple[int, ...] | tuple[tuple[int, int], ...]
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
LETTERS = {3: "H", 4: "L", 8: "h", 9: "l", 13: "L"}
BYTES, RATIONALS = (1, 2, 6, 7), (5, 10)
DIRECTORIES, ENTRIES, NUMBERS, LONGEST = 64, 1_000, 4_096, 4_000_000
EXIF, GPS, SUB, INTEROP = 0x8769, 0x8825, 0x014A, 0xA005
INTO = {EXIF: "exif", GPS: "gps", INTEROP: "interop", SUB: "sub"}
STRIPS, STRIP_SIZES, TILES, TILE_SIZES = 0x0111, 0x0117, 0x0144, 0x0145


@dataclass(slots=True)
class Entries:
    """By directory ("0", "1", …, "exif", "gps"): tag and value. `reach`: where the last byte spoken of ends.

    `pages`: directories in line.
    """

    of: dict[str, dict[int, Value]] = field(default_factory=dict)
    reach: int = 8
    pages: int = 0
    count: int = 0


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.order = "<" if data[:2] == b"II" else ">"
        self.seen: set[int] = set()
        self.found = Entries()

    def numbers(self, letters: str, at: int) -> tuple[int, ...]:
        return struct.unpack_from(self.order + letters, self.data, at)

    def directory(self, name: str, at: int) -> int:
        """Reads one; gives where the next in line stands, or 0."""
        if at in self.seen or len(self.seen) >= DIRECTORIES or not 8 <= at <= len(self.data) - 2:
            return 0
        self.seen.add(at)
        count = min(self.numbers("H", at)[0], ENTRIES, (len(self.data) - at - 2) // 12)
        held = self.found.of.setdefault(name, {})
        deeper: list[tuple[str, int]] = []
        for number in range(count):
            tag, kind, many = self.numbers("HHL", at + 2 + number * 12)
            value = self.value(kind, many, at + 10 + number * 12)
            if value is None:
                continue
            self.found.count += 1
            held.setdefault(tag, value)
            if tag in INTO and kind in LETTERS:
                deeper += [(INTO[tag], one) for one in value if isinstance(one, int)]
        self.data_ends(held)
        end = at + 2 + count * 12
        self.found.reach = max(self.found.reach, min(end + 4, len(self.data)))
        for inner, where in deeper[:DIRECTORIES]:
            self.directory(inner, where)
        return self.numbers("L", end)[0] if end + 4 <= len(self.data) else 0

    def value(self, kind: int, many: int, at: int) -> Value | None:
        size = SIZES.get(kind, 0) * many
        if not size:
            return None
        if size > 4:
            at = self.numbers("L", at)[0]
            if at + size > len(self.data):
                return None
            self.found.reach = max(self.found.reach, at + size)
        if kind in BYTES:
            return self.data[at : at + min(size, LONGEST)]
        many = min(many, NUMBERS)
        if kind in RATIONALS:
            pairs = self.numbers(("L" if kind == 5 else "l") * 2 * many, at)
            return tuple(zip(pairs[::2], pairs[1::2], strict=True))
        return self.numbers(LETTERS[kind] * many, at) if kind in LETTERS else None

    def data_ends(self, held: dict[int, Value]) -> None:
        """How far the dots of this picture reach."""
        for where, how_long in ((STRIPS, STRIP_SIZES), (TILES, TILE_SIZES)):
            for at, size in zip(held.get(where, ()), held.get(how_long, ()), strict=False):
                if isinstance(at, int) and isinstance(size, int):
                    self.found.reach = max(self.found.reach, at + size)


def read_tiff(data: bytes) -> Entries:
    """Everything entered in `data`, which begins with "II*" or "MM*"; nothing where it does not."""
    reader = _Reader(data)
    if len(data) < 8 or data[:4] not in (b"II*\0", b"MM\0*"):
        return reader.found
    at = reader.numbers("L", 4)[0]
    while at and reader.found.pages < DIRECTORIES:
        before = len(reader.seen)
        at, name = reader.directory(str(reader.found.pages), at), reader.found.pages
        if len(reader.seen) == before:
            break
        reader.found.pages = name + 1
    return reader.found
