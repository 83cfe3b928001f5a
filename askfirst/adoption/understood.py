"""Understood, not ticked: who is asked to read an edition, which clauses are theirs, what they are asked, how they stand. Pure.

Nothing here measures anybody: there is no reading time, no score, and no answer outlives the page it was given on. A person is asked from
the day a campaign opens; whoever is away that day, or on the day it closes, or begins later, is asked from their own first working day.
Source: workflows.md 3.18.
"""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from askfirst.people.calendar import Calendar
from askfirst.procedure.clause import Addressee, Clause, Edition
from askfirst.procedure.scenarios import Scenario
from askfirst.words import say

__all__ = [
    "CENTRAL", "MARKS", "OUTSTANDING", "PRESS", "QUESTIONS", "SIGNS_FROM", "STANDS", "Asked", "Audience", "Kept", "Member", "Span", "State",
    "addressees", "at_schools", "clauses_for", "digest_of", "drawn", "in_audience", "mark_due", "own_span", "signs",
    "state_of", "wording", "working_day",
]  # fmt: skip

MARKS = (5, 10, 15)  # days after somebody was asked: a reminder, where they have missed it
QUESTIONS = 3
SIGNS_FROM = 13  # years: below, a student is asked for no signature (our default)
CENTRAL = ""  # of no school: the central team
GONE = say("This asks nothing of you any more.")
PRESS = say("I have read this")  # never "I agree"
ONE_DAY = timedelta(days=1)
SATURDAY = 5


class Audience(StrEnum):
    """By role, who is asked. Managers are among the staff; they can be asked alone."""

    STAFF = "staff"
    MANAGER = "manager"
    STUDENT = "student"


class State(StrEnum):
    """How somebody stands. None of these is a refusal, and none says how long anybody read."""

    NOT_YET = "not-yet"  # their own day has not come
    NOTHING_NEW = "nothing-new"  # nothing of theirs changed since they last read it
    NOT_STARTED = "not-started"
    READ = "read"  # it was shown to them
    QUESTION = "question"
    ACKNOWLEDGED = "acknowledged"
    COPY = "copy"
    LEAVE = "leave"
    ACCESS = "access"


OUTSTANDING = frozenset({State.NOT_STARTED, State.READ})
STANDS = {
    State.NOT_YET: say("asked later"),
    State.NOTHING_NEW: say("nothing new for them"),
    State.NOT_STARTED: say("not started"),
    State.READ: say("opened"),
    State.QUESTION: say("asked a question"),
    State.ACKNOWLEDGED: say("has read it"),
    State.COPY: say("given a copy"),
    State.LEAVE: say("cannot: leave"),
    State.ACCESS: say("cannot: access need"),
}
"""A line as a list shows it: the name, and one of these."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A campaign as the rules see it. `schools`: where; empty for the whole Trust, CENTRAL for its central team. Both days included."""

    ref: str
    edition: str
    audience: frozenset[Audience]
    schools: frozenset[str]
    opens: date
    closes: date


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody as the rules see them on a day. `schools` are where they work or learn, CENTRAL for the central team.

    `manages`: somebody answers to them. `for_trust`: they act for the Trust (a Headteacher, governance).
    `begins`: their first day of work here; None where it is not known. `away`: each absence, first and last day; no last where open.
    """

    ref: str
    student: bool
    schools: frozenset[str]
    manages: bool = False
    for_trust: bool = False
    begins: date | None = None
    away: tuple[tuple[date, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The days in which somebody is asked, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of somebody: read, acknowledged, copy or access ("" where they only asked), and whether they asked a question."""

    state: str
    asked: bool = False


def in_audience(asked: Asked, member: Member) -> bool:
    """Whether a campaign is for this person: by role, and by school where it names some."""
    if asked.schools and not asked.schools & member.schools:
        return False
    if member.student:
        return Audience.STUDENT in asked.audience
    return Audience.STAFF in asked.audience or (member.manages and Audience.MANAGER in asked.audience)


def addressees(member: Member) -> frozenset[Addressee]:
    """To whom a clause must be addressed for it to be for this person."""
    if member.student:
        return frozenset({Addressee.STUDENT, Addressee.BOTH})
    more = ((member.manages, Addressee.MANAGER), (member.for_trust, Addressee.TRUST))
    return frozenset({Addressee.STAFF, Addressee.BOTH, *(addressee for holds, addressee in more if holds)})


def clauses_for(edition: Edition, member: Member, *, changed: Collection[str] | None = None) -> tuple[Clause, ...]:
    """The clauses that are for this person, in the order of the document; with `changed`, only those among these ids."""
    own = addressees(member)
    return tuple(one for one in edition.clauses if one.addressee in own and (changed is None or one.id in changed))


def at_schools(edition: Edition, schools: Collection[str]) -> Edition:
    """The edition as it is read there: what other schools add is left out."""
    return replace(edition, additions=tuple(one for one in edition.additions if one.school in schools))


def wording(edition: Edition, clauses: Iterable[Clause], *, student: bool, gone: Iterable[Clause] = ()) -> str:
    """The exact words somebody is shown, line by line: title, edition, of each clause id, strength and words; the button.

    After a clause comes what schools add to it, as far as the edition holds it: the school, and its words.
    `gone`: clauses that ask nothing of them any more, as they last read them.
    """
    lines = [edition.title, edition.edition]
    for clause in clauses:
        lines += [clause.id, clause.strength.value, _words(clause, student=student)]
        for one in edition.additions_to(clause.id):
            if words := one.words(student=student):
                lines += [one.name, words]
    for clause in gone:
        lines += [clause.id, str(GONE), _words(clause, student=student)]
    return "\n".join([*lines, str(PRESS)])


def _words(clause: Clause, *, student: bool) -> str:
    return clause.plain_student if student and clause.plain_student else clause.plain


def digest_of(words: str) -> str:
    """The SHA-256 of the exact words, as 64 hexadecimal digits."""
    return hashlib.sha256(words.encode()).hexdigest()


def drawn(asked: str, person: str, clauses: Iterable[Clause], scenarios: Iterable[Scenario], *, student: bool) -> tuple[Scenario, ...]:
    """Three scenarios of these clauses, from three of them where there are as many: the same for one person and campaign each time.

    `asked` is the campaign's reference. Nobody else's are a clue to them, and nothing is stored.
    """
    by_id = {clause.id: clause for clause in clauses}
    theirs = [
        one for one in scenarios if one.clause in by_id and one.fits(by_id[one.clause]) and (one.reader is Addressee.STUDENT) is student
    ]
    theirs.sort(key=lambda one: hashlib.sha256(" ".join((asked, person, one.id)).encode()).digest())
    first: dict[str, Scenario] = {}
    for one in theirs:
        first.setdefault(one.clause, one)
    rest = [one for one in theirs if first[one.clause] is not one]
    return tuple([*first.values(), *rest][:QUESTIONS])


def own_span(asked: Asked, member: Member, calendar: Calendar) -> Span | None:
    """From when to when this person is asked; None while nobody knows when they come back.

    Of those who are away on the first day or the last, or who begin later: from their first working day, for as many days as all others.
    """
    length = asked.closes - asked.opens
    first = asked.opens
    if member.begins is not None and member.begins > first:
        first = _working(member.begins - ONE_DAY, calendar)
    last = first + length
    for _ in member.away:  # each absence moves it once at most
        back = [ends for starts, ends in member.away if _in(first, starts, ends) or _in(last, starts, ends)]
        if not back:
            break
        known = [ends for ends in back if ends is not None]
        if len(known) < len(back):
            return None
        first = _working(max(known), calendar)
        last = first + length
    return Span(first, last)


def _in(day: date, starts: date, ends: date | None) -> bool:
    return starts <= day and (ends is None or day <= ends)


def working_day(day: date, calendar: Calendar) -> bool:
    """Whether staff work on that day: a school day, an INSET day, or any weekday past the last term that is known."""
    return calendar.counts(day) or (day in calendar.inset and day.weekday() < SATURDAY)


def _working(day: date, calendar: Calendar) -> date:
    """The first working day after."""
    day += ONE_DAY
    while not working_day(day, calendar):
        day += ONE_DAY
    return day


def state_of(kept: Kept | None, span: Span | None, *, away: bool, news: bool, on: date) -> State:
    """How somebody stands on a day. `away`: they are away on it; `news`: there is something new for them to read.

    What was done stays done. Whoever is away cannot, and is not outstanding; a question is no refusal.
    """
    if kept is not None and kept.state in (State.ACKNOWLEDGED, State.COPY, State.ACCESS):
        return State(kept.state)
    if not news:
        return State.NOTHING_NEW
    if away or span is None:
        return State.LEAVE
    if on < span.first:
        return State.NOT_YET
    if kept is None:
        return State.NOT_STARTED
    return State.QUESTION if kept.asked else State.READ


def mark_due(span: Span, *, on: date) -> int | None:
    """The reminder that is due: the latest of the days 5, 10 and 15 that has come; None before, and once it is over."""
    gone: Sequence[int] = [mark for mark in MARKS if span.first + timedelta(days=mark) <= on <= span.last]
    return gone[-1] if gone else None


def signs(born: date | None, *, on: date) -> bool:
    """Whether a student is asked to sign on that day. Where no birth is known, nobody is asked."""
    return born is not None and on.year - born.year - ((on.month, on.day) < (born.month, born.day)) >= SIGNS_FROM
