"""A door of one short form: signed in, or in by a link, somebody opens a case by it; signed out, they read what it is and how to ask.

Signed out the page is the same whatever is sent. Nothing is kept before it is sent.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.casework.fields import BadField, Field
from askfirst.people.hats import Standing
from askfirst.web.bodies import Form, read_form
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import shown_clause
from askfirst.web.questions import NotSent, Said, on_to, opened
from askfirst.web.session import BY_LINK, SignedIn, Visit
from askfirst.web.step_forms import entries, new_key, unreadable

__all__ = ["Door", "through"]


@dataclass(frozen=True, slots=True)
class Door:
    """One door. `fields`: what is asked of this person; `adds`: what its pages show beside that, whoever looks."""

    kind: str
    clause: str
    form: str  # the template of the form
    how: str  # and of the page for whoever is signed out
    fields: Callable[[Standing], Sequence[Field]]
    adds: Callable[[HttpRequest], Mapping[str, object]]


def through(request: HttpRequest, door: Door) -> HttpResponse:
    """GET: the form, or how to ask. POST: the case, or the form again with what is wrong and what was written."""
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    if cast(Visit, request).standing is None:
        return render(request, door.how, {**_rule(request, door), **door.adds(request)})
    here = cast(SignedIn, request)
    if request.method != "POST":
        return _form(here, door, Form(), [])
    form = read_form(request)
    broken = unreadable(form)
    return _form(here, door, form, [(broken, "", "")], status=400) if broken else _sent(here, door, form)


def _rule(request: HttpRequest, door: Door) -> Mapping[str, object]:
    edition = todays_edition()
    return {"rule": shown_clause(edition, edition.clause(door.clause), student=student_reads(request))}


def _sent(here: SignedIn, door: Door, form: Form) -> HttpResponse:
    details = {field.id: form.one(field.id) for field in door.fields(here.standing) if form.one(field.id)}
    try:
        return on_to(opened(here, form, kind=door.kind, details=details))
    except BadField as problem:
        return _form(here, door, form, [], problem=problem, status=400)
    except NotSent as why:
        return _form(here, door, form, why.says, status=409)


def _form(here: SignedIn, door: Door, form: Form, problems: Said, *, problem: BadField | None = None, status: int = 200) -> HttpResponse:
    fields = door.fields(here.standing)
    given = {field.id: form.one(field.id) for field in fields}
    shown = entries(fields, under=door.kind, given=given, problem=problem)
    if problem is not None:
        at_fault = next((one.id for one in shown if one.name == problem.field), "")
        problems = [(problem.sentence, "", at_fault)]
    context = {"entries": shown, "problems": problems, "once": new_key(), "by_link": bool(here.session.get(BY_LINK)), **_rule(here, door)}
    return render(here, door.form, {**context, **door.adds(here)}, status=status)
