"""What somebody was given by a service: a zip, a packed tape (tar.gz) or one file by itself, as files by name, read under caps.

Files of messages are known by path and left out here, before a byte of them is read: nothing further on can open one.
"""

import gzip
import tarfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Protocol, cast

from askfirst.guard.archives.member import Broken
from askfirst.guard.archives.messages import holds_messages
from askfirst.guard.archives.zipped import CHUNK, Entry, Zip, leads_out
from askfirst.guard.limits import MEMBER, MEMBERS, UNPACKED
from askfirst.guard.packed import packed
from askfirst.guard.unfit import Unfit

__all__ = ["ALONE", "Pack", "pack_of"]

ALONE = ""
"""The name of a file that came by itself."""
INSIDE = (".zip", ".tar", ".tgz", ".gz", ".7z", ".rar")
GZIP, ZIP = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")


class _Source(Protocol):
    """Files by name; `names` leaves out folders."""

    names: list[str]
    odd: int

    def pieces(self, name: str) -> Iterator[bytes]: ...


class Pack:
    """`names` of what may be opened; `messages` and `odd` count files that are not."""

    def __init__(self, source: _Source) -> None:
        self._source = source
        self._left = UNPACKED
        self.messages = sum(holds_messages(one) for one in source.names)
        self.names = [one for one in source.names if not holds_messages(one)]
        self.odd = source.odd

    def read(self, name: str) -> Iterator[bytes]:
        """The bytes of one of `names` in pieces. Raises Unfit where it is too much, Broken where it is cut short."""
        left = MEMBER
        for piece in self._source.pieces(name):
            left -= len(piece)
            self._left -= len(piece)
            if min(left, self._left) < 0:
                raise Unfit("too-much")
            yield piece


def pack_of(file: BinaryIO) -> Pack:
    """By its first bytes alone. Raises Unfit."""
    first = file.read(512)
    if not first.strip():
        raise Unfit("empty")
    if first.startswith(ZIP):
        pack = Pack(_Zipped(file))
        if pack.names and all(one.lower().endswith(INSIDE) for one in pack.names):
            raise Unfit("nested")
        return pack
    if first.startswith(GZIP):
        return Pack(_Taped(file))
    if packed(first):
        raise Unfit("packed")
    return Pack(_Single(file))


class _Zipped:
    def __init__(self, file: BinaryIO) -> None:
        self._zip = Zip(file)
        files = [one for one in self._zip.entries if not one.name.endswith(("/", "\\"))]
        self.odd = sum(one.odd for one in files)
        self._entries: dict[str, Entry] = {one.name: one for one in files if not one.odd}
        self.names = list(self._entries)

    def pieces(self, name: str) -> Iterator[bytes]:
        return self._zip.read(self._entries[name])


class _Single:
    def __init__(self, file: BinaryIO) -> None:
        self._file, self.names, self.odd = file, [ALONE], 0

    def pieces(self, name: str) -> Iterator[bytes]:
        self._file.seek(0)
        while piece := self._file.read(CHUNK):
            yield piece


class _Counted:
    """The unpacked bytes of a tape, held to the cap: what is skipped is unpacked too."""

    def __init__(self, file: BinaryIO) -> None:
        file.seek(0)
        self._unpacked = gzip.GzipFile(fileobj=file)
        self._left = UNPACKED

    def read(self, size: int = CHUNK) -> bytes:
        try:
            data = self._unpacked.read(min(size, 16 * CHUNK))
        except (OSError, EOFError, zlib.error):
            raise Broken from None
        self._left -= len(data)
        if self._left < 0:
            raise Unfit("too-much")
        return data


class _Taped:
    """A tape can only be read from its start, so each file read is a way through it: services that give one name few."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.odd = 0
        self.names = []
        for one in self._members():
            if one.isreg() and not leads_out(one.name) and not one.sparse:
                self.names.append(one.name)
            elif not one.isdir():
                self.odd += 1
        if not self.names:
            raise Unfit("broken")

    def _members(self) -> Iterator[tarfile.TarInfo]:
        """Raises Unfit. A tape that is cut short gives what it holds."""
        count = 0
        try:
            tape: Any = tarfile.open(  # noqa: SIM115 -- it is read by whoever asks for the next member
                fileobj=cast("BinaryIO", _Counted(self._file)), mode="r|", bufsize=CHUNK
            )
            self._tape = tape
            for one in tape:
                count += 1
                if count > MEMBERS:
                    raise Unfit("members")
                yield one
                tape.members.clear()  # else it remembers each
        except (tarfile.TarError, Broken, ValueError) as problem:
            if isinstance(problem, Unfit):
                raise
            return

    def pieces(self, name: str) -> Iterator[bytes]:
        for one in self._members():
            if one.name == name and one.isreg():
                held = self._tape.extractfile(one)
                try:
                    while held is not None and (piece := held.read(CHUNK)):
                        yield piece
                except tarfile.TarError:
                    raise Broken from None
                return
        raise Broken
