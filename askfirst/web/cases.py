"""A case, and its steps: one address to read it, one for each step to take. Missing and forbidden are one page."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework import access
from askfirst.casework.access import Missing, PassedOn
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refused
from askfirst.casework.reading import OpenFile, open_file
from askfirst.casework.refused import tried
from askfirst.casework.steps import Stale, UnknownStep, take
from askfirst.casework.workflow import Step
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form, read_form
from askfirst.web.cases_faces import FACES
from askfirst.web.cases_page import Attempt, case_context
from askfirst.web.cases_people import People
from askfirst.web.errors import missing
from askfirst.web.kept import typed
from askfirst.web.plain import not_this_way, plain_page
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import given_by, once_of, unreadable, version_of
from askfirst.words import Sentence, say

__all__ = ["case", "case_step"]


@signed_in
def case(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: the case as far as it is this person's."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    here = cast(SignedIn, request)
    try:
        opened = open_file(ref, by=here.standing, at=here.now)
    except PassedOn:
        return _passed_on(here, status=404)
    except Missing:
        return missing(request)
    return _page(here, opened)


@signed_in
def case_step(request: HttpRequest, ref: str, step: str) -> HttpResponse:
    """POST: take the step, then see the case. What cannot be taken comes back with the words still in it."""
    if request.method in ("GET", "HEAD"):
        return HttpResponseRedirect("/cases/{}/".format(ref))
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    here = cast(SignedIn, request)
    form = read_form(request)
    try:
        found = access.find(ref, here.standing)
        row = WORKFLOWS[found.case.kind].step(step)
        if row is None:
            return missing(request, words=typed(form))
        return _take(here, found.case.ref, row, form)
    except Missing:
        return _sent_before(here, ref, step, form)


def _sent_before(here: SignedIn, ref: str, step: str, form: Form) -> HttpResponse:
    """A case that is not theirs: missing, unless this very form of theirs gave it out of hand, or somebody passed it on meanwhile."""
    once = once_of(form, address=here.path)
    try:
        take(ref=ref, step=step, by=here.standing, given={}, at=here.now, once=once)
    except PassedOn:
        return _passed_on(here, status=409, words=typed(form))
    except (Missing, Reused):
        tried(ref, by=here.standing, at=here.now)
        return missing(here, words=typed(form))
    return _gone(here, say("This was sent already"))


def _take(here: SignedIn, ref: str, row: Step, form: Form) -> HttpResponse:
    """Raises Missing."""
    of, given = form.one("of"), given_by(form, row)

    def again(status: int, **why: object) -> HttpResponse:
        return _page(here, open_file(ref, by=here.standing, at=here.now), Attempt(row.id, of, given, status, **why))  # type: ignore[arg-type]

    broken = unreadable(form)
    if broken is not None:
        return again(400, says=broken)
    seen = version_of(form)
    try:
        take(ref=ref, step=row.id, by=here.standing, given=given, at=here.now, of=of, version=seen, once=once_of(form, address=here.path))
    except Stale as stale:
        return again(409, says=stale.sentence, seen=seen)
    except Refused as refused:
        return again(409, refusals=refused.refusals)
    except Reused as reused:
        return again(409, says=reused.sentence)
    except BadField as problem:
        return again(400, problem=problem)
    except UnknownStep:
        raise Missing from None
    return _taken(here, ref, row)


def _taken(here: SignedIn, ref: str, row: Step) -> HttpResponse:
    """Back to the case; where it is no longer theirs to see, one page that says so."""
    try:
        access.find(ref, here.standing)
    except Missing:
        return _gone(here, row.done)
    response = HttpResponseRedirect("/cases/{}/?done={}".format(ref, row.id))
    response.status_code = 303
    return response


def _gone(here: SignedIn, heading: Sentence) -> HttpResponse:
    return plain_page(
        here,
        status=200,
        heading=heading,
        body=say("It is with them now, so you do not see it any more."),
        next=say("There is nothing else for you to do here."),
    )


def _passed_on(here: SignedIn, *, status: int, words: str = "") -> HttpResponse:
    """For whoever had it: that it was passed on, with what they wrote meanwhile."""
    wrote = say("Somebody else has it now. What you wrote was not sent. Copy your words if you need them.")
    return plain_page(
        here,
        status=status,
        heading=say("This was passed on while you wrote") if words else say("This was passed on"),
        body=wrote if words else say("Somebody else has it now, so you do not see it any more."),
        next=say("There is nothing else for you to do here."),
        words=words,
    )


def _page(here: SignedIn, opened: OpenFile, attempt: Attempt | None = None) -> HttpResponse:
    people = People(opened, here.standing, here.now)
    context = case_context(opened, people, attempt)
    last = next((taken for taken in reversed(opened.file.taken) if taken.by), None)
    if attempt is None and last is not None and last.by == here.standing.person and here.GET.get("done") == last.step:
        step = opened.workflow.step(last.step)
        context["just"] = step.done if step is not None else None
    face = FACES[opened.case.kind]
    just_sent = "sent" in here.GET and bool(context["owner"]) and last is not None and last.sequence == 1
    if just_sent and not face.sent:
        context["just"] = say("Sent")
    template = face.sent if just_sent and opened.words and face.sent else face.template
    return render(here, template, context, status=attempt.status if attempt else 200)
