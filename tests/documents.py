"""Documents for tests, of each kind that is read: a made-up trust's rules, and hands to write them as text, web page, Word, OpenDocument, PDF."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

__all__ = ["SALTMARSH", "docx", "html", "locked_docx", "odt", "packed", "pages", "pdf", "txt"]

# "#" a heading, "-" an item of a list, else a paragraph. Nobody's real rules.
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


def txt(lines=SALTMARSH):
    return "\n".join("\n%s\n" % words if mark == "#" else line for line in lines for mark, words in [_parts(line)]).encode()


def html(lines=SALTMARSH, *, before="", after=""):
    tags = {"#": "h2", "-": "li", "": "p"}
    body = "\n".join("<%s>%s</%s>" % (tags[mark], escape(words), tags[mark]) for mark, words in map(_parts, lines))
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
    rows = "".join("<w:p>%s<w:r><w:t>%s</w:t></w:r></w:p>" % (styles[mark], escape(words)) for mark, words in map(_parts, lines))
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
    rows = "".join(shapes[mark] % escape(words) for mark, words in map(_parts, lines))
    content = '<o:d xmlns:o="o" xmlns:t="t"><o:text>%s%s</o:text></o:d>' % (body, rows)
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
