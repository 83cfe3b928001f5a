"""An edition as one web page that stands alone: headings in order, each clause with an address, nothing fetched from anywhere. Pure."""

from html import escape

from askfirst.procedure.clause import Edition
from askfirst.procedure.exports.outline import Part, Piece, outline

__all__ = ["as_web_page"]

TAGS = {Part.TITLE: "h1", Part.SECTION: "h2", Part.CLAUSE: "h3", Part.WORDS: "p"}


def as_web_page(edition: Edition) -> bytes:
    """UTF-8. The same bytes for the same edition."""
    body = "\n".join(_line(piece) for piece in outline(edition))
    head = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>%s</title>'
    page = '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n%s\n</head>\n<body>\n<main>\n%s\n</main>\n</body>\n</html>\n'
    return (page % (head % escape(edition.title), body)).encode()


def _line(piece: Piece) -> str:
    tag, named = TAGS[piece.part], ' id="%s"' % escape(piece.id) if piece.id else ""
    return "<%s%s>%s</%s>" % (tag, named, escape(piece.text).replace("\n", "<br>"), tag)
