"""Paragraphs as they are collected from a document, with the limits that hold for all kinds. Only the child reads by it. Pure."""

from askfirst.guard.limits import LETTERS, PARAGRAPHS, TEXT_PAGES
from askfirst.guard.text.paragraph import NOTES, Cell, Paragraph
from askfirst.guard.unfit import Unfit

__all__ = ["Collected"]


class Collected:
    """Paragraphs in order, notes, and where we are. Raises Unfit("long") as soon as there is more than is read."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.letters = 0
        self._noted: set[str] = set()

    def note(self, key: str) -> None:
        self._noted.add(key)

    @property
    def notes(self) -> list[str]:
        return [key for key in NOTES if key in self._noted]

    def add(
        self, text: str, *, line: int, page: int | None = None, heading: int = 0, item: bool = False, cell: Cell | None = None
    ) -> None:  # fmt: skip
        """One paragraph; nothing where it holds no letter. Line breaks and runs of spaces become one space."""
        words = " ".join(text.split())
        if not words:
            return
        self.letters += len(words)
        if self.letters > LETTERS or len(self.paragraphs) >= PARAGRAPHS or (page or 0) > TEXT_PAGES:
            raise Unfit("long")
        self.paragraphs.append(Paragraph(words, line, page, heading, item, cell))
