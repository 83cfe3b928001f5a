"""Putting something right that was written in a case, or taking it out: which entry, what should stand there, why. Nothing is written over.

Missing and forbidden are one page. What cannot be done comes back with the words still in it.
"""

from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.corrected import ENTRY, FIELDS
from askfirst.casework.corrections import Entry, correct, entries, opened_to_correct
from askfirst.casework.fields import BadField, Choice, Field
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.reading import OpenFile
from askfirst.casework.steps import Stale
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form, read_form
from askfirst.web.cases_people import People
from askfirst.web.errors import missing
from askfirst.web.in_words import moment_in_words
from askfirst.web.kept import typed
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import entries as form_entries
from askfirst.web.step_forms import new_key, once_of, unreadable, version_of, what_is_wrong
from askfirst.words import Sentence, say

__all__ = ["put_right"]

UNDER = "put-right"


@signed_in
def put_right(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: what could be put right, and the form. POST: done, then the case; or the form again with what is wrong and what was written."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request) if request.method == "POST" else Form()
    try:
        return _sent(here, ref, form) if request.method == "POST" else _page(here, ref, form)
    except Missing:
        return missing(request, words=typed(form) if request.method == "POST" else "")


def _sent(here: SignedIn, ref: str, form: Form) -> HttpResponse:
    """Raises Missing."""
    broken = unreadable(form)
    if broken is not None:
        return _page(here, ref, form, says=broken, status=400)
    given = {field.id: form.one(field.id) for field in FIELDS if form.one(field.id)}
    try:
        done = correct(ref, given=given, by=here.standing, at=here.now, version=version_of(form), once=once_of(form, address=here.path))
    except BadField as problem:
        return _page(here, ref, form, problem=problem, status=400)
    except (Stale, Reused) as refused:
        return _page(here, ref, form, says=refused.sentence, status=409)
    response = HttpResponseRedirect("/cases/{}/".format(done))
    response.status_code = 303
    return response


def _page(
    here: SignedIn, ref: str, form: Form, *, problem: BadField | None = None, says: Sentence | None = None, status: int = 200
) -> HttpResponse:
    """Raises Missing."""
    opened = opened_to_correct(ref, by=here.standing, at=here.now)
    people = People(opened, here.standing, here.now)
    could = entries(opened, here.standing)
    fields = [_choices(could, people) if field is ENTRY else field for field in FIELDS]
    shown = form_entries(fields, under=UNDER, given={field.id: form.one(field.id) for field in FIELDS}, problem=problem)
    problems = [(says, "", "")] if says is not None else []
    if problem is not None:
        problems = what_is_wrong(problem, shown)
    context = {
        "case": opened.case,
        "kind": WORKFLOWS[opened.case.kind].says,
        "asked": shown,
        "any": bool(could),
        "problems": problems,
        "version": _version(opened),
        "once": new_key(),
    }
    return render(here, "web/cases/put-right.html", context, status=status)


def _version(opened: OpenFile) -> int:
    return opened.file.taken[-1].sequence


def _choices(could: list[Entry], people: People) -> Field:
    """Each entry by what it is, who wrote it, when, and that it was mended before."""
    return replace(ENTRY, choices=tuple(Choice(str(one.number), _says(one, people)) for one in could))


def _says(one: Entry, people: People) -> Sentence:
    who = people.or_you(one.by) if one.by else say("Nobody by name")
    about = say("{what}. {who}, {moment}.", what=one.says, who=who, moment=moment_in_words(one.at, now=people.now))
    return say("{about} It was put right or taken out before.", about=about) if one.mended else about
