"""What has dated in the procedure: each finding at its clause, with the fact, since when, its source and a proposal."""

from collections.abc import Mapping, Sequence
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.adoption.draft_view import may_see_drafts
from askfirst.adoption.link_check import Tried, links, tried, try_link
from askfirst.adoption.states import Refusal, Refused
from askfirst.adoption.today import todays_edition
from askfirst.people.calendar import london_day, read_date
from askfirst.people.hats import GOVERNANCE
from askfirst.procedure.clause import Edition, Sort
from askfirst.procedure.dated import the_facts
from askfirst.procedure.facts_age import STALE_AFTER, aged
from askfirst.procedure.lint import lint
from askfirst.web.bodies import read_form
from askfirst.web.errors import missing
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["facts_page", "links_page", "lint_page"]

NOT_A_DAY = say("We cannot read this date. Write it as in 23/11/2026.")


def lint_page(request: HttpRequest) -> HttpResponse:
    """`on` is a day; an earlier one gives an earlier answer. A date we cannot read is a 400 with the words kept."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    asked = request.GET.get("on", "").replace("\0", "").strip()
    edition = todays_edition()
    context: dict[str, object] = {"edition": edition, "asked": asked}
    on = read_date(asked) if asked else london_day(settings.CLOCK())
    if on is None:
        return render(request, "web/procedure/lint.html", context | {"problem": NOT_A_DAY}, status=400)
    findings = lint(edition, the_facts(), on)
    answered = tried()
    shown = [(one, _last_try(edition, one.clause, answered)) for one in findings]
    return render(request, "web/procedure/lint.html", context | {"on": on, "findings": shown, "overdue": edition.overdue_on(on)})


def _last_try(edition: Edition, id: str, answered: Mapping[str, Tried]) -> Sentence | None:
    """How the link of a clause answered when somebody last tried it."""
    for mention in edition.by_id[id].mentions:
        if mention.sort is Sort.LINK and (found := answered.get(mention.name)):
            day = date_in_full(found.on)
            return (
                say("Tried on {day}: it opened.", day=day)
                if found.opened
                else say("Tried on {day}: it failed. {why}", day=day, why=found.why)
            )
    return None


def facts_page(request: HttpRequest) -> HttpResponse:
    """Every dated fact with the day somebody last looked, and which nobody looked at for 180 days. `on` as for lint."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    asked = request.GET.get("on", "").replace("\0", "").strip()
    on = read_date(asked) if asked else london_day(settings.CLOCK())
    if on is None:
        return render(request, "web/procedure/facts.html", {"asked": asked, "problem": NOT_A_DAY}, status=400)
    found = aged(on)
    context = {
        "asked": asked,
        "on": date_in_full(on),
        "old": [(one, date_in_full(one.checked_on)) for one in found if one.old],
        "fresh": [(one, date_in_full(one.checked_on)) for one in found if not one.old],
        "days": STALE_AFTER.days,
    }
    return render(request, "web/procedure/facts.html", context)


@signed_in
def links_page(request: HttpRequest) -> HttpResponse:
    """GET: the links the procedure gives, and how each answered last. POST: one is tried now. For whoever writes or approves drafts."""
    here = cast(SignedIn, request)
    if not may_see_drafts(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _links(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    try:
        try_link(link=read_form(request).one("link"), by=here.standing, at=here.now, fetch=settings.DOOR)
    except Refused as why:
        return _links(here, problems=why.refusals)
    response = HttpResponseRedirect("/procedure/links/?done=tried")
    response.status_code = 303
    return response


def _links(here: SignedIn, *, problems: Sequence[Refusal] = ()) -> HttpResponse:
    found = links(on=london_day(here.now))
    context = {
        "rows": [(one, date_in_full(one.tried.on) if one.tried else None) for one in found],
        "tries": here.standing.holds(GOVERNANCE),
        "problems": problems,
        "done": here.GET.get("done") == "tried" and not problems,
    }
    return render(here, "web/procedure/links.html", context, status=409 if problems else 200)
