"""What has dated or never fitted in an edition: dated facts held against what each clause mentions.

`lint(edition, facts, on)` hard-wires no trust and no clause: it reads mentions, strengths and the header, and a fact counts only while it
holds on the day asked. It can say "silent" only as well as the edition's mentions are complete. Pure, and it changes nothing.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import Formatter

from askfirst.procedure import lint_words
from askfirst.procedure.clause import Clause, Edition, Sort
from askfirst.procedure.dated import Fact, Rule
from askfirst.procedure.lint_words import At
from askfirst.words import Sentence, say

__all__ = ["MONTHS", "LintFinding", "lint", "notes_of"]

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One thing to put right. `also`: the other clauses of a pair or group, in order; `since` None is "since it was written"."""

    clause: str
    also: tuple[str, ...]
    says: Sentence
    fact: Sentence
    since: date | None
    source: Sentence
    propose: Sentence

    @property
    def key(self) -> str:
        """What it is about and what it says, as one digest: the same finding on another day, and no other."""
        gaps = {gap: str(value) for gap, value in self.says.values.items() if gap != "on"}
        said = json.dumps([self.clause, *self.also, self.says.msgid, gaps], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()


def lint(edition: Edition, facts: Sequence[Fact], on: date) -> tuple[LintFinding, ...]:
    """Everything to look at in the edition on that day, in the document's order: what a date has overtaken, then what never fitted."""
    place = {clause.id: number for number, clause in enumerate(edition.clauses)}
    holding = [fact for fact in facts if fact.holds_on(on)]
    found = [finding for rule, look in RULES.items() for finding in look(edition, [fact for fact in holding if fact.rule is rule], on)]
    return tuple(sorted(found, key=lambda finding: (finding.since is None, place[finding.clause])))


def notes_of(clause: Clause, facts: Sequence[Fact], *, on: date) -> tuple[Sentence, ...]:
    """What stands under a clause whose approved text names something that is not so, in its order. The text itself stays."""
    noted = [fact for fact in facts if fact.note and fact.holds_on(on)]
    return tuple(_fill(fact.note, {"name": name}) for fact in noted for name in dict.fromkeys(_named(clause, fact)))


def _fill(words: str, gaps: Mapping[str, object]) -> Sentence:
    asked = {gap for _, gap, _, _ in Formatter().parse(words) if gap is not None}
    return say(words, **{gap: value for gap, value in gaps.items() if gap in asked})


def _finding(fact: Fact, clauses: Sequence[Clause], *, since: date | None = None, **gaps: object) -> LintFinding:
    first, *others = clauses
    source = say("{source}, checked on {day}", source=fact.source, day=_day(fact.checked_on))
    return LintFinding(
        clause=first.id,
        also=tuple(clause.id for clause in others),
        says=_fill(fact.says, gaps),
        fact=_fill(fact.fact, gaps),
        since=since or fact.since or fact.valid_from,
        source=say("{source} (to confirm)", source=source) if fact.to_confirm else source,
        propose=_fill(fact.propose, gaps),
    )


def _day(day: date) -> Sentence:
    return say("{day} {month} {year}", day=day.day, month=say(MONTHS[day.month - 1]), year=day.year)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _named(clause: Clause, fact: Fact, *sorts: Sort) -> tuple[str, ...]:
    """What the clause mentions that the fact is about, as the clause writes it."""
    wanted = sorts or ((fact.sort,) if fact.sort else ())
    met = [
        mention.name
        for mention in clause.mentions
        if (not wanted or mention.sort in wanted) and any(_same(mention.name, name) for name in fact.names)
    ]
    return tuple(
        one for one in met if not any(one != other and one.casefold() in other.casefold() for other in met) or fact.rule is not Rule.DATED
    )


def _of(clause: Clause, sort: Sort) -> tuple[str, ...]:
    return tuple(mention.name for mention in clause.mentions if mention.sort is sort)


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)


def _dated(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """A clause names something of which a dated fact now holds."""
    for clause in edition.clauses:
        for fact in facts:
            for name in dict.fromkeys(_named(clause, fact)):
                yield _finding(fact, [clause], name=name)


def _overdue(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """Stands at the clause that mentions the review's date, else at the first; the document stays in force."""
    due = edition.review_due
    spelt = say("{month} {year}", month=say(MONTHS[due.month - 1]), year=due.year)
    at = [clause for clause in edition.clauses if any(str(spelt) in name for name in _of(clause, Sort.DATE))] or list(edition.clauses)
    for fact in facts:
        if edition.overdue_on(on):
            yield _finding(fact, at[:1], since=due, due=_day(due))


def _silent_service(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """One finding at the clause with the longest list of services, for all services in use that the edition does not mention."""
    said = {name.casefold() for clause in edition.clauses for name in _of(clause, Sort.SERVICE)}
    missing = [fact for fact in facts if not said & {name.casefold() for name in fact.names}]
    if said and missing:
        at = max(edition.clauses, key=lambda clause: len(_of(clause, Sort.SERVICE)))
        since = [fact.valid_from for fact in missing if fact.valid_from]
        yield _finding(
            missing[0],
            [at],
            since=max([edition.approved_on, min(since)]) if since else None,
            names=_list(fact.names[0] for fact in missing),
        )


def _link(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """One finding for each link: the fact about that very link, else the one about its scheme."""
    for clause in edition.clauses:
        for link in _of(clause, Sort.LINK):
            exact = [fact for fact in facts if any(_same(link, name) for name in fact.names)]
            scheme = [fact for fact in facts if any(name.endswith("://") and link.casefold().startswith(name) for name in fact.names)]
            for fact in (exact or scheme)[:1]:
                yield _finding(fact, [clause], name=link, on=_day(on))


def _no_link(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    for clause in edition.clauses:
        if not _of(clause, Sort.LINK):
            for name in _of(clause, Sort.DOCUMENT):
                for fact in facts:
                    yield _finding(fact, [clause], name=name)


def _spelling(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """Two or more spellings of one thing, over all clauses that use one of them."""
    for fact in facts:
        at = [clause for clause in edition.clauses if _named(clause, fact)]
        spelt = dict.fromkeys(name.casefold() for clause in at for name in _named(clause, fact))
        if len(spelt) > 1:
            yield _finding(fact, at, names=_list(spelt))


def _self_names(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """What the document calls itself: in its title, and "this policy" and the like in its clauses."""
    for fact in facts:
        used: dict[str, list[Clause]] = {}
        for clause in edition.clauses:
            for mention in clause.mentions:
                said = re.fullmatch(r"this (\w+)", mention.name.strip(), re.IGNORECASE)
                if said and said[1].casefold() in fact.names:
                    used.setdefault(said[1].casefold(), []).append(clause)
        titled = [name for name in fact.names if name in edition.title.casefold().split()]
        names = list(dict.fromkeys([*titled, *used]))
        if len(names) > 1:
            at = [clause for clause in edition.clauses if any(clause in clauses for clauses in used.values())]
            yield _finding(fact, at, names=_list(names), count=len(names))


def _undefined(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    for fact in facts:
        at = [clause for clause in edition.clauses if _named(clause, fact, Sort.TERM)]
        if at and not lint_words.said_what_it_means(edition.clauses, fact.names):
            yield _finding(fact, at, name=fact.names[0])


def _same_matter(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """Rules about one matter that reach different people or name one role in different ways."""
    for fact in facts:
        at = [clause for clause in edition.clauses if _named(clause, fact)]
        if len({(clause.addressee, _of(clause, Sort.ROLE)) for clause in at}) > 1:
            yield _finding(fact, at)


def _consequence(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """Clauses about one act (whatever its spelling) that name different consequences."""
    for fact in facts:
        at = [clause for clause in edition.clauses if _named(clause, fact) and _of(clause, Sort.CONSEQUENCE)]
        names = dict.fromkeys(name for clause in at for name in _of(clause, Sort.CONSEQUENCE))
        if len(at) > 1 and len(names) > 1:
            yield _finding(fact, at, names=_list(names))


def _people(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """Lists of protected people that are not the same list. The order within a list does not count."""
    at = [clause for clause in edition.clauses if _of(clause, Sort.PEOPLE)]
    lists = {clause.id: frozenset(part for name in _of(clause, Sort.PEOPLE) for part in _parts(name)) for clause in at}
    if len(set(lists.values())) > 1:
        for fact in facts:
            yield _finding(fact, at, names="; ".join(" ".join((clause.id, _list(sorted(lists[clause.id])))) for clause in at))


def _parts(names: str) -> list[str]:
    return [part.strip() for part in re.split(r",|\band\b|\bor\b", names.casefold()) if part.strip()]


def _silent(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """None of the fact's words is mentioned anywhere. Stands where the best of `near` is mentioned, else at the first clause."""
    said = [(clause, mention.name.casefold()) for clause in edition.clauses for mention in clause.mentions]
    for fact in facts:
        if not any(word.casefold() in name for word in fact.names for _, name in said):
            near = [clause for word in fact.near for clause, name in said if word.casefold() in name]
            yield _finding(fact, [*near, *edition.clauses][:1])


def _older_year(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """Guidance of which only the newest edition counts, named with the year of one that has gone."""
    for fact in facts:
        for clause, name, year in lint_words.with_a_year(edition.clauses, fact.names):
            if fact.valid_from and year < fact.valid_from.year:
                yield _finding(fact, [clause], name=name, names=str(year))


def _two_words(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
    """One thing by two words, in sentences that are not about the difference."""
    for fact in facts:
        at = lint_words.by_word(edition.clauses, fact.names)
        if len(at) > 1:
            met = {clause.id for clauses in at.values() for clause in clauses}
            yield _finding(fact, [clause for clause in edition.clauses if clause.id in met], names=_list(at))


def _of_words(look: Callable[[Sequence[Clause]], Iterator[At]]) -> "Look":
    """A look into the exact words, with the fact that tells of it."""

    def found(edition: Edition, facts: Sequence[Fact], on: date) -> Iterator[LintFinding]:
        for fact in facts:
            for at, gaps in look(edition.clauses):
                if not set(str(gaps.get("names", "")).split(", ")) & set(fact.names):  # it has a fact of its own
                    yield _finding(fact, at, since=None, **gaps)

    return found


Look = Callable[[Edition, Sequence[Fact], date], Iterator[LintFinding]]
RULES: Mapping[Rule, Look] = {
    Rule.OVERDUE: _overdue,
    Rule.DATED: _dated,
    Rule.SILENT_SERVICE: _silent_service,
    Rule.LINK: _link,
    Rule.NO_LINK: _no_link,
    Rule.SELF_NAMES: _self_names,
    Rule.SAME_MATTER: _same_matter,
    Rule.CONSEQUENCE: _consequence,
    Rule.PEOPLE: _people,
    Rule.SPELLING: _spelling,
    Rule.UNDEFINED: _undefined,
    Rule.SILENT: _silent,
    Rule.TWO_WAYS: _of_words(lint_words.two_ways),
    Rule.NO_SECOND: _of_words(lint_words.no_second),
    Rule.NO_TIME: _of_words(lint_words.no_time),
    Rule.NO_WAY: _of_words(lint_words.no_way),
    Rule.CLASH: _of_words(lint_words.clashes),
    Rule.HARD: _of_words(lint_words.hard),
    Rule.OLDER_YEAR: _older_year,
    Rule.TWO_WORDS: _two_words,
    Rule.LETTERS: _of_words(lint_words.letters),
}
