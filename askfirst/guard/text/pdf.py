"""PDFs into paragraphs: lines as they stand on the page, joined where one runs on into the next. Only the child reads by it.

A PDF knows letters and places, no paragraphs: those are found by the gap above a line, its size, and whether the one before it was full.
"""

import ctypes
import re
import statistics
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from askfirst.guard.limits import TEXT_PAGES
from askfirst.guard.text.collected import Collected
from askfirst.guard.text.plain import ITEM, item_of
from askfirst.guard.unfit import Unfit

__all__ = ["read"]

LOCKED = 4  # what pdfium answers for a password
NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
HYPHENS = ("\x02", "\ufffe", "\xad")
BROKEN = "\xad"  # a hyphen at the end of a line: of the word, or of the printer
EDGES = 2  # lines at the top and foot of a page that may be the same on each
WIDER, LARGER = 1.35, 1.12
SLACK = 0.98  # of the width: a word that would have fitted within it was not moved to the next line for want of room


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words, its number and page, and where it stands in points from the lower left."""

    words: str
    line: int
    page: int
    left: float
    right: float
    top: float
    size: float
    bold: bool


def _bold(text: pdfium.PdfTextPage, at: int) -> bool:
    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, name, len(name), ctypes.byref(flags))
    return b"bold" in name.value.lower() or raw.FPDFText_GetFontWeight(text, at) >= 600


def _lines(page: pdfium.PdfPage, number: int) -> list[Line]:
    text = page.get_textpage()
    found: list[Line] = []
    row: list[tuple[int, str]] = []
    for at in range(text.count_chars() + 1):
        code = raw.FPDFText_GetUnicode(text, at) if at < text.count_chars() else 10
        if code in (10, 13):
            line = _line(text, row, number, len(found) + 1)
            found += [line] if line else []
            row = []
        elif 0 < code < 0x110000 and not 0xD800 <= code < 0xE000:
            row.append((at, chr(code)))
    text.close()
    page.close()
    return found


def _line(text: pdfium.PdfTextPage, row: list[tuple[int, str]], page: int, number: int) -> Line | None:
    seen = [at for at, letter in row if letter.strip()]
    if not seen:
        return None
    words = "".join(letter for _, letter in row)
    for hyphen in HYPHENS:
        words = words.replace(hyphen, BROKEN)
    left, _, _, top = text.get_charbox(seen[0], loose=True)
    _, _, right, _ = text.get_charbox(seen[-1], loose=True)
    size = raw.FPDFText_GetFontSize(text, seen[0])
    return Line(words.strip(), number, page, left, right, top, size, _bold(text, seen[0]) and _bold(text, seen[-1]))


def _running(pages: list[list[Line]]) -> set[tuple[int, int]]:
    """Page and number of the lines that stand on most pages, and of page numbers."""
    edges = [(line, (re.sub(r"\d+", "#", line.words), round(line.top))) for lines in pages for line in {*lines[:EDGES], *lines[-EDGES:]}]
    times = Counter(same for _, same in edges)
    often = {same for same, count in times.items() if count >= 3 and count * 2 > len(pages)}
    return {(line.page, line.line) for line, same in edges if same in often or NUMBER.fullmatch(line.words)}


def _pitch(lines: list[Line], body: float, margin: float) -> float:
    """From one line to the next inside a paragraph, in points: as the lines have it that were broken for want of room."""
    down = [
        before.top - line.top
        for before, line in pairwise(lines)
        if before.page == line.page and 0 < before.top - line.top < 3 * body and not _had_room(line, before, margin)
    ]
    return statistics.median_low(down) if down else 1.25 * body


def _begins(line: Line, before: Line, pitch: float, margin: float) -> bool:
    """Whether a line begins a paragraph, after the one before it."""
    if line.page != before.page or line.bold != before.bold or ITEM.match(line.words):
        return True
    down = before.top - line.top
    if down > WIDER * pitch or down <= 0 or not 1 / LARGER < line.size / before.size < LARGER:
        return True
    return _had_room(line, before, margin) and (before.words[-1] in ".;:!?" or not line.words[0].islower())


def _had_room(line: Line, before: Line, margin: float) -> bool:
    """Whether the first word of a line would have fitted on the line before it."""
    first = len(line.words.split()[0]) + 1
    return before.right + first * (line.right - line.left) / len(line.words) < SLACK * margin


def _whole(words: list[str]) -> str:
    """Lines in one; a hyphen at an end runs on without a space."""
    joined = ""
    for one in words:
        joined += one if not joined or joined.endswith((BROKEN, "-")) else " " + one
    return joined


def _letters(words: str, known: set[str]) -> str:
    """A broken word with its hyphen where it is written so elsewhere, else without."""

    def mended(found: re.Match[str]) -> str:
        with_hyphen = found[1] + "-" + found[2]
        return with_hyphen if with_hyphen.lower() in known else found[1] + found[2]

    return re.sub(r"(\w+)\xad\s*(\w+)", mended, words).replace(BROKEN, "-")


def _levels(sizes: list[float], body: float) -> dict[float, int]:
    larger = sorted({size for size in sizes if size > LARGER * body}, reverse=True)
    return {size: min(9, at) for at, size in enumerate(larger, 1)}


def _add(group: list[Line], levels: dict[float, int], known: set[str], out: Collected) -> None:
    first = group[0]
    bare, bullet = item_of(_letters(_whole([line.words for line in group]), known))
    stands_out = round(first.size, 1) in levels or first.bold
    short = len(bare.split()) <= 12 and not bare.endswith((".", ";", ":"))
    heading = levels.get(round(first.size, 1), 9) if stands_out and short else 0
    out.add(bare, line=first.line, page=first.page, heading=heading, item=bullet and not heading)


def read(data: bytes, out: Collected) -> None:
    """Everything its pages say as letters. Raises Unfit: a password, too many pages, or pictures of pages and no letter."""
    try:
        held = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as problem:
        raise Unfit("locked" if getattr(problem, "err_code", None) == LOCKED else "broken") from None
    if not 0 < len(held) <= TEXT_PAGES:
        raise Unfit("long" if len(held) else "broken")
    pages = [_lines(page, number) for number, page in enumerate(held, 1)]
    if not any(pages):
        raise Unfit("scanned")
    if not all(pages):
        out.note("no-text")
    running = _running(pages)
    if running:
        out.note("running")
    lines = [line for page in pages for line in page if (line.page, line.line) not in running]
    if not lines:
        raise Unfit("scanned")
    body = statistics.median(line.size for line in lines for _ in line.words)
    margin = max(line.right for line in lines)
    pitch = _pitch(lines, body, margin)
    levels = _levels([round(line.size, 1) for line in lines], body)
    known = {word.lower() for line in lines for word in re.findall(r"\w+(?:-\w+)+", line.words)}
    group = [lines[0]]
    for line in lines[1:]:
        if _begins(line, group[-1], pitch, margin):
            _add(group, levels, known, out)
            group = []
        group.append(line)
    _add(group, levels, known, out)
