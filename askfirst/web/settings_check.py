"""Once a term: have a look at your settings. The page knows nothing of anybody's accounts, asks nothing, and keeps the day of a press.

SNS-8 is about accounts for one's own life; a public page about work that was told of stays public (A25). SNS-9 and SNS-10 are Good to know.
"""

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.people import settings_check as kept
from askfirst.people.calendar import london_day
from askfirst.procedure.clause import Strength
from askfirst.procedure.dated import Section
from askfirst.procedure.guides import Service, guide, the_services
from askfirst.web.guides import ShownPart, shown_part
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import shown_clause
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.when import date_in_full

__all__ = ["settings_check"]

PAGE = "/settings-check/"
ASKS, KNOW = "SNS-8", ("SNS-9", "SNS-10")


@dataclass(frozen=True, slots=True)
class Looked:
    """Who can see what, on one service."""

    service: Service
    part: ShownPart


@signed_in
def settings_check(request: HttpRequest) -> HttpResponse:
    """GET: where to look, and the button. POST: this day is kept, and nothing that was sent."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    if request.method == "POST":
        kept.checked(here.standing.person, on=london_day(here.now))
        response = HttpResponseRedirect(PAGE)
        response.status_code = 303
        return response
    return render(request, "web/guides/settings-check.html", _shown(here))


def _shown(here: SignedIn) -> dict[str, object]:
    open_still = [one for one in the_services() if not one.closed]
    on, student, edition = kept.checked_on(here.standing.person), student_reads(here), todays_edition()
    looked = [Looked(one, shown_part(here, guide(one).part(Section.SEE), edition)) for one in open_still]
    return {
        "on": date_in_full(on) if on else None,
        "settings": [one for one in looked if one.part.facts and not one.service.all_public],
        "all_public": [one for one in looked if one.service.all_public],
        "unchecked": [one.service for one in looked if not one.part.facts],
        "asks": None if student else shown_clause(edition, edition.clause(ASKS), student=False),
        "know": [] if student else [shown_clause(edition, edition.clause(id), student=False) for id in KNOW],
        "good_to_know": Strength.KNOW,
    }
