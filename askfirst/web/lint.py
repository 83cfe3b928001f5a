"""What has dated in the procedure: each finding at its clause, with the fact, since when, its source and a proposal."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.people.calendar import london_day
from askfirst.procedure.dated import the_facts
from askfirst.procedure.facts_age import STALE_AFTER, aged
from askfirst.procedure.lint import lint
from askfirst.web.plain import not_this_way
from askfirst.web.when import date_in_full
from askfirst.words import say

__all__ = ["facts_page", "lint_page"]

NOT_A_DAY = say("We cannot read this date. Write it as 2026-11-23.")


def lint_page(request: HttpRequest) -> HttpResponse:
    """`on` is a day; an earlier one gives an earlier answer. A date we cannot read is a 400 with the words kept."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    asked = request.GET.get("on", "").replace("\0", "").strip()
    edition = todays_edition()
    context: dict[str, object] = {"edition": edition, "asked": asked}
    try:
        on = date.fromisoformat(asked) if asked else london_day(settings.CLOCK())
    except ValueError:
        return render(request, "web/procedure/lint.html", context | {"problem": NOT_A_DAY}, status=400)
    findings = lint(edition, the_facts(), on)
    return render(request, "web/procedure/lint.html", context | {"on": on, "findings": findings, "overdue": edition.overdue_on(on)})


def facts_page(request: HttpRequest) -> HttpResponse:
    """Every dated fact with the day somebody last looked, and which nobody looked at for 180 days. `on` as for lint."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    asked = request.GET.get("on", "").replace("\0", "").strip()
    try:
        on = date.fromisoformat(asked) if asked else london_day(settings.CLOCK())
    except ValueError:
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
