"""Show that you run a department’s page: by a word on it, by links both ways, or by a record. It is looked at once, on a press alone.

Source: HYB-1; ruling 16.
"""

from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.page_proof import FIELDS, Came, Proof, last_proof, link_back, listed_address, page_to_prove, prove, record_of
from askfirst.sites.register import word_of
from askfirst.web.bodies import Form, read_form
from askfirst.web.errors import missing
from askfirst.web.in_words import moment_in_words
from askfirst.web.kept import typed
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import entries, unreadable
from askfirst.words import Sentence

__all__ = ["proof"]

UNDER = "proof"


@signed_in
def proof(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: the word, the three ways, and what came of it last. POST: open the page once, and say what came of it."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request) if request.method == "POST" else Form()
    try:
        if request.method != "POST":
            return _page(here, ref, form)
        if (broken := unreadable(form)) is not None:
            return _page(here, ref, form, broken=broken)
        given: dict[str, object] = {field.id: form.one(field.id) for field in FIELDS if form.one(field.id)}
        try:
            return _page(
                here, ref, form, came=prove(ref, by=here.standing, at=here.now, given=given, fetch=settings.DOOR, ask=settings.NAMES)
            )
        except BadField as problem:
            return _page(here, ref, form, problem=problem)
    except Missing:
        return missing(request, words=typed(form) if request.method == "POST" else "")


def _page(
    here: SignedIn, ref: str, form: Form, *, came: Proof | None = None, problem: BadField | None = None, broken: Sentence | None = None
) -> HttpResponse:
    """Raises Missing."""
    opened = page_to_prove(ref, by=here.standing, at=here.now)
    last = last_proof(opened)
    shown = entries(FIELDS, under=UNDER, given={field.id: form.one(field.id) for field in FIELDS}, problem=problem)
    wrong = problem.sentence if problem else broken
    context = {
        "ref": opened.case.ref,
        "name": opened.papers.get("details", {}).get("name", ""),
        "word": word_of(opened.case.ref),
        "entries": shown,
        "record": record_of(listed_address(opened)),
        "link_back": link_back(form.one("school_page")),
        "came": came,
        "shown_now": came is not None and came.came is Came.SHOWN,
        "last": (last[0].says, moment_in_words(last[1], now=here.now)) if last else None,
        "problem": wrong,
        "place": next((one.id for one in shown if one.problem), "proof-way"),
    }
    response = render(here, "web/cases/proof.html", context, status=400 if wrong else 200)
    response["Cache-Control"] = "no-store"
    return response
