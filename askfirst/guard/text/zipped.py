"""Documents that are packed XML: a part is unpacked under caps whatever its header says, and its XML is read as a stream, without a
document type, an entity or anything fetched. Only the child reads by it. Pure.
"""

import codecs
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from xml.parsers import expat

from askfirst.guard.limits import DEPTH, ENTRIES, ENTRY, MILLION, RATIO
from askfirst.guard.unfit import Unfit

__all__ = ["Parts", "Reader", "stream"]

LOOKED_UP = [codecs.lookup(name) for name in ("cp437", "utf-8", "utf-16", "latin-1", "ascii")]  # before files are shut off
READ_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class Parts:
    """The parts of a packed document by name. Raises Unfit: too many of them, or not packed at all."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except READ_ERRORS:
            raise Unfit("broken") from None
        listed = self._zip.infolist()
        if len(listed) > ENTRIES:
            raise Unfit("too-much")
        self._times = Counter(one.filename for one in listed)

    def __contains__(self, name: str) -> bool:
        return name in self._times

    def names(self) -> list[str]:
        return list(self._times)

    def part(self, name: str) -> bytes:
        """Its bytes, counted as they come. Raises Unfit: there twice, under a password, too large, or packed too tightly."""
        if self._times[name] > 1:
            raise Unfit("broken")
        held = self._zip.getinfo(name)
        if held.flag_bits & 1:
            raise Unfit("locked")
        most = max(MILLION, min(ENTRY, RATIO * held.compress_size))
        try:
            with self._zip.open(held) as part:
                data = part.read(most + 1)
        except READ_ERRORS:
            raise Unfit("broken") from None
        if len(data) > most:
            raise Unfit("too-much")
        return data


class Reader:
    """Takes what a stream of XML holds. Names are bare: what stands before the colon is cut off."""

    def start(self, name: str, marks: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def words(self, text: str) -> None:
        """Letters between them."""


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


def stream(data: bytes, reader: Reader) -> None:
    """Reads it through. Raises Unfit: no XML, a document type in it, or too deep."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(name: str, marks: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH:
            raise Unfit("too-much")
        reader.start(_bare(name), {_bare(mark): value for mark, value in marks.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(_bare(name))

    def refused(*_: object) -> None:
        raise Unfit("broken")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, reader.words
    parser.StartDoctypeDeclHandler = refused
    parser.EntityDeclHandler = refused
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise Unfit("broken") from None
