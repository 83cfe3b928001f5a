"""A copy of a case as a PDF, from the same plain values as its JSON: every text of the one stands in the other."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from askfirst.records.dates import day_said
from askfirst.words import Sentence, say

__all__ = ["as_pdf"]

HEADINGS: Mapping[str, Sentence] = {
    "reference": say("Reference"),
    "copy_for": say("A copy for"),
    "made_on": say("Made on"),
    "made_by": say("Made by"),
    "about": say("About"),
    "post": say("Post"),
    "stands": say("Where it stands"),
    "procedure": say("Edition of the procedure"),
    "considered_under": say("How it goes on"),
    "clauses": say("Clauses"),
    "facts": say("Facts"),
    "lawful_speech_check": say("The lawful-speech check"),
    "who_acted": say("Who acted"),
    "left_out": say("Left out"),
    "safeguarding": say("Safeguarding"),
    "beside": say("What lies beside the case"),
    "opened_on": say("Asked on"),
    "account": say("The page, in one spelling"),
    "route": say("How the app or site is told"),
    "told": say("What was asked"),
    "links": say("Links, and how each stood"),
    "look_again_on": say("To be looked at again on"),
    "letter": say("The letter"),
    "came": say("What came of it"),
    "due": say("By law it is answered by"),
    "held": say("What is held about the person"),
    "cases": say("What they asked, told and were told"),
    "notices": say("Messages to them"),
    "private_checks": say("Checks before you post"),
    "complaints": say("If something is wrong"),
}
NOT_PRINTED = say("Some letters cannot be printed here, and stand as “?”. The copy as data has them.")


def as_pdf(made: Mapping[str, object]) -> bytes:
    """The whole copy, one part after the other. Linear in its length; the same bytes for the same values."""
    styles, out = getSampleStyleSheet(), BytesIO()
    title = say("A copy of your data") if "private_checks" in made else say("A copy of a case")
    story: list[Flowable] = [Paragraph(_safe(str(title)), styles["Title"])]
    for name, held in made.items():
        if held is None or held == []:
            continue
        story.append(Paragraph(_safe(str(HEADINGS[name])), styles["Heading2"]))
        story += _lines(held, styles["BodyText"])
    if any(_lossy(text) for text in _texts(made)):
        story += [Spacer(1, 12), Paragraph(_safe(str(NOT_PRINTED)), styles["BodyText"])]
    page = SimpleDocTemplate(
        out, pagesize=A4, title=str(made.get("reference", "")), invariant=1, author="", creator="AskFirst", lang="en-GB"
    )
    page.build(story)
    return out.getvalue()


def _lines(held: object, style: ParagraphStyle) -> Iterator[Flowable]:
    if isinstance(held, Mapping):
        for one in held.values():
            yield from _lines(one, style)
    elif isinstance(held, list):
        for one in held:
            yield from _lines(one, style)
            yield Spacer(1, 4)
    elif held and not isinstance(held, int):
        yield Paragraph(_safe(day_said(str(held))), style)


def _texts(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    for one in held.values() if isinstance(held, Mapping) else held if isinstance(held, list) else ():
        yield from _texts(one)


def _lossy(text: str) -> bool:
    return text.encode("cp1252", "replace").decode("cp1252") != text


def _safe(text: str) -> str:
    """The letters that the page's font has, with nothing in them that would be markup."""
    shown = "".join(char if char.isprintable() or char == "\n" else " " for char in text)
    return escape(shown.encode("cp1252", "replace").decode("cp1252")).replace("\n", "<br/>")
