"""Emergency access: IT asks for one case, a named second person agrees or not, and the Data Protection Officer reads of every request."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.refused import is_officer
from askfirst.people.second import NotSecond
from askfirst.people.who import Named, names
from askfirst.records import break_glass
from askfirst.records.break_glass import Request, State
from askfirst.web.bodies import read_form
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import rows
from askfirst.web.cases_time import timeline
from askfirst.web.errors import missing
from askfirst.web.in_words import in_full
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import mended
from askfirst.web.step_up import step_up
from askfirst.words import Sentence, say

__all__ = ["emergencies", "emergency", "emergency_case"]

FIELDS = ("case", "why", "second")
STATES = {
    State.WAITS: say("waits for the second person"),
    State.LAPSED: say("nobody agreed in time"),
    State.REFUSED: say("not agreed to"),
    State.AGREED: say("agreed to"),
}
DONE = {
    "asked": say("Asked. If there is such a case, it opens once the second person agrees."),
    "agreed": say("You agreed. It is written down, and the Data Protection Officer hears of it."),
    "refused": say("You did not agree. Nothing opens."),
}


@signed_in
def emergencies(request: HttpRequest) -> HttpResponse:
    """GET: requests that are this reader's to see, and for IT the form. POST: a new one. Missing for everybody else."""
    here = cast(SignedIn, request)
    if not break_glass.may_come(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _list(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    return _ask(request)


@step_up
def _ask(request: HttpRequest) -> HttpResponse:
    here, form = cast(SignedIn, request), read_form(request)
    given = {name: form.one(name) for name in FIELDS}
    try:
        break_glass.ask(given, by=here.standing, at=here.now)
    except Missing:
        return missing(request)
    except BadField as problem:
        return _list(here, given=given, problems={problem.field: problem.sentence})
    return HttpResponseRedirect("/break-glass/?done=asked")


def _list(here: SignedIn, *, given: dict[str, str] | None = None, problems: dict[str, Sentence] | None = None) -> HttpResponse:
    by = here.standing
    found = break_glass.requests(by=by, at=here.now)
    known = names({ref for one in found for ref in (one.by, one.second)})
    filled = {
        "rows": [_row(one, known) for one in found],
        "asks": break_glass.may_ask(by),
        "officer": is_officer(by),
        "seconds": break_glass.seconds(by),
        "minutes": break_glass.MINUTES,
        "given": {name: mended(value) for name, value in (given or {}).items()},
        "problems": problems or {},
        "done": DONE.get(here.GET.get("done", "")) if not problems else None,
    }
    return render(here, "web/break-glass/index.html", filled, status=400 if problems else 200)


def _row(one: Request, known: dict[str, Named]) -> dict[str, object]:
    return {
        "ref": one.ref,
        "case": one.case,
        "by": known[one.by].name if one.by in known else "",
        "second": known[one.second].name if one.second in known else "",
        "asked": in_full(one.asked_at),
        "state": STATES[one.state],
        "answered": in_full(one.answered_at) if one.answered_at else None,
        "until": in_full(one.until) if one.until else None,
    }


@signed_in
def emergency(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: one request and why. POST: the second person answers. Missing for everybody it is no business of."""
    here = cast(SignedIn, request)
    if not break_glass.may_come(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _one(here, ref)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    return _answered(request, ref=ref)


@step_up
def _answered(request: HttpRequest, ref: str) -> HttpResponse:
    here, form = cast(SignedIn, request), read_form(request)
    said = form.one("answer")
    if said not in ("agree", "refuse"):
        return missing(request)
    try:
        break_glass.answer(ref, agree=said == "agree", by=here.standing, at=here.now)
    except Missing:
        return missing(request)
    except NotSecond as problem:
        return _one(here, ref, problem=problem.sentence)
    return HttpResponseRedirect("/break-glass/?done={}".format("agreed" if said == "agree" else "refused"))


def _one(here: SignedIn, ref: str, *, problem: Sentence | None = None) -> HttpResponse:
    try:
        found, why, opened = break_glass.one(ref, by=here.standing, at=here.now)
    except Missing:
        return missing(here)
    by = here.standing.person
    filled = {
        "row": _row(found, names([found.by, found.second])),
        "why": mended(why),
        "mine": found.by == by,
        "answers": found.second == by and found.state is State.WAITS,
        "runs": found.by == by and found.until is not None and here.now < found.until,
        "opened": opened,
        "minutes": break_glass.MINUTES,
        "problem": problem,
    }
    return render(here, "web/break-glass/one.html", filled, status=409 if problem else 200)


@signed_in
def emergency_case(request: HttpRequest, ref: str) -> HttpResponse:
    """The case, to read and nothing else, for whoever asked and while it is open. Missing at every other time, and for everybody else."""
    if not break_glass.may_ask(cast(SignedIn, request).standing):
        return missing(request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    return _read(request, ref=ref)


@step_up
def _read(request: HttpRequest, ref: str) -> HttpResponse:
    here = cast(SignedIn, request)
    try:
        opened = break_glass.open_case(ref, by=here.standing, at=here.now)
    except Missing:
        return missing(request)
    people = People(opened, here.standing, here.now)
    filled = {
        "case": opened.case,
        "request": ref,
        "kind": opened.workflow.says,
        "state": opened.workflow.states[opened.case.state],
        "details": rows(opened.workflow.opening, opened.papers.get("details", {})),
        "events": timeline(opened, people, moves={}),
        "minutes": break_glass.MINUTES,
    }
    return render(request, "web/break-glass/case.html", filled)
