"""Taking one thing away from beside a case: what goes and what stays is said first, then what is wrong with it and why, then one press.

Missing and forbidden are one page. What cannot be done comes back with the words still in it.
"""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.evidence import things_of
from askfirst.casework.evidence_words import AWAY
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.taken_away import thing_to_take, why_not
from askfirst.records.taken_away import take_away
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form, read_form
from askfirst.web.cases_beside import lines
from askfirst.web.errors import missing
from askfirst.web.kept import typed
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import entries, new_key, once_of, unreadable, what_is_wrong
from askfirst.words import Sentence

__all__ = ["away_page"]

UNDER = "take-away"


@signed_in
def away_page(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """GET: what goes and what stays, and the form. POST: taken away, then the list; or the form again with what is wrong."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request) if request.method == "POST" else Form()
    try:
        return _sent(here, ref, number, form) if request.method == "POST" else _page(here, ref, number, form)
    except Missing:
        return missing(request, words=typed(form) if request.method == "POST" else "")


def _sent(here: SignedIn, ref: str, number: int, form: Form) -> HttpResponse:
    """Raises Missing."""
    broken = unreadable(form)
    if broken is not None:
        return _page(here, ref, number, form, says=broken, status=400)
    given = {field.id: form.one(field.id) for field in AWAY if form.one(field.id)}
    try:
        done = take_away(ref, number, given=given, by=here.standing, at=here.now, once=once_of(form, address=here.path))
    except BadField as problem:
        return _page(here, ref, number, form, problem=problem, status=400)
    except Refused as refused:
        return _page(here, ref, number, form, says=refused.refusals[0].sentence, status=409)
    except Reused as reused:
        return _page(here, ref, number, form, says=reused.sentence, status=409)
    response = HttpResponseRedirect("/cases/{}/evidence/?away=1".format(done))
    response.status_code = 303
    return response


def _page(
    here: SignedIn, ref: str, number: int, form: Form, *, problem: BadField | None = None, says: Sentence | None = None, status: int = 200
) -> HttpResponse:
    """Raises Missing."""
    found, row = thing_to_take(ref, number, by=here.standing, at=here.now)
    refused = why_not(found, row, here.standing)
    things = [one for one in things_of(found, by=here.standing, at=here.now) if one.number == number]
    shown = entries(AWAY, under=UNDER, given={field.id: form.one(field.id) for field in AWAY}, problem=problem)
    problems = [(says, "", "")] if says is not None else []
    if problem is not None:
        problems = what_is_wrong(problem, shown)
    context = {
        "ref": found.case.ref,
        "line": lines(things, found, by=here.standing, now=here.now)[0],
        "asked": shown,
        "why_not": refused[0].sentence if refused else None,
        "lost": typed(form) if refused else "",
        "problems": problems,
        "once": new_key(),
    }
    return render(here, "web/cases/beside-away.html", context, status=status)
