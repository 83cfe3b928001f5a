"""What is due to go and what went, for the Data Protection Officer; and holds, for them and for HR. A look removes nothing."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.audit import may_audit
from askfirst.casework.classes import CLASSES
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.refused import is_officer
from askfirst.people.calendar import london_day
from askfirst.people.who import Named, names
from askfirst.records import holds, retention
from askfirst.records.holds import InForce
from askfirst.records.outcome_lines import outcome_lines
from askfirst.records.retention import Changed, Ended, Report
from askfirst.web.bodies import read_form
from askfirst.web.errors import missing
from askfirst.web.house import student_reads
from askfirst.web.in_words import in_full
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import mended
from askfirst.web.step_up import step_up
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["disposal", "hold_list", "one_hold", "what_we_keep"]

MOST = 200
FIELDS = ("case", "owner", "why", "review_on")
DONE = {
    "removed": say("Done. What was due is gone for good."),
    "held": say("Done. It stays until the hold is lifted."),
    "kept": say("Done. The hold goes on."),
    "lifted": say("Done. The hold is lifted."),
}


def what_we_keep(request: HttpRequest) -> dict[str, object]:
    """How long each class is kept, for whoever reads; for a student what holds something of theirs, in their words."""
    if student_reads(request):
        return {"kept": [(one.student, one.student_keeps) for one in CLASSES.values() if one.student]}
    return {"kept": [(one.what, one.keeps) for one in CLASSES.values()]}


@signed_in
def disposal(request: HttpRequest) -> HttpResponse:
    """GET: what is due, held and gone. POST: the run, by somebody who showed lately who they are. Missing for everybody else."""
    here = cast(SignedIn, request)
    if not may_audit(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _look(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    return _run(request)


@step_up
def _run(request: HttpRequest) -> HttpResponse:
    here, form = cast(SignedIn, request), read_form(request)
    try:
        retention.purge(by=here.standing, digest=form.one("digest"), at=here.now)
    except Changed as problem:
        return _look(here, problem=problem.sentence)
    return _to("/records/?done=removed")


def _look(here: SignedIn, *, problem: Sentence | None = None) -> HttpResponse:
    found = retention.preview(by=here.standing, on=london_day(here.now))
    filled = {
        "found": found,
        "due": [_ended(line) for line in found.due[:MOST]],
        "held": [_ended(line) for line in found.held[:MOST]],
        "most": MOST,
        "holds": _rows(here),
        "reports": [_report(one) for one in retention.reports(by=here.standing)],
        "classes": CLASSES.values(),
        "stay": [(one.ref, one.says, date_in_full(one.on)) for one in outcome_lines(by=here.standing)],
        "officer": is_officer(here.standing),
        "problem": problem,
        "done": DONE.get(here.GET.get("done", "")) if problem is None else None,
    }
    return render(here, "web/records/index.html", filled, status=409 if problem else 200)


def _ended(line: Ended) -> dict[str, object]:
    return {
        "ref": line.ref,
        "says": WORKFLOWS[line.kind].says,
        "cls": line.cls,
        "ended": date_in_full(line.ended),
        "until": date_in_full(line.until) if line.until else None,
    }


def _report(one: Report) -> dict[str, object]:
    return {"when": in_full(one.at), "lines": [(cls.shown, count) for cls, count in one.lines], "whole": one.whole, "left": one.left}


def _rows(here: SignedIn) -> list[dict[str, object]]:
    found = holds.holds(by=here.standing)
    known = names({ref for one in found for ref in (one.owner, one.set_by)})
    return [_row(one, known) for one in found]


def _row(one: InForce, known: dict[str, Named]) -> dict[str, object]:
    return {
        "ref": one.ref,
        "case": one.case,
        "says": WORKFLOWS[one.kind].says,
        "owner": known[one.owner].name,
        "set_by": known[one.set_by].name,
        "since": in_full(one.since),
        "review": date_in_full(one.review_on),
    }


@signed_in
def hold_list(request: HttpRequest) -> HttpResponse:
    """GET: holds in force, and a form for a new one. POST: a new one. Missing for everybody but data protection and HR."""
    here = cast(SignedIn, request)
    if not holds.may_hold(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _hold_form(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    return _set(request)


@step_up
def _set(request: HttpRequest) -> HttpResponse:
    here, form = cast(SignedIn, request), read_form(request)
    given = {name: form.one(name) for name in FIELDS}
    try:
        holds.set_hold(given, by=here.standing, at=here.now)
    except BadField as problem:
        return _hold_form(here, given=given, problems={problem.field: problem.sentence})
    return _to("/records/holds/?done=held")


def _hold_form(here: SignedIn, *, given: dict[str, str] | None = None, problems: dict[str, Sentence] | None = None) -> HttpResponse:
    on = london_day(here.now)
    filled = {
        "rows": _rows(here),
        "owners": holds.owners(on=on),
        "last": date_in_full(holds.last_day(on)),
        "given": {name: mended(value) for name, value in (given or {}).items()},
        "problems": problems or {},
        "done": DONE.get(here.GET.get("done", "")) if not problems else None,
        "audits": may_audit(here.standing),
    }
    return render(here, "web/records/holds.html", filled, status=400 if problems else 200)


@signed_in
def one_hold(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: the hold, and why, which is written down as read. POST: it goes on, or it is lifted. Missing for everybody else."""
    here = cast(SignedIn, request)
    if not holds.may_hold(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _one(here, ref)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    return _decided(request, ref=ref)


@step_up
def _decided(request: HttpRequest, ref: str) -> HttpResponse:
    here, form = cast(SignedIn, request), read_form(request)
    step = form.one("step")
    if step not in ("keep", "lift"):
        return missing(request)
    act = holds.keep if step == "keep" else holds.lift
    given = {name: form.one(name) for name in ("why", "review_on")}
    try:
        act(ref, given, by=here.standing, at=here.now)
    except Missing:
        return missing(request)
    except BadField as problem:
        return _one(here, ref, given=given, problems={problem.field: problem.sentence})
    return _to("/records/holds/?done={}".format("kept" if step == "keep" else "lifted"))


def _one(
    here: SignedIn, ref: str, *, given: dict[str, str] | None = None, problems: dict[str, Sentence] | None = None
) -> HttpResponse:  # fmt: skip
    try:
        found, why = holds.why(ref, by=here.standing, at=here.now)
    except Missing:
        return missing(here)
    filled = {
        "row": _row(found, names([found.owner, found.set_by])),
        "why": mended(why),
        "last": date_in_full(holds.last_day(london_day(here.now))),
        "given": {name: mended(value) for name, value in (given or {}).items()},
        "problems": problems or {},
    }
    return render(here, "web/records/one-hold.html", filled, status=400 if problems else 200)


def _to(where: str) -> HttpResponse:
    response = HttpResponseRedirect(where)
    response.status_code = 303
    return response
