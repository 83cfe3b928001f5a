"""The letters of a file, and its cells: which encoding it is in, line by line, never more than a row in memory; pure.

Our own reader rather than the library's: every mistake is named with its line and its column, and a cell has a limit from the start.
"""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from askfirst.words import Sentence, say

__all__ = ["LONGEST_CELL", "LONGEST_FILE", "BadLine", "Letters", "cells", "letters"]

LONGEST_CELL = 2_000  # characters
LONGEST_LINE = 20_000
LONGEST_FILE = 50_000_000  # bytes
CHUNK = 1 << 16
BOMS = (("utf-8-sig", codecs.BOM_UTF8), ("utf-16", codecs.BOM_UTF16_LE), ("utf-16", codecs.BOM_UTF16_BE))
NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8 with a mark", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
NAMES |= {"cp1252": "Windows-1252"}
TOO_LONG = say("This cell is longer than {most} characters. Shorten it.", most=format(LONGEST_CELL, ","))


class BadLine(ValueError):
    """A place where the file cannot be read on. `place` is the number of the cell in its line, from 0."""

    def __init__(self, line: int, place: int, sentence: Sentence) -> None:
        self.line, self.place, self.sentence = line, place, sentence
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class Letters:
    """The encoding by Python's name and by one people know, and what separates cells."""

    encoding: str
    says: str
    separator: str


def letters(file: BinaryIO) -> Letters:
    """How the file is written. It is read once from start to end, and left at its start. Raises BadLine."""
    start = file.read(CHUNK)
    encoding = next((name for name, mark in BOMS if start.startswith(mark)), "") or _by_nulls(start[:1000])
    found = [encoding] if encoding else ["utf-8", "cp1252"]
    wrong: tuple[int, int] | None = None
    for encoding in found:
        wrong = _first_wrong(file, encoding)
        if wrong is None:
            separator = _separator(file, encoding)
            file.seek(0)
            return Letters(encoding, NAMES[encoding], separator)
    raise BadLine(*(wrong or (1, 0)), say("These bytes are not text in UTF-8, UTF-16 or Windows-1252. Save the file as “CSV UTF-8”."))


def _by_nulls(start: bytes) -> str:
    """Every second byte of Latin text in UTF-16 is nothing."""
    if start[1::2].count(0) > len(start) // 3:
        return "utf-16-le"
    return "utf-16-be" if start[0::2].count(0) > len(start) // 3 else ""


def _first_wrong(file: BinaryIO, encoding: str) -> tuple[int, int] | None:
    """The line and the place of the first bytes that are no letters; None where all are. Raises BadLine for too much."""
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    line, size, rest = 1, 0, ""
    while True:
        chunk = file.read(CHUNK)
        size += len(chunk)
        if size > LONGEST_FILE:
            raise BadLine(line, 0, say("The file is larger than {most} bytes. Send fewer people at once.", most=format(LONGEST_FILE, ",")))
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as problem:
            good = problem.object[: problem.start].decode(encoding.replace("-sig", ""), "replace")
            line += good.count("\n")
            return line, _place((rest if "\n" not in good else "") + good.rpartition("\n")[2])
        line += text.count("\n")
        rest = text.rpartition("\n")[2][-LONGEST_LINE:] if "\n" in text else (rest + text)[-LONGEST_LINE:]
        if not chunk:
            return None


def _place(before: str, separator: str = ",") -> int:
    """The number of the cell that what stands before it leads to."""
    return re.sub('"[^"]*("|$)', "", before).count(separator)


def _separator(file: BinaryIO, encoding: str) -> str:
    """A comma; where the headings have none, a tab, as "Unicode text" is saved with, or a semicolon, as in much of Europe."""
    file.seek(0)
    with_text = io.TextIOWrapper(file, encoding=encoding, newline=None)
    heading = with_text.readline(LONGEST_LINE)
    with_text.detach()
    return next((one for one in ",\t;" if one in heading), ",")


def cells(file: BinaryIO, written: Letters) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of its first line. Raises BadLine where it cannot be read on."""
    text = io.TextIOWrapper(file, encoding=written.encoding, newline=None)
    try:
        yield from _rows(text, written.separator)
    finally:
        text.detach()


def _rows(text: io.TextIOWrapper, separator: str) -> Iterator[tuple[int, list[str]]]:
    line = 0
    while row := text.readline(LONGEST_LINE + 1):
        line += 1
        first = line
        while row.count('"') % 2:  # a line break inside a cell
            more = text.readline(LONGEST_LINE + 1) if len(row) <= LONGEST_LINE else ""
            if not more:
                _refuse_long(row, first, separator)
                raise BadLine(
                    first, _unclosed(row, separator), say("A quotation mark opens a cell and nothing closes it. Close it, or take it out.")
                )
            line += 1
            row += more
            _refuse_long(row, first, separator)
        if not row.endswith("\n") and len(row) > LONGEST_LINE:
            _refuse_long(row, first, separator, whole=True)
        row = row.removesuffix("\n")
        yield first, row.split(separator) if '"' not in row else _quoted(row, first, separator)


def _refuse_long(row: str, line: int, separator: str, *, whole: bool = False) -> None:
    """Raises BadLine for a row that is getting longer than any row of ours: at its longest cell."""
    if len(row) > LONGEST_LINE:
        sizes = [len(cell) for cell in row.split(separator)]
        raise BadLine(line, _unclosed(row, separator) if row.count('"') % 2 else sizes.index(max(sizes)), TOO_LONG)
    if not whole and len(row) > LONGEST_CELL and len(row) - row.rfind('"') > LONGEST_CELL:
        raise BadLine(line, _unclosed(row, separator), TOO_LONG)


def _unclosed(row: str, separator: str) -> int:
    return _place(row[: row.rfind('"')], separator)


def _quoted(row: str, line: int, separator: str) -> list[str]:
    """Cells of a row in which quotation marks stand. Raises BadLine for one that stands inside a cell."""
    cell = re.compile(r'(?:"((?:[^"]|"")*)"|([^"%s]*))(%s|$)' % (separator, separator))
    found, at = list[str](), 0
    while True:
        match = cell.match(row, at)
        if match is None:
            raise BadLine(
                line, len(found), say("A quotation mark stands inside this cell. Put the whole cell in marks and double those in it.")
            )
        found.append((match.group(1) or "").replace('""', '"') if match.group(1) is not None else match.group(2))
        at = match.end()
        if not match.group(3):
            return found
