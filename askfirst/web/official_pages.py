"""The official pages as a table, for communications: seen, saved as CSV, and a changed file sent back. All of it applies, or nothing.

A file is looked at first: what it would change and begin is shown, and comes about on a second press. Between the two it lies in the page
alone, so that nothing is kept of a file that was only looked at; the second press looks at it anew.
"""

import base64
import binascii
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.page_begun import MOST_NEW
from askfirst.casework.page_sheet import BadSheet, apply_sheet, as_csv, look_at_sheet, may_have_sheet, sheet
from askfirst.casework.page_sheet_done import Moved
from askfirst.people.roster.read import Place
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form
from askfirst.web.errors import missing
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import new_key, once_of
from askfirst.web.uploads import read_upload
from askfirst.words import Sentence, say

__all__ = ["official_pages", "official_pages_file"]

SHOWN = 2_000  # wrong places of a file, and lines of what it would do, that are named at once
NO_FILE = say("No file came along. Choose one of at most {most} MB.", most="2.5")
SEVERAL = say("Send one file at a time.")
NOTHING = say("This file changes nothing: all of it is so already.")


@signed_in
def official_pages(request: HttpRequest) -> HttpResponse:
    """GET: the table, and where a file is sent. POST: what it would do, or every place in it that is wrong; pressed again, it is done."""
    here = cast(SignedIn, request)
    if not may_have_sheet(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _page(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    sent = read_upload(request)
    if "again" in sent.form.fields:
        return _apply(here, sent.form)
    if not sent.data or sent.several:
        return _page(here, problem=SEVERAL if sent.several else NO_FILE)
    return _look(here, sent.data)


def _look(here: SignedIn, raw: bytes) -> HttpResponse:
    try:
        done = look_at_sheet(raw, by=here.standing, at=here.now)
    except BadField as problem:
        return _page(here, problem=problem.sentence)
    except BadSheet as wrong:
        return _page(here, places=wrong.places)
    if not done.changes and not done.begun:
        return _page(here, says=NOTHING)
    context = {
        "changes": done.changes[:SHOWN],
        "begun": done.begun[:SHOWN],
        "more": max(0, len(done.changes) - SHOWN) + max(0, len(done.begun) - SHOWN),
        "again": base64.b64encode(raw).decode(),
        "digest": done.digest,
        "once": new_key(),
        "of_pages": len(done.changed),
        "of_new": len(done.begun),
    }
    return _kept_nowhere(render(here, "web/official-pages-look.html", context))


def _apply(here: SignedIn, form: Form) -> HttpResponse:
    try:
        raw = base64.b64decode(form.one("again"), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if not raw:
        return _page(here, problem=NO_FILE)
    try:
        changed, begun = apply_sheet(raw, by=here.standing, at=here.now, shown=form.one("digest"), once=once_of(form, address=here.path))
    except BadSheet as wrong:
        return _page(here, places=wrong.places)
    except (BadField, Moved, Reused) as problem:
        return _page(here, problem=problem.sentence)
    response = HttpResponseRedirect("/official-pages/?changed={}&begun={}".format(changed, begun))
    response.status_code = 303
    return response


@signed_in
def official_pages_file(request: HttpRequest) -> HttpResponse:
    """GET: the table as CSV. Each page in it is read, and its trail says so."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD") if may_have_sheet(here.standing) else missing(request)
    try:
        text = as_csv(sheet(by=here.standing, at=here.now))
    except Missing:
        return missing(request)
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="official-pages.csv"'
    return _kept_nowhere(response)


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


def _number(here: SignedIn, name: str) -> int | None:
    sent = here.GET.get(name, "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 5 else None


def _page(here: SignedIn, *, problem: Sentence | None = None, places: tuple[Place, ...] = (), says: Sentence | None = None) -> HttpResponse:
    """The table and where a file is sent; what was wrong with one, of which nothing was done."""
    wrong = problem is not None or bool(places)
    quiet = here.method == "POST"
    context = {
        "most_new": MOST_NEW,
        "rows": list(sheet(by=here.standing, at=here.now).values()),
        "wrong": wrong,
        "problem": problem,
        "places": places[:SHOWN],
        "of_places": len(places),
        "more": max(0, len(places) - SHOWN),
        "says": says,
        "changed": None if quiet else _number(here, "changed"),
        "begun": None if quiet else _number(here, "begun"),
    }
    return _kept_nowhere(render(here, "web/official-pages.html", context, status=400 if wrong else 200))
