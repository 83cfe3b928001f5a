"""Records out of a file of JSON of any size, one at a time: the file is never in memory as a whole.

What comes is (path, value): the keys on the way down to a list, and each item of that list; or the keys down to a single word or number.
So {"a": {"b": [1, 2]}, "c": 3} gives (("a", "b"), 1), (("a", "b"), 2), (("c",), 3). Linear in the file's size. Source: exports.md 2.
"""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from askfirst.guard.archives.member import Broken
from askfirst.guard.limits import ITEM, NESTED

__all__ = ["json_items", "seen"]

Path = tuple[str, ...]
SPACE = re.compile(r"[ \t\r\n]*")
HALF = re.compile("[\ud800-\udfff\0]")
FIRST = 1_024  # letters before the first bracket: "window.YTD.tweets.part0 = " and the like
LEAST = 65_536
UTF8 = codecs.lookup("utf-8")


def seen(text: str) -> str:
    """Without half letters and NUL, which nothing further on can hold."""
    return HALF.sub("\ufffd", text)


def json_items(chunks: Iterable[bytes]) -> Iterator[tuple[Path, Any]]:
    """Raises Broken where the JSON ends early or is none, after every record before that."""
    return _Reader(chunks).read()


class _Reader:
    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._letters = UTF8.incrementaldecoder("replace")
        self._held, self._at, self._done = "", 0, False
        self._decode = json.JSONDecoder().raw_decode

    def read(self) -> Iterator[tuple[Path, Any]]:
        self._more(FIRST)
        start = min((at for at in (self._held.find(one, 0, FIRST) for one in "[{") if at >= 0), default=-1)
        if start < 0:
            raise Broken
        self._at = start
        yield from self._value((), self._peek())

    def _more(self, least: int) -> bool:
        """Takes in at least so many letters, or all there are; lets go of what is behind. Whether any came."""
        kept, self._at = self._held[self._at :], 0
        pieces, count = [kept], 0
        while count < least and not self._done:
            try:
                chunk = next(self._chunks)
            except StopIteration:
                self._done = True
                chunk = b""
            piece = self._letters.decode(chunk, self._done)
            count += len(piece)
            pieces.append(piece)
        self._held = "".join(pieces)
        return count > 0

    def _peek(self) -> str:
        """The next letter that is no space. Raises Broken at the end."""
        while True:
            match = SPACE.match(self._held, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._more(LEAST):
                raise Broken

    def _whole(self) -> Any:
        """The value that begins here, at most ITEM letters of it. Raises Broken."""
        while True:
            left = len(self._held) - self._at
            try:
                value, end = self._decode(self._held, self._at)
                if end < len(self._held) or self._done:
                    self._at = end
                    return value
            except RecursionError:
                raise Broken from None
            except ValueError:
                if self._done or left > ITEM:
                    raise Broken from None
            if not self._more(max(left, LEAST)) and not self._done:
                raise Broken

    def _value(self, path: Path, first: str) -> Iterator[tuple[Path, Any]]:
        if first == "[":
            yield from self._list(path)
        elif first == "{":
            yield from self._object(path)
        else:
            yield path, self._whole()

    def _list(self, path: Path) -> Iterator[tuple[Path, Any]]:
        self._at += 1
        if self._peek() == "]":
            self._at += 1
            return
        while True:
            self._peek()
            yield path, self._whole()
            if self._next("]"):
                return

    def _object(self, path: Path) -> Iterator[tuple[Path, Any]]:
        if len(path) >= NESTED:
            raise Broken
        self._at += 1
        if self._peek() == "}":
            self._at += 1
            return
        while True:
            if self._peek() != '"':
                raise Broken
            key = self._whole()
            if self._peek() != ":":
                raise Broken
            self._at += 1
            yield from self._value((*path, str(key)), self._peek())
            if self._next("}"):
                return

    def _next(self, end: str) -> bool:
        """Whether the list or object ends here; else past the comma. Raises Broken."""
        letter = self._peek()
        if letter not in (end, ","):
            raise Broken
        self._at += 1
        return letter == end
