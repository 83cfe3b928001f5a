"""When I am away: the days, and who acts for me. One screen, for whoever works here.

Noting it asks once more who is there, unless that was shown in the last ten minutes (trust.md).
"""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.fields import BadField
from askfirst.casework.handover import FIRST_DAY, LAST_DAY, STAND_IN, be_back, go_away
from askfirst.people.away import Away, acts_for, matters_of, periods
from askfirst.people.hats import Capacity
from askfirst.people.who import Named, names
from askfirst.web.bodies import Form, read_form
from askfirst.web.errors import missing
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import entries, unreadable, what_is_wrong
from askfirst.web.step_up import step_up
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["away", "works_here"]

DONE = {"told": say("We have noted it."), "back": say("Welcome back. We have noted it.")}


def works_here(here: SignedIn) -> bool:
    """Staff and trustees: work reaches them."""
    return here.standing.capacity in (Capacity.STAFF, Capacity.TRUSTEE)


@signed_in
def away(request: HttpRequest) -> HttpResponse:
    """GET: the days told, and the form. POST: days are told, or a period ends, by somebody who showed lately who they are."""
    here = cast(SignedIn, request)
    if not works_here(here):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _page(here, Form())
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    return _proved(request)


@step_up
def _proved(request: HttpRequest) -> HttpResponse:
    here, form = cast(SignedIn, request), read_form(request)
    if broken := unreadable(form):
        return _page(here, form, wrong=broken)
    if form.one("back"):
        id = form.one("back")
        if not (id.isascii() and id.isdigit() and len(id) < 18 and be_back(here.standing, id=int(id), at=here.now)):
            return _page(here, form, wrong=say("These days are over, or were taken back. This page shows what stands now."))
        return _to("back")
    given = {field.id: form.one(field.id) for field in (FIRST_DAY, LAST_DAY, STAND_IN) if form.one(field.id)}
    try:
        go_away(here.standing, given, at=here.now)
    except BadField as problem:
        return _page(here, form, problem=problem)
    return _to("told")


def _to(done: str) -> HttpResponse:
    response = HttpResponseRedirect("/me/away/?done={}".format(done))
    response.status_code = 303
    return response


def _page(here: SignedIn, form: Form, *, problem: BadField | None = None, wrong: Sentence | None = None) -> HttpResponse:
    by = here.standing
    mine, others = periods(by.person, on=by.on), acts_for(by.person, on=by.on)
    known = names({one.to for one in (*mine, *others) if one.to})
    fields = (FIRST_DAY, LAST_DAY, *((STAND_IN,) if matters_of(by) else ()))
    shown = entries(fields, under="away", given={field.id: form.one(field.id) for field in fields}, problem=problem)
    problems = [(wrong, "", "")] if wrong else []
    if problem is not None:
        problems = what_is_wrong(problem, shown)
    context = {
        "entries": shown,
        "problems": problems,
        "mine": [(one.id, _days(one), _acts(one, known)) for one in mine],
        "others": [(_name(one, known), _days(one)) for one in others],
        "names_one": bool(matters_of(by)),
        "done": DONE.get(here.GET.get("done", "")) if not problems else None,
    }
    return render(here, "web/me/away.html", context, status=400 if problems else 200)


def _days(one: Away) -> Sentence:
    if one.ends is None:
        return say("From {start}", start=date_in_full(one.starts))
    if one.starts == one.ends:
        return say("{day}", day=date_in_full(one.starts))
    return say("{start} to {end}", start=date_in_full(one.starts), end=date_in_full(one.ends))


def _name(one: Away, known: dict[str, Named]) -> Sentence:
    return say("{name}", name=known[one.to].name) if one.to in known else say("Somebody who is here no more")


def _acts(one: Away, known: dict[str, Named]) -> Sentence:
    if one.to in known:
        return say("{name} acts for you.", name=known[one.to].short)
    return say("The next person up is asked instead of you.")
