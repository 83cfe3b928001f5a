"""What lies beside a case: a link, words, a screenshot or a PDF put there, looked at, saved. No file is shown as a page of ours.

Danger stands before the form. Missing and forbidden are one page; nothing of a file's own name is in an address, a header or a log.
"""

from collections.abc import Sequence
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.evidence import FIELDS, File, add_evidence, beside_the_case, open_evidence, things_of
from askfirst.casework.evidence_boxes import COPY
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refused
from askfirst.casework.refused import tried
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form
from askfirst.web.cases_beside import beside_words, lines
from askfirst.web.errors import missing
from askfirst.web.help import helpers
from askfirst.web.house import student_reads
from askfirst.web.kept import typed
from askfirst.web.plain import not_this_way, plain_page
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import entries, new_key, once_of, what_is_wrong
from askfirst.web.uploads import read_upload
from askfirst.words import Sentence, say

__all__ = ["beside", "one_beside", "one_file"]

Problems = Sequence[tuple[Sentence, str, str]]
TYPES = {"png": "image/png", "jpeg": "image/jpeg", "pdf": "application/pdf"}
"""What a copy of ours is served as. A file as it came is bytes and nothing else."""
ONE = say("Send one file at a time. Send the others after it.")
UNDER = "beside"


@signed_in
def beside(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: danger first, the form, what is there. POST: put beside the case, or the form again with what is wrong and what was written."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    try:
        return _added(here, ref) if request.method == "POST" else _page(here, ref, Form())
    except Missing:
        return missing(request, words=typed(read_upload(request).form) if request.method == "POST" else "")


def _added(here: SignedIn, ref: str) -> HttpResponse:
    """Raises Missing."""
    sent = read_upload(here)
    form = sent.form
    if form.problem is not None:
        return _page(here, ref, form, problems=[(form.problem, "", "")], status=400)
    if sent.several:
        return _page(here, ref, form, problem=BadField("file", ONE))
    given = {field.id: form.one(field.id) for field in FIELDS if form.one(field.id)}
    once = once_of(form, address=here.path)
    try:
        add_evidence(ref, by=here.standing, at=here.now, given=given, name=sent.name, data=sent.data, once=once)
    except BadField as problem:
        return _page(here, ref, form, problem=problem)
    except Refused as refused:
        return _page(here, ref, form, problems=[(one.sentence, one.clause, "") for one in refused.refusals], status=409)
    except Reused as reused:
        return _page(here, ref, form, problems=[(reused.sentence, "", "")], status=409)
    response = HttpResponseRedirect("/cases/{}/evidence/?added=1".format(ref))
    response.status_code = 303
    return response


def _page(
    here: SignedIn, ref: str, form: Form, *, problem: BadField | None = None, problems: Problems = (), status: int = 200
) -> HttpResponse:
    """Raises Missing."""
    found = beside_the_case(ref, by=here.standing, at=here.now)
    shown = entries(FIELDS, under=UNDER, given={field.id: form.one(field.id) for field in FIELDS}, problem=problem)
    if problem is not None:
        problems, status = what_is_wrong(problem, shown, elsewhere="beside-file"), 400
    context = {
        "case": found.case,
        "kind": WORKFLOWS[found.case.kind].says,
        "asked": [one for one in shown if one.name != "confirmed"],
        "confirmed": next(one for one in shown if one.name == "confirmed"),
        "file_problem": problem.sentence if problem is not None and problem.field == "file" else None,
        "problems": problems,
        "added": "added" in here.GET and not problems,
        "away": "away" in here.GET and not problems,
        "once": new_key(),
        **beside_words(found, by=here.standing, now=here.now),
        **helpers(student=student_reads(here)),
    }
    return render(here, "web/cases/beside.html", context, status=status)


@signed_in
def one_beside(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """GET: one thing, with its picture where it has one."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    try:
        found = beside_the_case(ref, by=here.standing, at=here.now)
        things = [one for one in things_of(found, by=here.standing, at=here.now) if one.number == number]
        if not things:
            tried(ref, by=here.standing, at=here.now)
            raise Missing
        line = lines(things, found, by=here.standing, now=here.now)[0]
    except Missing:
        return missing(request)
    return render(request, "web/cases/beside-one.html", {"ref": ref.upper(), "line": line})


@signed_in
def one_file(request: HttpRequest, ref: str, number: int, which: str) -> HttpResponse:
    """GET: the copy for viewing, or the file as it came, to be saved. Each time is written down first."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    try:
        return _served(open_evidence(ref, number, which, by=here.standing, at=here.now), copy=which == COPY)
    except Missing:
        return missing(request)
    except Refused as refused:
        return plain_page(
            request,
            status=409,
            heading=say("This does not open"),
            body=refused.refusals[0].sentence,
            next=say("Go back to the case. The other things beside it are not touched."),
        )


def _served(file: File, *, copy: bool) -> HttpResponse:
    """Bytes that no browser runs, keeps or guesses about, under a name of ours."""
    response = HttpResponse(file.data, content_type=TYPES[file.kind] if copy else "application/octet-stream")
    response["Content-Disposition"] = 'attachment; filename="{}"'.format(file.name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response
