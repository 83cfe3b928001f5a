"""A receipt to keep: what was asked, what was answered, how strongly, by which clause, by whom and when. For the asker alone."""

from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.reading import OpenFile, open_file
from askfirst.casework.workflow import Taken
from askfirst.people.calendar import london
from askfirst.web.cases_page import clauses_of
from askfirst.web.cases_people import People
from askfirst.web.cases_question import question_words, turns
from askfirst.web.errors import missing
from askfirst.web.house import student_reads
from askfirst.web.in_words import in_full
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in

__all__ = ["receipt", "receipt_json"]


def _mine(here: SignedIn, ref: str) -> OpenFile:
    """Raises Missing, for a case that is somebody else's too."""
    opened = open_file(ref, by=here.standing, at=here.now)
    if opened.file.asker != here.standing.person or opened.case.kind != "question" or not opened.words:
        raise Missing
    return opened


@signed_in
def receipt(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: the receipt as a page that prints well."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    here = cast(SignedIn, request)
    try:
        opened = _mine(here, ref)
    except Missing:
        return missing(request)
    people = People(opened, here.standing, here.now)
    context = {
        "case": opened.case,
        "turns": turns(opened, people),
        "asked_at": in_full(opened.file.opened_at),
        "asker": people.name(opened.file.asker),
        "waiting": [one for one in people.asked() if one.open],
        "clauses": clauses_of(opened, student=student_reads(request)),
        "kept": True,
        "question": question_words(opened, people)["question"],
    }
    return render(request, "web/cases/receipt.html", context)


@signed_in
def receipt_json(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: the same as a file."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    here = cast(SignedIn, request)
    try:
        opened = _mine(here, ref)
    except Missing:
        return missing(request)
    people = People(opened, here.standing, here.now)
    body = {
        "reference": opened.case.ref,
        "question": str(opened.papers.get("details", {}).get("text", "")),
        "asked_by": str(people.name(opened.file.asker)),
        "asked_at": london(opened.file.opened_at).isoformat(),
        "state": opened.case.state,
        "procedure": opened.case.edition,
        "clauses": opened.case.clauses.split(),
        "answers": [_answer(opened, taken, people) for taken in opened.file.of("answer")],
    }
    response = JsonResponse(body, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="askfirst-{}.json"'.format(opened.case.ref)
    response["Cache-Control"] = "no-store"
    return response


def _answer(opened: OpenFile, taken: Taken, people: People) -> dict[str, object]:
    words = opened.papers.get("step-%d" % taken.sequence, {})
    outside = bool(words.get("outside"))
    return {
        "text": str(words.get("text", "")),
        "strength": str(words.get("strength", "")),
        "clause": None if outside else str(words.get("clause", "")),
        "outside_the_procedure": outside,
        "answered_by": str(people.name(taken.by, taken.acting_for)),
        "answered_at": london(taken.at).isoformat(),
    }
