"""Who has opened a case: for its own people, and for the Data Protection Officer, who sees that and no word of the case."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.casework import audit
from askfirst.casework.access import Missing
from askfirst.casework.audit import Audited, Opened
from askfirst.casework.evidence_boxes import looked_beside
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.refused import tried
from askfirst.people.hats import DPO, Capacity
from askfirst.people.who import Named, names
from askfirst.web.cases_people import called
from askfirst.web.errors import missing
from askfirst.web.in_words import in_full, moment_in_words
from askfirst.web.people import REASONS
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.words import Sentence, say

__all__ = ["case_opened", "opened_cases"]

AT_ONCE = 25
MOST = 200


@signed_in
def case_opened(request: HttpRequest, ref: str) -> HttpResponse:
    """Missing for everybody else, as for a reference never used."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    try:
        found = audit.who_opened(ref, by=here.standing, at=here.now)
    except Missing:
        return missing(request)
    shown = found.opened[:MOST]
    known = names({who for one in shown for who in (one.who, one.acting_for) if who} | {skip.person for skip in found.passed_over})
    filled = {
        "ref": found.ref,
        "kind": WORKFLOWS[found.kind].says,
        "theirs": found.theirs,
        "rows": [_row(one, known, here) for one in shown],
        "count": len(found.opened),
        "most": MOST,
        "passed": [(called(known[skip.person], student=False), REASONS[skip.reason]) for skip in found.passed_over if skip.person in known],
    }
    return render(request, "web/cases/opened.html", filled)


def _row(one: Opened, known: dict[str, Named], here: SignedIn) -> dict[str, object]:
    who = known.get(one.who)
    return {
        "who": _who(one.who, who, here),
        "post": who.title if who else "",
        "acting": called(known[one.acting_for], student=False) if one.acting_for in known else None,
        "when": in_full(one.at),
        "list_only": one.list_only,
        "beside": looked_beside(one.beside),
    }


def _who(ref: str, named: Named | None, here: SignedIn) -> Sentence:
    if not ref:
        return say("Whoever asked, or wrote it down")
    if ref == here.standing.person:
        return say("You")
    return called(named, student=here.standing.capacity is Capacity.STUDENT) if named else say("Somebody we no longer hold")


@signed_in
def opened_cases(request: HttpRequest) -> HttpResponse:
    """Every case that may be audited today, newest first. Raises Http404 for everybody else: to them there is no such page."""
    here = cast(SignedIn, request)
    after = request.GET.get("after", "")
    if not audit.may_audit(here.standing):
        raise Http404
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    try:
        found = audit.audited(here.standing, after=after, limit=AT_ONCE + 1)
    except Missing:
        tried(after, by=here.standing, at=here.now)
        raise Http404 from None
    filled = {
        "rows": [_line(one, here) for one in found[:AT_ONCE]],
        "older": found[AT_ONCE - 1].ref if len(found) > AT_ONCE else "",
        "newest": bool(after),
        "officer": here.standing.holds(DPO),
    }
    return render(request, "web/me/opened-cases.html", filled)


def _line(one: Audited, here: SignedIn) -> dict[str, object]:
    return {
        "ref": one.ref,
        "says": WORKFLOWS[one.kind].says,
        "began": moment_in_words(one.began, now=here.now),
        "times": one.times,
        "people": one.people,
        "last": moment_in_words(one.last, now=here.now) if one.last else None,
    }
