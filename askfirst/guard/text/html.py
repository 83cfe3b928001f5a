"""Web pages into paragraphs: what a reader of the page would read, without its menus, scripts and what it hides. Nothing is fetched,
nothing runs. Only the child reads by it. Pure.
"""

import re
from html.parser import HTMLParser

from askfirst.guard.limits import DEPTH
from askfirst.guard.text.cells import Cells
from askfirst.guard.text.collected import Collected
from askfirst.guard.text.plain import decoded_page, item_of

__all__ = ["is_page", "read"]

BEGINS = re.compile(
    rb"<(?:!doctype\s+html\b|!--|\?xml\b|(?:html|head|body|title|meta|link|style|main|article|section|header|nav|div|span|h[1-6]|p|ul|ol|dl|"
    rb"table|blockquote|font|center|strong|em|b|i|a|br|hr|img)\b)",
    re.IGNORECASE,
)
PART_OF_ONE = re.compile(rb"</(?:h[1-6]|p|li|div|td|section|article|ul|ol|table)\s*>", re.IGNORECASE)
ENDS, LOOKED_AT = 2, 20_000
"""Ends of blocks by which a part of a page is known that begins with words, and bytes in which they are looked for."""
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr "
    "html legend li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
BREAK = " \n"
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
NEVER = frozenset("script style template noscript head svg math object iframe select textarea button canvas audio video".split())
NOTED = {"nav": "menus", "footer": "menus", "del": "changes", "s": "changes", "strike": "changes"}
MARKED = {"img": "pictures", "ins": "changes"}
HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_page(data: bytes) -> bool:
    """Whether these bytes begin as a web page does, or hold a part of one."""
    begins = data[:600].removeprefix(b"\xef\xbb\xbf").lstrip()
    return BEGINS.match(begins) is not None or len(PART_OF_ONE.findall(data[:LOOKED_AT])) >= ENDS


def _number(said: str) -> int:
    return int(said[:4]) if said.isdecimal() else 1


class _Page(HTMLParser):
    def __init__(self, out: Collected) -> None:
        super().__init__(convert_charrefs=True)
        self.out = out
        self.open: list[str] = []
        self.left_out: list[str] = []  # the elements we are in since one that is not read
        self.words: list[str] = []
        self.begun = False  # whether the paragraph has a letter already
        self.line = 1
        self.heading = 0
        self.items = 0
        self.cells = Cells()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br" and self.words[-1:] == [BREAK] and not self.left_out:
            self._break()  # two in a row stand between paragraphs, where nobody marked them
        elif tag == "br":
            self.words.append(BREAK)
        if tag in MARKED:
            self.out.note(MARKED[tag])
        marks = dict(attrs)
        hides = "hidden" in marks or HIDES.search(marks.get("style") or "") is not None
        if tag not in VOID and (self.left_out or tag in NEVER or tag in NOTED or hides):
            self._leave_out(tag, hides=hides)
            return
        if tag in BLOCKS and not self.left_out:
            self._break()
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
                self.heading = int(tag[1])
            self.items += tag == "li"
            self._in_table(tag, marks)

    def _in_table(self, tag: str, marks: dict[str, str | None]) -> None:
        if tag == "table":
            self.cells.table()
        elif tag == "tr":
            self.cells.row()
        elif tag in ("td", "th"):
            across, down = (marks.get(name) or "1" for name in ("colspan", "rowspan"))
            self.cells.cell(across=_number(across), down=_number(down))

    def _leave_out(self, tag: str, *, hides: bool) -> None:
        if not self.left_out:
            if tag in BLOCKS or NOTED.get(tag) == "menus":
                self._break()
            if tag in NOTED or hides:
                self.out.note("hidden" if hides else NOTED[tag])
        if len(self.left_out) < DEPTH:
            self.left_out.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.left_out:
            if tag in self.left_out:
                del self.left_out[len(self.left_out) - 1 - self.left_out[::-1].index(tag) :]
            return
        if tag in BLOCKS:
            self._break()
            self.heading = 0
            self.items = max(0, self.items - (tag == "li"))
            if tag == "table":
                self.cells.end()

    def handle_data(self, data: str) -> None:
        if self.left_out or (self.words[-1:] == [BREAK] and not data.strip()):
            return
        if not self.begun and data.strip():
            self.line = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
            self.begun = True
        self.words.append(data)

    def _break(self) -> None:
        bare, bullet = item_of(" ".join("".join(self.words).split()))
        self.words, self.begun = [], False
        item = not self.heading and (self.items > 0 or bullet)
        self.out.add(bare, line=self.line, heading=self.heading, item=item, cell=self.cells.now)

    def done(self) -> None:
        self.close()
        self._break()


def read(data: bytes, out: Collected) -> None:
    """Everything a reader of the page reads. Raises Unfit."""
    text, lost = decoded_page(data)
    if lost:
        out.note("letters")
    page = _Page(out)
    page.feed(text)
    page.done()
