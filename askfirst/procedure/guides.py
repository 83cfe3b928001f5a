"""Guides that need no case: for each service, five questions, what is known, who says so and when somebody last looked.

A question nobody has looked into says so; a fact looked at too long ago says that too. Pure; reading a guide stores nothing.
Source: platforms.md. The services are facts/guides.toml, the facts facts/platforms.toml.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from askfirst.procedure.dated import FACTS, PlatformFact, Section, the_platforms
from askfirst.procedure.page import Page, shown
from askfirst.words import Sentence, say

__all__ = ["PARTS", "Guide", "Part", "Service", "UnknownService", "guide", "load_services", "service", "the_services"]

NEEDED: dict[str, type] = {"id": str, "name": str, "hosts": list}
MAY: dict[str, type] = {"named": str, "words": list, "help": str, "closed": bool, "all_public": bool}


class UnknownService(LookupError):
    """We have no guide of that name."""


@dataclass(frozen=True, slots=True)
class Service:
    """`named` is how the procedure writes it, "" where it does not; `words` and `hosts` are how it is known from a link or a name.

    `all_public`: there are no private accounts, whatever one sets.
    """

    id: str
    name: str
    hosts: tuple[str, ...]
    named: str = ""
    words: tuple[str, ...] = ()
    help: str = ""
    closed: bool = False
    all_public: bool = False

    def is_called(self, name: str) -> bool:
        """Its id, its name, or another word for it, in any case."""
        return name.casefold() in {self.id, self.name.casefold(), *self.words}


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five: its heading, a student's heading, and the clauses it rests on."""

    section: Section
    title: Sentence
    title_student: Sentence
    clauses: tuple[str, ...]

    def heading(self, *, student: bool) -> Sentence:
        return self.title_student if student else self.title


PARTS: tuple[Question, ...] = (
    Question(Section.SEE, say("Who can see what I post"), say("Who can see my posts"), ("SNS-8", "SNS-1", "SNS-4")),
    Question(Section.FRIENDS, say("Friend and follower lists"), say("Friends and followers"), ("SNS-6", "SNS-10", "SNS-11", "SNS-3")),
    Question(Section.UNTAG, say("Untag, hide or block"), say("Untag, hide or block"), ("CON-8", "CON-7")),
    Question(Section.REPORT, say("Report something to the service"), say("Tell the app about a post"), ("CON-9",)),
    Question(Section.MY_DATA, say("Get a copy of my data"), say("Get a copy of my data"), ("PRI-4",)),
)
UNTAGGED = say("Untagging does not delete the picture. It stays up until somebody takes it down.")
ALL_PUBLIC = say("There are no private accounts here, so SNS-8 cannot be met.")
ALL_PUBLIC_STUDENT = say("There are no private accounts here. Anyone can see what you post.")


@dataclass(frozen=True, slots=True)
class Part:
    """One question about one service. No facts: nobody has checked."""

    question: Question
    facts: tuple[PlatformFact, ...]
    all_public: bool = False

    def stale_on(self, day: date) -> bool:
        """Whether any of its facts was looked at too long before that day."""
        return any(fact.stale_on(day) for fact in self.facts)

    @property
    def note(self) -> Sentence | None:
        """What holds on every service: to untag is not to take down (CON-8). Where there is nothing to set, that too (SNS-8)."""
        if self.question.section is Section.SEE and self.all_public:
            return ALL_PUBLIC
        return UNTAGGED if self.question.section is Section.UNTAG else None

    @property
    def note_student(self) -> Sentence | None:
        """The same in a student's words."""
        return ALL_PUBLIC_STUDENT if self.note is ALL_PUBLIC else self.note


@dataclass(frozen=True, slots=True)
class Guide:
    """The five parts, and who may have an account where that is known."""

    service: Service
    parts: tuple[Part, ...]
    ages: tuple[PlatformFact, ...]

    def part(self, section: Section) -> Part:
        return next(part for part in self.parts if part.question.section is section)


def load_services(path: Path) -> tuple[Service, ...]:
    """Every service of the file, in order. Raises BadPack: not whole, or an id, a host or a word twice; OSError."""
    page = Page(path)
    page.fields(None, page.held, {"service": list})
    found: list[Service] = []
    taken: set[str] = set()
    for line, table in page.tables("service", page.held["service"]):
        page.fields(line, table, NEEDED, MAY)
        row: dict[str, Any] = dict(table)
        for name in ("hosts", "words"):
            page.texts(line, name, row.get(name, []))
        one = Service(**row | {"hosts": tuple(row["hosts"]), "words": tuple(row.get("words", ()))})
        for known in {one.id, one.name.casefold(), *one.words, *one.hosts}:
            if known in taken:
                page.refuse(line, say("{word} stands for two services. Let one have it.", word=shown(known)))
            taken.add(known)
        found.append(one)
    return tuple(found)


@cache
def the_services() -> tuple[Service, ...]:
    """The services there are guides for: those the procedure names, then the others."""
    return load_services(FACTS / "guides.toml")


def service(name: str) -> Service:
    """By id, name, or another word for it. Raises UnknownService."""
    for one in the_services():
        if one.is_called(name):
            return one
    raise UnknownService(name)


def guide(of: Service) -> Guide:
    """All that is known of one service."""
    known = [fact for fact in the_platforms() if fact.platform == of.name]
    parts = tuple(Part(one, tuple(fact for fact in known if fact.section is one.section), of.all_public) for one in PARTS)
    return Guide(of, parts, tuple(fact for fact in known if fact.section is Section.AGE))
