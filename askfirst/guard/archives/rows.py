"""Rows out of a file of comma-separated values, each by the names in its header; notes above the header are passed over. Linear."""

import codecs
import csv
from collections.abc import Iterable, Iterator

from askfirst.guard.archives.json_items import seen
from askfirst.guard.archives.member import Broken
from askfirst.guard.limits import MILLION

__all__ = ["lines_of", "rows"]

UTF8 = codecs.lookup("utf-8")
PREAMBLE = 20  # lines that may stand above the header
csv.field_size_limit(MILLION)


def lines_of(chunks: Iterable[bytes]) -> Iterator[str]:
    """Lines with their ends, as the csv module wants them; bytes that are no letters become one sign each."""
    letters = UTF8.incrementaldecoder("replace")
    kept, first = "", True
    for chunk in chunks:
        text = kept + letters.decode(chunk)
        if first:
            text, first = text.removeprefix("\ufeff"), False
        if len(text) > 4 * MILLION and "\n" not in text:
            raise Broken
        *whole, kept = text.split("\n")
        for line in whole:
            yield seen(line) + "\n"
    if kept:
        yield seen(kept + letters.decode(b"", True))


def rows(chunks: Iterable[bytes], known: Iterable[str]) -> Iterator[dict[str, str]]:
    """`known`: names of which the header holds at least one. A short row lacks its last fields. Raises Broken: no such header, no CSV."""
    wanted = {one.casefold() for one in known}
    header: list[str] | None = None
    try:
        for number, cells in enumerate(csv.reader(lines_of(chunks))):
            if header is None:
                names = [one.strip().casefold() for one in cells]
                if wanted & set(names):
                    header = names
                elif number > PREAMBLE:
                    raise Broken
            elif cells:
                yield dict(zip(header, cells, strict=False))
    except csv.Error:
        raise Broken from None
    if header is None:
        raise Broken
