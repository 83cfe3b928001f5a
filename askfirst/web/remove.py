"""Get something taken down: a few questions, then what to do now. Answers and link travel in the page itself; nothing is kept or opened.

What this page leads to at school (asking in somebody's name, following each link) is a case of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.casework.kinds.steps import FIELDS as FIELDS_OF_LIST
from askfirst.people.calendar import london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import HR, Capacity
from askfirst.people.holding import todays_trust
from askfirst.people.who import is_adult, names
from askfirst.procedure.clause import Edition
from askfirst.procedure.dated import Contact, the_contacts
from askfirst.procedure.guides import guide
from askfirst.procedure.take_down import CHOICES, FIELDS, Asked, Asker, BadAsk, Poster, asked_from, next_question
from askfirst.procedure.take_down_as_json import message
from askfirst.procedure.take_down_questions import question
from askfirst.procedure.take_down_steps import People, Step, way
from askfirst.web.bodies import read_form
from askfirst.web.guides import ShownPart, shown_part
from askfirst.web.help import helpers
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import shown_clause
from askfirst.web.session import Visit
from askfirst.web.step_forms import entries, new_key
from askfirst.words import Sentence, say

__all__ = ["remove"]

CHOOSE = say("Choose an answer first.")
ELSEWHERE = "https://www.bbc.co.uk/weather"
STRANGERS = frozenset({Asker.OTHER_UNDER_18, Asker.OTHER_ADULT})
YEAR_SEVEN = 7  # the last school year in which nobody is 13


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step as the page has it: whom it names, what is known of the service, the message as text."""

    step: Step
    contacts: tuple[Contact, ...]
    part: ShownPart | None
    message: str


def remove(request: HttpRequest) -> HttpResponse:
    """GET: the first question. POST: the next one, or what to do now."""
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    given, asked_now, problem = _answers(request) if request.method == "POST" else ({}, "", None)
    known = _known_asker(request)
    if known is not None:
        given["asker"] = known.value
    response = _page(request, given, asked_now, problem)
    response["Cache-Control"] = "no-store"
    return response


def _answers(request: HttpRequest) -> tuple[dict[str, str], str, Sentence | None]:
    """The answers so far, which question was on the page, and what was wrong with the form. Back takes the last answer away."""
    form = read_form(request)
    given = {field: form.one(field) for field in FIELDS if form.one(field)}
    if form.one("back"):
        unasked = ("link",) if _known_asker(request) is None else ("link", "asker")
        given.pop(next((field for field in reversed(FIELDS) if field in given and field not in unasked), ""), None)
        return given, "", None
    return given, form.one("asked"), form.problem


def _page(request: HttpRequest, given: dict[str, str], asked_now: str, problem: Sentence | None) -> HttpResponse:
    """The question that is still open, or the answer."""
    field, wrong = next_question(given), problem
    if field is not None and wrong is None and asked_now == field:
        wrong = CHOOSE
    at_fault = field or "poster"
    if field is None and wrong is None:
        try:
            return _answer(request, _in_full(request, asked_from(given, todays_trust())))
        except BadAsk as bad:
            at_fault, wrong = bad.field, bad.sentence
    elif wrong is None or wrong is CHOOSE:
        try:
            asked_from({**given, **dict.fromkeys(CHOICES, "")})
        except BadAsk as bad:
            if bad.field == "link":
                at_fault, wrong = bad.field, bad.sentence
    return _question(request, "poster" if at_fault == "link" else at_fault, given, wrong, at_fault)


def _question(request: HttpRequest, field: str, given: Mapping[str, str], wrong: Sentence | None, at_fault: str) -> HttpResponse:
    student = student_reads(request)
    edition, found = todays_edition(), question(field, student=student)
    shown = {
        "question": found,
        "carried": [(name, value) for name, value in given.items() if name not in (field, "link" if field == "poster" else "")],
        "chosen": given.get(field, ""),
        "link": given.get("link", ""),
        "problem": wrong,
        "at_fault": at_fault,
        "first": field == "what",
        "clauses": [shown_clause(edition, edition.clause(id), student=student) for id in found.clauses],
        "elsewhere": ELSEWHERE,
        "signed_out": cast(Visit, request).standing is None,
        **helpers(student=student),
    }
    return render(request, "web/remove/question.html", shown, status=400 if wrong else 200)


def _answer(request: HttpRequest, asked: Asked) -> HttpResponse:
    student = student_reads(request)
    edition, found = todays_edition(), way(asked, student=student)
    given = {field: str(getattr(asked, field)) for field in CHOICES if getattr(asked, field) is not None}
    shown = {
        "way": found,
        "steps": [_shown(request, step, asked, edition) for step in found.steps],
        "carried": [*given.items(), ("link", asked.link.text)],
        "may_say_unsafe": asked.may_write,
        "may_ask": asked.evidence is not None and asked.poster is not Poster.ME and asked.asker not in STRANGERS,
        "to_ask": [("evidence", given.get("evidence", "")), ("links", asked.link.text), ("poster_is", given.get("poster", ""))],
        "perhaps_a_parent": asked.poster in (Poster.ELSE, Poster.UNKNOWN) and not asked.stops,
        "not_safe": [(name, value) for name, value in given.items() if name != "poster"]
        + [("poster", Poster.NOT_SAFE.value), ("link", asked.link.text)],
        "clauses": [shown_clause(edition, edition.clause(id), student=student) for id in found.clauses],
        "list_entries": entries(FIELDS_OF_LIST, under="list") if not asked.stops else (),
        "once": new_key(),
        "People": People,
        "hr": _hr(request) if any(step.people is People.HR for step in found.steps) else (),
        "today": _today(request),
        "offices": todays_trust().schools,
        "service": asked.link.service,
        "elsewhere": ELSEWHERE,
        "signed_out": cast(Visit, request).standing is None,
        **helpers(student=student),
    }
    return render(request, "web/remove/answer.html", shown)


def _shown(request: HttpRequest, step: Step, asked: Asked, edition: Edition) -> ShownStep:
    contacts, service = the_contacts(), asked.link.service
    part = shown_part(request, guide(service).part(step.section), edition) if service and step.section else None
    return ShownStep(step, tuple(contacts[id] for id in step.contacts), part, message(step))


def _today(request: HttpRequest) -> date:
    return london_day(cast(Visit, request).now)


def _known_asker(request: HttpRequest) -> Asker | None:
    """Who asks, where a sign-in says so; whoever is here as something else is asked."""
    here = cast(Visit, request).standing
    if here is None:
        return None
    if here.capacity is Capacity.STUDENT:
        if is_adult(here.person, on=here.on):
            return Asker.STUDENT_ADULT
        year = names([here.person])[here.person].year
        return Asker.STUDENT_UNDER_13 if year is not None and year <= YEAR_SEVEN else Asker.STUDENT_TEEN
    return {Capacity.STAFF: Asker.STAFF, Capacity.PARENT: Asker.PARENT}.get(here.capacity)


def _in_full(request: HttpRequest, asked: Asked) -> Asked:
    """Where help comes first nobody is asked who they are: the words follow whoever reads."""
    if asked.asker is not None:
        return asked
    return replace(asked, asker=Asker.STUDENT_TEEN if student_reads(request) else Asker.OTHER_ADULT)


def _hr(request: HttpRequest) -> tuple[str, ...]:
    """Whoever holds HR's duty today, for staff who are signed in."""
    here = cast(Visit, request).standing
    if here is None or here.capacity is not Capacity.STAFF:
        return ()
    directory = TheDirectory()
    refs = [ref for ref in directory.holders(HR, here.on) if ref != here.person and not directory.has_left(ref, here.on)]
    known = names(refs)
    return tuple(known[ref].name for ref in refs[:1])
