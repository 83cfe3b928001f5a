"""Short scenarios, "what would you do?": drawn from one clause, for one kind of reader, with the reason shown whatever was chosen.

A trust's scenarios are `scenarios-*.toml` in its pack, else those that AskFirst brings for the clauses it knows. Pure; a file that is not
whole is refused with its name, line and reason.
Answers are no matter of this file, nor of any other: they are shown and forgotten (workflows 3.18).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from askfirst.procedure.clause import Addressee, Clause, Edition, Tag, UnknownClause
from askfirst.procedure.here import SHIPPED, pack
from askfirst.procedure.load import editions, the_edition, the_model
from askfirst.procedure.page import Page, shown
from askfirst.words import say

__all__ = ["LEAST", "READERS", "Scenario", "forgotten", "load_scenarios", "owed", "readers_of", "the_scenarios"]

LEAST = 2  # scenarios for each Must and Should clause and each kind of reader
BINDING = frozenset({Tag.MUST, Tag.SHOULD})
READERS = (Addressee.STAFF, Addressee.STUDENT, Addressee.MANAGER, Addressee.TRUST)
"""Kinds of readers: a clause for both has scenarios for staff and for students, each in their own words."""

ID = re.compile(r"([A-Z]{2,6}-[1-9][0-9]*)-(staff|student|manager|trust)-([1-9][0-9]*)")
FIELDS = {"id": str, "ask": str, "choices": list, "better": int, "reason": str}
FEWEST, MOST = 2, 3  # choices


@dataclass(frozen=True, slots=True)
class Scenario:
    """`choices[better]` is the better answer (counted from 0); `reason` says why, and what makes the other less good."""

    id: str
    clause: str
    reader: Addressee
    ask: str
    choices: tuple[str, ...]
    better: int
    reason: str
    says: Tag | None = None  # its words hold only while the clause is of this strength; None: of any

    def fits(self, clause: Clause) -> bool:
        """Whether it is told of this clause, as strong as an edition has it: what is no Must or Should asks no question."""
        tag = clause.strength.tag
        return self.clause == clause.id and tag in BINDING and self.says in (None, tag)


def readers_of(clause: Clause) -> tuple[Addressee, ...]:
    """For whom a clause's scenarios are written: staff and students where it is for both."""
    return (Addressee.STAFF, Addressee.STUDENT) if clause.addressee is Addressee.BOTH else (clause.addressee,)


def owed(edition: Edition) -> tuple[tuple[str, Addressee], ...]:
    """Each Must and Should clause with each kind of reader, in the order of the document."""
    binding = (clause for clause in edition.clauses if clause.strength.tag in BINDING)
    return tuple((clause.id, reader) for clause in binding for reader in readers_of(clause))


def forgotten(edition: Edition, scenarios: Iterable[Scenario]) -> tuple[tuple[str, Addressee], ...]:
    """The clauses and readers that have fewer than two scenarios which hold as strong as the edition has the clause."""
    clauses = edition.by_id
    there = Counter((one.clause, one.reader) for one in scenarios if one.clause in clauses and one.fits(clauses[one.clause]))
    return tuple(one for one in owed(edition) if there[one] < LEAST)


def load_scenarios(path: Path, edition: Edition) -> tuple[Scenario, ...]:
    """Every scenario of a file, in order. Raises BadPack, and OSError where there is no such file."""
    page = Page(path)
    page.fields(None, page.held, {"scenario": list})
    found: dict[str, Scenario] = {}
    for line, table in page.tables("scenario", page.held["scenario"]):
        page.fields(line, table, FIELDS, {"says": str})
        row: Mapping[str, Any] = table  # its types were just looked at
        one = _scenario(page, line, row, edition)
        if one.id in found:
            page.refuse(line, say("{id} stands twice. Give each scenario its own id.", id=one.id))
        found[one.id] = one
    return tuple(found.values())


def _scenario(page: Page, line: int, row: Mapping[str, Any], edition: Edition) -> Scenario:
    id = row["id"]
    named = ID.fullmatch(id)
    if not named:
        page.refuse(line, say("{id} is no id of a scenario. Write clause, reader and number, as in PRI-1-staff-1.", id=shown(id)))
    reader = Addressee(named[2])
    try:
        clause = edition.clause(named[1])
    except UnknownClause:
        page.refuse(line, say("{id} names a clause that the edition does not have. Check the id.", id=id))
    if reader not in readers_of(clause):
        page.refuse(line, say("{id} is for somebody whom its clause does not reach. Check who it is for.", id=id))
    page.texts(line, "choices", row["choices"])
    choices = tuple(row["choices"])
    if not FEWEST <= len(choices) <= MOST or len(set(choices)) < len(choices):
        page.refuse(line, say("{id} needs two or three choices, each another. Mend the field choices.", id=id))
    if not 1 <= row["better"] <= len(choices):
        page.refuse(line, say("The field better of {id} names no choice. Count the choices from 1.", id=id))
    says = Tag(page.one_of(line, "strength", row["says"], list(Tag))) if "says" in row else None
    return Scenario(id, clause.id, reader, row["ask"], choices, row["better"] - 1, row["reason"], says)


@cache
def _read(folder: Path, edition: Edition) -> tuple[Scenario, ...]:
    found = dict[str, Scenario]()
    for path in sorted(folder.glob("scenarios-*.toml")):
        for one in load_scenarios(path, edition):
            if one.id in found:
                Page(path).refuse(1, say("{id} stands in another file too. Keep one of them.", id=one.id))
            found[one.id] = one
    return tuple(found.values())


def the_scenarios() -> tuple[Scenario, ...]:
    """Every scenario there is for the trust. Raises BadPack, for an id in two files too."""
    own = bool(editions()) and any(pack().glob("scenarios-*.toml"))
    return _read(pack(), the_edition(readings=False)) if own else _read(SHIPPED, the_model())
