"""Dated facts: what was true from when to when, who says so, and when somebody last looked.

They are TOML beside this file, never code: lint facts, facts about platforms, and where to send people for help.
Pure, standard library only. A file that is not whole is refused with its name and line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter

from askfirst.procedure.clause import Sort
from askfirst.procedure.dated_rows import BadFacts, Row, rows
from askfirst.words import say

__all__ = [
    "FACTS",
    "BadFacts",
    "Contact",
    "Fact",
    "PlatformFact",
    "Rule",
    "Section",
    "load_contacts",
    "load_facts",
    "load_platforms",
    "the_contacts",
    "the_facts",
    "the_platforms",
]

FACTS = Path(__file__).with_name("facts")
GAPS = frozenset({"name", "names", "count", "on", "due"})
"""The gaps a lint fact's words may hold; lint fills them. A note has `name` alone."""


class Rule(StrEnum):
    """How lint uses a fact; each has one function in lint.py. KNOWN is told to people and used by no rule."""

    DATED = "dated"  # a clause names it, and this is now so
    OVERDUE = "overdue"
    SILENT_SERVICE = "silent-service"
    SILENT = "silent"
    LINK = "link"
    NO_LINK = "no-link"
    SPELLING = "spelling"
    SELF_NAMES = "self-names"
    UNDEFINED = "undefined"
    SAME_MATTER = "same-matter"
    CONSEQUENCE = "consequence"
    PEOPLE = "people"
    TWO_WAYS = "two-ways"  # from here on: read out of the exact words of clauses
    NO_SECOND = "no-second"
    NO_TIME = "no-time"
    NO_WAY = "no-way"
    CLASH = "clash"
    HARD = "hard"
    OLDER_YEAR = "older-year"  # guidance that has editions, named with a year that has gone
    TWO_WORDS = "two-words"  # two words for one thing
    LETTERS = "letters"  # an abbreviation that is never said in full
    KNOWN = "known"


class Section(StrEnum):
    """The five questions a platform's page answers, and who may have an account."""

    SEE = "who-can-see"
    FRIENDS = "friends"
    UNTAG = "untag"
    REPORT = "report"
    MY_DATA = "my-data"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Fact:
    """One dated fact. `valid_from` is the first day it holds (None: since always), `valid_to` the last (None: still).

    `since` is the day told to a reader where it is another than valid_from (one matter, several wordings over the years).
    `names` are what a clause would mention; `near` are mentions, best first, at which a finding about no clause in particular then stands.
    """

    id: str
    rule: Rule
    names: tuple[str, ...]
    sort: Sort | None
    says: str
    fact: str
    propose: str
    source: str
    checked_on: date
    valid_from: date | None = None
    valid_to: date | None = None
    since: date | None = None
    near: tuple[str, ...] = ()
    to_confirm: bool = False
    only_near: bool = False  # a document that a trust brings misses nothing where it says none of `near`
    note: str = ""  # a correction shown to every reader under a clause that names it

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class PlatformFact:
    """What is known about one platform on one question. Menus move, so it grows stale `stale_after_days` after `checked_on`."""

    platform: str
    section: Section
    fact: str
    source: str
    checked_on: date
    stale_after_days: int = 180
    to_confirm: bool = False
    student: str = ""  # where students read other words

    def stale_on(self, day: date) -> bool:
        return day > self.checked_on + timedelta(days=self.stale_after_days)


@dataclass(frozen=True, slots=True)
class Contact:
    """Where to send a person. `number` or `link`, or both; `students` says whether it is shown to students."""

    id: str
    name: str
    says: str
    checked_on: date
    source: str
    number: str = ""
    link: str = ""
    hours: str = ""
    students: bool = True
    staff: bool = True
    to_confirm: bool = False


def _fact(row: Row) -> Fact:
    rule = row.choice("rule", Rule)
    fact = Fact(
        id=row.take("id", str),
        rule=rule,
        names=row.names("names"),
        sort=row.choice("sort", Sort) if "sort" in row.values else None,
        says=row.take("says", str, "" if rule is Rule.KNOWN else None),
        fact=row.take("fact", str),
        propose=row.take("propose", str, "" if rule is Rule.KNOWN else None),
        source=row.take("source", str),
        checked_on=row.take("checked_on", date),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
        since=row.day("since"),
        near=row.names("near"),
        only_near=row.take("only_near", bool, False),
        to_confirm=row.take("to_confirm", bool, False),
        note=row.take("note", str, ""),
    )
    if fact.valid_from and fact.valid_to and fact.valid_to < fact.valid_from:
        raise row.bad(say("valid_to is before valid_from"))
    for words in (fact.says, fact.fact, fact.propose, fact.note):
        for _, gap, _, _ in Formatter().parse(words):
            if gap is not None and gap not in GAPS:
                raise row.bad(say("{gap} is not a gap lint can fill", gap=gap or "{}"))
    row.done()
    return fact


def load_facts(*paths: Path) -> tuple[Fact, ...]:
    """Every lint fact of the files, in order. Raises BadFacts: not whole, or an id twice."""
    found: dict[str, Fact] = {}
    for path in paths:
        for row in rows(path, "fact"):
            fact = _fact(row)
            if fact.id in found:
                raise row.bad(say("{id} is here twice", id=fact.id))
            found[fact.id] = fact
    return tuple(found.values())


def load_platforms(path: Path) -> tuple[PlatformFact, ...]:
    """Every platform fact of the file. Raises BadFacts."""
    found: list[PlatformFact] = []
    for row in rows(path, "platform"):
        found.append(
            PlatformFact(
                platform=row.take("name", str),
                section=row.choice("section", Section),
                fact=row.take("fact", str),
                source=row.take("source", str),
                checked_on=row.take("checked_on", date),
                stale_after_days=row.take("stale_after_days", int, 180),
                to_confirm=row.take("to_confirm", bool, False),
                student=row.take("student", str, ""),
            )
        )
        row.done()
    return tuple(found)


def load_contacts(path: Path) -> tuple[Contact, ...]:
    """Every contact of the file. Raises BadFacts: not whole, an id twice, or no way to reach anyone."""
    found: dict[str, Contact] = {}
    for row in rows(path, "contact"):
        contact = Contact(
            id=row.take("id", str),
            name=row.take("name", str),
            says=row.take("says", str),
            checked_on=row.take("checked_on", date),
            source=row.take("source", str),
            number=row.take("number", str, ""),
            link=row.take("link", str, ""),
            hours=row.take("hours", str, ""),
            students=row.take("students", bool, True),
            staff=row.take("staff", bool, True),
            to_confirm=row.take("to_confirm", bool, False),
        )
        row.done()
        if contact.id in found:
            raise row.bad(say("{id} is here twice", id=contact.id))
        if not (contact.number or contact.link):
            raise row.bad(say("{id} has neither number nor link", id=contact.id))
        found[contact.id] = contact
    return tuple(found.values())


LINTED = (
    "document.toml", "laws.toml", "laws-gone.toml", "services.toml", "services-gone.toml", "links.toml", "terms.toml", "writing.toml",
)  # fmt: skip


@cache
def the_facts() -> tuple[Fact, ...]:
    """The lint facts that come with AskFirst, in a fixed order."""
    return load_facts(*(FACTS / name for name in LINTED))


@cache
def the_platforms() -> tuple[PlatformFact, ...]:
    return load_platforms(FACTS / "platforms.toml")


FIRST, AND_FOR_STAFF = ("childline", "emergency"), ("samaritans", "education-support")


@cache
def the_contacts() -> Mapping[str, Contact]:
    """Where to send people, by id, in the order they are shown."""
    return {contact.id: contact for contact in load_contacts(FACTS / "help.toml")}


def first_to_ring(*, student: bool) -> tuple[Contact, ...]:
    """Whom somebody who may be hurt can ring now, the first first; more for grown-ups."""
    contacts = the_contacts()
    return tuple(contacts[name] for name in (FIRST if student else FIRST + AND_FOR_STAFF))
