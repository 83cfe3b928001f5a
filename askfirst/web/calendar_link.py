"""My dates in my own calendar: a private link, shown once, ended by me; behind it days and references, and no word of any case."""

from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.owned_dates import owned_dates
from askfirst.people import calendar_links
from askfirst.people.calendar import london_day
from askfirst.people.standing import standing
from askfirst.web.bodies import read_form
from askfirst.web.errors import missing
from askfirst.web.icalendar import Day, icalendar
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, Visit, signed_in
from askfirst.web.when import date_in_full
from askfirst.words import say

__all__ = ["feed", "my_calendar"]

PAGE = "/me/calendar/"


@signed_in
def my_calendar(request: HttpRequest) -> HttpResponse:
    """GET: what it is, and whether there is a link. POST: a new link, shown this once, or the end of it."""
    here = cast(SignedIn, request)
    if request.method in ("GET", "HEAD"):
        return _page(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    what = read_form(request).one("what")
    if what == "make":
        token = calendar_links.make(here.standing.person, at=here.now)
        return _page(here, link="{}/calendar/{}/".format(settings.ASKFIRST.address, token))
    if what == "end":
        calendar_links.end(here.standing.person, at=here.now)
    response = HttpResponseRedirect(PAGE)
    response.status_code = 303
    return response


def _page(here: SignedIn, *, link: str = "") -> HttpResponse:
    made = calendar_links.made_on(here.standing.person)
    return render(here, "web/me/calendar.html", {"made": date_in_full(made) if made else None, "link": link})


def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The dates of whose link it is, as they stand today, in their first hat; missing for what is no link, or whose person is not here."""
    visit = cast(Visit, request)
    ref = calendar_links.whose(token)
    by = standing(ref, on=london_day(visit.now)) if ref else None
    if by is None or not by.seats:
        return missing(request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    base = settings.ASKFIRST.address
    days = [Day(one.id, one.day, str(one.says), base + one.path) for one in owned_dates(by, at=visit.now)]
    host = base.partition("://")[2].partition(":")[0]
    text = icalendar(days, name=str(say("AskFirst: my dates")), host=host, at=visit.now)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "no-store"
    response["Content-Disposition"] = 'inline; filename="askfirst.ics"'
    return response
