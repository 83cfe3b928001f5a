"""An edition as a Word file (DOCX): the least that is whole, with real headings, so that a screen reader can walk it. Pure."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from askfirst.procedure.clause import Edition
from askfirst.procedure.exports.outline import Part, Piece, outline

__all__ = ["as_word"]

STYLES = {Part.TITLE: "Title", Part.SECTION: "Heading1", Part.CLAUSE: "Heading2", Part.WORDS: ""}
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can name: the same bytes each time

CONTENT_TYPES = (
    XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="' + OFFICE + 'document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="' + OFFICE + 'styles+xml"/></Types>'
)
RELS = (
    XML + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="' + RELATIONS + '%s" Target="%s"/></Relationships>'
)


def as_word(edition: Edition) -> bytes:
    """The same bytes for the same edition. Linear in its length."""
    body = "".join(_paragraph(piece) for piece in outline(edition))
    document = XML + "<w:document %s><w:body>%s<w:sectPr/></w:body></w:document>" % (W, body)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, text in (
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", RELS % ("officeDocument", "word/document.xml")),
            ("word/document.xml", document),
            ("word/styles.xml", _styles()),
            ("word/_rels/document.xml.rels", RELS % ("styles", "styles.xml")),
        ):
            folder.writestr(zipfile.ZipInfo(name, FIRST_DAY), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _paragraph(piece: Piece) -> str:
    style = STYLES[piece.part]
    marked = '<w:pPr><w:pStyle w:val="%s"/></w:pPr>' % style if style else ""
    lines = "<w:br/>".join('<w:t xml:space="preserve">%s</w:t>' % _safe(line) for line in piece.text.split("\n"))
    return "<w:p>%s<w:r>%s</w:r></w:p>" % (marked, lines)


def _safe(text: str) -> str:
    """No character that XML cannot hold."""
    return escape("".join(char if char.isprintable() else " " for char in text))


def _styles() -> str:
    def style(id: str, name: str, size: int, level: int) -> str:
        return (
            '<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:pPr><w:keepNext/><w:outlineLvl w:val="%d"/></w:pPr>'
            '<w:rPr><w:b/><w:sz w:val="%d"/></w:rPr></w:style>'
        ) % (id, name, level, size)

    every = style("Title", "Title", 40, 0) + style("Heading1", "heading 1", 32, 1) + style("Heading2", "heading 2", 26, 2)
    language = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    return XML + "<w:styles %s>%s%s</w:styles>" % (W, language, every)
