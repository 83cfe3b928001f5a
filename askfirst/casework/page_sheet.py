"""The official pages as a table, for communications: saved as CSV, changed in a spreadsheet, sent back. All of it applies, or nothing.

A row changes what the public reads of a page: its name and its address. Nothing is made official by a file, and a mixed page has no row:
its keeper makes a plan first (HYB-2). Each page that is written into the table is read, and the trail of its case says by whom.
Source: HYB-1, HYB-2.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from askfirst.casework import access, reading, steps
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.kinds.page import LIVE, LOOKED_AT, NOT_IN_ORDER
from askfirst.casework.kinds.page_handover import keeper
from askfirst.casework.page_proof import listed_address
from askfirst.people.calendar import london_day
from askfirst.people.hats import COMMS, Standing, subjects
from askfirst.people.holding import todays_trust
from askfirst.people.roster.lines import BadLine, cells, letters
from askfirst.people.roster.read import Place
from askfirst.people.who import names, schools
from askfirst.sites import register
from askfirst.sites.addresses import BadAddress, one_spelling
from askfirst.words import Sentence, say

__all__ = ["COLUMNS", "MOST", "BadSheet", "apply_sheet", "as_csv", "may_have_sheet", "sheet"]

MOST = 2_000
"""Rows of one file, and pages of one table."""
COLUMNS = ("reference", "name", "address", "school", "role", "status", "last checked")
FIELDS = {"called": "name", "address": "address"}
FORMULA = tuple("=+-@\t\r'")
"""What a spreadsheet takes for the start of a formula, and the mark that tells it not to."""
MIXED = say("This page is mixed, and nothing mixed is official (HYB-2). Its keeper makes a plan first: split, rename or close.")
NOT_THERE = say("No official page has this reference. Its keeper begins a page under “Tell us of a page”.")
NO_ROWS = say("There is no page in this file. Put the headings on its first line, and pages under them.")
EMPTY = say("This is empty. Fill it in, or take the line out.")


class BadSheet(ValueError):
    """Why a file was not applied: every place in it that is wrong. Nothing has changed."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.places = places
        super().__init__(str(len(places)))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file, by heading."""

    line: int
    held: Mapping[str, str]


def may_have_sheet(by: Standing) -> bool:
    """Whoever keeps the register: communications, and whoever acts for them."""
    return COMMS in by.seats


def sheet(*, by: Standing, at: datetime) -> dict[str, dict[str, str]]:
    """The official pages this person may read, newest first, by reference. Raises access.Missing for whoever has no such table."""
    if not may_have_sheet(by):
        raise access.Missing
    found = {}
    for line in access.page(by, kind="page", limit=MOST):
        if line.state in LIVE:
            found[line.ref] = _row(reading.open_file(line.ref, by=by, at=at))
    return found


def _row(opened: reading.OpenFile) -> dict[str, str]:
    case, looked = opened.case, opened.file.last(*LOOKED_AT)
    owner = subjects(keeper(opened.file))[0]
    known = names([owner])
    return {
        "reference": case.ref,
        "name": register.called(case.ref),
        "address": listed_address(opened),
        "school": next((one.name for one in schools() if one.id == case.school_id), todays_trust().name),
        "role": known[owner].title if owner in known else "",
        "status": str(opened.workflow.states[case.state]),
        "last checked": london_day(looked.at).isoformat() if looked else "",
    }


def as_csv(rows: Mapping[str, Mapping[str, str]]) -> str:
    """The table as a file. A cell that a spreadsheet would take for a formula begins with a mark that stops it."""
    out = io.StringIO(newline="")
    writing = csv.writer(out)
    writing.writerow(COLUMNS)
    writing.writerows([_guarded(row[column]) for column in COLUMNS] for row in rows.values())
    return out.getvalue()


def _guarded(cell: str) -> str:
    return "'" + cell if cell.startswith(FORMULA) else cell


def _plain(cell: str) -> str:
    """The cell as it was before it was guarded, without spaces round it."""
    cell = cell.strip()
    return cell[1:].strip() if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def apply_sheet(raw: bytes, *, by: Standing, at: datetime) -> tuple[str, ...]:
    """Make the public names and addresses those of the file; the references that changed. Raises access.Missing and BadSheet.

    A line that says what is so already changes nothing. All lines hold, or none is applied.
    """
    now = sheet(by=by, at=at)
    rows, wrong = _read(raw)
    wrong += _twice(rows)
    changed: list[str] = []
    with transaction.atomic():
        for row in rows:
            try:
                changed += _changed(row, now, by=by, at=at)
            except BadField as problem:
                wrong.append(Place(row.line, FIELDS.get(problem.field, problem.field), problem.sentence))
            except Refused as refused:
                wrong.append(Place(row.line, "reference", refused.refusals[0].sentence))
        if wrong:
            raise BadSheet(tuple(sorted(wrong, key=lambda one: (one.line, COLUMNS.index(one.column) if one.column in COLUMNS else -1))))
    return tuple(changed)


def _changed(row: Row, now: Mapping[str, Mapping[str, str]], *, by: Standing, at: datetime) -> list[str]:
    """The reference, where the row changes something. Raises BadField and Refused."""
    ref = row.held["reference"].upper()
    was = now.get(ref)
    if was is None:
        raise BadField("reference", MIXED if _mixed(ref, by) else NOT_THERE)
    for column in COLUMNS[3:]:
        if column in row.held and row.held[column] != was[column]:
            raise BadField(column, say("This cannot be changed by a file. Put back: {was}", was=was[column] or "-"))
    new: dict[str, str] = {}
    for field, column in FIELDS.items():
        if column in row.held and not row.held[column] and was[column]:
            raise BadField(column, EMPTY)
        if row.held.get(column, was[column]) != was[column]:
            new[field] = row.held[column]
    if not new:
        return []
    given = {"address": was["address"], **new}
    steps.take(ref=ref, step="set-address", by=by, given=given, at=at)
    return [ref]


def _mixed(ref: str, by: Standing) -> bool:
    try:
        found = access.find(ref, by)
    except access.Missing:
        return False
    return found.case.kind == "page" and found.case.state in NOT_IN_ORDER


def _twice(rows: list[Row]) -> list[Place]:
    """Lines that speak of one page, or of one address, a second time."""
    wrong, refs, pages = [], dict[str, int](), dict[str, int]()
    for row in rows:
        first = refs.setdefault(row.held["reference"].upper(), row.line)
        if first != row.line:
            wrong.append(Place(row.line, "reference", say("Line {line} is about this page too. Keep one of them.", line=first)))
        try:
            page = one_spelling(row.held.get("address", ""))
        except BadAddress:
            continue
        first = pages.setdefault(page, row.line)
        if first != row.line and refs[row.held["reference"].upper()] == row.line:
            wrong.append(Place(row.line, "address", say("Line {line} has this address too. Two pages cannot share one.", line=first)))
    return wrong


def _read(raw: bytes) -> tuple[list[Row], list[Place]]:
    """The lines of the file, and what is wrong with it as a table."""
    rows: list[Row] = []
    headings: list[str] = []
    file = io.BytesIO(raw)
    try:
        for line, found in cells(file, letters(file)):
            if not any(cell.strip() for cell in found):
                continue
            if not headings:
                headings = [cell.strip().lower() for cell in found]
                if wrong := _bad_headings(headings, line):
                    return [], wrong
                continue
            if len(found) != len(headings):
                says = say("This line has {found} cells, and there are {wanted} headings.", found=len(found), wanted=len(headings))
                return rows, [Place(line, "", says)]
            if len(rows) == MOST:
                return rows, [Place(line, "", say("A file may have {most} pages. Send it in parts.", most=format(MOST, ",")))]
            rows.append(Row(line, {heading: _plain(cell) for heading, cell in zip(headings, found, strict=True)}))
    except BadLine as problem:
        column = headings[problem.place] if problem.place < len(headings) else str(problem.place + 1)
        return rows, [Place(problem.line, column, problem.sentence)]
    return rows, [] if rows else [Place(1, "", NO_ROWS)]


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
    return say("There is no column “reference”. Save the table from here first, and change that.")
