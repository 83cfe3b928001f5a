"""A document somebody brought, as an edition to be linted by itself: what its clauses name is read out of its own words, of no pack.

Pure. Terms, roles, lists of people and what can follow are met as the facts of lint spell them, or by how such words are built.
"""

import re
from datetime import date
from functools import cache

from askfirst.procedure.clause import Clause, Edition, Mention, Sort
from askfirst.procedure.dated import Fact, Rule, the_facts
from askfirst.procedure.importing.mentions import mentions_in, without
from askfirst.procedure.importing.proposals import Imported
from askfirst.procedure.lint import MONTHS

__all__ = ["as_document"]

NEVER, ALWAYS = date(1900, 1, 1), date(2200, 1, 1)
TERMS = frozenset({Rule.UNDEFINED, Rule.SPELLING, Rule.SAME_MATTER, Rule.CONSEQUENCE})
GROUP = r"(?:students?|pupils?|colleagues?|teachers?|support staff|parents?|governors?)"
PEOPLE = re.compile(r"\b(?:attack|abuse|about)\s+(?:or\s+abuse\s+)?(?:[A-Z]\w+\s+)*(%s(?:(?:,\s*|,?\s+(?:and|or)\s+)%s)*)" % (GROUP, GROUP))
FOLLOWS = re.compile(
    r"\b(?:could|may|might|will|can|would)\s+(?:be|face|lead|amount|result)\b[^.;]*?disciplinary (?:offence|action)", re.IGNORECASE
)
ROLE = re.compile(r"\b(?:Executive Headteacher|[Hh]ead ?teacher|[Ll]ine managers?|Head of Year|Data Protection Officer)\b")
ITSELF = re.compile(r"\bthis (procedure|policy|document|guidance)\b", re.IGNORECASE)
OTHER = re.compile(
    r"\b(?!(?:This|These|The|Our|Your|Any|All|Each|No|If|When|Under|See|Read|A|An)\s)(?:[A-Z][A-Za-z-]*\s+(?:(?:and|of|for)\s+(?=[A-Z]))?){1,6}?"
    r"(?:[Gg]uidelines|Procedure|Policy|Code\s+of\s+[A-Z]\w+|Code|Agreement|Handbook|Charter|Scheme)\b(?:\s+for\s+all\s+[A-Z]\w+\s+in\s+[A-Z]\w+)?"
)
DATED = re.compile(r"\b(?:\d{1,2} )?(?:%s) \d{4}\b" % "|".join(MONTHS))
FIRST = re.compile(r"\bin the first instance\b", re.IGNORECASE)


def as_document(brought: Imported) -> Edition:
    """Each clause with its exact words. Where the document gives no day, it counts as never approved and never due."""
    front = brought.front
    clauses = [
        Clause(
            id=one.id,
            section=one.section,
            addressee=one.addressee,
            strength=one.strength,
            plain=one.plain or one.exact,
            plain_student=one.plain_student,
            mentions=_named(one.lead + " " + one.exact),
            exact=one.exact,
        )
        for one in brought.proposals
    ]
    if clauses:
        clauses[0] = _with_the_whole(clauses[0], brought)
    return Edition(
        trust=front.trust or brought.name,
        edition=front.approved_on.isoformat() if front.approved_on else brought.name,
        title=front.title or brought.name,
        approved_by=front.approved_by,
        approved_on=front.approved_on or NEVER,
        review_due=front.review_due or ALWAYS,
        sections=tuple((section.id, section.heading) for section in brought.sections),
        clauses=tuple(clauses),
    )


def _named(text: str) -> tuple[Mention, ...]:
    named = mentions_in(text)
    rest = without(text, (one for one in named if one.sort in (Sort.SERVICE, Sort.LAW)))
    terms = [Mention(Sort.TERM, found) for sign in _terms() if (found := sign(rest))]
    built = [
        *(Mention(Sort.TERM, one.group()) for one in ITSELF.finditer(text)),
        *(Mention(Sort.TERM, one.group()) for one in FIRST.finditer(text)),
        *(Mention(Sort.DATE, one.group()) for one in DATED.finditer(text)),
        *(Mention(Sort.ROLE, one.group()) for one in ROLE.finditer(text)),
        *(Mention(Sort.PEOPLE, one[1]) for one in PEOPLE.finditer(text)),
        *(Mention(Sort.CONSEQUENCE, " ".join(one.group().split())) for one in FOLLOWS.finditer(text)),
        *(Mention(Sort.DOCUMENT, " ".join(one.group().split())) for one in OTHER.finditer(text)),
    ]
    return tuple(dict.fromkeys([*named, *terms, *built]))


class _Sign:
    """The first of a fact's names that stands in a text, as the text writes it."""

    def __init__(self, fact: Fact) -> None:
        names = "|".join(re.escape(name) for name in sorted(fact.names, key=len, reverse=True))
        self.sign = re.compile(r"(?<!permanent )(?<!\w)(?:%s)(?!\w)" % names, re.IGNORECASE)

    def __call__(self, text: str) -> str:
        found = self.sign.search(text)
        return found.group().casefold() if found else ""


@cache
def _terms() -> tuple[_Sign, ...]:
    return tuple(
        _Sign(fact) for fact in the_facts() if fact.names and (fact.rule in TERMS or (fact.rule is Rule.DATED and fact.sort is None))
    )


def _with_the_whole(first: Clause, brought: Imported) -> Clause:
    """What the document speaks of anywhere, of all that one may be silent on: with its first clause."""
    everything = " ".join([brought.front.title, *(one.exact for one in brought.proposals), *(one.text for one in brought.left)]).casefold()
    spoken = [
        name
        for fact in the_facts()
        if fact.rule is Rule.SILENT
        for name in fact.names
        if re.search(r"\b" + re.escape(name), everything) or (fact.only_near and not any(near in everything for near in fact.near))
    ]
    return Clause(
        first.id, first.section, first.addressee, first.strength, first.plain, first.plain_student,
        (*first.mentions, *(Mention(Sort.TERM, name) for name in spoken)), first.exact,
    )  # fmt: skip
