"""Reading a pack: a trust's procedure as TOML becomes an Edition, or is refused with file, line and reason.

A pack is a folder with `<edition>.toml` (clauses) and `readings.toml` beside it, read only when asked for: clauses alone start faster.
A trust whose folder has no edition begins with one that says nothing, until its own procedure was brought in and agreed to.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from askfirst.procedure.clause import Addressee, Clause, Edition, Mention, Reading, Sort, Strength, UnknownClause
from askfirst.procedure.here import SHIPPED, pack
from askfirst.procedure.page import BadPack, Page, shown
from askfirst.procedure.trust import load_trust
from askfirst.procedure.whole import lacks, too_long
from askfirst.words import say

__all__ = ["NONE_YET", "BadPack", "editions", "load", "load_readings", "the_edition", "the_model", "the_readings", "titled"]

LEAD = "{lead}"
"""Stands in shipped words for the title of whoever leads the trust."""
NONE_YET = "0"
"""The name of the edition that a trust has before its first: it says nothing."""

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

ID_OF = {"clause": re.compile(r"[A-Z]{2,6}-[1-9][0-9]*"), "reading": re.compile(r"[A-Z][1-9][0-9]*")}  # ids stand in addresses too


def _id(page: Page, line: int, sort: str, id: str, seen: dict[str, int]) -> str:
    """Well formed, and not there yet."""
    if not ID_OF[sort].fullmatch(id):
        example = "PRI-1" if sort == "clause" else "A1"
        page.refuse(line, say("{id} is no id of a {sort}. Write it as in {example}.", id=shown(id), sort=sort, example=example))
    if id in seen:
        page.refuse(line, say("{id} stands twice (first on line {first}). Give each {sort} its own id.", id=id, first=seen[id], sort=sort))
    seen[id] = line
    return id


def _mentions(page: Page, line: int, written: list[str]) -> tuple[Mention, ...]:
    """Each as "sort: name"."""
    page.texts(line, "mentions", written)
    found = []
    for one in written:
        sort, _, name = one.partition(": ")
        if not name.strip():
            page.refuse(line, say("A mention is written as “sort: name”. Mend the list of mentions."))
        found.append(Mention(Sort(page.one_of(line, "sort of mention", sort, list(Sort))), name))
    return tuple(found)


def _words(page: Page, line: int, clause: Clause) -> None:
    """Refused at the first thing that its words lack."""
    for why in lacks(clause):
        page.refuse(line, why)


def _clauses(page: Page, sections: Mapping[str, str]) -> Iterator[Clause]:
    seen: dict[str, int] = {}
    for line, table in page.tables("clause", page.held["clause"]):
        page.fields(line, table, CLAUSE, CLAUSE_MAY)
        row: Mapping[str, Any] = table  # its types were just looked at
        id = _id(page, line, "clause", row["id"], seen)
        clause = Clause(
            id=id,
            section=page.one_of(line, "section", id.partition("-")[0], list(sections)),
            addressee=Addressee(page.one_of(line, "addressee", row["for"], list(Addressee))),
            strength=Strength(page.one_of(line, "strength", row["strength"], list(Strength))),
            plain=row["plain"],
            plain_student=row.get("student"),
            mentions=_mentions(page, line, row.get("mentions", [])),
        )
        _words(page, line, clause)
        yield clause


def load(path: Path) -> Edition:
    """One edition without its readings. Raises BadPack, and OSError where there is no such file."""
    page = Page(path)
    page.fields(None, page.held, HEADER)
    sections = page.held["sections"]
    page.texts(page.line_of("sections"), "sections", sections.values())
    if page.held["review_due"] <= page.held["approved_on"]:
        page.refuse(page.line_of("review_due"), say("The field review_due is not after approved_on. Check both days."))
    return Edition(
        trust=page.held["trust"],
        edition=page.held["edition"],
        title=page.held["title"],
        approved_by=page.held["approved_by"],
        approved_on=page.held["approved_on"],
        review_due=page.held["review_due"],
        sections=tuple(sections.items()),
        clauses=tuple(_clauses(page, sections)),
    )


def load_readings(path: Path, edition: Edition) -> tuple[Reading, ...]:
    """How the edition's clauses are read. Raises BadPack, for a clause the edition does not have too."""
    page = Page(path)
    page.fields(None, page.held, {"reading": list})
    seen: dict[str, int] = {}
    readings = []
    for line, table in page.tables("reading", page.held["reading"]):
        page.fields(line, table, READING, READING_MAY)
        row: Mapping[str, Any] = table  # its types were just looked at
        id = _id(page, line, "reading", row["id"], seen)
        page.texts(line, "clauses", row["clauses"])
        for clause in row["clauses"]:
            try:
                edition.clause(clause)
            except UnknownClause:
                page.refuse(line, say("{id} names {clause}, which the edition does not have. Check the id.", id=id, clause=shown(clause)))
        status = page.one_of(line, "status", row.get("status", "default"), list(STATUSES))
        for why in too_long(id, row.get("student")):
            page.refuse(line, why)
        readings.append(Reading(id, tuple(row["clauses"]), row["problem"], row["reading"], status, row.get("student")))
    return tuple(readings)


@cache
def _names(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("[0-9]*.toml")))


@cache
def _edition(folder: Path, name: str) -> Edition:
    found = load(folder / (name + ".toml"))
    return found if folder == SHIPPED else replace(found, elsewhere=the_model().clauses)


@cache
def _none_yet(trust: str) -> Edition:
    model = the_model()
    return Edition(trust, NONE_YET, model.title, "", date.min, date.max, sections=(), clauses=(), elsewhere=model.clauses)


@cache
def _readings(folder: Path) -> tuple[Reading, ...]:
    return load_readings(folder / "readings.toml", _edition(folder, _names(folder)[-1]))


def editions() -> tuple[str, ...]:
    """Names of the editions that came with the pack, oldest first; none for a trust whose procedure is still to be brought in."""
    return _names(pack())


def the_model() -> Edition:
    """The clauses that AskFirst knows by itself, in its own plain words: what any document is laid beside, whosever it is."""
    return _edition(SHIPPED, _names(SHIPPED)[-1])


def titled(words: str, lead: str) -> str:
    """Words that came with AskFirst, with the title of whoever leads the trust where they name that post."""
    return words.replace(LEAD, lead)


@cache
def _with_title(folder: Path, lead: str) -> tuple[Reading, ...]:
    return tuple(
        replace(one, problem=titled(one.problem, lead), reading=titled(one.reading, lead), reading_student=student)
        for one in _readings(folder)
        for student in (titled(one.reading_student, lead) if one.reading_student else None,)
    )


def the_readings(lead: str = "") -> tuple[Reading, ...]:
    """How clauses are read where nobody at the Trust says otherwise: by its pack, else as AskFirst itself reads those it knows.

    `lead`: the title of whoever leads the trust; by itself as its pack has it.
    """
    own = pack() / "readings.toml"
    return _with_title(pack() if editions() and own.is_file() else SHIPPED, lead or load_trust().lead_title)


def the_edition(edition: str | None = None, *, readings: bool = True) -> Edition:
    """The newest edition of the pack, or another by name; one that says nothing where the pack has none. Raises LookupError."""
    known = editions()
    name = edition or (known[-1] if known else NONE_YET)
    if name == NONE_YET and not known:
        return _none_yet(load_trust().id)
    if name not in known:
        raise LookupError(name)
    found = _edition(pack(), name)
    return replace(found, readings=the_readings()) if readings else found
