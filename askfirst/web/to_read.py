"""What I am asked to read: only my clauses, only what changed since I last read; three scenarios; and "I have read this".

Answers are shown and forgotten: they come in the body of a form, are laid beside the better one, and go nowhere. How long anybody reads is
asked nowhere. Who would rather have paper is given a copy, and nothing follows from it. Source: workflows.md 3.18.
"""

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.adoption import shown
from askfirst.adoption.outstanding import manages, team
from askfirst.adoption.shown import NotNow, ToRead
from askfirst.adoption.understood import OUTSTANDING, PRESS, STANDS, State
from askfirst.procedure.scenarios import Scenario
from askfirst.web.bodies import Form, read_form
from askfirst.web.errors import missing
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import Shown, shown_clause
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import unreadable
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["line_manager", "to_read"]

PAGE = "/to-read/"
DONE = {
    State.ACKNOWLEDGED: say("You have said that you have read it. Thank you. There is no more to do."),
    State.COPY: say("You are to be given a copy on paper. Nothing else follows, and nobody asks why."),
    State.ACCESS: say("You need it in another form. Your line manager sees that, and sees to it."),
    State.NOTHING_NEW: say("Nothing that is for you has changed since you last read it. There is no more to do."),
    State.LEAVE: say("You are away now. This waits until you are back, and nobody reminds you."),
}
DONE_STUDENT = {**DONE, State.ACCESS: say("You need it in another form. Your tutor can help.")}
GONE_ALONE = say("Nothing new is asked of you. What went since you last read it stands below.")
ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Answered:
    """A scenario with what was chosen (None where nothing was) beside the better answer."""

    ask: str
    chosen: str | None
    better: str
    same: bool
    reason: str


@signed_in
def to_read(request: HttpRequest) -> HttpResponse:
    """GET: what is to be read, with its scenarios. POST: the scenarios answered, or what was pressed."""
    here = cast(SignedIn, request)
    if request.method in ("GET", "HEAD"):
        return _page(here, shown.show(here.standing, at=here.now))
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    if broken := unreadable(form):
        return _page(here, shown.show(here.standing, at=here.now), problem=broken)
    if form.one("what") == ANSWERS:
        asked = shown.show(here.standing, at=here.now)
        return _page(here, asked, answered=_answered(asked, form))
    try:
        shown.press(here.standing, what=form.one("what"), digest=form.one("digest"), at=here.now)
    except NotNow as why:
        return _page(here, shown.show(here.standing, at=here.now), problem=why.sentence)
    return _to(PAGE)


def _to(where: str) -> HttpResponse:
    response = HttpResponseRedirect(where)
    response.status_code = 303
    return response


def _answered(asked: ToRead | None, form: Form) -> list[Answered]:
    return [_one(scenario, form.one(scenario.id)) for scenario in asked.scenarios] if asked else []


def _one(scenario: Scenario, value: str) -> Answered:
    """`value`: the number of the choice, from 0, as the form has it."""
    chosen = next((words for number, words in enumerate(scenario.choices) if value == str(number)), None)
    better = scenario.choices[scenario.better]
    return Answered(scenario.ask, chosen, better, chosen == better, scenario.reason)


def _page(here: SignedIn, asked: ToRead | None, *, answered: list[Answered] | None = None, problem: Sentence | None = None) -> HttpResponse:
    problems = [(problem, "", "")] if problem else []
    status = 409 if problem else 200
    if asked is None:
        return render(here, "web/to-read/nothing.html", {"problems": problems}, status=status)
    done = DONE_STUDENT if asked.member.student else DONE
    context = {
        "asked": asked,
        "clauses": _clauses(asked),
        "scenarios": [(one, list(enumerate(one.choices))) for one in asked.scenarios],
        "answered": answered,
        "open": asked.state in OUTSTANDING | {State.QUESTION},
        "copy": asked.state in (State.COPY, State.ACCESS),
        "gone": [shown_clause(asked.edition, clause, student=asked.member.student) for clause in asked.gone],
        "done": GONE_ALONE if asked.gone and asked.state is State.NOTHING_NEW else done.get(asked.state),
        "until": date_in_full(asked.span.last) if asked.span else None,
        "first": date_in_full(asked.span.first) if asked.span and asked.state is State.NOT_YET else None,
        "since_on": date_in_full(asked.since_on) if asked.since_on else None,
        "waits": asked.state is State.QUESTION,
        "press": PRESS,
        "problems": problems,
    }
    return render(here, "web/to-read/page.html", context, status=status)


def _clauses(asked: ToRead) -> list[Shown]:
    """The words and nothing beside them: how a clause is read stands with the procedure itself."""
    return [shown_clause(asked.edition, clause, student=asked.member.student) for clause in asked.clauses]


@signed_in
def line_manager(request: HttpRequest) -> HttpResponse:
    """Who of those I manage is outstanding: a name and a state. POST: somebody was given a copy, or needs another form."""
    here = cast(SignedIn, request)
    if not manages(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _team(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    if broken := unreadable(form):
        return _team(here, problem=broken)
    try:
        shown.note_for(here.standing, ref=form.one("who"), what=form.one("what"), at=here.now)
    except NotNow as why:
        return _team(here, problem=why.sentence)
    return _to("/to-read/team/")


def _team(here: SignedIn, *, problem: Sentence | None = None) -> HttpResponse:
    lines = team(here.standing, on=here.standing.on)
    context = {
        "outstanding": [(line, STANDS[line.state]) for line in lines if line.outstanding],
        "others": [(line, STANDS[line.state]) for line in lines if not line.outstanding],
        "problems": [(problem, "", "")] if problem else [],
    }
    return render(here, "web/to-read/team.html", context, status=409 if problem else 200)
