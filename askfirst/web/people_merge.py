"""Two records of one person made one: choose, look at what would move, ask a second person. There is no way back, and the page says so."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework import merged
from askfirst.casework.merged import MERGED, Waiting
from askfirst.people.calendar import london_day
from askfirst.people.merge import CannotMerge
from askfirst.people.merge_plan import MergePlan, plan_of, records_called
from askfirst.people.roll import NotNow, NotThere, may_confirm, may_import
from askfirst.people.second import NotSecond
from askfirst.people.who import Named, names
from askfirst.web.bodies import read_form
from askfirst.web.errors import missing
from askfirst.web.in_words import moment_in_words
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import mended
from askfirst.web.step_up import step_up
from askfirst.words import Sentence, say

__all__ = ["merges", "one_merge"]

FIELDS = ("kept", "gone")
DONE = {
    MERGED: say("Done. The two records are one."),
    "waits": say("This waits for a second person now."),
    "first": say("You are the first of two. One more person must confirm it."),
    "dropped": say("Taken back. Nothing was changed."),
}


@signed_in
def merges(request: HttpRequest) -> HttpResponse:
    """GET: choose two records, and what waits for a second person. POST: to the plan of the two. Missing for everybody else."""
    here = cast(SignedIn, request)
    if not may_confirm(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _choose(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    if not may_import(here.standing):
        return missing(request)
    form = read_form(request)
    given = {name: mended(form.one(name)) for name in FIELDS}
    found = {name: records_called(given[name]) for name in FIELDS}
    problems = {name: says for name in FIELDS if (says := _problem(found[name]))}
    if problems:
        return _choose(here, given=given, found=found, problems=problems)
    kept, gone = (found[name][0].ref for name in FIELDS)
    try:
        plan_of(kept=kept, gone=gone, on=london_day(here.now))
    except CannotMerge as problem:
        return _choose(here, given=given, found=found, problems={"gone": problem.sentence})
    return _to("/people/merge/{}/{}/".format(kept, gone))


def _problem(found: list[Named]) -> Sentence | None:
    if not found:
        return say("We know nobody by that name. Check the spelling, or use their username.")
    return say("Several records have that name. Use one of these usernames.") if len(found) > 1 else None


def _choose(
    here: SignedIn,
    *,
    given: dict[str, str] | None = None,
    found: dict[str, list[Named]] | None = None,
    problems: dict[str, Sentence] | None = None,
) -> HttpResponse:
    rows = merged.waiting(by=here.standing, at=here.now)
    known = names({ref for row in rows for ref in (row.kept, row.gone, row.by) if ref})
    several = {name: people for name, people in (found or {}).items() if len(people) > 1}
    context = {
        "sends": may_import(here.standing),
        "fields": [
            {
                "id": name,
                "says": says,
                "hint": hint,
                "given": (given or {}).get(name, ""),
                "problem": (problems or {}).get(name),
                "several": several.get(name, []),
            }
            for name, says, hint in (
                ("kept", say("Which record is kept?"), say("A username or a name. They sign in by this one.")),
                ("gone", say("Which record goes?"), say("A username or a name. Nobody signs in by this one any more.")),
            )
        ],
        "problems": problems or {},
        "rows": [_row(row, known, here) for row in rows],
        "done": DONE.get(here.GET.get("done", "")) if not problems else None,
    }
    return render(here, "web/people/merges.html", context, status=400 if problems else 200)


def _row(row: Waiting, known: dict[str, Named], here: SignedIn) -> dict[str, object]:
    return {
        "path": "/people/merge/{}/{}/".format(row.kept, row.gone),
        "gone": known[row.gone].username,
        "kept": known[row.kept].username,
        "by": say("{name}", name=known[row.by].short) if row.by in known else say("The server’s own command"),
        "when": moment_in_words(row.at, now=here.now),
    }


def _to(where: str) -> HttpResponse:
    response = HttpResponseRedirect(where)
    response.status_code = 303
    return response


@signed_in
def one_merge(request: HttpRequest, kept: str, gone: str) -> HttpResponse:
    """GET: the plan. POST: ask for a second person, confirm, or take it back, by somebody who showed lately who they are (trust.md)."""
    here = cast(SignedIn, request)
    if not may_confirm(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _one(here, kept, gone)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    return _proved(request, kept=kept, gone=gone)


@step_up
def _proved(request: HttpRequest, kept: str, gone: str) -> HttpResponse:
    """What cannot be done comes back with why."""
    here, form = cast(SignedIn, request), read_form(request)
    try:
        return _to("/people/merge/?done={}".format(_step(here, kept, gone, form.one("step"), form.one("digest"))))
    except (NotNow, NotSecond) as problem:
        return _one(here, kept, gone, problem=problem.sentence)
    except (NotThere, CannotMerge):
        return missing(request)


def _step(here: SignedIn, kept: str, gone: str, step: str, digest: str) -> str:
    """Raises NotThere, NotNow, NotSecond, CannotMerge."""
    by, at = here.standing, here.now
    if step == "ask":
        merged.ask_to_merge(kept=kept, gone=gone, by=by, digest=digest, at=at)
        return "waits"
    if step == "confirm":
        done = merged.confirm_merge(kept=kept, gone=gone, by=by, digest=digest, at=at)
        return done if done == MERGED else "first"
    if step == "drop":
        merged.drop_merge(kept=kept, gone=gone, by=by, at=at)
        return "dropped"
    raise NotThere


def _one(here: SignedIn, kept: str, gone: str, *, problem: Sentence | None = None) -> HttpResponse:
    try:
        plan = plan_of(kept=kept, gone=gone, on=london_day(here.now))
    except CannotMerge:
        return missing(here)
    waits = next((row for row in merged.waiting(by=here.standing, at=here.now) if (row.kept, row.gone) == (kept, gone)), None)
    asked_by = names([waits.by]).get(waits.by) if waits else None
    mine = waits is not None and asked_by is not None and asked_by.ref == here.standing.person
    me_too = here.standing.person in (kept, gone)
    context = {
        "plan": plan,
        "moves": _moves(plan, merged.open_cases(gone, by=here.standing)),
        "waits": waits,
        "asked_by": asked_by.short if asked_by else None,
        "mine": mine,
        "me_too": me_too,
        "confirms": waits is not None and not mine and not me_too,
        "sends": may_import(here.standing),
        "problem": problem,
    }
    return render(here, "web/people/one-merge.html", context, status=409 if problem else 200)


def _moves(plan: MergePlan, cases: int) -> list[tuple[Sentence, list[Sentence]]]:
    """What would follow the record that is kept; nothing is listed that is not there."""
    found = [(say("Posts"), list(plan.posts)), (say("Seats"), list(plan.seats))]
    counted = (
        (say("Line manager of"), plan.reports),
        (say("Ties to other people"), plan.ties),
        (say("Delegations"), plan.delegations),
        (say("Open cases"), cases),
    )
    found += [(says, [say("{count}", count=count)]) for says, count in counted]
    return [(says, held or [say("None")]) for says, held in found]
