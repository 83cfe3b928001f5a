"""Paragraphs into what is said: the head of the document, its sections, and every sentence with its place, the words that lead into it,
whom it speaks to and how strong it is. Nothing is dropped: what is no sentence is told apart. Pure, linear in the document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from askfirst.guard.text.paragraph import Paragraph
from askfirst.procedure.clause import Addressee, Strength
from askfirst.procedure.importing import addressee, strength
from askfirst.procedure.importing.front import DAY, Front, dates_line, dates_lines, front_of, title_of
from askfirst.procedure.importing.sentences import parts, sentences
from askfirst.procedure.importing.tables import DO, Row, Said, is_table, rows_of

__all__ = ["Document", "Heading", "Loose", "Statement", "read"]

LONGEST_HEADING = 10  # words
LONGEST_LEAD = 400  # letters of what leads into a list
SENTENCE = 12  # words of a line that is a sentence whatever its end
LETTERED = re.compile(r"\(?(?:[A-Za-z]|[ivxIVX]{1,4})[.)]\s")
CELLS_OF_A_DATE = 2
ENDS_OPEN = re.compile(r"\b(?:must|should|may|can|not|never)\W*$", re.IGNORECASE)
"""A lead that no whole sentence can go on from."""
BEGINS_NEW = re.compile(r"\W*(?:\w{1,4}[.)]\s+)?[A-Z]")
TABLE = re.compile(r"\b(?:table|below|following|grid|chart)\b", re.IGNORECASE)
SHORT = 4  # words of a heading that could be a rule by itself


@dataclass(frozen=True, slots=True)
class Heading:
    words: str
    line: int
    page: int | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said. `exact` is its sentence to the letter, `part` what of it is heard, `lead` what stands above a list.

    `section` counts the headings from 0; -1 is the head of the document. `addressee` and `strength` are None where no word says.
    """

    exact: str
    part: str
    lead: str
    line: int
    page: int | None
    section: int
    addressee: Addressee | None
    strength: Strength | None
    inherited: Addressee  # whom the words before it speak to
    dated: bool = False  # a line that tells who approved the document, or when it is looked at again


@dataclass(frozen=True, slots=True)
class Loose:
    """Words that are no sentence: a cell of a table, a label."""

    text: str
    line: int
    page: int | None


@dataclass(frozen=True, slots=True)
class Document:
    front: Front
    head: tuple[Loose, ...]  # lines above the first section that say nothing of dates
    headings: tuple[Heading, ...]
    statements: tuple[Statement, ...]
    loose: tuple[Loose, ...]


def _joined(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """A paragraph that a page or a blank line cut in two is one: the first has no end, and the second begins small."""
    found: list[Paragraph] = []
    for one in paragraphs:
        before = found[-1] if found else None
        runs_on = (
            before is not None
            and not before.heading
            and before.text[-1] not in ".!?:;"
            and not one.item
            and not one.heading
            and not one.cell
        )
        if before is not None and runs_on and one.text[0].islower():
            found[-1] = replace(before, text=before.text + " " + one.text)
        else:
            found.append(one)
    return found


def _like_heading(one: Paragraph) -> bool:
    """By its looks, where the document does not say which are headings."""
    if one.cell:
        return False
    words = one.text.split()
    numbered = not one.item or one.text[0].isdigit() or (LETTERED.match(one.text) is not None and len(words) <= SHORT)
    plain = one.text[-1] not in ".!?:;,…" and (strength.hear(one.text) is None or len(words) <= SHORT) and not dates_line(one.text)
    return numbered and plain and 0 < len(words) <= LONGEST_HEADING and (one.text[0].isupper() or one.text[0].isdigit() or one.item)


def _headings(paragraphs: list[Paragraph]) -> list[bool]:
    """Which are headings: as the document says; where it says so of its title at most, as they look when words follow."""
    if sum(one.heading > 0 for one in paragraphs) > 1:
        return [one.heading > 0 for one in paragraphs]
    return [one.heading > 0 or (_like_heading(one) and _leads(one, paragraphs[at + 1 : at + 2])) for at, one in enumerate(paragraphs)]


def _leads(one: Paragraph, after: list[Paragraph]) -> bool:
    """Whether something stands below it: a whole sentence, where it could be a rule itself, such as "Ask first", or one of a list."""
    if one.item and not one.text[0].isdigit():
        return bool(after) and after[0].text[-1] in ".!?:;" and len(after[0].text.split()) > SHORT
    return bool(after) and (strength.hear(one.text) is None or (after[0].text[-1] in ".!?:" and not after[0].item))


def _first_section(paragraphs: list[Paragraph], headings: list[bool]) -> int:
    """Where the first section begins: at the last heading before the first sentence. All before it is the head."""
    for at, one in enumerate(paragraphs):
        asks = strength.hear(one.text) is not None
        if one.cell and not asks:
            continue
        if not headings[at] and not dates_line(one.text) and (len(one.text.split()) >= SENTENCE or one.text[-1] in ".!?:" or asks):
            return next((before for before in range(at - 1, -1, -1) if headings[before]), at)
    return len(paragraphs)


class _Said:
    """Statements as they are met, with what is known from the ones before."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.loose: list[Loose] = []
        self.lead = ""
        self.lead_to: Addressee | None = None
        self.table_to: Addressee | None = None  # of a table, as the words above it say
        self.section_to: list[tuple[int, Addressee | None]] = []  # of each heading we are below, its level and whom it is for

    def heading(self, one: Paragraph) -> None:
        """What stands below it is for whom it names, as far as nobody else is named."""
        level = one.heading or 9
        self.section_to = [held for held in self.section_to if held[0] < level]
        self.section_to.append((level, addressee.of_heading(one.text)))
        self.lead, self.lead_to, self.table_to = "", None, None

    @property
    def _to(self) -> Addressee:
        return next((to for _, to in reversed(self.section_to) if to), Addressee.BOTH)

    def row(self, row: Row, section: int) -> None:
        """A row of a table: its rules, each with what stands beside it, and words that stand nowhere else."""
        for one in row.words:
            if row.head:
                self.loose.append(Loose(one.text, one.line, one.page))
            else:
                self.paragraph(one, section, lead_in=False)
        for said in row.rules:
            for one in said.paragraphs:
                for sentence in sentences(one.text):
                    self.statements += self._ruled(sentence, one, said, section)

    def _ruled(self, sentence: str, one: Paragraph, said: Said, section: int) -> list[Statement]:
        """A sentence in a table: by its own words; else by its row, its column, or as what is told to be done."""
        found = []
        for part in parts(sentence):
            heard = strength.asks(part) or said.label or (strength.asks(said.head + " " + part) if said.head else None)
            if heard is None and said.duty:
                heard = Strength.MUST_NOT if strength.forbids(part) else Strength.MUST
            heard = heard or (Strength.SHOULD if DO.fullmatch(said.head) else strength.hear((said.head + " " + part).strip()))
            who = said.who or (addressee.hear(part) if strength.asks(part) else None)
            lead = "; ".join(words for words in (said.lead, said.head) if words)
            found.append(
                Statement(sentence, part, lead, one.line, one.page, section, who, heard, self.lead_to or self.table_to or self._to)
            )
        return found

    def paragraph(self, one: Paragraph, section: int, *, lead_in: bool) -> None:
        """`lead_in`: a list follows, so its last sentence leads into each item."""
        told = sentences(one.text)
        if not one.item or (ENDS_OPEN.search(self.lead) and BEGINS_NEW.match(one.text) and strength.asks(one.text)):
            self.lead, self.lead_to = "", None
        self.table_to = addressee.hear(one.text) if TABLE.search(one.text) else None
        to = self.lead_to or self._to
        if lead_in and told[-1].endswith(":") and len(told[-1]) <= LONGEST_LEAD:
            for sentence in told[:-1]:
                to = self._sentence(sentence, one, section, to)
            self.lead = told[-1]
            self.lead_to = addressee.hear(told[-1]) or to
            return
        for sentence in told:
            to = self._sentence(sentence, one, section, to)

    def _sentence(self, sentence: str, one: Paragraph, section: int, to: Addressee) -> Addressee:
        """Whom the next sentence speaks to, if it does not say."""
        ended = sentence[-1] in ".!?;:”\"'’)" or one.item or len(sentence.split()) >= SENTENCE
        for part in parts(sentence):
            whole = (self.lead.rstrip(": ") + " " + part) if self.lead else part
            heard = strength.asks(part) or (strength.asks(whole) if self.lead else None) or strength.hear(part) or strength.hear(whole)
            said_to = addressee.hear(whole)
            if not ended and heard is None:
                self.loose.append(Loose(sentence, one.line, one.page))
                continue
            self.statements.append(Statement(sentence, part, self.lead, one.line, one.page, section, said_to, heard, to))
            to = said_to or to
        return to


def _flat(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Without the cells of what only lays out a page."""
    held: dict[int, list[Paragraph]] = {}
    for one in paragraphs:
        if one.cell:
            held.setdefault(one.cell[0], []).append(one)
    tables = {table for table, cells in held.items() if is_table(cells)}
    return [replace(one, cell=None) if one.cell and one.cell[0] not in tables else one for one in paragraphs]


def _tables(whole: list[Paragraph]) -> dict[int, list[Row]]:
    """The rows of each table, where its first cell stands."""
    begins: dict[int, int] = {}
    held: dict[int, list[Paragraph]] = {}
    for at, one in enumerate(whole):
        if one.cell:
            begins.setdefault(one.cell[0], at)
            held.setdefault(one.cell[0], []).append(one)
    return {at: rows_of(held[table]) for table, at in begins.items()}


def _dated_row(row: Row) -> tuple[str, Statement] | None:
    """A row that tells who approved the document, or when it is looked at again: its label leads into the day."""
    if len(row.words) != CELLS_OF_A_DATE or row.rules or row.head:
        return None
    label, value = row.words
    line, to = "%s: %s" % (label.text.rstrip(":"), value.text), Addressee.TRUST
    if not dates_line(line) or dates_line(label.text) or not DAY.search(value.text):
        return None
    return line, Statement(value.text, line, label.text, value.line, value.page, -1, to, Strength.KNOW, to, dated=True)


def read(paragraphs: Sequence[Paragraph]) -> Document:
    """The whole document in order."""
    whole = _joined(_flat(paragraphs))
    are = _headings(whole)
    first = _first_section(whole, are)
    said = _Said()
    head: list[Paragraph] = []
    dated: list[str] = []
    headings: list[Heading] = []
    tables = _tables(whole)
    for at, one in enumerate(whole):
        if one.cell:
            if at in tables:
                for row in tables[at]:
                    if (line := _dated_row(row)) is not None:
                        dated.append(line[0])
                        said.statements.append(replace(line[1], section=-1))
                    elif at < first and not row.rules:
                        head += row.words
                    else:
                        said.row(row, len(headings) - 1 if headings else -1)
        elif not are[at] and (days := dates_lines(one.text)):
            dated += days
            to = Addressee.TRUST
            said.statements += [Statement(day, day, "", one.line, one.page, -1, to, Strength.KNOW, to, dated=True) for day in days]
        elif at < first:
            head.append(one)
        elif are[at]:
            headings.append(Heading(one.text, one.line, one.page))
            said.heading(one)
        else:
            follows = at + 1 < len(whole) and whole[at + 1].item and not are[at + 1] and not whole[at + 1].cell
            said.paragraph(one, len(headings) - 1 if headings else -1, lead_in=follows)
    title = title_of([one.text for one in head] or [one.words for one in headings[:1]])
    return Document(
        front=front_of([one.text for one in head if one.text != title], title, dated),
        head=tuple(Loose(one.text, one.line, one.page) for one in head),
        headings=tuple(headings),
        statements=tuple(said.statements),
        loose=tuple(said.loose),
    )
