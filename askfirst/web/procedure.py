"""The procedure in plain words: every clause with how it is read, topic tiles, and search in ordinary words. Reading it stores nothing."""

from dataclasses import dataclass, replace
from typing import cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.readings import ADOPTED, CHANGED
from askfirst.adoption.today import todays_edition
from askfirst.people.calendar import london_day
from askfirst.people.hats import GOVERNANCE
from askfirst.people.holding import todays_trust
from askfirst.people.who import names
from askfirst.procedure.clause import Clause, Edition, Reading, UnknownClause
from askfirst.procedure.dated import the_facts
from askfirst.procedure.lint import notes_of
from askfirst.procedure.search import search
from askfirst.procedure.topics import Topic, the_topics
from askfirst.procedure.trust import School
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way
from askfirst.web.session import Visit
from askfirst.words import Sentence

__all__ = ["Added", "Shown", "added_to", "clause_page", "procedure", "schools_for", "sections_of", "shown_clause", "topic_page"]

DISCLAIMED = "BLG-4"
"""The rule that asks for words on a page of one’s own; they stand beside it, to copy."""


@dataclass(frozen=True, slots=True)
class How:
    """A reading in the reader's wording. `own`: this trust has put it in words of its own; `adopted`: it has said that it reads it so."""

    id: str
    words: str
    own: bool = False
    adopted: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What one school adds, in the reader's wording."""

    school: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A clause as this reader sees it: its words for them, how it is read, and what schools add; a page shows those of the reader's own."""

    clause: Clause
    words: str
    hows: tuple[How, ...]
    notes: tuple[Sentence, ...] = ()  # corrections: the approved text stays as it is
    added: tuple[Added, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return self.clause.names


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    clauses: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A topic as this reader sees it: what to do, the clauses, one button."""

    topic: Topic
    lines: tuple[str, ...]
    clauses: tuple[Shown, ...]
    label: str
    path: str


def _how(reading: Reading, *, student: bool) -> str | None:
    """Students see a reading only where it has words for them."""
    return reading.reading_student if student else reading.reading


def _as_shown(reading: Reading, words: str) -> How:
    return How(reading.id, words, own=reading.status == CHANGED, adopted=reading.status == ADOPTED)


def shown_clause(edition: Edition, clause: Clause, *, student: bool) -> Shown:
    """In student mode the student words where there are any; a staff clause keeps its own."""
    for_student = student and clause.plain_student is not None
    hows = ((reading, _how(reading, student=student)) for reading in edition.readings_of(clause.id))
    words = clause.plain_student if for_student else clause.plain
    notes = notes_of(clause, the_facts(), on=london_day(settings.CLOCK()))
    read = tuple(_as_shown(one, how) for one, how in hows if how)
    return Shown(clause, words or clause.plain, read, notes, added_to(edition, clause.id, student=student))


def added_to(edition: Edition, clause: str, *, student: bool) -> tuple[Added, ...]:
    """What schools add to a clause; students read what was put in words for them."""
    found = edition.additions_to(clause)
    return tuple(Added(one.school, one.name, words) for one in found if (words := one.words(student=student)))


def sections_of(edition: Edition, *, student: bool) -> list[Section]:
    """For students, the clauses that reach them; staff see all."""
    found = []
    for prefix, heading in edition.sections:
        clauses = tuple(
            shown_clause(edition, clause, student=student)
            for clause in edition.clauses
            if clause.section == prefix and (not student or clause.addressee.reaches_students)
        )
        if clauses:
            found.append(Section(heading, clauses))
    return found


def _tile(edition: Edition, topic: Topic, *, student: bool) -> Tile:
    label, path = topic.button(student=student)
    clauses = tuple(shown_clause(edition, clause, student=student) for clause in topic.clauses_in(edition, student=student))
    return Tile(topic, topic.lines(student=student), clauses, label, path)


def _facts(request: HttpRequest, edition: Edition) -> dict[str, object]:
    """Who approved the edition, when, and whether its review is overdue today."""
    return {"edition": edition, "overdue": edition.overdue_on(london_day(settings.CLOCK())), "schools": schools_for(request)}


def schools_for(request: HttpRequest) -> tuple[School, ...]:
    """Whose own documents a reader is sent to: of somebody's school those alone, where they have one; else of every school."""
    by = cast(Visit, request).standing
    own = names([by.person])[by.person].school if by is not None else ""
    every = todays_trust().schools
    return tuple(one for one in every if one.id == own) or every


def procedure(request: HttpRequest) -> HttpResponse:
    """All of it, or what `q` finds."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    student = student_reads(request)
    standing = cast(Visit, request).standing
    edition = todays_edition()
    query = request.GET.get("q", "").replace("\0", "")
    topics = the_topics()
    context = {
        **_facts(request, edition),
        "query": query,
        "exact": any(clause.exact for clause in edition.clauses),
        "tiles": topics,
        "sections": sections_of(edition, student=student),
        "brings": standing is not None and standing.holds(GOVERNANCE),
        "for_staff": [clause.id for clause in edition.clauses if student and not clause.addressee.reaches_students],
    }
    if "q" in request.GET:
        here = {one.id for one in schools_for(request)}
        read = replace(edition, additions=tuple(one for one in edition.additions if one.school in here))
        found = search(query, read, topics, student=student)
        context |= {
            "found": found,
            "found_tiles": [_tile(edition, topic, student=student) for topic in found.topics[:3]],
            "found_clauses": [shown_clause(edition, clause, student=student) for clause in found.clauses[:8]],
        }
    return render(request, "web/procedure/index.html", context)


def topic_page(request: HttpRequest, id: str) -> HttpResponse:
    """One topic: what to do, the clauses, one button."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    edition = todays_edition()
    for topic in the_topics():
        if topic.id == id:
            tile = _tile(edition, topic, student=student_reads(request))
            return render(request, "web/procedure/topic.html", {"tile": tile, **_facts(request, edition)})
    raise Http404


def clause_page(request: HttpRequest, id: str) -> HttpResponse:
    """One clause with how it is read, and what schools add; ids in any case. Of one that is not in force, that it is not."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    edition, student = todays_edition(), student_reads(request)
    try:
        clause = edition.clause(id.upper())
    except UnknownClause:
        raise Http404 from None
    facts = _facts(request, edition)
    context = {
        "one": shown_clause(edition, clause, student=student),
        "beside": _beside(clause.id),
        "to_copy": todays_trust().disclaimer if clause.id == DISCLAIMED else "",
        **facts,
    }
    return render(request, "web/procedure/clause.html", context)


def _beside(clause: str) -> dict[str, object]:
    """What this trust has said of its own beside a few clauses (INT-5, BLG-2, MAN-4)."""
    trust = todays_trust()
    values, reasons = trust.values.splitlines(), trust.standing_reasons.splitlines()
    known: dict[str, dict[str, object]] = {
        "INT-5": {"lines": values}, "BLG-2": {"policies": trust.policies}, "MAN-4": {"lines": reasons},
    }  # fmt: skip
    return known.get(clause, {})
