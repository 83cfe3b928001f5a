"""A file of people as rows, with everything that is wrong in it named by line and column; pure.

A problem stops the whole file. A note does not: a cell that a spreadsheet would take for a formula stays the text it is.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from askfirst.people.hats import Capacity, Seat
from askfirst.people.roster.columns import BY_HEADING, COLUMNS, CONTACTS, BadSeat, seat_of
from askfirst.people.roster.lines import LONGEST_CELL, TOO_LONG, BadLine, cells, letters
from askfirst.people.roster.values import (
    BadCell,
    a_class,
    a_day,
    a_kind,
    a_mail,
    a_share,
    a_username,
    a_year,
    an_id,
    several,
)
from askfirst.words import Sentence, say

__all__ = ["MOST_PEOPLE", "Place", "Roster", "Row", "read"]

MOST_PEOPLE = 200_000
LONGEST = 200
FORMULA = re.compile(r"[=+@]|-[\d(.]")
AT_WORK = frozenset({Capacity.STAFF, Capacity.TRUSTEE})
REVERSED = say("The last day is before the first day. Turn them round, or mend one.")
NO_SCHOOL = say("A student is at a school, and none stands here. Fill it in.")
NO_SCHOOL_OF_CLASS = say("A class is at a school, and this row has none. Fill in the school.")
NO_STUDENT = say("This person is no student’s contact. Name the student, or take the line out.")
OWN_MANAGER = say("Nobody is their own line manager. Name another person, or leave it empty.")
NO_SEATS: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Something about one place in the file: the line, the heading of the column ("" for the whole line), one sentence."""

    line: int
    column: str
    says: Sentence

    @property
    def whole(self) -> Sentence:
        if self.column:
            return say("Line {line}, column “{column}”: {says}", line=self.line, column=self.column, says=self.says)
        return say("Line {line}: {says}", line=self.line, says=self.says)

    def as_json(self) -> dict[str, object]:
        """As API and command line give it."""
        return {"line": self.line, "column": self.column, "says": str(self.says)}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a person, or one more post of a person."""

    line: int
    id: str
    username: str
    name: str
    short: str
    kind: str
    school: str
    title: str
    email: str
    born: date | None
    year: int | None
    class_name: str
    tutor_of: tuple[str, ...]
    manager: str
    seats: tuple[Seat, ...]
    starts: date | None
    ends: date | None
    share: Decimal | None
    contact_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """What was in the file. With problems, nothing of it may be used."""

    rows: tuple[Row, ...] = ()
    columns: frozenset[str] = frozenset()
    encoding: str = ""
    problems: tuple[Place, ...] = ()
    notes: tuple[Place, ...] = ()


def read(file: BinaryIO) -> Roster:
    """Everybody in the file. Never raises for what is in it: what is wrong stands in `problems`. `file` must be able to go back."""
    reading = _Reading()
    try:
        try:
            written = letters(file)
        except BadLine:
            reading.headings = _guessed_headings(file)
            raise
        reading.encoding = written.says
        reading.take(cells(file, written))
    except BadLine as problem:
        reading.wrong(problem.line, reading.heading(problem.place), problem.sentence)
    return reading.done()


class _Reading:
    """One reading of one file."""

    def __init__(self) -> None:
        self.headings: list[str] = []
        self.rows: list[Row] = []
        self.problems: list[Place] = []
        self.notes: list[Place] = []
        self.encoding = ""
        self.met: dict[str, Row] = {}
        self.posts: set[tuple[str, str]] = set()

    def heading(self, place: int) -> str:
        return self.headings[place] if place < len(self.headings) else str(place + 1)

    def wrong(self, line: int, column: str, says: Sentence) -> None:
        self.problems.append(Place(line, column, says))

    def done(self) -> Roster:
        if not self.problems and not self.rows:
            self.wrong(1, "", say("There is nobody in this file. Put the headings on its first line, and people under them."))
        return Roster(tuple(self.rows), frozenset(self.headings), self.encoding, tuple(self.problems), tuple(self.notes))

    def take(self, found: Iterator[tuple[int, list[str]]]) -> None:
        for line, row in found:
            if not any(cell.strip() for cell in row):
                continue
            if not self.headings:
                if not self._head(line, row):
                    return
            elif len(self.rows) >= MOST_PEOPLE:
                self.wrong(line, "", say("There are more than {most} lines. Send fewer people at once.", most=format(MOST_PEOPLE, ",")))
                return
            else:
                self._row(line, row)

    def _head(self, line: int, row: list[str]) -> bool:
        """Whether the headings can be used."""
        named = _heading_names(row)
        for place, name in enumerate(named):
            if name not in BY_HEADING:
                self.wrong(
                    line, name[:40] or str(place + 1), say("We do not know this column. Take it out, or see the guide for its name.")
                )
            elif name in named[:place]:
                self.wrong(line, name, say("This column is there twice. Keep one."))
        for column in COLUMNS:
            if column.needed and column.heading not in named:
                self.wrong(line, column.heading, say("This column is missing, and every person needs it. Add it."))
        self.headings = named
        return not self.problems

    def _row(self, line: int, row: list[str]) -> None:
        here = [cell.strip() for cell in row]
        while len(here) > len(self.headings) and not here[-1]:
            here.pop()
        if len(here) != len(self.headings):
            place = min(len(here), len(self.headings))
            most, few = len(self.headings), len(here)
            self.wrong(
                line,
                self.heading(place),
                say("This line has {few} cells, the first has {most}. A comma is amiss here.", few=few, most=most),
            )
            return
        if [cell.casefold() for cell in here] == self.headings:
            self.wrong(line, "", say("The headings stand here again. Take this line out."))
            return
        before = len(self.problems)
        given = dict(zip(self.headings, here, strict=True))
        for heading, cell in given.items():
            if cell:
                self._look(line, heading, cell)
        if len(self.problems) > before:
            return
        made = self._made(line, given)
        if len(self.problems) == before:
            self._keep(made)

    def _look(self, line: int, heading: str, cell: str) -> None:
        if len(cell) > (LONGEST if heading not in ("seats", "tutor of", "contact of") else LONGEST_CELL):
            says = TOO_LONG if len(cell) > LONGEST_CELL else say("This is longer than {most} characters. Shorten it.", most=LONGEST)
            self.wrong(line, heading, says)
        elif not cell.isprintable() and any(unicodedata.category(one) in ("Cc", "Cs", "Cf") for one in cell):
            self.wrong(line, heading, say("There is a character here that is no letter. Type the cell again."))
        elif FORMULA.match(cell):
            self.notes.append(Place(line, heading, say("A spreadsheet would take this for a formula. We keep it as text.")))

    def _made(self, line: int, given: Mapping[str, str]) -> Row:
        def cell(heading: str, read_cell: Callable[[str], Any], empty: Any) -> Any:
            text = given.get(heading, "")
            try:
                return read_cell(text) if text else empty
            except (BadCell, BadSeat) as problem:
                self.wrong(line, heading, problem.sentence)
                return empty

        school = given.get("school", "")
        made = Row(
            line=line,
            id=cell("id", an_id, ""),
            username=cell("username", a_username, ""),
            name=given["name"],
            short=given.get("short", ""),
            kind=cell("kind", a_kind, ""),
            school=school,
            title=given.get("job title", ""),
            email=cell("email", a_mail, ""),
            born=cell("born", a_day, None),
            year=cell("year", a_year, None),
            class_name=cell("class", a_class, ""),
            tutor_of=cell("tutor of", lambda text: tuple(a_class(one) for one in several(text)), ()),
            manager=cell("line manager id", an_id, ""),
            seats=cell("seats", lambda text: tuple(dict.fromkeys(seat_of(one, school) for one in several(text))), NO_SEATS),
            starts=cell("starts", a_day, None),
            ends=cell("ends", a_day, None),
            share=cell("share", a_share, None),
            contact_of=cell("contact of", lambda text: tuple(an_id(one) for one in several(text)), ()),
        )
        self._together(made, given)
        return made

    def _together(self, row: Row, given: Mapping[str, str]) -> None:
        """What one cell says about another."""
        for heading in ("id", "name", "kind"):
            if not given[heading]:
                self.wrong(row.line, heading, say("This cell is empty, and every person needs it. Fill it in."))
        if row.kind not in AT_WORK:
            for heading in ("tutor of", "line manager id", "seats"):
                if given.get(heading):
                    self.wrong(row.line, heading, say("This is for staff and trustees only. Leave it empty here."))
        for heading, holds, says in _at_odds(row):
            if holds:
                self.wrong(row.line, heading, says)

    def _keep(self, row: Row) -> None:
        """One id is one person: a second line is a second post, at another school."""
        first = self.met.setdefault(row.id, row)
        if first is not row:
            says = None
            if (first.name, first.kind, first.username) != (row.name, row.kind, row.username):
                says = say(
                    "“{id}” is somebody else on line {first}. One id is one person: give one of them another.", id=row.id, first=first.line
                )
            elif (row.id, row.school) in self.posts or row.kind != Capacity.STAFF:
                says = say(
                    "“{id}” stands on line {first} already. A second line is for a post at another school.", id=row.id, first=first.line
                )
            if says is not None:
                self.wrong(row.line, "id", says)
                return
        self.posts.add((row.id, row.school))
        self.rows.append(row)


def _at_odds(row: Row) -> tuple[tuple[str, bool, Sentence], ...]:
    return (
        ("ends", bool(row.starts and row.ends and row.ends < row.starts), REVERSED),
        ("school", row.kind == Capacity.STUDENT and not row.school, NO_SCHOOL),
        ("tutor of", bool(row.tutor_of and not row.school), NO_SCHOOL_OF_CLASS),
        ("contact of", row.kind in CONTACTS and not row.contact_of, NO_STUDENT),
        ("line manager id", bool(row.manager) and row.manager == row.id, OWN_MANAGER),
    )


def _guessed_headings(file: BinaryIO) -> list[str]:
    """Of a file whose letters are not known: ours where they can be made out, else their numbers."""
    file.seek(0)
    start = file.readline(LONGEST_CELL).translate(None, b"\0\xff\xfe").decode("latin-1")
    named = _heading_names(re.split("[,\t]", start))
    return [name if name in BY_HEADING else str(place) for place, name in enumerate(named, 1)]


def _heading_names(row: list[str]) -> list[str]:
    """As we write them; what is no letter is drawn, for it is shown again."""
    named = [" ".join(cell.replace("_", " ").split()).casefold() for cell in row]
    while named and not named[-1]:
        named.pop()
    return ["".join(one if one.isprintable() else "\ufffd" for one in name) for name in named]
