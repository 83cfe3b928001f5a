"""A document somebody brought, as proposals that a person confirms: each clause with the words it rests on, what it is taken for, and what
to look at before saying yes; and whatever was not understood, so that nothing is lost. Pure values.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from askfirst.guard.text.look import SAID_OF, Text
from askfirst.procedure.clause import Addressee, Clause, Edition, Strength
from askfirst.procedure.importing.align import Match, align, whole
from askfirst.procedure.importing.front import Front
from askfirst.procedure.importing.ids import Prefixes
from askfirst.procedure.importing.signs import Known, known_of
from askfirst.procedure.importing.statements import Document, Loose, Statement, read
from askfirst.words import Sentence, say

__all__ = ["ASKS", "FIGURES", "Imported", "Proposal", "Section", "bring"]

HEAD = ("DOC", "This document")
FIGURES = re.compile(r"[0-9]{1,6}")
GOES_ON = re.compile(
    r"(?:This|That|It) (?:also )?(?:includes|applies|means|covers|holds|is so|is true|is the case|goes for)\b|(?:The same|This rule) \w+\b|"
    r"For example\b|Examples (?:are|include)\b|Even (?:if|where|when|so)\b|(?:E\.g\.|Such as)\s|These (?:include|are)\b"
)
"""How a sentence begins that only says more of the rule before it."""
POINTS_BACK = re.compile(r"(?:They|It|This|These|That|Those|He or she|Doing so|Nor)\b")
LONGEST_LEAD, LONGEST_RULE = 400, 1_500  # letters
UNSURE = 45
"""Likeness in hundredths under which a person is asked whether it is that clause."""
ASKS: dict[str, Sentence] = {
    "strength": say("No word here says how strong this is. Choose one."),
    "addressee": say("These words name nobody. We took them as the words before."),
    "read-as": say("Its own words are weaker or stronger than how this clause is read. Choose one."),
    "differs": say("The edition we know is of another strength here. Look at both."),
    "who-differs": say("The edition we know speaks to others here. Look at both."),
    "alike": say("We are not sure that this is that clause. Look at both."),
    "moved": say("This stands elsewhere than in the edition we know."),
    "plain": say("It has no plain words yet."),
}
"""What a person is asked to look at, by key."""


@dataclass(frozen=True, slots=True)
class Section:
    """The prefix of its clauses' ids, and its heading as the document has it."""

    id: str
    heading: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A clause as it is proposed. `exact` is the document's own sentence to the letter, `lead` what stands above its list.

    `heard` is what its own words say (None: no word does), `strength` what is proposed. `alike` is in hundredths, 0 where it is
    new, or where a person has said which rule it is.
    """

    id: str
    known: bool
    addressee: Addressee
    strength: Strength
    heard: Strength | None
    line: int
    page: int | None
    lead: str
    exact: str
    plain: str
    plain_student: str | None
    alike: int
    asks: tuple[str, ...]

    @property
    def section(self) -> str:
        return self.id.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Imported:
    """A whole document. `left` is what was not understood, `missing` the known clauses without words here, `notes` keys of SAID_OF."""

    name: str
    kind: str
    front: Front
    sections: tuple[Section, ...]
    proposals: tuple[Proposal, ...]
    left: tuple[Loose, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]

    def proposal(self, id: str) -> Proposal | None:
        return next((one for one in self.proposals if one.id == id), None)

    @property
    def said(self) -> tuple[Sentence, ...]:
        """How it was read, for people."""
        return tuple(SAID_OF[key] for key in self.notes)


def _known_clause(one: Statement, match: Match, known: Known) -> Proposal:
    """Strength and addressee by its own words; where those say what the edition's own words said, as the edition is settled to be read."""
    clause: Clause = known.edition.clause(match.clause)
    heard = one.strength or Strength.KNOW
    settled = heard == known.heard[known.edition.clauses.index(clause)]
    strength = clause.strength if settled else heard
    addressee = one.addressee or clause.addressee
    asks = {
        "alike": round(match.alike * 100) < UNSURE,
        "moved": match.moved,
        "read-as": settled and heard != clause.strength,
        "differs": not settled,
        "who-differs": addressee != clause.addressee,
    }
    asks["plain"] = not _figures(clause.plain) <= _figures(one.exact)
    return Proposal(
        id=clause.id, known=True, addressee=addressee, strength=strength, heard=one.strength, line=one.line, page=one.page, lead=one.lead,
        exact=one.exact, plain="" if asks["plain"] else clause.plain, plain_student=clause.plain_student, alike=round(match.alike * 100),
        asks=tuple(key for key, here in asks.items() if here),
    )  # fmt: skip


def _figures(words: str) -> set[int]:
    """Days and years: plain words of another date are not this document's."""
    return {int(figure) for figure in FIGURES.findall(words)}


def _new_clause(one: Statement, id: str) -> Proposal:
    asks = {"strength": one.strength is None, "addressee": one.addressee is None, "plain": True}
    return Proposal(
        id=id, known=False, addressee=one.addressee or one.inherited, strength=one.strength or Strength.KNOW, heard=one.strength,
        line=one.line, page=one.page, lead=one.lead, exact=one.exact, plain="", plain_student=None, alike=0,
        asks=tuple(key for key, here in asks.items() if here),
    )  # fmt: skip


def _prefixes(document: Document, matches: Sequence[Match], edition: Edition) -> tuple[dict[int, str], Prefixes]:
    """For each section the prefix of the known clauses that half of it is, else one of its own."""
    size = Counter(one.section for one in document.statements)
    met: dict[int, Counter[str]] = {}
    for one in matches:
        section = document.statements[one.statement].section
        met.setdefault(section, Counter())[one.clause.partition("-")[0]] += 1
    prefixes = Prefixes(edition)
    found = {-1: HEAD[0]}
    for number, heading in enumerate(document.headings):
        prefix, times = next(iter(met.get(number, Counter()).most_common(1)), ("", 0))
        found[number] = prefix if times and 2 * times >= size[number] else prefixes.new(heading.words)
    return found, prefixes


def _whole_rules(statements: Sequence[Statement], matches: dict[int, Match]) -> Iterator[tuple[Statement, Match | None]]:
    """A sentence that only goes on with the new rule before it is a part of it; one that begins with "They" has it as its lead."""
    held: list[tuple[Statement, Match | None]] = []
    for at, one in enumerate(statements):
        match, before = matches.get(at), held[-1] if held else None
        beside = before is not None and match is None and before[0].line == one.line and before[0].page == one.page and not one.dated
        if before is None or not beside or before[0].dated or one.exact == before[0].exact:
            held.append((one, match))
        elif before[1] is None and one.strength is None and before[0].strength and GOES_ON.match(one.exact) and _fits(before[0], one):
            held[-1] = (replace(before[0], exact=before[0].exact + " " + one.exact), None)
        elif one.strength and not one.lead and POINTS_BACK.match(one.exact) and len(before[0].exact) <= LONGEST_LEAD:
            held.append((replace(one, lead=before[0].exact), None))
        else:
            held.append((one, match))
    return iter(held)


def _fits(rule: Statement, more: Statement) -> bool:
    return len(rule.exact) + len(more.exact) <= LONGEST_RULE and rule.lead == more.lead


def bring(text: Text, edition: Edition) -> Imported:
    """What a document says, beside an edition that is known; its clauses are known again by the signs of its pack, where it has some."""
    document = read(text.paragraphs)
    known = known_of(edition)
    document = replace(document, statements=tuple(whole(document.statements, known)))
    matches = {one.statement: one for one in align(document.statements, known)}
    of, prefixes = _prefixes(document, list(matches.values()), edition)
    proposals = tuple(
        _known_clause(one, match, known) if match else _new_clause(one, prefixes.next_id(of[one.section]))
        for one, match in _whole_rules(document.statements, matches)
    )
    met = {one.id for one in proposals}
    sections = _sections(document, proposals, of, edition)
    return Imported(
        name=text.name,
        kind=text.kind,
        front=document.front,
        sections=sections,
        proposals=proposals,
        left=_left(document, sections),
        missing=tuple(clause.id for clause in edition.clauses if clause.id not in met),
        notes=text.notes,
    )


def _sections(document: Document, proposals: Sequence[Proposal], of: dict[int, str], edition: Edition) -> tuple[Section, ...]:
    """In the order of the document. A clause that stands under another heading keeps its own section's, as the edition had it."""
    headings = {HEAD[0]: HEAD[1]}
    for number, heading in enumerate(document.headings):
        headings.setdefault(of[number], heading.words)
    used = dict.fromkeys(one.section for one in proposals)
    theirs = dict(edition.sections)
    return tuple(Section(id, headings.get(id) or theirs.get(id, id)) for id in used)


def _left(document: Document, sections: Sequence[Section]) -> tuple[Loose, ...]:
    """Whatever stands nowhere else, in the order of the document: lines at its head, headings of sections that became one, loose words."""
    shown = {document.front.title, document.front.trust, *(one.heading for one in sections)}
    headings = [Loose(one.words, one.line, one.page) for one in document.headings]
    rest = [one for one in [*document.head, *headings] if one.text not in shown]
    return tuple(sorted({*rest, *document.loose}, key=lambda one: (one.page or 0, one.line, one.text)))
