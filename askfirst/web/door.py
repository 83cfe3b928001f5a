"""A door: somebody opens a case by it. A few questions, a page at a time, a look at the answers, then sent; signed out, how to ask.

Signed out the page is the same whatever is sent. Until it is sent nothing is kept: the answers travel in the page alone.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.casework.fields import BadField, Field
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.web.bodies import Form, read_form
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import Shown, shown_clause
from askfirst.web.questions import NotSent, Questions, Said, on_to, opened
from askfirst.web.session import SignedIn, Visit, words_back
from askfirst.web.step_forms import new_key, unreadable, what_is_wrong
from askfirst.words import Sentence

__all__ = ["Door", "Given", "rule", "through"]

Given = Mapping[str, str]


def _as_sent(form: Form, fields: Sequence[Field], by: Standing) -> Given:
    """What the form holds of the questions there are; all else is left aside."""
    return {field.id: form.one(field.id) for field in fields if form.one(field.id)}


def _nothing_more(here: SignedIn, asking: Questions) -> HttpResponse | None:
    return None


@dataclass(frozen=True, slots=True)
class Door:
    """One door. Its templates are in `folder`: who.html (who can see it), next.html (what happens next), not-here.html (for whoever is
    asked nothing), how.html (for whoever is signed out, where they may look), and before.html and check.html, beside questions and answers.
    """

    kind: str
    clause: str
    folder: str
    says: Sentence
    opening: Sequence[Field]
    fields: Callable[[SignedIn, Given], Sequence[Field]]  # what is asked of this person; nothing: it is no door of theirs
    adds: Callable[[HttpRequest, Given], Mapping[str, object]]  # what its pages show beside that, whoever looks
    sends: Callable[[HttpRequest, Given], Sentence]  # the words of the button
    together: Callable[[Standing], Sequence[Collection[str]]]  # what is asked on one page
    takes: Callable[[Form, Sequence[Field], Standing], Given] = _as_sent
    instead: Callable[[SignedIn, Questions], HttpResponse | None] = _nothing_more  # a page that ends it with nothing sent
    settled: Collection[str] = ()
    back: str = "/"
    not_here: str = "not-here.html"


def through(request: HttpRequest, door: Door) -> HttpResponse:
    """GET: the first question, or how to ask. POST: the next one, the answers, or the case; never without what was written."""
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    visit = cast(Visit, request)
    if visit.standing is None and visit.signed_out and request.method == "POST":
        return words_back(request, stale=False)
    if visit.standing is None:
        return render(request, door.folder + "how.html", {**_common(request, door, {}), "rule": rule(request, door.clause)})
    here = cast(SignedIn, request)
    form = read_form(request) if request.method == "POST" else Form()
    given = door.takes(form, door.opening, here.standing)
    fields = door.fields(here, given)
    if not fields:
        return render(request, door.folder + door.not_here, _common(here, door, given), status=409 if form.one("send") else 200)
    seen = bool(form.one("checked") or form.one("change"))
    asking = Questions(fields, given, door.together(here.standing), seen, door.settled)
    broken = unreadable(form)
    if broken is not None:
        return _question(here, door, asking, asking.page_of(form.one("page")) or 0, says=[(broken, "", "")])
    return _turn(here, door, asking, form)


def _turn(here: SignedIn, door: Door, asking: Questions, form: Form) -> HttpResponse:
    """Which page comes next. A form that names no page comes from elsewhere: on to what is still open."""
    on, page = london_day(here.now), asking.page_of(form.one("page"))
    change = asking.page_of(form.one("change"))
    if change is not None or form.one("back"):
        return _question(here, door, asking, max(0, (page or 0) - 1) if change is None else change)
    if page is None and not form.one("send"):
        return _question(here, door, asking, asking.after(-1, on=on) or 0)
    wrong = asking.missing(on=on, until=None if form.one("send") else page)
    if wrong is not None:
        return _question(here, door, asking, wrong[0], problem=wrong[1])
    if (ended := door.instead(here, asking)) is not None:
        return ended
    if form.one("send"):
        return _sent(here, door, asking, form)
    following = asking.after(page or 0, on=on)
    return _answers(here, door, asking) if following is None else _question(here, door, asking, following)


def _sent(here: SignedIn, door: Door, asking: Questions, form: Form) -> HttpResponse:
    try:
        return on_to(opened(here, form, kind=door.kind, details=asking.answers()))
    except BadField as problem:
        number = asking.page_of(problem.field)
        if number is None:
            return _answers(here, door, asking, [(problem.sentence, "", "")], status=400)
        return _question(here, door, asking, number, problem=problem)
    except NotSent as why:
        return _answers(here, door, asking, why.says, status=409)


def rule(request: HttpRequest, clause: str) -> Shown:
    """A clause as whoever asks reads it."""
    edition = todays_edition()
    return shown_clause(edition, edition.clause(clause), student=student_reads(request))


def _common(request: HttpRequest, door: Door, given: Given) -> Mapping[str, object]:
    templates = {"who": door.folder + "who.html", "then": door.folder + "next.html"}
    return {"door": door, "kind": door.kind, **templates, **door.adds(request, given)}


def _question(
    here: SignedIn, door: Door, asking: Questions, number: int, *, problem: BadField | None = None, says: Said | None = None
) -> HttpResponse:
    shown = asking.entries(number, problem)
    problems = [*(says or []), *(what_is_wrong(problem, shown) if problem else [])]
    context = {
        "rules": [rule(here, door.clause)],
        **_common(here, door, asking.given),
        "entries": shown,
        "page": asking.pages[number][0].id,
        "ids": {field.id for field in asking.pages[number]},
        "first": number == 0,
        "number": number + 1,
        "alone": len(shown) == 1,
        "carried": asking.carried(but=number),
        "checked": asking.seen,
        "problems": problems,
    }
    return render(here, "web/questions/question.html", context, status=400 if problems else 200)


def _answers(here: SignedIn, door: Door, asking: Questions, problems: Said | None = None, *, status: int = 200) -> HttpResponse:
    context = {
        **_common(here, door, asking.given),
        "rows": asking.rows(on=london_day(here.now)),
        "page": asking.pages[-1][0].id,
        "carried": asking.carried(),
        "problems": problems or [],
        "once": new_key(),
        "send": door.sends(here, asking.given),
    }
    return render(here, "web/questions/answers.html", context, status=status)
