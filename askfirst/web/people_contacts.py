"""New contacts a file brought, for the school's safeguarding lead: accept, or turn down. Nothing uses them before."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.roll import accept_contact
from askfirst.people import roll_contacts
from askfirst.people.roll import NotNow, NotThere
from askfirst.web.bodies import read_form
from askfirst.web.errors import missing
from askfirst.web.in_words import moment_in_words
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.words import Sentence, say

__all__ = ["contacts"]

DONE = {"accepted": say("Accepted. They are a contact from now on."), "refused": say("Turned down. They are no contact.")}
LONGEST_ID = 18


@signed_in
def contacts(request: HttpRequest) -> HttpResponse:
    """GET: who waits. POST: one of them accepted or turned down."""
    here = cast(SignedIn, request)
    if not roll_contacts.may_decide(here.standing):
        return missing(request)
    try:
        if request.method in ("GET", "HEAD"):
            return _page(here)
        if request.method != "POST":
            return not_this_way(request, allow="GET, HEAD, POST")
        return _decide(here)
    except NotThere:
        return missing(request)


def _decide(here: SignedIn) -> HttpResponse:
    """Raises NotThere."""
    form = read_form(here)
    id, choice = form.one("id"), form.one("choice")
    if not (id.isascii() and id.isdigit() and len(id) <= LONGEST_ID):
        raise NotThere
    try:
        if choice == "accept":
            accept_contact(int(id), by=here.standing, has_pr=form.one("pr") == "yes", at=here.now)
        elif choice == "refuse":
            roll_contacts.refuse(int(id), by=here.standing, at=here.now)
        else:
            raise NotThere
    except NotNow as problem:
        return _page(here, problem=problem.sentence, status=409)
    response = HttpResponseRedirect("/people/contacts/?done={}".format("accepted" if choice == "accept" else "refused"))
    response.status_code = 303
    return response


def _page(here: SignedIn, *, problem: Sentence | None = None, status: int = 200) -> HttpResponse:
    """Raises NotThere."""
    rows = [{"one": one, "when": moment_in_words(one.held_at, now=here.now)} for one in roll_contacts.waiting(by=here.standing)]
    context = {"rows": rows, "problem": problem, "done": DONE.get(here.GET.get("done", "")) if problem is None else None}
    return render(here, "web/people/contacts.html", context, status=status)
