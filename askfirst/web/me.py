"""My things: home for whoever is signed in, what is mine to do, what I asked, and what is held about me."""

from collections.abc import Mapping
from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from askfirst.adoption import campaign_counts, campaigns, tutor_groups
from askfirst.adoption.draft_view import comments_wanted, may_see_drafts
from askfirst.adoption.draft_view import to_do as draft_waits
from askfirst.adoption.shown import to_read
from askfirst.adoption.understood import OUTSTANDING
from askfirst.casework.audit import may_audit
from askfirst.casework.page_sheet import may_have_sheet
from askfirst.casework.refused import is_officer
from askfirst.casework.reports import may_count
from askfirst.people.hats import Capacity, Standing, role
from askfirst.people.held import Tie
from askfirst.people.roll_contacts import may_decide
from askfirst.people.settings.history import may_agree, may_see, waiting
from askfirst.people.settings_check import is_due
from askfirst.people.who import names
from askfirst.people.would_handle import may_ask
from askfirst.records import break_glass
from askfirst.records.holds import may_hold
from askfirst.web.away import works_here
from askfirst.web.in_words import in_full
from askfirst.web.mine import mine, tasks, told_of
from askfirst.web.plain import not_this_way
from askfirst.web.record import ALSO, NEVER, Record, as_data, gather, looked_words, read_words, value_words
from askfirst.web.session import SignedIn, Visit, signed_in
from askfirst.web.step_up import step_up_to
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["at_home", "me", "record", "record_file"]

SHOWN_AT_HOME = 5
READS = ("GET", "HEAD")
PASTORAL = frozenset({"year-lead", "alternate-pastoral", "dsl", "deputy-dsl", "dsl-trust"})
"""Whoever talks with students when something was posted, and whoever looks first."""
WORKS_OR_LEARNS = frozenset({Capacity.STAFF, Capacity.STUDENT, Capacity.TRUSTEE})


def at_home(request: HttpRequest) -> Mapping[str, object]:
    """What home shows beside its tiles; nothing for whoever is not signed in."""
    visit = cast(Visit, request)
    if visit.standing is None:
        return {}
    found = tasks(visit.standing, at=visit.now)
    return {
        "tasks": found[:SHOWN_AT_HOME],
        "count": len(found),
        "asks": visit.standing.capacity in WORKS_OR_LEARNS,
        "manages": _manages(visit.standing),
        "pastoral": any(role(seat) in PASTORAL for seat in visit.standing.seats),
        "first_name": names([visit.standing.person])[visit.standing.person].short,
    }


def _manages(by: Standing) -> bool:
    """Whether they manage somebody today, in their own place or for somebody away."""
    return any(role(seat) == "line-manager-of" for seat in by.seats)


def _to_read_by(by: Standing) -> Sentence | None:
    """Until when they are asked to read something, where it is still to do."""
    asked = to_read(by, on=by.on)
    return date_in_full(asked.span.last) if asked and asked.span and asked.signs and asked.state in OUTSTANDING else None


@signed_in
def me(request: HttpRequest) -> HttpResponse:
    """Things to do, my questions and enquiries and who has each, my hats, and the way to my record."""
    here = cast(SignedIn, request)
    if request.method not in READS:
        return not_this_way(request, allow="GET, HEAD")
    by = here.standing
    found = tasks(by, at=here.now)
    filled = {
        "moved": request.GET.get("hat") == "new",
        "tasks": found,
        "count": len(found),
        "mine": mine(by, at=here.now),
        "told_of": told_of(by, at=here.now),
        "asks": by.capacity in WORKS_OR_LEARNS,
        "settings_due": by.capacity in WORKS_OR_LEARNS and is_due(by.person, on=by.on),
        "to_read_by": _to_read_by(by),
        "prints": tutor_groups.may_print(by),
        "campaigns": campaigns.may_plan(by) or campaign_counts.may_count(by),
        "keeps_register": may_have_sheet(by),
        "audits": may_audit(by),
        "holds": may_hold(by),
        "emergencies": break_glass.may_come(by),
        "emergencies_wait": break_glass.wait_for(by, at=here.now),
        "counts": may_count(by),
        "reads_tries": is_officer(by),
        "works_here": works_here(here),
        "manages": _manages(by),
        "people": may_ask(by) or may_decide(by),
        "drafts": may_see_drafts(by),
        "sets": may_see(by),
        "settings_wait": [one for one in waiting(by=by, at=here.now) if one.by != by.person] if may_agree(by) else [],
        "draft_waits": draft_waits(by),
        "comments_on": comments_wanted(by),
    }
    return render(request, "web/me/index.html", filled)


@signed_in
def record(request: HttpRequest) -> HttpResponse:
    """What is held about me, to read and to print."""
    here = cast(SignedIn, request)
    if request.method not in READS:
        return not_this_way(request, allow="GET, HEAD")
    found = gather(here.standing, worn=here.hats, at=here.now)
    return render(request, "web/me/record.html", _shown(found))


@step_up_to("/me/record/")
def record_file(request: HttpRequest) -> HttpResponse:
    """The same as a file to keep."""
    here = cast(SignedIn, request)
    if request.method not in READS:
        return not_this_way(request, allow="GET, HEAD")
    found = gather(here.standing, worn=here.hats, at=here.now)
    response = JsonResponse(as_data(found), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="askfirst-my-record.json"'
    return response


def _shown(found: Record) -> dict[str, object]:
    return {
        "facts": [(fact.says, value_words(fact.value)) for fact in found.held.facts],
        "ties": [(tie.says, _days(tie)) for tie in found.held.ties],
        "family": any(tie.id == "family" for tie in found.held.ties),
        "cases": [
            {
                "ref": case.ref,
                "says": case.says,
                "state": case.state_says,
                "opened": in_full(case.opened_at),
                "kept": case.kept,
                "looked": [looked_words(look, found.known) for look in case.looked],
            }
            for case in found.cases
        ],
        "notices": [(told.says, in_full(told.at)) for told in found.notices],
        "read": [(read_words(one), date_in_full(one.on), one.digest) for one in found.read],
        "tries": [(one.of, in_full(one.at)) for one in found.tries],
        "also": ALSO,
        "never": NEVER,
        "made": in_full(found.made_at),
        "more_hats": found.more_hats,
    }


def _days(tie: Tie) -> Sentence | None:
    if tie.starts and tie.ends:
        return say("{start} to {end}", start=date_in_full(tie.starts), end=date_in_full(tie.ends))
    if tie.starts:
        return say("since {day}", day=date_in_full(tie.starts))
    return say("until {day}", day=date_in_full(tie.ends)) if tie.ends else None
