"""Markdown's source into paragraphs: its headings, lists and tables are what they mean, and no sign of it stays in the words.

An address behind words stands after them in brackets, as lint looks at it. Only the child reads by it. Pure. CommonMark, with tables.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from askfirst.guard.text.cells import Cells
from askfirst.guard.text.paragraph import Paragraph
from askfirst.guard.text.plain import ITEM, item_of

__all__ = ["is_markdown", "read"]

HEADING = re.compile(r" {0,3}#{1,6}[ \t]+\S")
BELOW_HEAD = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
STRONG = re.compile(r"\*\*\w[^*\n]{0,200}\*\*")
LONGEST_DASHES = 1_000  # letters of the line below the head of a table
BREAK = re.compile(r"<br\b", re.IGNORECASE)


def is_markdown(text: str) -> bool:
    """By what only Markdown has: headings with #, a line of dashes under the head of a table, or words marked strong."""
    lines = text.split("\n")
    tables = any("|" in line and "-" in line and len(line) <= LONGEST_DASHES and BELOW_HEAD.match(line) for line in lines)
    return tables or any(HEADING.match(line) for line in lines) or len(STRONG.findall(text)) > 1


def read(text: str) -> tuple[list[Paragraph], bool]:
    """Paragraphs in order, and whether there are pictures."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.disable(["code", "html_block"])  # an indented list is no program; between tags there are words
    vars(parser).update(normalizeLink=str)  # addresses to the letter
    tokens = parser.parse(text)
    pictures = any(child.type == "image" for token in tokens for child in token.children or ())
    return [one for one in _paragraphs(tokens) if one.text], pictures


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    cells, heading, mark, items = Cells(), 0, "", 0
    row = {"table_open": cells.table, "table_close": cells.end, "tr_open": cells.row, "th_open": cells.cell, "td_open": cells.cell}
    for token in tokens:
        if token.type in row:
            row[token.type]()
        elif token.type in ("heading_open", "heading_close"):
            heading = int(token.tag[1]) if token.nesting > 0 else 0
        elif token.type in ("list_item_open", "list_item_close"):
            items += token.nesting
            mark = "%s%s " % (token.info, token.markup) if token.nesting > 0 and token.info else ""  # a number is part of the words
        elif token.type == "fence":
            yield Paragraph(" ".join(token.content.split()), _line(token))
        elif token.type == "inline":
            celled = cells.now is not None  # a cell stands in one line of the source, and each part of it is a paragraph
            for number, words in _parts(_written(token.children or (), parted=celled), apart=celled):
                bare, item = item_of(mark + words)
                line = _line(token) + (0 if celled else number)
                yield Paragraph(bare, line, heading=heading, item=item or items > 0, cell=cells.now)
                mark = ""


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _parts(lines: Sequence[str], *, apart: bool) -> Iterator[tuple[int, str]]:
    """Lines put together into paragraphs, each with the number of its first; one that begins like an item of a list begins one too."""
    held, first = "", 0
    for number, line in enumerate(lines):
        if held and (apart or ITEM.match(line)):
            yield first, held
            held = ""
        first = first if held else number
        held = " ".join((held + " " + line).split())
    yield first, held


def _written(children: Sequence[Token], *, parted: bool) -> list[str]:
    """The words of each line, without their signs; `parted`: a tag that breaks the line does so too."""
    lines, at, address = [""], 0, ""
    for child in children:
        if child.type in ("softbreak", "hardbreak") or (parted and child.type == "html_inline" and BREAK.match(child.content)):
            lines.append("")
        elif child.type == "html_inline":
            lines[-1] += " "
        elif child.type == "link_open":
            at, address = len(lines[-1]), str(child.attrs["href"])
        elif child.type == "link_close":
            named = lines[-1][at:].strip() == address.removeprefix("mailto:")
            lines[-1] += "" if named or address.startswith(("#", "/", ".")) or not address else " (%s)" % address
        else:
            lines[-1] += child.content  # of a picture, what stands in its place
    return lines
