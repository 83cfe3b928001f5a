"""Markdown's source into paragraphs: its headings, lists and tables are what they mean, and no sign of it stays in the words.

An address behind words stands after them in brackets, as lint looks at it. Only the child reads by it. Pure, linear in the text.
"""

import re
from collections.abc import Iterator

from askfirst.guard.text.cells import Cells
from askfirst.guard.text.paragraph import Paragraph
from askfirst.guard.text.plain import ITEM, item_of

__all__ = ["is_markdown", "read"]

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")
RULE = re.compile(r"[ \t]*(?:-[ \t]*){3,}$|[ \t]*(?:\*[ \t]*){3,}$|[ \t]*(?:_[ \t]*){3,}$")
UNDER = re.compile(r" {0,3}(=+|-+)[ \t]*$")
ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$|[^|]*[^|\\]\|[^|]")
BELOW_HEAD = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
QUOTE = re.compile(r" {0,3}(?:> ?)+")
FENCE = re.compile(r" {0,3}(?:```|~~~)")
CELLS = re.compile(r"(?<!\\)\|")
COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
PICTURE = re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)")
LINK = re.compile(r"\[([^\]\n]{1,300})\]\(<?([^)>\s]{1,500})>?(?:[ \t]+[\"'(][^\n)]{0,200})?\)")
BARE = re.compile(r"<((?:https?://|mailto:)[^>\s]{1,500})>")
TAG = re.compile(r"</?(?:br|b|i|u|em|strong|sup|sub|span|p|div|small)\b[^>\n]{0,200}>", re.IGNORECASE)
STRONG = re.compile(r"(\*{1,3}|(?<!\w)_{1,3}|~~|`{1,2})(?=\S)([^\n]{1,400}?)(?<=\S)\1(?!\w)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
LONGEST_DASHES = 1_000  # letters of the line below the head of a table
KEPT = 0xE000  # where a sign that is meant as itself is kept out of sight: letters that no text has
DEEP = 3  # emphasis in emphasis


def is_markdown(text: str) -> bool:
    """By what only Markdown has: headings with #, a line of dashes under the head of a table, or words marked strong."""
    lines = text.split("\n")
    headings = sum(HEADING.match(line) is not None for line in lines)
    tables = any("|" in line and _below_head(line) for line in lines)
    return headings > 0 or tables or len(re.findall(r"\*\*\w[^*\n]{0,200}\*\*", text)) > 1


def _below_head(line: str) -> bool:
    return "-" in line and len(line) <= LONGEST_DASHES and BELOW_HEAD.match(line.strip()) is not None


def _words(text: str) -> str:
    """Without its signs."""
    text = ESCAPED.sub(lambda found: chr(KEPT + ord(found[1])), text)
    text = TAG.sub(" ", BARE.sub(r"\1", PICTURE.sub(r"\1", text)))
    text = LINK.sub(lambda found: found[1] if found[1] == found[2] or found[2][0] in "#/." else "%s (%s)" % (found[1], found[2]), text)
    for _ in range(DEEP):
        text, times = STRONG.subn(r"\2", text)
        if not times:
            break
    return " ".join("".join(chr(ord(one) - KEPT) if KEPT <= ord(one) < KEPT + 128 else one for one in text).split())


def _row(line: str) -> list[str]:
    """The cells of a row, without the bars at its ends."""
    return CELLS.split(line.strip().removeprefix("|").removesuffix("|"))


def _lines(text: str) -> list[str]:
    """The lines, a comment's own blank; the first dashes of a head of fields, and what marks a quotation, taken away."""
    blanked = COMMENT.sub(lambda found: "\n" * found.group().count("\n"), text)
    return [QUOTE.sub("", line) if QUOTE.match(line) else line for line in blanked.split("\n")]


def _tables(lines: list[str]) -> dict[int, tuple[int, int]]:
    """Of each line that is a row of a table, the table and the row; 0 for the dashes below a head."""
    found: dict[int, tuple[int, int]] = {}
    tables = 0
    for at, line in enumerate(lines):
        if at in found or not ("|" in line and at + 1 < len(lines) and "|" in lines[at + 1] and _below_head(lines[at + 1])):
            continue
        tables += 1
        found[at], found[at + 1] = (tables, 1), (tables, 0)
        row, below = 1, at + 2
        while below < len(lines) and ROW.match(lines[below]):
            row += 1
            found[below] = (tables, row)
            below += 1
    return found


def read(text: str) -> tuple[list[Paragraph], bool]:
    """Paragraphs in order, and whether there are pictures."""
    return [one for one in _Source(_lines(text)).paragraphs() if one.text], PICTURE.search(text) is not None


def _cells(line: str, number: int, cells: Cells) -> Iterator[Paragraph]:
    cells.row()
    for cell in _row(line):
        cells.cell()
        for part in re.split(r"<br ?/?>", cell):
            words, item = item_of(_words(part))
            yield Paragraph(words, number, item=item, cell=cells.now)


class _Source:
    """Lines as they come, and what is kept of a paragraph that goes on."""

    def __init__(self, lines: list[str]) -> None:
        self.lines, self.rows, self.cells = lines, _tables(lines), Cells()
        self.kept: list[str] = []
        self.began = self.table = 0

    def ended(self) -> Iterator[Paragraph]:
        """The paragraph that went on until now, if there is one."""
        if self.kept:
            words, item = item_of(" ".join(self.kept))
            self.kept = []
            yield Paragraph(_words(words), self.began, item=item)

    def paragraphs(self) -> Iterator[Paragraph]:
        for number, line in enumerate(self.lines, 1):
            heading = HEADING.match(line)
            if number - 1 in self.rows:
                yield from self.ended()
                yield from self._row(line, number)
            elif self.kept and UNDER.match(line) and not ITEM.match(self.kept[0]):
                words, self.kept = _words(" ".join(self.kept)), []
                yield Paragraph(words, self.began, heading=1 if "=" in line else 2)
            elif heading:
                yield from self.ended()
                yield Paragraph(_words(heading[2].rstrip().rstrip("#")), number, heading=len(heading[1]))
            elif not line.strip() or RULE.match(line) or FENCE.match(line):
                yield from self.ended()
            else:
                yield from self._goes_on(line, number)
        yield from self.ended()

    def _goes_on(self, line: str, number: int) -> Iterator[Paragraph]:
        if ITEM.match(line):
            yield from self.ended()
        self.began = self.began if self.kept else number
        self.kept.append(line.strip())

    def _row(self, line: str, number: int) -> Iterator[Paragraph]:
        table, row = self.rows[number - 1]
        if table != self.table:
            self.cells.end()
            self.cells.table()
            self.table = table
        if row:
            yield from _cells(line, number, self.cells)
