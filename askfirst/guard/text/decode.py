"""A document into paragraphs, inside the child: its own bytes say what it is. Back comes a line of what was met, and rows of JSON.

Only `inside` runs it, by name.
"""

import json

from askfirst.guard.packed import packed
from askfirst.guard.text import docx, html, markdown, odt, pdf, plain
from askfirst.guard.text.collected import Collected
from askfirst.guard.text.paragraph import Paragraph
from askfirst.guard.text.zipped import Parts
from askfirst.guard.unfit import Unfit

__all__ = ["read"]

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(data: bytes) -> tuple[dict[str, object], bytes]:
    """{"kind", "notes"}, and rows of text, line, page, heading, item, cell. Raises Unfit; whatever else it raises means broken."""
    out = Collected()
    kind = _read(data, out)
    if not out.paragraphs:
        raise Unfit("empty")
    rows = [[one.text, one.line, one.page, one.heading, one.item, one.cell] for one in out.paragraphs]
    return {"kind": kind, "notes": out.notes}, json.dumps(rows).encode()


def _read(data: bytes, out: Collected) -> str:
    if data.startswith(b"%PDF-"):
        pdf.read(data, out)
        return "pdf"
    if data.startswith(OLD_OFFICE):
        raise Unfit("locked" if ENCRYPTED in data else "old")
    if data.startswith(b"{\\rtf"):
        raise Unfit("old")
    if data.startswith(b"PK\x03\x04"):
        return _packed(Parts(data), out)
    if packed(data):
        raise Unfit("packed")
    if html.is_page(data):
        html.read(data, out)
        return "html"
    for one in _lines(data, out):
        out.add(one.text, line=one.line, heading=one.heading, item=one.item, cell=one.cell)
    return "txt"


def _lines(data: bytes, out: Collected) -> list[Paragraph]:
    """Plain text, or the source of Markdown."""
    text, lost = plain.decoded(data)
    if lost:
        out.note("letters")
    if not markdown.is_markdown(text):
        return plain.read(text)
    paragraphs, pictures = markdown.read(text)
    if pictures:
        out.note("pictures")
    return paragraphs


def _packed(parts: Parts, out: Collected) -> str:
    if docx.BODY in parts:
        docx.read(parts, out)
        return "docx"
    if odt.BODY in parts and "mimetype" in parts and parts.part("mimetype").startswith(odt.MARK):
        odt.read(parts, out)
        return "odt"
    office = "[Content_Types].xml" in parts or "mimetype" in parts
    raise Unfit("unknown" if office else "packed")
