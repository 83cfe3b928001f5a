"""What a document is read into: paragraphs, each with the place it stands. Pure values, the same in the child and here."""

from dataclasses import dataclass

__all__ = ["KINDS", "NOTES", "Cell", "Paragraph"]

Cell = tuple[int, int, int]
"""A table, a row of it and a column, each counted from 1."""

KINDS = ("txt", "docx", "odt", "pdf", "html")

NOTES = (
    "changes",  # tracked changes: what was put in is read, what was taken out is not
    "hidden",  # text that the document hides
    "comments",
    "footnotes",  # they stand after the text
    "pictures",
    "running",  # lines that stand on every page, such as its number
    "no-text",  # pages that are pictures
    "menus",  # the site around a page
    "letters",  # signs that could not be read as letters
)
"""What a person is told about how a document was read; `text.look` has the sentences."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words to the letter, white space at the ends and line breaks inside aside.

    `line` counts from 1: of the file (text, web page), of its page (PDF), else the paragraph's number. `page` is None where pages are not
    known. `heading` is 0, or 1 to 9 where the document says that it is one. `item`: it stands in a list.
    `cell`: where it stands in a table.
    """

    text: str
    line: int
    page: int | None = None
    heading: int = 0
    item: bool = False
    cell: Cell | None = None
