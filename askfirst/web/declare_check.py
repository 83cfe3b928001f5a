"""My page looked at while I declare it: what a reader sees of its note goes along only where I say so, as pass or missing and the day.

The page itself is read once and forgotten, as by the check of pages. Source: workflows.md 3.2; BLG-4, BLG-5; S07.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.advice.asked import BadDraft
from askfirst.advice.pages import Note, one_page
from askfirst.advice.pages_asked import MINE, page_from
from askfirst.casework.fields import Choice, Field
from askfirst.casework.kinds.declaration import CHECKED_ON, DECLARATION, PAGE_CHECK
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.web.bodies import FORM, Form, read_form
from askfirst.web.check_page import looked_at, opened, told
from askfirst.web.checking import answered, private
from askfirst.web.in_words import the_day
from askfirst.web.session import SignedIn
from askfirst.web.step_forms import mended
from askfirst.web.uploads import WITH_FILE, Sent, read_upload
from askfirst.words import say

__all__ = ["KEPT", "as_asked", "look", "takes", "wants_a_look"]

KEPT = (PAGE_CHECK.id, CHECKED_ON.id)
PASS, MISSING = "pass", "missing"


def wants_a_look(request: HttpRequest) -> bool:
    """Whether the form asks for the page to be looked at, or brings it."""
    if request.method != "POST":
        return False
    return request.content_type == WITH_FILE or (request.content_type == FORM and bool(read_form(request).one("look")))


def takes(form: Form, fields: Sequence[Field], by: Standing) -> Mapping[str, str]:
    """What the form holds of the questions; what a check found only with its day, and where the page says where they work."""
    given = {field.id: form.one(field.id) for field in fields if form.one(field.id)}
    if given.get(PAGE_CHECK.id) not in (PASS, MISSING) or given.get("says") == "no" or _day(given) is None:
        return {id: value for id, value in given.items() if id not in KEPT}
    return given


def _day(given: Mapping[str, str]) -> date | None:
    try:
        return date.fromisoformat(given.get(CHECKED_ON.id, ""))
    except ValueError:
        return None


def as_asked(given: Mapping[str, str], *, today: date) -> list[Field]:
    """What was found, with its day, to be sent or left out; nothing where no check was added."""
    chosen = next((one for one in PAGE_CHECK.choices if one.value == given.get(PAGE_CHECK.id)), None)
    day = _day(given)
    if chosen is None or day is None:
        return []
    says = say("{found}, on {day}", found=chosen.says, day=the_day(day, today=today))
    return [replace(PAGE_CHECK, choices=(Choice(chosen.value, says), Choice("", say("Leave it out"))))]


def look(here: SignedIn) -> HttpResponse:
    """The page to choose the saved file on; then what was found, to be added or not."""
    sent = read_upload(here)
    if sent.form.problem is None and not sent.form.one("looked"):
        return _choose(here, sent.form)
    return answered(
        here,
        sent,
        looks=lambda sent: _looked_at(here, sent),
        again=lambda form, problem, status: _choose(here, form, problem, status=status),
    )


def _looked_at(here: SignedIn, sent: Sent) -> HttpResponse:
    """Raises BadDraft."""
    form = sent.form
    asked = page_from({"author": "staff", "whose": "own", "address": form.one("address"), "mine": form.one("mine")})
    edition, said = looked_at(asked, one_page(opened(asked, sent, here.standing)), here.standing)
    found, note = (PASS, "yes") if said.noted.note is Note.SEEN else (MISSING, "no")
    adds = [(PAGE_CHECK.id, found), (CHECKED_ON.id, london_day(here.now).isoformat()), ("disclaimer", note)]
    shown = told(said, edition, student=False) | {"carried": _carried(form), "page": "disclaimer", "adds": adds}
    return private(render(here, "web/declare/checked.html", shown))


def _carried(form: Form) -> list[tuple[str, str]]:
    return [(one.id, mended(form.one(one.id))) for one in DECLARATION.opening if form.one(one.id) and one.id not in KEPT]


def _choose(here: SignedIn, form: Form, problem: BadDraft | None = None, *, status: int = 200) -> HttpResponse:
    shown = {
        "carried": _carried(form),
        "page": "disclaimer",
        "typed": {"html": mended(form.one("html")), "mine": form.one("mine"), "address": mended(form.one("address"))},
        "mine": MINE,
        "problem": problem,
        "field": problem.field if problem else "",
    }
    return private(render(here, "web/declare/check.html", shown, status=status))
