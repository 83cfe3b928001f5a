"""Records out of a CAR file, the form in which Bluesky gives a whole account: only those that the account's own tree still names.

Blocks that nothing points at (what was deleted) are never read as posts. Linear in the file's size, which is held in memory under a cap.
Formats: CARv1 (varint lengths, CID, block), DAG-CBOR (RFC 8949, tag 42) and the tree of the AT protocol. Source: exports.md 1.8.
"""

import struct
from collections.abc import Iterable, Iterator
from typing import Any

from askfirst.guard.archives.json_items import seen
from askfirst.guard.archives.member import Broken
from askfirst.guard.limits import MILLION, NESTED

__all__ = ["car_records"]

LARGEST, BLOCK = 200 * MILLION, 2 * MILLION
LINK = 42
SIMPLE = {20: False, 21: True, 22: None, 23: None}


def car_records(chunks: Iterable[bytes], wanted: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(path, record) of every path that begins with one of `wanted`. Raises Broken."""
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > LARGEST:
            raise Broken
    try:
        yield from _Tree(bytes(data)).records(wanted)
    except (IndexError, KeyError, TypeError, ValueError, struct.error, RecursionError):
        raise Broken from None


class _Tree:
    """Where each block stands, by its name."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        size, at = _number(data, 0)
        head, _ = _value(data, at, 0)
        self._root = head["roots"][0]
        self._blocks: dict[bytes, tuple[int, int]] = {}
        at += size
        while at < len(data):
            size, at = _number(data, at)
            end = at + size
            if not 0 < size <= BLOCK + 100 or end > len(data):
                break  # cut short: what came before it can be read
            after = _after_name(data, at)
            self._blocks[data[at:after]] = (after, end)
            at = end

    def _block(self, name: bytes) -> Any:
        start, end = self._blocks[name]
        if end - start > BLOCK:
            raise Broken
        return _value(self._data, start, 0)[0]

    def records(self, wanted: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
        waiting, met = [self._block(self._root)["data"]], set()
        while waiting:
            name = waiting.pop()
            if name in met:
                continue
            met.add(name)
            node = self._block(name)
            below = [node.get("l")]
            key = b""
            for entry in node["e"]:
                key = key[: entry["p"]] + entry["k"]
                below.append(entry.get("t"))
                path = key.decode("utf-8", "replace")
                if path.startswith(wanted):
                    record = self._block(entry["v"])
                    if isinstance(record, dict):
                        yield path, record
            waiting += [one for one in reversed(below) if one is not None]


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number in groups of seven bits, lowest first, and the place after it."""
    found = shift = 0
    while True:
        byte = data[at]
        at += 1
        found |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return found, at
        if shift > 63:
            raise Broken


def _after_name(data: bytes, at: int) -> int:
    """The place after the name of a block: version, kind, sort of digest, its length, the digest."""
    for _ in range(3):
        _, at = _number(data, at)
    length, at = _number(data, at)
    return at + length


def _value(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    """One value and the place after it."""
    if depth > NESTED:
        raise Broken
    sort, info = data[at] >> 5, data[at] & 31
    at += 1
    if sort == 7:
        if info == 27:
            return struct.unpack_from(">d", data, at)[0], at + 8
        return SIMPLE[info], at
    if info < 24:
        count = info
    else:
        size = {24: 1, 25: 2, 26: 4, 27: 8}[info]
        count = int.from_bytes(data[at : at + size], "big")
        at += size
    if sort in (0, 1):
        return (count if sort == 0 else -1 - count), at
    if sort in (2, 3):
        if at + count > len(data):
            raise Broken
        piece = data[at : at + count]
        return (piece if sort == 2 else seen(piece.decode("utf-8", "replace"))), at + count
    if sort == 6:
        held, at = _value(data, at, depth + 1)
        return (held[1:] if count == LINK and isinstance(held, bytes) else held), at
    if count > len(data) - at:
        raise Broken
    return _list(data, at, count, depth) if sort == 4 else _map(data, at, count, depth)


def _list(data: bytes, at: int, count: int, depth: int) -> tuple[Any, int]:
    found = []
    for _ in range(count):
        one, at = _value(data, at, depth + 1)
        found.append(one)
    return found, at


def _map(data: bytes, at: int, count: int, depth: int) -> tuple[Any, int]:
    found = {}
    for _ in range(count):
        key, at = _value(data, at, depth + 1)
        found[key], at = _value(data, at, depth + 1)
    return found, at
