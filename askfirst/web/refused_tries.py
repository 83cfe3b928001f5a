"""Refused tries, for the Data Protection Officer: who asked for a case that we could not show them, and when."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.casework import access, refused
from askfirst.people.who import names
from askfirst.web.in_words import moment_in_words
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.words import say

__all__ = ["refused_tries"]

AT_ONCE = 200


@signed_in
def refused_tries(request: HttpRequest) -> HttpResponse:
    """For whoever holds the seat today. Raises Http404 for everybody else: to them there is no such page."""
    here = cast(SignedIn, request)
    try:
        found = refused.tries(by=here.standing)
    except access.Missing:
        raise Http404 from None
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    known = names({one.who for one in found[:AT_ONCE]})
    rows = [
        {
            "who": say("{name}", name=known[one.who].name) if one.who in known else say("Somebody we no longer hold"),
            "title": known[one.who].title if one.who in known else "",
            "when": moment_in_words(one.at, now=here.now),
            "of": one.of,
        }
        for one in found[:AT_ONCE]
    ]
    return render(request, "web/me/refused-tries.html", {"rows": rows, "count": len(found), "most": AT_ONCE})
