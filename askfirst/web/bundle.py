"""Copies of a staff case, for HR: where they are made, and each as a file. Nothing is in the address but the reference."""

from collections.abc import Mapping
from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.people.who import Named, names
from askfirst.records.bundle import COPIES, Made, bundle_of, made_before
from askfirst.records.bundle_pdf import as_pdf
from askfirst.web.bodies import read_form
from askfirst.web.errors import missing
from askfirst.web.in_words import in_full
from askfirst.web.plain import not_this_way, plain_page
from askfirst.web.session import SignedIn, signed_in
from askfirst.words import Sentence, say

__all__ = ["bundle"]

WHAT: dict[str, Sentence] = {"bundle": say("For the hand-off"), "subject-copy": say("For the person it is about")}


@signed_in
def bundle(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: what was made before, and the buttons. POST: the copy as a file; its making is written down first."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    try:
        if request.method == "POST":
            return _made(here, ref)
        before = made_before(ref, by=here.standing, at=here.now)
    except Missing:
        return missing(request)
    known = names({one.who for one in before})
    lines = [(WHAT[one.what], in_full(one.at), _who(one, known)) for one in before]
    return render(request, "web/cases/bundle.html", {"ref": ref.upper(), "lines": lines})


def _who(one: Made, known: Mapping[str, Named]) -> Sentence:
    return say("{name}", name=known[one.who].name) if one.who in known else say("Somebody")


def _made(here: SignedIn, ref: str) -> HttpResponse:
    """Raises Missing."""
    form = read_form(here)
    copy, kind = form.one("copy"), form.one("as")
    if copy not in COPIES or kind not in ("pdf", "json"):
        made_before(ref, by=here.standing, at=here.now)
        return plain_page(
            here,
            status=400,
            heading=say("We do not make that copy"),
            body=say("Choose one of the copies on the page. Nothing was made."),
            next=say("Go back, then press one of the buttons."),
        )
    made = bundle_of(ref, copy=copy, by=here.standing, at=here.now)
    if kind == "json":
        response: HttpResponse = JsonResponse(made, json_dumps_params={"ensure_ascii": False, "indent": 2})
    else:
        response = HttpResponse(as_pdf(made), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="askfirst-{}-{}.{}"'.format(made["reference"], copy, kind)
    response["Cache-Control"] = "no-store"
    return response
