"""Do I need to do anything? One question a page; answers travel in the page itself, never in an address, and nothing is kept."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from askfirst.adoption.today import todays_edition
from askfirst.procedure.dated import the_contacts
from askfirst.procedure.tree import Answer, BadAnswer, Question, Tree, UnknownTree, Who, walk
from askfirst.procedure.trees import tree, trees_for
from askfirst.web.bodies import read_form
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import shown_clause
from askfirst.words import Sentence, say

__all__ = ["one_tree", "trees"]

CHOOSE = say("Choose an answer. “Not sure” is fine too.")
START_AGAIN = say("Those answers do not fit together. Start again from here.")
MOST = 10  # answers a form may carry; no tree asks as many


def _who(request: HttpRequest) -> Who:
    return Who.STUDENT if student_reads(request) else Who.STAFF


def trees(request: HttpRequest) -> HttpResponse:
    """All trees for this reader."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    return render(request, "web/trees/list.html", {"trees": trees_for(_who(request))})


def _answers(request: HttpRequest) -> tuple[tuple[str, ...], bool]:
    """The answers so far, and whether the last question was left open. Back drops the last one."""
    form = read_form(request)
    before = form.many("before")[:MOST]
    if form.one("back"):
        return before[:-1], False
    chosen = form.one("answer")
    return ((*before, chosen), False) if chosen else (before, True)


def one_tree(request: HttpRequest, id: str) -> HttpResponse:
    """GET: the first question. POST: the next one, or what it comes to."""
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    try:
        found = tree(id, _who(request))
    except UnknownTree:
        raise Http404 from None
    answers, left_open = _answers(request) if request.method == "POST" else ((), False)
    problem: Sentence | None = CHOOSE if left_open else None
    try:
        here = walk(found, answers)
    except BadAnswer:
        answers, here, problem = (), walk(found, ()), START_AGAIN
    response = _question(request, found, here, answers, problem) if isinstance(here, Question) else _answer(request, found, here, answers)
    response["Cache-Control"] = "no-store"
    return response


def _question(request: HttpRequest, found: Tree, here: Question, answers: tuple[str, ...], problem: Sentence | None) -> HttpResponse:
    edition = todays_edition()
    student = student_reads(request)
    return render(
        request,
        "web/trees/question.html",
        {
            "tree": found,
            "question": here,
            "before": answers,
            "number": len(answers) + 1,
            "problem": problem,
            "clauses": [shown_clause(edition, edition.clause(id), student=student) for id in here.clauses],
        },
        status=400 if problem else 200,
    )


def _answer(request: HttpRequest, found: Tree, here: Answer, answers: tuple[str, ...]) -> HttpResponse:
    edition = todays_edition()
    student = student_reads(request)
    contacts = the_contacts()
    return render(
        request,
        "web/trees/answer.html",
        {
            "tree": found,
            "answer": here,
            "before": answers,
            "again": reverse("one-tree", args=[found.id]),
            "contacts": [contacts[id] for id in here.contacts],
            "clauses": [shown_clause(edition, edition.clause(id), student=student) for id in here.clauses],
        },
    )
