"""A file of official pages as rows by heading, with everything that is wrong in it as a table, by line and column. Pure."""

import io
from collections.abc import Mapping
from dataclasses import dataclass

from askfirst.people.roster.lines import BadLine, cells, letters
from askfirst.people.roster.read import Place
from askfirst.sites.addresses import BadAddress, one_spelling
from askfirst.words import Sentence, say

__all__ = ["COLUMNS", "FORMULA", "MOST", "Row", "read_rows", "twice"]

MOST = 2_000
"""Rows of one file, and pages of one table."""
COLUMNS = (
    "reference", "name", "address", "school", "role", "status", "last checked", "review", "purpose", "owner", "second owner", "successor",
    "login", "recovery", "photos", "comments", "students",
)  # fmt: skip
FORMULA = tuple("=+-@\t\r'")
"""What a spreadsheet takes for the start of a formula, and the mark that tells it not to."""
NO_ROWS = say("There is no page in this file. Put the headings on its first line, and pages under them.")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file, by heading."""

    line: int
    held: Mapping[str, str]


def _plain(cell: str) -> str:
    """The cell as it was before it was guarded, without spaces round it."""
    cell = cell.strip()
    return cell[1:].strip() if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def twice(rows: list[Row]) -> list[Place]:
    """Lines that speak of one page, or of one address, a second time."""
    wrong, refs, pages = [], dict[str, int](), dict[str, int]()
    for row in rows:
        ref = row.held["reference"].upper()
        first = refs.setdefault(ref, row.line) if ref else row.line
        if first != row.line:
            wrong.append(Place(row.line, "reference", say("Line {line} is about this page too. Keep one of them.", line=first)))
        try:
            page = one_spelling(row.held.get("address", ""))
        except BadAddress:
            continue
        first = pages.setdefault(page, row.line)
        if first != row.line and refs.get(ref, row.line) == row.line:
            wrong.append(Place(row.line, "address", say("Line {line} has this address too. Two pages cannot share one.", line=first)))
    return wrong


def read_rows(raw: bytes) -> tuple[list[Row], list[Place]]:
    """The lines of the file, and everything that is wrong with it as a table. A line with too many or too few cells is no row."""
    rows: list[Row] = []
    wrong: list[Place] = []
    headings: list[str] = []
    file = io.BytesIO(raw)
    try:
        written = letters(file)
    except BadLine as problem:
        return [], [Place(problem.line, str(problem.place + 1), problem.sentence)]
    try:
        for line, found in cells(file, written):
            if not any(cell.strip() for cell in found):
                continue
            if not headings:
                headings = [cell.strip().lower() for cell in _without_end(found, 0)]
                if bad := _bad_headings(headings, line):
                    return [], bad
                continue
            here = _without_end(found, len(headings))
            if len(rows) == MOST:
                return rows, [*wrong, Place(line, "", say("A file may have {most} pages. Send it in parts.", most=format(MOST, ",")))]
            if len(here) != len(headings):
                says = say("This line has {found} cells, and there are {wanted} headings.", found=len(here), wanted=len(headings))
                wrong.append(Place(line, "", says))
                continue
            rows.append(Row(line, {heading: _plain(cell) for heading, cell in zip(headings, here, strict=True)}))
    except BadLine as problem:
        column = headings[problem.place] if problem.place < len(headings) else str(problem.place + 1)
        return rows, [*wrong, Place(problem.line, column, say("{why} Nothing below it could be read.", why=problem.sentence))]
    return rows, wrong if rows or wrong else [Place(1, "", NO_ROWS)]


def _without_end(found: list[str], least: int) -> list[str]:
    """The cells without empty ones at the end, which a spreadsheet adds; `least` are kept."""
    end = len(found)
    while end > least and not found[end - 1].strip():
        end -= 1
    return found[:end]


def _bad_headings(headings: list[str], line: int) -> list[Place]:
    wrong = []
    for heading in dict.fromkeys(headings):
        if heading not in COLUMNS:
            known = ", ".join(COLUMNS)
            wrong.append(Place(line, heading, say("We do not know this heading. Use these: {known}.", known=known)))
        elif headings.count(heading) > 1:
            wrong.append(Place(line, heading, say("This heading stands twice. Keep one of them.")))
    if "reference" not in headings:
        wrong.append(Place(line, "", _no_reference()))
    return wrong


def _no_reference() -> Sentence:
    return say("There is no column “reference”. Save the table from here first, and change that. A new page has an empty cell there.")
