"""Guides that need no case: what is known of each service, by five questions, with the day somebody last looked. Nothing is kept."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from askfirst.adoption.today import todays_edition
from askfirst.people.calendar import london_day
from askfirst.procedure.clause import Edition
from askfirst.procedure.dated import PlatformFact
from askfirst.procedure.guides import Guide, Part, UnknownService, guide, service, the_services
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import Shown, shown_clause
from askfirst.words import Sentence

__all__ = ["KnownFact", "ShownPart", "guide_page", "guides", "shown_part"]


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact in the reader's words; `old` where it was looked at too long before today."""

    fact: PlatformFact
    words: str
    old: bool


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part as this reader sees it."""

    id: str
    heading: Sentence
    facts: tuple[KnownFact, ...]
    note: Sentence | None
    clauses: tuple[Shown, ...]


def _facts(request: HttpRequest, facts: tuple[PlatformFact, ...], *, student: bool) -> tuple[KnownFact, ...]:
    today = london_day(getattr(request, "now", None) or timezone.now())
    return tuple(KnownFact(one, (student and one.student) or one.fact, one.stale_on(today)) for one in facts)


def shown_part(request: HttpRequest, part: Part, edition: Edition) -> ShownPart:
    """The part in this reader's words, with the clauses of this edition that reach them."""
    student = student_reads(request)
    clauses = (edition.clause(id) for id in part.question.clauses)
    reach = tuple(shown_clause(edition, one, student=student) for one in clauses if not student or one.addressee.reaches_students)
    heading = part.question.heading(student=student)
    note = part.note_student if student else part.note
    return ShownPart(part.question.section.value, heading, _facts(request, part.facts, student=student), note, reach)


def guides(request: HttpRequest) -> HttpResponse:
    """All services: those the procedure names, then the others."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    services = the_services()
    listed = {"named": [one for one in services if one.named], "others": [one for one in services if not one.named]}
    return render(request, "web/guides/list.html", listed)


def guide_page(request: HttpRequest, id: str) -> HttpResponse:
    """One service, by its id or another word for it."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    try:
        found: Guide = guide(service(id))
    except UnknownService:
        raise Http404 from None
    edition = todays_edition()
    shown = {
        "service": found.service,
        "parts": [shown_part(request, part, edition) for part in found.parts],
        "ages": _facts(request, found.ages, student=student_reads(request)),
    }
    return render(request, "web/guides/guide.html", shown)
