"""Reading a pack: a trust's procedure as TOML becomes an Edition, or is refused with file, line and reason.

A pack is `packs/<trust>/<edition>.toml` (clauses) with `readings.toml` beside it, read only when asked for: clauses alone start faster.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import NoReturn

from askfirst.procedure.clause import Addressee, Clause, Edition, Mention, Reading, Sort, Strength, UnknownClause
from askfirst.words import Sentence, say

__all__ = ["BadPack", "editions", "load", "load_readings", "the_edition"]

PACKS = Path(__file__).parent / "packs"
NEWEST = {"ridgeway": "2018-11"}  # the edition in force; editions become the adoption layer's matter once the Trust makes a second one

HEADER: dict[str, type] = {
    "trust": str,
    "edition": str,
    "title": str,
    "approved_by": str,
    "approved_on": date,
    "review_due": date,
    "sections": dict,
    "clause": list,
}
CLAUSE = {"id": str, "for": str, "strength": str, "plain": str}
CLAUSE_MAY = {"student": str, "mentions": list}
READING = {"id": str, "clauses": list, "problem": str, "reading": str}
READING_MAY = {"status": str, "student": str}
STATUSES = ("default", "adopted", "changed")
LONGEST_STUDENT_SENTENCE = 15  # words

# The word by which a person hears how strong a clause is.
HEARD = {
    Strength.MUST: ("must",),
    Strength.MUST_NOT: ("must not",),
    Strength.SHOULD: ("should",),
    Strength.SHOULD_NOT: ("should not",),
    Strength.ADVICE: ("it is best",),
    Strength.MAY: ("may",),
}


class BadPack(ValueError):
    """A pack that is not whole: file, line, reason and what to do, in one sentence."""

    def __init__(self, file: Path, line: int, why: Sentence) -> None:
        self.sentence = say("{file}:{line}: {why}", file=file.name, line=line, why=why)
        super().__init__(str(self.sentence))


class _Page:
    """A TOML file with its lines, so that a refusal can say where."""

    def __init__(self, path: Path) -> None:
        self.path = path
        raw = path.read_bytes()
        try:
            self.text = raw.decode("utf-8")
        except UnicodeDecodeError as problem:
            self.refuse(raw.count(b"\n", 0, problem.start) + 1, say("This is not UTF-8 text. Save the file as UTF-8."))
        if "\0" in self.text:
            self.refuse(self.text.count("\n", 0, self.text.index("\0")) + 1, say("There is an empty mark (NUL) here. Take it out."))
        try:
            self.held = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as problem:
            where = re.search(r"at line (\d+)", str(problem))
            self.refuse(int(where[1]) if where else self.text.count("\n") + 1, say("This is not TOML. Look at quotes and brackets here."))
        except RecursionError:
            self.refuse(1, say("This is nested too deep to be a pack. Take brackets out."))

    def refuse(self, line: int, why: Sentence) -> NoReturn:
        raise BadPack(self.path, line, why) from None

    def line_of(self, table: str, number: int) -> int:
        """Where the nth table (from 0) of an array begins; its id stands on the next line."""
        heads = [at for at, line in enumerate(self.text.splitlines(), 1) if line.strip() == "[[{}]]".format(table)]
        return heads[number] if number < len(heads) else 1


def _fields(page: _Page, line: int, table: Mapping[str, object], needed: Mapping[str, type], may: Mapping[str, type]) -> None:
    """Every field known, none missing, each of its type."""
    for name in table:
        if name not in needed and name not in may:
            page.refuse(line, say("We do not know the field {name}. Take it out, or check its spelling.", name=name))
    for name in needed:
        if name not in table:
            page.refuse(line, say("The field {name} is missing. Add it.", name=name))
    for name, value in table.items():
        wanted = (dict(needed) | dict(may))[name]
        if not isinstance(value, wanted):
            page.refuse(line, say("The field {name} is of the wrong kind. Write it as the other packs do.", name=name))
        if isinstance(value, str) and not value.strip():
            page.refuse(line, say("The field {name} is empty. Fill it in.", name=name))


def _one_of(page: _Page, line: int, field: str, value: str, known: list[str]) -> str:
    if value not in known:
        page.refuse(line, say("{value} is no {field}. Choose one of: {known}.", value=value, field=field, known=", ".join(known)))
    return value


def _mentions(page: _Page, line: int, written: list[object]) -> tuple[Mention, ...]:
    """Each as "sort: name"."""
    found = []
    for one in written:
        sort, colon, name = one.partition(": ") if isinstance(one, str) else ("", "", "")
        if not colon or not name.strip():
            page.refuse(line, say("A mention is written as “sort: name”. Mend the list of mentions."))
        found.append(Mention(Sort(_one_of(page, line, "sort of mention", sort, list(Sort))), name))
    return tuple(found)


def _sentences(words: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?:])\s+", words) if part]


def _words(page: _Page, line: int, clause: Clause) -> None:
    """What students read is there, short, and says the strength by the same word as the staff's."""
    if clause.addressee.reaches_students and clause.plain_student is None:
        page.refuse(line, say("{id} reaches students but has no words for them. Add the field student.", id=clause.id))
    for words in filter(None, (clause.plain, clause.plain_student)):
        heard = HEARD.get(clause.strength, ())
        if heard and not any(re.search(r"\b{}\b".format(word), words, re.IGNORECASE) for word in heard):
            page.refuse(line, say("{id} never says “{word}”. Its strength must be heard in its words.", id=clause.id, word=heard[0]))
    for sentence in _sentences(clause.plain_student or ""):
        if len(sentence.split()) > LONGEST_STUDENT_SENTENCE:
            page.refuse(
                line,
                say(
                    "{id} has a sentence for students of more than {most} words. Cut it in two.",
                    id=clause.id,
                    most=LONGEST_STUDENT_SENTENCE,
                ),
            )


def _clauses(page: _Page, sections: Mapping[str, str]) -> Iterator[Clause]:
    seen: dict[str, int] = {}
    for number, table in enumerate(page.held["clause"]):
        line = page.line_of("clause", number)
        _fields(page, line, table, CLAUSE, CLAUSE_MAY)
        id = table["id"]
        if id in seen:
            page.refuse(line, say("{id} stands twice (first on line {first}). Give each clause its own id.", id=id, first=seen[id]))
        seen[id] = line
        clause = Clause(
            id=id,
            section=_one_of(page, line, "section", id.partition("-")[0], list(sections)),
            addressee=Addressee(_one_of(page, line, "addressee", table["for"], list(Addressee))),
            strength=Strength(_one_of(page, line, "strength", table["strength"], list(Strength))),
            plain=table["plain"],
            plain_student=table.get("student"),
            mentions=_mentions(page, line, table.get("mentions", [])),
        )
        _words(page, line, clause)
        yield clause


def load(path: Path) -> Edition:
    """One edition without its readings. Raises BadPack, and OSError where there is no such file."""
    page = _Page(path)
    _fields(page, 1, page.held, HEADER, {})
    sections = page.held["sections"]
    return Edition(
        trust=page.held["trust"],
        edition=page.held["edition"],
        title=page.held["title"],
        approved_by=page.held["approved_by"],
        approved_on=page.held["approved_on"],
        review_due=page.held["review_due"],
        sections=tuple((prefix, str(heading)) for prefix, heading in sections.items()),
        clauses=tuple(_clauses(page, sections)),
    )


def load_readings(path: Path, edition: Edition) -> tuple[Reading, ...]:
    """How the edition's clauses are read. Raises BadPack, for a clause the edition does not have too."""
    page = _Page(path)
    _fields(page, 1, page.held, {"reading": list}, {})
    seen: set[str] = set()
    readings = []
    for number, table in enumerate(page.held["reading"]):
        line = page.line_of("reading", number)
        _fields(page, line, table, READING, READING_MAY)
        if table["id"] in seen:
            page.refuse(line, say("{id} stands twice. Give each reading its own id.", id=table["id"]))
        seen.add(table["id"])
        for clause in table["clauses"]:
            try:
                edition.clause(clause)
            except UnknownClause:
                page.refuse(line, say("{id} names {clause}, which the edition does not have. Check the id.", id=table["id"], clause=clause))
        status = _one_of(page, line, "status", table.get("status", "default"), list(STATUSES))
        readings.append(Reading(table["id"], tuple(table["clauses"]), table["problem"], table["reading"], status, table.get("student")))
    return tuple(readings)


def editions(trust: str = "ridgeway") -> tuple[str, ...]:
    """Names of the editions a trust has, oldest first."""
    return tuple(sorted(path.stem for path in (PACKS / trust).glob("[0-9]*.toml")))


@cache
def the_edition(trust: str = "ridgeway", edition: str | None = None, *, readings: bool = True) -> Edition:
    """The edition in force, or another by name. Raises LookupError for one that is not there."""
    name = edition or NEWEST[trust]
    if name not in editions(trust):
        raise LookupError(name)
    found = load(PACKS / trust / (name + ".toml"))
    if not readings:
        return found
    return replace(found, readings=load_readings(PACKS / trust / "readings.toml", found))
