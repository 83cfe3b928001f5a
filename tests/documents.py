"""Documents for tests, of each kind that is read: a made-up trust's rules, and hands to write them as text, web page, Word, OpenDocument, PDF."""

import zipfile
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

__all__ = ["SALTMARSH", "docx", "html", "locked_docx", "odt", "packed", "pages", "pdf", "txt"]

# "#" a heading, "-" an item of a list, "| a | b |" a row of a table, else a paragraph. Nobody's real rules.
SALTMARSH = (
    "# Staying Kind Online",
    "Saltmarsh Learning Trust",
    "Approved by: Board of Trustees, 3 March 2025",
    "Next review: March 2028",
    "# Why we have this",
    "These rules are for pupils and staff. They say what we hope to see when anybody from Saltmarsh is online.",
    "# Gaming and group chats",
    "Pupils must not run a group chat in the name of a form. A tutor may set one up for a trip, and should close it within two weeks.",
    "Staff should not play online games with pupils in the evening. If a pupil sends an invitation, staff must tell the games lead by noon the next day.",
    "Pupils are advised to mute a chat at bedtime.",
    "# Drones and filming",
    "Nobody may fly a drone over the playing fields. Visitors:",
    "- must hand a drone in at reception;",
    "- are free to film the summer fair from the terrace.",
    "The caretaker keeps a list of lost drones.",
    "# Money",
    "Staff are expected to write any sponsored post down in the gifts book.",
    "Lunch 12.30",
)

STYLES = '<w:styles xmlns:w="w"><w:style w:styleId="H"><w:name w:val="heading 2"/></w:style></w:styles>'


def _parts(line):
    return (line[:1], line[2:]) if line[:2] in ("# ", "- ") else ("", line)


def _cells(line):
    """The cells of a row of a table; none where it is no row."""
    return [one.strip() for one in line.strip("|").split("|")] if line.startswith("|") and line.endswith("|") else []


def _tables(lines):
    """Lines as they come, and each run of rows as one list of lists of cells."""
    for row, run in groupby(lines, key=lambda line: bool(_cells(line))):
        if row:
            yield [_cells(line) for line in run]
        else:
            yield from run


def _table(rows, *, table, row, cell):
    """Each as a pattern with one gap."""
    return table % "".join(row % "".join(cell % escape(words) for words in cells) for cells in rows)


def txt(lines=SALTMARSH):
    return "\n".join("\n%s\n" % words if mark == "#" else line for line in lines for mark, words in [_parts(line)]).encode()


def html(lines=SALTMARSH, *, before="", after=""):
    tags = {"#": "h2", "-": "li", "": "p"}

    def shape(line):
        if isinstance(line, list):
            return _table(line, table="<table>%s</table>", row="<tr>%s</tr>", cell="<td>%s</td>")
        mark, words = _parts(line)
        return "<%s>%s</%s>" % (tags[mark], escape(words), tags[mark])

    body = "\n".join(map(shape, _tables(lines)))
    return ("<!doctype html><html><head><title>Rules</title></head><body>%s%s%s</body></html>" % (before, body, after)).encode()


def packed(**parts):
    """A packed file of parts; a double underscore in a name stands for a slash, a trailing _xml for .xml."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        for name, data in parts.items():
            held.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def docx(lines=SALTMARSH, *, body="", **parts):
    """`body` is further XML after the lines."""
    styles = {"#": '<w:pPr><w:pStyle w:val="H"/></w:pPr>', "-": '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "": ""}

    def shape(line):
        if isinstance(line, list):
            cell = "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>"
            return _table(line, table="<w:tbl><w:tblPr/>%s</w:tbl>", row="<w:tr>%s</w:tr>", cell=cell)
        mark, words = _parts(line)
        return "<w:p>%s<w:r><w:t>%s</w:t></w:r></w:p>" % (styles[mark], escape(words))

    rows = "".join(map(shape, _tables(lines)))
    document = '<w:document xmlns:w="w" xmlns:mc="m"><w:body>%s%s</w:body></w:document>' % (rows, body)
    return packed(word__document_xml=document, word__styles_xml=STYLES, **parts)


def locked_docx():
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(200)


def odt(lines=SALTMARSH, *, body="", **parts):
    shapes = {
        "#": '<t:h t:outline-level="2">%s</t:h>',
        "-": "<t:list><t:list-item><t:p>%s</t:p></t:list-item></t:list>",
        "": "<t:p>%s</t:p>",
    }

    def shape(line):
        if isinstance(line, list):
            cell = "<b:table-cell><t:p>%s</t:p></b:table-cell>"
            return _table(line, table="<b:table>%s</b:table>", row="<b:table-row>%s</b:table-row>", cell=cell)
        mark, words = _parts(line)
        return shapes[mark] % escape(words)

    rows = "".join(map(shape, _tables(lines)))
    content = '<o:d xmlns:o="o" xmlns:t="t" xmlns:b="b"><o:text>%s%s</o:text></o:d>' % (body, rows)
    return packed(mimetype="application/vnd.oasis.opendocument.text", content_xml=content, **parts)


def pages(count):
    """A PDF of so many pages with a line on each."""
    out = BytesIO()
    drawn = Canvas(out)
    for number in range(count):
        drawn.drawString(80, 700, "Staff must sign sheet %d." % number)
        drawn.showPage()
    drawn.save()
    return out.getvalue()


def pdf(lines=SALTMARSH, *, password=None, foot="Page %d"):
    looks = getSampleStyleSheet()
    story = []
    for mark, words in map(_parts, lines):
        shape = {"#": "Heading2", "-": "Normal", "": "BodyText"}[mark]
        story.append(Paragraph(escape(words), looks[shape], **({"bulletText": "\u2022"} if mark == "-" else {})))

    def at_the_foot(page, document):
        page.drawString(280, 30, foot % document.page)

    out = BytesIO()
    encrypt = StandardEncryption(password) if password else None
    SimpleDocTemplate(out, encrypt=encrypt).build(story, onFirstPage=at_the_foot, onLaterPages=at_the_foot)
    return out.getvalue()
