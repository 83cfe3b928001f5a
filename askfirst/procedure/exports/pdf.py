"""An edition as a PDF, with a title, a language and an outline to jump by. Pure."""

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from askfirst.procedure.clause import Edition
from askfirst.procedure.exports.outline import Part, outline
from askfirst.words import say

__all__ = ["as_pdf"]

STYLES = {Part.TITLE: "Title", Part.SECTION: "Heading2", Part.CLAUSE: "Heading3", Part.WORDS: "BodyText"}
NOT_PRINTED = say("Some letters cannot be printed here, and stand as “?”. The other copies have them.")


def as_pdf(edition: Edition) -> bytes:
    """The same bytes for the same edition. Linear in its length."""
    styles, out = getSampleStyleSheet(), BytesIO()
    pieces = list(outline(edition))
    story: list[Flowable] = [Paragraph(_safe(piece.text), styles[STYLES[piece.part]]) for piece in pieces]
    if any(_printed(piece.text) != piece.text for piece in pieces):
        story += [Spacer(1, 12), Paragraph(_safe(str(NOT_PRINTED)), styles["BodyText"])]
    page = SimpleDocTemplate(
        out, pagesize=A4, title=edition.title, invariant=1, author=edition.approved_by, creator="AskFirst", lang="en-GB"
    )
    page.build(story)
    return out.getvalue()


def _printed(text: str) -> str:
    """The letters that the page's font has."""
    return text.encode("cp1252", "replace").decode("cp1252")


def _safe(text: str) -> str:
    shown = "".join(char if char.isprintable() or char == "\n" else " " for char in text)
    return escape(_printed(shown)).replace("\n", "<br/>")
