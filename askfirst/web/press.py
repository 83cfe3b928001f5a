"""A journalist has asked: words to say first, then one form that asks whoever must be asked; and the receptionist's page."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.steps import open_together
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form, read_form
from askfirst.web.plain import not_this_way
from askfirst.web.press_form import enquiries, filled, seen
from askfirst.web.session import SignedIn, Visit, signed_in
from askfirst.web.step_forms import new_key, once_of, unreadable
from askfirst.words import Sentence

__all__ = ["press"]

PLACES = {"answered": "press-answered", "about": "press-about"}
"""Where on the page the field of a problem is, where that is not its own name."""


def press(request: HttpRequest) -> HttpResponse:
    """The words to say are for everybody, at once; the form behind them is for whoever is signed in."""
    if request.method in ("GET", "HEAD") and cast(Visit, request).standing is None:
        return render(request, "web/press/start.html", {"signed_out": True})
    return _with_form(request)


@signed_in
def _with_form(request: HttpRequest) -> HttpResponse:
    """GET: the words and the form. POST: one case, or two by one form, and on to the first."""
    here = cast(SignedIn, request)
    if request.method in ("GET", "HEAD"):
        return _page(here, Form(), status=200)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    broken = unreadable(form)
    if broken is not None:
        return _page(here, form, status=400, says=[(broken, "")])
    try:
        refs = open_together(kind="press", by=here.standing, several=enquiries(form, now=here.now), at=here.now, once=once_of(form))
    except BadField as problem:
        return _page(here, form, status=400, problem=problem)
    except Refused as refused:
        return _page(here, form, status=409, says=[(one.sentence, one.clause) for one in refused.refusals])
    except Reused as reused:
        return _page(here, form, status=409, says=[(reused.sentence, "")])
    response = HttpResponseRedirect("/cases/{}/?sent=yes".format(refs[0]))
    response.status_code = 303
    return response


def _page(
    here: SignedIn, form: Form, *, status: int, problem: BadField | None = None, says: list[tuple[Sentence, str]] | None = None
) -> HttpResponse:
    who = seen(here.standing, on=london_day(here.now))
    problems = [(sentence, clause, "") for sentence, clause in says or []]
    if problem is not None:
        problems += [(one.sentence, "", PLACES.get(one.field, one.field)) for one in problem.each]
    context = {
        "form": filled(form, who, now=here.now, student=here.standing.capacity is Capacity.STUDENT, problem=problem),
        "problems": problems,
        "who": who,
        "may": here.standing.capacity not in (Capacity.PARENT, Capacity.OUTSIDE),
        "once": new_key(),
    }
    return render(here, "web/press/start.html", context, status=status)
