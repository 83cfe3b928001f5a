"""OpenDocument texts into paragraphs. Tracked changes are read as if agreed, as in Word's documents. Only the child reads by it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from askfirst.guard.text.cells import Cells
from askfirst.guard.text.collected import Collected
from askfirst.guard.text.plain import item_of
from askfirst.guard.text.zipped import Parts, Reader, stream
from askfirst.guard.unfit import Unfit

__all__ = ["BODY", "MARK", "read"]

BODY = "content.xml"
MARK = b"application/vnd.oasis.opendocument.text"
MANIFEST = "META-INF/manifest.xml"
MOST_SPACES = 100
TABLES = {"table": Cells.table, "table-row": Cells.row, "table-cell": Cells.cell, "covered-table-cell": Cells.cell}
NOTED = {
    "tracked-changes": "changes", "annotation": "comments", "table-of-content": "running", "sequence-decls": None, "note-citation": None,
    "forms": None, "title": None, "desc": None, "object": None,
}  # fmt: skip
"""What is left out, and what a person is told of it."""


def _columns(marks: Mapping[str, str]) -> int:
    """How many empty cells stand for themselves; a cell that spans is followed by covered ones."""
    times = marks.get("number-columns-repeated", "1")
    return int(times[:4]) if times.isdecimal() else 1


@dataclass(slots=True)
class Held:
    line: int
    page: int | None
    heading: int
    item: bool
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Body(Reader):
    out: Collected
    page: int | None
    open: list[Held] = field(default_factory=list)
    left_out: int = 0
    lists: int = 0
    line: int = 0
    notes: list[tuple[str, Held]] = field(default_factory=list)
    in_note: int = 0
    cells: Cells = field(default_factory=Cells)

    def start(self, name: str, marks: Mapping[str, str]) -> None:
        if self.left_out or name in NOTED or (name in ("section", "hidden-text", "hidden-paragraph") and self._hides(name, marks)):
            self.left_out += 1
            key = NOTED.get(name)
            if key and self.left_out == 1:
                self.out.note(key)
            return
        if name in ("p", "h"):
            self.line += 1
            level = marks.get("outline-level", "1")
            heading = min(9, int(level)) if name == "h" and level.isdecimal() else 0
            self.open.append(Held(self.line, self.page, heading, self.lists > 0 and name == "p"))
        elif name == "list-item":
            self.lists += 1
        elif name in TABLES:
            TABLES[name](self.cells)
            self.cells.skip(_columns(marks) - 1)
        elif name == "note-body":
            self.in_note += 1
        elif name in ("image", "frame"):
            self.out.note("pictures")
        elif name == "soft-page-break":
            self.page = (self.page or 1) + 1
        elif self.open and name in ("s", "tab", "line-break"):
            times = marks.get("c", "1")
            self.open[-1].words.append(" " * min(MOST_SPACES, int(times) if times.isdecimal() else 1))

    def _hides(self, name: str, marks: Mapping[str, str]) -> bool:
        hides = name != "section" or marks.get("display") == "none"
        if hides:
            self.out.note("hidden")
        return hides

    def words(self, text: str) -> None:
        if self.open and not self.left_out:
            self.open[-1].words.append(text)

    def end(self, name: str) -> None:
        if self.left_out:
            self.left_out -= 1
        elif name in ("p", "h") and self.open:
            held = self.open.pop()
            words = "".join(held.words)
            if self.in_note:
                self.notes.append((words, held))
            else:
                self._add(words, held)
        elif name == "list-item":
            self.lists -= 1
        elif name == "table":
            self.cells.end()
        elif name == "note-body":
            self.in_note -= 1

    def _add(self, words: str, held: Held) -> None:
        bare, bullet = item_of(" ".join(words.split()))
        item = not held.heading and (held.item or bullet)
        self.out.add(bare, line=held.line, page=held.page, heading=held.heading, item=item, cell=self.cells.now)

    def after(self) -> None:
        """Footnotes stand after the text."""
        for words, held in self.notes:
            self.out.note("footnotes")
            self._add(words, held)


def read(parts: Parts, out: Collected) -> None:
    """Everything the document says, then its footnotes. Raises Unfit."""
    if MANIFEST in parts and b"encryption-data" in parts.part(MANIFEST):
        raise Unfit("locked")
    text = parts.part(BODY)
    body = Body(out, page=1 if b"soft-page-break" in text else None)
    stream(text, body)
    if body.open:
        raise Unfit("broken")
    body.after()
