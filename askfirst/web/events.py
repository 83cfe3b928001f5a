"""Private events and their photo rules: the list of one's own school, the form that registers one, and what to say of parents' pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.board import Event, events
from askfirst.casework.fields import BadField, Choice, Field
from askfirst.casework.gates import Refused
from askfirst.casework.kinds.event import EVENT, RULES
from askfirst.casework.live import of_school
from askfirst.casework.openings.event import may_register
from askfirst.casework.steps import open_case
from askfirst.people.hats import Standing
from askfirst.people.who import Named, names, schools, works_at
from askfirst.procedure.load import the_edition
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form, read_form
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import shown_clause
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import Entry, entries, mended, new_key, once_of, unreadable
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["event_list", "new_event", "parents_pictures"]

Problems = Sequence[tuple[Sentence, str, str]]
COURTESY = say(
    "Hello, and thank you for coming to our event. Anyone can see your pictures of it."
    " The school asked that pictures stay within the school community."
    " Could you take them down, or share them with family and friends alone? Thank you for helping."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as a line of the list has it. `ref` leads whoever registered it to the case, and others to the organiser."""

    ref: str
    called: str
    place: str
    school: str
    day: Sentence
    rule: Sentence
    notice: str
    issued: Sentence | None
    organiser: Sentence | None  # None where they have left, or it is the reader
    own: bool


@signed_in
def event_list(request: HttpRequest) -> HttpResponse:
    """The events of the reader's own school, the latest day first; nothing is written down about reading it."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    by = cast(SignedIn, request).standing
    here, places = events(by), of_school(by)
    known = names({one.organiser for one in here})
    at = {school.id: school.name for school in schools()} if len(places) > 1 else {}
    shown = [_shown(one, by, known, at) for one in here]
    near = [one for one, event in zip(shown, here, strict=True) if event.in_window(by.on)]
    context = {
        "near": near,
        "past": [one for one in shown if one not in near],
        "of_a_school": bool(places),
        "may_register": may_register(by),
        **_rule(request),
    }
    return render(request, "web/events/list.html", context)


def _shown(event: Event, by: Standing, known: Mapping[str, Named], at: Mapping[str, str]) -> Shown:
    own, who = event.organiser == by.person, known.get(event.organiser)
    return Shown(
        ref=event.ref,
        called=mended(event.called),
        place=mended(event.place),
        school=at.get(event.school, ""),
        day=date_in_full(event.day),
        rule=RULES[event.rule],
        notice=mended(event.notice) if event.issued_on else "",
        issued=date_in_full(event.issued_on) if event.issued_on else None,
        organiser=say("{name}", name=who.short) if who and not own else None,
        own=own,
    )


def _rule(request: HttpRequest) -> Mapping[str, object]:
    edition = the_edition()
    return {"rule": shown_clause(edition, edition.clause("CON-3"), student=student_reads(request))}


@signed_in
def new_event(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: the event, or the form again with what is wrong. For staff of a school; others read whom to ask."""
    here = cast(SignedIn, request)
    if request.method in ("GET", "HEAD"):
        return _form(here, Form(), [])
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    broken = unreadable(form)
    return _form(here, form, [(broken, "", "")], status=400) if broken else _sent(here, form)


def _fields(by: Standing) -> list[Field]:
    """Which school is asked only of somebody who works at two, with those two to choose from."""
    here = works_at(by.person, on=by.on)
    if len(here) < 2:
        return [field for field in EVENT.opening if field.id != "school"]
    choices = tuple(Choice(school.id, say("{name}", name=school.name)) for school in schools() if school.id in here)
    return [replace(field, choices=choices) if field.id == "school" else field for field in EVENT.opening]


def _sent(here: SignedIn, form: Form) -> HttpResponse:
    details = {field.id: form.one(field.id) for field in _fields(here.standing) if form.one(field.id)}
    try:
        ref = open_case(kind=EVENT.kind, by=here.standing, details=details, at=here.now, once=once_of(form, address=here.path))
    except BadField as problem:
        return _form(here, form, [], problem=problem, status=400)
    except Refused as refused:
        return _form(here, form, [(one.sentence, one.clause, "") for one in refused.refusals], status=409)
    except Reused as reused:
        return _form(here, form, [(reused.sentence, "", "")], status=409)
    response = HttpResponseRedirect("/cases/{}/?sent=1".format(ref))
    response.status_code = 303
    return response


def _form(here: SignedIn, form: Form, problems: Problems, *, problem: BadField | None = None, status: int = 200) -> HttpResponse:
    able = may_register(here.standing)
    shown: Sequence[Entry] = ()
    if able:
        fields = _fields(here.standing)
        made = entries(fields, under="event", given={field.id: form.one(field.id) for field in fields}, problem=problem)
        shown = made
        if problem is not None:
            at_fault = next((one.options[0].id if one.options else one.id for one in made if one.name == problem.field), "")
            problems = [(problem.sentence, "", at_fault)]
    context = {"entries": shown, "problems": problems, "able": able, "once": new_key(), **_rule(here)}
    return render(here, "web/events/new.html", context, status=status)


def parents_pictures(request: HttpRequest) -> Mapping[str, object]:
    """What the page says, signed in or not: nothing is kept, and it opens nothing."""
    return {"message": COURTESY, **_rule(request)}
