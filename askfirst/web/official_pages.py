"""The official pages as a table, for communications: seen, saved as CSV, and a changed file sent back. All of it applies, or nothing."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.page_sheet import BadSheet, apply_sheet, as_csv, may_have_sheet, sheet
from askfirst.web.errors import missing
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.uploads import read_upload
from askfirst.words import Sentence, say

__all__ = ["official_pages", "official_pages_file"]

SHOWN = 50  # places of a file that are named at once
NO_FILE = say("No file came along. Choose one of at most {most} MB.", most="2.5")
SEVERAL = say("Send one file at a time.")


@signed_in
def official_pages(request: HttpRequest) -> HttpResponse:
    """GET: the table, and where a file is sent. POST: the file, applied; or every place in it that is wrong."""
    here = cast(SignedIn, request)
    if not may_have_sheet(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _page(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    sent = read_upload(request)
    if not sent.data or sent.several:
        return _page(here, problems=[SEVERAL if sent.several else NO_FILE])
    try:
        changed = apply_sheet(sent.data, by=here.standing, at=here.now)
    except BadSheet as wrong:
        return _page(here, problems=[place.whole for place in wrong.places])
    response = HttpResponseRedirect("/official-pages/?changed={}".format(len(changed)))
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
    response["Cache-Control"] = "no-store"
    return response


def _page(here: SignedIn, *, problems: list[Sentence] | None = None) -> HttpResponse:
    problems = problems or []
    sent = here.GET.get("changed", "")
    context = {
        "rows": list(sheet(by=here.standing, at=here.now).values()),
        "problems": problems[:SHOWN],
        "more": max(0, len(problems) - SHOWN),
        "changed": int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 5 and not problems else None,
    }
    response = render(here, "web/official-pages.html", context, status=400 if problems else 200)
    response["Cache-Control"] = "no-store"
    return response
