"""Word documents into paragraphs. Tracked changes are read as if agreed: what was put in stays, what was taken out is left out, and a note
says so. Macros, fields' orders, comments and what else is packed along are never looked at. Only the child reads by it. Pure.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from askfirst.guard.text.cells import Cells
from askfirst.guard.text.collected import Collected
from askfirst.guard.text.plain import item_of
from askfirst.guard.text.zipped import Parts, Reader, stream
from askfirst.guard.unfit import Unfit

__all__ = ["BODY", "read"]

BODY = "word/document.xml"
HEADING = re.compile(r"heading (\d)$", re.IGNORECASE)
CONTENTS = re.compile(r"toc \d$|table of contents", re.IGNORECASE)
EDGE = re.compile(r"word/(?:header|footer)\d*\.xml$")
TAKEN_OUT = {"del", "moveFrom"}
PUT_IN = {"ins", "moveTo"}
NEVER = {"rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "Fallback", "instrText", "delText", "delInstrText"}
FORMATS = {"rPr", "trPr", "tcPr", "tblPr"}  # where a mark of change says something of the format, the paragraph's end or a row
TABLES = {"tbl": Cells.table, "tr": Cells.row, "tc": Cells.cell}
OFF = {"0", "false", "off", "none"}


@dataclass(slots=True)
class Styles(Reader):
    """Which style is a heading, and of what level; which is a list; which a table of contents."""

    headings: dict[str, int] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)
    contents: set[str] = field(default_factory=set)
    at: str = ""

    def start(self, name: str, marks: Mapping[str, str]) -> None:
        said = marks.get("val", "")
        if name == "style":
            self.at = marks.get("styleId", "")
        elif name == "basedOn" and said in self.headings:
            self.headings.setdefault(self.at, self.headings[said])
        elif name == "name":
            level = HEADING.match(said)
            if level or said.lower() == "title":
                self.headings[self.at] = int(level[1]) if level else 1
            if CONTENTS.match(said):
                self.contents.add(self.at)
        elif name == "outlineLvl" and said.isdecimal() and int(said) < 9:
            self.headings[self.at] = int(said) + 1
        elif name == "numPr":
            self.lists.add(self.at)


@dataclass(slots=True)
class Held:
    """A paragraph while it is read."""

    line: int
    page: int | None
    words: list[str] = field(default_factory=list)
    style: str = ""
    level: int = 0
    item: bool = False
    end_taken_out: bool = False


@dataclass(slots=True)
class Body(Reader):
    """The text of the document, or of its footnotes."""

    styles: Styles
    out: Collected
    page: int | None = None
    path: list[str] = field(default_factory=list)
    open: list[Held] = field(default_factory=list)
    carried: str = ""
    left_out: int = 0  # how deep we are inside something that is not read
    hidden: bool = False
    line: int = 0
    cells: Cells = field(default_factory=Cells)

    def start(self, name: str, marks: Mapping[str, str]) -> None:
        parent = self.path[-1] if self.path else ""
        self._in_table(name, marks)
        self.path.append(name)
        if self.left_out or name in NEVER or (name in TAKEN_OUT and parent not in FORMATS):
            self.left_out += 1
            if name in TAKEN_OUT:
                self.out.note("changes")
            return
        if name in TAKEN_OUT | PUT_IN:
            self.out.note("changes")
            if name in TAKEN_OUT and self.open and self.path[-3:-1] == ["pPr", "rPr"]:
                self.open[-1].end_taken_out = True
        elif name == "p":
            self.line += 1
            self.open.append(Held(self.line, self.page))
        elif name == "r":
            self.hidden = False
        elif name in ("drawing", "pict"):
            self.out.note("pictures")
        elif name == "commentReference":
            self.out.note("comments")
        elif self.open:
            self._inside(name, marks, self.open[-1])

    def _in_table(self, name: str, marks: Mapping[str, str]) -> None:
        if name in TABLES:
            TABLES[name](self.cells)
        elif name == "gridSpan" and marks.get("val", "").isdecimal():
            self.cells.skip(int(marks["val"][:4]) - 1)

    def _inside(self, name: str, marks: Mapping[str, str], held: Held) -> None:
        said = marks.get("val", "")
        if name == "pStyle":
            held.style = said
        elif name == "outlineLvl" and said.isdecimal() and int(said) < 9:
            held.level = int(said) + 1
        elif name == "numId":
            held.item = said != "0"
        elif name == "vanish" and said not in OFF and self.path[-3:-1] == ["r", "rPr"]:
            self.hidden = True
        elif name in ("tab", "br", "cr"):
            held.words.append(" ")
            if name == "br" and marks.get("type") == "page":
                self._turn(held)
        elif name == "lastRenderedPageBreak":
            self._turn(held)
        elif name == "noBreakHyphen":
            held.words.append("-")

    def _turn(self, held: Held) -> None:
        if self.page is not None:
            self.page += 1
            if not "".join(held.words).strip():
                held.page = self.page

    def words(self, text: str) -> None:
        if self.path and self.path[-1] == "t" and self.open and not self.left_out:
            if self.hidden:
                self.out.note("hidden")
            else:
                self.open[-1].words.append(text)

    def end(self, name: str) -> None:
        self.path.pop()
        if name == "tbl":
            self.cells.end()
        if self.left_out:
            self.left_out -= 1
        elif name == "p" and self.open:
            held = self.open.pop()
            words = self.carried + "".join(held.words)
            self.carried = words if held.end_taken_out else ""
            if not held.end_taken_out:
                self._paragraph(words, held)

    def _paragraph(self, words: str, held: Held) -> None:
        if held.style in self.styles.contents:
            self.out.note("running")
            return
        heading = held.level or self.styles.headings.get(held.style, 0)
        bare, bullet = item_of(" ".join(words.split()))
        item = not heading and (held.item or held.style in self.styles.lists or bullet)
        self.out.add(bare, line=held.line, page=held.page, heading=heading, item=item, cell=self.cells.now)


def read(parts: Parts, out: Collected) -> None:
    """Everything the document says, then its footnotes. Raises Unfit."""
    styles = Styles()
    if "word/styles.xml" in parts:
        stream(parts.part("word/styles.xml"), styles)
    text = parts.part(BODY)
    body = Body(styles, out, page=1 if b"lastRenderedPageBreak" in text else None)
    stream(text, body)
    if body.open:
        raise Unfit("broken")
    if body.carried:
        out.add(body.carried, line=body.line, page=body.page)
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        if name in parts:
            before = out.letters
            stream(parts.part(name), Body(styles, out, line=body.line))
            if out.letters > before:
                out.note("footnotes")
    if any(EDGE.match(name) for name in parts.names()):
        out.note("running")
