"""Sheets for tutor groups: which I may print, one to print, and that it came back. Names and boxes; who ticked stays on the paper (S49)."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.adoption import tutor_groups
from askfirst.adoption.campaigns import NoCampaign
from askfirst.adoption.understood import PRESS, SIGNS_FROM
from askfirst.web.errors import missing
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import shown_clause
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.when import date_in_full

__all__ = ["sheet", "sheets"]


@signed_in
def sheets(request: HttpRequest) -> HttpResponse:
    """The groups whose sheets I may print today; missing for whoever leads none."""
    here = cast(SignedIn, request)
    if not tutor_groups.may_print(here.standing):
        return missing(request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    found = tutor_groups.groups(here.standing, on=here.standing.on)
    rows = [(group, date_in_full(group.back_on) if group.back_on else None) for _, group in found]
    return render(request, "web/to-read/sheets.html", {"rows": rows})


@signed_in
def sheet(request: HttpRequest, school: str, group: str) -> HttpResponse:
    """GET: a group's sheet, to print. POST: it came back. Missing for whoever does not lead it."""
    here = cast(SignedIn, request)
    try:
        found = tutor_groups.sheet(here.standing, school=school, group=group, on=here.standing.on)
        if request.method == "POST":
            tutor_groups.came_back(here.standing, school=school, group=group, at=here.now)
    except NoCampaign:
        return missing(request)
    if request.method == "POST":
        response = HttpResponseRedirect("/to-read/sheets/")
        response.status_code = 303
        return response
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD, POST")
    context = {
        "sheet": found,
        "clauses": [shown_clause(found.edition, clause, student=True) for clause in found.clauses],
        "press": PRESS,
        "from_age": SIGNS_FROM,
        "back": date_in_full(found.group.back_on) if found.group.back_on else None,
    }
    return render(request, "web/to-read/sheet.html", context)
