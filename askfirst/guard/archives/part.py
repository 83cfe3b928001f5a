"""One of several archives that lie one behind the other in a file, as a file of its own. Nothing is copied."""

import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

__all__ = ["parts_of"]


class _Part(io.RawIOBase):
    """Bytes `start` to `start + size` of a file that can be read anywhere."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file, self._start, self._size, self._at = file, start, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As a file does; never before its start."""
        self._at = max(0, offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence])
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, into: object) -> int:
        """No byte of its neighbour."""
        room = memoryview(cast("bytearray", into))
        most = min(len(room), max(0, self._size - self._at))
        self._file.seek(self._start + self._at)
        held = self._file.read(most)
        room[: len(held)] = held
        self._at += len(held)
        return len(held)


def parts_of(file: BinaryIO, sizes: Iterable[int]) -> Iterator[BinaryIO]:
    """Each archive by its size in bytes; the file itself where no size is given."""
    start, alone = 0, True
    for size in sizes:
        alone = False
        yield cast("BinaryIO", io.BufferedReader(_Part(file, start, size), 65_536))
        start += size
    if alone:
        yield file
