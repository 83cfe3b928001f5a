"""Entries out of a file of XML of any size, one at a time, as fields by name: no document type, no entity, nothing fetched. Linear."""

from collections.abc import Iterable, Iterator
from xml.parsers import expat

from askfirst.guard.archives.json_items import seen
from askfirst.guard.archives.member import Broken
from askfirst.guard.limits import DEPTH, ITEM

__all__ = ["xml_items"]

STEP = 65_536


class _Entries:
    """Names are as they stand in the file, prefix and all; what an attribute says is under "name@attribute", words
    joined by spaces, and of the entry itself under "@attribute"."""

    def __init__(self, element: str) -> None:
        self._element = element
        self._depth = self._inside = 0
        self._size = 0
        self._path: list[str] = []
        self._fields: dict[str, list[str]] = {}
        self.whole: list[dict[str, str]] = []

    def start(self, name: str, marks: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEPTH:
            raise Broken
        if name == self._element and not self._inside:
            self._inside, self._size, self._path = self._depth, 0, []
            self._fields = {"@" + mark: [value] for mark, value in marks.items()}
        elif self._inside:
            self._path.append(name)
            for mark, value in marks.items():
                self._fields.setdefault("@".join((name, mark)), []).append(value + " ")

    def end(self, name: str) -> None:
        if self._inside == self._depth:
            self.whole.append({field: seen("".join(words)).strip() for field, words in self._fields.items()})
            self._inside = 0
        elif self._inside:
            self._path.pop()
        self._depth -= 1

    def words(self, text: str) -> None:
        """Of the field right inside the entry: what stands deeper is somebody else's (a comment) or a mark."""
        if self._inside and self._path:
            self._size += len(text)
            if self._size > ITEM:
                raise Broken
            self._fields.setdefault("/".join(self._path), []).append(text)


def xml_items(chunks: Iterable[bytes], element: str) -> Iterator[dict[str, str]]:
    """Raises Broken where the XML ends early or has a document type, after every entry before that."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    entries = _Entries(element)

    def refused(*_: object) -> None:
        raise Broken

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = entries.start, entries.end, entries.words
    parser.StartDoctypeDeclHandler = refused
    parser.EntityDeclHandler = refused
    try:
        for chunk in chunks:
            for at in range(0, len(chunk), STEP):
                parser.Parse(chunk[at : at + STEP], False)
                yield from entries.whole
                entries.whole.clear()
        parser.Parse(b"", True)
        yield from entries.whole
    except (expat.ExpatError, LookupError, ValueError):  # no XML, or letters of a sort that nobody knows
        yield from entries.whole
        raise Broken from None
