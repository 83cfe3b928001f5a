"""Plain text into paragraphs: a line of its own, or several where a narrow file breaks them. Only the child reads by it. Pure."""

import codecs
import re
import statistics

from askfirst.guard.text.paragraph import Paragraph
from askfirst.guard.unfit import Unfit

__all__ = ["ITEM", "decoded", "decoded_page", "item_of", "read"]

WIDEST = 110
"""Letters of a line in a file that breaks its lines; in wider files each line is a paragraph."""
FULL = 0.7
"""Of the widest line: a shorter one ends its paragraph."""
ITEM = re.compile(r"\s*(?:[-*•·▪–—‣◦●○■]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,4})[.)])\s+(?=\S)")
BULLET = re.compile(r"\s*[-*•·▪–—‣◦●○■]\s+")
CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,30})""", re.IGNORECASE)
CP1252 = codecs.lookup("cp1252")  # looked up before files are shut off
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
KNOWN = [codecs.lookup(name) for _, name in MARKS]


def decoded(data: bytes, said: str = "") -> tuple[str, bool]:
    """The letters, and whether some could not be read. By the mark in front, then UTF-8, then `said` or cp1252. Raises Unfit."""
    for mark, name in MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(name, "replace")
            break
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode(said if said in ("iso-8859-1", "latin-1") else "cp1252", "replace")
    if "\0" in text:
        raise Unfit("unknown")  # a program, a picture: no text
    return text.replace("\r\n", "\n").replace("\r", "\n"), "\ufffd" in text


def decoded_page(data: bytes) -> tuple[str, bool]:
    """`decoded`, by what a web page says of its own letters near its head. Raises Unfit."""
    said = CHARSET.search(data[:4_000])
    return decoded(data, said[1].decode("ascii").lower() if said else "")


def item_of(text: str) -> tuple[str, bool]:
    """The words without the mark of a list, and whether there was one. A number stays: it is part of the words."""
    bullet = BULLET.match(text)
    if bullet:
        return text[bullet.end() :].strip(), True
    return text.strip(), ITEM.match(text) is not None


def read(text: str) -> list[Paragraph]:
    """Paragraphs in order."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    widths = [len(line) for line in lines if line]
    widest = max(widths, default=0)
    broken = widest <= WIDEST and len(widths) > 3 and statistics.median(widths) > FULL * widest / 2
    found: list[Paragraph] = []
    kept: list[str] = []
    began = 0
    for number, line in enumerate([*lines, ""], 1):
        ends = not line or not kept or not broken or ITEM.match(line) or len(kept[-1]) < FULL * widest
        if ends and kept:
            words, item = item_of(" ".join(kept))
            found.append(Paragraph(words, began, item=item))
            kept = []
        if line:
            began = began if kept else number
            kept.append(line)
    return [one for one in found if one.text]
